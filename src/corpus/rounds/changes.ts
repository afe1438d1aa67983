import type { Finding } from '../../finding.js'
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

/** Of very many findings of a rule, those are compared that lie within so many of one another in the order of the text. */
const REACH = 100

/** Indices by what they are the same in, in their order. */
function groupedBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** What has not changed at all, in the order of the text. */
function unchanged(before: Defect[], now: Defect[]): Pair[] {
  const signOf = ({ rule, message, spots }: Defect): string =>
    JSON.stringify([rule, message, spots.map(({ words, sentence }) => [words, sentence])])
  const waiting = groupedBy(before.keys(), (i) => signOf(before[i] as Defect))
  return [...now.entries()].flatMap(([j, defect]) => {
    const i = waiting.get(signOf(defect))?.shift()
    return i === undefined ? [] : [{ before: i, now: j, sureness: Infinity }]
  })
}

/** Pairs of what may be the same, the surest first; of equally sure ones in the order of the text. */
function changed(before: Defect[], now: Defect[], settled: Pair[]): Pair[] {
  const left = (defects: Defect[], done: Set<number>): Map<string, number[]> =>
    groupedBy(
      [...defects.keys()].filter((i) => !done.has(i)),
      (i) => (defects[i] as Defect).rule,
    )
  const earlier = left(before, new Set(settled.map((pair) => pair.before)))
  const later = left(now, new Set(settled.map((pair) => pair.now)))
  return [...later]
    .flatMap(([rule, todays]) => {
      const thens = earlier.get(rule) ?? []
      return todays.flatMap((j, k) => {
        const middle = Math.round((k * thens.length) / todays.length)
        return thens
          .slice(Math.max(0, middle - REACH), middle + REACH)
          .map((i) => ({ before: i, now: j, sureness: sureness(before[i] as Defect, now[j] as Defect) }))
          .filter((pair) => pair.sureness > 0)
      })
    })
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
  const defects = before.flatMap((each) => defectsOf(each))
  const todays = defectsOf(now)
  const same = unchanged(defects, todays)
  for (const pair of [...same, ...changed(defects, todays, same)]) {
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
