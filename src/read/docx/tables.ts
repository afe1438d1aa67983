import type { Tally, WordCell } from './paragraphs.js'
import type { Tag } from './xml.js'

/** Columns a table of Word's can have. */
const MOST_COLUMNS = 63

/** A table being read. */
export interface OpenTable {
  rows: WordCell[][]
  /** Cells of the row being read. */
  cells: WordCell[]
  cell: WordCell
  /** By a tracked change. */
  isRowDeleted: boolean
  isCellDeleted: boolean
}

export const emptyCell = (): WordCell => ({ columns: 1, beginsMerge: false, blocks: [] })

export const beginTable = (): OpenTable => ({
  rows: [],
  cells: [],
  cell: emptyCell(),
  isRowDeleted: false,
  isCellDeleted: false,
})

/** Ends a cell, unless it was deleted. */
export function endCell({ cells, cell, isCellDeleted }: OpenTable, tally: Tally): void {
  if (isCellDeleted) return
  cells.push(cell)
  if (cell.columns > 1 || cell.beginsMerge) tally.merged++
}

const columnsOf = ({ attributes }: Tag): number =>
  Math.min(MOST_COLUMNS, Math.max(0, Number.parseInt(attributes['w:val'] ?? '', 10) || 0))

/** Takes down a child of `w:trPr` or `w:tcPr`. */
export function takeTableProperty(table: OpenTable, tag: Tag): void {
  switch (tag.name) {
    case 'w:del':
      table.isRowDeleted = true
      break
    case 'w:cellDel':
      table.isCellDeleted = true
      break
    case 'w:gridBefore':
      table.cells.push(...Array.from({ length: columnsOf(tag) }, emptyCell))
      break
    case 'w:gridSpan':
      table.cell.columns = Math.max(1, columnsOf(tag))
      break
    case 'w:vMerge':
      table.cell.beginsMerge = tag.attributes['w:val'] === 'restart'
      break
  }
}
