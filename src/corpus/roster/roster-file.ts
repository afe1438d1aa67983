import { FazhiError } from '../../error.js'
import { decode } from '../../read/decode.js'
import { openPackage } from '../../read/docx/package.js'
import type { Roster } from '../unit.js'
import { headsNames, type RosterRow, rosterOf } from './roster.js'
import { rowsOfText } from './roster-text.js'

/** Larger than any list of units: bytes of the file, and of a sheet before it is inflated. */
const MOST_BYTES = 10 * 1024 * 1024
const MOST_ROWS = 50_000

const SAVE = '请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 后再试'

const bad = (what: string): FazhiError => new FazhiError('bad-roster', what)

const MARKS = { zip: 'PK', ole: '\xd0\xcf\x11\xe0' }

const beginsWith = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((char, i) => bytes[i] === char.charCodeAt(0))

/** Why a file of another program is no roster. */
function refuseForeign(name: string, bytes: Uint8Array): void {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (['xls', 'et', 'xlsb', 'ods', 'numbers'].includes(extension) && !beginsWith(bytes, MARKS.zip)) {
    throw bad(`名册是 .${extension} 格式，读不了。${SAVE}`)
  }
  if (['xlsb', 'ods', 'numbers'].includes(extension)) throw bad(`名册是 .${extension} 格式，读不了。${SAVE}`)
  if (!beginsWith(bytes, MARKS.ole)) return
  throw bad(`名册是旧版表格（.xls、.et）或设有打开密码，读不了。${SAVE}；设有密码的，请先取消密码`)
}

const two = (value: number): string => String(value).padStart(2, '0')

function textOf(value: string | number | boolean | Date | null | undefined): string {
  if (value instanceof Date)
    return `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`
  return value === null || value === undefined ? '' : String(value)
}

/** Cells of a sheet far from the others are not looked at: beyond these columns, a sheet of the deepest row still fits. */
const NEAR = 'A1:S1048576'

/** Sheets inflate within limits before the library sees them. */
function checkSize(bytes: Uint8Array): void {
  const { entries, has } = openPackage(bytes)
  if (!has('xl/workbook.xml')) throw bad(`这不是 Excel 工作簿。名册${SAVE.slice(1)}`)
  const sheet = entries.find(
    ({ name, size }) => /^xl\/(?:worksheets\/|sharedStrings)/.test(name) && size > 5 * MOST_BYTES,
  )
  if (sheet) throw bad('名册里的表格太大，不像一份单位名册。请把单位名称复制到新的工作簿后再试')
}

async function readWorkbook(bytes: Uint8Array) {
  const { readXlsx } = await import('hucre/xlsx')
  try {
    return await readXlsx(bytes)
  } catch (error) {
    // The library refuses a sheet whose cells lie too far apart.
    if (!/ spans \d+ rows/.test(String(error))) throw error
    return await readXlsx(bytes, { range: NEAR })
  }
}

async function sheetsOf(bytes: Uint8Array) {
  try {
    checkSize(bytes)
    return (await readWorkbook(bytes)).sheets
  } catch (error) {
    if (error instanceof FazhiError && error.code === 'bad-roster') throw error
    if (error instanceof FazhiError && error.code === 'too-large') {
      throw bad('名册文件解压后太大，不像一份单位名册。请把单位名称复制到新的工作簿后再试')
    }
    throw bad(`名册文件已损坏，或者不是 Excel 工作簿（.xlsx）。${SAVE}`)
  }
}

type Sheet = Awaited<ReturnType<typeof sheetsOf>>[number]

/** What a program leaves where it did not compute a formula, or could not: #REF!, #N/A. */
const hasNoValue = (value: unknown): boolean =>
  value === null || value === undefined || /^#[A-Z/0]+[!?A]?$/.test(String(value))

/** What a formula shows that refers to an empty cell: =D3, and =D3&"". */
const isEmpty = (value: unknown): boolean => value === 0 || value === ''

/** The rows of a sheet that hold something; what a merged cell says holds for all rows it spans. */
function rowsOfSheet({ rows, cells: formulas = new Map(), merges = [] }: Sheet): RosterRow[] {
  const isFilled = (cells: Sheet['rows'][number]): boolean => cells.some((cell) => cell !== null && cell !== '')
  const table = new Map<number, RosterRow>()
  for (const [i, cells] of rows.entries()) if (isFilled(cells)) table.set(i, { line: i + 1, cells: cells.map(textOf) })
  for (const [place, { formula, value }] of formulas) {
    const [line = 0, column = 0] = place.split(',').map(Number)
    if (formula === undefined || !(hasNoValue(value) || isEmpty(value))) continue
    const row = table.get(line) ?? { line: line + 1, cells: (rows[line] ?? []).map(textOf) }
    row.cells[column] = ''
    if (!isEmpty(value)) row.open = [...(row.open ?? []), column]
    table.set(line, row)
  }
  for (const { startRow, endRow, startCol } of merges) {
    const value = table.get(startRow)?.cells[startCol] ?? ''
    for (let line = startRow + 1; line <= Math.min(endRow, rows.length - 1); line++) {
      const cells = table.get(line)?.cells
      if (cells?.[startCol] === '') cells[startCol] = value
    }
  }
  return [...table].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** Throws `bad-roster` for more rows than there can be units. */
function limited(rows: RosterRow[]): RosterRow[] {
  const { length } = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (length <= MOST_ROWS) return rows
  throw bad(`名册有 ${length} 行，超过 ${MOST_ROWS} 行，不像一份单位名册。请只留单位名称等几栏，删去多余的行`)
}

const hasNames = (rows: RosterRow[]): boolean => rows.slice(0, 15).some(headsNames)

async function rosterOfWorkbook(bytes: Uint8Array): Promise<Roster> {
  const sheets = (await sheetsOf(bytes)).filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
  const filled = sheets.filter(({ rows }) => rows.some((cells) => cells.some((cell) => textOf(cell).trim() !== '')))
  const chosen = filled.find((sheet) => hasNames(rowsOfSheet(sheet))) ?? filled[0]
  if (!chosen) throw bad('名册是空的。请写一栏单位名称，一行一个单位')
  const notices = filled.length > 1 ? [`名册有 ${filled.length} 张工作表，只读“${chosen.name}”`] : []
  return rosterOf(limited(rowsOfSheet(chosen)), notices)
}

/**
 * Reads a roster: .xlsx, or text (.csv, .txt, .tsv) in UTF-8, UTF-16 or GB18030 with commas, tabs or semicolons between the
 * cells; whatever the name says, a workbook is read as one. Throws `bad-roster`, in Chinese, with what to do.
 * @param name tells formats that are not read
 */
export async function readRoster(name: string, bytes: Uint8Array): Promise<Roster> {
  if (bytes.length === 0) throw bad('名册是空的。请写一栏单位名称，一行一个单位')
  if (bytes.length > MOST_BYTES) throw bad('名册超过 10 MB，不像一份单位名册。请只留单位名称等几栏，另存后再试')
  refuseForeign(name, bytes)
  if (beginsWith(bytes, MARKS.zip)) return rosterOfWorkbook(bytes)
  let text: string
  try {
    ;({ text } = decode(bytes))
  } catch (error) {
    if (!(error instanceof FazhiError)) throw error
    throw bad(`名册读不出文字，不是 .xlsx，也不是 UTF-8 或 GBK 编码的 .csv。${SAVE}`)
  }
  return rosterOf(limited(await rowsOfText(text)))
}
