import { SET_PHRASES } from '../../rules/set-phrases.js'
import { once } from '../../text/once.js'
import { type Folded, fold } from './fold.js'
import { SET_WORDING } from './set-wording.js'
import { STATUTES } from './statutes.js'

/** Units that are set wording when they stand together in it: quotations are shortened and run into one another. */
const GRAM = 6

const hashAt = (units: Uint16Array, start: number): number => {
  let hash = 0
  for (let i = start; i < start + GRAM; i++) hash = (Math.imul(hash, 0x2c1b3c6d) + (units[i] as number)) | 0
  return hash ^ (hash >>> 15)
}

const grams = once(() => {
  const phrases = SET_PHRASES.flatMap(({ phrase, right = [] }) => [phrase, ...right])
  const known = new Set<number>()
  /** Which last sixteen bits of a hash the set has: most grams of a text need no more than this look. */
  const mayBe = new Uint8Array(0x10000)
  for (const text of [...SET_WORDING, ...STATUTES, ...phrases]) {
    const { units } = fold(text, null)
    for (let i = 0; i + GRAM <= units.length; i++) {
      const hash = hashAt(units, i)
      known.add(hash)
      mayBe[hash & 0xffff] = 1
    }
  }
  return { known, mayBe }
})

/** Marks what of a text is set wording. */
export function markSetWording(text: Folded): Folded {
  const { known, mayBe } = grams()
  const { units, isSet } = text
  for (let i = 0; i + GRAM <= units.length; i++) {
    const hash = hashAt(units, i)
    if (mayBe[hash & 0xffff] === 1 && known.has(hash)) isSet.fill(1, i, i + GRAM)
  }
  return text
}
