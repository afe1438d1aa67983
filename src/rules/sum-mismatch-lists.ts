import type { Item } from '../text/figure-lists.js'
import { type Figure, isComparable, rangeOf } from '../text/figures.js'
import {
  AVERAGE,
  CHANGE,
  COUNTED,
  CUMULATIVE,
  DENIED,
  isOutcome,
  NOT_ADDED,
  OF_ALL,
  OTHER_OBJECT,
  OVERLAPPING,
  STAGE,
} from './sum-mismatch-words.js'

const HAN_COUNTS = ' 一二三四五六七八九'
/** Longest words between a whole and 分别作出. */
const LONGEST_LEAD = 30

/** A stretch of `Draft.text` that rules as one sentence, brackets blanked. */
export interface View {
  text: string
  /** Whether what it says, in brackets too, forbids to add or compare: carried over from last year, parts within parts. */
  isEntangled: boolean
  /** Where it begins in `Draft.text`. */
  at: number
  items: Item[]
}

export interface Trigger {
  word: string
  start: number
  end: number
  /** Where the next trigger begins. */
  stop: number
}

export const low = (figure: Figure): number => rangeOf(figure)[0]
export const high = (figure: Figure): number => rangeOf(figure)[1]
export const isAddable = ({ unit, isApproximate }: Figure): boolean => !isApproximate && !NOT_ADDED.has(unit)

/** The range the sum of figures may stand for. */
export function sumOf(figures: Figure[]): [number, number] {
  return [figures.reduce((sum, figure) => sum + low(figure), 0), figures.reduce((sum, figure) => sum + high(figure), 0)]
}

export const meets = ([a, b]: [number, number], [c, d]: [number, number]): boolean => a <= d + 1e-6 && c <= b + 1e-6

/** The printed number: 1.82万 of 1.82万户. */
const printedNumber = ({ text }: View, { start, end }: Figure): string =>
  /^[\d\uff10-\uff19.,\uff0c]+[百千万亿]*/.exec(text.slice(start, end))?.[0] ?? ''

/** 124+41+6=171. */
export function working(view: View, figures: Figure[]): string {
  const numbers = figures.map((figure) => printedNumber(view, figure))
  const scales = new Set(numbers.map((number) => number.replace(/^[^百千万亿]+/, '')))
  const [scale = ''] = scales
  const factor = { 万: 1e4, 亿: 1e8 }[scale] ?? 1
  const sum = figures.reduce((total, { value }) => total + value, 0)
  const shown =
    scales.size === 1 ? `${Number((sum / factor).toPrecision(12))}${scale}` : `${Number(sum.toPrecision(12))}`
  return `${numbers.join('+')}=${shown}`
}

/** The figures listed after `from`: joined by 、 和 及, or by commas where they are parts of the same kind. */
export function listAfter({ text, items }: View, from: number, stop: number, claimsAll = false): Item[] {
  const first = items.findIndex(({ figure }) => figure.start >= from)
  const head = items[first]
  if (!head || head.figure.start >= stop) return []
  const lead = text.slice(from, head.figure.start).replace(/^[\s,\uff0c:\uff1a]+/, '')
  if (lead.length > 40 || /[,\uff0c;\uff1b]/.test(lead)) return []
  const list: Item[] = [{ ...head, label: lead }]
  for (const item of items.slice(first + 1)) {
    const isPart = item.joint === 'list' || (item.joint === 'comma' && isPartAfterComma(item, list, claimsAll))
    if (item.figure.start >= stop || !isPart) break
    list.push(item)
  }
  return list
}

/** A clause after a comma goes on with a list where the list has commas only and the clause names a part as the others do. */
function isPartAfterComma({ label, figure }: Item, list: Item[], claimsAll: boolean): boolean {
  const [first, second] = list
  if (!first || (second && second.joint === 'list') || !isComparable(figure, first.figure)) return false
  if (claimsAll) return label.length <= 12
  const tail = first.label.slice(-2)
  return label === '' || isOutcome(label) || (label.length <= 12 && tail.length === 2 && label.endsWith(tail))
}

interface Whole {
  nearest: Item
  /** The nearest alone, with what it is listed with, and everything counted alike before it in the sentence. */
  ranges: [number, number][]
  /** Figures of other measures and marks between it and the list. */
  between: number
  marks: number
  /** Whether nothing else is said between it and the list. */
  isAdjacent: boolean
}

/** The whole that parts may belong to: the nearest figure before in the same measure, unless it is rough or a difference. */
export function wholeBefore({ text, items }: View, at: number, part: Figure): Whole | null {
  const before = items.filter(({ figure }) => figure.end <= at)
  const alike: Item[] = []
  let between = 0
  for (const item of [...before].reverse()) {
    if (isComparable(item.figure, part)) alike.push(item)
    else if (alike.length === 0) between++
    if (/[;\uff1b]/.test(text.slice(item.figure.end, alike.at(-1)?.figure.start ?? at - 1)) || between > 2) break
  }
  const [nearest] = alike
  if (!nearest || !isAddable(nearest.figure) || CHANGE.test(nearest.label) || AVERAGE.test(nearest.label)) return null
  const gap = text.slice(nearest.figure.end, at)
  const marks = gap.match(/[,\uff0c;\uff1b]/g)?.length ?? 0
  const figures = alike.map(({ figure }) => figure)
  const runs = figures.map((_, i) => sumOf(figures.slice(0, i + 1)))
  return {
    nearest,
    ranges: [...figures.map((figure) => rangeOf(figure)), ...runs],
    between,
    marks,
    isAdjacent: between === 0 && marks <= 1,
  }
}

/** Whether a part that the whole takes in is larger than it; what the sentence has not told of counts something else. */
export function isTooLarge(figure: Figure, label: string, whole: Figure, scope: string): boolean {
  if (!isAddable(figure) || low(figure) <= high(whole) || CUMULATIVE.test(label)) return false
  const [object] = OTHER_OBJECT.exec(label) ?? []
  return object === undefined || scope.includes(object)
}

/** Whether parts count some things twice by what their labels say, so that their sum may exceed the whole. */
export function isOverlapping(parts: Item[]): boolean {
  const labels = parts.map(({ label }) => label)
  const hasCounter = labels.some((label) => /线下|窗口|现场/.test(label))
  if (labels.some((label) => OVERLAPPING.test(hasCounter ? label.replace(/网上|线上/, '') : label))) return true
  return labels.some((label) => STAGE.test(label)) && !labels.some((label) => DENIED.test(label))
}

/** Whether a part is the whole once more: 8项，其中2项举行听证会，8项全部完成评估. Results that exclude one another are not. */
export function isOfAll({ text }: View, { figure, label, joint }: Item, whole: Figure): boolean {
  if (high(figure) >= low(whole) && isComparable(figure, whole) && !isOutcome(label)) return true
  return (label === '' || joint === 'comma') && OF_ALL.test(text.slice(figure.end, figure.end + 8))
}

/** Whether the words after a list say that it was whole: …两类, …三种; the number must be that of the list. */
export function closes({ text }: View, list: Item[]): boolean {
  const [, digits = '', han = ''] = COUNTED.exec(text.slice(list.at(-1)?.figure.end ?? 0)) ?? []
  const count =
    digits === '' ? HAN_COUNTS.replace('二', han === '两' ? '两' : '二').indexOf(han || '?') : Number(digits)
  return count === list.length
}

/** Whether the words between a whole and 分别为 make the list all of it. */
export function claimsAll(lead: string, list: Item[]): boolean {
  const [, digits = '', han = ''] =
    /(?:(\d)|([两二三四五六七八九]))(?:大?类|种|个?方面|个?部分|个?领域)$/.exec(lead) ?? []
  if (digits || han)
    return (digits ? Number(digits) : '  两三四五六七八九'.indexOf(han === '二' ? '两' : han)) === list.length
  if (lead === '' || lead === '其中') return lead === '' && list.every(({ label }) => label !== '')
  const names = lead.replace(/的$|案件$|案卷$/, '').split(/[、和及与]/)
  return names.length === list.length && names.every((name) => isOutcome(name) && name.length <= 6)
}

/** Whether more parts follow the list: 等, 其余27件. */
export function isContinued({ text }: View, list: Item[]): boolean {
  return /^[\s,\uff0c、;\uff1b]*(?:等|其[余他它]|剩余|余下|另|尚|还有|正在)/.test(text.slice(list.at(-1)?.figure.end))
}

/** Whether a list behind 分为 is all of the whole: parts with names that exclude one another, or …两类 at its end. */
export function isDivided(view: View, lead: string, list: Item[]): boolean {
  const isList = list.slice(1).every(({ joint }) => joint === 'list') && list.every(({ label }) => label !== '')
  if (!isList || isContinued(view, list) || !/^(?:共|总共|具体|可|又)?$/.test(lead)) return false
  return closes(view, list) || !isOverlapping(list)
}

/** Whether words lead to results of all there is (分别作出), kinds of all (按结案方式分) or name as many as there are numbers. */
export function sortsAll(word: string, lead: string, list: Item[]): boolean {
  if (word.startsWith('按')) return lead === '' || lead === '其中'
  const areResults = list.every(({ label }) => isOutcome(label))
  return /^分别[^为是有]/.test(word) ? areResults && lead.length < LONGEST_LEAD : namesAll(lead, list)
}

/** Whether three names or more stand for the numbers, each one: 甲、乙、丙制发的分别为96件、61件、38件. */
export function namesAll(lead: string, list: Item[]): boolean {
  const names = lead.split('、')
  const last = names.at(-1)?.split(/[和与]|及(?!其)/) ?? []
  const isPlain = !/\d|[一二三四五]是|前[一二两三四五]|居|最|较|主要|重点|如|等|其中|[,\uff0c;\uff1b]/.test(lead)
  const isOne = !names.some((name) => OVERLAPPING.test(name) || STAGE.test(name))
  return isPlain && isOne && names.length + last.length - 1 === list.length && list.length >= 3 && hasNoNames(list)
}

const hasNoNames = (list: Item[]): boolean => list.every(({ label }) => label === '')

/** Whether a 共计 follows the list, which is asked then. */
export function isTotalled({ text }: View, figures: Figure[]): boolean {
  return /^[\s,\uff0c、]{0,3}(?:[两三四五六七八九]项|[两三四]者)?(?:共计|合计|总计|总共|共)/.test(
    text.slice(figures.at(-1)?.end),
  )
}

/** The unbroken run of figures in the measure of the total that ends before it; a list where its end is one. */
export function runBefore(before: Item[], whole: Figure): Item[] {
  const run: Item[] = []
  for (const item of [...before].reverse()) {
    if (!isComparable(item.figure, whole)) break
    run.unshift(item)
    if (item.joint === 'apart' || item.joint === 'direct') break
    if (item.joint === 'comma' && run.length > 1 && run[1]?.joint === 'list') break
  }
  return run
}
