import { describe, expect, it } from 'vitest'
import { draftOf, statesOf } from '../drafts.js'

const TITLE = '云溪县人民政府关于2023年法治政府建设情况的报告'
const DONE = '全年审查行政规范性文件32件，化解行政争议12件，办理行政复议案件68件，成效明显。'
const LACKS = '执法力量还比较薄弱，案卷质量不高，主要原因是编制少、新进人员多，培训跟不上。'
const PERSON = '县长主持召开县政府常务会议研究法治建设议题6个，听取工作汇报2次，带头学法10次。'
const NEXT = '继续充实执法队伍，健全案卷评查机制，开展分级分类培训，推动执法质量持续提升。'

const report = (...lines: string[]): string => `${[TITLE, '市人民政府：', ...lines].join('\n\n')}\n`

const SEPARATE = { achievements: 'separate', shortcomings: 'separate', responsibility: 'separate', plan: 'separate' }

describe.each([['draft.txt'], ['draft.md']])('layouts of real reports, as %s', (name) => {
  it('A: four sections', async () => {
    const text = report(
      ...['一、主要举措和成效', DONE, '二、存在的不足和原因', LACKS],
      ...['三、党政主要负责人履行推进法治建设第一责任人职责情况', PERSON, '四、2024年主要安排', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.report.addressee).toBe('市人民政府')
  })

  it('B: three sections, 第一责任人 a heading inside the first', async () => {
    const text = report(
      ...['一、工作开展情况', '（一）履行法治建设第一责任人职责', PERSON, '（二）规范行政执法', DONE],
      ...['二、存在的问题', LACKS, '三、下一步工作打算', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual({ ...SEPARATE, responsibility: 'embedded' })
    const responsibility = draft.contents.find(({ key }) => key === 'responsibility')
    expect(responsibility?.section?.heading).toBe('（一）履行法治建设第一责任人职责')
    expect(responsibility?.evidence?.text).toBe(PERSON)
  })

  it('B: three sections, 第一责任人 in sentences only', async () => {
    const told = `${DONE}县政府主要负责人认真履行推进法治建设第一责任人职责，述法1次。`
    const text = report('一、主要举措和成效', told, '二、存在的不足和原因', LACKS, '三、2024年主要安排', NEXT)
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual({ ...SEPARATE, responsibility: 'mentioned' })
    const { evidence } = draft.contents.find(({ key }) => key === 'responsibility') ?? {}
    expect(evidence && draft.source.text.slice(evidence.span.start, evidence.span.end)).toBe(
      '县政府主要负责人认真履行推进法治建设第一责任人职责，述法1次。',
    )
  })

  it('C: two sections, 不足 and 安排 under one heading', async () => {
    const text = report('一、工作完成情况', DONE, '二、存在问题及下一步工作计划', LACKS, NEXT)
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual({ achievements: 'separate', shortcomings: 'merged', plan: 'merged' })
    expect(draft.contents.find(({ key }) => key === 'plan')?.with).toEqual(['shortcomings'])
  })

  it('C: 成效 and 不足 under one heading', async () => {
    const text = report(
      '一、主要举措、成效和不足',
      DONE,
      LACKS,
      '二、第一责任人履职情况',
      PERSON,
      '三、下一步打算',
      NEXT,
    )
    const states = statesOf(await draftOf(text, name))
    expect(states).toEqual({ ...SEPARATE, achievements: 'merged', shortcomings: 'merged' })
  })

  it('D: sections by topic, 不足 and 安排 at the end', async () => {
    const text = report(
      ...['一、健全依法行政制度体系', DONE, '二、健全行政执法工作体系', DONE, '三、加强组织领导', DONE],
      ...['四、第一责任人履职情况', PERSON, '五、短板和弱项', LACKS, '六、2024年工作思路', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.contents.find(({ key }) => key === 'achievements')?.section?.heading).toBe('一、健全依法行政制度体系')
  })

  it('E: 第一责任人 first, 安排 before 不足', async () => {
    const text = report(
      ...['一、主要负责人履行法治建设第一责任人职责情况', PERSON, '二、主要举措和成效', DONE],
      ...['三、下一年度安排', NEXT, '四、存在的不足和原因', LACKS],
    )
    expect(statesOf(await draftOf(text, name))).toEqual(SEPARATE)
  })

  it('headings may run on across their numbering: 一、 then 1. then （1）', async () => {
    const text = report(
      ...['一、主要举措和成效', '1.健全制度', DONE, '2.规范执法', '（1）评查案卷', DONE],
      ...['二、存在的不足和原因', LACKS, '三、第一责任人履职情况', PERSON, '四、2024年主要安排', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.sections[0]?.children.map(({ heading }) => heading)).toEqual(['1.健全制度', '2.规范执法'])
    expect(draft.sections[0]?.children[1]?.children.map(({ heading }) => heading)).toEqual(['（1）评查案卷'])
  })

  it('parts may stand above 一、', async () => {
    const text = report(
      ...['第一部分 主要举措和成效', '一、健全制度', DONE, '二、规范执法', DONE],
      ...['第二部分 存在的不足和原因', '一、执法力量', LACKS, '第三部分 第一责任人履职情况', PERSON],
      ...['第四部分 2024年主要安排', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.sections).toHaveLength(4)
  })

  it('headings whose numerals the word processor kept for itself are told by their wording', async () => {
    const text = report(
      ...['主要举措和成效', DONE, DONE, '存在的不足和原因', LACKS],
      ...['第一责任人履职情况', PERSON, '2024年主要安排', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.sections.every(({ numeral }) => numeral === null)).toBe(true)
  })

  it('headings by topic without numerals count too, where the others show that numerals are lost', async () => {
    const text = report(
      ...['健全依法行政制度体系', DONE, '健全行政执法工作体系', DONE],
      ...['存在的不足和原因', LACKS, '第一责任人履职情况', PERSON, '2024年主要安排', NEXT],
    )
    const draft = await draftOf(text, name)
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.sections).toHaveLength(5)
  })
})

describe('Markdown headings', () => {
  it('give the levels, with numerals or without', async () => {
    const text = `# ${TITLE}\n\n## 主要举措和成效\n\n### 健全制度\n\n${DONE}\n\n## 存在的不足和原因\n\n${LACKS}\n\n## 第一责任人履职情况\n\n${PERSON}\n\n## 2024年主要安排\n\n${NEXT}\n`
    const draft = await draftOf(text, 'draft.md')
    expect(statesOf(draft)).toEqual(SEPARATE)
    expect(draft.sections.map(({ level }) => level)).toEqual([1, 1, 1, 1])
    expect(draft.sections[0]?.children[0]?.heading).toBe('健全制度')
  })

  it('may all have the same depth: then the numbering tells the levels', async () => {
    const text = `# ${TITLE}\n\n## 一、主要举措和成效\n\n## （一）健全制度\n\n${DONE}\n\n## 二、存在的不足和原因\n\n${LACKS}\n`
    const draft = await draftOf(text, 'draft.md')
    expect(draft.sections.map(({ heading }) => heading)).toEqual(['一、主要举措和成效', '二、存在的不足和原因'])
    expect(draft.sections[0]?.children[0]?.heading).toBe('（一）健全制度')
  })

  it('may be lines in bold', async () => {
    const text = `# ${TITLE}\n\n**一、主要举措和成效**\n\n${DONE}\n\n**二、存在的不足和原因**\n\n${LACKS}\n`
    expect(statesOf(await draftOf(text, 'draft.md'))).toMatchObject({
      achievements: 'separate',
      shortcomings: 'separate',
    })
  })
})
