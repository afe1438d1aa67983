import type { Heading, Paragraph, Root, Text } from 'mdast'

/** Marks that may mean something wherever they stand, and what the parser treats apart: any of them is for the parser. */
const INLINE = /[\0\t*_[\]<&`\\|\ufdd0-\ufdef\ufeff]|~~|\r(?!\n)/
/** Lists, quotes, rules, underlines, indents: how lines begin that are neither heading nor paragraph. */
const OTHER_BLOCK = /^(?:[ >+\-=]|\d{1,9}[.)](?: |$))/
/** A heading without closing marks; group 1 are its marks. */
const HEADING = /^(#{1,6}) (?=[^ ])/

/** More are for the parser's own limits. */
const MOST_LINES = 50_000

interface Point {
  line: number
  column: number
  offset: number
}

/** A line of the text without its end. */
interface Line {
  number: number
  start: number
  value: string
}

const startOf = ({ number, start }: Line, column = 1): Point => ({ line: number, column, offset: start + column - 1 })
const endOf = (line: Line): Point => startOf(line, line.value.length + 1)

const textFrom = (value: string, start: Point, end: Point): Text => ({ type: 'text', value, position: { start, end } })

function headingOf(line: Line): Heading | null {
  const marks = HEADING.exec(line.value)?.[1]
  if (marks === undefined || line.value.endsWith('#')) return null
  const start = startOf(line, marks.length + 2)
  return {
    type: 'heading',
    depth: marks.length as Heading['depth'],
    children: [textFrom(line.value.slice(marks.length + 1), start, endOf(line))],
    position: { start: startOf(line), end: endOf(line) },
  }
}

/** A paragraph of lines that follow each other. */
function paragraphOf(lines: Line[]): Paragraph {
  const start = startOf(lines[0] as Line)
  const end = endOf(lines.at(-1) as Line)
  const value = lines.length === 1 ? (lines[0] as Line).value : lines.map((line) => line.value).join('\n')
  return { type: 'paragraph', children: [textFrom(value, start, end)], position: { start, end } }
}

/**
 * The tree that the Markdown parser makes of a text of headings with # and paragraphs without markup, which is what
 * most reports are; `null` for any other, which is left to the parser. A thirtieth of the parser's time, and the parser
 * need not be loaded.
 */
export function readPlainMarkdown(text: string): Root | null {
  if (INLINE.test(text)) return null
  const children: Root['children'] = []
  let paragraph: Line[] = []
  let line: Line = { number: 0, start: 0, value: '' }
  for (let start = 0, number = 1; start <= text.length; number++) {
    if (number > MOST_LINES) return null
    const feed = text.indexOf('\n', start)
    const next = feed < 0 ? text.length : feed
    line = { number, start, value: text.slice(start, text[next - 1] === '\r' && feed >= 0 ? next - 1 : next) }
    const { value } = line
    const isHeading = value.startsWith('#')
    if (paragraph.length > 0 && (isHeading || value === '')) {
      children.push(paragraphOf(paragraph))
      paragraph = []
    }
    if (isHeading) {
      const heading = headingOf(line)
      if (!heading || value.endsWith(' ')) return null
      children.push(heading)
    } else if (value !== '') {
      if (OTHER_BLOCK.test(value) || value.endsWith(' ')) return null
      paragraph.push(line)
    }
    start = next + 1
  }
  if (paragraph.length > 0) children.push(paragraphOf(paragraph))
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(line) } }
}
