import { describe, expect, it } from 'vitest'
import { displayWidth, padEnd, truncate, visible, wrap } from '../../src/output/width.js'
import fc from '../fast-check.js'

const text = fc.string({
  unit: fc.constantFrom(...'法治政府，。：“”《》（）、a b1%…—【】😀𠮷\u0301\u200b'),
  maxLength: 200,
})

describe('display width', () => {
  it.each([
    ['法治', 4],
    ['abc', 3],
    ['，。（）《》', 12],
    ['“”', 2],
    ['——……', 4],
    ['😀𠮷', 4],
    ['e\u0301\u200b\ufeff', 1],
    ['', 0],
  ])('of %j is %i', (value, width) => {
    expect(displayWidth(value)).toBe(width)
  })

  it('is filled up, never cut, by padEnd', () => {
    expect(padEnd('法治', 6)).toBe('法治  ')
    expect(padEnd('法治政府', 6)).toBe('法治政府')
  })

  it('is never more than asked for after truncate, the dots aside', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 80 }), (value, columns) => {
        const short = truncate(value, columns)
        expect(displayWidth(short.replace(/…$/, ''))).toBeLessThanOrEqual(columns)
        expect(short === value || value.startsWith(short.slice(0, -1))).toBe(true)
      }),
    )
  })
})

describe('wrapped text', () => {
  it('keeps every character but the blanks at its breaks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 80 }), (value, columns) => {
        expect(wrap(value, columns).join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''))
      }),
    )
  })

  it('begins no line with a closing mark and ends none with an opening one', () => {
    const long = '《法治政府建设与责任落实督察工作规定》第二十五条要求报告“不足和原因”（见附件），请逐条补上。'.repeat(
      4,
    )
    for (let columns = 30; columns <= 80; columns++) {
      const lines = wrap(long, columns)
      expect(lines.every((line) => displayWidth(line) <= columns)).toBe(true)
      expect(lines.filter((line) => /^[，。、；：”》）]/.test(line))).toEqual([])
      expect(lines.filter((line) => /[“《（]$/.test(line))).toEqual([])
    }
  })

  it('keeps figures and Latin words whole', () => {
    const lines = wrap('参见 GB/T 9704—2012 7.3.5 的要求，使用 --kind government 指明机关类别。', 20)
    for (const word of ['9704—2012', '7.3.5', '--kind', 'government']) {
      expect(lines.filter((line) => line.includes(word))).toHaveLength(1)
    }
  })
})

describe('visible text', () => {
  it('has no character that steers a terminal, and keeps its length', () => {
    expect(visible('甲\u001b[2J乙\u0007\u009b丙\u202e丁\r')).toBe('甲\ufffd[2J乙\ufffd\ufffd丙\ufffd丁\ufffd')
    expect(visible('甲\t乙\n丙')).toBe('甲\t乙\n丙')
  })
})
