/** Whether the items of a running text (一是…，二是…) are numbered without a fault. */

import type { Family } from './enumeration-families.js'
import { toHan } from './numerals.js'

/** What may stand before an item; 统一是 and 之一是 begin none. */
const MARKS = ' \n\t\u00a0\u3000\u3002\uff1b;,\uff0c、:\uff1a!\uff01?\uff1f\u2014\u201c\u201d\uff08(\uff09)'
const WORDS = ['其中', '主要', '包括', '分别', '重点', '做到', '在于']

const mayBegin = (text: string, at: number): boolean =>
  at === 0 || MARKS.includes(text[at - 1] as string) || WORDS.includes(text.slice(at - 2, at))

interface Item {
  value: number
  start: number
  end: number
}

/** Items of a family in order. */
function itemsOf(text: string, { pattern, read }: Family): Item[] {
  const items: Item[] = []
  for (let match = nextMatch(text, pattern, 0); match; match = nextMatch(text, pattern, pattern.lastIndex)) {
    const value = read(match[1] ?? '')
    const start = match.index
    if (value === null || !mayBegin(text, start)) continue
    items.push({ value, start, end: start + match[0].length })
  }
  return items
}

function nextMatch(text: string, pattern: RegExp, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** `first`: no first item; `gap`: a number is left out; `repeated`; `lone`: a first item only; `nested`: in an item of its own kind. */
export interface EnumerationFault {
  what: 'first' | 'gap' | 'repeated' | 'lone' | 'nested'
  family: Family
  item: Item
  /** The number that was due. */
  due: number
}

/** Where a heading stands; a `hard` one begins a part of its own. */
export interface Boundary {
  at: number
  /** Where the heading ends. */
  end: number
  isHard: boolean
}

/** Items that count on from one another. */
interface Run {
  first: Item
  last: Item
  /** The number the last item counts as. */
  value: number
  /** After a repeated number the next may count from either. */
  slack: 0 | 1
  count: number
}

/** What is being counted at a place of the text. */
interface Count {
  text: string
  family: Family
  faults: EnumerationFault[]
  run: Run | null
  /** The run whose item the present one may stand in. */
  outer: Run | null
  /** A heading stands between the run and the next item. */
  isParted: boolean
  /** Where the text under the last heading begins. */
  partStart: number
  /** Where the text that the run stands in ends, once a heading has been passed. */
  partEnd: number
}

/** Units looked through for the missing item in other words. */
const FAR = 1500
/** Words that may take the place of an item's. */
const INSTEAD: Record<number, string[]> = {
  1: ['首先', '一来', '一则', '一面'],
  2: ['另一', '其次', '再者', '二来', '二则', '另外', '再就是', '最后'],
}
const ONE_SIDE = /(?<!另)一方面/
const LATER = ['再次', '再者', '最后']

/** Whether no item of the number stands between, in words of another family or where none was seen. */
function isMissing({ text }: Count, from: number, to: number, value: number): boolean {
  // Files with hard line ends break the words, too.
  const between = text.slice(from, to).replaceAll('\n', '')
  const han = toHan(value)
  const words = [
    `${han}是`,
    `${han}要`,
    `第${han}`,
    `其${han}`,
    `${han}、`,
    `(${han})`,
    `\uff08${han}\uff09`,
    `${han}方面`,
  ]
  // 一方面…，另一方面… in one item are its own two sides.
  const hasBothSides = value === 2 && ONE_SIDE.test(between)
  const instead = (INSTEAD[value] ?? LATER).filter((word) => !(hasBothSides && word === '另一'))
  return ![...words, ...instead].some((word) => between.includes(word))
}

const isMissingBefore = (count: Count, from: number, to: number, value: number): boolean =>
  isMissing(count, Math.max(from, to - FAR), to, value)

function add({ faults, family }: Count, what: EnumerationFault['what'], item: Item, due: number): void {
  faults.push({ what, family, item, due })
}

const inOneLine = (text: string, from: number, to: number): boolean => !text.slice(from, to).includes('\n')

const begun = (item: Item): Run => ({ first: item, last: item, value: item.value, slack: 0, count: 1 })
const goneOn = (run: Run, item: Item): Run => ({
  ...run,
  last: item,
  value: item.value,
  slack: 0,
  count: run.count + 1,
})

const isFirstOnly = (run: Run | null): run is Run => run?.count === 1 && run.value === 1

/** The runs will not go on: was the inner first item the second of the outer, did the first have a second? */
function finish(count: Count, before: number): void {
  const { run, outer, family } = count
  if (run && isFirstOnly(outer)) {
    if (isMissingBefore(count, outer.last.end, run.first.start, 2)) add(count, 'repeated', run.first, 2)
  } else if (isFirstOnly(run) && family.id === 'is') {
    const end = Math.min(before, count.partEnd, run.last.end + FAR)
    if (isMissing(count, run.last.end, end, 2)) add(count, 'lone', run.first, 2)
  }
  count.outer = null
}

/** An item that numbers 1: a run of its own, or one inside an item of the present run. */
function beginAnew(count: Count, item: Item): void {
  const { text, run, outer, isParted } = count
  const isInside = run !== null && outer === null && !isParted && inOneLine(text, run.last.start, item.start)
  if (!isInside) finish(count, item.start)
  count.outer = isInside ? run : null
  count.run = begun(item)
}

/** An item whose number is not the one that was due, nor 1. */
function stumble(count: Count, run: Run, item: Item): void {
  const { outer, family } = count
  const { value } = item
  let slack: Run['slack'] = 0
  if (value > run.value) {
    // 一是, 一是, 三是: the second was meant to be 二是.
    if (isFirstOnly(outer) && value === 3) finish(count, item.start)
    else if (isMissingBefore(count, run.last.end, item.start, run.value + 1)) add(count, 'gap', item, run.value + 1)
  } else if (value === run.value && family.id !== 'circled') {
    slack = 1
    if (isMissingBefore(count, run.last.end, item.start, 1)) add(count, 'repeated', item, value + 1)
  }
  count.run = { ...goneOn(run, item), slack }
}

/** Whether it begins a sentence or a line. */
const beginsSentence = (text: string, { start }: Item): boolean =>
  start === 0 || '\n\u3002'.includes(text[start - 1] as string)

/** 二是…：一是…，二是…。三是…: what follows the inner items as a sentence of its own goes on from the outer ones. */
function isOuterAgain({ text, isParted }: Count, run: Run, outer: Run, item: Item): boolean {
  if (isParted || item.value !== outer.value + 1) return false
  if (item.value !== run.value + 1) return true
  const inner = [run.first, run.last]
  return (
    run.count > 1 &&
    beginsSentence(text, item) &&
    beginsSentence(text, outer.last) &&
    !inner.some((each) => beginsSentence(text, each))
  )
}

function take(count: Count, item: Item): void {
  const { run, outer, isParted, partStart, family } = count
  const { value } = item
  const isNext = run !== null && (value === run.value + 1 || value === run.value + 1 + run.slack)
  if (run && outer && isOuterAgain(count, run, outer, item)) {
    add(count, 'nested', run.first, value)
    count.run = goneOn(outer, item)
    count.outer = null
  } else if (run && isNext) count.run = goneOn(run, item)
  else if (value === 1) beginAnew(count, item)
  else if (run && !isParted) stumble(count, run, item)
  else {
    finish(count, partStart)
    if (family.id !== 'circled' && isMissingBefore(count, partStart, item.start, 1)) add(count, 'first', item, 1)
    count.run = begun(item)
  }
  count.isParted = false
  count.partEnd = Infinity
}

/** Steps over a heading. */
function pass(count: Count, { at, end, isHard }: Boundary): void {
  count.partStart = end
  if (!count.isParted) count.partEnd = at
  count.isParted = true
  if (!isHard) return
  finish(count, at)
  count.run = null
}

/** Whether every item follows the one before, and every part begins with a first item: then no closer look is needed. */
function isSound(text: string, items: Item[], { id }: Family, partStarts: number[]): boolean {
  let value = 0
  let part = 0
  for (const item of items) {
    const isFirst = value === 0 || item.start > (partStarts[part] ?? Infinity)
    while (item.start > (partStarts[part] ?? Infinity)) part++
    const mayBeginAnew = item.value === 1 && (id !== 'is' || (value !== 1 && beginsSentence(text, item)))
    if (isFirst ? item.value !== 1 || value === 1 : item.value !== value + 1 && !mayBeginAnew) return false
    value = item.value
  }
  return value !== 1
}

/**
 * Faults of one family in order.
 * @param partStarts where the parts of their own begin
 * @param boundaries all headings in order; asked for where a closer look is needed
 */
export function enumerationFaults(
  text: string,
  family: Family,
  partStarts: number[],
  boundaries: () => Boundary[],
): EnumerationFault[] {
  const items = itemsOf(text, family)
  if (items.length === 0 || isSound(text, items, family, partStarts)) return []
  const count: Count = {
    ...{ text, family, faults: [], run: null, outer: null },
    ...{ isParted: false, partStart: 0, partEnd: Infinity },
  }
  const headings = boundaries()
  let index = 0
  for (const item of items) {
    for (; (headings[index]?.at ?? Infinity) <= item.start; index++) pass(count, headings[index] as Boundary)
    take(count, item)
  }
  for (const heading of headings.slice(index)) pass(count, heading)
  finish(count, text.length)
  return count.faults.sort((a, b) => a.item.start - b.item.start)
}
