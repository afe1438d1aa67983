import type { Metadata } from '../../model.js'
import { findDate } from '../../text/dates.js'
import { labelsOf, mayStandAboveTitle } from '../chrome.js'
import type { Head } from './meta.js'
import { type Line, linesOf, type Piece, type Place, plainLine } from './pieces.js'
import { isSiteName, lengthOfHead, titleAmong, titleOfHead } from './title.js'

/** What is taken of a page, and what is left of it. */
export interface Selection {
  /** The main text, with its title and the lines of labels around it. */
  pieces: Piece[]
  /** The title's lines among them. */
  title: Line[]
  metadata: Metadata
  /** Texts of lines before and behind the main text that were left out. */
  before: string[]
  after: string[]
}

/** Longest value on a line below its label. */
const LONGEST_VALUE = 60
/** Lines above the text in which its date may stand. */
const NEAR = 12

/** 来源： with its value on the next line. */
const isLoneLabel = (text: string | undefined): boolean => {
  const labels = text === undefined ? null : labelsOf(text)
  return labels?.length === 1 && labels[0]?.value === ''
}

/** Whether a line outside the text says something of it: labels with values, for the metadata. */
const isLabel = (line: Line, before: Line | undefined): boolean =>
  labelsOf(line.text) !== null || (isLoneLabel(before?.text) && line.text.length <= LONGEST_VALUE)

/** ISO date of a line that is nothing but date and time. */
function dateLine(text: string): string | null {
  const date = findDate(text)
  if (!date || date.index > 0) return null
  return /^\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?$/.test(text.slice(date.length)) ? date.iso : null
}

/** A line of labels whose elements stand close together, with blanks between them. */
function withBlanks(line: Line): Line {
  if (line.gaps.length === 0) return line
  const parts = [0, ...line.gaps].map((from, i) => line.text.slice(from, line.gaps[i]))
  const text = parts.join(' ').replace(/ +/g, ' ')
  return (labelsOf(text)?.length ?? 0) > (labelsOf(line.text)?.length ?? 0) ? plainLine(text, line) : line
}

/** Lines right above a title that may be its own: the issuer, a document number. */
const MOST_ABOVE = 3

/** What of the text stands above its title and is not the report's: lines of the site that no element keeps apart. */
function aboveTitle(head: Piece[], title: Line[]): Piece[] {
  let begin = title[0] ? head.indexOf(title[0]) : 0
  for (let i = 0; i < MOST_ABOVE; i++) {
    const piece = head[begin - 1]
    if (piece?.type !== 'line' || !mayStandAboveTitle(piece.text)) break
    begin--
  }
  return head.slice(0, Math.max(0, begin)).filter((piece) => piece.type !== 'line' || labelsOf(piece.text) === null)
}

const isLine = (piece: Piece): piece is Line => piece.type === 'line'

/**
 * Picks the report out of a page: the main text, and of what is around it the title, the date and the labels.
 * @param isKnown whether the main text stands in an element of its own
 */
export function select(pieces: Piece[], head: Head, isKnown: boolean): Selection {
  const linesAt = (place: Place): Line[] =>
    pieces
      .filter((piece) => piece.place === place)
      .flatMap(linesOf)
      .map(withBlanks)
  const outside = linesAt('before')
  const after = linesAt('after')
  const inside = pieces.filter(({ place }) => place === 'main')
  const top = inside.slice(0, lengthOfHead(inside)).map((piece) => (isLine(piece) ? withBlanks(piece) : piece))
  const own = titleAmong(top.filter(isLine), head)
  const title = own.length > 0 ? own : titleAmong(outside, head)
  const strange = isKnown ? [] : aboveTitle(top, own)
  const main = [...top, ...inside.slice(top.length)].filter(
    (piece) => !strange.includes(piece) && !(isLine(piece) && top.includes(piece) && isSiteName(piece, head)),
  )
  const labelsAround = (lines: Line[]): Line[] =>
    lines.filter((line, i) => title.includes(line) || isLabel(line, lines[i - 1]))
  const kept: Piece[] = [...labelsAround(outside), ...main, ...labelsAround(after)]

  const metadata: Metadata = { ...head.metadata }
  const named = own.length > 0 ? null : title.map(({ text }) => text).join('') || titleOfHead(head)
  if (named !== null) metadata.title = named
  const [first] = title
  const near = own.length > 0 || !first ? outside.slice(-NEAR) : outside.slice(outside.indexOf(first))
  const date = near.map(({ text }) => dateLine(text)).find((iso) => iso !== null)
  if (date) metadata.publishedOn ??= date

  const left = (lines: Line[]): string[] => lines.filter((line) => !kept.includes(line)).map(({ text }) => text)
  return {
    pieces: kept,
    title,
    metadata,
    before: left([...outside, ...strange.flatMap(linesOf)]),
    after: left(after),
  }
}
