import { describe, expect, it } from 'vitest'
import { numberAcross, withoutLastNumber } from '../../src/text/whole-numbers.js'

describe('a cut through a number', () => {
  it.each([
    ['配备率100%，', 5, '100%'],
    ['配备率100%，', 6, '100%'],
    ['收入1,036.5万元', 3, '1,036.5'],
    ['有９８家', 2, '９８'],
  ])('in %s at %i is found', (text, at, number) => {
    const found = numberAcross(text, at)
    expect(found && text.slice(found.start, found.end)).toBe(number)
  })

  it('is none beside a number, in words, and between two', () => {
    for (const at of [0, 3, 7, 8]) expect(numberAcross('配备率100%，', at)).toBe(null)
    expect(numberAcross('12、34', 3)).toBe(null)
  })

  it('takes the last number of what may go on', () => {
    expect(['配备率10', '约1,03', '共3.', '配备率'].map(withoutLastNumber)).toEqual(['配备率', '约', '共', '配备率'])
  })
})
