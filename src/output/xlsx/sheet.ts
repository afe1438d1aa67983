/** What a workbook is made of; how it is written is in the files beside this one. */

/** How a cell looks; what is left out is the sheet's own. */
export interface Look {
  /** Six hexadecimal digits. */
  fill?: string
  /** Six hexadecimal digits. */
  color?: string
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right'
  /** Code of a number format, such as `yyyy-mm-dd`. */
  format?: string
}

/** A piece of a cell's text; what is marked is underlined and bold. */
export interface Run {
  text: string
  marked: boolean
}

/** A cell: text is never taken for a formula, whatever it begins with. */
export interface Cell {
  value: string | number | null | Run[]
  look?: Look
}

/** A column of a sheet. */
export interface Column {
  title: string
  /** In half-width characters; a Chinese one takes two. */
  width: number
  /** Of its cells, where they have no look of their own. */
  look?: Look
}

/** A heading over several columns. */
export interface Band {
  title: string
  /** Number of columns it spans. */
  columns: number
}

/** A sheet: a row of headings that stays in sight and can be filtered, rows of cells below it. */
export interface Sheet {
  /** At most 31 characters without \ / ? * [ ] : */
  name: string
  /** Above every printed page. */
  title: string
  columns: Column[]
  /** Over the columns, in their order. */
  bands?: Band[]
  /** Columns that stay in sight and stand on every printed page. */
  frozen: number
  /** Pages that a row may take in print; 1 unless told. */
  pagesWide?: number
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>
}

/** Name of a column in references: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Days since 1899-12-30, as workbooks count dates. @param iso `2026-03-01` */
export function serialOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569
}
