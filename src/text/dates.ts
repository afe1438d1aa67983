import { parseHan, parseHanDigits } from './numerals.js'

const ARABIC = /(?<!\d)((?:19|20)\d{2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)\s*日?/
const HAN = /([二一][〇○零Oo0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/

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

/** The first date in the text: 2022年1月25日, 2022-01-25, 二〇二二年一月二十五日. A day that does not exist is no date. */
export function findDate(text: string): DateMatch | null {
  const arabic = ARABIC.exec(text)
  if (arabic) {
    const iso = toIso(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]))
    return iso === null ? null : { iso, index: arabic.index, length: arabic[0].length }
  }
  const han = HAN.exec(text)
  if (!han) return null
  const year = parseHanDigits((han[1] ?? '').replace(/[Oo0]/g, '\u3007'))
  const month = parseHan(han[2] ?? '')
  const day = parseHan(han[3] ?? '')
  const iso = year === null || month === null || day === null ? null : toIso(year, month, day)
  return iso === null ? null : { iso, index: han.index, length: han[0].length }
}

/** The years a text names (2023年, 2024年度, 二〇二三年), spans such as 2021—2025年 left out. */
export function yearsIn(text: string): { year: number; index: number }[] {
  const years: { year: number; index: number }[] = []
  const pattern =
    /(?<![\d\-\u2013\u2014~\uff5e至])(20\d{2}|二[\u3007○零][一二三四五六七八九\u3007○零]{2})(?!\s*年?\s*[-\u2013\u2014~\uff5e至]\s*\d|\d)/g
  for (const match of text.matchAll(pattern)) {
    const digits = match[1] ?? ''
    const year = /^\d/.test(digits) ? Number(digits) : parseHanDigits(digits)
    if (year !== null) years.push({ year, index: match.index })
  }
  return years
}
