/** Numbers that must not be cut in two: of 100%, 10 would be another number. */

const DIGITS = '[\\d\\uff10-\\uff19]'
const NUMBER = new RegExp(`${DIGITS}(?:[\\d\\uff10-\\uff19.,\\uff0e]*${DIGITS})?[%\\u2030\\uff05]?`, 'g')
const LAST = new RegExp(`${DIGITS}(?:[\\d\\uff10-\\uff19.,\\uff0e]*${DIGITS})?[.,\\uff0e]?$`)
/** A longer one is none. */
const LONGEST = 24

/** The number that is cut in two at an offset of a text, from where and to where; `null` where none is. */
export function numberAcross(text: string, at: number): { start: number; end: number } | null {
  const from = Math.max(0, at - LONGEST)
  for (const { index, 0: number } of text.slice(from, at + LONGEST).matchAll(NUMBER)) {
    const start = from + index
    if (start < at && at < start + number.length) return { start, end: start + number.length }
  }
  return null
}

/** A text that goes on where it is not known how: without the number it ends in, which may go on as well. */
export const withoutLastNumber = (text: string): string => text.replace(LAST, '')
