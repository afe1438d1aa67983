import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import type { Kind } from '../../src/generated/report.js'
import { lint } from '../../src/lint.js'
import { demandsOf } from '../../src/report/demands.js'
import { compileOverlay } from '../../src/report/own-schema.js'
import { draftOf, statesOf } from '../drafts.js'

const ENFORCEMENT = JSON.parse(readFileSync('seeds/schemas/enforcement-data.schema.json', 'utf8'))

const withSections = (sections: unknown): unknown => ({ properties: { sections } })
const withContent = (content: unknown): unknown => withSections({ properties: { data: content } })

const SECTIONS = [
  '一、主要举措和成效\n\n审查规范性文件32件。',
  '二、存在的不足和原因\n\n执法力量薄弱，原因是编制少。',
  '三、第一责任人履职情况\n\n主要负责人听取汇报2次。',
  '四、2024年主要安排\n\n充实执法队伍。',
]

describe('an own schema that demands one more section', () => {
  const issuers: [Kind, string][] = [
    ['government', '云溪县人民政府'],
    ['department', '云溪县司法局'],
    ['township', '石桥镇人民政府'],
  ]

  it.each(issuers)('is laid over the schema of a %s: the section is missing, or found', async (kind, issuer) => {
    const overlay = compileOverlay(ENFORCEMENT)
    const title = `${issuer}2023年法治政府建设年度报告`
    const without = await draftOf([title, ...SECTIONS].join('\n\n'), 'draft.txt', { overlay })
    expect(without.report.kind).toBe(kind)
    expect(lint(without).filter(({ rule }) => rule === 'missing-section')).toMatchObject([
      { severity: 'error', basis: '《某省行政执法数据公开办法》第八条' },
    ])
    expect(lint(without)[0]?.message).toContain('缺少“行政执法数据公开情况”')

    const data = '五、行政执法统计数据公开情况\n\n全年办理行政许可1200件、行政处罚83件。'
    const complete = await draftOf([title, ...SECTIONS, data].join('\n\n'), 'draft.txt', { overlay })
    expect(statesOf(complete)).toMatchObject({ enforcementData: 'separate', plan: 'separate' })
    expect(lint(complete).filter(({ rule }) => rule === 'missing-section')).toEqual([])
  })

  it('is demanded of a report whose kind is unknown too', async () => {
    const overlay = compileOverlay(ENFORCEMENT)
    const draft = await draftOf(['2023年法治政府建设情况报告', SECTIONS[0]].join('\n\n'), 'draft.txt', { overlay })
    expect(draft.report.kind).toBeUndefined()
    const missing = lint(draft).filter(({ rule }) => rule === 'missing-section')
    expect(missing.map(({ message }) => message.slice(2, message.indexOf('。')))).toContain('“行政执法数据公开情况”')
  })

  it('stands before the optional content, and changes nothing else', () => {
    const keys = demandsOf('government', compileOverlay(ENFORCEMENT).document).contents.map(({ key }) => key)
    expect(keys).toEqual(['achievements', 'shortcomings', 'responsibility', 'plan', 'enforcementData', 'other'])
    expect(demandsOf('government').contents.map(({ key }) => key)).not.toContain('enforcementData')
  })

  it('may be demanded by nothing but a Chinese key', async () => {
    const overlay = compileOverlay(withSections({ required: ['行政执法数据'] }))
    const text = ['云溪县2023年法治政府建设年度报告', ...SECTIONS, '五、行政执法数据\n\n许可1200件。'].join('\n\n')
    expect(statesOf(await draftOf(text, 'draft.txt', { overlay }))).toMatchObject({ 行政执法数据: 'separate' })
  })

  it('may change the words of a content that is known, and its weight', async () => {
    const overlay = compileOverlay(
      withSections({ properties: { plan: { 'x-words': ['来年作为'], 'x-severity': 'warning' } } }),
    )
    const text = ['云溪县2023年法治政府建设年度报告', ...SECTIONS.slice(0, 3), '四、来年作为\n\n充实队伍。'].join(
      '\n\n',
    )
    expect(statesOf(await draftOf(text, 'draft.txt', { overlay }))).toMatchObject({ plan: 'separate' })
    const absent = lint(await draftOf(text.replace('四、来年作为', '四、队伍'), 'draft.txt', { overlay }))
    expect(absent.find(({ rule }) => rule === 'missing-section')?.severity).toBe('warning')
  })

  it('may be put together with allOf', () => {
    const overlay = compileOverlay({ allOf: [{ allOf: [ENFORCEMENT] }] })
    expect(demandsOf('township', overlay.document).contents.find(({ key }) => key === 'enforcementData')).toMatchObject(
      { required: true, title: '行政执法数据公开情况' },
    )
  })
})

describe('a mistake in an own schema', () => {
  it.each([
    ['no object', [], '一个对象'],
    ['a misspelt keyword', withContent({ title: '数据', 'x-word': ['数据'] }), '“x-words”'],
    ['a keyword of nobody', withContent({ title: '数据', weight: 3 }), '“weight”'],
    ['an unknown severity', withContent({ title: '数据', 'x-severity': 'fatal' }), '“fatal”'],
    ['words that are no list', withContent({ title: '数据', 'x-words': '数据' }), 'x-words 应为文字的列表'],
    ['a pattern that is none', withContent({ title: '数据', 'x-words': ['数据', '(数据'] }), 'x-words/1'],
    ['a pattern that fits everything', withContent({ title: '数据', 'x-words': ['数据*|'] }), '空文字'],
    ['a heading that is no text', withContent({ title: '数据', 'x-heading': 3 }), 'x-heading 应为文字'],
    ['topics that are no list', withContent({ title: '数据', 'x-topics': '许可' }), 'x-topics'],
    ['topics without title', withContent({ title: '数据', 'x-topics': [{ name: '许可' }] }), 'x-topics'],
    ['a demand that nothing describes', withSections({ required: ['data'] }), '“data”'],
    ['a demand without title', withSections({ properties: { data: true }, required: ['data'] }), 'title'],
    ['a list of demands that is none', withSections({ required: 'data' }), '#/properties/sections/required'],
    ['a reference to nowhere', withContent({ $ref: '#/$defs/none' }), '“#/$defs/none”'],
    ['a reference to itself', { $ref: '#' }, '$ref'],
    ['an unknown type', { type: 'objekt' }, '#/type'],
    ['a broken pattern of JSON Schema', { properties: { title: { pattern: '(' } } }, '正则表达式'],
    ['the name of a built-in schema', { $id: 'government.schema.json' }, '“government.schema.json”'],
    ['an older dialect', { $schema: 'http://json-schema.org/draft-07/schema#' }, '2020-12'],
  ])('is named in Chinese: %s', (_, document, named) => {
    const compile = (): unknown => compileOverlay(document)
    expect(compile).toThrow(FazhiError)
    expect(compile).toThrow(named)
    expect(compile).toThrow(/^本地补充要求有误：/)
    expect(compile).not.toThrow(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/i)
  })
})
