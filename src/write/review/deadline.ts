import type { UnitReview } from '../../corpus/review.js'
import type { Demands } from '../../model.js'
import { bindingDemands, demandsOf, type SchemaDocument } from '../../report/demands.js'
import { deadlineFor } from '../../rules/deadlines.js'
import { spokenDate } from '../../text/dates.js'

/** Street offices report by practice: what binds others is cited as what theirs follows. */
const isStreet = ({ unit, report }: UnitReview): boolean =>
  (report?.kind ?? unit.kind) === 'township' && /街道/.test(unit.name)

/** What the schemas ask of a unit's report for a year. */
export const demandsFor = (unit: UnitReview, year: number, overlay?: SchemaDocument): Demands =>
  bindingDemands(demandsOf(unit.report?.kind ?? unit.unit.kind, overlay ?? null), year, isStreet(unit))

/** By when a unit's report was due, and by what. */
export interface Due {
  /** ISO date. */
  on: string
  /** 2026年3月1日 */
  day: string
  basis: string
}

/** When the report of a year is to be handed in or made public; `null` for years that the regulation does not bind. */
export function dueFor(event: 'reported' | 'published', review: UnitReview, year: number): Due | null {
  const deadline = deadlineFor(event, review.unit.name)
  if (!deadline || year < demandsFor(review, year).bindingSince) return null
  const on = `${year + 1}-${deadline.day}`
  return {
    on,
    day: spokenDate(on),
    basis: isStreet(review) ? `参照${deadline.basis}` : deadline.basis,
  }
}
