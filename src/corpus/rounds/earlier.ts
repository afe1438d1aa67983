import { unitFinder } from '../match/find-unit.js'
import type { Receipt } from '../review.js'
import type { Unit } from '../unit.js'

/** A unit as the review before left it. */
export interface EarlierUnit {
  unit: Unit
  receipt: Receipt
  /** Number of the record that was reviewed for it; `null` where nothing came. */
  record: number | null
  /** Whether that record has a result: its file could be read. */
  isRead: boolean
  /** What it had handed in, the one reviewed first. */
  files: string[]
  /** Names of the other units whose report that was, too. */
  jointWith: string[]
  /** ISO date of the review its result is of. */
  date: string
}

/** What the units of a review were in the one before. */
export interface Lineage {
  /** By unit of today. */
  earlier: Map<Unit, EarlierUnit>
  /** Those that no unit of today was. */
  rest: EarlierUnit[]
}

/** Which unit was which in the review before: by name and aliases, else by what the names mean. Each was one at most. */
export function lineageOf(units: Unit[], before: EarlierUnit[]): Lineage {
  const earlier = new Map<Unit, EarlierUnit>()
  const open = new Set(before)
  const settle = (unit: Unit, found: EarlierUnit | undefined): void => {
    if (!found || !open.has(found) || earlier.has(unit)) return
    earlier.set(unit, found)
    open.delete(found)
  }
  const byName = new Map(before.map((each) => [each.unit.name, each]))
  for (const unit of units) settle(unit, byName.get(unit.name))
  for (const unit of units)
    settle(
      unit,
      unit.aliases.map((alias) => byName.get(alias)).find((each) => each && open.has(each)),
    )
  const byUnit = new Map(before.map((each) => [each.unit, each]))
  const finder = unitFinder([...open].map(({ unit }) => unit))
  for (const unit of units.filter((each) => !earlier.has(each))) {
    const found = finder.find(unit.name)
    if (found.length === 1) settle(unit, byUnit.get(found[0] as Unit))
  }
  return { earlier, rest: before.filter((each) => open.has(each)) }
}
