import { describe, expect, it } from 'vitest'
import type { MatchedUnit } from '../../../src/corpus/match/match.js'
import { carryOver } from '../../../src/corpus/rounds/carry-over.js'
import type { EarlierUnit } from '../../../src/corpus/rounds/earlier.js'
import { lineageOf } from '../../../src/corpus/rounds/earlier.js'
import type { Submission } from '../../../src/corpus/submission.js'
import type { Unit } from '../../../src/corpus/unit.js'

const unit = (name: string, aliases: string[] = []): Unit => ({ name, kind: null, parent: null, aliases })

const wasBefore = (name: string, record: number | null, receipt: EarlierUnit['receipt'] = 'received'): EarlierUnit => ({
  ...{ unit: unit(name), record, receipt: record === null ? 'missing' : receipt, date: '2026-03-01' },
  ...{ isRead: record !== null, files: record === null ? [] : ['a.md'], jointWith: [] },
})

const file = (path: string, error: Submission['error'] = null): Submission => ({
  ...{ index: 0, path, report: null, isReport: error === null, verdict: null, error, carried: null },
  ...{ counts: { error: 0, warning: 0, info: 0 }, rules: new Map(), topics: null, indicators: {} },
})

const matched = (name: string, submissions: Submission[] = [], isListed = true): MatchedUnit<Submission> => ({
  ...{ unit: unit(name), isListed, submissions },
})

describe('units beside those of the review before', () => {
  const names = (units: Unit[], earlier: EarlierUnit[]): (string | undefined)[] => {
    const lineage = lineageOf(units, earlier)
    return units.map((each) => lineage.earlier.get(each)?.unit.name)
  }

  it('are the same by name, by alias, and by what their names mean', () => {
    const units = [unit('青岭县财政局'), unit('青岭县望榆镇人民政府', ['榆口乡人民政府']), unit('青岭县公安局')]
    const earlier = [wasBefore('县公安局', 0), wasBefore('榆口乡人民政府', 1), wasBefore('青岭县财政局', 2)]
    expect(names(units, earlier)).toEqual(['青岭县财政局', '榆口乡人民政府', '县公安局'])
  })

  it('were one each at most', () => {
    const units = [unit('青岭县公安局'), unit('县公安局')]
    expect(names(units, [wasBefore('青岭县公安局', 0)])).toEqual(['青岭县公安局', undefined])
  })
})

describe('results of the review before', () => {
  const unread = file('x.docx', { code: 'bad-document', message: '' })

  it('stand for units of which nothing readable came', () => {
    const units = [matched('甲镇人民政府', [file('a')]), matched('乙镇人民政府'), matched('丙镇人民政府', [unread])]
    const earlier = ['甲镇人民政府', '乙镇人民政府', '丙镇人民政府'].map((name, i) => wasBefore(name, i))
    const { carried } = carryOver(units, { units: earlier, hasRoster: true }, true)
    expect(carried.map((each) => each.unit.name)).toEqual(['乙镇人民政府', '丙镇人民政府'])
  })

  it('do not stand for units that handed in nothing then', () => {
    const over = carryOver(
      [matched('甲镇人民政府')],
      { units: [wasBefore('甲镇人民政府', null)], hasRoster: true },
      true,
    )
    expect([over.carried, over.gone]).toEqual([[], []])
  })

  it('do not stand where the file could not be read then', () => {
    const before = { ...wasBefore('甲镇人民政府', 0), isRead: false }
    const over = carryOver([matched('甲镇人民政府')], { units: [before], hasRoster: true }, true)
    expect([over.carried, over.units.length]).toEqual([[], 1])
    const free = carryOver([], { units: [before], hasRoster: false }, false)
    expect(free.units.map(({ unit: { name }, submissions }) => [name, submissions])).toEqual([['甲镇人民政府', []]])
  })

  it('bring back units that neither roster has, behind the roster by name', () => {
    const units = [matched('甲镇人民政府'), matched('丁镇人民政府', [file('d')], false)]
    const earlier = [wasBefore('乙镇人民政府', 0, 'unlisted')]
    const over = carryOver(units, { units: earlier, hasRoster: true }, true)
    expect(over.units.map((each) => [each.unit.name, each.isListed])).toEqual([
      ['甲镇人民政府', true],
      ['丁镇人民政府', false],
      ['乙镇人民政府', false],
    ])
  })

  it('bring back all units without a roster, and no unit that a roster has dropped', () => {
    const earlier = [wasBefore('乙镇人民政府', 0)]
    const free = carryOver([matched('甲镇人民政府', [file('a')])], { units: earlier, hasRoster: false }, false)
    expect(free.units.map((each) => [each.unit.name, each.isListed])).toEqual([
      ['乙镇人民政府', true],
      ['甲镇人民政府', true],
    ])
    const bound = carryOver([matched('甲镇人民政府', [file('a')])], { units: earlier, hasRoster: true }, true)
    expect([bound.units.length, bound.gone.map((each) => each.unit.name)]).toEqual([1, ['乙镇人民政府']])
  })
})
