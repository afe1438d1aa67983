import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
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

function isUnitReview(value: unknown): value is { files: string[]; carried?: unknown } {
  if (!isObject(value) || !isObject(value['unit'])) return false
  const { name, aliases } = value['unit']
  return typeof name === 'string' && areTexts(aliases) && areTexts(value['files'])
}

/** Paths of the files of which a review has records, of results carried over the one; `null` for what is no review. */
function filesOf(review: unknown): string[] | null {
  if (!isObject(review)) return null
  const { year, date, units, others } = review
  if (!Number.isInteger(year) || typeof date !== 'string' || !Array.isArray(units) || !Array.isArray(others))
    return null
  const paths = others.map((each) => (isObject(each) ? each['path'] : null))
  if (!units.every(isUnitReview) || !areTexts(paths)) return null
  return [...units.flatMap(({ files, carried }) => (carried ? files.slice(0, 1) : files)), ...paths]
}

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

/** Throws `usage`, with the file, where a folder does not hold the whole result of a review. */
export function checkPrevious(folder: string): void {
  if (!existsSync(folder)) throw wrong(`没有上一次审核的结果，找不到“${folder}”`)
  const [review, findings] = [join(folder, REVIEW), join(folder, RECORDS)]
  if (!isFile(review) || !isFile(findings)) throw wrong(`“${folder}”里没有上一次审核的结果（${REVIEW} 和 ${RECORDS}）`)
  const files = filesOf(parsedAt(review))
  if (!files) throw wrong(`“${review}”已损坏`)
  const records = openRecords(findings)
  try {
    const paths = pathsIn(records, findings)
    const lost = files.filter((path) => !paths.has(path))
    if (lost.length > 0)
      throw wrong(`“${findings}”不完整，没有“${lost[0]}”${lost.length > 1 ? `等 ${lost.length} 份` : ''}的结果`)
  } finally {
    records.close()
  }
}
