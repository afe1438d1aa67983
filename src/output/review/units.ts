import type { UnitReview } from '../../corpus/review.js'
import type { Kind } from '../../generated/report.js'
import { KINDS } from '../../words.js'
import { type Markup, markup } from '../markup.js'

/** Names listed at one place of the page; what is left out is counted. */
const LISTED = 60

/** A unit of no known kind is told so. */
export const kindWord = (kind: Kind | null): string => (kind === null ? '类别不详' : KINDS[kind])

/** In the order of the page; `null` is a unit of no known kind. */
export const KIND_ORDER: (Kind | null)[] = ['government', 'department', 'township', null]

/** A unit's name, leading to its row in the grid. */
export const unitLink = ({ number, unit }: UnitReview): Markup => markup`<a href="#unit-${number}">${unit.name}</a>`

/**
 * Units one after another, each as it is shown; those beyond the first sixty are counted.
 * @param shown what stands for a unit; its name unless told
 */
export function unitList(units: UnitReview[], shown: (unit: UnitReview) => Markup = unitLink): Markup {
  const listed = units.slice(0, LISTED).map((unit, i) => markup`${i === 0 ? '' : '、'}${shown(unit)}`)
  const rest = units.length - LISTED
  return rest > 0 ? markup`${listed}，另有 ${rest} 家` : markup`${listed}`
}
