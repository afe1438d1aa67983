import type { Heading, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Role } from '../../model.js'

/** Text of a cell or paragraph; each further piece stands on a line of its own. */
export type Lines = (string | PhrasingContent[])[]

const inline = (piece: string | PhrasingContent[]): PhrasingContent[] =>
  typeof piece === 'string' ? [{ type: 'text', value: piece }] : piece

const phrasing = (lines: Lines): PhrasingContent[] =>
  lines.flatMap((line, i) => (i === 0 ? inline(line) : [{ type: 'break' }, ...inline(line)]))

/** A text in bold. */
export const bold = (value: string): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] })

/** A paragraph, and what it is in the document. */
export const paragraph = (text: string, role: Role = 'body'): Paragraph => ({
  type: 'paragraph',
  data: { role },
  children: inline(text),
})

/** @param depth 1 for the title, 2 for 一、, 3 for （一） */
export const heading = (depth: Heading['depth'], ...lines: string[]): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(lines),
})

/** A column of a table: its heading, its width in characters. */
export interface Column {
  head: string
  width: number
}

const rowOf = (cells: Lines[]): Table['children'][number] => ({
  type: 'tableRow',
  children: cells.map((lines) => ({ type: 'tableCell', children: phrasing(lines) })),
})

/** A table with a head row; its first column counts the rows. */
export const table = (columns: Column[], rows: Lines[][]): Table => ({
  type: 'table',
  align: columns.map((_, i) => (i === 0 ? 'center' : null)),
  data: { widths: columns.map(({ width }) => width) },
  children: [rowOf(columns.map(({ head }) => [head])), ...rows.map(rowOf)],
})

/** A table of two columns without a head row: what is told, and what is told of it. */
export const facts = (widths: [number, number], rows: [string, Lines][]): Table => ({
  type: 'table',
  data: { widths, head: 'column' },
  children: rows.map(([name, lines]) => rowOf([[name], lines])),
})
