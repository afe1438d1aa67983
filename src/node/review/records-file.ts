import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { ReviewRecord } from '../../corpus/record.js'
import { openToRead } from '../files.js'
import { writingFailed } from '../write-file.js'
import { placeOf } from './staging.js'

/** Characters gathered before they are written, and bytes read at once. */
const CHUNK = 1 << 20

const LINE_FEED = 0x0a

/** Records on disk, a line each: thousands of reports do not fit into memory. */
export interface Records {
  /** Number of records. */
  count(): number
  /** @param index from 0 */
  read(index: number): ReviewRecord
  close(): void
}

/** Records in the making. */
export interface RecordsFile extends Records {
  /** @param line with its line feed. Throws `cannot-write`. */
  append(line: string): void
}

function bytesAt(descriptor: number, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - start)
  for (let at = 0; at < bytes.length; ) {
    const length = readSync(descriptor, bytes, at, bytes.length - at, start + at)
    if (length === 0) throw new Error('a file of records was cut short while it was read')
    at += length
  }
  return bytes
}

/** @param starts where each record begins, and where the last one ends */
function recordAt(descriptor: number, starts: number[], index: number): ReviewRecord {
  const start = starts[index]
  const end = starts[index + 1]
  if (start === undefined || end === undefined) throw new Error(`there is no record ${index}`)
  return JSON.parse(bytesAt(descriptor, start, end).toString('utf8')) as ReviewRecord
}

/** Makes a file of records. Throws `cannot-write`. */
export function createRecordsFile(path: string): RecordsFile {
  const written = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      throw writingFailed(error, placeOf(path))
    }
  }
  const descriptor = written(() => openSync(path, 'wx+'))
  const starts = [0]
  let end = 0
  let pending: string[] = []
  let pendingLength = 0

  const flush = (): void => {
    if (pending.length === 0) return
    const bytes = Buffer.from(pending.join(''))
    pending = []
    pendingLength = 0
    written(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
    })
  }
  return {
    count: () => starts.length - 1,
    append(line) {
      pending.push(line)
      pendingLength += line.length
      end += Buffer.byteLength(line)
      starts.push(end)
      if (pendingLength >= CHUNK) flush()
    },
    read(index) {
      flush()
      return recordAt(descriptor, starts, index)
    },
    close() {
      try {
        flush()
      } finally {
        closeSync(descriptor)
      }
    },
  }
}

/** Records of a file that is there, such as `findings.ndjson` of an earlier review; the last line may lack its end. Throws FazhiError where it cannot be read. */
export function openRecords(path: string): Records {
  const descriptor = openToRead(path)
  const starts = [0]
  const chunk = Buffer.allocUnsafe(CHUNK)
  let size = 0
  for (;;) {
    const length = readSync(descriptor, chunk, 0, chunk.length, size)
    if (length === 0) break
    for (let at = chunk.indexOf(LINE_FEED); at >= 0 && at < length; at = chunk.indexOf(LINE_FEED, at + 1))
      starts.push(size + at + 1)
    size += length
  }
  if (starts.at(-1) !== size) starts.push(size)
  return {
    count: () => starts.length - 1,
    read: (index) => recordAt(descriptor, starts, index),
    close: () => closeSync(descriptor),
  }
}
