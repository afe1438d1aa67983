import { describe, expect, it } from 'vitest'
import { quoted } from '../../src/text/quote.js'

describe('quoted', () => {
  it('puts a sentence in quotation marks without its final mark', () => {
    expect(quoted('镇长学法4次。')).toBe('“镇长学法4次”')
    expect(quoted('镇长学法4次；')).toBe('“镇长学法4次”')
  })

  it('keeps sixty characters whole and shortens more with ……', () => {
    expect(quoted(`${'甲'.repeat(60)}。`)).toBe(`“${'甲'.repeat(60)}”`)
    expect(quoted('甲'.repeat(61))).toBe(`“${'甲'.repeat(58)}……”`)
  })
})
