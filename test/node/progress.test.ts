import { describe, expect, it } from 'vitest'
import { progressLine, spoken } from '../../src/node/progress.js'

describe('the line that counts', () => {
  it('tells how far and how long yet, by the pace so far', () => {
    expect(progressLine('正在检查', 1200, 4000, 6000)).toBe('正在检查 [██████··············] 1200/4000，约剩 14 秒')
  })

  it('tells no time before the pace is known, nor when all is done', () => {
    expect(progressLine('正在检查', 1, 4000, 30)).toBe('正在检查 [····················] 1/4000')
    expect(progressLine('正在检查', 40, 40, 9000)).toBe('正在检查 [████████████████████] 40/40')
  })

  it('says times as people do', () => {
    expect([400, 59_400, 61_000, 3_600_000 * 2 + 60_000].map(spoken)).toEqual([
      '1 秒',
      '59 秒',
      '1 分 1 秒',
      '2 小时 1 分',
    ])
  })
})
