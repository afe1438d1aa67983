import { describe, expect, it } from 'vitest'
import { matchesOf } from '../../src/text/matches.js'

const TEXTS = ['', '，', '甲12乙3', '12', '一是甲。二是乙。', '\n\n']
const PATTERNS = [/\d+/g, /[^\u3002]*/g, /(?<=甲)(\d)|是(.)/g, /$/gm]

describe('matchesOf', () => {
  it('gives what matchAll gives, matches of nothing too', () => {
    for (const text of TEXTS) {
      for (const pattern of PATTERNS) expect(matchesOf(text, pattern)).toEqual([...text.matchAll(pattern)])
    }
  })

  it('begins at the head of the text whatever the pattern was used for before', () => {
    const pattern = /\d/g
    pattern.test('12')
    expect(matchesOf('12', pattern).map(({ index }) => index)).toEqual([0, 1])
    expect(matchesOf('12', pattern)).toHaveLength(2)
  })
})
