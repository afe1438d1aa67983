import { squeeze } from '../../text/marks.js'
import { leadingNumeral } from '../../text/numerals.js'
import { LABELS } from '../chrome-words.js'
import { attribute, type Element, elementsBelow, isElement } from './dom.js'
import { type Line, linesOf, type Piece, plainLine } from './pieces.js'

/** A cell of a page's table. */
export interface Cell {
  pieces: Piece[]
  /** Columns and rows it takes. */
  columns: number
  rows: number
}

/** Columns of a table of data; pages may claim any number. */
const MOST_COLUMNS = 63
const MOST_ROWS = 1000

const spanOf = (cell: Element, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1))

/** Rows of a table's own, with the elements of their cells. */
export function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = []
  for (const part of table.childNodes) {
    if (!isElement(part)) continue
    const inside = part.tagName === 'tr' ? [part] : part.childNodes.filter(isElement)
    if (part.tagName !== 'tr' && !/^t(?:head|body|foot)$/.test(part.tagName)) continue
    for (const row of inside) {
      if (row.tagName === 'tr')
        rows.push(row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName)))
    }
  }
  return rows
}

export const toCell = (cell: Element, pieces: Piece[]): Cell => ({
  pieces,
  columns: spanOf(cell, 'colspan', MOST_COLUMNS),
  rows: spanOf(cell, 'rowspan', MOST_ROWS),
})

/** Cells below an element that take several rows or columns. */
export function mergedIn(main: Element): number {
  let merged = 0
  for (const cell of elementsBelow(main)) {
    const isCell = cell.tagName === 'td' || cell.tagName === 'th'
    if (isCell && (spanOf(cell, 'colspan', MOST_COLUMNS) > 1 || spanOf(cell, 'rowspan', MOST_ROWS) > 1)) merged++
  }
  return merged
}

const isFilled = ({ pieces }: Cell): boolean => pieces.length > 0
const lengthOf = ({ pieces }: Cell): number => pieces.flatMap(linesOf).reduce((sum, { text }) => sum + text.length, 0)

/** Characters of a cell that holds an article rather than a datum. */
const ARTICLE = 300

/** Whether a table arranges the page and holds no data: one column, or a cell with an article or with other tables in it. */
function isLayout(rows: Cell[][]): boolean {
  const widest = Math.max(...rows.map((row) => row.filter(isFilled).length))
  if (widest <= 1) return true
  return rows.flat().some((cell) => {
    const lines = cell.pieces.flatMap(linesOf)
    if (cell.pieces.some(({ type }) => type === 'grid')) return true
    const hasHeadings = lines.length > 2 && lines.some(({ text }) => leadingNumeral(text)?.style === 'han')
    return hasHeadings || (lines.length > 1 && lengthOf(cell) > ARTICLE)
  })
}

const isLabel = (text: string): boolean => Object.hasOwn(LABELS, squeeze(text).replace(/[:\uff1a]$/, ''))

/** 索引号 | 113… | 发布机构 | … as lines of a label and its value; `null` for a table of data. */
function labelLines(rows: Cell[][]): Line[] | null {
  const lines: Line[] = []
  let unknown = 0
  for (const row of rows) {
    const cells = row.map(({ pieces }) => pieces.flatMap(linesOf))
    for (let i = 0; i < cells.length; i++) {
      const [first, ...others] = cells[i] ?? []
      if (!first) continue
      const text = [first, ...others].map((line) => line.text).join(' ')
      if (/[:\uff1a]./.test(text) && isLabel(text.replace(/[:\uff1a].*$/, ''))) {
        lines.push(plainLine(text, first))
        continue
      }
      const value = cells[i + 1] ?? []
      if (!isLabel(text)) unknown++
      const name = text.replace(/[:\uff1a]\s*$/, '')
      lines.push(plainLine(`${name}：${value.map((line) => line.text).join(' ')}`, first))
      i++
    }
  }
  return lines.length > unknown * 2 ? lines : null
}

/** A table of data with cells filled up where one takes several rows or columns, so that every column stays one. */
function toGrid(rows: Cell[][]): Line[][][] {
  /** Rows still to go of a cell above, by column. */
  const below: number[] = []
  return rows.map((row) => {
    const cells: Line[][] = []
    const skip = (): void => {
      while ((below[cells.length] ?? 0) > 0) {
        below[cells.length] = (below[cells.length] ?? 0) - 1
        cells.push([])
      }
    }
    for (const { pieces, columns, rows: height } of row) {
      skip()
      for (let i = 0; i < columns && (i === 0 || cells.length < MOST_COLUMNS); i++) {
        below[cells.length] = height - 1
        cells.push(i === 0 ? pieces.flatMap(linesOf) : [])
      }
    }
    skip()
    return cells
  })
}

/** A table as pieces: what is in it where it only arranges the page, lines of labels, or a grid with its caption before it. */
export function toPieces(rows: Cell[][], caption: Piece[]): Piece[] {
  const filled = rows.filter((row) => row.some(isFilled))
  if (filled.length === 0) return caption
  if (isLayout(filled)) return caption.concat(...filled.flat().map(({ pieces }) => pieces))
  const labels = labelLines(filled)
  if (labels) return caption.concat(labels)
  const [head, ...others] = filled
  const [title, ...besides] = head?.filter(isFilled) ?? []
  // A first row of one cell is the table's name.
  if (title && besides.length === 0 && others.length > 1 && title.rows === 1 && title.columns > 1) {
    return toPieces(others, [...caption, ...title.pieces])
  }
  const place = filled.flat().find(isFilled)?.pieces[0]?.place ?? 'main'
  return [...caption, { type: 'grid', rows: toGrid(filled), place }]
}
