import { clauseAround } from '../../text/sentence-around.js'
import type { Passage } from '../record.js'
import type { SharedPassage, SharedPlace } from '../review.js'
import { weightOf } from './candidates.js'
import type { Compared } from './compared.js'
import { GRAM } from './fingerprints.js'
import { type Groups, spreadOf, TEMPLATE } from './groups.js'
import { type Gap, type Tile, tilesBetween } from './tiles.js'

/** Units between two tiles of one passage: changed or inserted words. */
const GAP = 16
/** Units that are neither set wording nor a template's, in the shortest passage. */
const LEAST_UNITS = 16
/** Units that two offices may well share by chance, measured on real reports: 提出修改意见××条, 主持召开县政府常务会议研究. */
const CHANCE = 12

/** A passage with what it counts for. */
export interface Weighed {
  passage: SharedPassage
  /** Units that are neither set wording nor a template's, those that more units have counted less. */
  weight: number
  /** The same without what two offices may well write independently: few units mean nothing, many mean a copy. */
  evidence: number
}

/** Tiles that follow each other in a paragraph of each text, with only a few other words between. */
function chained(tiles: Tile[], first: Compared, second: Compared): Tile[][] {
  const chains: Tile[][] = []
  for (const tile of tiles) {
    const last = chains.at(-1)?.at(-1)
    const isNext =
      last !== undefined &&
      first.of[last.first] === first.of[tile.first] &&
      second.of[last.second] === second.of[tile.second] &&
      tile.first - (last.first + last.length) <= GAP &&
      tile.second >= last.second + last.length &&
      tile.second - (last.second + last.length) <= GAP
    if (isNext) chains.at(-1)?.push(tile)
    else chains.push([tile])
  }
  return chains
}

/** The tile of a unit in a chain, and how many units of the review have it, `TEMPLATE` where it is a template's. */
interface Counted {
  first: number
  second: number
  spread: number
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

/**
 * The shared units of a chain with how many units of the review have each: as many as have the fingerprints that cover it,
 * or those beside it. What no fingerprint tells is left out.
 */
function unitsOf(chain: Tile[], { prints }: Compared, groups: Groups): Counted[] {
  const counted: Counted[] = []
  for (const { first, second, length } of chain) {
    for (let i = 0; i < length; i++) counted.push({ first: first + i, second: second + i, spread: 0 })
  }
  let from = 0
  for (const { first, length } of chain) {
    for (const { hash, at } of prints) {
      if (at < first || at + GRAM > first + length) continue
      const spread = spreadOf(groups, hash)
      // Near its ends a run may have fingerprints of its own in each text.
      if (spread < 2) continue
      for (let i = at - first; i < at - first + GRAM; i++) {
        const unit = counted[from + i] as Counted
        unit.spread = Math.max(unit.spread, spread)
      }
    }
    from += length
  }
  let last = 0
  for (const unit of counted) {
    if (unit.spread === 0) unit.spread = last
    last = unit.spread
  }
  for (const unit of counted.reverse()) {
    if (unit.spread === 0) unit.spread = last
    last = unit.spread
  }
  return counted.reverse()
}

/** A shared unit in the texts of its two paragraphs. */
interface Meeting {
  mine: number
  theirs: number
}

/** Ranges of a text that are the same in the other, the marks and figures between shared units among them where they are. */
function sameRanges(meetings: Meeting[], mine: string, theirs: string): [number, number][] {
  const ranges: [number, number][] = []
  let last: Meeting | null = null
  for (const meeting of meetings) {
    const range = ranges.at(-1)
    const isSame = mine[meeting.mine] === theirs[meeting.theirs]
    const between = last && mine.slice(last.mine + 1, meeting.mine)
    const joins =
      last !== null && range?.[1] === last.mine + 1 && between === theirs.slice(last.theirs + 1, meeting.theirs)
    if (isSame && joins) range[1] = meeting.mine + 1
    else if (isSame) ranges.push([meeting.mine, meeting.mine + 1])
    last = meeting
  }
  return ranges
}

function placeOf({ line, text }: Passage, theirs: Passage, meetings: Meeting[]): SharedPlace {
  const first = meetings[0]?.mine ?? 0
  const last = meetings.at(-1)?.mine ?? 0
  const start = clauseAround(text, first).start
  const end = Math.max(last + 1, clauseAround(text, last).end)
  const same = sameRanges(meetings, text, theirs.text)
  return { line, text: text.slice(start, end), same: same.map(([from, to]) => [from - start, to - start]) }
}

/** Indices of units that are the same in both, from the first to the last, those in the small gaps between tiles among them. */
function pairedUnits(kept: Counted[], first: Compared, second: Compared): [first: number, second: number][] {
  const paired: [number, number][] = []
  for (const { first: i, second: j } of kept) {
    const [lastI, lastJ] = paired.at(-1) ?? [i - 1, j - 1]
    const gap = { first: [lastI + 1, i], second: [lastJ + 1, j] } satisfies Gap
    for (const tile of i - lastI > 1 && j - lastJ > 1 ? tilesBetween(first.units, second.units, gap) : []) {
      for (let k = 0; k < tile.length; k++) paired.push([tile.first + k, tile.second + k])
    }
    paired.push([i, j])
  }
  return paired
}

/** The two places of units that are shared, all of one paragraph in each text. */
function sharedPlaces(kept: Counted[], first: Compared, second: Compared): [SharedPlace, SharedPlace] {
  const [start] = kept as [Counted]
  const one = first.passages[first.of[start.first] as number] as Passage
  const two = second.passages[second.of[start.second] as number] as Passage
  const meetings = pairedUnits(kept, first, second).map(([i, j]) => ({
    mine: first.at[i] as number,
    theirs: second.at[j] as number,
  }))
  const turned = meetings.map(({ mine, theirs }) => ({ mine: theirs, theirs: mine }))
  return [placeOf(one, two, meetings), placeOf(two, one, turned)]
}

/** What two texts share, set wording and templates left out: longest first. */
export function passagesOf(tiles: Tile[], first: Compared, second: Compared, groups: Groups): Weighed[] {
  const found: Weighed[] = []
  for (const chain of chained(tiles, first, second)) {
    const shared = unitsOf(chain, first, groups)
    const counts = ({ first: at, spread }: Counted): boolean => first.isSet[at] === 0 && spread > 1 && spread < TEMPLATE
    const counting = shared.filter(counts)
    if (counting.length < LEAST_UNITS) continue
    const kept = shared.slice(shared.findIndex(counts), shared.length - [...shared].reverse().findIndex(counts))
    const weight = counting.reduce((sum, { spread }) => sum + weightOf(spread), 0)
    found.push({
      passage: {
        units: median(counting.map(({ spread }) => spread)),
        length: kept.length,
        places: sharedPlaces(kept, first, second),
      },
      weight,
      evidence: weight * (1 - CHANCE / counting.length),
    })
  }
  return found.sort((a, b) => b.passage.length - a.passage.length)
}
