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
 * the words are.
 */
export function wordSearch<T extends Sought>(words: T[]): (text: string) => Found<T>[] {
  const byPair = new Map<string, T[]>()
  const slots = new Uint8Array(SLOTS)
  for (const sought of words) {
    const pair = sought.word.slice(sought.key, sought.key + 2)
    byPair.set(pair, [...(byPair.get(pair) ?? []), sought])
    slots[slotOf(pair.charCodeAt(0), pair.charCodeAt(1))] = 1
  }
  return (text) => {
    const found: Found<T>[] = []
    let first = text.charCodeAt(0)
    for (let at = 1; at < text.length; at++) {
      const second = text.charCodeAt(at)
      if (slots[slotOf(first, second)] === 1) {
        for (const sought of byPair.get(text.slice(at - 1, at + 1)) ?? []) {
          const index = at - 1 - sought.key
          if (text.startsWith(sought.word, index)) found.push({ sought, index })
        }
      }
      first = second
    }
    return found
  }
}
