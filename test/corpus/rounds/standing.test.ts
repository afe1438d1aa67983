import { describe, expect, it } from 'vitest'
import type { OtherFile } from '../../../src/corpus/review.js'
import { standingOf, standings } from '../../../src/corpus/rounds/standing.js'
import type { Submission } from '../../../src/corpus/submission.js'
import type { Verdict } from '../../../src/finding.js'
import type { Severity } from '../../../src/model.js'
import { missing } from '../../write/review/county.js'

const was = (verdict: Verdict, found: Record<string, Severity> = {}): Pick<Submission, 'rules' | 'verdict'> => ({
  verdict,
  rules: new Map(Object.entries(found).map(([rule, severity]) => [rule, { findings: 1, severity }])),
})

const DOUBTFUL = was('revise', { 'empty-section': 'warning', 'late-report': 'warning' })

const came = (reason: OtherFile['reason']): OtherFile => ({ path: 'b.md', reason, unit: '甲镇人民政府', message: '' })

describe('a result of an earlier review', () => {
  it('waits for a mended report only where one was asked for: never of a report that passed', () => {
    const passed = [was('pass'), was('pass', { 'missing-date': 'info' })]
    expect(passed.map((each) => standingOf(each, []))).toEqual(['settled', 'settled'])
    const asked = [was('return', { 'unfilled-placeholder': 'error' }), DOUBTFUL]
    expect(asked.map((each) => standingOf(each, []))).toEqual(['unmended', 'unmended'])
  })

  it('waits for nothing where the date alone was late, which nobody can mend', () => {
    expect(standingOf(was('revise', { 'late-report': 'warning', 'missing-title': 'info' }), [])).toBe('late')
  })

  it('stands because of what came, where something did', () => {
    expect(standingOf(DOUBTFUL, [came('unreadable')])).toBe('unreadable')
    expect(standingOf(was('pass'), [came('other-year')])).toBe('otherYear')
  })

  it('is none where the report is of this review', () => {
    const unit = missing('甲镇人民政府')
    const carried = { ...unit, carried: { date: '2026-03-01', because: 'settled' as const } }
    const all = standings({ units: [unit, carried] })
    expect(all).toEqual({ unmended: [], unreadable: [], otherYear: [], settled: [carried], late: [] })
  })
})
