import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Log, Region, Result, Run } from 'sarif'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/fix.js'
import { tool } from '../../src/generated/tool.js'
import type { Draft } from '../../src/model.js'
import { fnv1a } from '../../src/output/fingerprint.js'
import type { Checked } from '../../src/output/reporter.js'
import { sarif, uriOf } from '../../src/output/sarif.js'
import { rules } from '../../src/rules/all.js'
import { GOOD, UNFILLED } from '../node/samples.js'
import { checked, checkedWith, findingAt, outputOf, unreadable } from './runs.js'

const require = createRequire(import.meta.url)
const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
// Draft 04, of which it uses nothing that draft 07 reads otherwise but the name of `$id`.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
// A pattern of it has a bracket that Unicode expressions refuse.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
addFormats.default(ajv)
const isSarif = ajv.compile(schema)

/** The one run of an output, held against the schema of the standard. */
function runOf(files: Checked[]): Run {
  const log: Log = JSON.parse(outputOf(sarif, files))
  isSarif(log)
  expect(isSarif.errors ?? []).toEqual([])
  expect(log.version).toBe('2.1.0')
  expect(log.runs).toHaveLength(1)
  return log.runs[0] as Run
}

const resultsOf = (files: Checked[]): Result[] => runOf(files).results ?? []

const regionOf = ({ locations }: Result): Region | undefined => locations?.[0]?.physicalLocation?.region

/** The text of a region, by its lines and UTF-16 columns. */
function textOf(text: string, region: Region | undefined): string {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region ?? {}
  const lines = text.split('\n').slice(startLine - 1, endLine)
  const last = (lines.pop() ?? '').slice(0, endColumn - 1)
  return [...lines, last].join('\n').slice(startColumn - 1)
}

const fingerprints = (results: Result[]): unknown[] => results.map(({ partialFingerprints }) => partialFingerprints)

describe('the schema of the standard', () => {
  const log = async (): Promise<string> => outputOf(sarif, [await checked('年报.md', UNFILLED)])

  it.each<[string, (output: string) => string]>([
    ['a path that is not encoded', (output) => output.replace('%E5%B9%B4%E6%8A%A5', '年报')],
    [
      'a level that does not exist',
      (output) => output.replace('"level":"error","message"', '"level":"info","message"'),
    ],
    ['a line 0', (output) => output.replace('"startLine":5', '"startLine":0')],
    ['a key it does not know', (output) => output.replace('"ruleId"', '"rule"')],
  ])('refuses %s', async (_, spoil) => {
    const output = await log()
    expect(isSarif(JSON.parse(output))).toBe(true)
    expect(spoil(output)).not.toBe(output)
    expect(isSarif(JSON.parse(spoil(output)))).toBe(false)
  })
})

describe('the driver', () => {
  const run = runOf([])
  const { driver } = run.tool

  it('is this program in this version', () => {
    expect(driver).toMatchObject({ name: tool.name, version: tool.version })
    expect(run.columnKind).toBe('utf16CodeUnits')
  })

  it('has the whole catalogue in its order, each rule with its help', () => {
    expect(driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
    for (const [i, { summary, why, basis, severity, examples }] of rules.entries()) {
      const { shortDescription, fullDescription, help, defaultConfiguration } = driver.rules?.[i] ?? {}
      expect(shortDescription?.text).toBe(summary)
      expect(fullDescription?.text).toBe(why)
      expect(defaultConfiguration?.level).toBe({ error: 'error', warning: 'warning', info: 'note' }[severity])
      for (const text of [help?.text, help?.markdown]) {
        expect(text).toContain(why)
        expect(text).toContain(basis ?? '')
        expect(text).toContain(examples.wrong[0]?.draft.trimEnd())
      }
    }
  })
})

describe('a result', () => {
  it('points to its rule, with level, message and file', async () => {
    const [result] = resultsOf([await checked('年报/a.md', UNFILLED)])
    expect(result).toMatchObject({
      ruleId: 'unfilled-placeholder',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: '%E5%B9%B4%E6%8A%A5/a.md' } } }],
    })
    expect(rules[result?.ruleIndex ?? -1]?.id).toBe('unfilled-placeholder')
    expect(result?.message.text).toMatch(/^有1处没有填写/)
  })

  it('has the region of the text, in UTF-16 units, and quotes it', async () => {
    const text = GOOD.replace('120件', '𠮷😀案XX件')
    const [result] = resultsOf([await checked('a.md', text)])
    expect(textOf(text, result && regionOf(result))).toBe('XX')
    expect(result && regionOf(result)?.snippet?.text).toBe('XX')
  })

  it('has no region where a line is a paragraph, and quotes the paragraph', async () => {
    const { draft, result } = await checked('a.md', UNFILLED)
    const word = { ...draft, source: { ...draft?.source, format: 'docx' } } as unknown as Draft
    const location = resultsOf([{ draft: word, result }])[0]?.locations?.[0]
    expect(location?.physicalLocation?.region).toBeUndefined()
    expect(location?.message?.text).toBe('第 5 段：调解纠纷XX件，审查合同32份。')
  })

  it('has the further places of the same defect', async () => {
    const text = GOOD.replace('120件', 'XX件').replace('32份', '××份')
    const [result, ...others] = resultsOf([await checked('a.md', text)])
    expect(others).toEqual([])
    const [related] = result?.relatedLocations ?? []
    expect(textOf(text, related?.physicalLocation?.region)).toBe('××')
    expect(related?.message?.text).toBe('同一问题的另一处：第 5 行')
  })

  it('has the edits that mend it, by places that need no offsets', async () => {
    const fix = ['120件', '审查合同'].map((words, i) => {
      const start = GOOD.indexOf(words)
      return { start, end: start + words.length, text: ['130件', ''][i] ?? '' }
    })
    const finding = findingAt(GOOD, '120件', { fixable: true, fix })
    const [result] = resultsOf([await checkedWith('a.md', GOOD, [finding])])
    const [change] = result?.fixes?.[0]?.artifactChanges ?? []
    const starts = GOOD.split('\n').map((_, i, lines) => lines.slice(0, i).join('\n').length + Math.min(i, 1))
    const edits = (change?.replacements ?? []).map(({ deletedRegion, insertedContent }) => {
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion
      return {
        start: (starts[startLine - 1] ?? 0) + startColumn - 1,
        end: (starts[endLine - 1] ?? 0) + endColumn - 1,
        text: insertedContent?.text ?? '',
      }
    })
    expect(applyEdits(GOOD, edits)).toBe(applyEdits(GOOD, fix))
  })

  it('leaves a fix of many edits to --fix', async () => {
    const fix = Array.from({ length: 21 }, (_, i) => ({ start: i * 2, end: i * 2 + 1, text: '甲' }))
    const finding = findingAt(GOOD, '120件', { fixable: true, fix })
    const [result] = resultsOf([await checkedWith('a.md', GOOD, [finding])])
    expect(result?.fixes).toBeUndefined()
  })

  it('that was waived is suppressed, with the reason given', async () => {
    const finding = findingAt(GOOD, '120件')
    const waived = [
      { ...finding, reason: '模板如此' },
      { ...finding, reason: '' },
    ]
    const results = resultsOf([await checkedWith('a.md', GOOD, [findingAt(GOOD, '32份')], waived)])
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', justification: '模板如此' }],
      [{ kind: 'inSource' }],
      undefined,
    ])
  })

  it('has no links that the draft smuggled in', async () => {
    const finding = findingAt(GOOD, '120件', { message: '“[点这里](1)”和“[请填写]”' })
    const [result] = resultsOf([await checkedWith('a.md', GOOD, [finding])])
    expect(result?.message.text).toBe('“\\[点这里](1)”和“[请填写]”')
  })
})

describe('fingerprints', () => {
  const DRAFT = GOOD.replace('120件', 'XX件').replace('一是执法力量不足', '【请填写】执法力量不足')

  it('are those of FNV-1a', () => {
    expect(['', 'a', 'foobar'].map(fnv1a)).toEqual(['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8'])
  })

  it('stay when lines are inserted above, and when the file is renamed', async () => {
    const before = resultsOf([await checked('a.md', DRAFT)])
    const longer = DRAFT.replace('\n\n## 一', '\n\n现将有关情况报告如下。\n\n说明一段。\n\n## 一')
    const after = resultsOf([await checked('年报/b.md', longer)])
    expect(before.length).toBeGreaterThan(0)
    expect(before.map(regionOf)).not.toEqual(after.map(regionOf))
    expect(fingerprints(after)).toEqual(fingerprints(before))
  })

  it('tell the findings of a file apart, equal ones too', async () => {
    const twice = [findingAt(GOOD, '32份'), { ...findingAt(GOOD, '32份') }, findingAt(GOOD, '120件')]
    const all = fingerprints(resultsOf([await checkedWith('a.md', GOOD, twice)]))
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(3)
  })

  it('do not hang on the line numbers that a message names', async () => {
    const of = async (message: string): Promise<unknown[]> =>
      fingerprints(resultsOf([await checkedWith('a.md', GOOD, [findingAt(GOOD, '32份', { message })])]))
    expect(await of('与第 12 行不一致')).toEqual(await of('与第 14 行不一致'))
    expect(await of('与第 12 行不一致')).not.toEqual(await of('与标题不一致'))
  })
})

describe('a path', () => {
  it.each([
    ['draft.md', 'draft.md'],
    ['年报/钱塘区 2022.md', '%E5%B9%B4%E6%8A%A5/%E9%92%B1%E5%A1%98%E5%8C%BA%202022.md'],
    ['a#1?b%20.md', 'a%231%3Fb%2520.md'],
    ['../年/a.md', '../%E5%B9%B4/a.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['-', '-'],
    ['/tmp/年.md', 'file:///tmp/%E5%B9%B4.md'],
    ['年报\\a b.md', '%E5%B9%B4%E6%8A%A5/a%20b.md'],
    ['C:\\年报\\a.md', 'file:///C:/%E5%B9%B4%E6%8A%A5/a.md'],
    ['\\\\server\\share\\a b.md', 'file://server/share/a%20b.md'],
    ['a\ud800.md', 'a%EF%BF%BD.md'],
  ])('%j is %s', (given, uri) => {
    expect(uriOf(given)).toBe(uri)
  })
})

describe('a run', () => {
  it('has a result a line, whatever files stand between', async () => {
    const files = [await checked('a.md', GOOD), await checked('b.md', UNFILLED), await checked('c.md', GOOD)]
    const more = [...files, unreadable('d.md'), await checked('e.md', UNFILLED)]
    expect(resultsOf(more)).toHaveLength(2)
    expect(outputOf(sarif, more).split('\n')).toHaveLength(5)
    expect(resultsOf([await checked('a.md', GOOD)])).toEqual([])
  })

  it('tells the files it could not read, and is not successful then', async () => {
    const run = runOf([await checked('a.md', UNFILLED), unreadable('没有 这个.md')])
    const [invocation] = run.invocations ?? []
    expect(invocation?.executionSuccessful).toBe(false)
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      {
        level: 'error',
        message: { text: '找不到这个文件' },
        locations: [{ physicalLocation: { artifactLocation: { uri: '%E6%B2%A1%E6%9C%89%20%E8%BF%99%E4%B8%AA.md' } } }],
        properties: { code: 'not-found' },
      },
    ])
    const index = invocation?.toolExecutionNotifications?.[0]?.descriptor?.index ?? -1
    expect(run.tool.driver.notifications?.[index]?.id).toBe('unreadable-file')
  })

  it('is successful with errors in the drafts', async () => {
    expect(runOf([await checked('a.md', UNFILLED)]).invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ])
  })

  it('is the same for the same drafts', async () => {
    const run = async (): Promise<string> => outputOf(sarif, [await checked('a.md', UNFILLED)])
    expect(await run()).toBe(await run())
  })
})
