/**
 * Passages that the reports of different units share. Two phases: `addReport` keeps fingerprints of each report as it goes by,
 * three to four kilobytes; `similarPairs` asks again for the texts of the few that share enough to be compared word by word.
 *
 * @example
 * const index = createSimilarityIndex()
 * for (const report of reports) addReport(index, report)
 * const pairs = await similarPairs(index, (report) => passagesAgain(report))
 */
import type { Passage } from '../record.js'
import type { SimilarPair } from '../review.js'
import type { Unit } from '../unit.js'
import { candidatesIn } from './candidates.js'
import { type Compared, comparedIn, layOut } from './compared.js'
import { winnow } from './fingerprints.js'
import { type Fingerprints, groupsOf } from './groups.js'
import { noNumbers, push } from './numbers.js'
import { passagesOf } from './passages.js'
import { placesOf, tilesOf } from './tiles.js'

/** A report to be compared with those of other units. */
export interface ComparedReport {
  /** Tells units apart: reports of one unit are never compared. */
  unit: number
  /** Of the unit. */
  name: string
  path: string
  /** Whose it is, where it may be joint: reports that have one in common are never compared. */
  signers?: Unit[]
  /** What the report may call its unit: issuer, aliases, former names. A copy changes them. */
  names: string[]
  /** Units of one kind below one body are a family: what nearly all of them share was handed down. */
  family?: string | null
  passages: Passage[]
}

type Known = Omit<ComparedReport, 'passages'>

/** What is kept of the reports: who they are, and their fingerprints. */
export interface SimilarityIndex {
  reports: Known[]
  prints: Fingerprints
}

/** Evidence a pair must have to be shown: a passage of 40 characters, two of 26, or three of 22 that no third unit has. */
const LEAST_EVIDENCE = 28
/** Reports held at a time while pairs are compared. */
const HELD = 128

/** An index without reports. */
export const createSimilarityIndex = (): SimilarityIndex => ({
  reports: [],
  prints: { hashes: noNumbers(1 << 16), starts: [0], units: [], families: new Map() },
})

/** Keeps the fingerprints of a report. Returns its number, from 0, by which its text is asked for again. */
export function addReport({ reports, prints }: SimilarityIndex, report: ComparedReport): number {
  const { passages, ...rest } = report
  for (const { folded } of comparedIn(passages, report.names)) winnow(folded, (hash) => push(prints.hashes, hash))
  prints.starts.push(prints.hashes.length)
  prints.units.push(report.unit)
  if (report.family) prints.families.set(report.unit, report.family)
  return reports.push(rest) - 1
}

/** Texts laid out for comparing, the last ones held. */
function layOuts(
  { reports }: SimilarityIndex,
  textOf: (report: number) => Passage[] | Promise<Passage[]>,
): (report: number) => Promise<Compared> {
  const held = new Map<number, Compared>()
  return async (report) => {
    const known = held.get(report)
    const compared = known ?? layOut(await textOf(report), reports[report]?.names ?? [])
    held.delete(report)
    held.set(report, compared)
    for (const oldest of held.keys()) {
      if (held.size <= HELD) break
      held.delete(oldest)
    }
    return compared
  }
}

/**
 * Pairs of units whose reports share passages, greatest weight first; of the reports of two units the pair that shares most.
 * @param textOf gives the passages of a report again, by its number
 */
export async function similarPairs(
  index: SimilarityIndex,
  textOf: (report: number) => Passage[] | Promise<Passage[]>,
): Promise<SimilarPair[]> {
  const { reports, prints } = index
  const groups = groupsOf(prints)
  const layOutOf = layOuts(index, textOf)
  const best = new Map<string, SimilarPair>()
  let current = -1
  let places = placesOf(new Uint16Array())
  for (const { first, second } of candidatesIn(groups, reports.length)) {
    const [one, two] = [reports[first], reports[second]] as [Known, Known]
    if (one.signers?.some((signer) => two.signers?.includes(signer))) continue
    const text = await layOutOf(first)
    const other = await layOutOf(second)
    if (first !== current) places = placesOf(text.units)
    current = first
    const weighed = passagesOf(tilesOf(places, other.units), text, other, groups)
    if (weighed.reduce((sum, { evidence }) => sum + evidence, 0) < LEAST_EVIDENCE) continue
    const weight = Math.round(weighed.reduce((sum, each) => sum + each.weight, 0))
    const shared = weighed.reduce((sum, { passage }) => sum + passage.length, 0)
    const pair: SimilarPair = {
      units: [one.name, two.name],
      files: [one.path, two.path],
      weight,
      share: Math.round((1000 * shared) / Math.min(text.length, other.length)) / 1000,
      passages: weighed.map(({ passage }) => passage),
    }
    const key = [one.unit, two.unit].sort((a, b) => a - b).join()
    if (weight > (best.get(key)?.weight ?? 0)) best.set(key, pair)
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight || (a.files.join('\n') < b.files.join('\n') ? -1 : 1))
}
