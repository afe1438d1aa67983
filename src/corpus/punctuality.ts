import type { ReportSummary } from '../finding.js'
import { demandsOf } from '../report/demands.js'
import { dueOn } from '../rules/deadlines.js'
import type { Punctuality, UnitReview } from './review.js'
import type { Unit } from './unit.js'

/** Which date a deadline looks at. */
const DATES = [
  { by: 'signedOn', event: 'reported' },
  { by: 'publishedOn', event: 'published' },
] as const

/** A date that a report bears, against its deadline. */
export interface ReportDate {
  by: (typeof DATES)[number]['by']
  event: (typeof DATES)[number]['event']
  /** ISO date. */
  on: string
  /** ISO date; `null` where none is known. */
  deadline: string | null
  isLate: boolean
}

/** The last day for a unit's report, ISO date; `null` for years that the regulation does not bind. */
export function dueOf(
  event: ReportDate['event'],
  { unit, report }: Pick<UnitReview, 'unit' | 'report'>,
  year: number,
): string | null {
  const isBound = year >= demandsOf(report?.kind ?? unit.kind).bindingSince
  return isBound ? dueOn(event, report?.issuer ?? unit.name, year) : null
}

/** The dates of a report, that of signing first. @param year the year reported on */
export function datesOf(report: ReportSummary, unit: Unit, year: number): ReportDate[] {
  return DATES.flatMap(({ by, event }) => {
    const on = report[by]
    if (on === null) return []
    const deadline = dueOf(event, { unit, report }, year)
    return [{ by, event, on, deadline, isLate: deadline !== null && on > deadline }]
  })
}

/**
 * Whether a report was signed and published in time, as the rule late-report judges it: late where one of its dates is past
 * its deadline. The date of signing is the one shown, unless that of publication alone is late or known. What a province asks
 * of chosen places beyond the regulation makes nobody late.
 * @param year the year reported on
 */
export function punctualityOf(report: ReportSummary, unit: Unit, year: number): Punctuality {
  const dated = datesOf(report, unit, year)
  const shown = dated.find(({ isLate }) => isLate) ?? dated[0]
  if (!shown) return { state: 'unknown', on: null, by: null, deadline: dueOf('reported', { unit, report }, year) }
  const { on, by, deadline, isLate } = shown
  if (deadline === null) return { state: 'unknown', on, by, deadline }
  return { state: isLate ? 'late' : 'inTime', on, by, deadline }
}
