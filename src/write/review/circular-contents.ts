import type { Review, UnitReview } from '../../corpus/review.js'
import type { State } from '../../model.js'
import { demandsFor } from './deadline.js'
import { commonBasis } from './slip-duties.js'

/** How demanded contents stand in reports that give them no section of their own. */
const NOT_SEPARATE: [state: State, words: string][] = [
  ['merged', '与其他内容合为一节'],
  ['embedded', '仅作为其他部分小标题'],
  ['mentioned', '没有标题、只有句子提到'],
]

/** Which demanded contents reports lack or do not set apart, by content and by unit. */
export interface Contents {
  /** The article; empty where none is common. */
  basis: string
  /** What is demanded, 、 between. */
  duties: string
  lacking: { title: string; units: UnitReview[] }[]
  incomplete: { unit: UnitReview; titles: string[] }[]
  scattered: UnitReview[]
  /** The scattered ones by state; one may be in several. */
  scatteredBy: { words: string; units: UnitReview[] }[]
}

/** Looks through the reports that were read for the contents that are demanded of all. */
export function contentsOf(reports: UnitReview[], { contents, year }: Review): Contents {
  const required = contents.filter((content) => content.required)
  const stateOf = ({ report }: UnitReview, key: string): State => report?.sections[key]?.state ?? 'absent'
  const having = (state: State): UnitReview[] =>
    reports.filter((unit) => required.some(({ key }) => stateOf(unit, key) === state))
  const titlesOf = (unit: UnitReview): string[] =>
    required.filter(({ key }) => stateOf(unit, key) === 'absent').map(({ title }) => title)
  const scatteredBy = NOT_SEPARATE.map(([state, words]) => ({ words, units: having(state) }))
  const [first] = reports
  const basis = first ? commonBasis(demandsFor(first, year).contents) : null
  return {
    basis: basis?.replace(/^参照/, '') ?? '',
    duties: required.map(({ title }) => title).join('、'),
    lacking: required
      .map(({ key, title }) => ({ title, units: reports.filter((unit) => stateOf(unit, key) === 'absent') }))
      .filter(({ units }) => units.length > 0),
    incomplete: reports.map((unit) => ({ unit, titles: titlesOf(unit) })).filter(({ titles }) => titles.length > 0),
    scattered: reports.filter((unit) => scatteredBy.some(({ units }) => units.includes(unit))),
    scatteredBy: scatteredBy.filter(({ units }) => units.length > 0),
  }
}
