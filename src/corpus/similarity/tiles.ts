/** A run of units that two texts share: greedy string tiling, the longest runs first, no unit used twice. */
export interface Tile {
  /** Index of its first unit in each text. */
  first: number
  second: number
  length: number
}

/** Shortest run. */
const LEAST = 8
/** Places of one gram that are looked at: text that repeats itself costs no more. */
const PLACES = 64

const SLOT_BITS = 13
const hashAt = (units: Uint16Array, start: number): number => {
  let hash = 0
  for (let i = start; i < start + LEAST; i++) hash = (Math.imul(hash, 0x2c1b3c6d) + (units[i] as number)) | 0
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - SLOT_BITS)
}

/** Where the grams of a text stand, for looking up those of others. */
export interface Places {
  units: Uint16Array
  /** The last place of each slot, counted from 1, and the one before each. */
  last: Uint32Array
  before: Uint32Array
}

/** @param units `0` parts paragraphs */
export function placesOf(units: Uint16Array): Places {
  const last = new Uint32Array(1 << SLOT_BITS)
  const before = new Uint32Array(units.length + 1)
  for (let i = 0; i + LEAST <= units.length; i++) {
    const slot = hashAt(units, i)
    before[i + 1] = last[slot] as number
    last[slot] = i + 1
  }
  return { units, last, before }
}

function lengthOf(a: Uint16Array, i: number, b: Uint16Array, j: number): number {
  let length = 0
  while (i + length < a.length && a[i + length] === b[j + length] && a[i + length] !== 0) length++
  return length
}

/** Runs that can be made no longer at either end. */
function runsOf({ units, last, before }: Places, other: Uint16Array): Tile[] {
  const runs: Tile[] = []
  for (let j = 0; j + LEAST <= other.length; j++) {
    let left = PLACES
    for (let place = last[hashAt(other, j)] as number; place > 0 && left > 0; place = before[place] as number) {
      left--
      const i = place - 1
      if (units[i] !== other[j]) continue
      if (i > 0 && j > 0 && units[i - 1] === other[j - 1] && units[i - 1] !== 0) continue
      const length = lengthOf(units, i, other, j)
      if (length >= LEAST) runs.push({ first: i, second: j, length })
    }
  }
  return runs
}

/** The tiles of two texts, by their place in the first. */
export function tilesOf(places: Places, other: Uint16Array): Tile[] {
  const runs = runsOf(places, other).sort((a, b) => b.length - a.length || a.first - b.first || a.second - b.second)
  const usedFirst = new Uint8Array(places.units.length)
  const usedSecond = new Uint8Array(other.length)
  const tiles: Tile[] = []
  for (const { first, second, length } of runs) {
    let start = 0
    for (let i = 0; i <= length; i++) {
      if (i < length && usedFirst[first + i] === 0 && usedSecond[second + i] === 0) continue
      if (i - start >= LEAST) {
        tiles.push({ first: first + start, second: second + start, length: i - start })
        usedFirst.fill(1, first + start, first + i)
        usedSecond.fill(1, second + start, second + i)
      }
      start = i + 1
    }
  }
  return tiles.sort((a, b) => a.first - b.first)
}

/** Shortest run that is shown between two tiles. */
const WORD = 3

/** Half-open ranges of units, one in each text. */
export interface Gap {
  first: [start: number, end: number]
  second: [start: number, end: number]
}

/** The longest run of a small gap between tiles, and those on either side of it: words that stayed among changed ones. */
export function tilesBetween(a: Uint16Array, b: Uint16Array, { first, second }: Gap): Tile[] {
  let best: Tile = { first: 0, second: 0, length: 0 }
  for (let i = first[0]; i < first[1]; i++) {
    for (let j = second[0]; j < second[1]; j++) {
      const most = Math.min(first[1] - i, second[1] - j)
      let length = 0
      while (length < most && a[i + length] === b[j + length]) length++
      if (length > best.length) best = { first: i, second: j, length }
    }
  }
  if (best.length < WORD) return []
  const before: Gap = { first: [first[0], best.first], second: [second[0], best.second] }
  const after: Gap = {
    first: [best.first + best.length, first[1]],
    second: [best.second + best.length, second[1]],
  }
  return [...tilesBetween(a, b, before), best, ...tilesBetween(a, b, after)]
}
