import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Cell, columnName, type Sheet, serialOf } from '../../src/output/xlsx/sheet.js'
import { toXlsx } from '../../src/output/xlsx/workbook.js'
import { byLibreOffice, haveAll } from '../read/programs.js'
import { gathered, sheetsOf } from './workbook.js'

const sheet = (rows: Cell[][], facts: Partial<Sheet> = {}): Sheet => ({
  ...{ name: '表', title: '2025年 A&B', frozen: 1, rows },
  columns: (rows[0] ?? [{ value: '' }]).map((_, i) => ({ title: `栏${i + 1}`, width: 20 })),
  ...facts,
})

const texts = (...values: string[]): Cell[] => values.map((value) => ({ value }))

const HOSTILE = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '=cmd|"/c calc"!A0',
  '\t=1',
  '<b>&"\'</b>',
  '_x000D_',
  'a\u0000\ud800b',
  ' 首尾 ',
]
const AS_KEPT = ['=1+1', '+86', '-1', '@SUM(A1)', '=cmd|"/c calc"!A0', '\t=1', '<b>&"\'</b>', '_x000D_', 'ab', ' 首尾 ']

describe('a workbook', () => {
  it('holds text as it is, and none of it is a formula', async () => {
    const [read] = await sheetsOf(await gathered(toXlsx([sheet(HOSTILE.map((value) => texts(value)))])))
    expect(read?.rows.slice(1).map(([value]) => value)).toEqual(AS_KEPT)
    expect([...(read?.cells ?? [])].filter(([, { formula }]) => formula !== undefined)).toEqual([])
  })

  it('marks text that looks like a formula, so that it stays text when somebody edits the cell', async () => {
    const parts = unzipSync(await gathered(toXlsx([sheet([texts('=1+1'), texts('甲')])])))
    const styles = strFromU8(parts['xl/styles.xml'] as Uint8Array)
    expect(styles.match(/quotePrefix="1"/g)).toHaveLength(1)
    const rows = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
    expect(/r="A2" s="(\d+)"/.exec(rows)?.[1]).not.toBe(/r="A3" s="(\d+)"/.exec(rows)?.[1])
  })

  it('has headings that stay in sight, are filtered and stand on every page, landscape', async () => {
    const [read] = await sheetsOf(await gathered(toXlsx([sheet([texts('甲', '乙'), texts('丙', '丁')])])))
    expect(read?.freezePane).toMatchObject({ rows: 1, columns: 1 })
    expect(read?.autoFilter).toMatchObject({ range: 'A1:B3' })
    expect(read?.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
    expect(read?.pageSetup?.printTitlesRow).toBe('$1:$1')
    expect(read?.columns?.map(({ width }) => width)).toEqual([20, 20])
  })

  it('says what a sheet is about above every page, figures and & in it', async () => {
    const [read] = await sheetsOf(await gathered(toXlsx([sheet([texts('甲')])])))
    expect(read?.headerFooter?.oddHeader).toMatch(/&14 2025年 A&&B$/)
  })

  it('goes on in further sheets where one is full', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => [{ value: i }])
    const read = await sheetsOf(await gathered(toXlsx([sheet(rows), sheet(rows, { name: '另一张' })], 4)))
    expect(read.map(({ name }) => name)).toEqual(['表', '表（2）', '表（3）', '另一张', '另一张（2）', '另一张（3）'])
    expect(read.map((each) => each.rows.map(([value]) => value))[2]).toEqual(['栏1', 6])
  })

  it('says where a sheet has no rows', async () => {
    const [read] = await sheetsOf(await gathered(toXlsx([sheet([], { columns: [{ title: '甲', width: 9 }] })])))
    expect(read?.rows).toEqual([['甲'], ['（没有）']])
  })

  it('takes no more text in a cell than Excel does', async () => {
    const [read] = await sheetsOf(await gathered(toXlsx([sheet([texts('法'.repeat(40_000))])])))
    expect(String(read?.rows[1]?.[0])).toHaveLength(32_767)
  })

  it('is the same, byte for byte, for the same sheets', async () => {
    const make = () => gathered(toXlsx([sheet([texts('甲'), [{ value: 1, look: { fill: 'FF0000' } }]])]))
    expect(await make()).toEqual(await make())
  })

  it('comes piece by piece, and asks for rows as it goes', async () => {
    let asked = 0
    function* rows(): Generator<Cell[]> {
      for (; asked < 100_000; asked++) yield texts(`第${asked}行，${Math.sin(asked)}`)
    }
    for await (const chunk of toXlsx([sheet([], { rows: rows(), columns: [{ title: '甲', width: 9 }] })])) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    expect(asked).toBeLessThan(20_000)
  })

  it.skipIf(!haveAll('soffice'))('is read by LibreOffice, text as text', async () => {
    const rows = HOSTILE.slice(0, 5).map((value) => texts(value, '甲'))
    const workbook = await gathered(
      toXlsx([sheet([...rows, [{ value: 2.5 }, { value: serialOf('2026-03-01'), look: { format: 'yyyy-mm-dd' } }]])]),
    )
    const csv = byLibreOffice({ 表: workbook }, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76').get('表')
    expect(
      strFromU8(csv as Uint8Array)
        .trim()
        .split('\n')
        .slice(1),
    ).toEqual([...['=1+1,甲', '+86,甲', '-1,甲', '@SUM(A1),甲', '"=cmd|""/c calc""!A0",甲', '2.5,2026-03-01']])
  })
})

it('columns have the names that programs give them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

it('days are counted as programs count them', () => {
  expect(serialOf('1900-03-01')).toBe(61)
  expect(serialOf('2026-03-01')).toBe(46_082)
})
