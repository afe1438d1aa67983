import type { NumeralStyle } from '../model.js'
import { findDate } from '../text/dates.js'
import { FINAL_MARK } from '../text/marks.js'
import type { Numeral } from '../text/numerals.js'
import { placeholdersIn } from '../text/placeholders.js'
import type { Leaf } from './leaves.js'
import { isBodyName } from './names.js'

/** Longest run-in heading of each style; the longest level-1 heading seen has 54 characters. */
const LONGEST: Record<NumeralStyle, number> = {
  part: 80,
  han: 80,
  hanBracket: 80,
  arabic: 45,
  arabicBracket: 40,
  circled: 0,
}
/** Longest numbered heading on a line of its own. */
const LONGEST_LINE: Partial<Record<NumeralStyle, number>> = { part: 120, han: 120 }
const LONGEST_BARE = 50
/** Order of the styles from the highest, by GB/T 9704—2012 7.3.3. */
export const RANK: Record<NumeralStyle, number> = {
  part: 0,
  han: 1,
  hanBracket: 2,
  arabic: 3,
  arabicBracket: 4,
  circled: 5,
}

/** A counted fact: an item of a list, not a heading. */
const FIGURE = /\d(?:\.\d+)?(?:余|多)?[万亿]?(?:件|次|个|名|人|场|起|项|份|条|部|家|%|％)/

/** A line that is a heading, or begins with one. */
export interface Heading {
  leaf: Leaf
  /** End of the heading in the leaf's text; the run-in text follows. */
  end: number
  numeral: Numeral | null
}

/** End of a numbered heading in its line, or 0 where the line is text. */
function numberedEnd(leaf: Leaf, numeral: Numeral, next: Leaf | undefined): number {
  const { text } = leaf
  const longest = LONGEST[numeral.style]
  const stop = /[\u3002\uff01\uff1f!?]/.exec(text)
  const isLow = RANK[numeral.style] >= RANK.arabic
  if (!stop)
    return text.length <= (LONGEST_LINE[numeral.style] ?? longest) &&
      !/[\uff1b;]$/.test(text) &&
      !(isLow && isList(numeral, next))
      ? text.length
      : 0
  const end = stop.index
  if (end > longest) return 0
  if (isLow && FIGURE.test(text.slice(numeral.text.length, end))) return 0
  const rest = text.slice(end + 1).trim()
  if (rest === '') return isList(numeral, next) && numeral.style !== 'han' ? 0 : text.length
  return end
}

/** Whether the next line is numbered alike: then these are items, not headings with text below. */
function isList(numeral: Numeral, next: Leaf | undefined): boolean {
  return next === undefined || next.numeral?.style === numeral.style
}

/** A short line without number that may head the text below it. */
function mayHead(leaf: Leaf, next: Leaf | undefined, isNamed: (heading: string) => boolean): boolean {
  const { text } = leaf
  if (text.length < 3 || text.length > LONGEST_BARE || !/[\u4e00-\u9fff]{2}/.test(text)) return false
  if (FINAL_MARK.test(text) || /[,\uff0c、:\uff1a]$/.test(text)) return false
  if (findDate(text) || isBodyName(text) || placeholdersIn(text).length > 0) return false
  if (next === undefined) return false
  if (leaf.look !== null && next.look !== null && leaf.look < next.look) return true
  return next.text.length > text.length * 1.5 || next.numeral !== null || isNamed(text)
}

const sentenceLike = (text: string): boolean => text.length > 40 || FINAL_MARK.test(text)

/** The headings among the lines: Markdown headings, numbered lines and run-ins, bold lines, and bare lines by their wording. */
export function findHeadings(leaves: Leaf[], isNamed: (heading: string) => boolean): Heading[] {
  const bare: Heading[] = []
  const headings: Heading[] = []
  for (const [i, leaf] of leaves.entries()) {
    if (leaf.nested) continue
    const before = leaves[i - 1]
    const next = leaves[i + 1]
    const { numeral } = leaf
    if (leaf.depth !== null) {
      headings.push({ leaf, end: leaf.text.length, numeral })
    } else if (numeral) {
      const end = numberedEnd(leaf, numeral, next)
      if (end > 0) headings.push({ leaf, end, numeral })
    } else if (mayHead(leaf, next, isNamed)) {
      const heading = { leaf, end: leaf.text.length, numeral }
      if (leaf.bold) headings.push(heading)
      // Right below a numbered heading stands its text, or the rest of its own line.
      else if (!before || sentenceLike(before.text) || bare.at(-1)?.leaf === before) bare.push(heading)
      else if (isNamed(leaf.text) && !before.numeral) bare.push(heading)
    }
  }
  const named = bare.filter(({ leaf }) => isNamed(leaf.text))
  const numbersAreLost = !headings.some(
    ({ numeral, leaf }) => numeral?.style === 'han' || leaf.depth !== null || leaf.bold,
  )
  const hasTopNumbers = headings.some(({ numeral }) => numeral !== null && RANK[numeral.style] <= RANK.arabic)
  const trusted = numbersAreLost && named.length >= 2 && !hasTopNumbers ? bare : named
  return [...headings, ...trusted].sort((a, b) => a.leaf.top - b.leaf.top || a.leaf.from - b.leaf.from)
}
