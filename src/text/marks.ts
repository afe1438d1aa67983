/**
 * Punctuation of Chinese text. Full-width marks are named by escape: typed ones may arrive folded to half-width.
 */

const WIDE: Record<string, string> = {
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
  '!': '\uff01',
  '?': '\uff1f',
  '(': '\uff08',
  ')': '\uff09',
}

// Most texts have none of them, and a look costs half of what a replacement that finds nothing does.
const HAS_NARROW = /[,:;!?()]/
const HAS_WIDE_DIGIT = /[\uff10-\uff19]/

/** The text with half-width , : ; ! ? ( ) made full-width, for matching; places stay where they are. */
export function widen(text: string): string {
  return HAS_NARROW.test(text) ? text.replace(/[,:;!?()]/g, (mark) => WIDE[mark] ?? mark) : text
}

/** The text with full-width digits made half-width, for reading numbers; places stay where they are. */
export function narrowDigits(text: string): string {
  if (!HAS_WIDE_DIGIT.test(text)) return text
  return text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** White space as Word and web pages indent with: blanks, tabs, U+00A0, U+2002 to U+200B, U+3000, U+FEFF. */
export const BLANK = '[\\s\\u00a0\\u2000-\\u200b\\u3000\\ufeff]'

const BLANKS = new RegExp(BLANK, 'g')
const LEADING = new RegExp(`^${BLANK}+`)
const ONE = new RegExp(BLANK)

/** Length of the blanks at the head of the text, in UTF-16 units. */
export function indentOf(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0
}

/** The text without the blanks at its end. */
export function trimEnd(text: string): string {
  // From the end: a pattern would look at every run of blanks in a long line.
  let end = text.length
  while (end > 0 && ONE.test(text[end - 1] as string)) end--
  return text.slice(0, end)
}

/** The text without any blank, for matching names that were spaced out (部  门). */
export function squeeze(text: string): string {
  return text.replace(BLANKS, '')
}

/** 。！？ at the end of a sentence, both widths; a final ； counts for items of a list. */
export const FINAL_MARK = /[\u3002\uff1b;\uff01!\uff1f?]$/
