import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReviewRecord } from '../../../src/corpus/record.js'
import type { Review, UnitReview } from '../../../src/corpus/review.js'
import { fazhi, sharedFolderWith } from '../cli.js'

interface Pair {
  units: [string, string]
  passages: { kind?: string; first: string; line: number; lineInSecond: number }[]
}

interface Named {
  file: string
  line: number
  name: string
}

interface Expected {
  roster: string
  missing: string[]
  notReports: string[]
  unknown: { issuer: string; file: string }[]
  otherYear: { file: string; unit: string }[]
  late: { unit: string; signedOn?: string; publishedOn?: string }[]
  withoutDate: string[]
  similar: Pair[]
  leftover: Named[]
  legitimateMentions: Named[]
  signedByOffice: { file: string; unit: string }[]
  units: { unit: string; files: string[]; contents?: Record<string, string> }[]
}

const textOf = (path: string): string => readFileSync(path, 'utf8')

/** A sample reviewed with its roster. */
interface Reviewed {
  review: Review
  records: ReviewRecord[]
  expected: Expected
}

function reviewed(sample: string, out: string): Reviewed {
  const folder = resolve('test/fixtures', sample)
  const expected = JSON.parse(textOf(join(folder, 'expected.json'))) as Expected
  fazhi(['review', folder, '--roster', join(folder, expected.roster), '--date', '2025-04-10', '-o', out])
  const records = textOf(join(out, 'findings.ndjson')).trimEnd().split('\n')
  return {
    expected,
    review: JSON.parse(textOf(join(out, 'review.json'))) as Review,
    records: records.map((line) => JSON.parse(line) as ReviewRecord),
  }
}

/** Pairs with the lines their passages stand at in either report; units and passages in order. */
function pairsIn({ similar }: Review): string[] {
  return similar
    .map(({ units, passages }) => {
      const [one, two] = units[0] < units[1] ? [0, 1] : [1, 0]
      const lines = passages.map(({ places }) => `${places[one]?.line}-${places[two]?.line}`)
      return [units[one], units[two], ...lines.sort()].join(' ')
    })
    .sort()
}

function pairsWanted(pairs: Pair[]): string[] {
  return pairs
    .map(({ units, passages }) => {
      const isTurned = units[0] > units[1]
      const lines = passages
        .filter(({ kind = '' }) => !kind.includes('optional'))
        .map(({ line, lineInSecond }) => (isTurned ? `${lineInSecond}-${line}` : `${line}-${lineInSecond}`))
      return [...(isTurned ? [units[1], units[0]] : units), ...lines.sort()].join(' ')
    })
    .sort()
}

const leftoversIn = (records: ReviewRecord[]): Named[] =>
  records.flatMap(({ path, findings }) =>
    findings
      .filter(({ rule }) => rule === 'foreign-issuer')
      .map(({ line, message }) => ({ file: basename(path), line, name: /“(.+?)”/.exec(message)?.[1] ?? '' })),
  )

const byFile = (a: Named, b: Named): number => (a.file < b.file ? -1 : 1)

const told = (named: Named[]): Named[] => named.map(({ file, line, name }) => ({ file, line, name })).sort(byFile)

describe('the review of a city', () => {
  const out = join(sharedFolderWith({}), '结果')
  let city: Reviewed

  beforeAll(() => {
    city = reviewed('city', out)
  })

  const those = (is: (unit: UnitReview) => boolean): string[] =>
    city.review.units.filter(is).map(({ unit }) => unit.name)

  it('has every unit of the roster with its files and the states of its contents', () => {
    const { review, expected } = city
    const apart = expected.otherYear.map(({ file }) => file)
    const listed = review.units.filter(({ receipt }) => receipt !== 'unlisted')
    expect(
      listed.map(({ unit, files, report }) => ({
        unit: unit.name,
        files: files.map((path) => basename(path)).sort(),
        contents: Object.fromEntries(
          Object.entries(report?.sections ?? {}).flatMap(([key, { state }]) => (key === 'other' ? [] : [[key, state]])),
        ),
      })),
    ).toEqual(
      expected.units.map(({ unit, files, contents = {} }) => {
        const own = files.filter((file) => !apart.includes(file)).sort()
        return { unit, files: own, contents: own.length > 0 ? contents : {} }
      }),
    )
  })

  it('finds who has not handed in, is unknown, is late or tells no date, and what is of another year', () => {
    const { review, expected } = city
    const units = expected.otherYear.map(({ unit }) => unit)
    expect(those(({ receipt }) => receipt === 'missing').sort()).toEqual([...expected.missing, ...units].sort())
    expect(those(({ receipt }) => receipt === 'unlisted')).toEqual(expected.unknown.map(({ issuer }) => issuer))
    expect(those(({ punctuality }) => punctuality?.state === 'late').sort()).toEqual(
      expected.late.map(({ unit }) => unit).sort(),
    )
    expect(those(({ punctuality }) => punctuality?.state === 'unknown').sort()).toEqual(
      [...expected.withoutDate].sort(),
    )
    const others = review.others.map(({ path, reason, unit }) => [basename(path), reason, unit])
    expect(others).toEqual([
      ...expected.notReports.map((file) => [file, 'not-a-report', null]),
      ...expected.otherYear.map(({ file, unit }) => [file, 'other-year', unit]),
    ])
  })

  it('finds the passages that were copied, and no template, provision or list of papers', () => {
    expect(pairsIn(city.review)).toEqual(pairsWanted(city.expected.similar))
  })

  it('finds the names of other units that were left over, and none that is named with right', () => {
    const leftovers = leftoversIn(city.records)
    expect(told(leftovers)).toEqual(told(city.expected.leftover))
    for (const { file, line, name } of city.expected.legitimateMentions)
      expect(leftovers.filter((each) => each.file === file && each.line === line && each.name === name)).toEqual([])
  })
})

describe('the review of a small county of another province', () => {
  const out = join(sharedFolderWith({}), '结果')
  let hill: Reviewed

  beforeAll(() => {
    hill = reviewed('hill', out)
  })

  it('finds the passages that were copied, and no others', () => {
    expect(pairsIn(hill.review)).toEqual(pairsWanted(hill.expected.similar))
  })

  it('finds the names that were left over, and no partner', () => {
    expect(told(leftoversIn(hill.records))).toEqual(told(hill.expected.leftover))
  })

  it('gives what an office signs to its body', () => {
    for (const { unit, files } of hill.review.units) expect([unit.name, files.length]).toEqual([unit.name, 1])
    for (const { file, unit } of hill.expected.signedByOffice)
      expect(hill.review.units.find((each) => each.unit.name === unit)?.files.map((path) => basename(path))).toEqual([
        file,
      ])
  })
})
