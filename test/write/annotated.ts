import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { readWord } from '../../src/read/docx/docx.js'
import { placeOf } from '../../src/report/place.js'
import { annotate } from '../../src/write/annotate/annotate.js'

/** What tests of annotated Word files share: findings by hand, and what was added to a file. */

/** A finding at these words of a document, their first place. */
export function findingAt(text: string, words: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words)
  expect(start, `“${words}” is not in the text`).toBeGreaterThanOrEqual(0)
  return {
    rule: 'some-rule',
    severity: 'error',
    message: `“${words}”有误，请改正。`,
    ...placeOf(text, { start, end: start + words.length }),
    excerpt: words,
    basis: null,
    fixable: false,
    ...more,
  }
}

export const textOf = (bytes: Uint8Array): string => readWord(bytes).text

/** The file with a comment at each of these words. */
export const annotatedAt = (bytes: Uint8Array, ...words: string[]): Uint8Array =>
  annotate(
    bytes,
    words.map((each) => findingAt(textOf(bytes), each)),
  )

export const partOf = (bytes: Uint8Array, name: string): string => {
  const content = unzipSync(bytes)[name]
  expect(content, `no ${name}`).toBeDefined()
  return strFromU8(content as Uint8Array)
}

export interface Comment {
  id: string
  author: string
  paragraphs: string[]
}

const plain = (xml: string): string =>
  [...xml.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Comments of a part, by whoever wrote them. */
export const commentsIn = (xml: string): Comment[] =>
  [...xml.matchAll(/<(?:\w+:)?comment [^>]*?\bw:id="(\d+)"[^>]*?>(.*?)<\/(?:\w+:)?comment>/gs)].map(
    ([tag, id = '', content = '']) => ({
      id,
      author: /w:author="([^"]*)"/.exec(tag)?.[1] ?? '',
      paragraphs: content
        .split(/<\/(?:\w+:)?p>/)
        .map(plain)
        .filter((text) => text !== ''),
    }),
  )

export const ourComments = (bytes: Uint8Array, part = 'word/comments.xml'): Comment[] =>
  commentsIn(partOf(bytes, part)).filter(({ author }) => author === 'fazhi')

/** The XML without the marks of these comments, and what stood between those of each. */
export function withoutMarks(xml: string, ids: string[]): { xml: string; between: string[] } {
  let bare = xml
  const between: string[] = []
  for (const id of ids) {
    const start = new RegExp(`<\\w+:commentRangeStart(?: xmlns:w="[^"]*")? \\w+:id="${id}"/>`, 'g')
    const end = new RegExp(
      `<(\\w+):commentRangeEnd( xmlns:w="[^"]*")? \\1:id="${id}"/><\\1:r\\2><\\1:commentReference \\1:id="${id}"/></\\1:r>`,
      'g',
    )
    expect(bare.match(start), `start of ${id}`).toHaveLength(1)
    expect(bare.match(end), `end of ${id}`).toHaveLength(1)
    expect(bare.search(start)).toBeLessThan(bare.search(end))
    between.push(bare.slice(bare.search(start), bare.search(end)).replace(start, ''))
    bare = bare.replace(start, '').replace(end, '')
  }
  const marks = new RegExp(ids.map((id) => `<\\w+:comment\\w+(?: xmlns:w="[^"]*")? \\w+:id="${id}"/>`).join('|'), 'g')
  return { xml: bare, between: between.map((each) => each.replace(marks, '')) }
}

/** A file of a zip: its directory record without offset, and its bytes as packed. */
interface PackedFile {
  name: string
  /** Program that wrote it, time and attributes. */
  marks: string
  record: string
  packed: string
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The files of a zip in the order of its directory, read by hand. */
export function packedFiles(bytes: Uint8Array): PackedFile[] {
  const buffer = Buffer.from(bytes)
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = buffer.readUInt32LE(end + 16)
  return Array.from({ length: buffer.readUInt16LE(end + 10) }, () => {
    const [names, extras, comments] = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const record = buffer.subarray(at, at + 46 + names + extras + comments)
    const offset = buffer.readUInt32LE(at + 42)
    const head = 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
    at += record.length
    return {
      name: record.toString('utf8', 46, 46 + names),
      marks: hex(Buffer.concat([record.subarray(4, 6), record.subarray(12, 16), record.subarray(36, 42)])),
      record: hex(record.subarray(0, 42)) + hex(record.subarray(46)),
      packed: hex(buffer.subarray(offset, offset + head + record.readUInt32LE(20))),
    }
  })
}

/**
 * Expects of an annotated file that the main part is what it was once our marks are out, that each comment has its range
 * and reference, and that all parts but those named are the same bytes as packed, in the same order.
 * @returns what stands between the marks of each comment
 */
export function expectFaithful(bytes: Uint8Array, original: Uint8Array, changed: string[] = []): string[] {
  const { part, xml } = readWord(original)
  const comments = Object.keys(unzipSync(bytes)).find((name) => /\/comments\d*\.xml$/.test(name)) as string
  const ids = ourComments(bytes, comments).map(({ id }) => id)
  const all = commentsIn(partOf(bytes, comments)).map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
  const bare = withoutMarks(readWord(bytes).xml, ids)
  expect(bare.xml).toBe(xml)
  const others = [part, comments, '[Content_Types].xml', part.replace(/([^/]+)$/, '_rels/$1.rels'), ...changed]
  const before = packedFiles(original)
  const after = packedFiles(bytes)
  const untouched = (files: PackedFile[]): PackedFile[] => files.filter(({ name }) => !others.includes(name))
  expect(untouched(after)).toEqual(untouched(before))
  const marks = (files: PackedFile[]): string[] => files.map((file) => `${file.name} ${file.marks}`)
  expect(marks(after.slice(0, before.length))).toEqual(marks(before))
  return bare.between
}
