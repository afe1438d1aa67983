import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/corpus/digest.js'
import { compareFindings } from '../../../src/corpus/rounds/changes.js'
import type { Checked } from '../../../src/corpus/rounds/defect.js'
import type { Finding } from '../../../src/finding.js'
import { lint } from '../../../src/lint.js'
import { read } from '../../../src/read/read.js'
import { build } from '../../../src/report/build.js'

const finding = (rule: string, message: string, excerpt: string, line = 1): Finding => ({
  ...{ rule, message, excerpt, line, column: 1, endLine: line, endColumn: 2 },
  ...{ severity: 'warning' as const, basis: null, fixable: false },
})

const bare = (findings: Finding[]): Checked<Finding> => ({ findings, passages: [] })

const told = ({ standing, added, mended }: ReturnType<typeof compareFindings>): string[][] =>
  [standing, added, mended].map((findings) => findings.map(({ message }) => message))

const compared = (before: Finding[], now: Finding[]): string[][] => told(compareFindings([bare(before)], bare(now)))

describe('findings beside those of the review before', () => {
  it('stand though lines have moved, and are told from new and mended ones', () => {
    const before = [finding('a', '甲', '一', 3), finding('a', '乙', '二', 9)]
    const now = [finding('a', '丙', '三', 1), finding('a', '乙', '二', 15)]
    expect(compared(before, now)).toEqual([['乙'], ['丙'], ['甲']])
  })

  it('stand though the title was rewritten, or what was counted has changed', () => {
    const before = [finding('a', '缺少“计划”。', '旧题目'), finding('b', '共12处半角标点', '一')]
    const now = [finding('a', '缺少“计划”。', '新题目'), finding('b', '共7处半角标点', '二')]
    expect(compared(before, now)).toEqual([['缺少“计划”。', '共7处半角标点'], [], []])
  })

  it('have one counterpart each: of three alike, two mended leave one standing', () => {
    const alike = (count: number): Finding[] => Array.from({ length: count }, () => finding('a', '甲', '一'))
    expect(compared(alike(3), alike(1))).toEqual([['甲'], [], ['甲', '甲']])
    expect(compared(alike(1), alike(3))).toEqual([['甲'], ['甲', '甲'], []])
  })

  it('of one rule are no counterparts of another', () => {
    expect(compared([finding('a', '甲', '一')], [finding('b', '甲', '一')])).toEqual([[], ['甲'], ['甲']])
  })

  it('are all mended, or all new, beside nothing', () => {
    const some = [finding('a', '甲', '一')]
    expect(compared(some, [])).toEqual([[], [], ['甲']])
    expect(compared([], some)).toEqual([[], ['甲'], []])
    expect(told(compareFindings([], bare(some)))).toEqual([[], ['甲'], []])
  })

  it('of two reports that are one now are all compared with it', () => {
    const changes = compareFindings(
      [bare([finding('a', '甲', '一')]), bare([finding('a', '乙', '二')])],
      bare([finding('a', '乙', '二')]),
    )
    expect(told(changes)).toEqual([['乙'], [], ['甲']])
  })
})

const REPORT = `青岭县甲山镇人民政府2025年法治政府建设年度报告

一、主要举措和成效

（一）依法履职。动态调整权责清单，办理行政许可104件，取消证明事项4项，政务服务事项34项实现一窗受理。

（二）化解纠纷。设立调解组织4个，调解纠纷54件，全年开展普法活动24场，学法4次。

二、主要负责人履行推进法治建设第一责任人职责情况

主要负责人主持会议研究法治建设议题4次，听取汇报2次，带头述法。

三、存在的不足和原因

一是个别干部依法办事的能力不强，主要原因是日常学法不系统、考核不够硬。二是基层执法力量不足，原因在于编制有限、新进人员少，装备配备不齐，遇到跨区域的案件往往力不从心。

四、2026年安排

抓好干部学法和案卷评查。

青岭县甲山镇人民政府
2026年1月20日
`

type Edit = [from: string, to: string]

const edited = (edits: Edit[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`there is no ${from}`)
    return text.replace(from, to)
  }, REPORT)

async function checked(text: string): Promise<Checked<Finding>> {
  const draft = build(await read({ name: 'a.txt', bytes: new TextEncoder().encode(text) }))
  return { findings: lint(draft), passages: digestOf(draft).passages }
}

interface Case {
  name: string
  rule: string
  before: Edit[]
  now: Edit[]
  /** Numbers of findings. */
  standing?: number
  added?: number
  mended?: number
}

const PLAN: Edit = ['四、2026年安排\n\n抓好干部学法和案卷评查。\n\n', '']
const DUTY: Edit = [
  '二、主要负责人履行推进法治建设第一责任人职责情况\n\n主要负责人主持会议研究法治建设议题4次，听取汇报2次，带头述法。\n\n',
  '',
]

const CASES: Case[] = [
  {
    ...{ name: 'one content was added and another taken away', rule: 'missing-section' },
    ...{ before: [PLAN], now: [DUTY], mended: 1, added: 1 },
  },
  {
    ...{ name: 'a content is still missing though the title was rewritten', rule: 'missing-section' },
    ...{ before: [PLAN], now: [PLAN, ['青岭县甲山镇人民政府2025年', '甲山镇2025年度']], standing: 1 },
  },
  {
    ...{ name: 'of two missing contents one was added', rule: 'missing-section' },
    ...{ before: [PLAN, DUTY], now: [DUTY], standing: 1, mended: 1 },
  },
  {
    ...{ name: 'a wrong title was mended and another one came', rule: 'document-title' },
    before: [['主要负责人主持', '认真贯彻《法治政府建设与责任落实督查工作规定》，主要负责人主持']],
    ...{ now: [['设立调解组织', '贯彻《中华人民共和国有组织犯罪法》，设立调解组织']], mended: 1, added: 1 },
  },
  {
    ...{ name: 'another wrong title stands where the first one stood', rule: 'document-title' },
    before: [['设立调解组织', '贯彻《法治政府建设与责任落实督查工作规定》，设立调解组织']],
    ...{ now: [['设立调解组织', '贯彻《中华人民共和国有组织犯罪法》，设立调解组织']], mended: 1, added: 1 },
  },
  {
    ...{ name: 'a place was filled in and one in another sentence came', rule: 'unfilled-placeholder' },
    ...{ before: [['104件', 'XX件']], now: [['学法4次', '学法XX次']], mended: 1, added: 1 },
  },
  {
    ...{ name: 'of two places one was filled in', rule: 'unfilled-placeholder' },
    before: [
      ['104件', 'XX件'],
      ['学法4次', '学法XX次'],
    ],
    ...{ now: [['学法4次', '学法XX次']], standing: 1 },
  },
  {
    ...{ name: 'of two places in one sentence one was filled in', rule: 'unfilled-placeholder' },
    before: [
      ['104件', 'XX件'],
      ['4项', 'XX项'],
    ],
    ...{ now: [['4项', 'XX项']], standing: 1 },
  },
  {
    ...{ name: 'a second place came', rule: 'unfilled-placeholder' },
    before: [['104件', 'XX件']],
    now: [
      ['104件', 'XX件'],
      ['学法4次', '学法XX次'],
    ],
    standing: 1,
  },
  {
    ...{ name: 'all places were filled in', rule: 'unfilled-placeholder' },
    before: [
      ['104件', 'XX件'],
      ['学法4次', '学法XX次'],
    ],
    ...{ now: [], mended: 1 },
  },
  {
    ...{ name: 'the sentence was rewritten around it and lines moved', rule: 'doubled-word' },
    before: [['主要负责人主持会议研究', '主要负责人主持会议会议研究']],
    now: [
      ['主要负责人主持会议研究法治建设议题4次', '党政主要负责人先后主持会议会议研究法治建设议题6次'],
      ['一、主要举措和成效\n', '一、主要举措和成效\n\n2025年，全镇依法办事。\n'],
    ],
    standing: 1,
  },
  {
    ...{ name: 'one doubled word was mended and the other stands', rule: 'doubled-word' },
    before: [
      ['主持会议', '主持会议会议'],
      ['案卷评查', '案卷案卷评查'],
    ],
    ...{ now: [['案卷评查', '案卷案卷评查']], standing: 1, mended: 1 },
  },
  {
    ...{ name: 'a figure was changed and is still impossible', rule: 'percentage-over-100' },
    ...{ before: [['54件', '54件，按期办结率102.3%']], now: [['54件', '54件，按期办结率101.5%']], standing: 1 },
  },
  {
    ...{ name: 'another date is still late', rule: 'late-report' },
    ...{ before: [['2026年1月20日', '2026年3月10日']], now: [['2026年1月20日', '2026年3月12日']], standing: 1 },
  },
  {
    ...{ name: 'of half-width marks some were mended', rule: 'half-width-mark' },
    before: [
      ['清单，办理', '清单,办理'],
      ['4个，调解', '4个,调解'],
      ['2次，带头', '2次,带头'],
    ],
    ...{ now: [['2次，带头', '2次,带头']], standing: 1 },
  },
  {
    ...{ name: 'one of two wrong words in a sentence was mended', rule: 'confusable-word' },
    before: [
      ['权责清单', '权责清单台帐'],
      ['证明事项', '证明事项布署'],
    ],
    ...{ now: [['证明事项', '证明事项布署']], standing: 1, mended: 1 },
  },
]

describe('a report and the same report corrected', () => {
  it.each(CASES)('$name', async ({ rule, before, now, standing = 0, added = 0, mended = 0 }) => {
    const earlier = await checked(edited(before))
    const today = await checked(edited(now))
    const changes = compareFindings([earlier], today)
    const count = (findings: Finding[]): number => findings.filter((each) => each.rule === rule).length
    expect({
      standing: count(changes.standing),
      added: count(changes.added),
      mended: count(changes.mended),
    }).toEqual({ standing, added, mended })
    expect(changes.mended.length + changes.standing.length).toBe(earlier.findings.length)
    expect(changes.standing.length + changes.added.length).toBe(today.findings.length)
  })
})
