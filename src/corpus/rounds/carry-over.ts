import type { MatchedUnit } from '../match/match.js'
import type { Submission } from '../submission.js'
import type { Unit } from '../unit.js'
import { type EarlierUnit, lineageOf } from './earlier.js'

/** What a review takes over from the one before. */
export interface CarriedOver {
  /** Today's, with those among them of which there is an earlier report alone. */
  units: MatchedUnit<Submission>[]
  /** What each was in the review before; no entry for those it did not have. */
  earlier: Map<Unit, EarlierUnit>
  /** Units of which nothing readable came, with the result that stands. */
  carried: { unit: Unit; earlier: EarlierUnit }[]
  /** On the roster of the review before, on today's no longer, and nothing came of them. */
  gone: EarlierUnit[]
}

/** Those of the roster in its order, then the others by name; without a roster all by name. */
function merged(
  units: MatchedUnit<Submission>[],
  more: MatchedUnit<Submission>[],
  hasRoster: boolean,
): MatchedUnit<Submission>[] {
  const isFixed = ({ isListed }: MatchedUnit<Submission>): boolean => hasRoster && isListed
  const free = [...units.filter((each) => !isFixed(each)), ...more]
  return [...units.filter(isFixed), ...free.sort((a, b) => (a.unit.name < b.unit.name ? -1 : 1))]
}

/**
 * A unit whose report was reviewed before and of which nothing readable came now keeps its result: in a second round only
 * corrected reports come. Who was on the roster before and is not on today's is gone; all others stay. A file that could not
 * be read has no result to keep.
 */
export function carryOver(
  units: MatchedUnit<Submission>[],
  before: { units: EarlierUnit[]; hasRoster: boolean },
  hasRoster: boolean,
): CarriedOver {
  const { earlier, rest } = lineageOf(
    units.map(({ unit }) => unit),
    before.units,
  )
  const handedIn = rest.filter(({ record }) => record !== null)
  const isGone = ({ receipt }: EarlierUnit): boolean => hasRoster && before.hasRoster && receipt === 'received'
  const more = handedIn
    .filter((each) => !isGone(each) && (each.isRead || !hasRoster))
    .map((each) => {
      earlier.set(each.unit, each)
      return { unit: each.unit, isListed: !hasRoster, submissions: [] }
    })
  const all = merged(units, more, hasRoster)
  const carried = all.flatMap(({ unit, submissions }) => {
    const known = earlier.get(unit)
    const hasCome = submissions.some(({ error }) => error === null)
    return known && known.record !== null && known.isRead && !hasCome ? [{ unit, earlier: known }] : []
  })
  return { units: all, earlier, carried, gone: handedIn.filter(isGone) }
}
