import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { verdictOf } from '../src/finding.js'
import type { Kind } from '../src/generated/report.js'
import { lint } from '../src/lint.js'
import type { BuildOptions, Overlay } from '../src/report/build.js'
import { demandsOf } from '../src/report/demands.js'
import { compileOverlay } from '../src/report/own-schema.js'
import { type Facts, scaffold, skeletonContext } from '../src/scaffold.js'
import { draftOf, statesOf } from './drafts.js'

const ISSUERS: [Kind, string][] = [
  ['government', '云溪县人民政府'],
  ['department', '云溪县司法局'],
  ['township', '云溪县石桥镇人民政府'],
  ['township', '听潮街道办事处'],
]

const OVERLAY = compileOverlay(JSON.parse(readFileSync('seeds/schemas/enforcement-data.schema.json', 'utf8')))

const blank = (kind: Kind, facts: Facts, overlay?: Overlay): string =>
  scaffold(facts, kind, demandsOf(kind, overlay?.document))

/** What the author writes in place of each placeholder. */
const ANSWERS: [RegExp, string][] = [
  [/【请填写上级机关】/g, '上级党委政府'],
  [/【请用[^】]*】/g, '年度任务全部完成'],
  [
    /【请填写不足和原因】/g,
    '一是执法力量不足。执法人员专业对口的不到一半，遇到跨领域案件难以独立办理，主要原因是编制有限、新进人员少。二是普法针对性不强。宣传多在城区开展，偏远村覆盖不够，形式以发放资料为主，群众参与不多，原因在于力量分散、经费偏少，也缺少熟悉本地情况的普法骨干。',
  ],
  [/【请填写第一责任人履职】/g, '主要负责人主持会议研究法治建设议题6个，听取工作汇报2次，带头学法4次，年底述法。'],
  [/【请填写成文日期】/g, '2026年1月25日'],
  [/【请填写[^】]*】/g, '全年办理32件，按期办结，群众满意。'],
  [/<!--[\s\S]*?-->\n\n/g, ''],
]

const filled = (skeleton: string): string =>
  ANSWERS.reduce((text, [placeholder, answer]) => text.replace(placeholder, answer), skeleton)

async function lintSkeleton(text: string, options: BuildOptions = {}) {
  return lint(await draftOf(text, 'draft.md', options))
}

describe.each([
  ['the built-in schema', undefined],
  ['an own schema laid over it', OVERLAY],
])('a blank report by %s', (_, overlay) => {
  const options: BuildOptions = overlay ? { overlay } : {}

  it.each(ISSUERS)('has nothing wrong but what is to be filled in: %s, %s', async (kind, issuer) => {
    const text = blank(kind, { issuer, year: 2025 }, overlay)
    const findings = await lintSkeleton(text, options)
    const serious = findings.filter(({ severity }) => severity !== 'info')
    expect(serious.map(({ rule }) => rule)).toEqual(['unfilled-placeholder'])
  })

  it.each(ISSUERS)('has every demanded section, where lint finds it: %s, %s', async (kind, issuer) => {
    const draft = await draftOf(blank(kind, { issuer, year: 2025 }, overlay), 'draft.md', options)
    const demanded = draft.demands.contents.filter(({ required }) => required).map(({ key }) => [key, 'separate'])
    expect(statesOf(draft)).toEqual(Object.fromEntries(demanded))
    expect(draft.report).toMatchObject({ issuer, kind, year: 2025, signature: issuer })
    expect(draft.comments.length).toBeGreaterThanOrEqual(demanded.length)
  })

  it.each(ISSUERS)('passes once it is filled in: %s, %s', async (kind, issuer) => {
    const text = filled(blank(kind, { issuer, year: 2025 }, overlay))
    expect(text).not.toContain('【')
    const findings = await lintSkeleton(text, options)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(verdictOf(findings)).toBe('pass')
  })
})

describe('scaffold', () => {
  const facts: Facts = { issuer: '云溪县人民政府', year: 2025 }

  it('numbers the sections and names this year and the next', () => {
    expect(blank('government', facts).match(/^##? .*/gm)).toEqual([
      '# 云溪县人民政府关于2025年法治政府建设情况的报告',
      '## 一、2025年推进法治政府建设的主要举措和成效',
      '## 二、2025年推进法治政府建设存在的不足和原因',
      '## 三、党政主要负责人履行推进法治建设第一责任人职责情况',
      '## 四、2026年推进法治政府建设的主要安排',
    ])
  })

  it('explains each section with its legal basis, and the own one with its own', () => {
    const text = blank('department', { issuer: '云溪县司法局', year: 2025 }, OVERLAY)
    expect(text.match(/依据：《法治政府建设与责任落实督察工作规定》第二十五条/g)).toHaveLength(4)
    expect(text).toContain('## 五、行政执法数据公开情况')
    expect(text).toContain('（依据：《某省行政执法数据公开办法》第八条）')
  })

  it('uses the facts it is given, and asks for the rest', async () => {
    const given = parse(readFileSync('seeds/facts/department.yaml', 'utf8')) as Facts
    const text = blank('department', given)
    const draft = await draftOf(text, 'draft.md')
    expect(draft.report).toMatchObject({ issuer: given.issuer, year: given.year, addressee: given.addressee })
    expect(text).toContain([given.sections?.['achievements']].flat().join('\n\n'))
    expect(text).not.toContain('【请填写第一责任人履职】')
    expect(text).toContain('【请填写不足和原因】')
    expect(text).toContain('【请填写成文日期】')
  })

  it('passes as it is, where the facts are complete', async () => {
    const given = parse(readFileSync('seeds/facts/government.yaml', 'utf8')) as Facts
    const text = blank('government', given)
    expect(text).not.toContain('【')
    expect(verdictOf(await lintSkeleton(text))).toBe('pass')
    expect(text).toContain('\n2026年2月12日\n')
  })

  it('writes an optional content only where the facts have it', () => {
    expect(blank('government', facts)).not.toContain('其他需要报告的情况')
    expect(blank('government', { ...facts, sections: { other: '无。' } })).toContain('## 五、其他需要报告的情况')
  })

  it('parts paragraphs at blank lines, and joins the lines of one', () => {
    const text = blank('government', { ...facts, sections: { plan: '第一段的\n前半。\n\n第二段。\n' } })
    expect(text).toContain('\n\n第一段的前半。\n\n第二段。\n\n')
  })

  it('gives a template nothing but texts, so that numbers are never added up', () => {
    const visit = (value: unknown): void => {
      if (typeof value === 'object') for (const each of Object.values(value ?? {})) visit(each)
      else expect(typeof value).toBe('string')
    }
    visit(skeletonContext(facts, 'government', demandsOf('government')))
    const template = Handlebars.compile('{{year}}{{next}}{{#each sections}}{{numeral}}{{../year}}{{/each}}', {
      noEscape: true,
    })
    expect(scaffold(facts, 'government', demandsOf('government'), template)).toBe('20252026一2025二2025三2025四2025\n')
  })

  it('does not escape Chinese text for HTML', () => {
    expect(blank('government', { ...facts, opening: '落实“三项制度” & 《条例》' })).toContain(
      '落实“三项制度” & 《条例》',
    )
  })

  it.each([
    ['a line break and a heading', '正文。\n## 九、注入'],
    ['a blank line and a heading', '正文。\n\n## 九、注入'],
    ['a heading alone', '# 九、注入'],
    ['a carriage return', '正文。\r# 九、注入'],
    ['an open comment', '<!-- 注入'],
    ['an open code block', '```\n注入'],
    ['another open code block', '~~~'],
    ['a rule that makes a heading of the line above', '正文\n---'],
    ['a rule of the other kind', '正文\n==='],
    ['front matter', '正文\n---\nkind: township\n---'],
  ])('lets no fact bring in headings or swallow what follows: %s', async (_, value) => {
    const plain = await draftOf(blank('government', { ...facts, sections: { plan: '正文。' } }), 'draft.md')
    const sections = { achievements: value, shortcomings: [value, value], responsibility: value, plan: value }
    const text = blank('government', { ...facts, opening: value, addressee: value, signature: value, sections })
    const draft = await draftOf(text, 'draft.md')
    expect(draft.sections.map(({ heading }) => heading)).toEqual(plain.sections.map(({ heading }) => heading))
    expect(draft.sections.flatMap(({ children }) => children)).toEqual([])
    expect(statesOf(draft)).toEqual(statesOf(plain))
    expect(draft.report).toMatchObject({ title: plain.report.title, kind: 'government' })
  })

  it('lets no issuer or title bring in headings or front matter', async () => {
    const text = blank('government', {
      issuer: '云溪县人民政府\n# 注入',
      title: '云溪县2025年法治政府建设年度报告\n## 注入',
      year: 2025,
    })
    const draft = await draftOf(text, 'draft.md')
    expect(draft.report.title).toBe('云溪县2025年法治政府建设年度报告## 注入')
    expect(draft.sections).toHaveLength(4)
  })
})
