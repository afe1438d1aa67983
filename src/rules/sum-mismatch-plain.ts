import { firstFrom, type Numbers } from '../text/arabic-numbers.js'
import { isOutcome } from './sum-mismatch-words.js'

/**
 * A look at digits and marks alone that tells most sentences to be sound, at a hundredth of the cost of reading their
 * figures and labels. Whatever it is not sure of is left to the closer look.
 */

/** A sentence of a text with its numbers. */
export interface Stretch {
  text: string
  numbers: Numbers
  start: number
  end: number
}

/** Words after which parts must not only stay below the whole but meet it. */
const CLAIMS = /其[他它余]|[两二三四五六七八九\d](?:大?类|种|个?方面|个?部分)/
/** What makes more than its digits of a number, or leaves its measure word to the next: 万, 余, 、. */
const SCALES = '万亿千百余多来几.、和及与'
/** Longest way from a run of figures to its total: 个工作日，以上三项. */
const TO_TOTAL = 16
/** Longest way from a trigger to its list. */
const TO_LIST = 40

const UNSURE = -1

const OPENING = /[(\uff08]/
const CLOSING = /[)\uff09]/

/** A number for the measure word that begins at an offset; `UNSURE` behind a scale. */
function unitAt(text: string, at: number): number {
  const char = text.charAt(at)
  if (SCALES.includes(char)) return UNSURE
  const unit = char === '名' || char === '位' ? '人' : char
  return unit.charCodeAt(0) * 2 + (text.charAt(at + 1) === '次' ? 1 : 0)
}

/** Where the first comma, or mark that parts clauses further, stands in a range; -1 for none. */
function markIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) {
      if (code === 44 || code === 0xff0c || code === 59 || code === 0xff1b || code === 0x3002) return at
    }
  }
  return -1
}

/** Whether a bracket of the sentence holds a number. */
function hasBracketed({ text, numbers, start, end }: Stretch): boolean {
  const sentence = text.slice(start, end)
  let at = sentence.search(OPENING)
  while (at >= 0) {
    const first = (numbers.starts[firstFrom(numbers, start + at)] ?? end) - start
    if (first >= sentence.length) return false
    const close = sentence.slice(at).search(CLOSING)
    if (close < 0 || first < at + close) return true
    const next = sentence.slice(at + 1).search(OPENING)
    at = next < 0 ? -1 : at + 1 + next
  }
  return false
}

/** The last number before an index in a measure; -1 where there is none, `null` where a number on the way is unsure. */
function lastIn({ text, numbers, start }: Stretch, before: number, unit: number): number | null {
  for (let i = before - 1; i >= 0 && (numbers.starts[i] as number) >= start; i--) {
    const own = unitAt(text, numbers.ends[i] as number)
    if (own === UNSURE) return null
    if (own === unit) return i
  }
  return -1
}

/** Whether the words between two numbers of a list with commas name a part as its first does; `''` ends every label. */
function goesOn(text: string, comma: number, start: number, tail: string): boolean {
  if (markIn(text, comma + 1, start) >= 0) return false
  const label = text.slice(comma + 1, start).trim()
  return label === '' || label.endsWith(tail) || isOutcome(label)
}

/** Whether parts behind 其中 are each and together no more than the whole, and meet it where words claim so. */
function isAmongPlain(stretch: Stretch, sign: number, first: number, whole: number, to: number): boolean {
  const { text, numbers, start, end } = stretch
  const { starts, ends, values } = numbers
  const most = values[whole] as number
  const unit = unitAt(text, ends[first] as number)
  const at = starts[first] as number
  // A list after 其中： takes all that follows.
  const tail =
    markIn(text, at - 2, at) < 0 && !/[:\uff1a]/.test(text.slice(sign + 2, sign + 3)) ? text.slice(at - 2, at) : ''
  let sum = 0
  for (let i = first; i < numbers.count && (starts[i] as number) < to; i++) {
    const own = unitAt(text, ends[i] as number)
    if (i > first) {
      const comma = markIn(text, ends[i - 1] as number, starts[i] as number)
      if (comma >= 0 && !goesOn(text, comma, starts[i] as number, tail)) break
    }
    if (own === UNSURE || (values[i] as number) > most) return false
    if (own === unit) sum += values[i] as number
  }
  return sum === most || (sum < most && !CLAIMS.test(text.slice(start, end)))
}

/** Whether parts behind 分别为 add up to the whole. */
function isRespectivelyPlain({ text, numbers }: Stretch, first: number, whole: number, to: number): boolean {
  const { starts, ends, values } = numbers
  let sum = values[first] as number
  for (let i = first + 1; i < numbers.count && (starts[i] as number) < to; i++) {
    if (unitAt(text, ends[i] as number) === UNSURE) return false
    sum += values[i] as number
    if (sum === values[whole]) return true
  }
  return false
}

/** Whether the numbers up to 共计 add up to the one behind, or none stands near it. */
function isTotalPlain({ text, numbers, start }: Stretch, sign: number, total: number): boolean {
  const { starts, ends, values } = numbers
  if (total === 0 || (starts[total - 1] as number) < start || sign - (ends[total - 1] as number) > TO_TOTAL) return true
  const unit = unitAt(text, ends[total] as number)
  if (unit === UNSURE) return false
  let sum = 0
  for (let i = total - 1; i >= 0 && (starts[i] as number) >= start; i--) {
    const own = unitAt(text, ends[i] as number)
    if (own === UNSURE) return false
    if (own !== unit) return i === total - 1
    sum += values[i] as number
    if (sum === values[total]) return true
  }
  return false
}

/** Whether one trigger, whose list ends before `to`, is plainly sound. */
function isSignPlain(stretch: Stretch, sign: number, to: number): boolean {
  const { text, numbers } = stretch
  const { starts, ends } = numbers
  const first = firstFrom(numbers, sign)
  const at = starts[first]
  if (first >= numbers.count || at === undefined || at >= to) return true
  const char = text.charAt(sign)
  if (char !== '其' && char !== '分' && char !== '按') return isTotalPlain(stretch, sign, first)
  const unit = unitAt(text, ends[first] as number)
  if (unit === UNSURE) return false
  if (at - sign > TO_LIST + 8) return true
  const whole = lastIn(stretch, first, unit)
  if (whole === null || whole < 0) return whole !== null
  return char === '其' ? isAmongPlain(stretch, sign, first, whole, to) : isRespectivelyPlain(stretch, first, whole, to)
}

/** Whether all triggers of a sentence, from one on, are plainly sound. */
export function isPlainlySound(stretch: Stretch, signs: number[], from: number): boolean {
  if (hasBracketed(stretch)) return false
  for (let i = from; i < signs.length && (signs[i] as number) < stretch.end; i++) {
    if (!isSignPlain(stretch, signs[i] as number, Math.min(stretch.end, signs[i + 1] ?? stretch.end))) return false
  }
  return true
}
