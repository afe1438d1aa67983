import type { UnitReview } from '../review.js'
import { type Body, bodyOf, isShortOf, keysOf, plainName } from './body.js'

const isSame = (a: Body, b: Body): boolean => keysOf(a).some((key) => keysOf(b).includes(key))

const isOf = (a: Body, b: Body): boolean => isSame(a, b) || isShortOf(a.name, b.name) || isShortOf(b.name, a.name)

/**
 * What a report calls its unit, where that is not the name of the roster but one of its aliases that is no short form of it: most
 * often a former name. `null` where the report uses the present one.
 */
export function formerName({ unit, report }: Pick<UnitReview, 'unit' | 'report'>): string | null {
  const own = bodyOf(plainName(unit.name))
  const others = unit.aliases.map((alias) => bodyOf(plainName(alias))).filter((alias) => !isOf(alias, own))
  if (others.length === 0) return null
  const names = [report?.issuer, report?.signature].filter((name) => name !== null && name !== undefined)
  return names.find((name) => others.some((other) => isSame(other, bodyOf(plainName(name))))) ?? null
}
