import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { figuresIn, measuring } from '../read/measured.js'
import { complaintOf, fazhi, folderWith, resultsOf } from './cli.js'
import { GB18030, GOOD, UNFILLED } from './samples.js'

describe('a file with nothing to check', () => {
  it.each([
    ['no byte', ''],
    ['only blanks', ' \n\t\r\n\u3000\u00a0\n'],
    ['only a byte order mark', '\ufeff'],
    ['only line ends', '\r\n\r\n\r\n'],
  ])('that has %s is told to be empty, status 2', (_, text) => {
    const cwd = folderWith({ 'a.md': text, 'a.txt': text })
    for (const name of ['a.md', 'a.txt']) {
      const run = fazhi(['lint', name], { cwd })
      expect(complaintOf(run)).toBe(`${name}：文件是空的`)
      expect(run.status).toBe(2)
    }
  })

  it('that has only what a website left in is told to be no report', () => {
    const cwd = folderWith({
      'a.txt':
        '索引号：001008003015027\n发布机构：县司法局\n发布日期：2024-03-12\n浏览次数：12\n打印本页  关闭窗口\n分享文章到：\n',
    })
    const run = fazhi(['lint', '-f', 'ndjson', 'a.txt'], { cwd })
    expect(resultsOf(run)[0]?.findings.map(({ rule }) => rule)).toEqual(['not-a-report'])
    expect(run.status).toBe(0)
  })
})

describe('a large file', () => {
  it('over --max-size is refused unread, with its size and the way out', () => {
    const cwd = folderWith({ 'a.md': GOOD.repeat(20) })
    const run = fazhi(['lint', '--max-size', '0.01', 'a.md'], { cwd })
    expect(complaintOf(run)).toMatch(/^a\.md：文件有 0\.\d+ MB，超过上限 0\.01 MB，.*--max-size/)
    expect(run.status).toBe(2)
    expect(fazhi(['lint', '--max-size', '1', 'a.md'], { cwd }).status).toBeLessThan(2)
  })

  it('over 20 MB is refused unless told otherwise', () => {
    const cwd = folderWith({ 'a.txt': GOOD })
    truncateSync(join(cwd, 'a.txt'), 300 * 1024 * 1024)
    expect(complaintOf(fazhi(['lint', 'a.txt'], { cwd }))).toContain('文件有 300 MB，超过上限 20 MB')
    expect(complaintOf(fazhi(['convert', 'a.txt'], { cwd }))).toContain('文件有 300 MB，超过上限 20 MB')
  })

  it.each([
    ['a.txt', 129, '文件有 129 MB，不像一份报告，未作检查。超过 128 MB 的，放宽 --max-size 也读不了，请拆成几份后再试'],
    ['a.md', 600, '文件有 600 MB，不像一份报告'],
    ['a.html', 600, '文件有 600 MB，不像一份报告'],
    ['a.docx', 5000, '文件有 5000 MB，不像一份报告，未作检查。超过 2048 MB 的'],
  ])('that no memory holds is refused whatever is allowed (%s of %i MB)', (name, size, sentence) => {
    const cwd = folderWith({ [name]: GOOD })
    truncateSync(join(cwd, name), size * 1024 * 1024)
    const run = fazhi(['lint', '--max-size', '6000', name], { cwd })
    expect(complaintOf(run)).toContain(sentence)
    expect(run.status).toBe(2)
  })

  it('on standard input is refused likewise', () => {
    const run = fazhi(['lint', '--max-size', '0.01', '-'], { input: GOOD.repeat(20) })
    expect(complaintOf(run)).toContain('超过上限 0.01 MB')
    expect(run.status).toBe(2)
  })

  it.each(['a.md', 'a.txt'])('with a line of 5 MB is checked to its end (%s)', (name) => {
    const line = '一是开展执法检查，化解矛盾纠纷。'.repeat(110_000)
    const cwd = folderWith({ [name]: UNFILLED.replace('调解', `${line}调解`) })
    const run = fazhi(['lint', name], { cwd })
    expect(run.status).toBe(1)
    expect(run.stdout).toMatch(/错误 {2}第 5 行第 \d{7} 列 {2}unfilled-placeholder/)
    expect(run.stdout).toMatch(/\| …[^\n]{0,40}调解纠纷XX件/)
    expect(Math.max(...run.stdout.split('\n').map((row) => row.length))).toBeLessThan(200)
  })
})

describe('hostile Markdown', () => {
  const rows: [string, string][] = [
    ['strong openings', '**甲'.repeat(40_000)],
    ['brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['quotes', `${'> '.repeat(20_000)}甲`],
    ['lists', `${'- '.repeat(20_000)}甲`],
    ['images', '!['.repeat(50_000)],
    ['links', '[a]('.repeat(50_000)],
    ['emphasis', `${'*_'.repeat(50_000)}甲`],
    ['comments', '<!--'.repeat(50_000)],
    ['tags', '<div>'.repeat(50_000)],
    ['table', `${'|'.repeat(5000)}\n${'|-'.repeat(5000)}\n${'|甲|\n'.repeat(2000)}`],
    ['placeholders left open', '【请填写'.repeat(60_000)],
    ['braces', '{{'.repeat(200_000)],
    ['round brackets', '（请填写'.repeat(60_000)],
    ['backticks', Array.from({ length: 800 }, (_, i) => '`'.repeat(i + 1)).join('甲')],
  ]

  it('is answered file by file, within seconds', { timeout: 60_000 }, () => {
    const files = Object.fromEntries(
      rows.map(([name, text]) => [`${name}.md`, GOOD.replace('调解', `${text}\n\n调解`)]),
    )
    const cwd = folderWith(files)
    const figures = join(folderWith(), 'figures')
    const run = fazhi(['lint', '-f', 'ndjson', '--jobs', '1', '.'], {
      cwd,
      env: { NODE_OPTIONS: measuring(figures) },
    })
    expect(figuresIn(figures).seconds).toBeLessThan(15)
    expect(resultsOf(run).map(({ path }) => path)).toEqual(Object.keys(files).sort())
    expect(run.stderr).toBe('')
  })
})

describe('broken bytes', () => {
  it('in the middle are told on standard error, and the rest is checked', () => {
    const [before = '', after = ''] = UNFILLED.split('审查合同')
    const bytes = Buffer.concat([Buffer.from(before), Uint8Array.from([0xff, 0xfe]), Buffer.from(`审查合同${after}`)])
    const cwd = folderWith({ 'a.md': bytes })
    const run = fazhi(['lint', '-f', 'json', 'a.md'], { cwd })
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/^fazhi: a\.md：有 2 处无法识别的字节，.*第 5 行，请核对原稿\n$/)
    expect(JSON.parse(run.stdout).files[0].findings[0]).toMatchObject({
      rule: 'unfilled-placeholder',
      line: 5,
      column: 5,
    })
  })

  it('that are no text at all are refused', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)
    const cwd = folderWith({ 'a.txt': noise })
    const run = fazhi(['lint', 'a.txt'], { cwd })
    expect(complaintOf(run)).toMatch(/不是文本文件|认不出/)
    expect(run.status).toBe(2)
  })

  it('that steer a terminal are shown as signs of loss', () => {
    const cwd = folderWith({
      'a.md': UNFILLED.replace('镇2023', '镇\u001b[31m2023').replace('，审查', '\u001b[2J，审查'),
    })
    const run = fazhi(['lint', 'a.md'], { cwd })
    expect(run.stdout).not.toContain('\u001b')
    expect(run.stdout).toContain('XX件\ufffd[2J，审查')
  })
})

describe('front matter', () => {
  it.each([
    ['a full-width colon', 'title\uff1a年报', '第 2 行有误：“title：年报”里的冒号应为半角'],
    ['a bracket left open', 'issuer: [a\nyear: 2023', '不合 YAML 的写法'],
    ['a key twice', 'year: 2023\nyear: 2024', '第 3 行有误：“year: 2024”写了两次'],
    ['a kind that does not exist', 'kind: 市', '第 2 行有误：kind 只能是'],
    ['a year that is none', 'year: 去年', '第 2 行有误：year 应为四位数的年份'],
    [
      'aliases that multiply',
      'a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d]',
      '展开后过大',
    ],
    ['brackets without end', `title: ${'['.repeat(50_000)}`, '不合 YAML 的写法'],
  ])('with %s is told with its line, status 2', (_, yaml, sentence) => {
    const cwd = folderWith({ 'a.md': `---\n${yaml}\n---\n\n${GOOD}` })
    const run = fazhi(['lint', 'a.md'], { cwd })
    expect(complaintOf(run)).toContain(sentence)
    expect(run.status).toBe(2)
  })
})

describe('standard input', () => {
  it('is named - in the result, and takes the name given', () => {
    const nameless = fazhi(['lint', '-f', 'ndjson', '-'], { input: GOOD })
    expect(resultsOf(nameless).map(({ path, verdict }) => [path, verdict])).toEqual([['-', 'pass']])
    const named = fazhi(['lint', '-f', 'ndjson', '--stdin-name', '年报.md', '-'], { input: GOOD })
    expect(resultsOf(named).map(({ path, verdict }) => [path, verdict])).toEqual([['年报.md', 'pass']])
  })

  it('takes the name given where it cannot be read, too', () => {
    const run = fazhi(['lint', '-f', 'ndjson', '--stdin-name', '年报.md', '-'], { input: '' })
    expect(resultsOf(run)).toMatchObject([{ path: '年报.md', error: { code: 'empty-file' } }])
    expect(complaintOf(fazhi(['lint', '--stdin-name', '年报.md', '-'], { input: '' }))).toBe('年报.md：文件是空的')
    expect(complaintOf(fazhi(['convert', '--stdin-name', '年报.md', '-'], { input: '' }))).toBe('年报.md：文件是空的')
  })

  it('has the format its name tells', () => {
    const text = '石桥镇2023年法治政府建设年度报告\n一、主要做法\n调解纠纷120件。\n二、下一步打算\n充实队伍。\n'
    const run = fazhi(['lint', '-f', 'ndjson', '--stdin-name', '年报.txt', '-'], { input: text })
    expect(resultsOf(run)[0]?.report?.sections).toMatchObject({ achievements: { line: 2 }, plan: { line: 4 } })
    expect(complaintOf(fazhi(['lint', '--stdin-name', '年报.docx', '-'], { input: text }))).toContain('Word 文档')
  })

  it('may be a Word document or a web page without a name', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    for (const to of ['docx', 'html']) {
      fazhi(['convert', 'a.md', '-o', `a.${to}`], { cwd })
      const run = fazhi(['lint', '-f', 'ndjson', '-'], { input: readFileSync(join(cwd, `a.${to}`)) })
      expect(resultsOf(run)).toMatchObject([
        { path: '-', verdict: 'pass', report: { title: '石桥镇2023年法治政府建设年度报告' } },
      ])
    }
  })

  it('stands among files, once', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const run = fazhi(['lint', '-f', 'ndjson', 'a.md', '-', '-'], { cwd, input: UNFILLED })
    expect(resultsOf(run).map(({ path, verdict }) => [path, verdict])).toEqual([
      ['a.md', 'pass'],
      ['-', 'return'],
    ])
  })

  it('may come in GB18030 and in UTF-16 with any line ends', () => {
    const utf16 = Buffer.concat([Uint8Array.from([0xff, 0xfe]), Buffer.from(GOOD.replaceAll('\n', '\r\n'), 'utf16le')])
    expect(resultsOf(fazhi(['lint', '-f', 'ndjson', '--stdin-name', 'a.md', '-'], { input: utf16 }))).toMatchObject([
      { verdict: 'pass', findings: [] },
    ])
    expect(resultsOf(fazhi(['lint', '-f', 'ndjson', '--stdin-name', 'a.txt', '-'], { input: GB18030 }))).toMatchObject([
      { report: { title: '石桥镇2023年法治政府建设年度报告', year: 2023 }, error: null },
    ])
  })
})
