import type { FootnoteDefinition, List, Paragraph, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast'
import { type Looks, readLooks } from '../look.js'
import { type Line, linesOf, type Piece } from './pieces.js'
import type { Selection } from './selection.js'
import { lengthOfHead } from './title.js'

/** Longest line that a heading element makes a heading: some sites set whole paragraphs in one. */
const LONGEST_HEADING = 120

const SENTENCE = /^.{30,}[\u3002\uff1b;]/

const isHeading = ({ heading, text }: Line): boolean =>
  heading !== null && text.length <= LONGEST_HEADING && !/\u3002./.test(text) && !SENTENCE.test(text)

/** Text of a line from an offset to another, or to its end, with the marks of notes in it. */
type Plain = (line: Line, from: number, to?: number) => PhrasingContent[]

function inline(line: Line, looks: Looks<Line>, plain: Plain): PhrasingContent[] {
  return looks.stretches(line).flatMap(({ start, end: stop, isStrong }): PhrasingContent[] => {
    const text = line.text.slice(start, stop)
    const end = stop === line.text.length ? undefined : stop
    if (!isStrong || text.trim() === '') return plain(line, start, end)
    // Marks of Markdown stand close to the words.
    const first = start + text.length - text.trimStart().length
    const last = start + text.trimEnd().length
    return [
      ...plain(line, start, first),
      { type: 'strong', children: plain(line, first, last) },
      ...plain(line, last, end),
    ]
  })
}

/** Lines of a cell as one block. */
function cellOf(lines: Line[], plain: Plain): TableCell {
  const children = lines.flatMap((line, i): PhrasingContent[] => {
    const text = plain(line, 0)
    return i === 0 ? text : [{ type: 'break' }, ...text]
  })
  return { type: 'tableCell', children }
}

/** Notes numbered in the order they are referred to, and those whose text is still to come. */
function noteBook(notes: Map<string, Line[]>): { plain: Plain; define: () => FootnoteDefinition[] } {
  const numbers = new Map<string, string>()
  const pending: string[] = []
  const refer = (key: string): PhrasingContent[] => {
    if (!notes.has(key)) return []
    if (!numbers.has(key)) pending.push(key)
    const label = numbers.get(key) ?? String(numbers.size + 1)
    numbers.set(key, label)
    return [{ type: 'footnoteReference', identifier: label, label }]
  }
  const plain: Plain = (line, from, to) => {
    const end = to ?? line.text.length
    const nodes: PhrasingContent[] = []
    let at = from
    const upTo = (next: number): void => {
      if (next > at) nodes.push({ type: 'text', value: line.text.slice(at, next) })
      at = Math.max(at, next)
    }
    for (const note of line.notes) {
      if (note.at < from || (to !== undefined && note.at >= to)) continue
      upTo(note.at)
      nodes.push(...refer(note.key))
    }
    upTo(end)
    return nodes
  }
  const define = (): FootnoteDefinition[] => {
    const definitions: FootnoteDefinition[] = []
    // A note may refer to another.
    for (let key = pending.shift(); key !== undefined; key = pending.shift()) {
      const label = numbers.get(key) ?? ''
      const lines = notes.get(key) ?? []
      const children = lines.map((line): Paragraph => ({ type: 'paragraph', children: plain(line, 0) }))
      definitions.push({ type: 'footnoteDefinition', identifier: label, label, children })
    }
    return definitions
  }
  return { plain, define }
}

/**
 * Pieces of a page as mdast, each followed by the notes it is the first to refer to. Headings are those below the title, or
 * the beginning of the text where it has none: what stands above, the title too, is text set off from the rest.
 */
export function toTree({ pieces, title }: Pick<Selection, 'pieces' | 'title'>, notes: Map<string, Line[]>): Root {
  const { plain, define } = noteBook(notes)
  const looks = readLooks(pieces.flatMap((piece) => (piece.type === 'grid' ? [] : linesOf(piece))))
  const last = title.at(-1)
  const top = last ? pieces.indexOf(last) + 1 : lengthOfHead(pieces)

  const toParagraph = (line: Line): Paragraph => {
    const look = looks.rank(line)
    return { type: 'paragraph', children: inline(line, looks, plain), ...(look === null ? {} : { data: { look } }) }
  }
  const toBlock = (line: Line, index: number): RootContent => {
    if (index < top || !isHeading(line)) return toParagraph(line)
    const depth = Math.min(6, Math.max(1, line.heading ?? 1)) as 1 | 2 | 3 | 4 | 5 | 6
    return { type: 'heading', depth, children: plain(line, 0) }
  }
  const toNode = (piece: Piece, index: number): RootContent => {
    if (piece.type === 'line') return toBlock(piece, index)
    if (piece.type === 'grid') {
      const rows = piece.rows.map((row) => ({
        type: 'tableRow' as const,
        children: row.map((cell) => cellOf(cell, plain)),
      }))
      return { type: 'table', children: rows } satisfies Table
    }
    const children = piece.items.map((line) => ({
      type: 'listItem' as const,
      spread: false,
      children: [toParagraph(line)],
    }))
    const { start } = piece
    return {
      type: 'list',
      ordered: start !== null,
      ...(start === null ? {} : { start }),
      spread: false,
      children,
    } satisfies List
  }
  return { type: 'root', children: pieces.flatMap((piece, i) => [toNode(piece, i), ...define()]) }
}
