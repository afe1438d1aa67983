import type { Span } from '../model.js'
import { firstFrom, type Numbers } from '../text/arabic-numbers.js'
import { isComparable, leadingFigure } from '../text/figures.js'
import { HEAD, LONGEST, type Mention, mentionAt } from './figure-conflict-mentions.js'

/** Least of a noun that two places must share, in UTF-16 units. */
const SHARED = 5
/** Most places of one noun, and most figures before a noun, that are looked at. */
const MOST = 40
/** 全市6,128名, 全系统312名. */
const WHOLE = '年县市区镇乡街省州旗域局'
/** What stands right before any figure of all there are. */
const LEADS = new Set([...`${WHOLE}统道对`].map((char) => char.charCodeAt(0)))
/** What says that all of them are meant. */
const ALL = /^[^,\uff0c。;\uff1b\d]{0,12}(?:逐[件户条个人一]|全部)/
/** Whom every 行政诉讼案件 is brought against; to say so narrows nothing. */
const SUED =
  '以?(?:全[区县市州旗镇乡])?(?:[区县市州旗镇乡]?(?:人民)?政府(?:及其?|和|或者?)(?:各|所属|组成|工作|职能){0,2}部门|(?:各级)?行政机关)(?:为|作为|是)被告的'
/** What may stand before a noun without narrowing it. */
const PLAIN = new RegExp(`^(?:受理|收到|办理|接到|接收|登记|现有|共有|拥有|有|在册|发生)?(?:的)?(?:${SUED})?$`)

const isHan = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code < 0xa000
}

/** Whether words before or behind a figure say that it is of all there are: 全市6,128名…, 对24件…逐件…. */
function isOfAll(text: string, start: number, end: number): boolean {
  const last = text.charAt(start - 1)
  if (text.charAt(start - 2) === '全' && WHOLE.includes(last)) return true
  if (last === '统' || last === '道') return /全(?:系统|街道)$/.test(text.slice(start - 3, start))
  return last === '对' && ALL.test(text.slice(end, end + LONGEST))
}

/** The number of the same noun that stands behind it, unless more than the noun is said: 持证行政执法人员6,218名. */
function rivalsOf(text: string, numbers: Numbers, noun: number): { rival: Mention; length: number }[] {
  const key = text.slice(noun, noun + SHARED)
  const rivals: { rival: Mention; length: number }[] = []
  let at = text.indexOf(key)
  for (let tries = 0; at >= 0 && tries < MOST; tries++, at = text.indexOf(key, at + 1)) {
    if (at === noun) continue
    let length = SHARED
    while (length < LONGEST && isHan(text, at + length) && text[at + length] === text[noun + length]) length++
    const start = numbers.starts[firstFrom(numbers, at)] ?? text.length
    if (start - at - length > 2) continue
    const mention = mentionAt(text, start)
    const lead = mention ? text.slice(mention.start, at).replace(HEAD, '') : '?'
    if (mention && PLAIN.test(lead))
      rivals.push({ rival: { ...mention, before: text.slice(mention.start, start) }, length })
  }
  return rivals
}

/** Pairs of figures that count one noun, before it and behind: 全市6,128名持证行政执法人员, 持证行政执法人员6,218名. */
export function* attributesIn(text: string, numbers: Numbers): Generator<[Mention, Mention]> {
  const { count, starts, ends } = numbers
  for (let i = 0, found = 0; i < count && found < MOST; i++) {
    const start = starts[i] as number
    const end = ends[i] as number
    if (!LEADS.has(text.charCodeAt(start - 1)) || !isHan(text, end + 1) || !isHan(text, end + SHARED)) continue
    if (!isOfAll(text, start, end)) continue
    found++
    const figure = leadingFigure(text.slice(start, start + LONGEST))
    if (!figure || figure.isApproximate) continue
    const noun = start + figure.end
    const own = { indicator: '', figure, before: text.slice(start - 3, start), verb: null }
    for (const { rival, length } of rivalsOf(text, numbers, noun)) {
      const mention = { ...own, start, end: noun + length }
      if (isComparable(figure, rival.figure)) yield rival.start < start ? [rival, mention] : [mention, rival]
    }
  }
}

/** Places below the issuer, which it has all of; by how they are counted: 9个镇街. */
const PLACES =
  /个(镇街|街镇|乡镇|镇乡|乡镇[(\uff08]街道[)\uff09]|镇[(\uff08]街道[)\uff09]|村[(\uff08]社区[)\uff09]|县[(\uff08]市、区[)\uff09]|行政村|村居|县区)(?!长|级|干部)/y
const FIRST_OF_PLACES = '镇街乡村县行'
const REACHED = /^(?:已|均已)?(?:全部|均|都|全面|实现全覆盖)/

/** Two numbers of the places below the issuer, which is said to be all: 全区9个镇街, 11个镇街全部. */
export function* subdivisionsIn(text: string, { count, starts, ends, values }: Numbers): Generator<[Span, Span]> {
  let known: { noun: string; value: number; span: Span; isNamed: boolean } | null = null
  for (let i = 0; i < count; i++) {
    const at = ends[i] as number
    if (text[at] !== '个' || !FIRST_OF_PLACES.includes(text.charAt(at + 1))) continue
    PLACES.lastIndex = at
    const [, noun] = PLACES.exec(text) ?? []
    const start = starts[i] as number
    if (noun === undefined) continue
    const isNamed =
      text.charAt(start - 2) === '全' && WHOLE.includes(text.charAt(start - 1)) && text[start - 1] !== '年'
    const end = PLACES.lastIndex
    const isReached = /[\n,\uff0c。;\uff1b]/.test(text.charAt(start - 1)) && REACHED.test(text.slice(end, end + 6))
    if (!isNamed && !isReached) continue
    const own = { noun, value: values[i] as number, span: { start, end }, isNamed }
    if (known && known.noun === noun && known.value !== own.value && (known.isNamed || isNamed)) {
      yield [known.span, own.span]
      return
    }
    known ??= own
  }
}
