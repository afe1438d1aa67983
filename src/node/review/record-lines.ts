import type { ReviewRecord } from '../../corpus/record.js'
import { FazhiError } from '../../error.js'
import { failureOf } from '../../output/result.js'
import { STDIN } from '../files.js'
import { linesOf } from '../lines.js'
import { openStream } from '../open-stream.js'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value has what a review takes from a record; `digest` is what `lint --format ndjson` has not. */
function isRecord(value: unknown): value is ReviewRecord {
  if (!isObject(value)) return false
  const { path, report, findings, error, digest } = value
  return (
    typeof path === 'string' &&
    Array.isArray(findings) &&
    (report === null || isObject(report)) &&
    (error === null || isObject(error)) &&
    (digest === null || isObject(digest))
  )
}

/** A record without whose it is and what it was compared with: what a review of its own adds. */
export function beforeReview({ unit, units, carried, mended, ...record }: ReviewRecord): ReviewRecord {
  if (unit === undefined) return record
  const findings = record.findings.map((each) => {
    const { change, ...finding } = each as typeof each & { change?: string }
    return finding
  })
  return { ...record, findings }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** What stands for a line that is no record. */
function failure(place: string): ReviewRecord {
  const message = '这一行不是 fazhi lint --stdin-ndjson 的结果'
  return { ...failureOf(place, new FazhiError('bad-record', message)), digest: null }
}

/**
 * Records of files as `lint --stdin-ndjson` writes them, one after the other; `-` is standard input. A line that is none
 * becomes a record that says so. Throws `usage` where a file cannot be read.
 */
export async function* recordsOf(paths: string[]): AsyncGenerator<ReviewRecord> {
  for (const path of paths) {
    let number = 0
    for await (const line of linesOf(path === STDIN ? process.stdin : streamOf(path))) {
      number += 1
      if (line.trim() === '') continue
      const value = parsed(line)
      yield isRecord(value) ? beforeReview(value) : failure(`${path} 第${number}行`)
    }
  }
}

function streamOf(path: string): AsyncIterable<Uint8Array> {
  try {
    return openStream(path)
  } catch (error) {
    throw error instanceof FazhiError ? new FazhiError('usage', `“${path}”：${error.message}`) : error
  }
}
