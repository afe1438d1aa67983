import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/model.js'
import { draftOf, statesOf } from '../drafts.js'

const TEXT = `云溪县人民政府关于2025年法治政府建设情况的报告

县委：

2025年，云溪县扎实推进法治政府建设。现将有关情况报告如下。

一、主要举措和成效

办理行政复议案件12件。

二、存在的不足和原因

不足主要是人手少，主要原因是编制紧。

三、党政主要负责人履行推进法治建设第一责任人职责情况

县长主持会议3次。

四、2026年主要安排

补充人员。
`
const NAME = '云溪县人民政府'
const DATE = '2026年1月25日'
const SIGNED = `${NAME}\n\n${DATE}`
const CASES = '典型案例\n\n某公司无证经营。县城管局依法查处，处罚120件。'
const CONTENTS = ['achievements', 'shortcomings', 'responsibility', 'plan']

const headingsOf = ({ sections }: Draft): string[] => sections.map(({ heading }) => heading)
const printed = ({ blocks }: Draft, role: string): string[] =>
  blocks.filter((block) => block.role === role).map((block) => block.printed)

/** The draft with these parts below its text, a blank line between. */
const enclosing = (parts: string[], name = 'draft.txt'): Promise<Draft> => draftOf([TEXT, ...parts].join('\n\n'), name)

describe('an annex below name and date', () => {
  it.each([
    ['prose', ['附件', CASES]],
    ['a label with a colon', ['附件：', CASES]],
    ['a label with blanks', ['附　件　1', CASES]],
    ['a number in Chinese or in brackets', ['附件一', CASES, '附件（2）', CASES]],
    ['its name on the label', ['附件：典型案例', CASES]],
    ['number and name on the label', ['附件1：典型案例', CASES, '附件2 数据表', CASES]],
    ['a table', ['附表1', '行政执法数据表\n类别\t件数\n处罚\t120']],
    ['an outline of its own', ['附件1', '2026年工作要点', '一、健全制度', '制定文件3件。', '二、下一步安排', CASES]],
    ['name and date of its own', ['附件', CASES, '云溪县城市管理局', '2025年6月1日']],
    ['many lines', ['附件', ...Array.from({ length: 30 }, (_, i) => `第${i + 1}个案例，依法办结。`)]],
    ['a note in brackets above', ['（此件公开发布）', '附件', CASES]],
    [
      'the imprint above',
      ['抄送：县委办公室，县人大常委会办公室。', `${NAME}办公室　2026年1月26日印发`, '附件', CASES],
    ],
    ['the imprint below', ['附件', CASES, '抄送：县人大常委会办公室。', `${NAME}办公室　2026年1月26日印发`]],
  ])('hides neither of them, and is no content: %s', async (_, parts) => {
    const draft = await enclosing([SIGNED, ...parts])
    expect(draft.report).toMatchObject({ signature: NAME, signedOn: '2026-01-25' })
    expect(Object.keys(statesOf(draft))).toEqual(CONTENTS)
    expect(headingsOf(draft)).toHaveLength(4)
    expect(draft.contents.flatMap(({ blocks }) => blocks).filter(({ role }) => role === 'annex')).toEqual([])
    expect(printed(draft, 'annex').length).toBeGreaterThan(0)
  })

  it.each([
    ['## 附件', '### 典型案例'],
    ['# 附件1 典型案例', '## 一、某公司案'],
    ['## 附件：典型案例', '**一、某公司案**'],
  ])('may begin with a Markdown heading: %s', async (label, heading) => {
    const draft = await enclosing([SIGNED, label, heading, CASES], 'draft.md')
    expect(draft.report).toMatchObject({ signature: NAME, signedOn: '2026-01-25' })
    expect(headingsOf(draft)).toHaveLength(4)
    expect(Object.keys(statesOf(draft))).toEqual(CONTENTS)
  })

  it('has an outline of its own', async () => {
    const draft = await enclosing([
      SIGNED,
      '附件',
      '工作要点',
      '一、健全制度',
      '制定文件3件。',
      '（一）立项',
      '2月完成。',
    ])
    expect(draft.annexes.map(({ heading, children }) => [heading, children.map((child) => child.heading)])).toEqual([
      ['一、健全制度', ['（一）立项']],
    ])
  })

  it('may follow a date that is not filled in, or the name alone', async () => {
    for (const foot of [`${NAME}\n\n2026年1月XX日`, '【请填写署名】\n\n【请填写成文日期】', NAME]) {
      const draft = await enclosing([foot, '附件', CASES])
      expect(headingsOf(draft)).toHaveLength(4)
      expect(printed(draft, 'annex')[0]).toBe('附件')
    }
  })
})

describe('the note that lists the annexes', () => {
  it.each([
    ['one', ['附件：行政执法数据表'], ['附件：行政执法数据表']],
    ['two', ['附件：1.行政执法数据表\n      2.典型案例'], ['附件：1.行政执法数据表', '2.典型案例']],
    ['numbers with blanks', ['附件：1. 数据表\n　　　2. 典型案例'], ['附件：1. 数据表', '2. 典型案例']],
    ['the word alone', ['附件：', '1.数据表', '2.典型案例'], ['附件：', '1.数据表', '2.典型案例']],
    ['a word for each', ['附件1：数据表', '附件2：典型案例'], ['附件1：数据表', '附件2：典型案例']],
    [
      'long names',
      ['附件：1.云溪县2025年行政执法数据统计\n表', '2.案例'],
      ['附件：1.云溪县2025年行政执法数据统计', '表', '2.案例'],
    ],
  ])('is no heading and no content: %s', async (_, note, lines) => {
    for (const name of ['draft.txt', 'draft.md']) {
      for (const annex of [[], ['附件1', CASES]]) {
        const draft = await enclosing([...note, SIGNED, ...annex], name)
        expect(draft.report).toMatchObject({ signature: NAME, signedOn: '2026-01-25' })
        expect(headingsOf(draft)).toHaveLength(4)
        expect(Object.keys(statesOf(draft))).toEqual(CONTENTS)
        if (name === 'draft.txt') expect(printed(draft, 'annexNote')).toEqual(lines)
      }
    }
  })

  it('may stand below the date', async () => {
    const draft = await enclosing([SIGNED, '附件：1.数据表', '2.典型案例'])
    expect(printed(draft, 'annexNote')).toEqual(['附件：1.数据表', '2.典型案例'])
  })
})

describe('a copy without name and date', () => {
  it.each([[['附件1', CASES]], [['附件', CASES]], [['附表1：统计表', CASES]], [['附件：1.数据表', '附件1', CASES]]])(
    'has annexes where 附件 stands alone or is numbered: %j',
    async (parts) => {
      const draft = await enclosing(parts)
      expect(headingsOf(draft)).toHaveLength(4)
      expect(printed(draft, 'annex').length).toBeGreaterThan(1)
      expect(Object.keys(statesOf(draft))).toEqual(CONTENTS)
    },
  )

  it('has none where the report goes on below a table', async () => {
    const parts = ['附表1：统计表', '处罚120件，许可300件。', '五、其他需要报告的情况', '没有其他情况。']
    for (const end of [[], [SIGNED]]) {
      const draft = await enclosing([...parts, ...end])
      expect(headingsOf(draft).at(-1)).toBe('五、其他需要报告的情况')
      expect(printed(draft, 'annex')).toEqual([])
    }
  })
})

it('a report that is an annex itself is a report', async () => {
  const draft = await draftOf(`附件1\n\n${TEXT}\n${SIGNED}`)
  expect(draft.report).toMatchObject({ signature: NAME, signedOn: '2026-01-25' })
  expect(Object.keys(statesOf(draft))).toEqual(CONTENTS)
})

it('a section that is called 附件 is no content', async () => {
  const draft = await enclosing(['五、附件', '处罚120件，许可300件。', SIGNED])
  expect(Object.keys(statesOf(draft))).toEqual(CONTENTS)
})
