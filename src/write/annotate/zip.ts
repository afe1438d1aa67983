import { type Entry, endOf, type Package } from '../../read/docx/package.js'
import { joined } from '../../read/joined.js'
import { CENTRAL, END, LARGE } from '../../read/zip-layout.js'
import { copyOf, directoryRecord, localFile, NO_TIME, type Packed, pack, viewOf } from '../zip.js'

/** The record of a file that was copied as it is, at another offset; files of more than 4 GB have theirs behind the name. */
function movedRecord(old: Uint8Array, offset: number): Uint8Array {
  const record = copyOf(old)
  const view = viewOf(record)
  if (view.getUint32(42, true) !== LARGE) {
    view.setUint32(42, offset, true)
    return record
  }
  const slot = [20, 24].filter((at) => view.getUint32(at, true) === LARGE).length
  let at = CENTRAL.length + view.getUint16(28, true)
  const end = at + view.getUint16(30, true)
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  if (at + 4 + 8 * (slot + 1) <= end) view.setBigUint64(at + 4 + 8 * slot, BigInt(offset), true)
  return record
}

/** Records of the directory, as they stand. */
function recordsOf(bytes: Uint8Array, from: number, count: number): Uint8Array[] {
  const view = viewOf(bytes)
  let at = from
  return Array.from({ length: count }, () => {
    const start = at
    at += CENTRAL.length
    for (const length of [28, 30, 32]) at += view.getUint16(start + length, true)
    return bytes.subarray(start, at)
  })
}

interface OldFile {
  entry: Entry
  record: Uint8Array
  /** What stands for it; `null` where it stays. */
  replaced: Packed | null
}

/**
 * A zip file with some of its files replaced and others added at the end. All others are copied byte for byte as they
 * are packed, with their names, order, times and attributes; what is new has the time of the first file that is replaced.
 * @param contents by name; those the package has are replaced
 */
export function withParts(bytes: Uint8Array, { entries }: Package, contents: Map<string, Uint8Array>): Uint8Array {
  const view = viewOf(bytes)
  const end = endOf(view)
  const directory = view.getUint32(end + 16, true)
  const records = recordsOf(bytes, directory, entries.length)
  const left = new Map([...contents].map(([name, content]) => [name.toLowerCase(), { name, content }]))
  let time = NO_TIME
  // Of two files by one name the last is the one that is read.
  const files = entries
    .map((entry, i) => ({ entry, record: records[i] as Uint8Array }))
    .reverse()
    .map(({ entry, record }): OldFile => {
      const content = left.get(entry.name.toLowerCase())?.content
      if (!content) return { entry, record, replaced: null }
      left.delete(entry.name.toLowerCase())
      time = record.subarray(12, 16)
      const name = record.subarray(CENTRAL.length, CENTRAL.length + viewOf(record).getUint16(28, true))
      return { entry, record, replaced: pack(name, content, time, 6) }
    })
    .reverse()

  const pieces: Uint8Array[] = []
  let length = 0
  const put = (piece: Uint8Array): number => {
    const at = length
    pieces.push(piece)
    length += piece.length
    return at
  }
  const offsets = [...new Set(entries.map(({ offset }) => offset))].sort((a, b) => a - b)
  const replacedAt = new Map(files.flatMap(({ entry, replaced }) => (replaced ? [[entry.offset, replaced]] : [])))
  const moved = new Map<number, number>()
  put(bytes.subarray(0, offsets[0] ?? 0))
  for (const [i, offset] of offsets.entries()) {
    const replaced = replacedAt.get(offset)
    // Up to the next one: a descriptor may follow the data.
    moved.set(offset, put(replaced ? localFile(replaced) : bytes.subarray(offset, offsets[i + 1] ?? directory)))
  }
  const added = [...left.values()].map(({ name, content }) => {
    const packed = pack(new TextEncoder().encode(name), content, time, 6)
    return { packed, at: put(localFile(packed)) }
  })

  const start = length
  for (const { entry, record, replaced } of files) {
    const at = moved.get(entry.offset) as number
    put(replaced ? directoryRecord(replaced, at, record) : movedRecord(record, at))
  }
  for (const { packed, at } of added) put(directoryRecord(packed, at, null))
  const tail = copyOf(bytes.subarray(end))
  const tailView = viewOf(tail)
  const count = entries.length + added.length
  for (const at of [8, 10]) tailView.setUint16(at, count, true)
  tailView.setUint32(12, length - start, true)
  tailView.setUint32(16, start, true)
  put(tail.subarray(0, END.length + tailView.getUint16(20, true)))
  return joined(pieces)
}
