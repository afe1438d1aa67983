import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/generated/schemas.js'
import { lint } from '../../src/lint.js'
import { demandsOf } from '../../src/report/demands.js'
import { draftOf } from '../drafts.js'

const DUTY = '《法治政府建设与责任落实督察工作规定》第二十五条'

/** A report with the first of the demanded sections only. */
const partial = (title: string): string => `${title}\n\n一、主要举措和成效\n\n全年审查行政规范性文件32件，成效明显。\n`

const missingIn = async (title: string) =>
  lint(await draftOf(partial(title))).filter(({ rule }) => rule === 'missing-section')

describe('demandsOf', () => {
  it.each(['government', 'department', 'township'] as const)(
    'demands the four contents of a %s, 其他 is optional',
    (kind) => {
      const { contents } = demandsOf(kind)
      expect(contents.map(({ key, required }) => [key, required])).toEqual([
        ['achievements', true],
        ['shortcomings', true],
        ['responsibility', true],
        ['plan', true],
        ['other', false],
      ])
      expect(contents.every(({ basis }) => basis === DUTY)).toBe(true)
    },
  )

  it('demands of an unknown kind what all kinds have in common', () => {
    const required = (kind: Parameters<typeof demandsOf>[0]): string[] =>
      demandsOf(kind).contents.flatMap((content) => (content.required ? [content.key] : []))
    expect(required(null)).toEqual(
      required('government').filter(
        (key) => required('department').includes(key) && required('township').includes(key),
      ),
    )
    expect(demandsOf(null).contents.every(({ topics }) => topics.length === 0)).toBe(true)
  })

  it('takes titles, words and guidance from the schema', () => {
    const { properties } = schemas.report.properties.sections
    const plan = demandsOf('government').contents.find(({ key }) => key === 'plan')
    expect(plan).toMatchObject({
      title: properties.plan.title,
      words: properties.plan['x-words'],
      guidance: properties.plan['x-guidance'],
    })
  })

  it('gives the same object for the same arguments', () => {
    expect(demandsOf('township')).toBe(demandsOf('township'))
  })
})

describe('a report of a kind that nothing tells', () => {
  it('is checked for what all kinds have in common, and told so', async () => {
    const findings = lint(await draftOf(partial('2023年法治政府建设情况报告')))
    expect(findings.find(({ rule }) => rule === 'unknown-kind')?.severity).toBe('info')
    expect(findings.filter(({ rule }) => rule === 'missing-section').map(({ severity }) => severity)).toEqual([
      'error',
      'error',
      'error',
    ])
  })
})

describe('a report for a year before the regulation', () => {
  it('is advised, and nothing is cited', async () => {
    const missing = await missingIn('云溪县2018年法治政府建设情况报告')
    expect(missing).toHaveLength(3)
    for (const { severity, basis, message } of missing) {
      expect(severity).toBe('info')
      expect(basis).toBeNull()
      expect(message).not.toContain('《')
    }
  })

  it('is bound from 2019, and where the year is unknown', async () => {
    for (const title of ['云溪县2019年法治政府建设情况报告', '云溪县法治政府建设情况报告']) {
      const missing = await missingIn(title)
      expect(missing.map(({ severity, basis }) => [severity, basis])).toEqual(Array(3).fill(['error', DUTY]))
    }
  })

  it('carries no citation in any finding', async () => {
    const text =
      '云溪县2017年法治政府建设情况报告\n\n发布日期：2018-06-12 来源：县司法局\n\n一、主要做法\n\n（一）第一责任人履职\n\n落实责任。\n\n二、存在问题和下一步打算\n\n力量不足。\n'
    const findings = lint(await draftOf(text))
    const duties = findings.filter(({ rule }) => !rule.startsWith('missing-sig') && !rule.startsWith('missing-date'))
    expect(duties.length).toBeGreaterThan(2)
    for (const { basis, severity, rule } of duties) expect([rule, basis, severity]).toEqual([rule, null, 'info'])
  })
})

describe('a report of a street office', () => {
  it('is measured by analogy: 参照', async () => {
    const missing = await missingIn('听潮街道办事处2023年法治政府建设年度报告')
    expect(missing.map(({ basis }) => basis)).toEqual(Array(3).fill(`参照${DUTY}`))
    expect(missing[0]?.message).toContain(`参照${DUTY}，应当报告`)
  })

  it('that names itself only in the text is one too', async () => {
    const text = partial('2023年法治政府建设情况报告').replace('全年', '我街道全年')
    const draft = await draftOf(text.replace('成效明显', '街道党工委多次研究'), 'draft.txt', { kind: 'township' })
    expect(draft.demands.contents[0]?.basis).toBe(`参照${DUTY}`)
  })

  it('is not confused with a town', async () => {
    expect((await missingIn('石桥镇2023年法治政府建设年度报告')).map(({ basis }) => basis)).toEqual(Array(3).fill(DUTY))
  })

  it('before 2019 gets advice, and nothing is cited', async () => {
    const missing = await missingIn('听潮街道办事处2018年法治政府建设年度报告')
    expect(missing.map(({ severity, basis }) => [severity, basis])).toEqual(Array(3).fill(['info', null]))
  })
})
