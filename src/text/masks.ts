/** Long numbers, which may be personal, starred out. */

/** Eleven digits or more, as in numbers of people, phones and cards; blanks or dashes may part them in groups. */
const LONG_NUMBER = /[\d\uff10-\uff19](?:[ \u00a0-]?[\d\uff10-\uff19]){9,18}[ \u00a0-]?[\dXx\uff10-\uff19]/g
/** Digits left to see at the head and at the end. */
const SEEN = { head: 3, end: 2 }

/** The text with the middle of every long number starred out, unit for unit: what is quoted may be handed on. */
export function withLongNumbersMasked(text: string): string {
  return text.replace(
    LONG_NUMBER,
    (number) =>
      number.slice(0, SEEN.head) +
      number.slice(SEEN.head, -SEEN.end).replace(/[\d\uff10-\uff19]/g, '*') +
      number.slice(-SEEN.end),
  )
}
