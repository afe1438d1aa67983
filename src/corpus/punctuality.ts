import type { ReportSummary } from '../finding.js'
import { demandsOf } from '../report/demands.js'
import { dueOn } from '../rules/deadlines.js'
import type { Punctuality } from './review.js'
import type { Unit } from './unit.js'

/** Which date a deadline looks at. */
const DATES = [
  { by: 'signedOn', event: 'reported' },
  { by: 'publishedOn', event: 'published' },
] as const

/**
 * Whether a report was signed and published in time, as the rule late-report judges it: late where one of its dates is past
 * its deadline. The date of signing is the one shown, unless that of publication alone is late or known. What a province asks
 * of chosen places beyond the regulation makes nobody late.
 * @param year the year reported on
 */
export function punctualityOf(report: ReportSummary, unit: Unit, year: number): Punctuality {
  const issuer = report.issuer ?? unit.name
  const isBound = year >= demandsOf(report.kind ?? unit.kind).bindingSince
  const dated = DATES.flatMap(({ by, event }) => {
    const on = report[by]
    return on === null ? [] : [{ on, by, deadline: isBound ? dueOn(event, issuer, year) : null }]
  })
  const late = dated.find(({ on, deadline }) => deadline !== null && on > deadline)
  const shown = late ?? dated[0]
  if (!shown)
    return { state: 'unknown', on: null, by: null, deadline: isBound ? dueOn('reported', issuer, year) : null }
  if (shown.deadline === null) return { state: 'unknown', ...shown }
  return { state: late ? 'late' : 'inTime', ...shown }
}
