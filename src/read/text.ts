import type { Paragraph, Root } from 'mdast'
import { indentOf, trimEnd } from '../text/marks.js'

/**
 * Plain text as mdast: a line a paragraph, nothing interpreted. Indents and trailing blanks stay outside the
 * paragraphs; blank lines give none.
 */
export function readText(text: string): Root {
  const children: Paragraph[] = []
  let line = 1
  let feed = -1
  let carriage = -1
  for (let start = 0; start <= text.length; line++) {
    // Each mark is looked for again only once it is passed: text with one kind of line end has none of the other.
    if (feed < start) feed = indexOrEnd(text, '\n', start)
    if (carriage < start) carriage = indexOrEnd(text, '\r', start)
    const end = Math.min(feed, carriage)
    const paragraph = paragraphAt(text, start, end, line)
    if (paragraph) children.push(paragraph)
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return { type: 'root', children }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from)
  return index < 0 ? text.length : index
}

function paragraphAt(text: string, start: number, end: number, line: number): Paragraph | null {
  const raw = text.slice(start, end)
  const indent = indentOf(raw)
  const value = trimEnd(raw.slice(indent))
  if (value === '') return null
  const from = start + indent
  const position = {
    start: { line, column: indent + 1, offset: from },
    end: { line, column: indent + value.length + 1, offset: from + value.length },
  }
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position }
}
