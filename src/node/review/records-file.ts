import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { ReviewRecord } from '../../corpus/record.js'
import { writingFailed } from '../files.js'

/** Characters gathered before they are written. */
const CHUNK = 1 << 20

/** Records a line each, kept on disk: thousands of reports do not fit into memory. */
export interface RecordsFile {
  /** Number of records. */
  readonly count: () => number
  /** @param line with its line feed. Throws `cannot-write`. */
  append(line: string): void
  /** @param index from 0 */
  read(index: number): ReviewRecord
  /** Everything is on disk after this; no more can be appended or read. */
  close(): void
}

/** Makes a file of records. Throws `cannot-write`. */
export function createRecordsFile(path: string): RecordsFile {
  const written = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      throw writingFailed(error, path)
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
      const start = starts[index] ?? end
      const bytes = Buffer.allocUnsafe((starts[index + 1] ?? end) - start)
      for (let at = 0; at < bytes.length; ) {
        const length = readSync(descriptor, bytes, at, bytes.length - at, start + at)
        if (length === 0) throw new Error(`record ${index} is cut short`)
        at += length
      }
      return JSON.parse(bytes.toString('utf8')) as ReviewRecord
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
