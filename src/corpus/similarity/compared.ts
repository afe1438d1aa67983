import type { Passage } from '../record.js'
import { winnow } from './fingerprints.js'
import { type Folded, fold, isProse, ownNames } from './fold.js'
import { markSetWording } from './set-grams.js'

/** The paragraphs of a report that are compared, folded, with their set wording marked. */
export function* comparedIn(passages: Passage[], names: string[]): Generator<{ passage: Passage; folded: Folded }> {
  const own = ownNames(names)
  for (const passage of passages) {
    if (isProse(passage)) yield { passage, folded: markSetWording(fold(passage.text, own)) }
  }
}

/** A report laid out for comparing: its paragraphs one after the other, `0` between them. */
export interface Compared {
  units: Uint16Array
  isSet: Uint8Array
  /** Offset of each unit in the text of its passage. */
  at: Uint32Array
  /** Index of the passage of each unit. */
  of: Uint32Array
  passages: Passage[]
  /** Units without the `0`s. */
  length: number
  prints: { hash: number; at: number }[]
}

/** Lays a report out for comparing it with others. */
export function layOut(passages: Passage[], names: string[]): Compared {
  const parts = [...comparedIn(passages, names)]
  const size = parts.reduce((sum, { folded }) => sum + folded.units.length + 1, 0)
  const compared: Compared = {
    units: new Uint16Array(size),
    isSet: new Uint8Array(size),
    at: new Uint32Array(size),
    of: new Uint32Array(size),
    passages: parts.map(({ passage }) => passage),
    length: size - parts.length,
    prints: [],
  }
  let start = 0
  for (const [index, { folded }] of parts.entries()) {
    compared.units.set(folded.units, start)
    compared.isSet.set(folded.isSet, start)
    compared.at.set(folded.at, start)
    compared.of.fill(index, start, start + folded.units.length + 1)
    const from = start
    winnow(folded, (hash, at) => compared.prints.push({ hash, at: from + at }))
    start += folded.units.length + 1
  }
  return compared
}
