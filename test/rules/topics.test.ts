import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import { localDeadlinesFor } from '../../src/rules/deadlines.js'
import { TOPICS } from '../../src/rules/topics.js'
import { draftOf } from '../drafts.js'

const PRAISE = '坚持把法治建设摆在重要位置，一级抓一级、层层抓落实，推动各项工作走深走实，群众的获得感不断增强。'

/** Ids and messages of the two rules about what the achievements hold. */
async function found(text: string): Promise<string[]> {
  const ids = ['achievements-without-figures', 'topic-not-covered']
  return lint(await draftOf(text))
    .filter(({ rule }) => ids.includes(rule))
    .map(({ rule }) => rule)
}

const report = (achievements: string, title = '石桥镇2023年法治政府建设年度报告'): string =>
  `${title}\n\n一、主要举措和成效\n\n${achievements}\n\n二、存在的不足和原因\n\n由于编制少，执法人员仅3名。\n\n三、2024年工作安排\n\n组织培训4期。\n`

describe('achievements-without-figures', () => {
  it.each([
    '落实“三项制度”和《优化营商环境若干措施20条》，推进“最多跑一次”改革。',
    '2023年6月起推行综合执法，12345热线24小时值守，建成15分钟服务圈。',
    '一是抓学习，二是抓执法，首次开展评议，第三方参与，形成一批经验。',
  ])('finds no figure in %s', async (sentence) => {
    expect(await found(report(PRAISE + sentence))).toContain('achievements-without-figures')
  })

  it.each([
    '调解纠纷120件。',
    '满意率98.5%。',
    '办件26万余件。',
    '全年召开会议十二次。',
    '宣讲两百余场。',
    '罚款9.85万元。',
    '败诉率下降百分之五。',
    '评查案卷１２份。',
  ])('takes %s for a figure', async (sentence) => {
    expect(await found(report(PRAISE + sentence))).not.toContain('achievements-without-figures')
  })

  it('looks at all sections by topic', async () => {
    const text = `石桥镇2023年法治政府建设年度报告\n\n一、加强组织领导\n\n${PRAISE}\n\n二、规范行政执法\n\n${PRAISE}查处案件12件。\n\n三、存在的不足和原因\n\n由于编制少，力量不足。\n`
    expect(await found(text)).not.toContain('achievements-without-figures')
  })
})

describe('topic-not-covered', () => {
  it('says nothing of short drafts, of reports for 2020, and of what names no issuer', async () => {
    expect(await found(report('调解纠纷120件。'))).toEqual([])
    expect(await found(report(`${PRAISE.repeat(9)}9件`, '石桥镇2020年法治政府建设年度报告'))).toEqual([])
    expect(await found(report(`${PRAISE.repeat(9)}9件`, '2023年法治政府建设年度报告'))).toEqual([])
  })

  it('gives one finding for all topics', async () => {
    expect(await found(report(`${PRAISE.repeat(9)}召开会议9次。`))).toEqual(['topic-not-covered'])
  })

  it('is touched by a word of every topic alone', async () => {
    const words = TOPICS.map((topic) => topic.words().source.split('|')[0]).join('、')
    expect(await found(report(`${PRAISE.repeat(9)}${words}9次。`, '云溪县2023年法治政府建设年度报告'))).toEqual([])
  })

  it('is touched by no set phrase', () => {
    const phrase =
      '党中央决策部署，职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府，党政主要负责人履行推进法治建设第一责任人职责，街道办事处，《法治政府建设与责任落实督察工作规定》'
    expect(TOPICS.flatMap(({ words }) => words().exec(phrase) ?? [])).toEqual([])
  })
})

describe('local deadlines', () => {
  it.each([
    ['安徽', 'government', 1],
    ['安徽省合肥市', 'government', 1],
    ['安徽', 'township', 0],
    ['浙江', 'government', 0],
    [null, 'government', 0],
  ] as const)('has for %s and a %s %d of its own', (place, kind, count) => {
    expect(localDeadlinesFor('reported', place, kind)).toHaveLength(count)
  })
})
