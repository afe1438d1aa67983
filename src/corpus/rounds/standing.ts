import { lateReport } from '../../rules/late-report.js'
import type { OtherFile, Review, Standing, UnitReview } from '../review.js'
import type { Submission } from '../submission.js'

/** Whether a report was to be handed in again: something beside its date is wrong or doubtful. */
const isToMend = ({ rules }: Pick<Submission, 'rules'>): boolean =>
  [...rules].some(([rule, { severity }]) => severity !== 'info' && rule !== lateReport.id)

/**
 * Why the result of an earlier review stands for a unit.
 * @param reviewed the report it is the result of
 * @param others files of the unit that were not reviewed
 */
export function standingOf(reviewed: Pick<Submission, 'rules' | 'verdict'>, others: OtherFile[]): Standing {
  if (others.some(({ reason }) => reason === 'unreadable')) return 'unreadable'
  if (others.some(({ reason }) => reason === 'other-year')) return 'otherYear'
  if (isToMend(reviewed)) return 'unmended'
  return reviewed.verdict === 'pass' ? 'settled' : 'late'
}

/** Units whose result is of an earlier review, by why it stands. */
export function standings({ units }: Pick<Review, 'units'>): Record<Standing, UnitReview[]> {
  const all: Record<Standing, UnitReview[]> = { unmended: [], unreadable: [], otherYear: [], settled: [], late: [] }
  for (const unit of units) if (unit.carried) all[unit.carried.because].push(unit)
  return all
}
