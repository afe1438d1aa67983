import { EXCERPT } from '../finding.js'
import { unmarked } from '../text/unmarked.js'
import { withoutLastNumber } from '../text/whole-numbers.js'
import type { UnitFinding } from './review.js'

/** Files that are not Markdown: their excerpts have no marks, and what looks like one is the author's. */
const NO_MARKDOWN = /\.(?:txt|text|docx|doc|wps|html?)$/i

/** Words of a finding's excerpt for papers and tables: without marks of Markdown. @param text the excerpt, or its beginning */
export const legibleExcerpt = ({ path }: Pick<UnitFinding, 'path'>, text: string): string =>
  NO_MARKDOWN.test(path) ? text : unmarked(text)

/** Excerpts lose blanks at their ends, and halves of characters. */
const LOST = 2
/** Digits at the very beginning may be the end of a number. */
const FIRST_NUMBER = /^[\d\uff10-\uff19.,%]+/
const SENTENCE_END = /[\u3002\uff01\uff1f\uff1b]$/

/** Whether the line goes on behind an excerpt, as far as its length tells. */
const isCut = (excerpt: string): boolean => excerpt.length >= EXCERPT.longest - LOST && !SENTENCE_END.test(excerpt)

/** Words of a finding's excerpt; where the line goes on, `…` says so and no number is cut in two. */
export const excerptWords = ({ path, excerpt }: Pick<UnitFinding, 'path' | 'excerpt'>): string =>
  legibleExcerpt({ path }, isCut(excerpt) ? `${withoutLastNumber(excerpt)}…` : excerpt)

/** Whether the line of a place begins before its excerpt. @param column of the place, from 1 */
export const isLed = ({ column }: Pick<UnitFinding, 'column'>): boolean => column - 1 > EXCERPT.longest - EXCERPT.lead

/** The whole excerpt for a table, as `excerptWords` has it; what the line has before it is told by `…`, too. */
export const quotedExcerpt = (finding: Pick<UnitFinding, 'path' | 'excerpt' | 'column'>): string =>
  isLed(finding) ? `…${excerptWords(finding).replace(FIRST_NUMBER, '')}` : excerptWords(finding)
