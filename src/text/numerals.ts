/** Chinese numerals (十二, 二〇二四), and the numerals that headings and items begin with: 一、 （一） 1. ①. */

import { BLANK, narrowDigits } from './marks.js'

/** How a heading is numbered: 第一部分, 一、, （一）, 1., （1）, ①. */
export type NumeralStyle = 'part' | 'han' | 'hanBracket' | 'arabic' | 'arabicBracket' | 'circled'

const DIGITS = '\u3007○零一二三四五六七八九'

/** Value of a Chinese digit; 〇 has three spellings. */
function digit(char: string): number {
  const index = DIGITS.indexOf(char)
  return index < 0 ? -1 : Math.max(0, index - 2)
}

/** 十二 → 12, 二十 → 20, 一百零三 → 103; `null` for what is no such numeral. */
export function parseHan(text: string): number | null {
  let total = 0
  let current = 0
  for (const char of text) {
    if (char === '十' || char === '百') {
      total += (current || 1) * (char === '十' ? 10 : 100)
      current = 0
      continue
    }
    const value = digit(char)
    if (value < 0 || current > 0) return null
    current = value
  }
  return text === '' ? null : total + current
}

/** 二〇二四 → 2024: digits read one by one, as in years. */
export function parseHanDigits(text: string): number | null {
  let total = 0
  for (const char of text) {
    const value = digit(char)
    if (value < 0) return null
    total = total * 10 + value
  }
  return text === '' ? null : total
}

/** 1 → 一, 12 → 十二, for heading numerals up to 99. */
export function toHan(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const digits = '零一二三四五六七八九'
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digits[ones] : '')
}

const HAN = '[一二三四五六七八九十]{1,3}'
const OPEN = '[(\\uff08\\u3014]'
const CLOSE = '[)\\uff09\\u3015]'

interface Form {
  style: NumeralStyle
  pattern: RegExp
  read(digits: string): number | null
}

const circledValue = (char: string): number => char.charCodeAt(0) - 0x2460 + 1
const bracketedHanValue = (char: string): number => char.charCodeAt(0) - 0x3220 + 1
const bracketedArabicValue = (char: string): number => char.charCodeAt(0) - 0x2474 + 1

/** Numerals at the head of a heading, strict and sloppy spellings; group 1 is what counts. */
const FORMS: Form[] = [
  {
    style: 'part',
    pattern: new RegExp(`^第(${HAN})(?:部分|章|篇|编)${BLANK}*[、\\uff1a:.\\uff0e]?${BLANK}*`),
    read: parseHan,
  },
  {
    style: 'han',
    // Not 一、二级 or 三、四季度, which enumerate.
    pattern: new RegExp(`^(${HAN})${BLANK}*[、.\\uff0e,\\uff0c:\\uff1a](?!${BLANK}*${HAN}[、季级等类])${BLANK}*`),
    read: parseHan,
  },
  {
    style: 'hanBracket',
    pattern: new RegExp(`^${OPEN}?${BLANK}*(${HAN})${BLANK}*${CLOSE}[、.\\uff0e]?${BLANK}*`),
    read: parseHan,
  },
  { style: 'hanBracket', pattern: /^([\u3220-\u3229])[、.]?\s*/, read: bracketedHanValue },
  { style: 'arabic', pattern: new RegExp(`^(\\d{1,2})${BLANK}*[.\\uff0e、](?!\\d)${BLANK}*`), read: Number },
  {
    style: 'arabicBracket',
    pattern: new RegExp(`^${OPEN}?${BLANK}*(\\d{1,2})${BLANK}*${CLOSE}[、.\\uff0e]?${BLANK}*`),
    read: Number,
  },
  { style: 'arabicBracket', pattern: /^([\u2474-\u2487])\s*/, read: bracketedArabicValue },
  { style: 'circled', pattern: /^([\u2460-\u2473])\s*/, read: circledValue },
]

/** The numeral a line begins with. */
export interface Numeral {
  style: NumeralStyle
  value: number
  /** As printed, with its mark and the blanks after it. */
  text: string
}

/** What every numeral begins like; 一是 and 2023年 need no closer look. */
const CANDIDATE = new RegExp(
  `^(?:第|[(\\uff08\\u3014\\u2460-\\u2487\\u3220-\\u3229]|(?:${HAN}|[\\d\\uff10-\\uff19]{1,2})${BLANK}*[、.\\uff0e,\\uff0c:\\uff1a)\\uff09\\u3015])`,
)

/** Units of a line in which its numeral ends, blanks included. */
const LONGEST = 40

/** The numeral a line begins with, or `null`: 一、 （一） 1. （1） ①, also in the sloppy spellings of real drafts. */
export function leadingNumeral(line: string): Numeral | null {
  if (!CANDIDATE.test(line)) return null
  const narrow = narrowDigits(line.slice(0, LONGEST))
  for (const { style, pattern, read } of FORMS) {
    const match = pattern.exec(narrow)
    const value = match?.[1] === undefined ? null : read(match[1])
    if (match && value !== null && value > 0) return { style, value, text: line.slice(0, match[0].length) }
  }
  return null
}
