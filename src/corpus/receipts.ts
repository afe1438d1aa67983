import { type NOTES, RECEIPTS } from '../words.js'
import { dueOf } from './punctuality.js'
import type { Review, UnitReview } from './review.js'

/** Whether nothing came, and the last day for handing in is not past on the day of the review. */
export const isAwaited = (unit: UnitReview, { year, date }: Pick<Review, 'year' | 'date'>): boolean =>
  unit.receipt === 'missing' && date <= (dueOf('reported', unit, year) ?? '')

/** Whether nothing came in time for the review, which is after the deadline. */
export const isMissing = (unit: UnitReview, review: Pick<Review, 'year' | 'date'>): boolean =>
  unit.receipt === 'missing' && !isAwaited(unit, review)

/** Whether a date that its report bears is past its deadline. */
export const isLate = ({ punctuality }: UnitReview): boolean => punctuality?.state === 'late'

/** Whether its report bears no date at all. */
export const isUndated = ({ report, punctuality }: UnitReview): boolean =>
  report !== null && (punctuality?.on ?? null) === null

/** Whether it handed in more than one report. */
export const isTwice = ({ files }: UnitReview): boolean => files.length > 1

/** Whether a report came and the roster does not have it. */
export const isUnlisted = ({ receipt }: UnitReview): boolean => receipt === 'unlisted'

/** How many of some units are beside the roster: none without one. */
export const unlistedAmong = (units: UnitReview[], { roster }: Pick<Review, 'roster'>): number =>
  roster === null ? 0 : units.filter(isUnlisted).length

/**
 * 含名册外1家, 均为名册外单位: how many of some units are beside the roster; empty where all are on it, or there is none.
 * @param gap stands around the number
 */
export function besideRoster(units: UnitReview[], review: Pick<Review, 'roster'>, gap = ''): string {
  const unlisted = unlistedAmong(units, review)
  if (unlisted === 0) return ''
  return unlisted === units.length ? `均为${RECEIPTS.unlisted}单位` : `含${RECEIPTS.unlisted}${gap}${unlisted}${gap}家`
}

/** Whether the file it handed in could not be read. */
export const isUnread = ({ error }: UnitReview): boolean => error !== null

/** Which note a unit is sent: its opinion (`slip`) only where a report of the year was reviewed. */
export function noteFor(unit: UnitReview, review: Pick<Review, 'year' | 'date'>): keyof typeof NOTES {
  const { receipt, error, report } = unit
  if (receipt === 'missing') return isAwaited(unit, review) ? 'reminder' : 'urging'
  return error !== null || report === null || (report.year ?? review.year) !== review.year ? 'again' : 'slip'
}
