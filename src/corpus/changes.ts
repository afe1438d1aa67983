import type { Finding } from '../finding.js'
import { type Checked, type Defect, defectsOf, sureness } from './defect.js'

/** What became of the findings of one report since the review before. */
export interface FindingChanges<Before, Now> {
  /** Of today's findings, in their order. */
  standing: Now[]
  added: Now[]
  /** Of the earlier ones, in their order. */
  mended: Before[]
}

interface Pair {
  before: number
  now: number
  sureness: number
}

/** Pairs of what may be the same, the surest first; of equally sure ones in the order of the text. */
function pairsOf(before: Defect[], now: Defect[]): Pair[] {
  const byRule = new Map<string, number[]>()
  for (const [i, { rule }] of before.entries()) byRule.set(rule, [...(byRule.get(rule) ?? []), i])
  return now
    .flatMap((each, j) =>
      (byRule.get(each.rule) ?? []).map((i) => ({
        before: i,
        now: j,
        sureness: sureness(before[i] as Defect, each),
      })),
    )
    .filter((pair) => pair.sureness > 0)
    .sort((a, b) => b.sureness - a.sureness || a.now - b.now || a.before - b.before)
}

/**
 * Findings of a report beside those of the review before; `sureness` says when two are the same. Each has at most one
 * counterpart, so that those mended and those standing are all the earlier ones, those standing and those added all of today.
 * @param before what the earlier review found in the report, or in several that are one now
 */
export function compareFindings<Before extends Finding, Now extends Finding>(
  before: Checked<Before>[],
  now: Checked<Now>,
): FindingChanges<Before, Now> {
  const earlier = before.flatMap(({ findings }) => findings)
  const kept = new Set<number>()
  const standing = new Set<number>()
  for (const pair of pairsOf(before.flatMap(defectsOf), defectsOf(now))) {
    if (kept.has(pair.before) || standing.has(pair.now)) continue
    kept.add(pair.before)
    standing.add(pair.now)
  }
  return {
    standing: now.findings.filter((_, i) => standing.has(i)),
    added: now.findings.filter((_, i) => !standing.has(i)),
    mended: earlier.filter((_, i) => !kept.has(i)),
  }
}
