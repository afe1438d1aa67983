/** A search for many words at once. */

import { once } from './once.js'

/** A word to look for; the two units at `key` are the ones that set it apart, and are what the text is searched for. */
export interface Sought {
  word: string
  /** Index in the word of two units that are rare in ordinary text. */
  key: number
}

export interface Found<T> {
  sought: T
  /** Offset of the word in the text. */
  index: number
}

/** Slots of the table of pairs; a power of two. */
const SLOTS = 0x4000

const slotOf = (first: number, second: number): number => ((first << 5) ^ second) & (SLOTS - 1)

/** Words by the slot of their pair: the number of the first, counted from 1, and of the next after each. */
interface Table<T> {
  words: T[]
  firstOf: Uint16Array
  nextOf: Uint16Array
}

function tableOf<T extends Sought>(words: T[]): Table<T> {
  const firstOf = new Uint16Array(SLOTS)
  const nextOf = new Uint16Array(words.length + 1)
  for (let number = words.length; number > 0; number--) {
    const { word, key } = words[number - 1] as T
    const slot = slotOf(word.charCodeAt(key), word.charCodeAt(key + 1))
    nextOf[number] = firstOf[slot] as number
    firstOf[slot] = number
  }
  return { words, firstOf, nextOf }
}

function search<T extends Sought>(
  text: string,
  { words, firstOf, nextOf }: Table<T>,
  found: (place: Found<T>, word: number) => void,
) {
  let first = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const second = text.charCodeAt(at)
    for (let number = firstOf[slotOf(first, second)] as number; number > 0; number = nextOf[number] as number) {
      const sought = words[number - 1] as T
      const { word, key } = sought
      if (word.charCodeAt(key) !== first || word.charCodeAt(key + 1) !== second) continue
      const index = at - 1 - key
      if (text.startsWith(word, index)) found({ sought, index }, number - 1)
    }
    first = second
  }
}

/**
 * A search for many words of two units or more at once, which costs one look-up for each unit of the text however many
 * the words are.
 */
export function wordSearch<T extends Sought>(words: T[]): (text: string) => Found<T>[] {
  const table = tableOf(words)
  return (text) => {
    const places: Found<T>[] = []
    search(text, table, (place) => {
      places.push(place)
    })
    return places
  }
}

const lists: (() => Sought[])[] = []
/** The words of all lists that share a pass over the text, and which list each is of. */
const shared = once(() => {
  const words: Sought[] = []
  const owners: number[] = []
  for (const [owner, list] of lists.entries()) {
    for (const word of list()) {
      words.push(word)
      owners.push(owner)
    }
  }
  return { table: tableOf(words), owners }
})
// The places in the last text: rules ask for the same draft in turn.
let known: string | null = null
let places: Found<Sought>[][] = []

function look(text: string): void {
  const { table, owners } = shared()
  known = text
  places = lists.map(() => [])
  search(text, table, (place, word) => places[owners[word] as number]?.push(place))
}

/** A search as `wordSearch` makes, for a list that is there for good: all of these look through a text in one pass. */
export function sharedSearch<T extends Sought>(list: () => T[]): (text: string) => Found<T>[] {
  const owner = lists.push(list) - 1
  return (text) => {
    if (text !== known) look(text)
    return places[owner] as Found<T>[]
  }
}
