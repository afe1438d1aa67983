/**
 * Half-width punctuation in Chinese text: where , : ; ? ! ( ) . should be full-width. Times, numbers, ratios, addresses,
 * file names and English keep theirs.
 */

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

const WIDE: Record<string, string> = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '!': '\uff01',
  '?': '\uff1f',
  '(': '\uff08',
  ')': '\uff09',
  '.': '\u3002',
}

const MARK = /[,:;!?]/g
const BRACKET = /[()\uff08\uff09\n]/g
/** Marks that end or part clauses: beside one, another is a doubled mark, not a narrow one. */
const PARTING = /[,\uff0c;\uff1b:\uff1a、\u3002]/
/** Marks of either width and blanks; what a mark stands beside is the first character beyond them, mended or not. */
const TRANSPARENT = /[ ,\uff0c;\uff1b:\uff1a!\uff01?\uff1f()\uff08\uff09.\u3002]/
/** Marks and blanks stepped over at most. */
const REACH = 8

const isDigit = (char: string): boolean => /[0-9\uff10-\uff19]/.test(char)
const isLetter = (char: string): boolean => /[A-Za-z]/.test(char)
/** Chinese characters, and marks that only Chinese has. */
const isChinese = (char: string): boolean => /[\u3400-\u9fff\u3001-\u3011\u3014\u3015\uff01-\uff60]/.test(char)
/** Chinese, or “” ‘’ — …, which English has too. */
const isNearChinese = (char: string): boolean => isChinese(char) || /[\u2014\u2018-\u201d\u2026]/.test(char)

/** The character a mark stands beside, marks and blanks stepped over; empty at the end of the line. */
function beside(text: string, at: number, step: 1 | -1): string {
  for (let index = at + step; index !== at + step * REACH; index += step) {
    const char = text[index] ?? '\n'
    if (char === '\n') return ''
    if (!TRANSPARENT.test(char)) return char
  }
  return ''
}

/** The character right before, blanks stepped over. */
function previous(text: string, at: number): string {
  let index = at - 1
  while (index > at - REACH && text[index] === ' ') index--
  return text[index] ?? ''
}

/** A question that a stray ? (a character lost in conversion) does not end. */
const QUESTION = /[吗呢谁何怎哪几么][^\u3002\uff01!\uff1f?\n]*$|(?:是否|能否|难道|多少)[^\u3002\uff01!\uff1f?\n]*$/

function isPunctuation(text: string, at: number): boolean {
  const mark = text[at]
  const before = beside(text, at, -1)
  const after = beside(text, at, 1)
  if (isDigit(before) && isDigit(after)) return false
  if (mark === '?' || mark === '!') {
    const next = text[at + 1] ?? ''
    if (!isNearChinese(before) || isDigit(next) || isLetter(next) || next === '=' || next === '[') return false
    return mark === '!' || !isChinese(after) || QUESTION.test(text.slice(Math.max(0, at - 40), at))
  }
  if (PARTING.test(previous(text, at)) || (mark === ':' && text[at + 1] === '/')) return false
  if (mark === ';' && /&#?[a-z\d]{2,8}$/i.test(text.slice(Math.max(0, at - 10), at))) return false
  if (isChinese(before) || isChinese(after)) return true
  return (isNearChinese(before) || isNearChinese(after)) && !isLetter(before) && !isLetter(after)
}

/** 一, （一) （一), : numerals at the head of a line whose form is wrong beyond the width. */
const NUMERAL =
  /^[一二三四五六七八九十]{1,3} ?[,:.]|^[(\uff08\u3014]?([一二三四五六七八九十\d]{1,3})[)\uff09\u3015] ?[,:.]?/

/** Whether the mark is part of a numeral that is to be written anew; (一) is only narrow. */
function isInNumeral(text: string, at: number): boolean {
  const from = Math.max(0, at - 7)
  const lineStart = from + text.slice(from, at).lastIndexOf('\n') + 1
  if (lineStart === from && from > 0) return false
  const numeral = NUMERAL.exec(text.slice(lineStart, lineStart + 8))?.[0]
  if (numeral === undefined || at >= lineStart + numeral.length) return false
  return !/[()]/.test(text[at] as string) || !/^\([^)]*\)/.test(numeral)
}

/** Web addresses and e-mail; they end at the first Chinese character, and not in a mark. */
const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]*[\w/]|[\w.-]{1,60}@[\w.-]{1,60}/g
const EXTENSION = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|txt|md|zip|rar|jpe?g|png|html?)(?![A-Za-z])/gi
/** What a file name does not hold. */
const OUTSIDE_NAME = /[\s\uff0c\u3002\uff1b\uff1a、\u201c\u201d\u300a\u300b,;:]/
const LONGEST_NAME = 60

/** Ranges of addresses and file names, in order. */
function shieldedRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  if (/:\/\/|www\.|@/.test(text))
    for (const match of text.matchAll(ADDRESS)) ranges.push([match.index, match.index + match[0].length])
  for (const match of text.matchAll(EXTENSION)) {
    let from = match.index
    while (from > match.index - LONGEST_NAME && !OUTSIDE_NAME.test(text[from - 1] ?? '\n')) from--
    ranges.push([from, match.index + match[0].length])
  }
  return ranges.sort((a, b) => a[0] - b[0])
}

/** The places outside all ranges; both in order. */
function outside(places: number[], ranges: [number, number][]): number[] {
  let index = 0
  return places.filter((at) => {
    while ((ranges[index]?.[1] ?? Infinity) <= at) index++
    return (ranges[index]?.[0] ?? Infinity) > at
  })
}

/** Blanks on one side that go with the narrow mark. */
const BLANKS = 3
/** Content of brackets looked through for Chinese. */
const LOOK = 60

/** Pairs of brackets in Chinese text of which a half, or both, is half-width. */
function bracketsIn(text: string): [number, number][] {
  const found: [number, number][] = []
  let open: number[] = []
  for (const { 0: mark, index } of text.matchAll(BRACKET)) {
    if (mark === '\n') open = []
    else if (mark === '(' || mark === '\uff08') open.push(index)
    else {
      const start = open.pop()
      if (start === undefined || (text[start] !== '(' && mark !== ')')) continue
      const before = beside(text, start, -1)
      const isNamed = isDigit(text[start - 1] ?? '') || isLetter(text[start - 1] ?? '')
      const isInside = /[\u3400-\u9fff]/.test(text.slice(start + 1, Math.min(index, start + LOOK)))
      const isBeside = isChinese(before) || (isChinese(beside(text, index, 1)) && !isNamed)
      if (text[start - 1] !== ']' && (isInside || isBeside)) found.push([start, index])
    }
  }
  return found
}

/** Chinese top-level domains. */
const DOMAIN = /^(?:中国|公司|网络|政务|公益)/
/** Shortest clause that a . may end as a sentence. */
const SENTENCE = 12

/** A . between Chinese characters that clearly ends a sentence. */
function isFullStop(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? '\n'
  if (!/[\u3400-\u9fff\u201d\u300b]/.test(before) || /[一二三四五六七八九十]/.test(before)) return false
  if (!/[\u3400-\u9fff\u201c\u300a\n]/.test(after) || DOMAIN.test(text.slice(at + 1, at + 3))) return false
  const clause = /[^\u3002\uff01\uff1f\n.]*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? ''
  return clause.length >= SENTENCE && clause.lastIndexOf('\u201c') <= clause.lastIndexOf('\u201d')
}

function fullStopsIn(text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) if (isFullStop(text, at)) found.push(at)
  return found
}

/** The half-width marks of lines of text that should be full-width, in order; brackets of a pair together or not at all. */
export function halfWidthMarksIn(text: string): HalfWidthMark[] {
  const marks: number[] = []
  for (const { index } of text.matchAll(MARK)) if (isPunctuation(text, index)) marks.push(index)
  const pairs = text.includes('(') || text.includes(')') ? bracketsIn(text) : []
  const all = [...marks, ...pairs.flat(), ...fullStopsIn(text)].sort((a, b) => a - b)
  if (all.length === 0) return []
  const places = new Set(outside(all, shieldedRanges(text)).filter((at) => !isInNumeral(text, at)))
  for (const [open, close] of pairs) {
    if (places.has(open) && places.has(close)) continue
    places.delete(open)
    places.delete(close)
  }
  return withRanges(
    text,
    [...places].filter((at) => WIDE[text[at] as string] !== undefined),
  )
}

function withRanges(text: string, places: number[]): HalfWidthMark[] {
  const found: HalfWidthMark[] = []
  let last = 0
  for (const at of places) {
    let start = at
    while (start > last && start > at - BLANKS && text[start - 1] === ' ') start--
    let end = at + 1
    while (end <= at + BLANKS && text[end] === ' ') end++
    // The blank keeps two marks apart that are to be one.
    if (PARTING.test(text[end] ?? '')) end = at + 1
    const mark = text[at] as string
    found.push({ start, end, mark, at, wide: WIDE[mark] ?? mark })
    last = end
  }
  return found
}
