import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import type { FileResult, Finding } from '../../src/finding.js'
import { lint } from '../../src/lint.js'
import { type PrettyOptions, prettyFile, prettyLine, prettySummary } from '../../src/output/pretty.js'
import { failureOf, resultOf } from '../../src/output/result.js'
import { displayWidth } from '../../src/output/width.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'

interface Shown {
  text: string
  result: FileResult
  /** The whole output. */
  output: string
}

async function shown(name: string, bytes: Uint8Array, options: Partial<PrettyOptions> = {}): Promise<Shown> {
  const draft = build(await read({ name, bytes }))
  const result = resultOf(draft, lint(draft))
  const { text } = draft.source
  return { text, result, output: prettyFile(result, { contents: draft.demands.contents, text, ...options }) }
}

const shownText = (text: string, name = 'draft.md', options: Partial<PrettyOptions> = {}): Promise<Shown> =>
  shown(name, new TextEncoder().encode(text), options)

const HEAD = '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n'

const DRAFT = `${HEAD}${'全年开展执法检查，化解矛盾纠纷，推进规范文明执法，'.repeat(3)}办结案件XX件，化解行政争议××件，办结率达100%。镇长作为第一责任人带头学法4次。

<!-- 写清做了什么 -->

## 二、存在的不足

执法力量不足，普法形式单一。

## 三、2024年工作打算

充实执法队伍。

石桥镇人民政府

2024年3月25日
`

describe('one file', () => {
  it('is shown in full: who and when, contents, findings, verdict', async () => {
    const { output } = await shown('yunxi-county-2023.txt', readFileSync('seeds/drafts/yunxi-county-2023.txt'))
    await expect(output).toMatchFileSnapshot('golden/yunxi-county-2023.out')
  })

  it('is shown with its findings, each with its place, basis and excerpt', async () => {
    const { output } = await shownText(DRAFT)
    await expect(output).toMatchFileSnapshot('golden/errors.out')
  })

  it('is shown as what it is where it is no report', async () => {
    const { output } = await shownText('# 关于报送年度报告的通知\n\n各乡镇：请于2月10日前报送。\n', 'notice.md')
    await expect(output).toMatchFileSnapshot('golden/notice.out')
  })

  it('shows errors alone when it shall be quiet, and counts all', async () => {
    const { output, result } = await shownText(DRAFT, 'draft.md', { quiet: true })
    expect(new Set(result.findings.map(({ severity }) => severity)).size).toBe(3)
    expect(output.match(/^(?:错误|疑似|提示) {2}第/gm)).toEqual(['错误  第'])
    expect(output).toMatch(/结论：退回修改（错误 1，疑似 \d，提示 \d）\n$/)
  })

  it('has its contents in columns by display width', async () => {
    const { output } = await shownText(DRAFT)
    const rows = output.split('\n').filter((row) => /^ {2}\S.* {2}(?:独立成节|合并|嵌入|提及|未见) {2}/.test(row))
    expect(rows).toHaveLength(4)
    const columnOf = (row: string, cell: RegExp): number => displayWidth(row.slice(0, row.search(cell)))
    for (const cell of [/(?<= )(?:独立成节|合并|嵌入|提及|未见)/, /第 \d+ 行/, /(?<=行 +)[一二三“]/]) {
      expect(new Set(rows.map((row) => columnOf(row, cell))).size).toBe(1)
    }
  })

  it('is no wider than a terminal but for what the user named', async () => {
    const { output } = await shownText(DRAFT)
    expect(output.split('\n').filter((row) => displayWidth(row) > 82)).toEqual([])
  })

  it('gives what cannot be read as one line', () => {
    const result = failureOf('a.md', new FazhiError('empty-file', '文件是空的'))
    expect(prettyFile(result, { contents: [], text: '' })).toBe('a.md：文件是空的\n')
  })
})

/** Text of the excerpt above the marks, and the excerpt itself. */
function marked(output: string, rule: string): { marked: string; excerpt: string } {
  const rows = output.split('\n')
  const head = rows.findIndex((row) => row.endsWith(`  ${rule}`))
  const end = rows.indexOf('', head)
  const [excerpt = '', marks = ''] = rows.slice(end - 2, end)
  expect(marks).toMatch(/^ {2}\| +\^+$|^ {2}\| \^+$/)
  const [from, to] = [marks.indexOf('^'), marks.length]
  let column = 0
  let text = ''
  for (const char of excerpt) {
    if (column >= from && column < to) text += char
    column += displayWidth(char)
  }
  return { marked: text, excerpt }
}

const textAt = (text: string, { line, column, endColumn }: Finding): string =>
  (text.split(/\r\n|\n|\r/)[line - 1] ?? '').slice(column - 1, endColumn - 1)

describe('the mark', () => {
  const fillers: [string, string][] = [
    ['nothing', ''],
    ['full-width characters', '全年共办结'],
    ['half-width characters', 'abc 123 '],
    ['quotation marks and dashes', '“一张清单”——管到底……'],
    ['blanks of Word', '\u3000\u3000\u00a0\u2003'],
    ['tabs', '全年\t共\t'],
    ['marks without width', 'e\u0301\u200b\u200b'],
    ['characters beyond U+FFFF', '𠮷𠮷野家😀'],
    ['a long line', '全年开展执法检查，化解矛盾纠纷。'.repeat(40)],
    ['a long line of characters beyond U+FFFF', '甲𠮷乙😀'.repeat(60)],
    ['a long line of characters beyond U+FFFF, out of step', `甲${'𠮷'.repeat(70)}`],
    ['exactly a screenful', '甲'.repeat(32)],
    ['a little more', '甲'.repeat(33)],
  ]
  it.each(fillers)('stands under its place behind %s', async (_, filler) => {
    for (const name of ['draft.md', 'draft.txt']) {
      const { text, result, output } = await shownText(`${HEAD}一、${filler}，审查【请填写】件，其余照旧。\n`, name)
      const finding = result.findings.find(({ rule }) => rule === 'unfilled-placeholder')
      expect(finding && textAt(text, finding)).toBe('【请填写】')
      const { marked: under, excerpt } = marked(output, 'unfilled-placeholder')
      expect(under).toBe('【请填写】')
      expect(displayWidth(excerpt)).toBeLessThanOrEqual(82)
      expect(excerpt).not.toMatch(/\p{Surrogate}/u)
    }
  })

  it('stands under its place in a file with CRLF and a byte order mark', async () => {
    const { output } = await shownText(`\ufeff${HEAD}审查XX件。\n`.replaceAll('\n', '\r\n'))
    expect(marked(output, 'unfilled-placeholder').marked).toBe('XX')
  })

  it('ends with the excerpt where the place is longer', async () => {
    const { output } = await shownText(`${HEAD}审查【请填写${'全年办结的案件总数'.repeat(6)}】件。\n`)
    const { marked: under } = marked(output, 'unfilled-placeholder')
    expect(under).toMatch(/^【请填写/)
    expect(output.split('\n').every((row) => displayWidth(row) <= 82)).toBe(true)
  })
})

describe('several files', () => {
  it('have a line each, with the findings of those that have any', async () => {
    const good = await shown('a.md', readFileSync('seeds/drafts/qinghe-district-2022.md'))
    const bad = await shownText(`${HEAD}审查XX件。\n`, 'b.md')
    expect(prettyLine(good.result)).toBe('a.md  通过\n')
    const [head, ...rows] = prettyLine(bad.result).trimEnd().split('\n')
    expect(head).toBe('b.md  退回修改')
    expect(rows).toHaveLength(bad.result.findings.length)
    expect(rows.at(-1)).toMatch(/^ {2}\S\S {2}第 5 行 {2}.+（[a-z-]+）$/)
    expect(rows.filter((row) => row.startsWith('  错误  第 1 行  缺少'))).toHaveLength(3)
  })

  it('show errors alone when they shall be quiet', async () => {
    const { result } = await shownText(DRAFT)
    expect(prettyLine(result, { quiet: true }).trimEnd().split('\n')).toHaveLength(2)
  })

  it('have one summary', () => {
    const summary = { files: 3, errors: 1, warnings: 2, infos: 4 }
    expect(prettySummary(summary, 0)).toBe('\n共 3 份：错误 1，疑似 2，提示 4\n')
    expect(prettySummary(summary, 1)).toBe('\n共 3 份，其中 1 份无法读取：错误 1，疑似 2，提示 4\n')
  })

  it('tell one that cannot be read', () => {
    const result = failureOf('a.md', new FazhiError('empty-file', '文件是空的'))
    expect(prettyLine(result)).toBe('a.md  无法读取\n  文件是空的\n')
  })
})
