import { describe, expect, it } from 'vitest'
import type { OtherFile } from '../../../src/corpus/review.js'
import { summaryOf } from '../../../src/output/review/summary.js'
import { REVIEW } from './sample.js'

const oldReport = (i: number): OtherFile => ({
  ...{ path: `${i}.docx`, reason: 'other-year', unit: null, message: '是2024年度的报告，这次审核的是2025年度' },
})

describe('what a review says on the terminal', () => {
  it('calls things what the papers call them', () => {
    const text = summaryOf(REVIEW)
    expect(text).toContain('应报送 4 家，已报送 3 家')
    expect(text).toContain('未报送 1 家（云溪县教育局）')
    expect(text).toContain('迟报 1 家（云溪县人民政府）')
    expect(text).toContain('没有日期 1 家，均为名册外单位（云溪县石桥镇人民政府）')
    expect(text).toContain('报送不止一份 1 家（云溪县公安局）')
    expect(text).toContain('名册外 1 家')
    expect(text).toContain('无法读取 1 家（云溪县水利局）')
  })

  it('waits for reports whose deadline is not past', () => {
    expect(summaryOf({ ...REVIEW, date: '2026-03-01' })).toContain('尚未收到 1 家（云溪县教育局）')
    expect(summaryOf({ ...REVIEW, date: '2026-03-02' })).toContain('未报送 1 家（云溪县教育局）')
  })

  it('counts reports of another year, and doubts the year where they are the most', () => {
    expect(summaryOf(REVIEW)).toContain('不是本年度的报告 1 份')
    const others = Array.from({ length: 26 }, (_, i) => oldReport(i))
    expect(summaryOf({ ...REVIEW, others })).toContain(
      '注意：有 26 份不是2025年度的报告，审核的只有 3 份，请核对 --year',
    )
  })
})
