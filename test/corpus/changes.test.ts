import { describe, expect, it } from 'vitest'
import { compareFindings } from '../../src/corpus/changes.js'
import type { Finding } from '../../src/finding.js'

const finding = (rule: string, message: string, excerpt: string, line = 1): Finding => ({
  ...{ rule, message, excerpt, line, column: 1, endLine: line, endColumn: 2 },
  ...{ severity: 'warning' as const, basis: null, fixable: false },
})

const told = ({ standing, added, mended }: ReturnType<typeof compareFindings>): string[][] =>
  [standing, added, mended].map((findings) => findings.map(({ message }) => message))

describe('findings beside those of the review before', () => {
  it('stand though lines have moved, and are told from new and mended ones', () => {
    const before = [finding('a', '甲', '一', 3), finding('a', '乙', '二', 9)]
    const now = [finding('a', '丙', '三', 1), finding('a', '乙', '二', 15)]
    expect(told(compareFindings(before, now))).toEqual([['乙'], ['丙'], ['甲']])
  })

  it('stand though the sentence was rewritten, or what was counted has changed', () => {
    const before = [finding('a', '缺少“计划”。', '旧题目'), finding('b', '共12处半角标点', '一')]
    const now = [finding('a', '缺少“计划”。', '新题目'), finding('b', '共7处半角标点', '二')]
    expect(told(compareFindings(before, now))).toEqual([['缺少“计划”。', '共7处半角标点'], [], []])
  })

  it('have one counterpart each: of three alike, two mended leave one standing', () => {
    const alike = (count: number): Finding[] => Array.from({ length: count }, () => finding('a', '甲', '一'))
    expect(told(compareFindings(alike(3), alike(1)))).toEqual([['甲'], [], ['甲', '甲']])
    expect(told(compareFindings(alike(1), alike(3)))).toEqual([['甲'], ['甲', '甲'], []])
  })

  it('of one rule are no counterparts of another', () => {
    expect(told(compareFindings([finding('a', '甲', '一')], [finding('b', '甲', '一')]))).toEqual([[], ['甲'], ['甲']])
  })

  it('are all mended, or all new, beside nothing', () => {
    const some = [finding('a', '甲', '一')]
    expect(told(compareFindings(some, []))).toEqual([[], [], ['甲']])
    expect(told(compareFindings([], some))).toEqual([[], ['甲'], []])
  })
})
