import type { UnitReview } from './review.js'

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
