import { describe, expect, it } from 'vitest'
import { DAY, dayOf, daysBetween, monthDay, shortDay, timeOf } from '../../src/text/days.js'

describe('timeOf', () => {
  it('gives midnight of an ISO date, and days a day apart', () => {
    expect(timeOf('2026-03-02')).toBe((timeOf('2026-03-01') ?? 0) + DAY)
  })

  it.each([null, '', '2026', '2026-3-1', '2026-13-45', '2026年3月1日'])(
    'is null for what is no ISO date: %s',
    (text) => {
      expect(timeOf(text)).toBeNull()
    },
  )
})

describe('a day in words', () => {
  it('has its year, and stays as it is where it is no ISO date', () => {
    expect(dayOf('2026-03-09')).toBe('2026年3月9日')
    expect(dayOf('二〇二六年')).toBe('二〇二六年')
  })

  it('has its year only where that is not the one given', () => {
    expect(shortDay('2026-03-09', 2026)).toBe('3月9日')
    expect(shortDay('2025-12-31', 2026)).toBe('2025年12月31日')
    expect(monthDay(Date.UTC(2026, 2, 9))).toBe('3月9日')
  })
})

describe('daysBetween', () => {
  it('counts the days from one to the other, over the end of February too', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
  })

  it('is null where one is no date', () => {
    expect(daysBetween(null, '2026-03-01')).toBeNull()
    expect(daysBetween('2026-03-01', '2026-02-3')).toBeNull()
  })
})
