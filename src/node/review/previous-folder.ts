import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Review } from '../../corpus/review.js'
import { FazhiError } from '../../error.js'
import { mistakeIn } from './record-judge.js'
import { openRecords, type Records } from './records-file.js'

const REVIEW = 'review.json'
const RECORDS = 'findings.ndjson'

const wrong = (what: string): FazhiError => new FazhiError('usage', `${what}，不能对照。请核对 --previous`)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

function isUnitReview(value: unknown): boolean {
  if (!isObject(value) || !isObject(value['unit'])) return false
  const { name, aliases } = value['unit']
  return typeof name === 'string' && areTexts(aliases) && areTexts(value['files'])
}

/** Whether a value is a review, as far as a later one asks it. */
function isReview(value: unknown): value is Review {
  if (!isObject(value)) return false
  const { year, date, units, others } = value
  if (!Number.isInteger(year) || typeof date !== 'string' || !Array.isArray(units) || !Array.isArray(others))
    return false
  return units.every(isUnitReview) && areTexts(others.map((each) => (isObject(each) ? each['path'] : null)))
}

/** Paths of the files of which a review has records, of results carried over the one. */
const filesOf = ({ units, others }: Review): string[] => [
  ...units.flatMap(({ files, carried }) => (carried ? files.slice(0, 1) : files)),
  ...others.map(({ path }) => path),
]

function parsedAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** What the lines are of; throws `usage` with the first that is no record. */
function pathsIn(records: Records, path: string): Set<string> {
  const paths = new Set<string>()
  for (let i = 0; i < records.count(); i++) {
    const mistake = mistakeAt(records, i)
    if (mistake !== null) throw wrong(`“${path}”第 ${i + 1} 行已损坏：${mistake}`)
    paths.add(records.read(i).path)
  }
  return paths
}

function mistakeAt(records: Records, index: number): string | null {
  try {
    return mistakeIn(records.read(index))
  } catch {
    return '不是 JSON'
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** What a review left in its folder. */
export interface PreviousFolder {
  review: Review
  /** As `findings.ndjson` has them. */
  records: Records
}

/** Opens the result of a review. Throws `usage`, with the file, where the folder does not hold the whole of one. */
export function openPreviousFolder(folder: string): PreviousFolder {
  if (!existsSync(folder)) throw wrong(`没有上一次审核的结果，找不到“${folder}”`)
  const [summary, findings] = [join(folder, REVIEW), join(folder, RECORDS)]
  if (!isFile(summary) || !isFile(findings)) throw wrong(`“${folder}”里没有上一次审核的结果（${REVIEW} 和 ${RECORDS}）`)
  const review = parsedAt(summary)
  if (!isReview(review)) throw wrong(`“${summary}”已损坏`)
  const records = openRecords(findings)
  try {
    const paths = pathsIn(records, findings)
    const lost = filesOf(review).filter((path) => !paths.has(path))
    if (lost.length > 0)
      throw wrong(`“${findings}”不完整，没有“${lost[0]}”${lost.length > 1 ? `等 ${lost.length} 份` : ''}的结果`)
  } catch (error) {
    records.close()
    throw error
  }
  return { review, records }
}
