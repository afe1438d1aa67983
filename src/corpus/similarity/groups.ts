import { type Numbers, noNumbers, push } from './numbers.js'

/** Fingerprints of reports: all that is kept of them until pairs are known. */
export interface Fingerprints {
  /** Of all reports, one after the other. */
  hashes: Numbers
  /** Where those of each report begin, and where the last one's end. */
  starts: number[]
  /** The unit of each report. */
  units: number[]
  /** The family of each unit: those of one kind below one body. Units without an entry are of none. */
  families: Map<number, string>
}

/** Fingerprints that several units have, by hash. */
export interface Groups {
  /** Ascending. */
  hashes: Numbers
  /** How many units have each; `TEMPLATE` for what was handed round. */
  spread: Numbers
  /** Where the reports of each begin in `reports`; none for templates. */
  starts: Numbers
  /** One report of each unit, the first. */
  reports: Numbers
}

/** Stands for as many units as a template has. */
export const TEMPLATE = 0xffffffff
/** Units of one family that share a passage before it may be the family's template: three may have copied one another. */
const FEWEST_OF_FAMILY = 4

/** Hashes are sorted in so many turns, so that no more than a part of them is held twice. */
const TURNS = 16
/** Keys are hash and report in one number below 2^53. */
const REPORTS = 2 ** 21

/**
 * How many units may have a passage before it counts as a template that was handed round: a sixth, but three in the
 * smallest review and eight in the largest.
 */
function mostUnits(units: number): number {
  return Math.min(8, Math.max(3, Math.ceil(units / 6)))
}

function counted(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Tells whether units that share something are nearly all of a family: what its body handed round to them alone. */
function familyTemplates({ units, families }: Fingerprints): (sharing: number[]) => boolean {
  const familyOf = (unit: number): string[] => [families.get(unit) ?? []].flat()
  const sizes = counted([...new Set(units)].flatMap(familyOf))
  return (sharing) =>
    [...counted(sharing.flatMap(familyOf))].some(
      ([family, count]) => count >= FEWEST_OF_FAMILY && 4 * count >= 3 * (sizes.get(family) ?? 0),
    )
}

function sortedKeys({ hashes, starts }: Fingerprints, turn: number): Float64Array {
  const width = 2 ** 32 / TURNS
  const from = turn * width
  const to = from + width
  let count = 0
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes.values[i] as number
    if (hash >= from && hash < to) count++
  }
  const keys = new Float64Array(count)
  count = 0
  for (let report = 0; report + 1 < starts.length; report++) {
    const end = starts[report + 1] as number
    for (let i = starts[report] as number; i < end; i++) {
      const hash = hashes.values[i] as number
      if (hash >= from && hash < to) keys[count++] = hash * REPORTS + report
    }
  }
  return keys.sort()
}

/** Gathers the fingerprints that several units have. Costs a sort of all of them. */
export function groupsOf(prints: Fingerprints): Groups {
  const most = mostUnits(new Set(prints.units).size)
  const isOfFamily = familyTemplates(prints)
  const groups: Groups = { hashes: noNumbers(), spread: noNumbers(), starts: noNumbers(), reports: noNumbers() }
  const lastGroup = new Map<number, number>()
  let group = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const keys = sortedKeys(prints, turn)
    for (let start = 0; start < keys.length; ) {
      const hash = Math.floor((keys[start] as number) / REPORTS)
      const limit = (hash + 1) * REPORTS
      const first = groups.reports.length
      let spread = 0
      group++
      let end = start
      for (; end < keys.length && (keys[end] as number) < limit; end++) {
        const report = (keys[end] as number) - hash * REPORTS
        const unit = prints.units[report] as number
        if (lastGroup.get(unit) === group) continue
        lastGroup.set(unit, group)
        spread++
        if (spread <= most) push(groups.reports, report)
      }
      start = end
      const { values, length } = groups.reports
      const isFew = spread >= FEWEST_OF_FAMILY && spread <= most
      const sharing = isFew ? [...values.subarray(first, length)].map((report) => prints.units[report] as number) : []
      const isTemplate = spread > most || isOfFamily(sharing)
      if (spread < 2 || isTemplate) groups.reports.length = first
      if (spread < 2) continue
      push(groups.hashes, hash)
      push(groups.spread, isTemplate ? TEMPLATE : spread)
      push(groups.starts, first)
    }
  }
  push(groups.starts, groups.reports.length)
  return groups
}

/** How many units have the fingerprint, `TEMPLATE` for what was handed round; 1 for one that is not shared. */
export function spreadOf({ hashes, spread }: Groups, hash: number): number {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = hashes.values[middle] as number
    if (value === hash) return spread.values[middle] as number
    if (value < hash) low = middle + 1
    else high = middle - 1
  }
  return 1
}
