import { once } from '../../text/once.js'

const codesOf = (chars: string): Set<number> => new Set([...chars].map((char) => char.charCodeAt(0)))

/** 我县, 本镇, 全局: what a report calls itself. */
export const GENERIC_HEADS = codesOf('我本全')
export const GENERIC_LEVELS = codesOf('省市县区州盟旗镇乡局委办厅')

/** The unit that 镇, 乡 and 街道 are. */
export const TOWN = '镇'.charCodeAt(0)
/** The first character of 街道. */
export const STREET = '街'.charCodeAt(0)

/** Numerals: figures are what a copy changes first. */
const NUMERALS = '〇零一二三四五六七八九十百千万亿两'

/** What every UTF-16 unit counts as; 0 for what is left out: marks, figures, numerals. */
export const FOLDED = once(() => {
  const table = new Uint16Array(0x10000)
  for (let code = 0x3400; code < 0xa000; code++) table[code] = code
  for (let code = 0x61; code <= 0x7a; code++) {
    for (const form of [code, code - 0x20, code + 0xfee0, code - 0x20 + 0xfee0]) table[form] = code
  }
  for (const numeral of NUMERALS) table[numeral.charCodeAt(0)] = 0
  table['乡'.charCodeAt(0)] = TOWN
  for (const county of '区旗') table[county.charCodeAt(0)] = '县'.charCodeAt(0)
  return table
})
