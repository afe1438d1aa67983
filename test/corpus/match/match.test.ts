import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type HandedIn, type Matching, matchReports } from '../../../src/corpus/match/match.js'
import { readRoster } from '../../../src/corpus/roster/roster-file.js'
import type { Roster, Unit } from '../../../src/corpus/unit.js'
import type { ReportSummary } from '../../../src/finding.js'
import { cpuTime } from '../../cpu-time.js'
import { bytesOf, countyReports } from '../county.js'

const expected = JSON.parse(readFileSync('test/fixtures/county/expected.json', 'utf8'))

const unit = (name: string, ...aliases: string[]): Unit => ({ name, kind: null, parent: null, aliases })
const rosterWith = (...units: Unit[]): Roster => ({ units, notices: [] })

const summary = (facts: Partial<ReportSummary>): ReportSummary => ({
  ...{ title: null, issuer: null, kind: null, year: 2025, publishedOn: null, signedOn: null },
  ...{ signature: null, addressee: null, sections: {} },
  ...facts,
})

const by = (issuer: string | null, facts: Partial<ReportSummary> & { path?: string } = {}): HandedIn => ({
  path: facts.path ?? `${issuer}.docx`,
  report: summary({ issuer, ...facts }),
})

const unreadable = (path: string): HandedIn => ({ path, report: null })

/** Paths by unit, without units that handed in nothing. */
const received = ({ units }: Matching<HandedIn>): Record<string, string[]> =>
  Object.fromEntries(
    units
      .filter(({ submissions }) => submissions.length > 0)
      .map((each) => [each.unit.name, each.submissions.map(({ path }) => path)]),
  )

describe('the reports of the county', () => {
  let matching: Matching<HandedIn>

  beforeAll(async () => {
    matching = matchReports(await countyReports(), await readRoster('名册.csv', bytesOf('名册.csv')))
  })

  it('go to the units that they are of', () => {
    const listed = matching.units.filter(({ isListed }) => isListed)
    const files = Object.fromEntries(
      listed.map((each) => [each.unit.name, each.submissions.map(({ path }) => path).sort()]),
    )
    expect(files).toEqual(
      Object.fromEntries(
        expected.units.map((each: { unit: string; files: string[] }) => [each.unit, each.files.sort()]),
      ),
    )
  })

  it('leave out who has not handed in, and tell who is on no roster', () => {
    const listed = matching.units.filter(({ isListed }) => isListed)
    const names = listed.filter(({ submissions }) => submissions.length === 0).map(({ unit: { name } }) => name)
    expect(names).toEqual(expected.missing)
    const strangers = matching.units.filter(({ isListed }) => !isListed)
    expect(strangers.map(({ unit: { name, kind }, submissions }) => [name, kind, submissions[0]?.path])).toEqual([
      [expected.unknown[0].issuer, 'department', expected.unknown[0].file],
    ])
    expect(matching.withoutIssuer).toEqual([])
    expect([...matching.notices]).toEqual([])
  })

  it('are units of their own without a roster', async () => {
    const { units } = matchReports(await countyReports(), null)
    expect(units).toHaveLength(25)
    expect(units.every(({ isListed }) => isListed)).toBe(true)
    expect(units.find(({ unit: { name } }) => name === '蓼川县青笠镇人民政府')?.submissions).toHaveLength(2)
  })
})

describe('an issuer', () => {
  const county = rosterWith(
    unit('云溪县人民政府'),
    unit('云溪县公安局', '公安局'),
    unit('青禾市公安局'),
    unit('云溪县发展和改革委员会'),
    unit('云溪县石桥镇人民政府', '石桥乡'),
  )

  it.each([
    ['云溪县公安局', '云溪县公安局'],
    ['公安局', '云溪县公安局'],
    ['县公安局', '云溪县公安局'],
    ['市公安局', '青禾市公安局'],
    ['云溪县发改委', '云溪县发展和改革委员会'],
    ['中共石桥镇委员会', '云溪县石桥镇人民政府'],
    ['云溪县石桥乡人民政府', '云溪县石桥镇人民政府'],
    ['中共云溪县委', '云溪县人民政府'],
    ['雲溪縣公安局', '云溪县公安局'],
  ])('is found whatever it is called: %s', (issuer, name) => {
    const variants = { 雲: '云', 縣: '县' }
    expect(received(matchReports([by(issuer)], county, variants))).toEqual({ [name]: [`${issuer}.docx`] })
  })

  it('that fits two units goes to neither, and is told', () => {
    const two = rosterWith(unit('云溪县公安局'), unit('青禾县公安局'))
    const { units, notices } = matchReports([by('公安局')], two)
    expect(units.filter(({ isListed }) => !isListed).map(({ unit: { name } }) => name)).toEqual(['公安局'])
    expect([...notices.values()]).toEqual([
      '“公安局”可能是“云溪县公安局”，也可能是“青禾县公安局”，没有归入名册。请在名册的别名栏写明，或改正报告的署名',
    ])
  })

  it('that fits two units is settled by the signature', () => {
    const two = rosterWith(unit('云溪县公安局'), unit('青禾县公安局'))
    expect(received(matchReports([by('公安局', { signature: '青禾县公安局' })], two))).toEqual({
      青禾县公安局: ['公安局.docx'],
    })
  })

  it('of several bodies has handed in for each of the roster', () => {
    expect(received(matchReports([by('中共云溪县委 云溪县人民政府')], county))).toEqual({
      云溪县人民政府: ['中共云溪县委 云溪县人民政府.docx'],
    })
    expect(received(matchReports([by('中共石桥镇委员会石桥镇人民政府')], county))).toEqual({
      云溪县石桥镇人民政府: ['中共石桥镇委员会石桥镇人民政府.docx'],
    })
    expect(received(matchReports([by('云溪县公安局、云溪县石桥镇人民政府')], county))).toEqual({
      云溪县公安局: ['云溪县公安局、云溪县石桥镇人民政府.docx'],
      云溪县石桥镇人民政府: ['云溪县公安局、云溪县石桥镇人民政府.docx'],
    })
  })

  it.each([
    ['云溪县公安局办公室', '云溪县公安局'],
    ['云溪县公安局党组', '云溪县公安局'],
    ['云溪县公安局机关', '云溪县公安局'],
    ['云溪县公安局法规科', '云溪县公安局'],
    ['云溪县发展和改革委员会办公室', '云溪县发展和改革委员会'],
    ['云溪县发改委办公室', '云溪县发展和改革委员会'],
    ['云溪县人民政府办公室', '云溪县人民政府'],
    ['石桥镇司法所', '云溪县石桥镇人民政府'],
    ['云溪县石桥镇综合办', '云溪县石桥镇人民政府'],
    ['石桥镇党政综合办公室', '云溪县石桥镇人民政府'],
  ])('is the body whose office signs: %s', (issuer, name) => {
    expect(received(matchReports([by(issuer, { title: '2025年法治政府建设年度报告' })], county))).toEqual({
      [name]: [`${issuer}.docx`],
    })
  })

  it('is the office where the roster has it, or where the title tells that its report it is', () => {
    const office = rosterWith(unit('云溪县人民政府'), unit('云溪县人民政府办公室'), unit('云溪县公安局'))
    expect(received(matchReports([by('云溪县人民政府办公室')], office))).toEqual({
      云溪县人民政府办公室: ['云溪县人民政府办公室.docx'],
    })
    const title = '云溪县人民政府办公室2025年法治政府建设年度报告'
    expect(received(matchReports([by('云溪县人民政府办公室', { title })], county))).toEqual({
      云溪县人民政府办公室: ['云溪县人民政府办公室.docx'],
    })
  })

  it.each([
    '中共云溪县委全面依法治县委员会办公室',
    '云溪县人民政府外事办公室',
    '云溪县人民防空办公室',
    '云溪县机构编制委员会办公室',
    '云溪县乡村振兴领导小组办公室',
  ])('that is an office and a body of its own stays so: %s', (issuer) => {
    for (const roster of [county, null])
      expect(received(matchReports([by(issuer)], roster))).toEqual({ [issuer]: [`${issuer}.docx`] })
  })

  it('is the body whose office signs without a roster, too', () => {
    const files = [by('云溪县公安局办公室'), by('云溪县公安局'), by('石桥镇司法所')]
    expect(received(matchReports(files, null))).toEqual({
      云溪县公安局: ['云溪县公安局.docx', '云溪县公安局办公室.docx'],
      石桥镇: ['石桥镇司法所.docx'],
    })
  })

  it('like one of the roster is a stranger, with a hint', () => {
    const { units, notices } = matchReports([by('云溪县石桥街道办事处')], county)
    expect(units.at(-1)).toMatchObject({ isListed: false, unit: { name: '云溪县石桥街道办事处' } })
    expect([...notices.values()]).toEqual([
      '名册上没有“云溪县石桥街道办事处”，有“云溪县石桥镇人民政府”。如果是同一个单位，请在名册的别名栏补上',
    ])
    expect(matchReports([by('云溪县石岭镇人民政府')], county).notices.size).toBe(0)
    expect(matchReports([by('云溪县财政局')], county).notices.size).toBe(0)
  })

  it('is one unit however its reports write it, and is called by the fullest name', () => {
    const { units } = matchReports([by('石桥镇'), by('云溪县石桥镇人民政府'), by('石桥镇人民政府')], null)
    expect(units.map(({ unit: { name }, submissions }) => [name, submissions.length])).toEqual([
      ['云溪县石桥镇人民政府', 3],
    ])
  })
})

describe('a file that tells no issuer', () => {
  const county = rosterWith(
    unit('云溪县公安局', '县公安局'),
    unit('云溪县石桥镇人民政府'),
    unit('云溪县公安局交警大队'),
  )

  it('goes to the one unit that its name or its folder speaks of', () => {
    const files = ['县公安局2025年报告.pdf', '石桥镇/年报（终）.docx', '云溪县公安局交警大队.doc'].map(unreadable)
    expect(received(matchReports(files, county))).toEqual({
      云溪县公安局: ['县公安局2025年报告.pdf'],
      云溪县石桥镇人民政府: ['石桥镇/年报（终）.docx'],
      云溪县公安局交警大队: ['云溪县公安局交警大队.doc'],
    })
  })

  it('goes to none where the name speaks of two or of none', () => {
    const files = ['县公安局、石桥镇.pdf', '年报.docx', '../…(){}$%.docx'].map(unreadable)
    expect(matchReports(files, county).withoutIssuer).toEqual(files)
  })

  it('goes to a unit that other reports name, where there is no roster', () => {
    const files = [by('云溪县司法局'), unreadable('司法局（扫描）.pdf'), unreadable('扫描.pdf')]
    const { units, withoutIssuer } = matchReports(files, null)
    expect(units.map(({ submissions }) => submissions.map(({ path }) => path))).toEqual([
      ['云溪县司法局.docx', '司法局（扫描）.pdf'],
    ])
    expect(withoutIssuer.map(({ path }) => path)).toEqual(['扫描.pdf'])
  })

  it('is not asked for its name where the report tells whose it is', () => {
    const { units } = matchReports([by('云溪县财政局', { path: '县公安局.docx' })], county)
    expect(units.at(-1)?.unit.name).toBe('云溪县财政局')
  })
})

describe('of several files of a unit', () => {
  const first = (...files: HandedIn[]): string[] =>
    matchReports(files, rosterWith(unit('云溪县公安局'))).units[0]?.submissions.map(({ path }) => path) ?? []
  const file = (path: string, facts: Partial<ReportSummary> = {}): HandedIn => by('云溪县公安局', { path, ...facts })

  it('the latest comes first', () => {
    expect(first(file('a.txt', { signedOn: '2026-01-05' }), file('b.txt', { signedOn: '2026-02-01' }))).toEqual([
      'b.txt',
      'a.txt',
    ])
    expect(first(file('a.txt'), file('b.txt', { publishedOn: '2026-02-01' }))).toEqual(['b.txt', 'a.txt'])
  })

  it('then what is not called a draft, then by path; what could not be read comes last', () => {
    expect(first(unreadable('云溪县公安局.pdf'), file('初稿.txt'), file('终稿.txt'), file('b.txt'))).toEqual([
      'b.txt',
      '终稿.txt',
      '初稿.txt',
      '云溪县公安局.pdf',
    ])
  })
})

it('ten thousand reports are matched in a moment', async () => {
  const units = Array.from({ length: 10_000 }, (_, i) => unit(`云溪县第${i}镇人民政府`, `第${i}镇`))
  const files = units.map((_, i) => by(`第${i}镇人民政府`))
  const time = await cpuTime(() => {
    const { units: matched } = matchReports(files, rosterWith(...units))
    expect(matched.every(({ submissions }) => submissions.length === 1)).toBe(true)
  })
  expect(time).toBeLessThan(5000)
})
