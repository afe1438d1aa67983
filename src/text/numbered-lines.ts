/** Numerals at the heads of the lines of a source, which may be marked up. */

import { leadingNumeral, type Numeral, type NumeralStyle, toHan } from './numerals.js'

/** What may stand before a numeral: blanks, and the marks of Markdown. */
const LEAD = /^[\s\u00a0\u2000-\u200b\u3000\ufeff#>*+_|-]+/
const TAG = /<[^<>\n]{0,80}>/g
/** After these a new line or sentence begins, which may have a numeral. */
const HEAD = /[\n\r\u3002\uff1b;\uff1a:\uff01!\uff1f?]/
/** A numeral that a scan or a conversion spoilt: (—) —、 */
const SPOILT =
  /^(?:[(\uff08\u3014] ?[^\u4e00-\u9fff\s\d()\uff08\uff09]{1,2} ?[)\uff09\u3015]|[^\u4e00-\u9fff\s\d\u201c\u300a(\uff08]{1,2}、)/

/** Numerals at the heads of lines and sentences of a source, in order; `null` for one that cannot be read. */
export function numeralsAtHeads(source: string): (Numeral | null)[] {
  return source
    .replace(TAG, '\n')
    .split(HEAD)
    .map((piece) => piece.replace(LEAD, ''))
    .flatMap((piece) => {
      const numeral = leadingNumeral(piece)
      return numeral ? [numeral] : SPOILT.test(piece) ? [null] : []
    })
}

/** How a numeral is written by GB/T 9704—2012 7.3.3: 一、 （一） 1. （1）. */
export function numeralText(style: NumeralStyle, value: number): string {
  switch (style) {
    case 'part':
      return `第${toHan(value)}部分`
    case 'han':
      return `${toHan(value)}、`
    case 'hanBracket':
      return `\uff08${toHan(value)}\uff09`
    case 'arabic':
      return `${value}.`
    case 'arabicBracket':
      return `\uff08${value}\uff09`
    case 'circled':
      return String.fromCharCode(0x2460 + value - 1)
  }
}
