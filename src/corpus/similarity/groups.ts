import { type Numbers, noNumbers, push } from './numbers.js'

/** Fingerprints of reports: all that is kept of them until pairs are known. */
export interface Fingerprints {
  /** Of all reports, one after the other. */
  hashes: Numbers
  /** Where those of each report begin, and where the last one's end. */
  starts: number[]
  /** The unit of each report. */
  units: number[]
}

/** Fingerprints that several units have, by hash. */
export interface Groups {
  /** Ascending. */
  hashes: Numbers
  /** How many units have each. */
  spread: Numbers
  /** Where the reports of each begin in `reports`; none for what too many units have. */
  starts: Numbers
  /** One report of each unit, the first. */
  reports: Numbers
  /** More units than this have a template, not a copy. */
  most: number
}

/** Hashes are sorted in so many turns, so that no more than a part of them is held twice. */
const TURNS = 16
/** Keys are hash and report in one number below 2^53. */
const REPORTS = 2 ** 21

/**
 * How many units may have a passage before it counts as a template that was handed round: a quarter, but three in the
 * smallest review and eight in the largest.
 */
export function mostUnits(units: number): number {
  return Math.min(8, Math.max(3, Math.ceil(units / 4)))
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
  const groups: Groups = { hashes: noNumbers(), spread: noNumbers(), starts: noNumbers(), reports: noNumbers(), most }
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
      if (spread < 2 || spread > most) groups.reports.length = first
      if (spread < 2) continue
      push(groups.hashes, hash)
      push(groups.spread, spread)
      push(groups.starts, first)
    }
  }
  push(groups.starts, groups.reports.length)
  return groups
}

/** How many units have the fingerprint; 1 for one that is not shared. */
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
