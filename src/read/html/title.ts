import { squeeze } from '../../text/marks.js'
import { leadingNumeral } from '../../text/numerals.js'
import { isTitle } from '../chrome.js'
import type { Head } from './meta.js'
import type { Line, Piece } from './pieces.js'

/** Pieces looked through for the title above the text, and lines a title may be broken over. */
const HEAD = 60
const MOST_PARTS = 3

const beginsText = (piece: Piece): boolean =>
  piece.type === 'line' && (/^.{30,}[\u3002\uff1b;]/.test(piece.text) || leadingNumeral(piece.text)?.style === 'han')

/** How many of the pieces stand before the first sentence or numbered heading. */
export function lengthOfHead(pieces: Piece[]): number {
  const end = pieces.slice(0, HEAD).findIndex(beginsText)
  return end < 0 ? Math.min(HEAD, pieces.length) : end
}

/** Whether a text names a report or something about one; no name of a site does. */
const isNaming = (text: string): boolean => isTitle(text) || (text.length >= 8 && /20\d\d|法治|依法/.test(text))

/** Runs of up to three lines, the last in the page first, the longest first. */
function* runsOf(lines: Line[]): Generator<Line[]> {
  for (let end = lines.length; end > 0; end--) {
    for (let start = Math.max(0, end - MOST_PARTS); start < end; start++) yield lines.slice(start, end)
  }
}

const isOneHeading = (run: Line[]): boolean =>
  run.length === 1 || run.every(({ heading }) => heading !== null && heading === run[0]?.heading)

/**
 * The lines that are the title, of those above the text: as the page names it, or the last that look like one and are no
 * link; it may be broken over lines. Empty where there is none.
 */
export function titleAmong(lines: Line[], { articleTitle, pageTitle }: Head): Line[] {
  const runs = [...runsOf(lines.filter(({ linked, text }) => linked === 0 && text.length <= 120))].map((run) => ({
    run,
    text: squeeze(run.map(({ text }) => text).join('')),
    isHeading: run[0]?.heading !== null,
  }))
  const headings = runs.filter(({ run }) => isOneHeading(run))
  const named = articleTitle === null ? null : squeeze(articleTitle)
  const page = pageTitle === null ? '' : squeeze(pageTitle)
  const found =
    runs.find(({ text }) => text === named) ??
    headings.find(({ text }) => isTitle(text)) ??
    headings.find(({ text, isHeading }) => isHeading && isNaming(text) && page.startsWith(text)) ??
    runs.find(({ text }) => isTitle(text) && isNaming(text))
  return found?.run ?? []
}

/** Marks between a title and the names of column and site. */
const SEPARATOR = /\s*(?:[_|\uff5c>\u00bb\u203a]+|[-\u2014\u2013\uff0d]{1,2}(?=\s*[^\d\s])|\s-\s)\s*/

/** Whether a heading is the site's own name, which stands above the title on every page. */
export function isSiteName({ text, heading }: Line, { pageTitle, metadata }: Head): boolean {
  if (heading === null || isNaming(text)) return false
  const names = [metadata.rest['site'], ...(pageTitle ?? '').split(SEPARATOR)]
  return names.some((name) => typeof name === 'string' && squeeze(name) === squeeze(text))
}

/** The title that only the page's head has; `null` where it names nothing but the site. */
export function titleOfHead({ articleTitle, pageTitle }: Head): string | null {
  if (articleTitle !== null) return articleTitle
  if (pageTitle === null) return null
  if (isTitle(pageTitle)) return pageTitle
  const parts = pageTitle.split(SEPARATOR).map((part) => part.trim())
  const [first = ''] = parts
  return parts.find(isTitle) ?? (isNaming(first) ? first : null)
}
