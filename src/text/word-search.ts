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

/**
 * A search for many words of two units or more at once, which costs one look-up for each unit of the text however many
 * the words are. Made in one pass over the words, as a single run pays for it.
 */
export function wordSearch<T extends Sought>(words: T[]): (text: string) => Found<T>[] {
  // Words by the slot of their pair: the number of the first, counted from 1, and of the next after each.
  const firstOf = new Uint16Array(SLOTS)
  const nextOf = new Uint16Array(words.length + 1)
  for (let number = words.length; number > 0; number--) {
    const { word, key } = words[number - 1] as T
    const slot = slotOf(word.charCodeAt(key), word.charCodeAt(key + 1))
    nextOf[number] = firstOf[slot] as number
    firstOf[slot] = number
  }
  return (text) => {
    const found: Found<T>[] = []
    let first = text.charCodeAt(0)
    for (let at = 1; at < text.length; at++) {
      const second = text.charCodeAt(at)
      for (let number = firstOf[slotOf(first, second)] as number; number > 0; number = nextOf[number] as number) {
        const sought = words[number - 1] as T
        const { word, key } = sought
        if (word.charCodeAt(key) !== first || word.charCodeAt(key + 1) !== second) continue
        const index = at - 1 - key
        if (text.startsWith(word, index)) found.push({ sought, index })
      }
      first = second
    }
    return found
  }
}
