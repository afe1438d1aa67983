import { firstFrom, type Numbers } from '../text/arabic-numbers.js'
import { type Figure, leadingFigure } from '../text/figures.js'
import { runStart } from '../text/sentences.js'

/** Words between an indicator and its number. */
export const LINK = /(?:为|达到?|共计|合计|共有?|有|计|是|均为)$/
/** What its words end in. */
const LINK_CODES = new Set([...'为到达共计有是'].map((char) => char.charCodeAt(0)))
/** The noun behind a figure, up to what goes on with the sentence. */
const NOUN_AFTER = /^[\u4e00-\u9fff]{3,8}?(?=[中里均已等,\uff0c。、;\uff1b]|反映|暴露|逐|全部|进行|开展|作出|提出)/
/** Most figures with their noun behind, and most places of one verb, that are looked at. */
const MOST_LISTED = 40
/** Most places with one indicator; more are a list. */
const MOST_ALIKE = 8
const OF = '的'.charCodeAt(0)
const YEAR = '年'.charCodeAt(0)
const MONTH = '月'.charCodeAt(0)
const DAY = '日'.charCodeAt(0)
/** Longest indicator, in UTF-16 units. */
export const LONGEST = 24
/** Shortest indicator that is specific enough. */
export const SPECIFIC = 6
/** Longest way back to the head of a sentence. */
export const REACH = 120

/** Heads of an indicator that say of whom or when: no part of its wording. */
export const HEAD =
  /^(?:年度?|月|日|全(?:年|县|市|区|镇|乡|街道?|省|州|旗|系统|域|局)|本(?:年度?|区|县|市|镇|乡|局|街道)|今年(?:以来)?|一年来|年内|当年|共|共计|一共|总共|先后|已|累计|并|同时|目前|我(?:县|市|区|镇|乡|局|街道))+/
export interface Mention {
  /** What is counted, without who and when: 审查规范性文件. */
  indicator: string
  figure: Figure
  /** The sentence up to the number. */
  before: string
  start: number
  end: number
  /** The verb of 新增的136名调解员, whose noun follows the number. */
  verb: string | null
}

const isHan = (char: string): boolean => char >= '\u4e00' && char <= '\u9fff'

/** The run of Chinese characters that ends at an offset. */
export function runBefore(text: string, at: number): string {
  let start = at
  while (start > 0 && at - start < LONGEST && isHan(text.charAt(start - 1))) start--
  return text.slice(start, at)
}

/** Words of an indicator that two places share if they count the same, as a number; 0 where they are too few. */
function keyBefore(text: string, start: number): number {
  let at = start - linkBefore(text, start)
  let key = 0
  for (let taken = 0; taken < SPECIFIC; at--) {
    const code = text.charCodeAt(at - 1)
    if (!(code >= 0x4e00 && code < 0xa000)) return 0
    if (code === OF) continue
    key = (key * 31 + code) | 0
    taken++
  }
  return key === 0 ? 1 : key
}

/** Length of the link that ends at an offset. */
export function linkBefore(text: string, at: number): number {
  return LINK_CODES.has(text.charCodeAt(at - 1)) ? (LINK.exec(text.slice(at - 2, at))?.[0].length ?? 0) : 0
}

/** Slots of the table of keys; a power of two. */
const SLOTS = 1024
const slots = new Uint8Array(SLOTS)

/** Numbers, by their index, that share a key with another, in groups. `keyOf` gives 0 for a number that has none. */
export function sharing({ count }: Numbers, keyOf: (index: number) => number): number[][] {
  const keys: number[] = []
  slots.fill(0)
  for (let i = 0; i < count; i++) {
    const key = keyOf(i)
    keys.push(key)
    if (key !== 0) slots[key & (SLOTS - 1)] = slots[key & (SLOTS - 1)] === 0 ? 1 : 2
  }
  const groups = new Map<number, number[]>()
  for (const [i, key] of keys.entries()) {
    if (key === 0 || slots[key & (SLOTS - 1)] !== 2) continue
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Where numbers begin that share the last words of their indicators with another. */
export function grouped(text: string, numbers: Numbers): number[][] {
  const { starts, ends } = numbers
  const keyOf = (i: number): number => {
    const start = starts[i] as number
    const unit = text.charCodeAt(ends[i] as number)
    const isDate = unit === YEAR || unit === MONTH || unit === DAY
    return isDate || text.charCodeAt(start) > 57 ? 0 : keyBefore(text, start)
  }
  return sharing(numbers, keyOf)
    .filter((group) => group.length <= MOST_ALIKE)
    .map((group) => group.map((i) => starts[i] as number))
    .filter((group) => isVaried(text, group))
}

/** Whether not all numbers of a group are the same. */
function isVaried(text: string, [first = 0, ...others]: number[]): boolean {
  const printed = (at: number): string => /^[\d.,\uff0c]*[万亿]?/.exec(text.slice(at, at + LONGEST))?.[0] ?? ''
  return others.some((at) => printed(at) !== printed(first))
}

/** 调解员 of 136名调解员中. */
function nounAfter(text: string, at: number): string {
  return NOUN_AFTER.exec(text.slice(at, at + 12))?.[0] ?? ''
}

export function mentionAt(text: string, at: number): Mention | null {
  const figure = leadingFigure(text.slice(at, at + LONGEST))
  const run = runBefore(text, at)
  const from = at - run.length
  const before = text.slice(runStart(text, at, '。;\uff1b!\uff01\n', REACH), at)
  if (!figure || figure.isApproximate || /(?:[约近超逾足少多]|(?<!达)到)$/.test(run)) return null
  const bare = run.replace(LINK, '')
  const noun = bare.endsWith('的') ? nounAfter(text, at + figure.end) : ''
  const verb = noun === '' ? null : bare.slice(-3, -1)
  const words = (noun === '' ? bare.replace(HEAD, '') : `${verb}${noun}`).replaceAll('的', '')
  // What is filed is counted by filings and by cases.
  const indicator = words.replace(/行政复议(?:申请|案件)$/, '行政复议案件')
  const start = noun === '' ? from : at - 3
  const end = at + figure.end + noun.length
  return { indicator, figure, before: before + noun, start, end, verb }
}

/** Pairs of numbers, by where they begin: that of 新增的136名调解员, and one that 新增 may lead to as well. */
export function* listedIn(text: string, numbers: Numbers): Generator<[number, number]> {
  const { count, starts, ends } = numbers
  for (let i = 0, found = 0; i < count && found < MOST_LISTED; i++) {
    const start = starts[i] as number
    if (text.charCodeAt(start - 1) !== OF) continue
    const noun = nounAfter(text, (ends[i] as number) + 1)
    if (noun === '') continue
    found++
    for (const rival of rivalsOf(text, numbers, start, text.slice(start - 3, start - 1), noun.slice(0, 3)))
      yield rival < start ? [rival, start] : [start, rival]
  }
}

/** Where the numbers begin to which a verb leads with the same noun before or behind. */
function rivalsOf(text: string, numbers: Numbers, own: number, verb: string, noun: string): number[] {
  const rivals: number[] = []
  let at = text.indexOf(verb)
  for (let tries = 0; at >= 0 && tries < MOST_LISTED; tries++) {
    const i = firstFrom(numbers, at)
    const start = numbers.starts[i] as number
    const isNear = i < numbers.count && start - at < LONGEST && start !== own
    if (isNear && text.slice(at, start + LONGEST).includes(noun) && runBefore(text, start).length >= start - at)
      rivals.push(start)
    at = text.indexOf(verb, at + 1)
  }
  return rivals
}
