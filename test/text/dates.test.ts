import { describe, expect, it } from 'vitest'
import { findDate, yearsIn } from '../../src/text/dates.js'

describe('findDate', () => {
  it.each([
    ['2022年1月25日', '2022-01-25'],
    ['2022年01月05日', '2022-01-05'],
    ['2022 年 1 月 25 日', '2022-01-25'],
    ['2022-01-25', '2022-01-25'],
    ['2022.1.25', '2022-01-25'],
    ['2022/1/25', '2022-01-25'],
    ['二〇二二年一月二十五日', '2022-01-25'],
    ['二○二二年十二月三十一日', '2022-12-31'],
    ['二零二二年十月十日', '2022-10-10'],
    ['二O二二年十一月二十日', '2022-11-20'],
    ['２０２２年１月２５日', '2022-01-25'],
    ['2024年2月29日', '2024-02-29'],
  ])('reads %s', (text, iso) => {
    expect(findDate(text)).toEqual({ iso, index: 0, length: text.length })
  })

  it.each([
    ['2022年2月30日'],
    ['2023年2月29日'],
    ['2022年13月1日'],
    ['2022年4月31日'],
    ['二〇二二年二月三十日'],
    ['2022年1月'],
    ['20220125'],
    ['2021-2025年'],
    ['电话0571-2022-1'],
    [''],
  ])('finds no date in %s', (text) => {
    expect(findDate(text)).toBeNull()
  })

  it('tells where the date stands', () => {
    const text = '云溪县司法局　2024年1月20日印发'
    const date = findDate(text)
    expect(date && text.slice(date.index, date.index + date.length)).toBe('2024年1月20日')
  })

  it('finds the first of several dates, however each is spelt', () => {
    expect(findDate('二〇二二年一月二十五日印发，2023-02-01公开')?.iso).toBe('2022-01-25')
  })

  it('passes over a day that does not exist', () => {
    expect(findDate('2022年2月30日印发，2022年3月1日公开')?.iso).toBe('2022-03-01')
  })
})

describe('yearsIn', () => {
  it.each([
    ['2023年法治政府建设情况', [2023]],
    ['2024年度报告', [2024]],
    ['二〇二三年度报告', [2023]],
    ['二○二三年度报告', [2023]],
    ['2022年总结和2023年安排', [2022, 2023]],
    ['截至2023年12月底', [2023]],
    ['截止2023年12月底', [2023]],
    ['直至2023年底', [2023]],
  ])('reads the years of %s', (text, years) => {
    expect(yearsIn(text).map(({ year }) => year)).toEqual(years)
  })

  it.each([
    ['《法治政府建设实施纲要（2021—2025年）》'],
    ['2021-2025年'],
    ['2021－2025年'],
    ['2021～2025年'],
    ['2021年至2025年'],
    ['2021年—2025年'],
    ['二〇二一年至二〇二五年'],
    ['二〇二一—二〇二五年'],
    ['（20212025年）'],
    ['12023号'],
    ['厅字〔2019〕28号'],
    ['云政[2023]3号'],
    ['1999年'],
  ])('finds no year in the span or number %s', (text) => {
    expect(yearsIn(text)).toEqual([])
  })

  it('tells where each year stands', () => {
    const text = '云溪县2023年总结，二〇二四年安排'
    expect(yearsIn(text).map(({ index }) => text.slice(index, index + 4))).toEqual(['2023', '二〇二四'])
  })
})
