import { describe, expect, it } from 'vitest'
import { FINAL_MARK, indentOf, narrowDigits, squeeze, trimEnd, widen } from '../../src/text/marks.js'

describe('widen', () => {
  it('makes half-width marks full-width, unit for unit', () => {
    expect(widen('a,b:c;d!e?(f)')).toBe('a\uff0cb\uff1ac\uff1bd\uff01e\uff1f\uff08f\uff09')
  })

  it('leaves points, quotes and full-width marks alone', () => {
    const text = '1.5、“a”。\uff0c'
    expect(widen(text)).toBe(text)
  })
})

describe('narrowDigits', () => {
  it('makes full-width digits half-width, unit for unit', () => {
    expect(narrowDigits('\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19年')).toBe('0123456789年')
  })
})

describe('blanks', () => {
  it.each([[' '], ['\t'], ['\u00a0'], ['\u2002'], ['\u200b'], ['\u3000'], ['\ufeff']])(
    'counts %j as a blank at head and end, and inside a name that was spaced out',
    (blank) => {
      expect(indentOf(`${blank}${blank}正文`)).toBe(2)
      expect(trimEnd(`正文${blank}`)).toBe('正文')
      expect(squeeze(`部${blank}门`)).toBe('部门')
    },
  )

  it('finds no indent where the text begins', () => {
    expect(indentOf('正文　')).toBe(0)
  })
})

describe('FINAL_MARK', () => {
  it.each([['。'], ['；'], [';'], ['！'], ['?']])('matches %s at the end', (mark) => {
    expect(FINAL_MARK.test(`正文${mark}`)).toBe(true)
    expect(FINAL_MARK.test(`${mark}正文`)).toBe(false)
  })

  it.each([['，'], ['、'], ['：'], ['.']])('does not match %s', (mark) => {
    expect(FINAL_MARK.test(`正文${mark}`)).toBe(false)
  })
})
