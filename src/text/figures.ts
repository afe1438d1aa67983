/** Figures: numbers together with what they count, as official prose writes them. */

import { narrowDigits } from './marks.js'
import { matchesOf } from './matches.js'
import { MEASURES } from './measure-words.js'
import { once } from './once.js'

/** A number with its measure word, as official prose writes it: 260余万元, 4.2万件, 近三成, 5.87个百分点. */
export interface Figure {
  /** In whole measure words: 4.2万件 is 42000, 260余万元 2600000; 12.3% is 12.3, 三成 3, 三分之二 0.667. */
  value: number
  /** Upper end of a span (10—20件). */
  to: number | null
  /** Measure word, of money with its scale: 件, 人次, 万元; %, 百分点, 成, 分之 (a fraction). */
  unit: string
  /** What the last printed digit counts: 1000 for 4.2万件, 0.1 for 12.3%, 1 for 32件. */
  step: number
  /** Words that make it rough, as printed: 约, 近, 余, 多, 以上, 不足 … */
  qualifiers: string[]
  /** Whether it is rough: has a qualifier or is a span. */
  isApproximate: boolean
  /** Written in Chinese numerals (三类, 十余次), which often name rather than count. */
  isHan: boolean
  /** Number and measure word without the rough words around them, half open, in UTF-16 units. */
  start: number
  end: number
}

const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }
const HAN_DIGITS = '\u3007一二三四五六七八九零两'
const HAN_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 2]
/** Longest numeral taken for a number; longer runs of digits are codes. */
const LONGEST_NUMERAL = 18

const ARABIC = '\\d{1,3}(?:[,\\uff0c]\\d{3}){1,4}(?!\\d)(?:[.\\uff0e]\\d+)?|\\d+(?:[.\\uff0e]\\d+)?'
const HAN = `[${HAN_DIGITS}十百千万亿]+`
const NUMERALS = new RegExp(`${ARABIC}|${HAN}`, 'g')
const NUMERAL_HERE = new RegExp(`${ARABIC}|${HAN}`, 'y')
/** Between an Arabic number and its measure word: 余万, 万余, 多. */
const SCALE_HERE = /([余多来几]?)((?:[千万亿]|百(?!分)){0,2})([余多来几]?)/y
const SPAN_HERE = /(?:[-\u2013\u2014]{1,2}|[\uff0d~\uff5e至到])(?=[\d一二三四五六七八九十])/y
const ROUGH_AFTER = /多|以上|以下|以内|左右|上下(?![级游联班])|不等/y
/** Rough words before a number; 节约, 附近 and the like end in the same characters. */
const ROUGH_BEFORE =
  /(?:大概|(?<![节签预履条契公合特邀失违制简相盟缔])约|(?<![附临最就靠贴亲邻相逼])近|超过|(?<![高赶反])超|逾|不足|不到|至少|最少|不少于|不低于|至多|最多|不超过|突破)$/
/** What the words above end in. */
const ROUGH_LAST = '概约近过超逾足到少于低多破'
/** Units before a number that its rough words take. */
const LOOK_BACK = 5
/** What before a number shows an ordinal, a number of a document, a time or a code. */
const NAMED_BEFORE = /[第\u3014[A-Za-z.\uff0e\-/+\uff0b·×#_号]$|\d[:\uff1a]$/
/** What after a number shows the same. */
const NAMED_AFTER = /[+\uff0b:\uff1a/.号A-Za-z]/
/** Before a Chinese numeral: 第三次, 数十件, 上百人. */
const VAGUE_BEFORE = /[第数几上成]$/
/** After 成 in other words than 三成. */
const NOT_TENTHS = '立员功果为效本长绩熟交人就分套体品'

interface Numeral {
  value: number
  step: number
  end: number
  isHan: boolean
  /** Rough words between number and measure word. */
  rough: string[]
  /** 1, or what 万, 亿 … after an Arabic number multiply it by. */
  scale: number
}

/** Whether a text begins with an Arabic digit. */
const isDigit = (text: string): boolean => text.charCodeAt(0) < 58

/** Without the noise of binary fractions: 2481.83 × 10000 is 24818300. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)))

/** 二十五, 一百二十, 三千; `null` for digits read one by one (二〇二二, 十四五, 三四). */
function parseHan(numeral: string): { value: number; step: number } | null {
  let total = 0
  let section = 0
  let digit = -1
  let step = 1
  for (const char of numeral) {
    const scale = SCALES[char]
    step = scale ?? 1
    if (scale === undefined) {
      if (digit > 0) return null
      digit = HAN_VALUES[HAN_DIGITS.indexOf(char)] ?? 0
    } else if (scale < 1e4) {
      section += (digit > 0 ? digit : 1) * scale
      digit = -1
    } else {
      total = Math.max(1, total + section + Math.max(digit, 0)) * scale
      section = 0
      digit = -1
    }
  }
  const value = total + section + Math.max(digit, 0)
  return value > 0 ? { value, step } : null
}

function readHan(text: string, printed: string, end: number): Numeral | null {
  const number = parseHan(printed)
  const rough = /[余多来几]/.test(text.charAt(end)) ? [text.charAt(end)] : []
  const scale = rough.length > 0 ? (SCALES[text.charAt(end + 1)] ?? 1) : 1
  // 千家万户 and 百姓 name no number, 千余家 and 近百次 do.
  const isVague = /^[百千万亿]/.test(printed) && rough.length === 0
  if (!number || (isVague && !/[近约逾超]/.test(text.charAt(end - printed.length - 1)))) return null
  const value = number.value * scale
  return {
    value,
    step: number.step * scale,
    end: end + rough.length + (scale > 1 ? 1 : 0),
    isHan: true,
    rough,
    scale: 1,
  }
}

function readArabic(text: string, printed: string, end: number): Numeral {
  const [, decimals = ''] = printed.split(/[.\uff0e]/)
  SCALE_HERE.lastIndex = end
  const [length, before = '', scales = '', after = ''] = SCALE_HERE.exec(text) ?? ['']
  let scale = 1
  for (const char of scales) scale *= SCALES[char] ?? 1
  const value = tidy(Number(printed.replace(/[,\uff0c]/g, '').replace('\uff0e', '.')) * scale)
  const rough = [before, after].filter((word) => word !== '')
  return { value, step: tidy(scale / 10 ** decimals.length), end: end + length.length, isHan: false, rough, scale }
}

/** The number as printed up to an offset, with what stands between it and its measure word. */
function numeralOf(text: string, printed: string, start: number): Numeral | null {
  if (printed === '' || printed.length > LONGEST_NUMERAL) return null
  const end = start + printed.length
  return isDigit(printed) ? readArabic(text, printed, end) : readHan(text, printed, end)
}

/** The number at an offset. */
function numeralAt(text: string, start: number): Numeral | null {
  NUMERAL_HERE.lastIndex = start
  return numeralOf(text, NUMERAL_HERE.exec(text)?.[0] ?? '', start)
}

/** Measure words by their first character, the longest first. */
const byHead = once(() => {
  const words = new Map<string, string[]>()
  for (const word of Object.keys(MEASURES)) words.set(word.charAt(0), [...(words.get(word.charAt(0)) ?? []), word])
  for (const alike of words.values()) alike.sort((a, b) => b.length - a.length)
  return words
})

/** The measure word at an offset: the longest, unless what follows makes another word of it. */
function measureAt(text: string, at: number): string {
  const char = text.charAt(at)
  if (char === '%' || char === '\uff05') return '%'
  const word = byHead()
    .get(char)
    ?.find((candidate) => text.startsWith(candidate, at))
  if (word === undefined) return ''
  const next = text.charAt(at + word.length)
  return next !== '' && MEASURES[word]?.includes(next) ? '' : word
}

function unitAt(text: string, { end, isHan }: Numeral): string {
  const isTenths = isHan && text.charAt(end) === '成' && !NOT_TENTHS.includes(text.charAt(end + 1) || '。')
  return isTenths ? '成' : measureAt(text, end)
}

/** 2023年 is a date, 3年 a length of time. */
const isYear = (unit: string, value: number): boolean => unit === '年' && value >= 1900 && value <= 2100

/** Ordinals, years, times, codes, quoted numbers (“12345”), idioms with 一. */
function isName(text: string, start: number, { value, end, isHan }: Numeral): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.charAt(end)
  if (isHan) return VAGUE_BEFORE.test(before) || value === 1
  if (NAMED_BEFORE.test(before) || NAMED_AFTER.test(after)) return true
  return (before.endsWith('“') && after === '”') || isYear(after, value)
}

function figure(text: string, start: number, last: Numeral, end: number, measure: string): Figure {
  const isRough = ROUGH_LAST.includes(text.charAt(start - 1) || '-')
  const before = isRough ? ROUGH_BEFORE.exec(text.slice(Math.max(0, start - LOOK_BACK), start)) : null
  ROUGH_AFTER.lastIndex = end
  const after = ROUGH_AFTER.exec(text)
  const qualifiers = [...(before ? [before[0]] : []), ...last.rough, ...(after ? [after[0]] : [])]
  const money = measure === '元' ? /[万亿]元$/.exec(text.slice(start, end))?.[0] : undefined
  const { value, step, isHan } = last
  const unit = money ?? measure.replace('个百分点', '百分点')
  return { value, to: null, unit, step, qualifiers, isApproximate: qualifiers.length > 0, isHan, start, end }
}

/** 百 by itself, which is a number in 百分之百 only. */
function hundred(start: number): Numeral {
  return { value: 100, step: 1, end: start + 1, isHan: true, rough: [], scale: 1 }
}

/** 百分之三十, 三分之二. */
function fractionAt(text: string, start: number, below: Numeral): Figure | null {
  const isWhole = text.startsWith('百', below.end + 2)
  const above = isWhole ? hundred(below.end + 2) : numeralAt(text, below.end + 2)
  if (!above) return null
  let { value, step, end } = above
  const tenth = HAN_VALUES[HAN_DIGITS.indexOf(text.charAt(end + 1))]
  if (text.charAt(end) === '点' && tenth !== undefined) {
    value += tenth / 10
    step = 0.1
    end += 2
  }
  if (below.value === 100) return figure(text, start, { ...above, value, step }, end, '%')
  return figure(text, start, { ...above, value: Number((value / below.value).toPrecision(3)), step: 0 }, end, '分之')
}

/** 10—20件, 10万至20万元: the figure whose first number is given. */
function spanAt(text: string, start: number, low: Numeral, lowUnit: string): Figure | null {
  SPAN_HERE.lastIndex = low.end + lowUnit.length
  const mark = SPAN_HERE.exec(text)
  const high = mark ? numeralAt(text, SPAN_HERE.lastIndex) : null
  const unit = high ? unitAt(text, high) : ''
  if (!high || unit === '' || (lowUnit !== '' && lowUnit !== unit) || isYear(unit, high.value)) return null
  const scale = lowUnit === '' && low.scale === 1 ? high.scale : 1
  const span = figure(
    text,
    start,
    { ...low, value: low.value * scale, step: low.step * scale },
    high.end + unit.length,
    unit,
  )
  return { ...span, to: high.value, isApproximate: true }
}

/** The figures of 57、23、16件 before the last, which has their measure word. */
function sharing(text: string, bare: { start: number; numeral: Numeral }[], last: Figure, scale: number): Figure[] {
  return bare.map(({ start, numeral }) => {
    const factor = numeral.scale === 1 ? scale : 1
    const own = { ...numeral, value: tidy(numeral.value * factor), step: tidy(numeral.step * factor) }
    return { ...figure(text, start, own, numeral.end, last.unit), unit: last.unit }
  })
}

function figureOf(text: string, start: number, numeral: Numeral): Figure | null {
  if (text.startsWith('分之', numeral.end)) return fractionAt(text, start, numeral)
  if (isName(text, start, numeral)) return null
  const unit = unitAt(text, numeral)
  const span = spanAt(text, start, numeral, unit)
  if (span || unit === '') return span
  return figure(text, start, numeral, numeral.end + unit.length, unit)
}

/**
 * The figures of a text, in order. Years, dates, ordinals, times, numbers of documents, codes, idioms with 一 and numbers
 * without a measure word are none; of 57、23、16件 each is one.
 */
export function figuresIn(printed: string): Figure[] {
  const text = narrowDigits(printed)
  const figures: Figure[] = []
  let bare: { start: number; numeral: Numeral }[] = []
  let done = 0
  for (const { 0: number, index: start } of matchesOf(text, NUMERALS)) {
    if (start < done) continue
    const numeral = text.startsWith('百分之', start) ? hundred(start) : numeralOf(text, number, start)
    if (!numeral) continue
    const found = figureOf(text, start, numeral)
    if ((bare.at(-1)?.numeral.end ?? start) < start - 1) bare = []
    if (found) {
      for (const shared of sharing(text, bare.splice(0), found, numeral.scale)) figures.push(shared)
      figures.push(found)
      done = found.end
    } else if (!numeral.isHan && /[、和及与]/.test(text.charAt(numeral.end)) && !isName(text, start, numeral)) {
      bare.push({ start, numeral })
    } else bare = []
  }
  return figures
}

/** The figure that begins at the head of a text, or `null`. */
export function leadingFigure(printed: string): Figure | null {
  const text = narrowDigits(printed)
  const numeral = text.startsWith('百分之') ? hundred(0) : numeralAt(text, 0)
  return numeral && figureOf(text, 0, numeral)
}

/** The range a figure may stand for: 4.2万件 is 41500 to 42500, 32件 just 32. */
export function rangeOf({ value, to, step }: Figure): [number, number] {
  const slack = step === 1 ? 0 : step / 2
  return [value - slack, (to ?? value) + slack]
}

/** Whether two figures count in the same measure, of money in any scale; 人 and 名 are alike, 件 and 起 are not. */
export function isComparable(a: Figure, b: Figure): boolean {
  const plain = ({ unit }: Figure): string => (unit === '名' || unit === '位' ? '人' : unit.replace(/^[万亿]元$/, '元'))
  return plain(a) === plain(b)
}
