import { Inflate } from 'fflate'
import { FazhiError } from '../../error.js'
import { broken, encrypted, tooMuch } from '../refusals.js'
import { CENTRAL, END, LARGE, LOCAL, METHOD } from '../zip-layout.js'

/** Limits a package is held to before and while it is inflated; bytes. A Word report has some twenty parts of less than 1 MB. */
const MOST_ENTRIES = 5000
const MEGABYTE = 1024 * 1024
const LARGEST_ENTRY = 50 * MEGABYTE
const LARGEST_PACKAGE = 100 * MEGABYTE
/** Compressed bytes handed over at once: they inflate to at most a thousand times as many before they are counted. */
const STEP = 8192

/** A file of the package as its directory describes it. */
export interface Entry {
  /** Path inside the package with `/`, as written: `word/document.xml`. */
  name: string
  /** One of `METHOD`, or one that Word does not use. */
  method: number
  isEncrypted: boolean
  compressedSize: number
  /** Size it says it has; a lie until it is inflated. */
  size: number
  /** Offset of its local header in the file. */
  offset: number
}

/** The zip file that a .docx is. Parts are found by name, without regard to case, and inflated when they are asked for. */
export interface Package {
  entries: Entry[]
  has(name: string): boolean
  /** Bytes of a part. Throws `bad-document` where it is missing or broken, `too-large` where it inflates beyond `limit`. */
  read(name: string, limit?: number): Uint8Array
}

const inMegabytes = (bytes: number): string => `${bytes / MEGABYTE} MB`

const LONGEST_COMMENT = 0xffff

/** Offset of the record that ends a zip file. Throws `bad-document`. */
export function endOf(view: DataView): number {
  const last = view.byteLength - END.length
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END.signature) return at
  }
  throw broken('内容不完整，可能没有传完或者下载完')
}

/** Sizes and offset of an entry of more than 4 GB stand behind its name; some programs write all of them so. */
function largeValues(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      const count = Math.floor(Math.min(length, to - at - 4) / 8)
      return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + 8 * i, true)))
    }
    at += 4 + length
  }
  return []
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) throw tooMuch(`压缩包里有 ${count} 个文件`)
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature) throw broken('压缩包的目录读不通')
    const nameStart = at + CENTRAL.length
    const nameEnd = nameStart + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > end) throw broken('压缩包的目录读不通')
    const large = largeValues(view, nameEnd, extraEnd)
    const value = (offset: number): number => {
      const small = view.getUint32(offset, true)
      return small === LARGE ? (large.shift() ?? small) : small
    }
    const size = value(at + 24)
    const compressedSize = value(at + 20)
    entries.push({
      name: decoder.decode(bytes.subarray(nameStart, nameEnd)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedSize,
      size,
      offset: value(at + 42),
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return entries
}

/** Throws where the directory names what no Word file has, before anything is inflated. */
function check(entries: Entry[]): void {
  let total = 0
  for (const { name, size, isEncrypted } of entries) {
    if (/^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(name)) {
      throw new FazhiError('bad-document', `压缩包里有越界的路径“${name}”，不是 Word 生成的文件，未读取`)
    }
    if (isEncrypted) throw encrypted()
    if (size > LARGEST_ENTRY) throw tooMuch(`压缩包里的“${name}”解压后超过 ${inMegabytes(LARGEST_ENTRY)}`)
    total += size
  }
  if (total > LARGEST_PACKAGE) throw tooMuch(`压缩包解压后超过 ${inMegabytes(LARGEST_PACKAGE)}`)
}

/** The compressed bytes of an entry. */
function compressed(bytes: Uint8Array, { name, offset, compressedSize }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nameStart = offset + LOCAL.length
  if (nameStart > bytes.length || view.getUint32(offset, true) !== LOCAL.signature) throw broken(`读不到“${name}”`)
  const start = nameStart + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + compressedSize > bytes.length) throw broken(`“${name}”不完整`)
  return bytes.subarray(start, start + compressedSize)
}

/** Inflates, counting what comes out: the size in the directory may lie. */
function inflate(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const data = compressed(bytes, entry)
  if (entry.method === METHOD.stored) return data
  if (entry.method !== METHOD.deflated) throw broken(`“${entry.name}”的压缩方式不是 Word 所用的`)
  const whole = new Uint8Array(Math.min(entry.size, limit))
  let length = 0
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > limit) throw tooMuch(`压缩包里的“${entry.name}”解压后超过 ${inMegabytes(limit)}`)
    if (length + chunk.length > whole.length) throw broken(`“${entry.name}”的大小与目录所写不符`)
    whole.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length; at += STEP) inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length)
  } catch (error) {
    throw error instanceof FazhiError ? error : broken(`“${entry.name}”解压不出来`)
  }
  if (length !== entry.size) throw broken(`“${entry.name}”的大小与目录所写不符`)
  return whole
}

/** Opens a zip file within limits. Throws FazhiError: `bad-document`, `too-large`. */
export function openPackage(bytes: Uint8Array): Package {
  const entries = entriesOf(bytes)
  check(entries)
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  return {
    entries,
    has: (name) => byName.has(name.toLowerCase()),
    read(name, limit = LARGEST_ENTRY) {
      const entry = byName.get(name.toLowerCase())
      if (!entry) throw broken(`缺少“${name}”`)
      if (entry.size > limit) throw tooMuch(`压缩包里的“${name}”解压后超过 ${inMegabytes(limit)}`)
      return inflate(bytes, entry, limit)
    },
  }
}
