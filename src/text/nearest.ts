/** The name that was probably meant. */

import { closest, distance } from 'fastest-levenshtein'

/** The name most like a mistyped one; `null` where none is like it. */
export function nearest(name: string, names: readonly string[]): string | null {
  if (names.length === 0) return null
  const best = closest(name.toLowerCase(), names)
  return distance(name.toLowerCase(), best) <= Math.max(2, Math.ceil(best.length / 3)) ? best : null
}
