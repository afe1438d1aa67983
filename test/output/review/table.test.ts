import { spawnSync } from 'node:child_process'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Review, UnitFinding } from '../../../src/corpus/review.js'
import { type TableParts, toTable } from '../../../src/output/review/table.js'
import { missingSection } from '../../../src/rules/missing-section.js'
import { byLibreOffice, haveAll } from '../../read/programs.js'
import { gathered, sheetsOf } from '../workbook.js'
import { finding, INDICATORS, REVIEW } from './sample.js'

const SUMMARY = missingSection.summary

const FINDINGS = [
  finding({ basis: '《规定》第二十五条' }),
  finding({ severity: 'warning', rule: 'odd', message: '=HYPERLINK("x")', excerpt: '+8户，-3户' }),
]

const bytesOf = (parts: Partial<TableParts> = {}): Promise<Uint8Array> =>
  gathered(toTable({ review: REVIEW, findings: FINDINGS, indicators: INDICATORS, ...parts }))

type Row = Record<string, unknown>

/** Rows of a sheet by their headings. */
async function rowsOf(bytes: Uint8Array, name: string, headings = 1): Promise<Row[]> {
  const sheet = (await sheetsOf(bytes)).find((each) => each.name === name)
  const [head = []] = sheet?.rows.slice(headings - 1) ?? []
  return (sheet?.rows.slice(headings) ?? []).map((cells) =>
    Object.fromEntries(cells.map((cell, i) => [String(head[i]), cell])),
  )
}

const pick = (rows: Row[], ...keys: string[]): unknown[][] => rows.map((row) => keys.map((key) => row[key] ?? null))

const withChanges: Review = {
  ...REVIEW,
  units: REVIEW.units.map((unit) => ({ ...unit, changes: { mended: 4, standing: 5, added: 6 } })),
  totals: { ...REVIEW.totals, changes: { mended: 4, standing: 5, added: 6 } },
}

describe('the table of a review', () => {
  let bytes: Uint8Array

  beforeAll(async () => {
    bytes = await bytesOf()
  })

  it('has a sheet for each question', async () => {
    expect((await sheetsOf(bytes)).map(({ name }) => name)).toEqual([
      ...['总表', '问题清单', '指标', '相似', '未计入的文件', '说明'],
    ])
  })

  it('says of each unit what came', async () => {
    expect(pick(await rowsOf(bytes, '总表'), '序号', '单位', '报送情况', '文件')).toEqual([
      [1, '云溪县人民政府', '已报送', '县政府.docx'],
      [2, '云溪县公安局', '报送不止一份', '公安局.docx\n公安局（初稿）.docx'],
      [3, '云溪县教育局', '未报送', null],
      [4, '云溪县水利局', '无法读取', '水利局.pdf'],
      [5, '云溪县石桥镇人民政府', '名册外', '石桥镇.txt'],
    ])
  })

  it('says when, as a date that sorts, and whether in time', async () => {
    const rows = await rowsOf(bytes, '总表')
    expect(pick(rows, '报告载明的日期', '时限')).toEqual([
      [new Date('2026-04-09'), '迟报'],
      [new Date('2026-02-01'), '按时'],
      [null, null],
      [null, null],
      [null, '没有日期'],
    ])
    expect(pick(rows, '说明')).toEqual([
      ['公开日期比规定期限（4月1日）晚 8 天'],
      ['审核的是第一份'],
      ['收到的“=旧.docx”报告年度是2024年'],
      ['这是 PDF 文件'],
      ['报告署“云溪县石桥乡人民政府”'],
    ])
  })

  it('says in words what each report has of its duties; what no report has and nobody asks is left out', async () => {
    const rows = await rowsOf(bytes, '总表')
    expect(pick(rows, '主要举措和成效', '下一年度安排')).toEqual([
      ['独立成节', '独立成节'],
      ['独立成节', '未见'],
      [null, null],
      [null, null],
      ['独立成节', '提及'],
    ])
    expect(Object.keys(rows[0] ?? {})).not.toContain('其他')
    expect(pick(rows, '错误', '疑似', '提示', '结论')).toEqual([
      [0, 0, 0, '通过'],
      [2, 1, 0, '退回修改'],
      [null, null, null, null],
      [null, null, null, null],
      [0, 1, 0, '建议修改'],
    ])
  })

  it('has the remarks on files', async () => {
    const rows = await rowsOf(
      await bytesOf({
        review: {
          ...REVIEW,
          units: REVIEW.units.map((unit) => ({
            ...unit,
            notes: unit.files.includes('石桥镇.txt') ? ['名册上没有'] : [],
          })),
        },
      }),
      '总表',
    )
    expect(rows[4]?.['说明']).toBe('报告署“云溪县石桥乡人民政府”；名册上没有')
  })

  it('lists findings, none of them a formula', async () => {
    expect(
      pick(await rowsOf(bytes, '问题清单'), '单位', '行（段）', '级别', '类型', '问题', '原文', '依据', '规则'),
    ).toEqual([
      ['云溪县公安局', 3, '错误', SUMMARY, '缺少一节', null, '《规定》第二十五条', 'missing-section'],
      ['云溪县公安局', 3, '疑似', 'odd', '=HYPERLINK("x")', '+8户，-3户', null, 'odd'],
    ])
    const sheets = await sheetsOf(bytes)
    const formulas = sheets.flatMap(({ cells = new Map() }) => [...cells.values()].filter(({ formula }) => formula))
    expect(formulas).toEqual([])
  })

  it('calls what is mended by its name, though no report has it any more', async () => {
    const findings = [finding({ rule: 'unfilled-placeholder', change: 'mended' })]
    expect(pick(await rowsOf(await bytesOf({ findings }), '问题清单'), '类型')).toEqual([['留有占位的文字']])
  })

  it('says where a quotation is cut, and never in a number', async () => {
    const long = `${'坚持依法行政，'.repeat(11)}覆盖100%，群众满意。`
    const [head, tail] = [long.slice(0, 80), long.slice(-80).replace(/^./, '')]
    expect(head.endsWith('覆盖1')).toBe(true)
    const far = { column: 90, excerpt: `36人${tail}` }
    const rows = await rowsOf(await bytesOf({ findings: [finding({ excerpt: head }), finding(far)] }), '问题清单')
    expect(pick(rows, '原文')).toEqual([[`${long.slice(0, 79)}…`], [`…人${tail}`]])
  })

  it('quotes drafts in Markdown without its marks', async () => {
    const findings = [finding({ path: '年报.md', excerpt: '# **云溪县**年度报告' })]
    const rows = await rowsOf(await bytesOf({ findings }), '问题清单')
    expect(pick(rows, '原文')).toEqual([['云溪县年度报告']])
  })

  it('shows zero, absent and not applicable as three different things, numbers as numbers', async () => {
    const rows = await rowsOf(bytes, '指标', 2)
    expect(pick(rows, '单位', '行政处罚', '行政许可', '败诉率')).toEqual([
      ['云溪县人民政府', 12345, '不适用', 0],
      ['云溪县公安局', '—', 3, 97.65],
      ['云溪县教育局', null, null, null],
      ['云溪县水利局', null, null, null],
      ['云溪县石桥镇人民政府', null, null, null],
    ])
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] as Uint8Array)
    const formats = [...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code?.replaceAll('&#x22;', '"'))
    expect(formats).toEqual(
      expect.arrayContaining(['#,##0"余件"', '#,##0"%"', '"约"#,##0.00"%"', '#,##0"件（含结转）"']),
    )
  })

  it('has the groups of indicators above them', async () => {
    const indicators = (await sheetsOf(bytes)).find(({ name }) => name === '指标')
    expect(indicators?.rows[0]).toEqual([null, null, null, '行政执法', null, '行政应诉'])
    expect(indicators?.freezePane).toMatchObject({ rows: 2, columns: 1 })
  })

  it('has similar passages side by side, what is the same marked', async () => {
    expect(
      pick(await rowsOf(bytes, '相似'), '单位甲', '单位乙', '占较短一份的比例', '甲行（段）', '乙行（段）'),
    ).toEqual([['云溪县公安局', '云溪县石桥镇人民政府', 0.125, 7, 9]])
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet4.xml'] as Uint8Array)
    const marked = [...sheet.matchAll(/<u\/>.*?<t[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(marked).toEqual(['坚持白天巡、夜间查', '坚持白天巡、夜间查'])
  })

  it('says nothing is missing before the deadline, only not there yet', async () => {
    const early = await bytesOf({ review: { ...REVIEW, date: '2026-02-10' } })
    expect(pick(await rowsOf(early, '总表'), '单位', '报送情况')[2]).toEqual(['云溪县教育局', '尚未收到'])
  })

  it('explains its words for what came and when', async () => {
    const words = pick(await rowsOf(bytes, '说明'), '用语').flat()
    const states = ['已报送', '未报送', '尚未收到', '报送不止一份', '名册外', '无法读取', '按时', '迟报', '没有日期']
    expect(words).toEqual(expect.arrayContaining(states))
  })

  it('lists the files that were left out', async () => {
    expect(pick(await rowsOf(bytes, '未计入的文件'), '文件', '原因', '单位', '说明')).toEqual([
      ['通知.txt', '不是年度报告', null, '不是年度报告'],
      ['=旧.docx', '不是本年度的报告', '云溪县教育局', '报告年度是2024年'],
    ])
  })

  it('speaks of changes only where there was a review before', async () => {
    expect(Object.keys((await rowsOf(bytes, '总表'))[0] ?? {})).not.toContain('已改正')
    const findings: UnitFinding[] = [finding({ change: 'mended' }), finding({ change: 'added' })]
    const later = await bytesOf({ review: withChanges, findings })
    expect(pick(await rowsOf(later, '总表'), '已改正', '仍在', '新增')[0]).toEqual([4, 5, 6])
    expect(pick(await rowsOf(later, '问题清单'), '变化')).toEqual([['已改正'], ['新增']])
  })

  it('is the same, byte for byte, for the same review', async () => {
    expect(await bytesOf()).toEqual(bytes)
  })

  it('of a review without anything still opens', async () => {
    const empty = { ...REVIEW, units: [], others: [], similar: [], frequencies: [] }
    const sheets = await sheetsOf(await bytesOf({ review: empty, findings: [], indicators: [] }))
    expect(sheets.slice(0, 5).map(({ rows }) => rows.at(-1)?.[0])).toEqual(Array(5).fill('（没有）'))
  })

  it('needs memory for its units, and none for its findings', async () => {
    async function* many(): AsyncGenerator<UnitFinding> {
      for (let i = 0; i < 60_000; i++) yield finding({ message: `第${i}个问题：${'请核对。'.repeat(20)}` })
    }
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    let most = 0
    let length = 0
    for await (const chunk of toTable({ review: REVIEW, findings: many(), indicators: INDICATORS })) {
      length += chunk.length
      const { arrayBuffers, heapUsed } = process.memoryUsage()
      most = Math.max(most, arrayBuffers + heapUsed - before)
    }
    expect(length).toBeGreaterThan(1_000_000)
    expect(most).toBeLessThan(200_000_000)
  })
})

const printed = (program: string, args: string[], input?: Uint8Array) =>
  spawnSync(program, args, { input, encoding: 'utf8' })

function haveText(): boolean {
  const isThere = printed('pdftotext', ['-v']).status === 0
  if (!isThere) console.warn('pdftotext (poppler-utils) not installed: pages of the table are not looked at')
  return isThere
}

/** Pages as printed. */
const textOf = (pdf: Uint8Array): string[] =>
  printed('pdftotext', ['-layout', '-', '-'], pdf)
    .stdout.split('\f')
    .filter((page) => page.trim() !== '')

describe.skipIf(!haveAll('soffice') || !haveText())('the table as LibreOffice prints it', () => {
  it('lies on A4 pages across, with title, headings and page numbers on each', async () => {
    const findings = Array.from({ length: 120 }, (_, i) => finding({ message: `第${i}个问题` }))
    const pdf = byLibreOffice({ 总表: await bytesOf({ findings }) }, 'xlsx', 'pdf').get('总表') as Uint8Array
    const pages = textOf(pdf)
    const list = pages.filter((page) => page.includes('2025年度报告问题清单'))
    expect(list.length).toBeGreaterThan(1)
    for (const page of list) expect(page).toMatch(/单位\s+文件\s+行（段）\s+级别/)
    expect(pages.at(-1)).toMatch(new RegExp(`第\\s*${pages.length}\\s*页，共\\s*${pages.length}\\s*页`))
  })
})
