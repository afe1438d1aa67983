import type { MatchedUnit } from './match/match.js'
import type { UnitReview } from './review.js'
import type { Submission } from './submission.js'
import type { Unit } from './unit.js'

/** Units by the file that was reviewed for them or that they handed in, by the number of its record. */
export function signersIn(units: MatchedUnit<Submission>[]): Map<number, Unit[]> {
  const signers = new Map<number, Unit[]>()
  for (const { unit, submissions } of units)
    for (const { index } of submissions) signers.set(index, [...(signers.get(index) ?? []), unit])
  return signers
}

/** Units without those whose report is also that of a unit before them: every report once. */
export function reportsOnce(units: UnitReview[]): UnitReview[] {
  const seen = new Set<string>()
  return units.filter(({ jointWith, files: [path = ''] }) => {
    if (jointWith.length === 0) return true
    const isFirst = !seen.has(path)
    seen.add(path)
    return isFirst
  })
}

/** Whose report it is, all names: 甲局、乙局. */
export const ownersOf = ({ unit, jointWith }: UnitReview): string => [unit.name, ...jointWith].join('、')
