import type { Review, UnitFinding } from '../../corpus/review.js'
import { toXlsx } from '../xlsx/workbook.js'
import { findingsSheet } from './findings-sheet.js'
import type { IndicatorHeading } from './indicators.js'
import { indicatorsSheet } from './indicators-sheet.js'
import { meaningsSheet, othersSheet, similarSheet } from './other-sheets.js'
import { unitsSheet } from './units-sheet.js'

/** What the table is made of. */
export interface TableParts {
  review: Review
  /** Of all units, in the order of the table; asked for one by one. Mended ones among them, where there was a review before. */
  findings: Iterable<UnitFinding> | AsyncIterable<UnitFinding>
  /** The vocabulary in the order of its columns. */
  indicators: readonly IndicatorHeading[]
}

/**
 * `总表.xlsx`: a row a unit; all findings; indicators; similar passages; files that were left out; what the words mean.
 * Bytes come as they are ready, so that memory does not grow with the findings. The same review gives the same bytes.
 */
export function toTable({ review, findings, indicators }: TableParts): AsyncGenerator<Uint8Array> {
  return toXlsx([
    unitsSheet(review),
    findingsSheet(review, findings),
    indicatorsSheet(review, indicators),
    similarSheet(review),
    othersSheet(review),
    meaningsSheet(review),
  ])
}
