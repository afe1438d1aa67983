import type { OtherFile, Review, UnitReview } from '../review.js'

/**
 * Why the result of an earlier review stands for a unit: what came could not be read or is of another year; nothing came, and
 * something had been asked of it (`unmended`) or not (`settled`).
 */
export type Standing = 'unmended' | 'unreadable' | 'otherYear' | 'settled'

/** `null` where the result is of this review. @param others files of the unit that were not reviewed */
export function standingOf({ carried, verdict, counts }: UnitReview, others: OtherFile[]): Standing | null {
  if (!carried) return null
  if (others.some(({ reason }) => reason === 'unreadable')) return 'unreadable'
  if (others.some(({ reason }) => reason === 'other-year')) return 'otherYear'
  return verdict === 'pass' && counts.error + counts.warning + counts.info === 0 ? 'settled' : 'unmended'
}

/** Units whose result is of an earlier review, by why it stands. */
export function standings({ units, others }: Pick<Review, 'units' | 'others'>): Record<Standing, UnitReview[]> {
  const othersOf = new Map<string | null, OtherFile[]>()
  for (const file of others) othersOf.set(file.unit, [...(othersOf.get(file.unit) ?? []), file])
  const all: Record<Standing, UnitReview[]> = { unmended: [], unreadable: [], otherYear: [], settled: [] }
  for (const unit of units) {
    const standing = standingOf(unit, othersOf.get(unit.unit.name) ?? [])
    if (standing) all[standing].push(unit)
  }
  return all
}
