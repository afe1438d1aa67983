import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReviewRecord } from '../../../src/corpus/record.js'
import type { Review } from '../../../src/corpus/review.js'
import { recordIn } from '../../../src/node/review/record-judge.js'
import fc from '../../fast-check.js'
import { complaintOf, fazhi, folderWith, type Run } from '../cli.js'
import { COUNTY } from './results.js'

const ROSTER = join(COUNTY, '名册.csv')
const JUSTICE = '司法局2025年法治政府建设年度报告.txt'
const FARMING = '农业农村局2025年度法治政府建设年度报告.txt'

const lines = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

function recordOf(name: string): ReviewRecord {
  const { stdout } = fazhi(['lint', '--stdin-ndjson'], { input: lines({ path: join(COUNTY, name) }) })
  return JSON.parse(stdout) as ReviewRecord
}

const justice = recordOf(JUSTICE)
const farming = recordOf(FARMING)

/** Reviews files of records, each the text of one. */
function reviewOf(...files: string[]): { run: Run; review: Review } {
  const cwd = folderWith()
  const paths = files.map((text, i) => {
    const path = join(cwd, `${i}.ndjson`)
    writeFileSync(path, text)
    return path
  })
  const run = fazhi(['review', '--date', '2026-03-20', '--roster', ROSTER, '-o', '结果', '--from', ...paths], { cwd })
  return { run, review: JSON.parse(readFileSync(join(cwd, '结果', 'review.json'), 'utf8')) as Review }
}

const filesOf = ({ units }: Review, name: string): string[] | undefined =>
  units.find(({ unit }) => unit.name === name)?.files

describe('records from several machines', () => {
  it('that have the same path are different files, and none takes another one away', () => {
    const unread = {
      ...{ path: '第1行', report: null, verdict: null, findings: [], digest: null },
      error: { code: 'not-text', message: '不是文字' },
    }
    const { review } = reviewOf(
      lines({ ...justice, path: '第1行' }),
      lines(unread, { ...farming, path: '第1行' }, { ...farming, path: '第1行（2）' }),
    )
    expect(filesOf(review, '蓼川县司法局')).toEqual(['第1行'])
    expect(filesOf(review, '蓼川县农业农村局')).toEqual(['第1行（2）（2）', '第1行（3）'])
    expect(review.others).toMatchObject([{ path: '第1行（2）', reason: 'unreadable' }])
  })

  it('that are none are told with what is wrong, and the others count', () => {
    const { digest, ...withoutDigest } = justice
    const { run, review } = reviewOf(
      `\ufeff${lines(farming)}no JSON\nnull\n${lines(withoutDigest)}${lines({ ...justice, report: { ...justice.report, year: 1e300 } })}${lines({ ...justice, extra: 1 }).slice(0, -1)}`,
    )
    expect(run.status).toBe(2)
    expect(filesOf(review, '蓼川县农业农村局')).toEqual([farming.path])
    expect(review.others.map(({ message }) => message.split('结果：')[1])).toEqual([
      '不是 JSON',
      '应为 JSON 对象',
      '缺少“digest”',
      '“report/year”的值不对',
      '不认识“extra”',
    ])
  })

  it('may have indicators that are not known here: these are left out and told once', () => {
    const figure = { ...justice.digest?.figures[0], indicator: 'new-one' }
    const figures = [...(justice.digest?.figures ?? []), figure, figure]
    const { run, review } = reviewOf(lines({ ...justice, digest: { ...justice.digest, figures } }))
    expect(run.stderr).toBe(`fazhi: ${justice.path}：没有“new-one”这个指标，它的数没有采用\n`)
    expect(filesOf(review, '蓼川县司法局')).toEqual([justice.path])
  })

  it('are not read from a folder', () => {
    const cwd = folderWith({ 'sub/a.txt': 'a' })
    const run = fazhi(['review', '-o', '结果', '--from', 'sub'], { cwd })
    expect(complaintOf(run)).toBe('“sub”：这是一个目录，不是文件')
    expect(run.status).toBe(2)
  })

  it('with a line that is too long are read on behind it', () => {
    const cwd = folderWith({ 'a.ndjson': `${'x'.repeat(1_200_000)}\n${lines(farming)}` })
    const run = fazhi(['review', '--max-size', '0.01', '--from', 'a.ndjson', '-o', '结果'], { cwd })
    expect(run.status).toBe(2)
    const { others, units } = JSON.parse(readFileSync(join(cwd, '结果', 'review.json'), 'utf8')) as Review
    expect(others.map(({ message }) => message)).toEqual(['这一行不是 fazhi lint --stdin-ndjson 的结果：太长，没有读'])
    expect(units).toHaveLength(1)
  })
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Places of a value at which it may be changed, the first of each list. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const below = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(Object(value) as object)
  const inner = typeof value === 'string' ? [] : [...below].flatMap(([key, each]) => placesIn(each, [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

function changed(value: Json, [key, ...rest]: (string | number)[], instead: Json | undefined): Json {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, Json>
  if (rest.length > 0) copy[key as string] = changed(copy[key as string] as Json, rest, instead)
  else if (instead === undefined) delete copy[key as string]
  else copy[key as string] = instead
  return copy as Json
}

const INSTEAD = [
  ...[undefined, null, true, 0, 1, -1, 1.5, 1e300, 2 ** 53, '', ' ', 'x', '__proto__', '\ud800', '2026-99-99'],
  ...[[], {}, [null], ['x'], { a: 1 }, '9999-12-31', 'a\nb'],
]

describe('any change of a record', () => {
  it('is a record or is told, and never ends the review', () => {
    const places = placesIn(justice as unknown as Json)
    const change = fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...INSTEAD))
      .map(([place, instead]) => JSON.stringify(changed(justice as unknown as Json, place, instead)))
    const changes = fc.sample(change, { numRuns: 400, seed: 7 })
    for (const line of changes) {
      const read = recordIn(line)
      if ('mistake' in read) expect(read.mistake).toMatch(/[\u4e00-\u9fff]/)
    }
    const { review } = reviewOf(`${changes.join('\n')}\n${lines(farming)}`)
    expect(filesOf(review, '蓼川县农业农村局')).toEqual([farming.path])
    expect(review.totals.files).toBe(401)
  }, 60_000)
})
