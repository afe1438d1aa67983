import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { ReviewRecord } from '../../src/corpus/record.js'
import { haveAll } from '../read/programs.js'
import { CLI, complaintOf, fazhi, folderWith, resultsOf, shell } from './cli.js'

const COUNTY = 'seeds/county'
const drafts = readdirSync(COUNTY)
  .filter((name) => /年.*\.(?:txt|md)$/.test(name))
  .sort()

const lines = (values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

const filter = (input: string): ReviewRecord[] =>
  resultsOf(fazhi(['lint', '--stdin-ndjson'], { input })) as ReviewRecord[]

const schemaAt = (name: string): object => JSON.parse(readFileSync(join('schemas', name), 'utf8')) as object

describe('lint --stdin-ndjson', () => {
  it('gives a record a line, in order, with the id it came with, as the schema says', () => {
    const records = filter(lines(drafts.map((name, i) => ({ id: i + 1, path: join(COUNTY, name) }))))
    expect(records.map(({ id }) => id)).toEqual(drafts.map((_, i) => i + 1))
    expect(records.map(({ path }) => path)).toEqual(drafts.map((name) => join(COUNTY, name)))
    const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(schemaAt('findings.schema.json'))
    const isRecord = ajv.compile(schemaAt('records.schema.json'))
    for (const record of records) expect([isRecord(record), isRecord.errors]).toEqual([true, null])
  })

  it('says of a file what lint says of it', () => {
    const path = join(COUNTY, drafts[0] ?? '')
    const [expected] = resultsOf(fazhi(['lint', '-f', 'ndjson', path]))
    const [{ digest, ...result } = { digest: null }] = filter(lines([{ path }]))
    expect(result).toEqual(expected)
    expect(digest).not.toBeNull()
  })

  it('takes a draft as text, by its name or by its looks', () => {
    const text = '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n办结案件5件。\n'
    const heading = (record: ReviewRecord | undefined): unknown => record?.report?.sections['achievements']
    const [named, unnamed, plain] = filter(
      lines([{ id: 'a', path: '年报.md', text }, { text }, { path: '年报.txt', text }]),
    )
    expect(heading(named)).toMatchObject({ state: 'separate', line: 3 })
    expect(heading(unnamed)).toEqual(heading(named))
    expect([named?.path, unnamed?.path, plain?.path]).toEqual(['年报.md', '第2行', '年报.txt'])
    expect(plain?.report?.title).not.toBe(named?.report?.title)
  })

  it('keeps text with line separators of Unicode and lines that end with CR LF', () => {
    const text = '云溪县2023年法治政府建设年度报告\n一、主要举措和成效\n办结案件5件。\u2028\n'
    expect(filter(`{"id":1,"text":${JSON.stringify(text)}}\r\n\r\n{"id":2,"text":"好"}`).map(({ id }) => id)).toEqual([
      1, 2,
    ])
  })

  it('makes a record of whatever cannot be checked, and goes on', () => {
    const records = filter(
      `[1]\nnull\n{"id":{},"text":"x"}\n{"id":4}\n{"id":5,"path":"-"}\n{"id":6,"path":"没有.txt"}\n{"id":7,"text":5}\n{"id":8,"text":""}\n{"id":9,"path":"a.pdf"}\n{"id":10,"text":"云溪县"}`,
    )
    expect(records.map(({ error }) => error?.code ?? null)).toEqual([
      ...['bad-record', 'bad-record', 'bad-record', 'bad-record', 'bad-record'],
      ...['not-found', 'bad-record', 'empty-file', 'not-found', null],
    ])
    expect(records.map(({ id }) => id)).toEqual([undefined, undefined, undefined, 4, 5, 6, 7, 8, 9, 10])
    expect(records[3]?.error?.message).toBe('第 4 行：要有 text（正文）或 path（文件路径）')
  })

  it('gives ids as they came: numbers that would not come back the same are refused', () => {
    const text = JSON.stringify('云溪县')
    const ids = ['1234567890123456789', '1e400', '1.5', '9007199254740991', '-3', '"1234567890123456789"', '" "']
    const records = filter(ids.map((id) => `{"id":${id},"text":${text}}\n`).join(''))
    expect(records.map(({ id }) => id)).toEqual([
      ...[undefined, undefined, undefined, 9007199254740991, -3, '1234567890123456789', ' '],
    ])
    expect(records[0]?.error).toEqual({
      code: 'bad-record',
      message: '第 1 行：id 是小数或位数太多，读写会变样，请写成字符串',
    })
    expect(records.map(({ path }) => path)).toEqual([
      ...['第1行', '第2行', '第3行', '9007199254740991', '-3', '1234567890123456789', '第7行'],
    ])
  })

  it('tells a path with a NUL, and a line that is too long, and goes on', () => {
    const input = `{"path":"a\\u0000b"}\n{"text":"${'x'.repeat(1_200_000)}"}\n{"text":"云溪县"}\n`
    const records = resultsOf(fazhi(['lint', '--stdin-ndjson', '--max-size', '0.01'], { input }))
    expect(records.map(({ error }) => error?.message)).toEqual([
      '第 1 行：path 里有空字符，不是文件的路径',
      '第 2 行：太长，没有读。需要检查请用 --max-size 提高上限',
      undefined,
    ])
  })

  it('has status 0 with nothing to do, and 2 with files or another form', () => {
    expect(fazhi(['lint', '--stdin-ndjson'])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(complaintOf(fazhi(['lint', '--stdin-ndjson', 'a.md']))).toContain('--stdin-ndjson')
    expect(complaintOf(fazhi(['lint', '--stdin-ndjson', '--format', 'json']))).toBe(
      '--stdin-ndjson 不能与 --format 同时使用',
    )
  })

  it.runIf(haveAll('parallel'))('is run by GNU parallel in several processes, and gives the records of one', () => {
    const requests = lines(drafts.map((name) => ({ path: resolve(COUNTY, name) })))
    const cwd = folderWith({ 'in.ndjson': requests })
    const run = shell(
      `parallel --will-cite --pipepart -a in.ndjson --block -1 -j3 -k "${process.execPath}" "${CLI}" lint --stdin-ndjson`,
      cwd,
      { HOME: cwd, SHELL: '/bin/sh' },
    )
    expect(run.stderr).toBe('')
    expect(run.stdout).toBe(fazhi(['lint', '--stdin-ndjson'], { input: requests }).stdout)
    expect(resultsOf(run)).toHaveLength(drafts.length)
  })
})
