import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { columnName, type Sheet } from './sheet.js'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The namespace of sheets and styles. */
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** What every part begins with. */
export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A part of the package as text. */
export const partOf = (root: Element): string => `${PROLOGUE}${toXml(root, { closeEmptyElements: true })}`

/** A sheet as it came out: one that is too long for Excel comes out as several. */
export interface WrittenSheet {
  sheet: Sheet
  name: string
  /** Rows of headings, and of the last cells; 1-based. */
  headings: number
  last: number
}

/** Path of a sheet in the package, by its index from 0. */
export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

export function contentTypes(sheets: WrittenSheet[]): Element {
  const part = (PartName: string, ContentType: string) => x('Override', { PartName, ContentType })
  return x('Types', { xmlns: `${PACKAGE}/content-types` }, [
    x('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    x('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('/xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    part('/xl/styles.xml', `${TYPE}.styles+xml`),
    ...sheets.map((_, i) => part(`/${sheetPath(i)}`, `${TYPE}.worksheet+xml`)),
  ])
}

function relationships(entries: { kind: string; target: string }[]): Element {
  return x(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    entries.map(({ kind, target }, i) =>
      x('Relationship', { Id: `rId${i + 1}`, Type: `${OFFICE}/${kind}`, Target: target }),
    ),
  )
}

export const packageRelationships = (): Element =>
  relationships([{ kind: 'officeDocument', target: 'xl/workbook.xml' }])

export const workbookRelationships = (sheets: WrittenSheet[]): Element =>
  relationships([
    ...sheets.map((_, i) => ({ kind: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
    { kind: 'styles', target: 'styles.xml' },
  ])

/** Reference to all cells from the headings down: `$A$1:$H$40`. */
const rangeOf = ({ sheet, headings, last }: WrittenSheet): string =>
  `$A$${headings}:$${columnName(sheet.columns.length - 1)}$${last}`

/** `xl/workbook.xml`: the sheets, and what of each is filtered and stands on every printed page. */
export function workbook(sheets: WrittenSheet[]): Element {
  const names = sheets.flatMap((written, i) => {
    const { sheet, name, headings } = written
    const quoted = `'${name.replaceAll("'", "''")}'`
    const columns = sheet.frozen > 0 ? [`${quoted}!$A:$${columnName(sheet.frozen - 1)}`] : []
    const local = { localSheetId: String(i) }
    return [
      x('definedName', { name: '_xlnm._FilterDatabase', ...local, hidden: '1' }, `${quoted}!${rangeOf(written)}`),
      x('definedName', { name: '_xlnm.Print_Titles', ...local }, [...columns, `${quoted}!$1:$${headings}`].join(',')),
    ]
  })
  return x('workbook', { xmlns: SPREADSHEET, 'xmlns:r': OFFICE }, [
    x('bookViews', [x('workbookView', { activeTab: '0' })]),
    x(
      'sheets',
      sheets.map(({ name }, i) => x('sheet', { name, sheetId: String(i + 1), 'r:id': `rId${i + 1}` })),
    ),
    x('definedNames', names),
  ])
}
