import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { applyEdits } from '../../src/fix.js'
import { examine, lint } from '../../src/lint.js'
import { rules as catalogue } from '../../src/rules/all.js'
import { draftOf } from '../drafts.js'
import fc from '../fast-check.js'
import { expectToEndOn } from './hostile.js'

const TITLE = '云溪县2023年法治政府建设年度报告'
const draftWith = (lines: string, name: string): string =>
  `${name.endsWith('.md') ? '# ' : ''}${TITLE}\n\n一、主要举措和成效\n\n${lines}`

async function findingsBy(rule: string, lines: string, name = 'draft.txt'): Promise<Finding[]> {
  return lint(await draftOf(draftWith(lines, name), name)).filter((finding) => finding.rule === rule)
}

async function fixedBy(rule: string, lines: string, name = 'draft.txt'): Promise<string> {
  const edits = (await findingsBy(rule, lines, name)).flatMap(({ fix }) => fix ?? [])
  return applyEdits(draftWith(lines, name), edits).slice(draftWith('', name).length)
}

describe('half-width-mark', () => {
  it.each([
    ['规划安排,开展活动', '规划安排，开展活动'],
    ['规划安排, 开展活动', '规划安排，开展活动'],
    ['查办1248件;不予处罚', '查办1248件；不予处罚'],
    ['增长15.3%,较上年', '增长15.3%，较上年'],
    ['其中,23件已办结', '其中，23件已办结'],
    ['开放时间:8:30至17:30', '开放时间：8:30至17:30'],
    ['网址:https://www.example.cn/?a=1,2', '网址：https://www.example.cn/?a=1,2'],
    ['(详见https://www.example.cn/a),下一步', '（详见https://www.example.cn/a），下一步'],
    ['信箱:a.b@example.cn,全年', '信箱：a.b@example.cn，全年'],
    ['(2023)浙01行初12号', '（2023）浙01行初12号'],
    ['设备136台(套),2481.83万元', '设备136台（套），2481.83万元'],
    ['会议(2次)', '会议（2次）'],
    ['会议（2次)', '会议（2次）'],
    ['“甲”,“乙”', '“甲”，“乙”'],
    ['引入AI,并推广', '引入AI，并推广'],
    ['办得怎么样?群众说了算!', '办得怎么样？群众说了算！'],
    ['(一)健全制度', '（一）健全制度'],
    ['(1) 健全制度', '（1）健全制度'],
    ['各项任务圆满完成并取得了明显成效.下一步', '各项任务圆满完成并取得了明显成效。下一步'],
    ['推广模式(Internet Plus)', '推广模式（Internet Plus）'],
    ['贯彻《条例》(修订)和《办法》:', '贯彻《条例》（修订）和《办法》：'],
  ])('mends %s', async (line, expected) => {
    expect(await fixedBy('half-width-mark', `${line}。`)).toBe(`${expected}。`)
  })

  it.each([
    '每日8:30至17:30，收入2,481.83万元，比例12:1、3:2',
    '执行GB/T 9704—2012和ISO 9001:2015',
    '1.健全制度；2.规范执法',
    '1)健全制度；2)规范执法',
    '构建“1+6+5”体系，覆盖98.5%',
    '引入AI,VR,5G等',
    'Law-Based Government, Rule of Law (2023)',
    '网址https://www.example.cn/?a=1,2;b=(3)',
    '附件：统计表(终稿).xlsx和台账(1).docx',
    '函数f(x)和COVID(19)型',
    '2021?2025年的规划，习近平?法治',
    '含义&nbsp;如下&lt;甲',
    '会议（2次）和（3次',
    '一,健全制度',
    '（一)健全制度',
    '见[附件](a.md)',
    '姓名·法治，3.5万人',
    '甲，,乙',
    '赫.鲁.晓',
  ])('leaves %s as it is', async (line) => {
    expect(await findingsBy('half-width-mark', `${line}。`)).toEqual([])
  })

  it('is one finding with all places', async () => {
    const found = await findingsBy('half-width-mark', '规划安排,开展活动。\n\n会议(2次),全年。')
    expect(found).toMatchObject([{ line: 5, column: 5, fixable: true, related: [{}, {}, {}] }])
  })

  it('says so where a whole copy is folded', async () => {
    const [finding] = await findingsBy('half-width-mark', '审查文件,评查案卷,化解纠纷(全县),成效明显;\n'.repeat(6))
    expect(finding?.message).toMatch(/^全文标点是半角/)
    expect(finding?.related).toBeUndefined()
  })

  it('steps over markup, and leaves out what the source does not show as it is', async () => {
    const lines = '**规划安排,**开展活动,全年。\n\n见[附件(一)](a,b.md),&amp;全年,下一步。\n\n甲`a,甲`乙,丙。'
    expect(await fixedBy('half-width-mark', lines, 'draft.md')).toBe(
      '**规划安排，**开展活动，全年。\n\n见[附件(一)](a,b.md),&amp;全年,下一步。\n\n甲`a,甲`乙,丙。',
    )
  })
})

describe('doubled-mark', () => {
  it.each([
    ['审查签订。。街道', '审查签订。街道'],
    ['逐份审查，，防止', '逐份审查，防止'],
    ['审查,,防止', '审查,防止'],
    ['甲、、乙', '甲、乙'],
    ['宣传活动；；同步', '宣传活动；同步'],
    ['如下：：一是', '如下：一是'],
    ['逐份审查，,防止', '逐份审查，防止'],
  ])('mends %s', async (line, expected) => {
    expect(await fixedBy('doubled-mark', `${line}。`)).toBe(`${expected}。`)
  })

  it.each(['全部办结，。下一步', '全部办结。，下一步', '1276项，、、“最多跑一次”', '等等。。。。。。下一步'])(
    'finds that of %s, which only its author can mend',
    async (line) => {
      expect(await findingsBy('doubled-mark', `${line}。`)).toMatchObject([{ severity: 'error', fixable: false }])
    },
  )

  it.each([
    '等等……下一步——再努力',
    '办得好！！真的吗？！',
    '用对“，”“。”“；”',
    '执行std::string和a;;b',
    '推行&ldquo;一窗通办&rdquo;，办件32件&#8221;；评查',
    '（已办结。）；其余',
    '每日8:30，收入2,481.83万元',
  ])('is silent about %s', async (line) => {
    expect(await findingsBy('doubled-mark', `${line}。`)).toEqual([])
  })
})

describe('unpaired-mark', () => {
  it.each([
    ['建立“机构+顾问的模式', '前引号'],
    ['建立机构+顾问”的模式', '后引号'],
    ['建立”机构+顾问”的模式', '后引号'],
    ['建立“机构+顾问“的模式', '前引号'],
    ['落实《复议法实施条例的规定', '前书名号'],
    ['落实复议法实施条例》的规定', '后书名号'],
    ['会议（2次，听取汇报', '前括号'],
    ['会议2次），听取汇报', '后括号'],
    ['云政发〔2023）12号', '样式不一致'],
    ['落实“《条例”》的规定', '交叉'],
    ['（见“附件）”所列', '交叉'],
  ])('finds in %s that of %s', async (line, expected) => {
    const found = await findingsBy('unpaired-mark', `${line}。`)
    expect(found).toMatchObject([{ severity: 'error', line: 5 }])
    expect(found[0]?.message).toContain(expected)
  })

  it('mends 书名号 in 书名号, all pairs of one title at once', async () => {
    expect(await fixedBy('unpaired-mark', '印发《关于〈甲〉和《乙》《丙》的通知》和《丁》。')).toBe(
      '印发《关于〈甲〉和〈乙〉〈丙〉的通知》和《丁》。',
    )
  })

  it.each([
    ['items', '1）审查；2）评查；一）甲；a）乙；3)丙'],
    ['items in brackets', '重点（包括1）审查、2）评查）'],
    ['brackets of two widths', '会议（2次)和(3次）'],
    ['quotations in quotations', '“甲“乙”丙”和“‘码’上办”'],
    ['a quotation over two paragraphs', '群众说：“办事方便。\n\n“纠纷也少了。”'],
    ['hard line ends', '贯彻《云溪县合同\n管理办法》和“一\n站式”服务'],
    ['a run-in heading', '（一）落实“应审尽审。”要求，全年完成'],
  ])('is silent about %s', async (_, lines) => {
    expect(await findingsBy('unpaired-mark', `${lines}。`)).toEqual([])
  })
})

describe('stray-space', () => {
  it.each([
    '切实解决 群众急难愁盼问题，成效明显。',
    '推动执法重心 下移，街道设立中队。',
    '行政执法 人员资格考试参考率99%，合格。',
    '全县　调解纠纷120件，办结。',
    '审查文件，\u00a0评查案卷。',
    '共审查　　32件，办结。',
  ])('finds that of %s', async (line) => {
    expect(await findingsBy('stray-space', line)).toMatchObject([{ severity: 'info' }])
  })

  it('finds that of a heading', async () => {
    const lines = '（一）化解矛盾 纠纷\n\n审查文件，评查案卷，化解纠纷，各项任务全面完成。'
    expect(await findingsBy('stray-space', lines)).toHaveLength(1)
  })

  it.each([
    '开展“乡村振兴 法治同行”活动，成效明显。',
    '举办《法治 你我他》展演，成效明显。',
    '提高政治站位 强化责任担当，成效明显。',
    '第 条规定，培训  期，办理  件。',
    '全年 2023 件，引入 AI 审查。',
    '签发人：王 伟，审核：李四 校对：张三。',
    '（一） 健全制度，规范执法。',
    '一、 健全制度\n\n审查文件，评查案卷，化解纠纷，各项任务全面完成。',
    '（二）提高政治站位 压实工作责任\n\n审查文件，评查案卷，化解纠纷，各项任务全面完成。',
    '云溪县司法局　青禾区司法局',
    '部　　门',
    '\u3000\u3000审查文件，评查案卷。',
  ])('is silent about %s', async (line) => {
    expect(await findingsBy('stray-space', line)).toEqual([])
  })

  it('is silent about the blank after a bold opening', async () => {
    const lines = '**完善机制。** 印发文件3件，全部公开。'
    expect(await findingsBy('stray-space', lines, 'draft.md')).toEqual([])
  })
})

const FIXERS = catalogue.filter(({ id }) => ['half-width-mark', 'doubled-mark', 'heading-number-form'].includes(id))

/** Pieces that reports are made of, with marks of both widths in any order. */
const piece = fc.constantFrom(
  ...[
    '全县',
    '审查文件',
    '32',
    '2,481.83',
    '8:30',
    'AI',
    'https://a.cn/?b',
    'a@b.cn',
    '台账.docx',
    '%',
    '“',
    '”',
    '《',
    '》',
  ],
  ...[',', '，', ':', '：', ';', '；', '?', '!', '(', ')', '（', '）', '。', '.', '、', ' ', '\n', '\n\n', '—', '…'],
  ...['一、', '（一）', '(一)、', '一)', '一.', '1、', '1.', '（1)', '一,', '什么', '**', '`', '&amp;', '\\'],
)
const anyLines = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const anyName = fc.constantFrom('draft.txt', 'draft.md')

/** What the fixes may never change. */
const skeleton = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

async function fixed(text: string, name: string, rules = FIXERS): Promise<string> {
  const { findings } = examine(await draftOf(text, name), {}, rules)
  return applyEdits(
    text,
    findings.flatMap(({ fix }) => fix ?? []),
  )
}

describe('fixes of marks, for any text', () => {
  it.each(FIXERS.map((rule) => ({ id: rule.id, rule })))('of $id: twice is once', async ({ rule }) => {
    await fc.assert(
      fc.asyncProperty(anyLines, anyName, async (lines, name) => {
        const once = await fixed(draftWith(lines, name), name, [rule])
        expect(await fixed(once, name, [rule])).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it('never change a letter or a figure, nor what stands between figures', async () => {
    const between = (text: string): string[] => text.match(/(?<=\d)[,:.](?=\d)/g) ?? []
    await fc.assert(
      fc.asyncProperty(anyLines, anyName, async (lines, name) => {
        const before = draftWith(lines, name)
        const after = await fixed(before, name)
        expect(skeleton(after)).toBe(skeleton(before))
        expect(between(after)).toEqual(between(before))
      }),
      { numRuns: 300 },
    )
  })

  it('make no new finding of marks', async () => {
    const fixers = FIXERS.filter(({ id }) => id.endsWith('-mark'))
    const count = async (text: string, name: string): Promise<number> =>
      examine(
        await draftOf(text, name),
        {},
        catalogue.filter(({ id }) => /-mark$|^stray-space$/.test(id)),
      ).findings.length
    await fc.assert(
      fc.asyncProperty(anyLines, async (lines) => {
        const before = draftWith(lines, 'draft.txt')
        const after = await fixed(before, 'draft.txt', fixers)
        expect(await count(after, 'draft.txt')).toBeLessThanOrEqual(await count(before, 'draft.txt'))
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile files', () => {
  it.each([
    '(',
    ')',
    '“',
    '《',
    '甲,',
    '甲,乙 (丙), ',
    '，',
    '甲，，',
    ' ',
    '甲乙 丙丁，',
    '甲.',
    '?甲',
    'www.甲',
    'a.pdf甲(',
  ])('of %s are judged in time', (part) =>
    expectToEndOn(part, ['unpaired-mark', 'doubled-mark', 'half-width-mark', 'stray-space']),
  )
})
