import type { Package } from '../../read/docx/package.js'
import { type Parts, partText, relationships } from '../../read/docx/parts.js'
import { parseXml } from '../../read/docx/xml.js'
import type { Wording } from './wording.js'
import {
  appended,
  encodeLike,
  escaped,
  isStrict,
  packagePrefix,
  type Spelling,
  spellingAt,
  wordNamespace,
} from './xml-part.js'

/** Who the comments are by. */
const AUTHOR = 'fazhi'
const INITIALS = 'fz'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const RELATIONSHIP = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
}

/** Largest identifier of a comment. */
const LARGEST_ID = 0x7fffffff

/**
 * Identifiers for new comments, one each: behind all that are in use, in comments and in references to them.
 * @param count how many
 */
export function freeIds(pack: Package, { document, comments, footnotes, endnotes }: Parts, count: number): number[] {
  const used = new Set<number>()
  for (const part of [document, comments, footnotes, endnotes]) {
    const xml = partText(pack, part)
    if (part === null || xml === null) continue
    parseXml(xml, part, {
      open({ name, attributes }) {
        if (/^w:comment(?:$|R)/.test(name)) used.add(Number.parseInt(attributes['w:id'] ?? '', 10))
      },
      close() {},
    })
  }
  const highest = [...used].reduce((most, id) => (id > most ? id : most), -1)
  const ids: number[] = []
  for (let id = highest + count > LARGEST_ID ? 0 : highest + 1; ids.length < count; id++)
    if (!used.has(id)) ids.push(id)
  return ids
}

/** Look of a comment's paragraphs: the styles of the document may indent, number and enlarge them. */
function paragraphXml({ prefix: w, declaration }: Spelling, runs: string): string {
  const properties =
    `<${w}numPr><${w}ilvl ${w}val="0"/><${w}numId ${w}val="0"/></${w}numPr>` +
    `<${w}spacing ${w}before="0" ${w}after="0" ${w}line="240" ${w}lineRule="auto"/>` +
    `<${w}ind ${w}firstLine="0" ${w}firstLineChars="0"/>`
  return `<${w}p${declaration}><${w}pPr>${properties}</${w}pPr>${runs}</${w}p>`
}

function runXml({ prefix: w }: Spelling, text: string, isBold: boolean): string {
  const look = `<${w}rPr><${w}b ${w}val="${isBold ? 1 : 0}"/><${w}sz ${w}val="21"/><${w}szCs ${w}val="21"/></${w}rPr>`
  return `<${w}r>${look}<${w}t xml:space="preserve">${escaped(text)}</${w}t></${w}r>`
}

/** A comment; without date, so that the same draft gives the same bytes. */
function commentXml(spelling: Spelling, id: number, { level, paragraphs }: Wording): string {
  const { prefix: w, declaration } = spelling
  const inner: Spelling = { prefix: w, declaration: '' }
  const [message = '', ...others] = paragraphs
  const first = `<${w}r><${w}annotationRef/></${w}r>${runXml(inner, `${level}：`, true)}${runXml(inner, message, false)}`
  const body = [first, ...others.map((text) => runXml(inner, text, false))].map((runs) => paragraphXml(inner, runs))
  return `<${w}comment${declaration} ${w}id="${id}" ${w}author="${AUTHOR}" ${w}initials="${INITIALS}">${body.join('')}</${w}comment>`
}

/** Before and behind the text a comment is on. */
export function marksXml({ prefix: w, declaration }: Spelling, id: number): { before: string; behind: string } {
  return {
    before: `<${w}commentRangeStart${declaration} ${w}id="${id}"/>`,
    behind: `<${w}commentRangeEnd${declaration} ${w}id="${id}"/><${w}r${declaration}><${w}commentReference ${w}id="${id}"/></${w}r>`,
  }
}

const CONTENT_TYPES = '[Content_Types].xml'

/** A part changed, or made anew; `original` tells its encoding. */
type Change = [name: string, content: Uint8Array]

function changed(pack: Package, part: string, change: (xml: string) => string): Change[] {
  const xml = partText(pack, part) ?? ''
  const result = change(xml)
  return result === xml ? [] : [[part, encodeLike(pack.read(part), result)]]
}

/** Tells the content type of the part, unless it is told. */
function typeDeclared(pack: Package, part: string): Change[] {
  return changed(pack, CONTENT_TYPES, (xml) => {
    let isTold = false
    parseXml(xml, CONTENT_TYPES, {
      open({ name, attributes }) {
        if (!name.endsWith(':Override')) return
        if (attributes['PartName']?.toLowerCase() === `/${part}`.toLowerCase()) isTold = true
      },
      close() {},
    })
    if (isTold) return xml
    const override = (root: number): string =>
      `<${packagePrefix(xml, root)}Override PartName="/${escaped(part)}" ContentType="${CONTENT_TYPE}"/>`
    return appended(xml, CONTENT_TYPES, override)
  })
}

/** Leads from the document to the part in its folder. */
function related(pack: Package, document: string, part: string, strict: boolean): Change[] {
  const slash = document.lastIndexOf('/') + 1
  const rels = `${document.slice(0, slash)}_rels/${document.slice(slash)}.rels`
  const type = strict ? RELATIONSHIP.strict : RELATIONSHIP.transitional
  const relationship = (prefix: string, id: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escaped(part.slice(slash))}"/>`
  if (!pack.has(rels)) {
    const xml = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('', 'rId1')}</Relationships>`
    return [[rels, new TextEncoder().encode(xml)]]
  }
  return changed(pack, rels, (xml) => {
    const ids = new Set([...xml.matchAll(/\sId\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id))
    let number = ids.size + 1
    while (ids.has(`rId${number}`)) number++
    return appended(xml, rels, (root) => relationship(packagePrefix(xml, root), `rId${number}`))
  })
}

/** A name beside the document that no part has. */
function freeName(pack: Package, document: string): string {
  const folder = document.slice(0, document.lastIndexOf('/') + 1)
  let name = `${folder}comments.xml`
  for (let i = 2; pack.has(name); i++) name = `${folder}comments${i}.xml`
  return name
}

/**
 * The parts that hold comments, with these added: the part of comments and, where there was none, what leads to it.
 * Comments that are there stay as they are.
 */
export function commentParts(pack: Package, parts: Parts, comments: Map<number, Wording>): Change[] {
  const { document } = parts
  const write = (spelling: Spelling): string =>
    [...comments].map(([id, wording]) => commentXml(spelling, id, wording)).join('')
  if (parts.comments !== null) {
    const part = parts.comments
    const xml = (old: string): string => appended(old, part, (root) => write(spellingAt(old, root)))
    return [...changed(pack, part, xml), ...typeDeclared(pack, part)]
  }
  const documentXml = partText(pack, document) ?? ''
  // A relationship may lead to a part that is missing.
  const missing = relationships(pack, document).get('comments')
  const part = missing ?? freeName(pack, document)
  const root = `<w:comments xmlns:w="${wordNamespace(documentXml)}">`
  const xml = `${HEAD}${root}${write({ prefix: 'w:', declaration: '' })}</w:comments>`
  return [
    [part, new TextEncoder().encode(xml)],
    ...typeDeclared(pack, part),
    ...(missing === undefined ? related(pack, document, part, isStrict(documentXml)) : []),
  ]
}
