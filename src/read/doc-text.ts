import { FazhiError } from '../error.js'
import { grow, nothingRead } from './limits.js'
import { brokenDoc, openOle } from './ole.js'
import { encrypted, RESAVE, tooMuch } from './refusals.js'

/** Text of a binary Word document by [MS-DOC], its control characters still in it. */
export interface DocText {
  main: string
  /** Foot- and endnotes, text boxes; a paragraph each ends in `\r`. */
  notes: string
  boxes: string
  /** Characters of tracked deletions and hidden text that were left out. */
  deleted: number
  hidden: number
}

interface Piece {
  /** Place in the stream, in bytes. */
  start: number
  /** Characters. */
  length: number
  /** One byte a character, Windows-1252; else UTF-16. */
  isNarrow: boolean
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Most pieces of the text, and most ranges of it that are not seen. */
const MOST_PARTS = 20_000

/** The piece table: where the text stands in the stream, in order. */
function piecesOf(table: Uint8Array, start: number, length: number, available: number): Piece[] {
  const view = viewOf(table)
  let at = start
  // Formats of changes come first.
  while (table[at] === 1) at += 3 + view.getUint16(at + 1, true)
  if (table[at] !== 2 || at > start + length) throw brokenDoc()
  const size = view.getUint32(at + 1, true)
  const count = Math.floor((size - 4) / 12)
  const positions = at + 5
  const descriptors = positions + 4 * (count + 1)
  if (count < 1 || descriptors + 8 * count > table.length) throw brokenDoc()
  if (count > MOST_PARTS) throw tooMuch(`文字分散在 ${count} 处`)
  let total = 0
  return Array.from({ length: count }, (_, i) => {
    const from = view.getUint32(positions + 4 * i, true)
    const to = view.getUint32(positions + 4 * (i + 1), true)
    const place = view.getUint32(descriptors + 8 * i + 2, true)
    const isNarrow = (place & 0x40000000) !== 0
    const piece = { start: isNarrow ? (place & 0x3fffffff) / 2 : place, length: to - from, isNarrow }
    total += piece.length * (isNarrow ? 1 : 2)
    // Pieces that overlap could make a text of any length.
    if (to < from || total > available) throw brokenDoc()
    return piece
  })
}

const DELETED = 0x0800
const HIDDEN = 0x083c
/** Bytes of what follows a property, by the top bits of its code; 0 where the next byte tells. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3]

/** Whether a list of character properties switches one on. */
function has(properties: Uint8Array, wanted: number): boolean {
  for (let at = 0; at + 2 < properties.length; ) {
    const code = (properties[at] ?? 0) | ((properties[at + 1] ?? 0) << 8)
    if (code === wanted) return properties[at + 2] === 1
    at += 2 + (OPERANDS[code >> 13] || (properties[at + 2] ?? 0) + 1)
  }
  return false
}

interface Range {
  start: number
  end: number
  isDeleted: boolean
}

/** Ranges of the stream whose characters a reader of the page does not see, in order. */
function unseen(stream: Uint8Array, table: Uint8Array, start: number, length: number): Range[] {
  const pages = Math.floor((length - 4) / 8)
  if (length < 12 || start + length > table.length) return []
  const view = viewOf(table)
  const ranges: Range[] = []
  for (let i = 0; i < pages; i++) {
    const at = (view.getUint32(start + 4 * (pages + 1) + 4 * i, true) & 0x3fffff) * 512
    const page = stream.subarray(at, at + 512)
    const runs = page[511] ?? 0
    if (page.length < 512 || runs > 101) continue
    const places = viewOf(page)
    for (let run = 0; run < runs; run++) {
      const offset = 2 * (page[4 * (runs + 1) + run] ?? 0)
      const properties = page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0))
      const isDeleted = offset > 0 && has(properties, DELETED)
      if (offset === 0 || !(isDeleted || has(properties, HIDDEN))) continue
      ranges.push({ start: places.getUint32(4 * run, true), end: places.getUint32(4 * run + 4, true), isDeleted })
    }
  }
  if (ranges.length > MOST_PARTS) throw tooMuch(`文中有修订和隐藏文字 ${ranges.length} 处`)
  return ranges.sort((a, b) => a.start - b.start)
}

/** Stands for a character left out, so that places keep counting. */
const LEFT_OUT = '\0'

function decodePiece(stream: Uint8Array, { start, length, isNarrow }: Piece, ranges: Range[]): string {
  const width = isNarrow ? 1 : 2
  const end = start + length * width
  if (end > stream.length) throw brokenDoc()
  const text = new TextDecoder(isNarrow ? 'windows-1252' : 'utf-16le').decode(stream.subarray(start, end))
  const hit = ranges.filter((range) => range.start < end && range.end > start)
  if (hit.length === 0) return text.padEnd(length, LEFT_OUT)
  const parts: string[] = []
  let at = 0
  for (const range of hit) {
    const from = Math.max(at, Math.floor((range.start - start) / width))
    const to = Math.min(length, Math.ceil((range.end - start) / width))
    if (to <= from) continue
    // The end of a paragraph stays: what it parts is still there.
    parts.push(text.slice(at, from), text.slice(from, to).replace(/[^\r\x07]/g, LEFT_OUT)) // prettier-ignore
    at = to
  }
  return parts.join('') + text.slice(at)
}

const WORD_97 = 0x00c1

/** Reads the text of a binary Word or WPS document. Throws `bad-document`, `too-large`. */
export function docText(bytes: Uint8Array): DocText {
  try {
    return readText(bytes)
  } catch (error) {
    // A place beyond the end of the file.
    throw error instanceof RangeError ? brokenDoc() : error
  }
}

function readText(bytes: Uint8Array): DocText {
  const stream = openOle(bytes)
  const document = stream('WordDocument')
  if (!document || document.length < 0x200) throw brokenDoc()
  const view = viewOf(document)
  if (view.getUint16(0, true) !== 0xa5ec || view.getUint16(2, true) < WORD_97) {
    throw new FazhiError('bad-document', `这是 Word 97 以前的文档，无法读取。${RESAVE}`)
  }
  const flags = view.getUint16(0x0a, true)
  if ((flags & 0x8100) !== 0) {
    throw encrypted()
  }
  const table = stream((flags & 0x0200) !== 0 ? '1Table' : '0Table')
  if (!table) throw brokenDoc()
  const clx = view.getUint32(0x01a2, true)
  if (clx + 5 > table.length) throw brokenDoc()
  const pieces = piecesOf(table, clx, view.getUint32(0x01a6, true), document.length)
  const ranges = unseen(document, table, view.getUint32(0xfa, true), view.getUint32(0xfe, true))
  const whole = pieces.map((piece) => decodePiece(document, piece, ranges)).join('')
  grow(nothingRead(), 'characters', whole.length)
  // The parts follow one another: text, footnotes, headers, macros, comments, endnotes, text boxes.
  const lengths = Array.from({ length: 7 }, (_, i) => view.getUint32(0x4c + 4 * i, true))
  let at = 0
  const [main = '', footnotes = '', , , , endnotes = '', boxes = ''] = lengths.map((length) => {
    const part = whole.slice(at, at + length)
    at += length
    return part
  })
  const count = (isDeleted: boolean): number =>
    ranges.filter((range) => range.isDeleted === isDeleted).reduce((sum, { start, end }) => sum + (end - start) / 2, 0)
  const clean = (part: string): string => part.replaceAll(LEFT_OUT, '')
  return {
    main: clean(main),
    notes: clean(footnotes + endnotes),
    boxes: clean(boxes),
    deleted: Math.round(count(true)),
    hidden: Math.round(count(false)),
  }
}
