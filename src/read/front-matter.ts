import { parseDocument } from 'yaml'
import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import type { Metadata } from '../model.js'
import { findDate } from '../text/dates.js'

const KINDS: Record<string, Kind> = {
  government: 'government',
  department: 'department',
  township: 'township',
  政府: 'government',
  部门: 'department',
  乡镇: 'township',
  街道: 'township',
}

/** Other names that authors and site generators give to the keys. */
const ALIASES: Record<string, string> = {
  date: 'publishedOn',
  published: 'publishedOn',
  标题: 'title',
  发文机关: 'issuer',
  机关类别: 'kind',
  报告年度: 'year',
  年度: 'year',
  发布日期: 'publishedOn',
  公开日期: 'publishedOn',
  成文日期: 'signedOn',
  署名: 'signature',
  主送机关: 'addressee',
}

/** Lines of a YAML bomb multiply through aliases; front matter needs none. */
const MAX_ALIASES = 10
const MAX_LENGTH = 100_000

/** Line 1 is the opening `---`. */
function mistake(line: number, what: string): FazhiError {
  return new FazhiError('bad-front-matter', `文件开头“---”之间的第 ${line} 行有误：${what}`)
}

function explain(message: string, sourceLine: string): string {
  if (/^[^:]*\uff1a/.test(sourceLine)) return `“${sourceLine.trim()}”里的冒号应为半角“: ”（后面空一格）`
  if (/duplicate|unique/i.test(message)) return `“${sourceLine.trim()}”写了两次`
  return `“${sourceLine.trim().slice(0, 40)}”不合 YAML 的写法，应为“名称: 值”`
}

/**
 * YAML front matter as metadata; `null` where the text between the `---` lines is no mapping and thus part of the draft.
 * Throws `bad-front-matter` for broken YAML, an unknown kind, a year that is none.
 */
export function parseFrontMatter(yaml: string): Metadata | null {
  if (yaml.length > MAX_LENGTH) throw mistake(2, '内容过长')
  const document = parseDocument(yaml, { prettyErrors: false })
  const lines = yaml.split(/\r\n|\n|\r/)
  const error = document.errors[0]
  if (error) {
    if (!lines.some((line) => /^[^\s:\uff1a]{1,20}[:\uff1a]/.test(line))) return null
    const line = yaml.slice(0, error.pos[0]).split(/\r\n|\n|\r/).length
    throw mistake(line + 1, explain(error.message, lines[line - 1] ?? ''))
  }
  const values = toValues(document, lines)
  if (values === null) {
    const wide = lines.findIndex((line) => /^[^\s:\uff1a\u3002]{1,12}\uff1a/.test(line))
    if (wide >= 0 && lines.every((line) => line.trim() === '' || /^[^\u3002]{1,60}$/.test(line))) {
      throw mistake(wide + 2, explain('', lines[wide] ?? ''))
    }
    return null
  }
  return toMetadata(values, (key) => lines.findIndex((line) => line.trimStart().startsWith(key)) + 2)
}

function toValues(document: ReturnType<typeof parseDocument>, lines: string[]): Record<string, unknown> | null {
  try {
    const values: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return values !== null && typeof values === 'object' && !Array.isArray(values) ? { ...values } : null
  } catch (error) {
    const unknown = /Unresolved alias.*: (.+)$/.exec(String(error))?.[1]
    if (unknown === undefined) throw mistake(2, '引用（*）层层嵌套，展开后过大')
    const line = lines.findIndex((each) => each.includes(`*${unknown}`))
    throw mistake(line + 2, `“${(lines[line] ?? '').trim().slice(0, 40)}”里以“*”开头的值要加引号`)
  }
}

/** A table's value for a word of the user's, which may be `constructor` too. */
const named = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

function toMetadata(values: Record<string, unknown>, lineOf: (key: string) => number): Metadata {
  const metadata: Metadata = { rest: {} }
  for (const [name, value] of Object.entries(values)) {
    const key = named(ALIASES, name) ?? name
    if (value === null) continue
    if (key === 'title' || key === 'issuer' || key === 'signature' || key === 'addressee') {
      if (typeof value === 'object') throw mistake(lineOf(name), `${name} 应为一行文字`)
      const text = String(value).trim()
      if (text !== '') metadata[key] = text
    } else if (key === 'kind') {
      const kind = named(KINDS, String(value))
      if (!kind)
        throw mistake(
          lineOf(name),
          `kind 只能是 government（政府）、department（部门）、township（乡镇、街道），不能是“${String(value)}”`,
        )
      metadata.kind = kind
    } else if (key === 'year') {
      const year = Number(/^\d{4}/.exec(String(value))?.[0])
      if (!(year >= 1990 && year <= 2100))
        throw mistake(lineOf(name), `year 应为四位数的年份，不能是“${String(value)}”`)
      metadata.year = year
    } else if (key === 'publishedOn' || key === 'signedOn') {
      const date = findDate(String(value))
      if (date) metadata[key] = date.iso
      else metadata.rest[key] = value
    } else {
      metadata.rest[key] = value
    }
  }
  return metadata
}
