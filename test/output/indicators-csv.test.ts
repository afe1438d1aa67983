import { describe, expect, it } from 'vitest'
import type { IndicatorFigure } from '../../src/corpus/record.js'
import { indicatorsHead, indicatorsRows } from '../../src/output/indicators-csv.js'

const FIGURE: IndicatorFigure = {
  indicator: 'penalties',
  value: 34,
  unit: '件',
  qualifier: null,
  sentence: '办理行政处罚34件。',
  line: 5,
  column: 7,
}

const rowsOf = (figure: Partial<IndicatorFigure>, path = '年报.txt'): string =>
  indicatorsRows({
    path,
    issuer: '云溪县人民政府',
    kind: 'government',
    year: 2025,
    figures: [{ ...FIGURE, ...figure }],
  })

describe('figures as CSV', () => {
  it('begin with the mark of UTF-8 and Chinese headings, and end lines in CRLF', () => {
    expect(indicatorsHead()).toBe('\ufeff文件,单位,类别,年度,指标,状态,数值,计量单位,限定,行,原句\r\n')
    expect(rowsOf({})).toBe('年报.txt,云溪县人民政府,政府,2025,行政处罚,已写,34,件,,5,办理行政处罚34件。\r\n')
  })

  it('tell a zero from what does not apply', () => {
    expect(rowsOf({ value: 0 })).toContain(',行政处罚,已写,0,件,,5,')
    expect(rowsOf({ value: null, unit: null })).toContain(',行政处罚,不适用,,,,5,办理')
  })

  it('have a line for what does not concern the kind of issuer, unless its report gives it', () => {
    const township = { path: 'a', issuer: '石桥镇', kind: 'township' as const, year: 2025 }
    expect(indicatorsRows({ ...township, figures: [] })).toBe(
      'a,石桥镇,乡镇街道,2025,行政复议结,不适用,,,,,\r\na,石桥镇,乡镇街道,2025,法治督察,不适用,,,,,\r\n',
    )
    const given = indicatorsRows({ ...township, figures: [{ ...FIGURE, indicator: 'inspections' }] })
    expect(given).toContain(',已写,34,')
  })

  it('leave blank what is not known', () => {
    expect(indicatorsRows({ path: 'a', issuer: null, kind: null, year: null, figures: [FIGURE] })).toMatch(
      /^a,,,,行政处罚,/,
    )
  })

  it('quote commas, quotes and line ends', () => {
    expect(rowsOf({ sentence: '办理“a,b"行政处罚34件。\n' })).toContain(',"办理“a,b""行政处罚34件。\n"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra'])('never hold a formula: %j', (text) => {
    expect(rowsOf({ sentence: text })).toContain(`'${text}`)
    expect(rowsOf({}, text)).toContain(`'${text}`)
  })

  it('are nothing where there are none', () => {
    expect(indicatorsRows({ path: 'a', issuer: null, kind: null, year: null, figures: [] })).toBe('')
  })
})
