import { describe, expect, it } from 'vitest'
import { leadingNumeral, parseHan, parseHanDigits, toHan } from '../../src/text/numerals.js'
import fc from '../fast-check.js'

const read = (line: string) => {
  const numeral = leadingNumeral(line)
  return numeral && [numeral.style, numeral.value, numeral.text]
}

describe('leadingNumeral', () => {
  it.each([
    ['第一部分　主要做法', 'part', 1, '第一部分　'],
    ['第二章：存在的不足', 'part', 2, '第二章：'],
    ['一、主要举措', 'han', 1, '一、'],
    ['十二、其他', 'han', 12, '十二、'],
    ['二十一、其他', 'han', 21, '二十一、'],
    ['（一）加强领导', 'hanBracket', 1, '（一）'],
    ['㈠加强领导', 'hanBracket', 1, '㈠'],
    ['1.健全制度', 'arabic', 1, '1.'],
    ['12.健全制度', 'arabic', 12, '12.'],
    ['（1）公布清单', 'arabicBracket', 1, '（1）'],
    ['⑵公布清单', 'arabicBracket', 2, '⑵'],
    ['①公布清单', 'circled', 1, '①'],
    ['⑳公布清单', 'circled', 20, '⑳'],
  ])('reads %s', (line, style, value, text) => {
    expect(read(line)).toEqual([style, value, text])
  })

  it.each([
    ['一.主要举措', 'han', '一.'],
    ['一．主要举措', 'han', '一．'],
    ['一，主要举措', 'han', '一，'],
    ['一:主要举措', 'han', '一:'],
    ['一 、 主要举措', 'han', '一 、 '],
    ['一、\u3000主要举措', 'han', '一、\u3000'],
    ['(一)加强领导', 'hanBracket', '(一)'],
    ['〔一〕加强领导', 'hanBracket', '〔一〕'],
    ['（ 一 ）加强领导', 'hanBracket', '（ 一 ）'],
    ['一）加强领导', 'hanBracket', '一）'],
    ['（一）、加强领导', 'hanBracket', '（一）、'],
    ['1、健全制度', 'arabic', '1、'],
    ['1．健全制度', 'arabic', '1．'],
    ['1.\u00a0健全制度', 'arabic', '1.\u00a0'],
    ['1. 2023年以来', 'arabic', '1. '],
    ['１．健全制度', 'arabic', '１．'],
    ['1)公布清单', 'arabicBracket', '1)'],
    ['（１）公布清单', 'arabicBracket', '（１）'],
  ])('reads the sloppy spelling %s', (line, style, text) => {
    expect(read(line)).toEqual([style, 1, text])
  })

  it.each([
    ['三、四季度开展专项检查'],
    ['三、 四季度开展专项检查'],
    ['一、二级响应'],
    ['二十大精神深入人心'],
    ['一是加强学习'],
    ['十四五规划'],
    ['第一责任人履职'],
    ['二〇二三年，全县'],
    ['一二、甲'],
    ['（一 甲'],
    ['1.5万件'],
    ['2023年'],
    ['2022.1.25'],
    ['100.甲'],
    ['　一、缩进的行'],
    ['主要举措'],
    [''],
  ])('finds no numeral in %s', (line) => {
    expect(leadingNumeral(line)).toBeNull()
  })

  it('gives the numeral as it stands at the head of the line', () => {
    const line = fc.array(fc.constantFrom(...'第部分章一二三十、.．，:：（）()〔〕①⑴㈠12３ \u3000季级是甲乙'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(line, (chars) => {
        const text = chars.join('')
        const numeral = leadingNumeral(text)
        if (!numeral) return
        expect(text.startsWith(numeral.text)).toBe(true)
        expect(numeral.value).toBeGreaterThan(0)
      }),
    )
  })
})

describe('parseHan', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['二百五十', 250],
  ])('reads %s', (text, value) => {
    expect(parseHan(text)).toBe(value)
  })

  it.each([[''], ['甲'], ['二〇二三'], ['一二']])('reads no number from “%s”', (text) => {
    expect(parseHan(text)).toBeNull()
  })

  it('reads what toHan writes, up to 99', () => {
    for (let value = 1; value < 100; value++) expect(parseHan(toHan(value))).toBe(value)
  })
})

describe('parseHanDigits', () => {
  it('reads digits one by one, whichever zero the author typed', () => {
    for (const year of ['二〇二四', '二○二四', '二零二四']) expect(parseHanDigits(year)).toBe(2024)
  })

  it('reads no number from 二十四 or from nothing', () => {
    expect(parseHanDigits('二十四')).toBeNull()
    expect(parseHanDigits('')).toBeNull()
  })
})
