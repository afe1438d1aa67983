import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { FileResult } from '../../src/finding.js'
import { verdictOf } from '../../src/finding.js'
import { tool } from '../../src/generated/tool.js'
import { fazhi, folderWith, type Run } from '../node/cli.js'
import { GOOD, LATE, UNFILLED } from '../node/samples.js'

const schema = JSON.parse(readFileSync('schemas/findings.schema.json', 'utf8'))
const ajv = new Ajv2020({ allErrors: true, strict: true })
ajv.addSchema(schema)
const isOutput = ajv.compile({ $ref: 'findings.schema.json' })
const isFile = ajv.compile({ $ref: 'findings.schema.json#/$defs/file' })

interface Output {
  version: number
  tool: typeof tool
  files: FileResult[]
  summary: { files: number; errors: number; warnings: number; infos: number }
}

/** The object of a run with `--format json`, held against the schema and against itself. */
function validOutput({ stdout }: Run): Output {
  const output: Output = JSON.parse(stdout)
  isOutput(output)
  expect(isOutput.errors ?? []).toEqual([])
  const { files, summary } = output
  const count = (severity: string): number =>
    files.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length
  expect(summary).toEqual({
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  })
  for (const { verdict, findings } of files) {
    if (verdict !== null) expect(verdict).toBe(verdictOf(findings))
    for (const { line, column, endLine, endColumn } of findings) {
      expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true)
    }
  }
  return output
}

/** Elements of a run with `--format ndjson`, each held against the schema. */
function validLines({ stdout }: Run): FileResult[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true)
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const file: FileResult = JSON.parse(line)
      isFile(file)
      expect(isFile.errors ?? []).toEqual([])
      return file
    })
}

const REPORT = '# 石桥镇2023年法治政府建设年度报告\n\n'

/** Drafts with every state a content can have, and files that cannot be read for every reason. */
const EVERYTHING: Record<string, string | Uint8Array> = {
  '01-good.md': GOOD,
  '02-late.md': LATE,
  '03-unfilled.txt': UNFILLED,
  '04-states.md': `${REPORT}## 一、主要举措、成效和不足\n\n### （一）下一步打算\n\n充实队伍，办好民生实事，推进执法规范化。\n\n### （二）规范执法\n\n办结XX件，走访××户。镇长作为第一责任人带头学法4次。\n`,
  '05-notice.md': '# 关于报送年度报告的通知\n\n各乡镇：请报送。\n',
  '06-nothing-known.md': '# 法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n',
  '07-street.md': '# 听潮街道办事处2017年法治政府建设年度报告\n\n## 一、主要做法\n\n调解120件。\n',
  '08-html.md': `${REPORT}<!-- 说明 -->\n\n<!-- 说明 -->\n\n## 一、主要做法\n\n“引号”\\\u2028\t调解120件。\n`,
  '11-empty.md': '',
  '12-broken.md': '---\nyear: 去年\n---\n\n# 甲\n',
  '13-word.txt': Uint8Array.from([0x50, 0x4b, 0x03, 0x04]),
  '14.pdf': GOOD,
}

describe('--format json', () => {
  it('is as its schema says for every state and every error', () => {
    const cwd = folderWith({ ...EVERYTHING, 'folder.md/readme.pdf': '' })
    symlinkSync('circle.md', join(cwd, 'circle.md'))
    const names = [...Object.keys(EVERYTHING), 'gone.md', 'circle.md', 'folder.md', '01-good.md/x.md', 'no*.md']
    const { files } = validOutput(fazhi(['lint', '-f', 'json', ...names], { cwd }))
    expect(files.map(({ path }) => path)).toEqual(names)
    const states = files.flatMap(({ report }) => Object.values(report?.sections ?? {}).map(({ state }) => state))
    expect(new Set(states)).toEqual(new Set(['separate', 'merged', 'embedded', 'mentioned', 'absent']))
    expect(files.flatMap(({ error }) => (error ? [error.code] : []))).toEqual([
      'empty-file',
      'bad-front-matter',
      'not-text',
      'unsupported-format',
      'not-found',
      'cannot-read',
      'not-found',
      'not-found',
      'not-found',
    ])
    expect(files.some(({ findings }) => findings.some(({ related }) => related))).toBe(true)
  })

  it('is as its schema says for the seeds and all fixtures', () => {
    const folders = ['seeds', 'test/fixtures'].filter((folder) => readdirSync(folder).length > 0)
    const { files } = validOutput(fazhi(['lint', '-f', 'json', ...folders]))
    expect(files.length).toBeGreaterThan(80)
  })

  it('is as its schema says for every kind and with an own schema', () => {
    const overlay = resolve('seeds/schemas/enforcement-data.schema.json')
    for (const kind of ['government', 'department', 'township']) {
      const run = fazhi(['lint', '-f', 'json', '--kind', kind, '--schema', overlay, 'seeds/drafts'])
      for (const { report } of validOutput(run).files) expect(report?.sections['enforcementData']).toBeDefined()
    }
  })

  it('is as its schema says for one file that cannot be read', () => {
    const run = fazhi(['lint', '-f', 'json', 'gone.md'], { cwd: folderWith() })
    expect(validOutput(run).files).toEqual([
      {
        path: 'gone.md',
        report: null,
        verdict: null,
        findings: [],
        error: { code: 'not-found', message: '找不到这个文件' },
      },
    ])
    expect(run.status).toBe(2)
  })

  it('has no findings where there is nothing to find', () => {
    const run = fazhi(['lint', '-f', 'json', 'a.md'], { cwd: folderWith({ 'a.md': GOOD }) })
    const output = validOutput(run)
    expect(output).toMatchObject({
      version: 1,
      tool,
      files: [{ path: 'a.md', verdict: 'pass', findings: [], error: null }],
      summary: { files: 1, errors: 0, warnings: 0, infos: 0 },
    })
    expect(output.files[0]?.report).toEqual({
      title: '石桥镇2023年法治政府建设年度报告',
      issuer: '石桥镇人民政府',
      kind: 'township',
      year: 2023,
      publishedOn: null,
      signedOn: '2024-01-25',
      signature: '石桥镇人民政府',
      addressee: null,
      sections: {
        achievements: { state: 'separate', heading: '一、主要举措和成效', line: 3 },
        shortcomings: { state: 'separate', heading: '二、存在的不足和原因', line: 7 },
        responsibility: { state: 'separate', heading: '三、第一责任人履职情况', line: 11 },
        plan: { state: 'separate', heading: '四、2024年主要安排', line: 15 },
        other: { state: 'absent' },
      },
    })
  })

  it('shows all findings with --quiet too, which is for people', () => {
    const cwd = folderWith({ 'a.md': LATE })
    const loud = fazhi(['lint', '-f', 'json', 'a.md'], { cwd })
    expect(loud.stdout).toContain('late-report')
    expect(fazhi(['lint', '-f', 'json', '-q', 'a.md'], { cwd })).toEqual(loud)
  })

  it('points into the text by UTF-16 units', () => {
    const text = `${REPORT}## 一、主要做法\n\n𠮷😀办结XX件。\n`
    const run = fazhi(['lint', '-f', 'json', 'a.md'], { cwd: folderWith({ 'a.md': text }) })
    const finding = validOutput(run).files[0]?.findings.find(({ rule }) => rule === 'unfilled-placeholder')
    expect(finding).toMatchObject({ line: 5, column: 7, endLine: 5, endColumn: 9, excerpt: '𠮷😀办结XX件。' })
  })
})

describe('the excerpt', () => {
  it.each([0, 1])('of a long line is cut between characters, not within (%i)', (step) => {
    const text = `${REPORT}## 一、主要做法\n\n${'甲'.repeat(step)}${'𠮷'.repeat(60)}办结XX件${'𠮷'.repeat(60)}\n`
    const run = fazhi(['lint', '-f', 'json', 'a.md'], { cwd: folderWith({ 'a.md': text }) })
    const finding = validOutput(run).files[0]?.findings.find(({ rule }) => rule === 'unfilled-placeholder')
    expect(finding?.excerpt).toMatch(/^𠮷+办结XX件𠮷+$/u)
    expect(finding?.excerpt).not.toMatch(/\p{Surrogate}/u)
  })
})

describe('--format ndjson', () => {
  it('has the elements of --format json, a line each, in the order of the input', () => {
    const cwd = folderWith(EVERYTHING)
    const names = Object.keys(EVERYTHING).reverse()
    const lines = validLines(fazhi(['lint', '-f', 'ndjson', ...names], { cwd }))
    expect(lines.map(({ path }) => path)).toEqual(names)
    expect(lines).toEqual(validOutput(fazhi(['lint', '-f', 'json', ...names], { cwd })).files)
  })
})

describe('the schema', () => {
  const good = (): Output =>
    validOutput(fazhi(['lint', '-f', 'json', 'a.md'], { cwd: folderWith({ 'a.md': UNFILLED }) }))

  it.each<[string, (output: Output) => void]>([
    ['a key it does not know', (output) => Object.assign(output, { score: 100 })],
    ['a file without a verdict that was read', (output) => Object.assign(output.files[0] ?? {}, { verdict: null })],
    [
      'a file with a report that was not read',
      ({ files }) => Object.assign(files[0] ?? {}, { error: { code: 'not-found', message: '甲' } }),
    ],
    ['a line 0', ({ files }) => Object.assign(files[0]?.findings[0] ?? {}, { line: 0 })],
    ['an empty list of further places', ({ files }) => Object.assign(files[0]?.findings[0] ?? {}, { related: [] })],
    [
      'a content that is absent and has a heading',
      ({ files }) => Object.assign(files[0]?.report?.sections['other'] ?? {}, { heading: '甲' }),
    ],
    [
      'a content that is merged with none',
      ({ files }) => Object.assign(files[0]?.report?.sections['plan'] ?? {}, { state: 'merged' }),
    ],
  ])('refuses %s', (_, spoil) => {
    const output = good()
    spoil(output)
    expect(isOutput(output)).toBe(false)
  })

  it('names every code a file can fail with', () => {
    const codes: string[] = schema.$defs.error.properties.code.enum
    const source = readFileSync('src/error.ts', 'utf8')
    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([])
  })
})
