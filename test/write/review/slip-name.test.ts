import { describe, expect, it } from 'vitest'
import { slipName, slipNames } from '../../../src/write/review/slip-name.js'
import fc from '../../fast-check.js'

const bytes = (name: string): number => new TextEncoder().encode(name).length

describe('slipName', () => {
  it.each([
    ['蓼川县公安局', '蓼川县公安局.docx'],
    ['鹤浔市/蓼川县\\公安局:*?"<>|', '鹤浔市_蓼川县_公安局_______.docx'],
    ['..隐藏的单位. . ', '隐藏的单位.docx'],
    ['CON', 'CON_.docx'],
    ['nul.局', 'nul_.局.docx'],
    ['com1', 'com1_.docx'],
    ['COMA', 'COMA.docx'],
    ['甲\u202e乙\u200b丙\n丁', '甲_乙_丙_丁.docx'],
    ['~$锁定', '$锁定.docx'],
    ['', '单位.docx'],
    [' . ', '单位.docx'],
  ])('makes “%s” safe: %s', (unit, name) => {
    expect(slipName(unit)).toBe(name)
  })

  it('keeps to 120 bytes and cuts no character in two', () => {
    expect(slipName('县'.repeat(200))).toBe(`${'县'.repeat(38)}.docx`)
    expect(slipName('𠮷'.repeat(100))).toBe(`${'𠮷'.repeat(28)}.docx`)
  })

  it('is a name that Windows, macOS and Linux take, whatever the unit is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (unit) => {
        const name = slipName(unit)
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|^[\s.]|[\s.]\.docx$/)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(bytes(name)).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
        expect(name).toMatch(/^.+\.docx$/s)
      }),
    )
  })
})

describe('slipNames', () => {
  it('tells units of one name apart, and what a system takes for one name', () => {
    expect(slipNames(['司法局', '司法局', 'A局', 'a局', '司法局（2）', '司法局', '甲/乙', '甲:乙'])).toEqual([
      '司法局.docx',
      '司法局（2）.docx',
      'A局.docx',
      'a局（2）.docx',
      '司法局（2）（2）.docx',
      '司法局（3）.docx',
      '甲_乙.docx',
      '甲_乙（2）.docx',
    ])
  })

  it('keeps long names apart within 120 bytes', () => {
    const names = slipNames(Array.from({ length: 300 }, () => '县'.repeat(60)))
    expect(new Set(names).size).toBe(300)
    expect(Math.max(...names.map(bytes))).toBeLessThanOrEqual(120)
  })
})
