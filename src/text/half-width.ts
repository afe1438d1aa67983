/**
 * Half-width punctuation in Chinese text: where , : ; ? ! ( ) . should be full-width. Times, numbers, ratios, addresses,
 * file names and English keep theirs.
 */

import { shieldedRanges } from './addresses.js'
import { widen } from './marks.js'
import { anySign, firstPlace, nextPlace } from './units.js'

/** A mark to be made full-width; the range holds the blanks beside it that the wide mark makes needless. */
export interface HalfWidthMark {
  /** Half-open, in UTF-16 units. */
  start: number
  end: number
  /** The half-width mark itself. */
  mark: string
  /** Where it stands. */
  at: number
  /** What to write instead. */
  wide: string
}

/** Marks that end or part clauses: beside one, another is a doubled mark, not a narrow one. */
const PARTING = ',\uff0c;\uff1b:\uff1a、\u3002'
/** Marks of either width and blanks: what a mark stands beside is the first character beyond them, mended or not. */
const TRANSPARENT = ' ,\uff0c;\uff1b:\uff1a!\uff01?\uff1f()\uff08\uff09.\u3002'
/** Marks and blanks stepped over at most. */
const REACH = 8

/** Codes of characters; 0 is the end of a line. */
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
/** Chinese characters, and marks that only Chinese has. */
const isChinese = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0x3001 && code <= 0x3011) ||
  code === 0x3014 ||
  code === 0x3015 ||
  (code >= 0xff01 && code <= 0xff60)
/** Chinese, or “” ‘’ — …, which English has too. */
const isNearChinese = (code: number): boolean =>
  isChinese(code) || code === 0x2014 || (code >= 0x2018 && code <= 0x201d) || code === 0x2026

/** The character a mark stands beside, marks and blanks stepped over. */
function beside(text: string, at: number, step: 1 | -1): number {
  for (let index = at + step; index !== at + step * REACH; index += step) {
    const char = text[index]
    if (char === undefined || char === '\n') return 0
    if (!TRANSPARENT.includes(char)) return char.charCodeAt(0)
  }
  return 0
}

/** The character right before, blanks stepped over. */
function previous(text: string, at: number): string {
  let index = at - 1
  while (index > at - REACH && text[index] === ' ') index--
  return text[index] ?? '\n'
}

/** A question that a stray ? (a character lost in conversion) does not end. */
const QUESTION = /[吗呢谁何怎哪几么][^\u3002\uff01!\uff1f?\n]*$|(?:是否|能否|难道|多少)[^\u3002\uff01!\uff1f?\n]*$/

/** &nbsp; that a conversion left. */
const ENTITY = /&#?[a-z\d]{2,8}$/i

function isPunctuation(text: string, at: number): boolean {
  const mark = text[at]
  const before = beside(text, at, -1)
  const after = beside(text, at, 1)
  if (isDigit(before) && isDigit(after)) return false
  if (mark === '?' || mark === '!') {
    const next = text.charCodeAt(at + 1)
    if (!isNearChinese(before) || isDigit(next) || isLetter(next) || next === 0x3d || next === 0x5b) return false
    return mark === '!' || !isChinese(after) || QUESTION.test(text.slice(Math.max(0, at - 40), at))
  }
  if (PARTING.includes(previous(text, at)) || (mark === ':' && text[at + 1] === '/')) return false
  if (mark === ';' && ENTITY.test(text.slice(Math.max(0, at - 10), at))) return false
  if (isChinese(before) || isChinese(after)) return true
  return (isNearChinese(before) || isNearChinese(after)) && !isLetter(before) && !isLetter(after)
}

/** 一, （一) （一), : numerals at the head of a line whose form is wrong beyond the width. */
const NUMERAL =
  /^[一二三四五六七八九十]{1,3} ?[,:.]|^[(\uff08\u3014]?([一二三四五六七八九十\d]{1,3})[)\uff09\u3015] ?[,:.]?/

/** Whether the mark is part of a numeral that is to be written anew; (一) is only narrow. */
function isInNumeral(text: string, at: number, lineStart: number): boolean {
  if (at > lineStart + 6) return false
  const numeral = NUMERAL.exec(text.slice(lineStart, lineStart + 8))?.[0]
  if (numeral === undefined || at >= lineStart + numeral.length) return false
  return !/[()]/.test(text[at] as string) || !/^\([^)]*\)/.test(numeral)
}

/** Content of brackets looked through for Chinese. */
const LOOK = 60
const HAN = /[\u3400-\u9fff]/

/** Whether a pair of brackets stands in Chinese text. */
function isChinesePair(text: string, open: number, close: number): boolean {
  const right = text.charCodeAt(open - 1)
  if (right === 0x5d) return false
  if (isChinese(beside(text, open, -1)) || HAN.test(text.slice(open + 1, Math.min(close, open + LOOK)))) return true
  return isChinese(beside(text, close, 1)) && !isDigit(right) && !isLetter(right)
}

/** Chinese top-level domains. */
const DOMAIN = /^(?:中国|公司|网络|政务|公益)/
/** Shortest clause that a . may end as a sentence. */
const SENTENCE = 12
const CLAUSE = /[^\u3002\uff01\uff1f\n.]*$/

/** A . between Chinese characters that clearly ends a sentence. */
function isFullStop(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) < 0x2000) return false
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? '\n'
  if (!/[\u3400-\u9fff\u201d\u300b]/.test(before) || /[一二三四五六七八九十]/.test(before)) return false
  if (!/[\u3400-\u9fff\u201c\u300a\n]/.test(after) || DOMAIN.test(text.slice(at + 1, at + 3))) return false
  const clause = CLAUSE.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? ''
  return clause.length >= SENTENCE && clause.lastIndexOf('\u201c') <= clause.lastIndexOf('\u201d')
}

/** Places of half-width marks in order; -1 stands for what turned out to be none. */
interface Places {
  found: number[]
  /** Indexes in `found` of pairs of brackets; -1 for a full-width half. */
  pairs: [number, number][]
}

const LEFT_OUT = -1

const SIGN = /[\n!(),.:;?\uff08\uff09]/g

const hasNarrow = anySign('[!(),:;?]')
const POINT = '.'.charCodeAt(0)

/** Whether a text has a mark that may be too narrow; a point behind a figure never is. */
function mayHaveMarks(text: string): boolean {
  if (hasNarrow(text)) return true
  for (let at = firstPlace(text, POINT); at >= 0; at = nextPlace(at)) if (!isDigit(text.charCodeAt(at - 1))) return true
  return false
}

function scan(text: string): Places {
  const found: number[] = []
  const pairs: Places['pairs'] = []
  /** Open brackets: where, and their indexes in `found`. */
  const open: [number, number][] = []
  let lineStart = 0
  const note = (at: number): number => (isInNumeral(text, at, lineStart) ? LEFT_OUT : found.push(at) - 1)
  // Far quicker than a look at every character.
  for (SIGN.lastIndex = 0; SIGN.test(text); ) {
    const at = SIGN.lastIndex - 1
    const code = text.charCodeAt(at)
    switch (code) {
      case 0x0a:
        for (const [, index] of open) if (index >= 0) found[index] = LEFT_OUT
        open.length = 0
        lineStart = at + 1
        break
      case 0x28:
        open.push([at, note(at)])
        break
      case 0xff08:
        open.push([at, LEFT_OUT])
        break
      case 0x29:
      case 0xff09: {
        const opened = open.pop()
        if (!opened) break
        const [from, index] = opened
        if (isChinesePair(text, from, at)) pairs.push([index, code === 0x29 ? note(at) : LEFT_OUT])
        else if (index >= 0) found[index] = LEFT_OUT
        break
      }
      case 0x2e:
        if (isFullStop(text, at)) note(at)
        break
      case 0x21:
      case 0x2c:
      case 0x3a:
      case 0x3b:
      case 0x3f:
        if (isPunctuation(text, at)) note(at)
    }
  }
  for (const [, index] of open) if (index >= 0) found[index] = LEFT_OUT
  return { found, pairs }
}

/** Leaves out the places inside the ranges, and the other halves of brackets there; all in order. */
function leaveOut({ found, pairs }: Places, ranges: [number, number][]): void {
  let next = 0
  for (const [index, at] of found.entries()) {
    while ((ranges[next]?.[1] ?? Infinity) <= at) next++
    if ((ranges[next]?.[0] ?? Infinity) <= at) found[index] = LEFT_OUT
  }
  for (const [open, close] of pairs) {
    if (open < 0 || close < 0 || (found[open] !== LEFT_OUT && found[close] !== LEFT_OUT)) continue
    found[open] = LEFT_OUT
    found[close] = LEFT_OUT
  }
}

/** Blanks on one side that go with the narrow mark. */
const BLANKS = 3

/** The half-width marks of lines of text that should be full-width, in order; brackets of a pair together or not at all. */
export function halfWidthMarksIn(text: string): HalfWidthMark[] {
  if (!mayHaveMarks(text)) return []
  const places = scan(text)
  if (places.found.length === 0) return []
  const ranges = shieldedRanges(text)
  if (ranges.length > 0) leaveOut(places, ranges)
  const marks: HalfWidthMark[] = []
  let last = 0
  for (const at of places.found) {
    if (at === LEFT_OUT) continue
    let start = at
    while (start > last && start > at - BLANKS && text[start - 1] === ' ') start--
    let end = at + 1
    while (end <= at + BLANKS && text[end] === ' ') end++
    // The blank keeps two marks apart that are to be one.
    if (PARTING.includes(text[end] ?? '\n')) end = at + 1
    const mark = text[at] as string
    marks.push({ start, end, mark, at, wide: mark === '.' ? '\u3002' : widen(mark) })
    last = end
  }
  return marks
}
