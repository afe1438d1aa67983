import { describe, expect, it } from 'vitest'
import { withLongNumbersMasked } from '../../src/text/masks.js'

describe('what is quoted', () => {
  it.each([
    ['电话13812345678。', '电话138******78。'],
    ['证号33010219900307123X。', '证号330*************3X。'],
    ['电话138 1234 5678。', '电话138 **** **78。'],
    ['卡号6222 0200 1234 5678 901', '卡号622* **** **** **** *01'],
    ['电话１３８１２３４５６７８', '电话１３８******７８'],
  ])('hides the middle of a long number: %s', (text, masked) => {
    expect(withLongNumbersMasked(text)).toBe(masked)
    expect(masked).toHaveLength(text.length)
  })

  it.each(['热线12345，12348', '2,481.83万元', '2023年12月31日', '（2023）浙01行终12号', '共1234567890件'])(
    'keeps other figures: %s',
    (text) => {
      expect(withLongNumbersMasked(text)).toBe(text)
    },
  )
})
