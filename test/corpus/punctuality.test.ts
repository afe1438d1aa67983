import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matchReports } from '../../src/corpus/match/match.js'
import { punctualityOf } from '../../src/corpus/punctuality.js'
import { readRoster } from '../../src/corpus/roster/roster-file.js'
import type { ReportSummary } from '../../src/finding.js'
import { bytesOf, countyReports } from './county.js'

const expected = JSON.parse(readFileSync('test/fixtures/county/expected.json', 'utf8'))
const UNIT = { name: '云溪县司法局', kind: 'department' as const, parent: null, aliases: [] }

const on = (facts: Partial<ReportSummary>) =>
  punctualityOf(
    {
      ...{ title: null, issuer: UNIT.name, kind: UNIT.kind, year: 2025, publishedOn: null, signedOn: null },
      ...{ signature: null, addressee: null, sections: {} },
      ...facts,
    },
    UNIT,
    2025,
  )

describe('a report', () => {
  it('is in time on the last day, and late on the next', () => {
    expect(on({ signedOn: '2026-03-01' })).toEqual({
      ...{ state: 'inTime', on: '2026-03-01', by: 'signedOn', deadline: '2026-03-01' },
    })
    expect(on({ signedOn: '2026-03-02' }).state).toBe('late')
  })

  it('published late is late, though signed in time', () => {
    expect(on({ signedOn: '2026-02-10', publishedOn: '2026-04-08' })).toEqual({
      ...{ state: 'late', on: '2026-04-08', by: 'publishedOn', deadline: '2026-04-01' },
    })
  })

  it('of a province has a month more', () => {
    expect(on({ issuer: '云泽省人民政府', kind: 'government', signedOn: '2026-03-20' }).state).toBe('inTime')
  })

  it('without a date is neither', () => {
    expect(on({})).toEqual({ state: 'unknown', on: null, by: null, deadline: '2026-03-01' })
  })

  it('of a year before the regulation has no deadline', () => {
    expect(
      punctualityOf(
        { ...({} as ReportSummary), ...{ issuer: null, kind: null, publishedOn: null, signedOn: '2017-06-01' } },
        UNIT,
        2016,
      ),
    ).toEqual({
      ...{ state: 'unknown', on: '2017-06-01', by: 'signedOn', deadline: null },
    })
  })
})

it('the county has who is late, and who gives no date', async () => {
  const { units } = matchReports(await countyReports(), await readRoster('名册.csv', bytesOf('名册.csv')))
  const judged = units.flatMap(({ unit, isListed, submissions: [first] }) =>
    first && isListed ? [{ unit: unit.name, ...punctualityOf(first.report, unit, 2025) }] : [],
  )
  expect(judged.filter(({ state }) => state === 'late').map(({ unit, on: signedOn }) => ({ unit, signedOn }))).toEqual(
    expected.late,
  )
  expect(judged.filter(({ state }) => state === 'unknown').map(({ unit }) => unit)).toEqual(expected.withoutDate)
})
