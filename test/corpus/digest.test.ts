import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/corpus/digest.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { draftOf } from './indicators/drafts.js'

const LONG = '调解纠纷20件。'.repeat(125)

describe('the digest of a report', () => {
  it('has its passages with their lines, run-in headings with their text', async () => {
    const draft = await draftOf('（一）规范执法。全年办理行政处罚案件34件。\n\n（二）化解纠纷。调解纠纷20件。')
    expect(digestOf(draft).passages.slice(0, 3)).toEqual([
      { line: 3, text: '一、主要举措和成效' },
      { line: 5, text: '（一）规范执法。全年办理行政处罚案件34件。' },
      { line: 7, text: '（二）化解纠纷。调解纠纷20件。' },
    ])
  })

  it('has passages and sentences as printed, traditional characters too', async () => {
    const text = [
      '石橋鎮人民政府2025年法治政府建設年度報告',
      '一、主要舉措和成效',
      '認真貫徹習近平法治思想，辦理行政處罰案件34件。',
      '二、存在的不足和原因',
      '執法力量不足，原因是編制少。',
    ].join('\n\n')
    const draft = build(await read({ name: 'a.txt', bytes: new TextEncoder().encode(text) }))
    const { passages, figures } = digestOf(draft)
    expect(passages).toContainEqual({ line: 5, text: '認真貫徹習近平法治思想，辦理行政處罰案件34件。' })
    expect(figures).toMatchObject([{ value: 34, sentence: '認真貫徹習近平法治思想，辦理行政處罰案件34件。' }])
  })

  it('tells the topics it touches and those expected of its issuer', async () => {
    const { topics, expectedTopics } = digestOf(await draftOf(LONG, { issuer: '云溪县石桥镇人民政府' }))
    expect(topics).toContain('社会矛盾纠纷行政预防调处化解')
    expect(topics).not.toContain('突发事件应对')
    expect(expectedTopics).toContain('突发事件应对')
    expect(expectedTopics).not.toContain('法治政府建设科技保障')
  })

  it('expects no topics of years before the plan', async () => {
    expect(digestOf(await draftOf(LONG, { year: 2019 })).expectedTopics).toEqual([])
  })

  it('expects no topics of a report that is too short for the rule to speak', async () => {
    expect(digestOf(await draftOf('调解纠纷20件。')).expectedTopics).toEqual([])
  })
})
