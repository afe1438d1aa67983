/** How far a text agrees with a set phrase, and in what it slips from it. */

/** Quotes, which are set or not: “”‘’ and the straight ones. */
const QUOTES = '\u201c\u201d\u2018\u2019"\''
/** What stands between the members of a phrase, or is left out there: 、，；和 and blanks. */
const BETWEEN = '\u3001,\uff0c;\uff1b和与及 \u3000\t'
const LINE_END = '\n\u3002'

const QUOTE = 1
const MARK = 2
/** What a unit is to a phrase; anything else is part of it. */
const ROLES = new Map<string, number>([
  ...[...QUOTES].map((char): [string, number] => [char, QUOTE]),
  ...[...BETWEEN].map((char): [string, number] => [char, MARK]),
])

/** Farthest the text is read on either side, in UTF-16 units. */
const REACH = 120

/** A text without quotes and what parts members, with the offsets of what is left. */
export interface Bare {
  text: string
  /** Offset in the text it was made from, for each unit, and for the end. */
  offsets: number[]
}

/** The text without quotes, blanks and what parts members. */
export function bareOf(text: string, start = 0, end = text.length): Bare {
  let bare = ''
  const offsets: number[] = []
  for (let at = start; at < end; at++) {
    const char = text[at] as string
    if (ROLES.has(char)) continue
    bare += char
    offsets.push(at)
  }
  offsets.push(end)
  return { text: bare, offsets }
}

/** The sentence around an offset, as far as a phrase may reach. */
export function windowAround(text: string, at: number): { start: number; end: number } {
  let start = at
  while (start > 0 && at - start < REACH && !LINE_END.includes(text[start - 1] as string)) start--
  let end = at
  while (end < text.length && end - at < REACH && !LINE_END.includes(text[end] as string)) end++
  return { start, end }
}

/** How far a phrase agrees with the text. */
interface Agreement {
  /** Units of the phrase, marks left out. */
  units: number
  /** Offset in the text behind the last of them. */
  at: number
  isWhole: boolean
}

/** Walks a phrase over the text from an offset, quotes skipped, and members parted or not where the phrase has 、. */
function walk(text: string, phrase: string, from: number, step: 1 | -1): Agreement {
  let at = from
  let units = 0
  let isParted = true
  for (let i = step === 1 ? 0 : phrase.length - 1; i >= 0 && i < phrase.length; i += step) {
    const char = phrase[i] as string
    if (char === '\u3001') {
      isParted = true
      continue
    }
    let next = at
    let quotes = 0
    while (text[next] !== char) {
      const role = ROLES.get(text[next] as string)
      // ”“ parts two members, as a mark does.
      if (role === undefined || Math.abs(next - from) > REACH || (!isParted && (role === MARK || ++quotes > 1))) break
      next += step
    }
    if (text[next] !== char) return { units, at, isWhole: false }
    at = next + step
    units++
    isParted = false
  }
  return { units, at, isWhole: true }
}

/** How far the text agrees with a phrase that has the unit at `offset` at `at`, on either side of it. */
export function agreementAt(
  text: string,
  phrase: string,
  offset: number,
  at: number,
): { start: number; end: number; units: number; isWhole: boolean } {
  const after = walk(text, phrase.slice(offset), at, 1)
  const before = walk(text, phrase.slice(0, offset), at - 1, -1)
  return {
    start: before.at + 1,
    end: after.at,
    units: before.units + after.units,
    isWhole: before.isWhole && after.isWhole,
  }
}

/** Words that come and go without another meaning. */
const FILLER = /^[的地得了都就要能更]+$/
/** What a place's own name may stand for: 依法治县, 法治云溪. */
const NATION = /^国家?$/

/** Units that must fit again behind a slip for it to be one; fewer where the phrase ends. */
const RESYNC = 4

/** Ways past a slip: units of the phrase and of the text to step over, and how much of the phrase must be left behind it. */
const STEPS = [
  { phrase: 1, text: 1, rest: 1 },
  { phrase: 0, text: 1, rest: 3 },
  { phrase: 1, text: 0, rest: 3 },
  { phrase: 2, text: 2, rest: 4 },
  { phrase: 0, text: 2, rest: 4 },
  { phrase: 2, text: 0, rest: 4 },
]

/** Slips in a text that should read as the phrase, and how far the phrase reaches in it. */
export interface Slips {
  count: number
  end: number
}

/**
 * Slips between a phrase and the text that begins where it should; `null` where the text is another, or breaks off. What
 * is put in between two members is none: 风险评估，履行合法性审查.
 * @param text without quotes and marks
 * @param bounds indices in the phrase, itself without marks, at which a member begins
 */
export function slipsIn(phrase: string, text: string, bounds: number[] = [], most = 2): Slips | null {
  let head = 0
  while (head < phrase.length && phrase[head] === text[head]) head++
  if (head === phrase.length) return { count: 0, end: head }
  if (most === 0) return null
  const isBound = bounds.includes(head)
  for (const step of STEPS) {
    const behind = head + step.phrase
    if (phrase.length - behind < step.rest || (step.phrase === 0 && isBound)) continue
    if (!text.startsWith(phrase.slice(behind, behind + RESYNC), head + step.text)) continue
    const rest = bounds.map((bound) => bound - behind)
    const others = slipsIn(phrase.slice(behind), text.slice(head + step.text), rest, most - 1)
    if (!others) continue
    const left = phrase.slice(head, behind)
    const isFree = NATION.test(left) || FILLER.test(left || text.slice(head, head + step.text))
    return { count: others.count + (isFree ? 0 : 1), end: head + step.text + others.end }
  }
  return null
}

/** The text back to front, to compare what stands before a place. */
export const reversed = (text: string): string => [...text].reverse().join('')
