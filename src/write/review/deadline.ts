import { dueOf } from '../../corpus/punctuality.js'
import type { UnitReview } from '../../corpus/review.js'
import type { Demands } from '../../model.js'
import { bindingDemands, demandsOf, type SchemaDocument } from '../../report/demands.js'
import { isStreetOffice } from '../../report/kind.js'
import { deadlineFor } from '../../rules/deadlines.js'
import { spokenDate } from '../../text/dates.js'

/** What binds others is cited as what the reports of street offices follow. */
const isStreet = ({ unit, report }: UnitReview): boolean => isStreetOffice(report?.kind ?? unit.kind, unit.name)

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
  const deadline = deadlineFor(event, review.report?.issuer ?? review.unit.name)
  const on = dueOf(event, review, year)
  if (!deadline || on === null) return null
  return {
    on,
    day: spokenDate(on),
    basis: isStreet(review) ? `参照${deadline.basis}` : deadline.basis,
  }
}

/** A basis behind another: of the same document its article alone. */
function articleOf(basis: string, before: string): string {
  const document = /^[^》]*》/.exec(basis)?.[0] ?? ''
  return document !== '' && before.startsWith(document) ? basis.slice(document.length) : basis
}

/**
 * What is demanded of publication, without a mark at its end: 《…》第二十四条要求，除……的外，在2026年4月1日之前向社会公开.
 * @param before a basis cited before it in the same sentence
 */
export function publicationDemand(review: UnitReview, year: number, before = ''): string | null {
  const due = dueFor('published', review, year)
  if (due === null) return null
  const except = deadlineFor('published', review.unit.name)?.except
  return `${articleOf(due.basis, before)}要求，${except ? `${except}，` : ''}在${due.day}之前向社会公开`
}
