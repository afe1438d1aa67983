import type { Place } from '../model.js'
import { withLongNumbersMasked } from '../text/masks.js'

/** Lines of a text as they may be quoted: without their ends, long numbers starred out unit for unit. */
export const linesOf = (text: string): string[] => withLongNumbersMasked(text).split(/\r\n|\n|\r/)

/** The text of a place; line ends in it are `\n`. */
export function textAt(lines: string[], { line, column, endLine, endColumn }: Place): string {
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1)
  const [first = '', ...others] = lines.slice(line - 1, endLine)
  const last = others.pop() ?? ''
  return [first.slice(column - 1), ...others, last.slice(0, endColumn - 1)].join('\n')
}

/** A place within its line; what was cut off is told by `…`. */
export interface Context {
  before: string
  marked: string
  after: string
}

/** UTF-16 units shown before the place, of it, and after it. */
const LEAD = 40
const MARKED = 120
const TRAIL = 60

/** An index that is not between the halves of a character beyond U+FFFF: the one asked for, or the next. */
const between = (text: string, index: number): number =>
  /[\ud800-\udbff]/.test(text[index - 1] ?? '') && /[\udc00-\udfff]/.test(text[index] ?? '') ? index + 1 : index

/** At most so many units of the head of a text. */
function head(text: string, units: number): string {
  return text.length <= units ? text : `${text.slice(0, between(text, units))}…`
}

/** At most so many units of the end of a text. */
function tail(text: string, units: number): string {
  return text.length <= units ? text : `…${text.slice(between(text, text.length - units))}`
}

/** The first line of a place, cut to a window around it; `null` where there is nothing to see. A place without length marks the character behind it. */
export function contextOf(lines: string[], place: Place): Context | null {
  const line = lines[place.line - 1] ?? ''
  if (line.trim() === '') return null
  const start = Math.min(place.column - 1, line.length)
  const isLonger = place.endLine > place.line
  const end = isLonger ? line.length : place.endColumn - 1
  const stop = between(line, Math.max(end, Math.min(start + 1, line.length)))
  const marked = head(line.slice(start, stop), MARKED)
  const isCut = isLonger && !marked.endsWith('…')
  return {
    before: tail(line.slice(0, start).trimStart(), LEAD),
    marked: isCut ? `${marked}…` : marked,
    after: marked.length > MARKED ? '' : head(line.slice(stop).trimEnd(), TRAIL),
  }
}
