import type { ReviewRecord } from '../../corpus/record.js'
import { FazhiError } from '../../error.js'
import { vocabulary } from '../../generated/indicators.js'
import { failureOf } from '../../output/result.js'
import { STDIN, standardInput } from '../files.js'
import { type LinesFrom, linesOf, longestLine } from '../lines.js'
import { openStream } from '../open-stream.js'
import { tell } from '../terminal.js'
import { recordIn } from './record-judge.js'

/** What stands for a line that is no record. */
function failure(place: string, mistake: string): ReviewRecord {
  const message = `这一行不是 fazhi lint --stdin-ndjson 的结果：${mistake}`
  return { ...failureOf(place, new FazhiError('bad-record', message)), digest: null }
}

/** A record without whose it is and what it was compared with: what a review of its own adds. */
export function beforeReview({ unit, units, carried, mended, ...record }: ReviewRecord): ReviewRecord {
  if (unit === undefined) return record
  return { ...record, findings: record.findings.map(({ change, ...finding }) => finding) }
}

/** Gives every file a name of its own: other machines may have called theirs 第1行, too. */
function naming(): (path: string) => string {
  const known = new Set<string>()
  const times = new Map<string, number>()
  return (path) => {
    let name = path
    while (known.has(name)) {
      const time = (times.get(path) ?? 1) + 1
      times.set(path, time)
      name = `${path}（${time}）`
    }
    known.add(name)
    return name
  }
}

const INDICATORS = new Set<string>(vocabulary.indicators.map(({ key }) => key))

/** Leaves out the figures of indicators that this version has not; each is told once. */
function knownIndicators(): (record: ReviewRecord) => ReviewRecord {
  const told = new Set<string>()
  return (record) => {
    const { digest, path } = record
    const unknown = digest?.figures.filter(({ indicator }) => !INDICATORS.has(indicator)) ?? []
    if (!digest || unknown.length === 0) return record
    for (const { indicator } of unknown) {
      if (!told.has(indicator)) tell(`fazhi: ${path}：没有“${indicator.slice(0, 40)}”这个指标，它的数没有采用`)
      told.add(indicator)
    }
    return { ...record, digest: { ...digest, figures: digest.figures.filter((each) => !unknown.includes(each)) } }
  }
}

/**
 * Records of files as `lint --stdin-ndjson` writes them, one after the other; `-` is standard input. A line that is none
 * becomes a record that says so. Of files that have the same path each is another draft, and is called otherwise.
 * Throws `usage` where a file cannot be read.
 * @param maxBytes of a draft
 */
export async function* recordsOf(paths: string[], maxBytes: number): AsyncGenerator<ReviewRecord> {
  const nameOf = naming()
  const withKnown = knownIndicators()
  for (const path of paths) {
    let number = 0
    for await (const line of linesOf(inputOf(path, maxBytes))) {
      number += 1
      if (line?.trim() === '') continue
      const read = line === null ? { mistake: '太长，没有读' } : recordIn(line)
      const record =
        'record' in read ? withKnown(beforeReview(read.record)) : failure(`${path} 第${number}行`, read.mistake)
      yield { ...record, path: nameOf(record.path) }
    }
  }
}

function inputOf(path: string, maxBytes: number): LinesFrom {
  const chunks = path === STDIN ? standardInput() : streamOf(path)
  return { chunks, path, longest: longestLine(maxBytes) }
}

function streamOf(path: string): AsyncIterable<Uint8Array> {
  try {
    return openStream(path)
  } catch (error) {
    throw error instanceof FazhiError ? new FazhiError('usage', `“${path}”：${error.message}`) : error
  }
}
