/** Earlier reports that several of today are compared with: joint ones whose units now hand in one each. */

import type { Changes } from '../review.js'
import type { Unit } from '../unit.js'
import type { EarlierUnit } from './earlier.js'

/** What became of the findings of an earlier report, as those of today's reports tell that are compared with it. */
interface Fate {
  findings: number
  /** Of each of today's: indexes of the findings that are gone. */
  mended: Set<number>[]
}

/** By the number of the earlier record. */
export type Fates = Map<number, Fate>

/** @param mended indexes of the findings that are gone from one of today's reports */
export function addFate(fates: Fates, record: number, findings: number, mended: number[]): void {
  const known = fates.get(record) ?? { findings, mended: [] }
  known.mended.push(new Set(mended))
  fates.set(record, known)
}

/**
 * What sums over today's reports count too often: every finding of an earlier report counts once in all. It is mended where it
 * is gone from all of today's, and stands where one still has it.
 */
export function countedTwice(fates: Fates): Pick<Changes, 'mended' | 'standing'> {
  const surplus = { mended: 0, standing: 0 }
  for (const { findings, mended } of fates.values()) {
    const [first = new Set(), ...others] = mended
    const gone = [...first].filter((index) => others.every((each) => each.has(index))).length
    const summed = mended.reduce((sum, { size }) => sum + size, 0)
    surplus.mended += summed - gone
    surplus.standing += mended.length * findings - summed - (findings - gone)
  }
  return surplus
}

/** What is said of units whose joint report of then is compared with one of each now; empty for all others. */
export function partedNote(unit: Unit, earlier: Map<Unit, EarlierUnit>, fates: Fates): string[] {
  const { record = null, jointWith = [] } = earlier.get(unit) ?? {}
  if (record === null || (fates.get(record)?.mended.length ?? 0) < 2) return []
  return [
    `上次与${jointWith.join('、')}联合报送，这次分别报送：上次的问题各家都对照，合计只计一次，有一家没有改的算仍在`,
  ]
}
