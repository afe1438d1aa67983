import type { Groups } from './groups.js'

/** Two reports that share fingerprints few others have; the first was added before the second. */
export interface Candidate {
  first: number
  second: number
  /** Fingerprints shared, those that more units have counted less. */
  score: number
}

/** Fingerprints that two reports share before they are looked at: some thirty characters. */
const LEAST_SCORE = 3
/** Pairs looked at for each report, on average: the best ones, so that no folder takes for ever. */
const PAIRS = 4
/** Pairs looked at in any case. */
const FEW = 2000

/**
 * What a shared unit of text counts for when so many units have it. Three that share are still a copy of a copy; from four on
 * wording that was handed round is the likelier, and one must have much in common to be shown.
 */
export const weightOf = (spread: number): number => (spread <= 3 ? 2 / spread : (2 / spread) ** 2)

/** For each report, the groups it is in. */
function groupsByReport(
  { reports, starts, hashes }: Groups,
  count: number,
): { starts: Uint32Array; groups: Uint32Array } {
  const firsts = new Uint32Array(count + 1)
  for (const report of reports.values.subarray(0, reports.length))
    firsts[report + 1] = (firsts[report + 1] as number) + 1
  for (let i = 0; i < count; i++) firsts[i + 1] = (firsts[i + 1] as number) + (firsts[i] as number)
  const next = firsts.slice()
  const groups = new Uint32Array(reports.length)
  for (let group = 0; group < hashes.length; group++) {
    const end = starts.values[group + 1] as number
    for (let i = starts.values[group] as number; i < end; i++) {
      const report = reports.values[i] as number
      const place = next[report] as number
      groups[place] = group
      next[report] = place + 1
    }
  }
  return { starts: firsts, groups }
}

/**
 * Pairs of reports that may share passages, in the order of their reports. The cost grows with the number of fingerprints:
 * none leads to more reports than a template has units.
 * @param count of reports
 */
export function candidatesIn(groups: Groups, count: number): Candidate[] {
  const own = groupsByReport(groups, count)
  const scores = new Float64Array(count)
  const found: Candidate[] = []
  for (let first = 0; first < count; first++) {
    const touched: number[] = []
    const end = own.starts[first + 1] as number
    for (let i = own.starts[first] as number; i < end; i++) {
      const group = own.groups[i] as number
      const weight = weightOf(groups.spread.values[group] as number)
      const last = groups.starts.values[group + 1] as number
      for (let j = groups.starts.values[group] as number; j < last; j++) {
        const second = groups.reports.values[j] as number
        if (second <= first) continue
        if (scores[second] === 0) touched.push(second)
        scores[second] = (scores[second] as number) + weight
      }
    }
    for (const second of touched.sort((a, b) => a - b)) {
      const score = scores[second] as number
      if (score >= LEAST_SCORE) found.push({ first, second, score })
      scores[second] = 0
    }
  }
  const most = Math.max(FEW, PAIRS * count)
  if (found.length <= most) return found
  const inOrder = (a: Candidate, b: Candidate): number => a.first - b.first || a.second - b.second
  return found
    .sort((a, b) => b.score - a.score || inOrder(a, b))
    .slice(0, most)
    .sort(inOrder)
}
