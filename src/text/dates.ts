/** Dates and years, in Arabic and in Chinese digits. */

import { narrowDigits } from './marks.js'
import { matchesOf } from './matches.js'
import { parseHan, parseHanDigits } from './numerals.js'

/** Groups 1 to 3 in Arabic digits, 4 to 6 in Chinese ones. */
const DATE =
  /(?<!\d)((?:19|20)\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)\s*日?|([二一][〇○零Oo0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g

/** What every date begins with; most lines have none. */
const MAY_BE_DATE =
  /(?:[1\uff11][9\uff19]|[2\uff12][0\uff10])[\d\uff10-\uff19]{2}|[二一][〇○零Oo0\uff10一二三四五六七八九]{3}/

/** A date in a text. */
export interface DateMatch {
  /** `2022-01-25`. */
  iso: string
  index: number
  length: number
}

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

function isoOf([, year, month, day, hanYear = '', hanMonth = '', hanDay = '']: RegExpExecArray): string | null {
  if (year !== undefined) return toIso(Number(year), Number(month), Number(day))
  const values = [parseHanDigits(hanYear.replace(/[Oo0]/g, '\u3007')), parseHan(hanMonth), parseHan(hanDay)]
  return values.includes(null) ? null : toIso(...(values as [number, number, number]))
}

/** The first date in the text: 2022年1月25日, 2022-01-25, 二〇二二年一月二十五日. A day that does not exist is no date. */
export function findDate(text: string): DateMatch | null {
  if (!MAY_BE_DATE.test(text)) return null
  for (const match of matchesOf(narrowDigits(text), DATE)) {
    const iso = isoOf(match)
    if (iso !== null) return { iso, index: match.index, length: match[0].length }
  }
  return null
}

/** 2026年1月25日 for `2026-01-25`. */
export function spokenDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** A wording with a year for `{year}` and the one after it for `{next}`. */
export const withYears = (wording: string, year: number): string =>
  wording.replaceAll('{year}', String(year)).replaceAll('{next}', String(year + 1))

/** Between the years of a span; 截至2023年底 names one year, as 截止2023年底 does. */
const TO = '(?:[-\\u2013\\u2014~\\uff0d\\uff5e]|(?<![截直及])至)'
const YEAR = new RegExp(
  `(?<![\\d\\u3014[]|${TO})(20\\d{2}|二[\\u3007○零][一二三四五六七八九\\u3007○零]{2})(?!\\s*年?\\s*${TO}\\s*[\\d二]|\\d)`,
  'g',
)

const MAY_BE_YEAR = /[2\uff12][0\uff10]|二[\u3007○零]/

/** The years a text names (2023年, 2024年度, 二〇二三年), spans such as 2021—2025年 and numbers of documents such as 〔2019〕28号 left out. */
export function yearsIn(text: string): { year: number; index: number }[] {
  if (!MAY_BE_YEAR.test(text)) return []
  const years: { year: number; index: number }[] = []
  for (const match of matchesOf(narrowDigits(text), YEAR)) {
    const digits = match[1] ?? ''
    const year = /^\d/.test(digits) ? Number(digits) : parseHanDigits(digits)
    if (year !== null) years.push({ year, index: match.index })
  }
  return years
}
