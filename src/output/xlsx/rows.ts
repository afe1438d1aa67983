import { type Cell, type Column, columnName, type Look, type Run } from './sheet.js'
import type { Styles } from './styles.js'

/** What XML cannot hold: control characters and halves of characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Characters of a cell at most; Excel refuses a workbook with more. */
const LONGEST = 32_767

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const NONE: Look = {}

/** Whether any character needs a second look; hardly a cell has one. */
const SPECIAL = /[\u0000-\u001f&<>_\ud800-\udfff\ufffe\uffff]/

/** Text of a cell as XML. What looks like Excel's own escape of a character, `_x000D_`, stays as it is. */
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (char) => ENTITIES[char] as string)
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

const textElement = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`

/** Programs that let people edit the cell would take such text for a formula then. */
const LIKE_FORMULA = /^[=+\-@\t]/

const MARKED = '<rPr><b/><u/><sz val="10"/><rFont val="\u5b8b\u4f53"/><charset val="134"/></rPr>'
const PLAIN = '<rPr><sz val="10"/><rFont val="\u5b8b\u4f53"/><charset val="134"/></rPr>'

/** Runs as far as a cell holds them. */
function fitting(runs: Run[]): Run[] {
  let left = LONGEST
  return runs.flatMap(({ text, marked }) => {
    const kept = text.slice(0, left)
    left -= kept.length
    return kept === '' ? [] : [{ text: kept, marked }]
  })
}

const runElement = ({ text, marked }: Run): string => `<r>${marked ? MARKED : PLAIN}${textElement(text)}</r>`

function cellElement(cell: Cell, column: number, row: number, styles: Styles, own: Look): string {
  const { value } = cell
  const look = cell.look ?? own
  const place = `r="${columnName(column)}${row}"`
  const isQuoted = typeof value === 'string' && LIKE_FORMULA.test(value)
  const style = `s="${styles.indexOf(look, isQuoted ? 'quoted' : 'cell')}"`
  if (value === null || value === '') return `<c ${place} ${style}/>`
  if (typeof value === 'number') return `<c ${place} ${style}><v>${value}</v></c>`
  const content = typeof value === 'string' ? textElement(shortened(value)) : fitting(value).map(runElement).join('')
  return `<c ${place} ${style} t="inlineStr"><is>${content}</is></c>`
}

/** Heights in points: of a line of text, of what is above and below it, and the greatest that Excel knows. */
const LINE = 13.5
const BESIDE = 3
const TALLEST = 409

/** Half-width characters the text takes, a Chinese one counting two. */
function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) > 0xff ? 2 : 1
  return width
}

/** Lines the text takes in a column that is so wide: rather one too many, as fonts differ. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(Math.floor(0.93 * width) - 1, 2)
  if (2 * text.length <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0)
}

export const heightOf = (lines: number): number => Math.min(lines * LINE + BESIDE, TALLEST)

function linesOfCell({ value }: Cell, width: number): number {
  if (value === null || typeof value === 'number') return 1
  return linesIn(typeof value === 'string' ? value : value.map(({ text }) => text).join(''), width)
}

/**
 * A row as XML, as tall as its longest text asks: not all programs find that out for themselves.
 * @param row 1-based
 */
export function rowElement(cells: Cell[], row: number, styles: Styles, columns: Column[]): string {
  let lines = 1
  let content = ''
  for (const [i, cell] of cells.entries()) {
    const column = columns[i]
    lines = Math.max(lines, linesOfCell(cell, column?.width ?? 10))
    content += cellElement(cell, i, row, styles, column?.look ?? NONE)
  }
  return `<row r="${row}" ht="${heightOf(lines)}">${content}</row>`
}

/** A row of headings as XML. @param isBand headings over others, which run on over the empty cells beside them */
export function headingElement(titles: string[], row: number, styles: Styles, lines: number, isBand = false): string {
  const style = styles.indexOf(NONE, isBand ? 'band' : 'heading')
  const cells = titles.map((title, i) => {
    const place = `r="${columnName(i)}${row}" s="${style}"`
    return title === '' ? `<c ${place}/>` : `<c ${place} t="inlineStr"><is>${textElement(title)}</is></c>`
  })
  return `<row r="${row}" ht="${heightOf(lines) + BESIDE}" customHeight="1">${cells.join('')}</row>`
}
