import { describe, expect, it } from 'vitest'
import type { OtherFile, UnitReview } from '../../../src/corpus/review.js'
import { standingOf } from '../../../src/corpus/rounds/standing.js'
import { missing } from '../../write/review/county.js'

const was = (verdict: UnitReview['verdict'], info = 0): UnitReview => ({
  ...missing('甲镇人民政府', 1),
  ...{ receipt: 'received', files: ['a.md'], verdict, carried: { date: '2026-03-01' } },
  counts: { error: 0, warning: verdict === 'revise' ? 1 : 0, info },
})

const came = (reason: OtherFile['reason']): OtherFile => ({ path: 'b.md', reason, unit: '甲镇人民政府', message: '' })

describe('a result of an earlier review', () => {
  it('waits for a mended report only where something was asked', () => {
    expect([was('revise'), was('pass', 1), was('pass')].map((unit) => standingOf(unit, []))).toEqual([
      'unmended',
      'unmended',
      'settled',
    ])
  })

  it('stands because of what came, where something did', () => {
    expect(standingOf(was('revise'), [came('unreadable')])).toBe('unreadable')
    expect(standingOf(was('revise'), [came('other-year')])).toBe('otherYear')
  })

  it('is none where the report is of this review', () => {
    expect(standingOf({ ...was('revise'), carried: null }, [])).toBe(null)
  })
})
