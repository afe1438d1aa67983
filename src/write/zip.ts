import { gzipSync } from 'fflate'
import { joined } from '../read/joined.js'
import { CENTRAL, END, LOCAL, METHOD } from '../read/zip-layout.js'

/** Version 2.0, which knows deflate. */
const VERSION = 20
const NAME_IS_UTF8 = 0x0800

/** Bytes of our own: `slice` of Node's Buffer is none. */
export const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)

/** Numbers of those very bytes. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The first moment a zip file can tell. */
export const NO_TIME: Uint8Array = new Uint8Array([0, 0, 0x21, 0])

/** A file as a zip file holds it. */
export interface Packed {
  /** What local header and directory share, from the version on: flags, method, time, checksum, sizes, lengths. */
  common: Uint8Array
  name: Uint8Array
  data: Uint8Array
}

/**
 * @param time date and time as the zip format writes them
 * @param level of deflate: 9 is the smallest
 */
export function pack(name: Uint8Array, content: Uint8Array, time: Uint8Array, level: 6 | 9): Packed {
  // A gzip file is ten bytes, the deflated content, its checksum and its size.
  const zipped = gzipSync(content, { mtime: 0, level })
  const common = new Uint8Array(26)
  const view = viewOf(common)
  view.setUint16(0, VERSION, true)
  view.setUint16(2, name.some((byte) => byte > 0x7f) ? NAME_IS_UTF8 : 0, true)
  view.setUint16(4, METHOD.deflated, true)
  common.set(time, 6)
  common.set(zipped.subarray(-8, -4), 10)
  const data = zipped.subarray(10, -8)
  view.setUint32(14, data.length, true)
  view.setUint32(18, content.length, true)
  view.setUint16(22, name.length, true)
  return { common, name, data }
}

/** A file as it stands in the zip file: its header, its name, its content. */
export function localFile({ common, name, data }: Packed): Uint8Array {
  const signature = new Uint8Array(4)
  viewOf(signature).setUint32(0, LOCAL.signature, true)
  return joined([signature, common, name, data])
}

/** @param old the record it stands for, whose attributes and comment it keeps; `null` for a new file */
export function directoryRecord({ common, name }: Packed, offset: number, old: Uint8Array | null): Uint8Array {
  const head = old ? copyOf(old.subarray(0, CENTRAL.length)) : new Uint8Array(CENTRAL.length)
  const view = viewOf(head)
  const comment = old ? old.subarray(old.length - view.getUint16(32, true)) : new Uint8Array(0)
  view.setUint32(0, CENTRAL.signature, true)
  if (!old) view.setUint16(4, VERSION, true)
  head.set(common, 6)
  view.setUint16(32, comment.length, true)
  view.setUint32(42, offset, true)
  return joined([head, name, comment])
}

/** A zip file of these, in their order. */
export function zipOf(files: Packed[]): Uint8Array {
  const locals = files.map(localFile)
  let start = 0
  const records = files.map((file, i) => {
    const record = directoryRecord(file, start, null)
    start += locals[i]?.length ?? 0
    return record
  })
  const end = new Uint8Array(END.length)
  const view = viewOf(end)
  view.setUint32(0, END.signature, true)
  for (const at of [8, 10]) view.setUint16(at, files.length, true)
  const directory = records.reduce((sum, { length }) => sum + length, 0)
  view.setUint32(12, directory, true)
  view.setUint32(16, start, true)
  return joined([...locals, ...records, end])
}
