import type { Folded } from './fold.js'

/** Units of a gram. */
export const GRAM = 8
/** Grams of which one is kept at least: whatever is shared over GRAM + WINDOW - 1 units is found. */
const WINDOW = 8

const BASE = 0x2c1b3c6d
/** BASE to the power of GRAM, for what leaves a gram. */
const LEAVING = Array.from({ length: GRAM }).reduce((power: number) => Math.imul(power, BASE), 1)

/** Stands for a gram that is never kept: of set wording, or of two sentences, which tells a template from what follows it. */
const NONE = 0xffffffff

const mixed = (hash: number): number => {
  const first = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

/** Hashes of all grams, in order. */
function gramsOf({ units, isSet, begins }: Folded): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, units.length - GRAM + 1))
  let hash = 0
  let set = 0
  let sentence = 0
  for (let i = 0; i < units.length; i++) {
    hash = (Math.imul(hash, BASE) + (units[i] as number)) | 0
    set += isSet[i] as number
    if (i >= GRAM) {
      hash = (hash - Math.imul(units[i - GRAM] as number, LEAVING)) | 0
      set -= isSet[i - GRAM] as number
    }
    if (begins[i] === 1) sentence = i
    const start = i - GRAM + 1
    if (start >= 0) hashes[start] = set === GRAM || sentence > start ? NONE : mixed(hash)
  }
  return hashes
}

/**
 * Winnowing: of every `WINDOW` grams in a row the least hash, the last of equal ones. Equal runs of text give equal
 * fingerprints wherever they stand. Source: Schleimer, Wilkerson, Aiken, “Winnowing: local algorithms for document
 * fingerprinting”, SIGMOD 2003.
 * @param keep gets the hash, 32 bits, and the index of its first unit
 */
export function winnow(text: Folded, keep: (hash: number, at: number) => void): void {
  const hashes = gramsOf(text)
  const window = Math.min(WINDOW, hashes.length)
  let least = -1
  for (let end = window; end <= hashes.length && window > 0; end++) {
    const start = end - window
    const last = least
    if (least < start) {
      least = start
      for (let i = start + 1; i < end; i++) if ((hashes[i] as number) <= (hashes[least] as number)) least = i
    } else if ((hashes[end - 1] as number) <= (hashes[least] as number)) least = end - 1
    if (least !== last && hashes[least] !== NONE) keep(hashes[least] as number, least)
  }
}
