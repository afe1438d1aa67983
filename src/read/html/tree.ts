import type { List, Paragraph, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast'
import { type Looks, readLooks } from '../look.js'
import { type Line, linesOf, type Piece } from './pieces.js'
import { lengthOfHead } from './title.js'

/** Longest line that a heading element makes a heading: some sites set whole paragraphs in one. */
const LONGEST_HEADING = 120

const SENTENCE = /^.{30,}[\u3002\uff1b;]/

const isHeading = ({ heading, text }: Line): boolean =>
  heading !== null && text.length <= LONGEST_HEADING && !/\u3002./.test(text) && !SENTENCE.test(text)

function inline(line: Line, looks: Looks<Line>): PhrasingContent[] {
  return looks.stretches(line).flatMap(({ start, end, isStrong }): PhrasingContent[] => {
    const value = line.text.slice(start, end)
    const text = value.trim()
    if (!isStrong || text === '') return value === '' ? [] : [{ type: 'text', value }]
    // Marks of Markdown stand close to the words.
    const [before = '', after = ''] = value.split(text)
    const parts: PhrasingContent[] = [
      { type: 'text', value: before },
      { type: 'strong', children: [{ type: 'text', value: text }] },
      { type: 'text', value: after },
    ]
    return parts.filter((part) => part.type !== 'text' || part.value !== '')
  })
}

/** Lines of a cell as one block. */
function cellOf(lines: Line[]): TableCell {
  const children = lines.flatMap((line, i): PhrasingContent[] => {
    const text: PhrasingContent = { type: 'text', value: line.text }
    return i === 0 ? [text] : [{ type: 'break' }, text]
  })
  return { type: 'tableCell', children }
}

/**
 * Pieces of a page as mdast. Headings are those below the title, or the beginning of the text where it has none: what stands
 * above, the title too, is text set off from the rest.
 */
export function toTree(pieces: Piece[], title: Line[]): Root {
  const looks = readLooks(pieces.flatMap((piece) => (piece.type === 'grid' ? [] : linesOf(piece))))
  const last = title.at(-1)
  const top = last ? pieces.indexOf(last) + 1 : lengthOfHead(pieces)

  const toParagraph = (line: Line): Paragraph => {
    const look = looks.rank(line)
    return { type: 'paragraph', children: inline(line, looks), ...(look === null ? {} : { data: { look } }) }
  }
  const toBlock = (line: Line, index: number): RootContent => {
    if (index < top || !isHeading(line)) return toParagraph(line)
    const depth = Math.min(6, Math.max(1, line.heading ?? 1)) as 1 | 2 | 3 | 4 | 5 | 6
    return { type: 'heading', depth, children: [{ type: 'text', value: line.text }] }
  }
  const toNode = (piece: Piece, index: number): RootContent => {
    if (piece.type === 'line') return toBlock(piece, index)
    if (piece.type === 'grid') {
      const rows = piece.rows.map((row) => ({ type: 'tableRow' as const, children: row.map(cellOf) }))
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
  return { type: 'root', children: pieces.map(toNode) }
}
