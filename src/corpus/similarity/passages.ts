import { clauseAround } from '../../text/sentence-around.js'
import type { SharedPassage, SharedPlace } from '../review.js'
import { weightOf } from './candidates.js'
import type { Compared } from './compared.js'
import { GRAM } from './fingerprints.js'
import { type Groups, spreadOf } from './groups.js'
import type { Tile } from './tiles.js'

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

/** The tile of a unit in a chain, and how many units of the review have it. */
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

/** The text between two shared units is shared too where it is the same, as marks and figures are. */
function placeOf(counted: Counted[], key: 'first' | 'second', mine: Compared, others: Compared): SharedPlace {
  const other = key === 'first' ? 'second' : 'first'
  const passage = mine.passages[mine.of[counted[0]![key]] as number]!
  const theirs = others.passages[others.of[counted[0]![other]] as number]!
  const myAt = (unit: Counted): number => mine.at[unit[key]] as number
  const theirAt = (unit: Counted): number => others.at[unit[other]] as number
  const start = clauseAround(passage.text, myAt(counted[0]!)).start
  const last = myAt(counted.at(-1)!)
  const end = Math.max(last + 1, clauseAround(passage.text, last).end)
  const same: [number, number][] = []
  let before: Counted | null = null
  for (const unit of counted) {
    const at = myAt(unit)
    const isSame = passage.text[at] === theirs.text[theirAt(unit)]
    const range = same.at(-1)
    const joins =
      before !== null &&
      range !== undefined &&
      range[1] === myAt(before) + 1 - start &&
      passage.text.slice(myAt(before) + 1, at) === theirs.text.slice(theirAt(before) + 1, theirAt(unit))
    if (isSame && joins && range) range[1] = at + 1 - start
    else if (isSame) same.push([at - start, at + 1 - start])
    before = unit
  }
  return { line: passage.line, text: passage.text.slice(start, end), same }
}

/** What two texts share, set wording and templates left out: longest first. */
export function passagesOf(tiles: Tile[], first: Compared, second: Compared, groups: Groups): Weighed[] {
  const found: Weighed[] = []
  for (const chain of chained(tiles, first, second)) {
    const shared = unitsOf(chain, first, groups)
    const counts = ({ first: at, spread }: Counted): boolean =>
      first.isSet[at] === 0 && spread > 1 && spread <= groups.most
    const counting = shared.filter(counts)
    if (counting.length < LEAST_UNITS) continue
    const kept = shared.slice(shared.findIndex(counts), shared.length - [...shared].reverse().findIndex(counts))
    const weight = counting.reduce((sum, { spread }) => sum + weightOf(spread), 0)
    found.push({
      passage: {
        units: median(counting.map(({ spread }) => spread)),
        length: kept.length,
        places: [placeOf(kept, 'first', first, second), placeOf(kept, 'second', second, first)],
      },
      weight,
      evidence: weight * (1 - CHANCE / counting.length),
    })
  }
  return found.sort((a, b) => b.passage.length - a.passage.length)
}
