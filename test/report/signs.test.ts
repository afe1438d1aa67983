import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { signs } from '../../src/generated/signs.js'
import { signsOf } from '../../src/tools/signs.js'
import { jsonLines } from './corpus.js'

const WORDINGS = 'test/fixtures/wordings'
const headings = readdirSync(WORDINGS)
  .flatMap((name) => jsonLines<{ heading: string }>(join(WORDINGS, name)))
  .map(({ heading }) => heading)

describe('signs of a pattern', () => {
  it('are the units that every match has', () => {
    expect(signsOf('问题|困难')).toEqual(['问困'])
    expect(signsOf('下一步(?:打算|安排)?')).toEqual(['下', '一', '步'])
    expect(signsOf('[一二]是[^，]{0,9}不够+')).toEqual(['一二', '是', '不', '够'])
  })

  it('are none where a match may have anything', () => {
    expect(signsOf('{next}年?')).toEqual([])
    expect(signsOf('成效|\\d+')).toEqual([])
    expect(signsOf('(?<!不)(?=足)[^，]')).toEqual([])
  })

  it('stand in every heading that a pattern of the schemas matches', () => {
    for (const [pattern, needed] of signs) {
      const expression = new RegExp(pattern.replaceAll('{year}', '2024').replaceAll('{next}', '2025'))
      for (const heading of headings) {
        const match = expression.exec(heading)
        if (match) expect(needed.filter((sign) => ![...sign].some((unit) => match[0].includes(unit)))).toEqual([])
      }
    }
  })
})
