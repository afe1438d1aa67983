import { SaxesParser } from 'saxes'
import { FazhiError } from '../../error.js'
import { broken, tooMuch } from '../refusals.js'

/** Deepest nesting of elements; a table in a table in a table takes nine. */
const DEEPEST = 2000
/** Most elements of a part; a report of a hundred pages has some fifty thousand. */
const MOST_ELEMENTS = 2_000_000

/** A tag as it is met; its name has the prefix that Word uses, whatever the file's own: `w:p`. */
export interface Tag {
  name: string
  /** Values by name with Word's prefix: `w:val`. */
  attributes: Record<string, string>
  /** Offset of its `<`, and behind its `>`, in the XML. */
  start: number
  end: number
}

/** What is to be done with tags and text as they are met. */
export interface Handler {
  open(tag: Tag): void
  /** @param start offset of the end tag's `<` @param end offset behind it */
  close(name: string, start: number, end: number): void
  /** Decoded text, sometimes in several pieces. */
  text?(text: string): void
}

/** Namespaces by their last words, transitional and strict alike, with the prefix Word gives them. */
const PREFIXES: [RegExp, string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
]

const prefixOf = (uri: string): string => PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? '?'

/** Prefixes of a file and what Word calls them; elements that declare some begin a scope. */
interface Scope {
  depth: number
  prefixes: Map<string, string>
  names: Map<string, string>
}

const XMLNS = /^xmlns(?::|$)/

function scopeWith(outer: Scope, depth: number, attributes: Record<string, string>): Scope {
  const prefixes = new Map(outer.prefixes)
  for (const [name, uri] of Object.entries(attributes)) {
    if (XMLNS.test(name)) prefixes.set(name.slice(6), prefixOf(uri))
  }
  return { depth, prefixes, names: new Map() }
}

/** The name with Word's prefix; attributes without prefix stay as they are. */
function canonical(scope: Scope, name: string, isAttribute: boolean): string {
  const known = scope.names.get(name)
  if (known !== undefined && !isAttribute) return known
  const colon = name.indexOf(':')
  if (colon < 0 && isAttribute) return name
  const prefix = scope.prefixes.get(name.slice(0, Math.max(colon, 0))) ?? '?'
  const full = name.startsWith('xml:') ? name : `${prefix}:${name.slice(colon + 1)}`
  if (!isAttribute) scope.names.set(name, full)
  return full
}

/** Text of a part: UTF-8, or UTF-16 with a byte order mark. The mark is no part of it. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw broken(`“${part}”里有无法识别的字节`)
  }
}

/** Range of a text without the blanks that XML does not keep at its ends; those of Chinese text are kept. */
export function withoutBlanks(value: string): [from: number, to: number] {
  let from = 0
  let to = value.length
  while (from < to && /[ \r\n\t]/.test(value[from] as string)) from++
  while (to > from && /[ \r\n\t]/.test(value[to - 1] as string)) to--
  return [from, to]
}

/**
 * Walks a part's XML. Entities beyond the five of XML, and any DTD, are refused: nothing is fetched, nothing expands.
 * Throws FazhiError: `bad-document`, `too-large`.
 * @param part name for messages
 */
export function parseXml(xml: string, part: string, handler: Handler): void {
  const parser = new SaxesParser({ position: true })
  const scopes: Scope[] = [{ depth: 0, prefixes: new Map(), names: new Map() }]
  let depth = 0
  let elements = 0
  parser.on('doctype', () => {
    throw new FazhiError('bad-document', `“${part}”里有 DTD 声明，Word 从不这样写，为安全起见未读取。请重新保存后再试`)
  })
  parser.on('error', () => {
    throw broken(`“${part}”不是完好的 XML`)
  })
  parser.on('opentag', (tag) => {
    depth++
    elements++
    if (depth > DEEPEST) throw new FazhiError('bad-document', `“${part}”嵌套超过 ${DEEPEST} 层，未读取`)
    if (elements > MOST_ELEMENTS) throw tooMuch(`“${part}”内容过多`)
    const raw = tag.attributes as Record<string, string>
    const names = Object.keys(raw)
    let scope = scopes.at(-1) as Scope
    if (names.some((name) => XMLNS.test(name))) {
      scope = scopeWith(scope, depth, raw)
      scopes.push(scope)
    }
    const attributes: Record<string, string> = {}
    for (const name of names) attributes[canonical(scope, name, true)] = raw[name] ?? ''
    const end = parser.position
    handler.open({ name: canonical(scope, tag.name, false), attributes, start: xml.lastIndexOf('<', end - 1), end })
  })
  parser.on('closetag', (tag) => {
    const scope = scopes.at(-1) as Scope
    const end = parser.position
    const start = tag.isSelfClosing ? end : xml.lastIndexOf('<', end - 1)
    handler.close(canonical(scope, tag.name, false), start, end)
    if (scope.depth === depth) scopes.pop()
    depth--
  })
  if (handler.text) {
    const take = (text: string): void => handler.text?.(text)
    parser.on('text', take)
    parser.on('cdata', take)
  }
  parser.write(xml).close()
}
