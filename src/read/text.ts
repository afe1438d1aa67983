import type { Paragraph, Root } from 'mdast'
import { indentOf, trimEnd } from '../text/marks.js'

const LINE_END = /\r\n|\n|\r/g

/**
 * Plain text as mdast: a line a paragraph, nothing interpreted. Indents and trailing blanks stay outside the
 * paragraphs; blank lines give none.
 */
export function readText(text: string): Root {
  const children: Paragraph[] = []
  let line = 1
  let start = 0
  const add = (end: number): void => {
    const raw = text.slice(start, end)
    const indent = indentOf(raw)
    const value = trimEnd(raw.slice(indent))
    if (value !== '') {
      const from = start + indent
      const position = {
        start: { line, column: indent + 1, offset: from },
        end: { line, column: indent + value.length + 1, offset: from + value.length },
      }
      children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position })
    }
    line++
  }
  for (const match of text.matchAll(LINE_END)) {
    add(match.index)
    start = match.index + match[0].length
  }
  add(text.length)
  return { type: 'root', children }
}
