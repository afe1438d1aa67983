import { describe, expect, it } from 'vitest'
import { jsonPieces } from '../../src/output/json-pieces.js'
import fc from '../fast-check.js'

const whole = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

describe('JSON in pieces', () => {
  it('is as JSON.stringify writes it', () => {
    const json = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())))
    fc.assert(
      fc.property(json, (value) => {
        expect([...jsonPieces(value)].join('')).toBe(whole(value))
      }),
    )
  })

  it('leaves out what is not there, and is an empty object of nothing', () => {
    const values = [{}, { a: undefined }, { a: undefined, b: [] }, { a: '一\n二', b: [{}, [1]], c: undefined }]
    for (const value of values) expect([...jsonPieces(value)].join('')).toBe(whole(value))
  })

  it('has a piece for every item of a list', () => {
    const pieces = [...jsonPieces({ units: Array.from({ length: 1000 }, (_, i) => ({ i })) })]
    expect(pieces.length).toBeGreaterThan(1000)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40)
  })
})
