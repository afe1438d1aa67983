import { closest, distance } from 'fastest-levenshtein'
import { FazhiError } from '../../error.js'
import type { Kind } from '../../generated/report.js'
import { kindOfBody } from '../../report/names.js'
import { KINDS } from '../../words.js'
import { plainName } from '../match/body.js'
import type { Roster, Unit } from '../unit.js'
import { COLUMNS, type Column, columnOf, isHeading, isLooseKind, KIND_WORDS, kindOfWord } from './roster-headings.js'

/** A row of a table as its file has it. */
export interface RosterRow {
  /** 1-based, as the user's program counts rows. */
  line: number
  /** Text of the cells; empty where there is none. */
  cells: string[]
  /** Indexes of cells with a formula whose value the file does not hold. */
  open?: number[]
}

/** A unit with the row it stands in. */
interface Entry {
  unit: Unit
  line: number
}

/** Mistakes told at once. */
const MOST = 5

const bad = (what: string): FazhiError => new FazhiError('bad-roster', what)

function refuse(mistakes: string[]): void {
  if (mistakes.length === 0) return
  const more = mistakes.length > MOST ? `；另有 ${mistakes.length - MOST} 处同类问题` : ''
  throw bad(`${mistakes.slice(0, MOST).join('；')}${more}。请改正后再试`)
}

/** A cell on one line, without marks that only look like nothing. */
const clean = (cell: string): string => cell.replace(/[\u200b\ufeff]/g, '').trim()

const filled = (row: RosterRow): string[] => row.cells.filter((cell) => cell !== '')

/** Rows looked at for headings: titles, notes and dates may stand above them. */
const DEEPEST_HEADING = 15

/** Whether a row heads a column of names: 部门 may be a kind as well, and tells only where the row has no body's name. */
export function headsNames(row: RosterRow): boolean {
  const names = row.cells.map((cell) => columnOf(cell)).filter((known) => known?.column === 'name')
  if (names.some((known) => known?.isPlain)) return true
  return (
    names.length > 0 && !filled(row).some((cell) => !isHeading(cell) && cell.length > 3 && kindOfBody(cell) !== null)
  )
}

/** A row of headings, with a column of names or, so that it can be told, without. */
const isHeadingRow = (row: RosterRow): boolean => headsNames(row) || filled(row).filter(isHeading).length >= 2

/** Index of each column. Throws `bad-roster` where the names are missing or a column stands twice. */
function columnsOf({ line, cells }: RosterRow): Partial<Record<Column, number[]>> {
  const found: Partial<Record<Column, { index: number; rank: number; cell: string }[]>> = {}
  for (const [index, cell] of cells.entries()) {
    const known = columnOf(cell)
    if (known) found[known.column] = [...(found[known.column] ?? []), { index, rank: known.rank, cell }]
  }
  if (!found.name) {
    const headings = cells.filter((cell) => cell !== '').map((cell) => `“${cell}”`)
    throw bad(
      `名册里没有单位名称一栏。第 ${line} 行的栏目是${headings.join('、')}，请把写单位全称的一栏改名为“${COLUMNS.name}”`,
    )
  }
  const columns: Partial<Record<Column, number[]>> = {}
  for (const [column, heads] of Object.entries(found) as [Column, { index: number; rank: number; cell: string }[]][]) {
    const best = Math.min(...heads.map(({ rank }) => rank))
    const meant = column === 'aliases' ? heads : heads.filter(({ rank }) => rank === best)
    const doubled = heads.filter((head) => heads.some((other) => other !== head && other.rank === head.rank))
    if (doubled.length > 0) {
      const places = doubled.map(({ index }) => `第 ${index + 1} 栏`).join('、')
      throw bad(`名册第 ${line} 行有两个“${doubled[0]?.cell}”（${places}），不知道以哪一栏为准。请删去一栏或改名`)
    }
    columns[column] = meant.map(({ index }) => index)
  }
  return columns
}

const BETWEEN_ALIASES = /[、\uff0c,\uff1b;/|\uff5c\n\r\u2028]+/

const aliasesIn = (cells: string[], name: string): string[] => {
  const aliases = cells.flatMap((cell) => cell.split(BETWEEN_ALIASES)).map(clean)
  return [...new Set(aliases)].filter((alias) => alias !== '' && alias !== name)
}

/** A row that sums up or explains: 合计, 注：, 填表说明. */
const IS_NOTE = /^(?:合计|总计|小计|共计|共\s*\d+\s*[个家]|备?注[:\uff1a]|说明[:\uff1a]|填表|制表|审核人)/

const openFormula = (line: number, column: string): string =>
  `名册第 ${line} 行的${column}是公式，没有算出的值，请用 Excel 或 WPS 打开保存一次，或把公式粘贴为数值`

function entriesOf(head: RosterRow, rows: RosterRow[], notices: string[]): Entry[] {
  const columns = columnsOf(head)
  const mistakes: string[] = []
  const entries: Entry[] = []
  const loose = new Map<string, Kind>()
  for (const { line, cells, open = [] } of rows) {
    for (const [column, indexes] of Object.entries(columns) as [Column, number[]][]) {
      if (indexes.some((index) => open.includes(index))) mistakes.push(openFormula(line, COLUMNS[column]))
    }
    const at = (column: Column): string[] => (columns[column] ?? []).map((index) => cells[index] ?? '')
    const name = (at('name')[0] ?? '').replace(/\s*[\n\r]+\s*/g, '')
    if (IS_NOTE.test(name) || IS_NOTE.test(cells.find((cell) => cell !== '') ?? '')) continue
    if (name === '') {
      if (cells.filter((cell) => cell !== '').length > 1) notices.push(`名册第 ${line} 行没有单位名称，跳过`)
      continue
    }
    // Headings again, as at the top of printed pages.
    if (columnOf(name)?.column === 'name') continue
    const extra = cells.slice(head.cells.length).filter((cell) => cell !== '')
    if (extra.length > 0) {
      notices.push(`名册第 ${line} 行比栏目多出“${extra.join('”“')}”，没有采用；别名之间请用顿号`)
    }
    const word = at('kind')[0] ?? ''
    const kind = word === '' ? kindOfBody(name) : kindOfWord(word)
    if (kind === null && word !== '') mistakes.push(unknownKind(line, word))
    if (kind !== null && word !== '' && isLooseKind(word)) loose.set(word, kind)
    if (kind === null && word === '') notices.push(`名册第 ${line} 行“${name}”看不出类别，按各类单位共同的要求检查`)
    const unit = { name, kind, parent: at('parent')[0] || null, aliases: aliasesIn(at('aliases'), name) }
    entries.push({ unit, line })
  }
  refuse(mistakes)
  for (const [word, kind] of loose) notices.push(`名册的类别“${word}”按“${KINDS[kind]}”检查；不是的请改为${WRITABLE}`)
  return entries
}

const WRITABLE = KIND_WORDS.map((each) => `“${each}”`).join('、')

function unknownKind(line: number, word: string): string {
  const guess = closest(word, KIND_WORDS)
  const isSlip = distance(word, guess) < Math.min(word.length, guess.length)
  const hint = isSlip ? `可能是“${guess}”` : `可以写${WRITABLE}，或者留空`
  return `名册第 ${line} 行的类别“${word}”不认识，${hint}`
}

/** Refuses two units of one name, and a name that belongs to two units. */
function refuseDoubles(entries: Entry[]): void {
  const mistakes: string[] = []
  const names = new Map<string, Entry>()
  for (const entry of entries) {
    const known = names.get(plainName(entry.unit.name))
    if (known) mistakes.push(`名册第 ${known.line} 行和第 ${entry.line} 行都是“${entry.unit.name}”，请删去一行`)
    else names.set(plainName(entry.unit.name), entry)
  }
  const aliases = new Map<string, Entry>()
  for (const entry of entries) {
    for (const alias of entry.unit.aliases) {
      const key = plainName(alias)
      const [named, known] = [names.get(key), aliases.get(key)]
      if (named && named !== entry) {
        mistakes.push(`名册第 ${entry.line} 行的别名“${alias}”是第 ${named.line} 行的单位名称，请删去或改正`)
      } else if (known && known !== entry) {
        mistakes.push(
          `别名“${alias}”同属名册第 ${known.line} 行“${known.unit.name}”和第 ${entry.line} 行“${entry.unit.name}”，请只留一处`,
        )
      } else aliases.set(key, entry)
    }
  }
  refuse(mistakes)
}

/** Rows of a list that has names and nothing else. */
function isPlainList(rows: RosterRow[]): boolean {
  const names = rows.map((row) => filled(row).filter((cell) => !/^\d+[.、]?$/.test(cell)))
  const single = names.filter((cells) => cells.length <= 1).length
  return single === names.length && names.some(([name]) => name !== undefined && kindOfBody(name) !== null)
}

const withoutNumber = (name: string): string => name.replace(/^(?:\d+|[一二三四五六七八九十]+)\s*[.、\uff0e]\s*/, '')

function plainListOf(rows: RosterRow[], notices: string[]): Entry[] {
  refuse(rows.filter(({ open }) => open).map(({ line }) => openFormula(line, COLUMNS.name)))
  return rows.flatMap((row) => {
    const name = withoutNumber(filled(row).find((cell) => !/^\d+[.、]?$/.test(cell)) ?? '')
    const kind = kindOfBody(name)
    if (name === '' || IS_NOTE.test(name)) return []
    // A title above the names, such as 报送单位名册.
    if (kind === null && /(?:名册|名单|一览表|清单|目录|统计表)/.test(name)) return []
    if (kind === null) notices.push(`名册第 ${row.line} 行“${name}”看不出类别，按各类单位共同的要求检查`)
    return [{ unit: { name, kind, parent: null, aliases: [] }, line: row.line }]
  })
}

/**
 * The units of a roster: columns by their headings in any order (`roster-headings.ts`), title lines above them, empty rows
 * and sums put up with; or names alone, one a row. A kind that is not given is read off the name.
 * Throws `bad-roster` in Chinese with the rows: no column of names, a doubled column, an unknown kind, a name or alias of two
 * units, no unit at all.
 */
export function rosterOf(table: RosterRow[], notices: string[] = []): Roster {
  const rows = table
    .map(({ cells, ...row }) => ({ ...row, cells: cells.map(clean) }))
    .filter((row) => filled(row).length > 0 || row.open)
  if (rows.length === 0) throw bad('名册是空的。请写一栏单位名称，一行一个单位')
  const told = [...notices]
  const heading = rows.slice(0, DEEPEST_HEADING).findIndex(isHeadingRow)
  const head = rows[heading]
  if (!head && !isPlainList(rows)) {
    const first = filled(rows[0] as RosterRow).map((cell) => `“${cell}”`)
    throw bad(
      `名册里没有单位名称一栏：第 ${rows[0]?.line} 行是${first.join('、')}。请在第一行写栏目“${Object.values(COLUMNS).join('”“')}”，单位名称必须有，其余可以没有`,
    )
  }
  const entries = head ? entriesOf(head, rows.slice(heading + 1), told) : plainListOf(rows, told)
  if (entries.length === 0) throw bad('名册里一个单位也没有。请在单位名称一栏写单位全称，一行一个')
  refuseDoubles(entries)
  return { units: entries.map(({ unit }) => unit), notices: told }
}
