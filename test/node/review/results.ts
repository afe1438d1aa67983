import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ReviewRecord } from '../../../src/corpus/record.js'
import type { Review } from '../../../src/corpus/review.js'
import { fazhi, type Run } from '../cli.js'

/** The reports of a county, as they were handed in. */
export const COUNTY = resolve('seeds/county')

/** Runs a review that bears the same date whenever the tests run. */
export const review = (...args: string[]): Run => fazhi(['review', '--date', '2026-03-20', ...args])

export const jsonOf = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T

/** What a review wrote into its folder of the units and their reports. */
export const reviewIn = (folder: string): Review => jsonOf<Review>(folder, 'review.json')

/** What a review wrote into its folder of every file. */
export const recordsIn = (folder: string): ReviewRecord[] =>
  readFileSync(join(folder, 'findings.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReviewRecord)
