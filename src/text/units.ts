/**
 * Where each unit of a text stands, found out in one pass that all rules share: a rule that wants a word or a sign looks
 * where its units stand, and not through the text.
 */

/** Values of a UTF-16 unit. */
const UNITS = 0x10000
/** Largest number the table holds. */
const MOST = 0x7fffffff

/** For each unit its first place in the text, counted from `base`; lower numbers are left over from earlier texts. */
const firsts = new Int32Array(UNITS)
/** For each place the next one with the same unit, or -1. */
let nexts = new Int32Array(0x2000)
let base = 1
let end = 1
// The last text: rules ask for the same draft in turn.
let known: string | null = null

function gather(text: string): void {
  known = text
  base = end
  if (base > MOST - text.length) {
    firsts.fill(0)
    base = 1
  }
  end = base + text.length
  if (nexts.length < text.length) nexts = new Int32Array(2 * text.length)
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    nexts[at] = (firsts[code] as number) - base
    firsts[code] = base + at
  }
}

/** The first place of a unit in a text; below 0 where it has none. The text is the draft's: the last one asked for is kept. */
export function firstPlace(text: string, code: number): number {
  if (text !== known) gather(text)
  return (firsts[code] as number) - base
}

/** The next place with the same unit in the text last asked for; below 0 after the last. */
export const nextPlace = (at: number): number => nexts[at] as number

/** Places of a word in a text, in order; those that overlap too. */
export function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = firstPlace(text, word.charCodeAt(0)); at >= 0; at = nextPlace(at))
    if (text.startsWith(word, at)) places.push(at)
  return places
}

/** Whether a word stands in a text. */
export function holds(text: string, word: string): boolean {
  for (let at = firstPlace(text, word.charCodeAt(0)); at >= 0; at = nextPlace(at))
    if (text.startsWith(word, at)) return true
  return false
}

/** A class of units `[…]`, or one unit. */
const PLACE = /\[[^\]]+\]|[^[\]]/g

const unitsOf = (place: string): number[] =>
  [...(place.length > 1 ? place.slice(1, -1) : place)].map((char) => char.charCodeAt(0))

/** The second units that a first one may stand before; `null` where it is a sign by itself. */
type Sign = [first: number, seconds: number[] | null]

function signsOf(sign: string): Sign[] {
  const [first = '', second] = sign.match(PLACE) ?? []
  const seconds = second === undefined ? null : unitsOf(second)
  return unitsOf(first).map((code) => [code, seconds])
}

/**
 * Tells whether a text has one of some signs: a unit, or two side by side, where `[甲乙]` stands for either. For what
 * every match of a dear pattern has, and most texts have not.
 */
export function anySign(...signs: string[]): (text: string) => boolean {
  const all = signs.flatMap(signsOf)
  return (text) => {
    for (const [first, seconds] of all) {
      for (let at = firstPlace(text, first); at >= 0; at = nextPlace(at))
        if (seconds === null || seconds.includes(text.charCodeAt(at + 1))) return true
    }
    return false
  }
}
