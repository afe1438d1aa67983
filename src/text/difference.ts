/** Where two texts differ. */

/** What is left of two texts without the head and the tail they share. */
export interface Difference {
  /** Units both begin with. */
  head: number
  /** Units both end with, the head left out. */
  tail: number
  /** The part of the first text in between; empty where the second has more. */
  first: string
  /** The part of the second text in between. */
  second: string
}

/** Where two texts differ, as one stretch. */
export function differenceOf(first: string, second: string): Difference {
  const most = Math.min(first.length, second.length)
  let head = 0
  while (head < most && first[head] === second[head]) head++
  let tail = 0
  while (tail < most - head && first[first.length - 1 - tail] === second[second.length - 1 - tail]) tail++
  return {
    head,
    tail,
    first: first.slice(head, first.length - tail),
    second: second.slice(head, second.length - tail),
  }
}
