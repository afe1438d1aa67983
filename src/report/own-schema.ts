import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { FazhiError } from '../error.js'
import { ALL_KINDS, type Kind } from '../generated/report.js'
import { schemas } from '../generated/schemas.js'
import { nearest } from '../text/nearest.js'
import type { Overlay } from './build.js'
import { layersOf, type SchemaDocument, withReference } from './demands.js'
import { KEYWORDS } from './keywords.js'
import type { Validate } from './validate.js'

function fail(what: string): never {
  throw new FazhiError('bad-schema', `本地补充要求有误：${what}`)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const LISTS = ['x-words', 'x-weak-words', 'x-traps', 'x-sentences']
const TEXTS = ['x-heading', 'x-duty', 'x-guidance', 'x-basis']

/** What only this program's keywords can get wrong; the rest Ajv finds. */
function checkKeywords(schema: unknown, path: string): void {
  if (Array.isArray(schema)) for (const [i, each] of schema.entries()) checkKeywords(each, `${path}/${i}`)
  if (!isObject(schema)) return
  for (const [key, value] of Object.entries(schema)) {
    const at = `${path}/${key}`
    if (key.startsWith('x-') && !(KEYWORDS as readonly string[]).includes(key)) {
      const guess = nearest(key, KEYWORDS)
      fail(`${at} 不是本工具的关键字，${guess ? `是不是想写“${guess}”？` : `可以写 ${KEYWORDS.join('、')}`}`)
    }
    if (LISTS.includes(key)) checkPatterns(value, at)
    if (key === 'x-topics') checkTopics(value, at)
    if (key === 'x-binding-since' && !Number.isInteger(value)) fail(`${at} 应为年份，如 2019`)
    if (TEXTS.includes(key) && typeof value !== 'string') fail(`${at} 应为文字`)
    if (key === 'x-severity' && !['error', 'warning', 'info'].includes(String(value))) {
      fail(`${at} 只能是 error、warning、info，不能是“${String(value)}”`)
    }
    if (!key.startsWith('x-')) checkKeywords(value, at)
  }
}

function patternOf(source: string, at: string): RegExp {
  try {
    return new RegExp(source.replaceAll(/\{(?:year|next)\}/g, '2000'))
  } catch {
    return fail(`${at} 的“${source}”不是合法的正则表达式`)
  }
}

function checkPatterns(value: unknown, at: string): void {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string'))
    fail(`${at} 应为文字的列表，如 ["行政执法数据"]`)
  if (value.length === 0) fail(`${at} 是空的列表，请写上词，或去掉这个关键字`)
  for (const [i, source] of value.entries()) {
    if (patternOf(source, `${at}/${i}`).test(''))
      fail(`${at}/${i} 的“${source}”能与空文字匹配，会把每个标题都当成这一项`)
  }
}

function checkTopics(value: unknown, at: string): void {
  const isTopic = (each: unknown): boolean =>
    isObject(each) && typeof each['title'] === 'string' && typeof each['guidance'] === 'string'
  if (!Array.isArray(value) || !value.every(isTopic)) fail(`${at} 应为 {"title": …, "guidance": …} 的列表`)
}

/** Fields of the report; a section put among them would never be looked for. */
const FIELDS = Object.keys(schemas.report.properties)

function checkFields(document: SchemaDocument): void {
  for (const layer of layersOf(document)) {
    for (const key of [...Object.keys(layer.properties ?? {}), ...(layer.required ?? [])]) {
      if (!FIELDS.includes(key))
        fail(`“${key}”不是报告的字段；要增加一项内容，请写在 properties.sections.properties 里`)
    }
  }
}

/** A demanded section must be told apart: by a title, or by a key in Chinese. */
function checkSections(document: SchemaDocument): void {
  const sections = layersOf(document).flatMap((layer) => layer.properties?.['sections'] ?? [])
  const described = sections.flatMap(({ properties = {} }) =>
    Object.keys(properties).filter((key) => withReference(properties[key] ?? {}, document).title !== undefined),
  )
  const known = new Set([...Object.keys(schemas.report.properties.sections.properties), ...described])
  for (const key of sections.flatMap(({ required }) => required ?? [])) {
    if (!known.has(key) && !/[\u4e00-\u9fff]/.test(key)) {
      fail(`required 要求“${key}”，但 properties.sections.properties 里没有说明它是什么，请至少写上 title`)
    }
  }
}

function explain(error: unknown): string {
  if (error instanceof RangeError) return '$ref 首尾相连，没有尽头'
  const message = error instanceof Error ? error.message : String(error)
  const reference = /can't resolve reference (\S+)/.exec(message)?.[1]
  if (reference) return `$ref 指向的“${reference}”不存在`
  const dialect = /no schema with key or ref "([^"]+)"/.exec(message)?.[1]
  if (dialect) return `不支持 $schema“${dialect}”，请写 https://json-schema.org/draft/2020-12/schema`
  const keyword = /unknown keyword: "([^"]+)"/.exec(message)?.[1]
  if (keyword) return `不认识关键字“${keyword}”`
  const pattern = /^Invalid regular expression: \/(.*)\/[a-z]*: /.exec(message)?.[1]
  if (pattern !== undefined) return `“${pattern}”不是合法的正则表达式`
  const place = /^schema is invalid: data(\S*) /.exec(message)?.[1]
  if (place !== undefined) return `#${place} 的值不合 JSON Schema 的规定`
  return `不合 JSON Schema 的写法（${message}）`
}

/**
 * An own schema, compiled to be laid over the schema of the report's kind.
 * Throws `bad-schema` naming its mistake: no object, a broken `$ref`, an unknown keyword, a pattern that is none.
 */
export function compileOverlay(document: unknown): Overlay {
  if (!isObject(document)) fail('最外层应为一个对象 { … }')
  checkKeywords(document, '#')
  const id = typeof document['$id'] === 'string' ? document['$id'] : 'own.schema.json'
  if (/^(?:report|government|department|township)\.schema\.json$/.test(id)) fail(`$id 不能与内置的“${id}”相同`)
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    validateFormats: false,
    logger: false,
  })
  ajv.addVocabulary([...KEYWORDS])
  let compiled: [Kind, Validate][]
  try {
    for (const schema of Object.values(schemas)) ajv.addSchema(schema)
    ajv.addSchema({ ...document, $id: id })
    compiled = ALL_KINDS.map((kind) => [
      kind,
      ajv.compile({ allOf: [{ $ref: `${kind}.schema.json` }, { $ref: id }] }) as ValidateFunction as Validate,
    ])
    for (const [, validate] of compiled) validate({ sections: {} })
  } catch (error) {
    return fail(explain(error))
  }
  // Ajv has seen to it that lists are lists.
  checkSections(document as SchemaDocument)
  checkFields(document as SchemaDocument)
  return { document: document as SchemaDocument, validators: Object.fromEntries(compiled) as Record<Kind, Validate> }
}
