import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readRoster } from '../../../src/corpus/roster/roster-file.js'
import { FazhiError } from '../../../src/error.js'
import { byLibreOffice, haveAll } from '../../read/programs.js'
import { bytesOf } from '../county.js'

const TEXT = '单位名称,类别,别名\r\n云溪县公安局,部门,县公安局、公安局\r\n云溪县云溪镇人民政府,乡镇街道,云溪镇\r\n'
const NAMES = ['云溪县公安局', '云溪县云溪镇人民政府']
const ROWS = TEXT.trim()
  .split('\r\n')
  .map((line) => line.split(','))

const workbook = (...sheets: Partial<WriteSheet>[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map((sheet, i) => ({ name: `表${i + 1}`, ...sheet })) })

const namesIn = async (bytes: Uint8Array, name = '名册.csv'): Promise<string[]> =>
  (await readRoster(name, bytes)).units.map((unit) => unit.name)

async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await readRoster(name, bytes)
  } catch (error) {
    if (error instanceof FazhiError && error.code === 'bad-roster') return error.message
    throw error
  }
  throw new Error('the roster was taken')
}

/** The workbook with a part changed. */
function withPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] as Uint8Array))) })
}

describe('a roster as text', () => {
  it.each([
    ['UTF-8', strToU8(TEXT)],
    ['UTF-8 with mark', strToU8(`\ufeff${TEXT}`)],
    ['GBK', iconv.encode(TEXT, 'gbk')],
    ['GB18030', iconv.encode(TEXT, 'gb18030')],
    ['UTF-16, as “Unicode 文本”', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
  ])('is read in %s', async (_, bytes) => {
    expect(await namesIn(bytes)).toEqual(NAMES)
  })

  it.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['full-width commas', '\uff0c'],
  ])('is read with %s between the cells', async (_, mark) => {
    const roster = await readRoster('名册.csv', strToU8(TEXT.replaceAll(',', mark)))
    expect(roster.units.map(({ name }) => name)).toEqual(NAMES)
    expect(roster.units[0]?.aliases).toEqual(['县公安局', '公安局'])
  })

  it('may have line breaks and quotation marks in its cells', async () => {
    const roster = await readRoster('名册.csv', strToU8('单位名称,别名\n云溪县公安局,"县公安局\n公安局,""县局"""\n'))
    expect(roster.units[0]?.aliases).toEqual(['县公安局', '公安局', '"县局"'])
  })

  it('of two columns may have lines and commas among its aliases', async () => {
    const rows = [
      '单位名称,别名',
      '云溪县公安局,"县公安局,公安局\r\n县局,公安\r\n老公安局,治安局,""警局"""',
      '云溪县水利局,"水务局,水电局\n水利,县水利局"',
    ]
    const roster = await readRoster('名册.csv', strToU8(rows.join('\r\n')))
    expect(roster.units.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['云溪县公安局', ['县公安局', '公安局', '县局', '公安', '老公安局', '治安局', '"警局"']],
      ['云溪县水利局', ['水务局', '水电局', '水利', '县水利局']],
    ])
    expect(roster.notices).toEqual([])
  })

  it.each([
    [
      'is not closed',
      '单位名称,别名\n云溪县司法局,\n"云溪县公安局,县公安局\n云溪县水利局,县水利局\n',
      '第 3 行第 1 栏',
    ],
    ['is closed by one of the next row', '单位名称,别名\n"云溪县公安局,甲\n云溪县水利局,"乙、丙"\n', '第 2 行第 1 栏'],
    [
      'among aliases is closed by one of the next row',
      '单位名称,别名\n云溪县公安局,"县公安局,公安局\n云溪县水利局,"水利局\n云溪县司法局,"司法局"\n',
      '第 2 行第 2 栏',
    ],
    [
      'is closed at the end of the next row',
      '单位名称,类别,别名\n云溪县公安局,"部门,甲\n云溪县水利局,部门,乙"\n',
      '第 2 行第 2 栏',
    ],
  ])('is refused where a quotation mark %s and would take in the rows below', async (_, text, place) => {
    expect(await refusalOf(strToU8(text), '名册.csv')).toBe(
      `名册${place}的英文引号没有成对，下面的行并进了这一格。请补上或删去引号后再试`,
    )
  })

  it('gives the text that a formula only holds, and is refused with other formulas', async () => {
    expect(await namesIn(strToU8('单位名称\n"=""云溪县公安局"""\n="云溪县水利局"\n'))).toEqual([
      '云溪县公安局',
      '云溪县水利局',
    ])
    expect(await refusalOf(strToU8('序号,单位名称\n=1,云溪县公安局\n2,=A1\n'), '名册.csv')).toMatch(
      /^名册第 3 行的单位名称是公式/,
    )
  })

  it('of 50,000 units is read in seconds, and of more refused', async () => {
    const list = (count: number) =>
      strToU8(`单位名称\n${Array.from({ length: count }, (_, i) => `云溪县第${i}局\n`).join('')}`)
    expect(await namesIn(list(49_999))).toHaveLength(49_999)
    expect(await refusalOf(list(60_000), '名册.csv')).toMatch(/^名册有 60001 行，超过 50000 行/)
  }, 20_000)

  it('reads the county of the samples', async () => {
    const { units, notices } = await readRoster('名册.csv', bytesOf('名册.csv'))
    expect(units).toHaveLength(26)
    expect(notices).toEqual([])
    expect(units[1]).toEqual({
      name: '蓼川经济开发区管理委员会',
      kind: 'government',
      parent: '蓼川县人民政府',
      aliases: ['经开区', '经开区管委会', '蓼川经开区管委会'],
    })
  })
})

describe('a roster as workbook', () => {
  it('is read whatever its name says', async () => {
    const bytes = await workbook({ rows: ROWS })
    expect(await namesIn(bytes, '名册.xlsx')).toEqual(NAMES)
    expect(await namesIn(bytes, '名册.csv')).toEqual(NAMES)
    expect(await namesIn(bytes, '名册.xls')).toEqual(NAMES)
  })

  it('holds what a merged cell says for all its rows', async () => {
    const rows = [
      ['类别', '单位名称'],
      ['乡镇街道', '云溪县云溪园'],
      [null, '云溪县石桥园'],
    ]
    const { units } = await readRoster(
      '名册.xlsx',
      await workbook({ rows, merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }] }),
    )
    expect(units.map(({ kind }) => kind)).toEqual(['township', 'township'])
  })

  it('with several sheets is read from the one that has names; hidden ones are not looked at', async () => {
    const bytes = await workbook(
      { name: '填表说明', rows: [['请认真填写'], ['不得空项']] },
      { name: '旧名册', rows: [['单位名称'], ['云溪县旧局']], hidden: true },
      { name: '名册', rows: ROWS },
    )
    const roster = await readRoster('名册.xlsx', bytes)
    expect(roster.units.map(({ name }) => name)).toEqual(NAMES)
    expect(roster.notices).toEqual(['名册有 2 张工作表，只读“名册”'])
  })

  it('with formulas gives the values the program computed', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,0', { formula: '"云溪县"&"公安局"', formulaResult: '云溪县公安局' }],
    ])
    expect(await namesIn(await workbook({ rows: [['单位名称'], [null]], cells }), '名册.xlsx')).toEqual([
      '云溪县公安局',
    ])
  })

  it('leaves out the zeros that formulas show for empty cells', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['2,0', { formula: 'Sheet2!A5', formulaResult: 0 }],
      ['2,1', { formula: 'Sheet2!B5', formulaResult: 0 }],
      ['3,0', { formula: 'IF(D4="","",D4)', formulaResult: '' }],
    ])
    const rows = [
      ['单位名称', '类别'],
      ['云溪县公安局', '部门'],
      [null, null],
      [null, null],
    ]
    const roster = await readRoster('名册.xlsx', await workbook({ rows, cells }))
    expect(roster.units.map(({ name }) => name)).toEqual(['云溪县公安局'])
  })

  it('is read whatever stands in a cell far away, and however far down its units stand', async () => {
    const far = (row: number, cell: string) => (xml: string) =>
      xml.replace(
        '</sheetData>',
        `<row r="${row}"><c r="${cell}" t="inlineStr"><is><t>云溪县水利局</t></is></c></row></sheetData>`,
      )
    const changed = async (row: number, cell: string) =>
      namesIn(withPart(await workbook({ rows: ROWS }), 'xl/worksheets/sheet1.xml', far(row, cell)), '名册.xlsx')
    expect(await changed(40_000, 'XFD40000')).toEqual(NAMES)
    expect(await changed(1_048_576, 'XFD1048576')).toEqual(NAMES)
    expect(await changed(60_000, 'A60000')).toEqual([...NAMES, '云溪县水利局'])
  })

  it('of more rows than there can be units is refused', async () => {
    const rows = [['单位名称'], ...Array.from({ length: 50_001 }, (_, i) => [`云溪县第${i}局`])]
    expect(await refusalOf(await workbook({ rows }), '名册.xlsx')).toMatch(/^名册有 50002 行/)
  }, 20_000)

  it('is refused where a formula has no value, but only in a column that counts', async () => {
    const open = (place: string) => new Map<string, Partial<Cell>>([[place, { formula: 'A1&"x"' }]])
    const rows = [
      ['序号', '单位名称'],
      [null, null],
      [null, '云溪县司法局'],
    ]
    expect(await refusalOf(await workbook({ rows, cells: open('1,1') }), '名册.xlsx')).toBe(
      '名册第 2 行的单位名称是公式，没有算出的值，请用 Excel 或 WPS 打开保存一次，或把公式粘贴为数值。请改正后再试',
    )
    expect(await namesIn(await workbook({ rows, cells: open('1,0') }), '名册.xlsx')).toEqual(['云溪县司法局'])
    const failed = new Map<string, Partial<Cell>>([['1,1', { formula: 'B9', formulaResult: '#REF!' }]])
    expect(await refusalOf(await workbook({ rows, cells: failed }), '名册.xlsx')).toMatch(/第 2 行的单位名称是公式/)
  })

  it('is refused where it is broken, cut off, or no workbook', async () => {
    const bytes = await workbook({ rows: ROWS })
    const sentence =
      '名册文件已损坏，或者不是 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 后再试'
    expect(await refusalOf(bytes.subarray(0, bytes.length - 200), '名册.xlsx')).toBe(sentence)
    expect(
      await refusalOf(
        withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) => xml.slice(0, 300)),
        '名册.xlsx',
      ),
    ).toBe(sentence)
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('x') }), '名册.xlsx')).toMatch(/^这不是 Excel 工作簿/)
  })

  it('is refused before it fills the memory', async () => {
    const bytes = await workbook({ rows: ROWS })
    const bomb = withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${' '.repeat(60 * 1024 * 1024)}</sheetData>`),
    )
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusalOf(bomb, '名册.xlsx')).toMatch(/太大，不像一份单位名册/)
  })

  it('in an old format or with a password is refused with what to do', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])
    for (const name of ['名册.xls', '名册.et', '名册.xlsx']) {
      expect(await refusalOf(old, name)).toMatch(/读不了。请用 Excel 或 WPS 打开，另存为 \.xlsx 或 \.csv 后再试/)
    }
  })

  it.skipIf(!haveAll('soffice'))('saved by LibreOffice is read, old formats are not', async () => {
    const files = { 名册: await workbook({ rows: ROWS }) }
    expect(await namesIn(byLibreOffice(files, 'xlsx', 'xlsx').get('名册') as Uint8Array, '名册.xlsx')).toEqual(NAMES)
    expect(await refusalOf(byLibreOffice(files, 'xlsx', 'xls').get('名册') as Uint8Array, '名册.xls')).toMatch(/读不了/)
    expect(await refusalOf(byLibreOffice(files, 'xlsx', 'ods').get('名册') as Uint8Array, '名册.ods')).toMatch(/读不了/)
  })
})

describe('what is no roster at all', () => {
  it('is refused with what to do', async () => {
    expect(await refusalOf(new Uint8Array(), '名册.csv')).toMatch(/^名册是空的/)
    expect(await refusalOf(strToU8('%PDF-1.7'), '名册.csv')).toMatch(/^名册读不出文字/)
    expect(await refusalOf(new Uint8Array(11 * 1024 * 1024).fill(65), '名册.csv')).toMatch(/^名册超过 10 MB/)
  })
})
