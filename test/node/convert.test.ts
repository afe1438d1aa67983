import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FileResult } from '../../src/finding.js'
import { paragraph, wordFile } from '../read/word.js'
import { complaintOf, fazhi, folderWith, resultsOf, shell } from './cli.js'
import { GB18030, GOOD } from './samples.js'

const NAMES = readdirSync('seeds/drafts').sort()
const SEEDS = NAMES.map((name) => resolve('seeds/drafts', name))

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8')

describe('convert', () => {
  it('writes one draft as Markdown to standard output', () => {
    const cwd = folderWith({ 'a.txt': '石桥镇2023年法治政府建设年度报告\n一、主要做法\n调解纠纷120件。\n' })
    const run = fazhi(['convert', 'a.txt'], { cwd })
    expect(run).toEqual({
      status: 0,
      stderr: '',
      stdout:
        '---\ntitle: 石桥镇2023年法治政府建设年度报告\nissuer: 石桥镇人民政府\nkind: township\nyear: 2023\n---\n\n' +
        '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n',
    })
  })

  it('writes the report model as JSON', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const model = JSON.parse(fazhi(['convert', '--to', 'json', 'a.md'], { cwd }).stdout)
    expect(model).toMatchObject({ issuer: '石桥镇人民政府', year: 2023, signedOn: '2024-01-25' })
    expect(model.sections.plan).toEqual({
      state: 'separate',
      heading: '四、2024年主要安排',
      line: 15,
      text: '充实执法队伍，办好民生实事。',
    })
  })

  it('reads standard input', () => {
    const run = fazhi(['convert', '-', '--stdin-name', '年报.md'], { input: GOOD })
    expect(run.stdout).toContain('## 一、主要举措和成效\n')
    expect(run.status).toBe(0)
  })

  it('says what of a document it does not convert, and marks the places of pictures', () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    const lines = [...GOOD.matchAll(/^[^\n]+$/gm)].map(([line]) => paragraph(line.replace(/^#+ /, '')))
    const cwd = folderWith({
      'a.docx': wordFile([...lines.slice(0, 4), paragraph(picture), ...lines.slice(4)].join('')),
    })
    const said = '图片（图表）1 个没有转换，请在转换后的文件里补上'
    const markdown = fazhi(['convert', 'a.docx'], { cwd })
    expect(markdown.stderr).toContain(said)
    expect(markdown.stdout).toContain('\n\n![图片]()\n\n')
    expect(fazhi(['convert', 'a.docx', '-o', 'b.docx'], { cwd }).stderr).toContain(said)
    const comments = strFromU8(unzipSync(readFileSync(join(cwd, 'b.docx')))['word/comments.xml'] as Uint8Array)
    expect(comments).toContain('>此处原有图片，请在这里插入<')
    expect(fazhi(['convert', 'a.docx', '--to', 'json'], { cwd }).stderr).not.toContain(said)
    const page = fazhi(['convert', 'a.docx', '--to', 'html'], { cwd })
    expect([page.stderr.includes(said), page.stdout.includes('<img')]).toEqual([true, false])
  })

  it('says that Word has no picture that Markdown only names', () => {
    const cwd = folderWith({ 'a.md': `${GOOD}\n![示意图](a.png)\n` })
    expect(fazhi(['convert', 'a.md', '-o', 'a.docx'], { cwd }).stderr).toContain('图片（图表）1 个没有转换')
    expect(fazhi(['convert', 'a.md', '-o', 'a.html'], { cwd }).stderr).toBe('')
  })

  it('gives LF and UTF-8, whatever came in', () => {
    const plain = fazhi(['convert', '-', '--stdin-name', 'a.md'], { input: GOOD }).stdout
    expect(fazhi(['convert', '-', '--stdin-name', 'a.md'], { input: GOOD.replaceAll('\n', '\r\n') }).stdout).toBe(plain)
    expect(fazhi(['convert', '-', '--stdin-name', 'a.md'], { input: `\ufeff${GOOD}` }).stdout).toBe(plain)
    const decoded = fazhi(['convert', '-', '--stdin-name', 'a.txt'], { input: GB18030 }).stdout
    expect(decoded).toContain('# 石桥镇2023年法治政府建设年度报告\n')
    expect(decoded).toContain('执法力量不足，原因是编制少。\n')
  })

  it('takes the kind and an own schema into the model', () => {
    const cwd = folderWith({ 'a.md': `${GOOD}\n## 五、行政执法数据\n\n处罚12件。\n` })
    const schema = resolve('seeds/schemas/enforcement-data.schema.json')
    const run = fazhi(['convert', '--to', 'json', '--kind', 'department', '--schema', schema, 'a.md'], { cwd })
    expect(JSON.parse(run.stdout)).toMatchObject({
      kind: 'department',
      sections: { enforcementData: { state: 'separate', heading: '五、行政执法数据' } },
    })
  })
})

const judged = ({ report, verdict, findings }: FileResult): unknown => ({
  states: Object.entries(report?.sections ?? {}).map(([key, section]) => [key, section.state, section.with]),
  heading: report && { ...report, sections: null },
  verdict,
  // What a page left in stands in front matter once it is converted.
  findings: findings
    .filter(({ rule }) => rule !== 'page-chrome')
    .map(({ rule, severity, message }) => [rule, severity, message])
    .sort(),
})

describe('convert, then lint', () => {
  it.each(NAMES)('gives the states and findings of lint on the original: %s', (name) => {
    const path = resolve('seeds/drafts', name)
    const [original] = resultsOf(fazhi(['lint', '-f', 'ndjson', path]))
    const converted = fazhi(['convert', path]).stdout
    const [piped] = resultsOf(fazhi(['lint', '-f', 'ndjson', '-'], { input: converted }))
    expect(piped && judged(piped)).toEqual(original && judged(original))
  })
})

describe('convert -o', () => {
  it('writes a file and nothing to standard output', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    expect(fazhi(['convert', 'a.md', '-o', 'b.md'], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(read(cwd, 'b.md')).toMatch(/^---\ntitle: 石桥镇/)
    expect(readdirSync(cwd)).toEqual(['a.md', 'b.md'])
  })

  it('writes several into a folder that it makes', () => {
    const cwd = folderWith()
    const run = fazhi(['convert', ...SEEDS, '-o', '转换/结果/'], { cwd })
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readdirSync(join(cwd, '转换/结果'))).toEqual(
      NAMES.map((name) => name.replace(/\.(?:txt|md)$/, '.md')).sort(),
    )
  })

  it('writes into a folder that is there, with or without the slash', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': GOOD, 'out/keep.txt': '' })
    expect(fazhi(['convert', '--to', 'json', 'a.md', 'b.md', '-o', 'out'], { cwd }).status).toBe(0)
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.json', 'b.json', 'keep.txt'])
  })

  it('names what came from standard input', () => {
    const cwd = folderWith()
    fazhi(['convert', '-', '--stdin-name', '年报.txt', '-o', 'out/'], { cwd, input: GOOD })
    expect(readdirSync(join(cwd, 'out'))).toEqual(['年报.md'])
  })

  it('does the others where one cannot be read, status 2', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': '' })
    const run = fazhi(['convert', 'b.md', 'a.md', 'c.md', '-o', 'out/'], { cwd })
    expect(run).toEqual({ status: 2, stdout: '', stderr: 'fazhi: b.md：文件是空的\nfazhi: c.md：找不到这个文件\n' })
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.md'])
  })

  it('wants a folder for several', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': GOOD })
    expect(complaintOf(fazhi(['convert', 'a.md', 'b.md'], { cwd }))).toContain('请用 -o 写明目录')
    expect(complaintOf(fazhi(['convert', 'a.md', 'b.md', '-o', 'c.md'], { cwd }))).toContain('-o 应写目录')
    expect(readdirSync(cwd)).toEqual(['a.md', 'b.md'])
  })

  it('refuses two inputs that would write one file, before anything is written', () => {
    const cwd = folderWith({ 'a/年报.md': GOOD, 'b/年报.txt': GOOD, 'c.md': GOOD })
    const run = fazhi(['convert', 'c.md', 'a/年报.md', 'b/年报.txt', '-o', 'out/'], { cwd })
    expect(complaintOf(run)).toBe('a/年报.md、b/年报.txt 都会写成“out/年报.md”，没有转换。请分开转换或先改名')
    expect(run.status).toBe(2)
    expect(readdirSync(cwd)).toEqual(['a', 'b', 'c.md'])
  })

  it('overwrites nothing without --force, and nothing else with it', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': '原有' })
    const run = fazhi(['convert', 'a.md', '-o', 'b.md'], { cwd })
    expect(complaintOf(run)).toContain('“b.md”已经存在，没有覆盖。要覆盖请加 --force')
    expect(run.status).toBe(2)
    expect(read(cwd, 'b.md')).toBe('原有')
    expect(fazhi(['convert', 'a.md', '-o', 'b.md', '--force'], { cwd }).status).toBe(0)
    expect(read(cwd, 'b.md')).toMatch(/^---\ntitle: 石桥镇/)
    expect(read(cwd, 'a.md')).toBe(GOOD)
  })

  it('writes the others where one is there already', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': GOOD, 'out/a.md': '原有' })
    const run = fazhi(['convert', 'a.md', 'b.md', '-o', 'out'], { cwd })
    expect(run.status).toBe(2)
    expect(run.stderr).toBe('fazhi: a.md：“out/a.md”已经存在，没有覆盖。要覆盖请加 --force，或换一个名字\n')
    expect(read(cwd, 'out/a.md')).toBe('原有')
    expect(statSync(join(cwd, 'out/b.md')).size).toBeGreaterThan(0)
  })
})

describe('convert to Word and to a page', () => {
  const isWord = (path: string): boolean => readFileSync(path).subarray(0, 2).toString() === 'PK'

  it('goes by --to, or by the name of the output', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const silent = { status: 0, stdout: '', stderr: '' }
    expect(fazhi(['convert', 'a.md', '-o', 'b.docx'], { cwd })).toEqual(silent)
    expect(fazhi(['convert', 'a.md', '--to', 'docx', '-o', '年报'], { cwd })).toEqual(silent)
    expect(fazhi(['convert', 'a.md', '-o', 'b.HTM'], { cwd })).toEqual(silent)
    expect(fazhi(['convert', 'a.md', '-o', 'b.json'], { cwd })).toEqual(silent)
    expect(isWord(join(cwd, 'b.docx'))).toBe(true)
    expect(readFileSync(join(cwd, '年报')).equals(readFileSync(join(cwd, 'b.docx')))).toBe(true)
    expect(read(cwd, 'b.HTM')).toMatch(/^<!doctype html>/)
    expect(JSON.parse(read(cwd, 'b.json'))).toMatchObject({ year: 2023 })
  })

  it('writes to a pipe, Word too', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    expect(shell('fazhi convert a.md --to docx | cat > b.docx', cwd)).toEqual({ status: 0, stdout: '', stderr: '' })
    fazhi(['convert', 'a.md', '-o', 'c.docx'], { cwd })
    expect(readFileSync(join(cwd, 'b.docx')).equals(readFileSync(join(cwd, 'c.docx')))).toBe(true)
    expect(fazhi(['convert', 'a.md', '--to', 'html'], { cwd }).stdout).toContain(
      '<h1>石桥镇2023年法治政府建设年度报告</h1>',
    )
  })

  it('names several in a folder by what they are', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.txt': GOOD })
    expect(fazhi(['convert', 'a.md', 'b.txt', '--to', 'docx', '-o', 'out/'], { cwd }).status).toBe(0)
    expect(fazhi(['convert', 'a.md', 'b.txt', '--to', 'html', '-o', 'out/'], { cwd }).status).toBe(0)
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a.docx', 'a.html', 'b.docx', 'b.html'])
  })

  it('is read back as the same report', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    fazhi(['convert', 'a.md', '-o', 'b.docx'], { cwd })
    expect(fazhi(['convert', 'b.docx'], { cwd }).stdout).toBe(fazhi(['convert', 'a.md'], { cwd }).stdout)
  })

  it.each([
    ['a name that promises Word, told Markdown', ['--to', 'md', '-o', 'b.docx'], /^--to md 与“b\.docx”矛盾/],
    [
      'a name that promises Markdown, told Word',
      ['--to', 'docx', '-o', 'b.md'],
      /名字请以 \.docx 结尾；.*请用 --to md$/,
    ],
    ['a name that promises PDF', ['-o', 'b.pdf'], /^不能写 \.pdf 文件，请用 \.md、\.docx、\.html、\.json 结尾的名字$/],
    [
      'a profile for what is no Word',
      ['--docx-profile', 'p.yaml', '-o', 'b.html'],
      /--docx-profile 只用于 Word 文档，现在要写的是网页/,
    ],
    [
      'a profile with mistakes',
      ['--docx-profile', 'p.yaml', '-o', 'b.docx'],
      /版式文件“p\.yaml”有误：第 2 行第 9 列，body\.size 应为字号/,
    ],
    ['a profile that is not there', ['--docx-profile', 'q.yaml', '-o', 'b.docx'], /版式文件“q\.yaml”：找不到这个文件/],
  ])('refuses %s, status 2, and writes nothing', (_, args, sentence) => {
    const cwd = folderWith({ 'a.md': GOOD, 'p.yaml': 'body:\n  size: 大\n' })
    const run = fazhi(['convert', 'a.md', ...args], { cwd })
    expect(complaintOf(run)).toMatch(sentence)
    expect(run.status).toBe(2)
    expect(readdirSync(cwd)).toEqual(['a.md', 'p.yaml'])
  })

  it('obeys a profile', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'p.yaml': 'pitch: 28\n' })
    expect(fazhi(['convert', 'a.md', '--docx-profile', 'p.yaml', '-o', 'b.docx'], { cwd }).status).toBe(0)
    const styles = strFromU8(unzipSync(readFileSync(join(cwd, 'b.docx')))['word/styles.xml'] as Uint8Array)
    expect(styles).toContain('w:line="560" w:lineRule="exact"')
  })
})
