import { FazhiError } from '../../error.js'
import type { RosterRow } from './roster.js'
import { type Column, columnOf } from './roster-headings.js'

const DELIMITERS = [',', '\t', ';', '\uff0c', '|']

/** Rows in which headings may stand. */
const DEEPEST_HEADING = 15

/** Stands in a row of its own behind the text; it does not where a quotation mark was left open. */
const END = '\0end'

const countOf = (text: string, part: string): number => text.split(part).length - 1

/** Whether a cell took in the rows below it, because its quotation mark was not closed where it should have been. */
function hasTakenRows(cell: string, delimiter: string): boolean {
  const [first = '', ...more] = cell.split(/\r\n|[\r\n]/)
  if (more.length === 0) return false
  if (countOf(cell, '"') % 2 === 1 || more.some((line) => countOf(line, delimiter) > 1)) return true
  return [first, ...more].every((line) => line.includes(delimiter))
}

const unclosed = (line: number, column: number): FazhiError =>
  new FazhiError(
    'bad-roster',
    `名册第 ${line} 行第 ${column} 栏的英文引号没有成对，下面的行并进了这一格。请补上或删去引号后再试`,
  )

/** Tells cells that stand in the text between quotation marks as programs write them; asked in the order of the text. */
function quotedIn(text: string, delimiter: string): (cell: string) => boolean {
  let from = 0
  return (cell) => {
    const quoted = `"${cell.replaceAll('"', '""')}"`
    const at = text.indexOf(quoted, from)
    from = Math.max(from, at)
    return at >= 0 && [delimiter, '\r', '\n'].includes(text[at + quoted.length] ?? '')
  }
}

const columnIn = (cell = ''): Column | undefined => columnOf(cell.trim())?.column

/** Throws `bad-roster` where rows stand in a cell. Aliases may stand on several lines, with the delimiter between them. */
function refuseTakenRows(rows: RosterRow[], text: string, delimiter: string): void {
  const isQuoted = quotedIn(text, delimiter)
  const head = rows.slice(0, DEEPEST_HEADING).find(({ cells }) => cells.some((cell) => columnIn(cell) === 'name'))
  for (const { line, cells } of rows) {
    const isBelow = head !== undefined && line > head.line && cells.length <= head.cells.length
    const column = cells.findIndex((cell, i) => {
      if (cell.includes(END)) return true
      const areAliases = isBelow && columnIn(head.cells[i]) === 'aliases'
      return hasTakenRows(cell, delimiter) && !(areAliases && isQuoted(cell))
    })
    if (column >= 0) throw unclosed(line, column + 1)
  }
}

/** A program's way to keep a text a text: `="0101"`. */
const KEPT_TEXT = /^="((?:[^"]|"")*)"$/

/** Texts taken out of the formulas that only hold them; other formulas have no value in a text. */
function withoutFormulas({ line, cells }: RosterRow): RosterRow {
  const open = cells.flatMap((cell, i) => (cell.trim().startsWith('=') && !KEPT_TEXT.test(cell.trim()) ? [i] : []))
  const texts = cells.map((cell, i) =>
    open.includes(i) ? '' : (KEPT_TEXT.exec(cell.trim())?.[1]?.replaceAll('""', '"') ?? cell),
  )
  return { line, cells: texts, ...(open.length > 0 ? { open } : {}) }
}

const headingsIn = (rows: RosterRow[]): number =>
  Math.max(
    0,
    ...rows.slice(0, DEEPEST_HEADING).map(({ cells }) => cells.filter((cell) => columnOf(cell.trim())).length),
  )

/**
 * Rows of a text: the delimiter is the one by which the headings, else most rows, fall into cells.
 * Throws `bad-roster` where a quotation mark is not closed.
 */
export async function rowsOfText(text: string): Promise<RosterRow[]> {
  const { parseCsv } = await import('hucre/csv')
  const tables = DELIMITERS.map((delimiter) => {
    const rows = parseCsv(`${text}\n${END}`, { delimiter })
    return {
      delimiter,
      rows: rows.map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => String(cell ?? '')) })),
    }
  })
  const best = Math.max(...tables.map(({ rows }) => headingsIn(rows)))
  const { delimiter, rows } = tables.find((table) => headingsIn(table.rows) === best) as (typeof tables)[number]
  if (rows.at(-1)?.cells[0] === END) rows.pop()
  refuseTakenRows(rows, `${text}\n`, delimiter)
  return rows.map(withoutFormulas)
}
