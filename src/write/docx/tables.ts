import type { AlignType, Table, TableCell, TableRow } from 'mdast'
import { paragraph } from './paragraphs.js'
import { toRuns } from './runs.js'
import { widthOf } from './signature.js'
import type { Story } from './story.js'
import { CELL_MARGIN, STYLE } from './styles.js'
import { type Element, el, on, val } from './xml.js'

declare module 'mdast' {
  interface TableData {
    /** How the width is shared out, a number a column; by the longest cells where it is not said. */
    widths?: number[]
    /** What the head is: the first row, repeated on every page, or the first column. */
    head?: 'row' | 'column'
  }
}

/** Characters a column counts for at least and at most when the width is shared out. */
const NARROWEST = 3
const WIDEST = 24

/** Lines of a row that may stand on two pages. */
const LONG_ROW = 8

const textOf = (node: TableCell | TableCell['children'][number]): string => {
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

const columnsOf = ({ children: rows }: Table): number =>
  rows.reduce((most, { children }) => Math.max(most, children.length), 1)

/** Weights of the columns by their longest cells. */
function weightsOf(table: Table): number[] {
  return Array.from({ length: columnsOf(table) }, (_, i) => {
    const longest = table.children.reduce(
      (most, { children }) => (children[i] ? Math.max(most, widthOf(textOf(children[i]))) : most),
      0,
    )
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + 1
  })
}

/** Widths of the columns in twips. */
function widthsOf(table: Table, width: number): number[] {
  const weights = table.data?.widths ?? weightsOf(table)
  const sum = weights.reduce((all, each) => all + each, 0)
  const shares = weights.map((weight) => Math.floor((width * weight) / sum))
  const rest = width - shares.reduce((all, each) => all + each, 0)
  return shares.map((share, i) => (i === shares.length - 1 ? share + rest : share))
}

/** Whether a row would take more than its share of a page. */
function isLong({ children }: TableRow, widths: number[], { profile }: Story): boolean {
  const lines = children.map((cell, i) => {
    const characters = Math.max(1, ((widths[i] ?? 0) - 2 * CELL_MARGIN) / (profile.table.size * 20))
    return textOf(cell)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / characters)), 0)
  })
  return Math.max(...lines, 0) > LONG_ROW
}

interface CellLook {
  width: number
  align: AlignType
  style: string
}

function cellOf(cell: TableCell | undefined, { width, align, style }: CellLook, story: Story): Element {
  const runs = (cell?.children ?? []).flatMap((child) => toRuns(child, story))
  const look = { style, ...(align ? { align } : {}) }
  return el(
    'w:tc',
    {},
    el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), val('w:vAlign', 'center')),
    paragraph(look, runs, story),
  )
}

/** Twips above and below the text of a cell, in tables that are forms to be filled in. */
const BREATH = 40

/** What keeps a table with given widths to them, and lets it breathe. */
const form = (): Element[] => [
  el('w:tblLayout', { 'w:type': 'fixed' }),
  el('w:tblCellMar', {}, ...['top', 'bottom'].map((side) => el(`w:${side}`, { 'w:w': BREATH, 'w:type': 'dxa' }))),
]

/** A table as wide as the text; its head is repeated on every page, and only long rows break between pages. */
export function toTable(table: Table, story: Story): Element {
  const widths = widthsOf(table, story.measures.width)
  const { head = 'row' } = table.data ?? {}
  const styleAt = (r: number, c: number): string => {
    if (head === 'row') return r === 0 ? STYLE.headerCell : STYLE.cell
    return c === 0 ? STYLE.keyCell : STYLE.cell
  }
  const rows = table.children.map((row, r) =>
    el(
      'w:tr',
      {},
      el('w:trPr', {}, on('w:cantSplit', !isLong(row, widths, story)), on('w:tblHeader', head === 'row' && r === 0)),
      ...widths.map((width, c) =>
        cellOf(row.children[c], { width, align: table.align?.[c] ?? null, style: styleAt(r, c) }, story),
      ),
    ),
  )
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      val('w:tblStyle', STYLE.table),
      el('w:tblW', { 'w:w': story.measures.width, 'w:type': 'dxa' }),
      val('w:jc', 'center'),
      ...(table.data?.widths === undefined ? [] : form()),
      el('w:tblLook', {
        'w:val': head === 'row' ? '0020' : '0080',
        [`w:first${head === 'row' ? 'Row' : 'Column'}`]: 1,
      }),
    ),
    el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width }))),
    ...rows,
  )
}
