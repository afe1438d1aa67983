import { describe, expect, it } from 'vitest'
import { headedSearch } from '../../src/text/pattern-search.js'
import { anySign, firstPlace, holds, nextPlace, placesOf } from '../../src/text/units.js'
import fc from '../fast-check.js'

const text = fc.string({ unit: fc.constantFrom(...'甲乙丙，。[1２ \n\ufffd'), maxLength: 60 })

function placesOfUnit(draft: string, code: number): number[] {
  const places: number[] = []
  for (let at = firstPlace(draft, code); at >= 0; at = nextPlace(at)) places.push(at)
  return places
}

describe('firstPlace and nextPlace', () => {
  it('give every place of a unit in order, for one text after another', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (drafts) => {
        for (const draft of drafts) {
          for (const char of '甲，1\n丁') {
            const places = [...draft].flatMap((each, at) => (each === char ? [at] : []))
            expect(placesOfUnit(draft, char.charCodeAt(0))).toEqual(places)
          }
        }
      }),
    )
  })

  it('hold for texts longer than any before', () => {
    const draft = '甲乙'.repeat(20_000)
    expect(placesOfUnit(draft, '乙'.charCodeAt(0))).toHaveLength(20_000)
    expect(placesOfUnit('乙', '乙'.charCodeAt(0))).toEqual([0])
    expect(placesOfUnit('', '乙'.charCodeAt(0))).toEqual([])
  })
})

describe('placesOf and holds', () => {
  it('find what indexOf finds', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('甲', '甲甲', '乙丙', '，。', '1'), (draft, word) => {
        const places: number[] = []
        for (let at = draft.indexOf(word); at >= 0; at = draft.indexOf(word, at + 1)) places.push(at)
        expect(placesOf(draft, word)).toEqual(places)
        expect(holds(draft, word)).toBe(draft.includes(word))
      }),
    )
  })
})

describe('anySign', () => {
  it.each<[string[], RegExp]>([
    [['甲'], /甲/],
    [['甲乙', '丙'], /甲乙|丙/],
    [['[甲乙][，。]'], /[甲乙][，。]/],
    [['[[1]', '2２'], /[[1]|2２/],
  ])('tells of %j what a pattern tells', (signs, pattern) => {
    const has = anySign(...signs)
    fc.assert(
      fc.property(text, (draft) => {
        expect(has(draft)).toBe(pattern.test(draft))
      }),
    )
  })
})

describe('headedSearch', () => {
  it('finds what matchAll finds', () => {
    const pattern = /(?<!乙)甲{1,2}|1[２，]?/g
    const search = headedSearch('甲1', pattern)
    fc.assert(
      fc.property(text, (draft) => {
        const expected = [...draft.matchAll(pattern)].map(({ 0: match, index }) => [match, index])
        expect(search(draft).map(({ 0: match, index }) => [match, index])).toEqual(expected)
      }),
    )
  })
})
