import { parseHan, toHan } from './numerals.js'
import { headedTest } from './pattern-search.js'

/** Words that number the items of a running text. */
export interface Family {
  id: 'is' | 'must' | 'ordinal' | 'which' | 'circled'
  /** Stands in every text that has more than a first item, or of 一是 a first one. */
  sign: RegExp
  /** Group 1 is the number. */
  pattern: RegExp
  read(number: string): number | null
  /** The word for a number. */
  word(value: number): string
}

const HAN = '[一二三四五六七八九十]{1,3}'
const ONES = '一二三四五六七八九十'
/** Most numbers are one character. */
const readHan = (number: string): number | null => (number.length === 1 ? ONES.indexOf(number) + 1 : parseHan(number))

const FAMILIES: Family[] = [
  {
    id: 'is',
    sign: /[一二]是/,
    // Not 一是一 and 三是指.
    pattern: new RegExp(`(${HAN})是(?![一二三四五六七八九十指])`, 'g'),
    read: readHan,
    word: (value) => `${toHan(value)}是`,
  },
  {
    id: 'must',
    sign: /[二三]要/,
    pattern: new RegExp(`(${HAN})要(?![素件点])`, 'g'),
    read: readHan,
    word: (value) => `${toHan(value)}要`,
  },
  {
    id: 'ordinal',
    sign: /第[二三]/,
    // Not 第一、第二季度.
    pattern: new RegExp(`第(${HAN})(?:[,\\uff0c、:\\uff1a]|是)(?!第|${HAN})`, 'g'),
    read: readHan,
    word: (value) => `第${toHan(value)}`,
  },
  {
    id: 'which',
    sign: /其[二三]/,
    pattern: new RegExp(`其(${HAN})[,\\uff0c:\\uff1a是]`, 'g'),
    read: readHan,
    word: (value) => `其${toHan(value)}`,
  },
  {
    id: 'circled',
    sign: /[\u2461\u2462]/,
    pattern: /([\u2460-\u2473])/g,
    read: (char) => char.charCodeAt(0) - 0x2460 + 1,
    word: (value) => String.fromCharCode(0x2460 + value - 1),
  },
]

/** What every family but the first has a sign of. */
const hasSign = headedTest('第其二三\u2461\u2462', /[第其][二三][,\uff0c、:\uff1a是]|[二三]要|[\u2461\u2462]/)

/** Families a text may number its items with. */
export function familiesIn(text: string): Family[] {
  const families = hasSign(text) ? FAMILIES : FAMILIES.slice(0, 1)
  return families.filter(({ sign }) => sign.test(text))
}
