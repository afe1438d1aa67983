import { Zip, ZipDeflate } from 'fflate'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import {
  contentTypes,
  PROLOGUE,
  packageRelationships,
  partOf,
  SPREADSHEET,
  sheetPath,
  type WrittenSheet,
  workbook,
  workbookRelationships,
} from './parts.js'
import { headingElement, heightOf, linesIn, rowElement } from './rows.js'
import { type Cell, columnName, type Sheet } from './sheet.js'
import { type Styles, stylesOf } from './styles.js'

/** Rows of a sheet at most, headings among them. */
const MOST_ROWS = 1_048_576
/** Characters gathered before they are compressed. */
const CHUNK = 1 << 16
/** The first moment a zip archive can tell; in local time, as archives count. */
const NO_TIME = new Date(1980, 0, 1)

const xml = (...elements: Element[]): string =>
  elements.map((element) => toXml(element, { closeEmptyElements: true })).join('')

const headingsOf = ({ bands }: Sheet): number => (bands ? 2 : 1)

/** A sheet up to its first row of cells. @param isFirst the one that is shown when the workbook is opened */
function headOf(sheet: Sheet, styles: Styles, isFirst: boolean): string {
  const { columns, bands, frozen } = sheet
  const headings = headingsOf(sheet)
  const corner = `${columnName(frozen)}${headings + 1}`
  const pane = {
    ...(frozen > 0 ? { xSplit: String(frozen) } : {}),
    ...{ ySplit: String(headings), topLeftCell: corner, state: 'frozen' },
    activePane: frozen > 0 ? 'bottomRight' : 'bottomLeft',
  }
  const view = { workbookViewId: '0', ...(isFirst ? { tabSelected: '1' } : {}) }
  const parts = xml(
    x('sheetPr', [x('pageSetUpPr', { fitToPage: '1' })]),
    x('sheetViews', [x('sheetView', view, [x('pane', pane)])]),
    x('sheetFormatPr', { defaultRowHeight: String(heightOf(1)) }),
    x(
      'cols',
      columns.map(({ width }, i) => {
        const at = String(i + 1)
        return x('col', { min: at, max: at, width: String(width), customWidth: '1' })
      }),
    ),
  )
  const tallest = Math.max(...columns.map(({ title, width }) => linesIn(title, width)))
  const over = bands?.flatMap((band) => [band.title, ...Array<string>(band.columns - 1).fill('')])
  return [
    `${PROLOGUE}<worksheet xmlns="${SPREADSHEET}">${parts}<sheetData>`,
    over ? headingElement(over, 1, styles, 1, true) : '',
    headingElement(
      columns.map(({ title }) => title),
      headings,
      styles,
      tallest,
    ),
  ].join('')
}

/** & begins a code in headers of pages. */
const pageText = (text: string): string => text.replaceAll('&', '&&')

/** A sheet from its last row on: what is filtered, and how it is printed: A4, landscape. */
function tailOf({ sheet, headings, last }: WrittenSheet): string {
  const parts = xml(
    x('autoFilter', { ref: `A${headings}:${columnName(sheet.columns.length - 1)}${last}` }),
    x('printOptions', { horizontalCentered: '1' }),
    x('pageMargins', { left: '0.4', right: '0.4', top: '0.7', bottom: '0.6', header: '0.3', footer: '0.3' }),
    x('pageSetup', {
      ...{ paperSize: '9', orientation: 'landscape' },
      ...{ fitToWidth: String(sheet.pagesWide ?? 1), fitToHeight: '0' },
    }),
    x('headerFooter', [
      x('oddHeader', `&C&"\u9ed1\u4f53,\u5e38\u89c4"&14 ${pageText(sheet.title)}`),
      x('oddFooter', '&C第 &P 页，共 &N 页'),
    ]),
  )
  return `</sheetData>${parts}</worksheet>`
}

const sequel = (name: string, count: number): string => {
  const suffix = count === 1 ? '' : `（${count}）`
  return `${name.slice(0, 31 - suffix.length)}${suffix}`
}

const EMPTY: Cell[] = [{ value: '（没有）' }]

/**
 * A workbook (.xlsx) as bytes, a row at a time: nothing of the rows is kept, so that memory does not grow with them. A sheet
 * that is longer than Excel allows goes on in a further one. The same sheets give the same bytes.
 * @param mostRows of a sheet, headings among them
 */
export async function* toXlsx(sheets: Sheet[], mostRows = MOST_ROWS): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    if (bytes.length > 0) ready.push(bytes)
  })
  const encoder = new TextEncoder()
  const styles = stylesOf()
  const written: WrittenSheet[] = []

  const open = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = NO_TIME
    zip.add(file)
    return file
  }
  const put = (path: string, root: Element): void => void open(path).push(encoder.encode(partOf(root)), true)

  async function* sheetBytes(sheet: Sheet): AsyncGenerator<Uint8Array> {
    const headings = headingsOf(sheet)
    let count = 0
    let file: ZipDeflate | null = null
    let text = ''
    let last = 0
    const begin = (): void => {
      count++
      file = open(sheetPath(written.length))
      text = headOf(sheet, styles, written.length === 0)
      last = headings
    }
    const end = (): void => {
      const part = { sheet, name: sequel(sheet.name, count), headings, last }
      file?.push(encoder.encode(text + tailOf(part)), true)
      written.push(part)
    }
    begin()
    for await (const cells of sheet.rows) {
      if (last === mostRows) {
        end()
        begin()
      }
      text += rowElement(cells, ++last, styles, sheet.columns)
      if (text.length < CHUNK) continue
      ;(file as ZipDeflate | null)?.push(encoder.encode(text))
      text = ''
      yield* ready.splice(0)
    }
    if (last === headings) text += rowElement(EMPTY, ++last, styles, sheet.columns)
    end()
    yield* ready.splice(0)
  }

  for (const sheet of sheets) yield* sheetBytes(sheet)
  put('xl/styles.xml', styles.part())
  put('xl/workbook.xml', workbook(written))
  put('xl/_rels/workbook.xml.rels', workbookRelationships(written))
  put('_rels/.rels', packageRelationships())
  put('[Content_Types].xml', contentTypes(written))
  zip.end()
  yield* ready.splice(0)
}
