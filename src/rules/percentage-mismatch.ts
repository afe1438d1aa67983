import type { Problem, Rule } from '../finding.js'
import { firstFrom, numbersIn } from '../text/arabic-numbers.js'
import { type Item, itemsIn, withoutBrackets } from '../text/figure-lists.js'
import { type Figure, isComparable, rangeOf } from '../text/figures.js'
import { runStart } from '../text/sentences.js'

/** A share or a rate: 占比…%, 占审结案件的…%, 办结率…%; group 1 the rate's name, group 2 what it is a share of. */
const SHARE =
  /(?:^|[,\uff0c、(\uff08])\s*([\u4e00-\u9fff]{2,12})率(?:为|是|达到?了?|约?为)?\s*$|(?:^|[,\uff0c(\uff08])\s*占(?:比(?:例)?|到?([\u4e00-\u9fff]{2,14})的)?(?:比例|比重)?(?:为|是|达到?了?)?\s*$/
/** 占许可96件的, 占96件许可的比例为: a share of a whole that is named with its figure, which `@` stands for. */
const OF_FIGURE =
  /[,\uff0c(\uff08]\s*占到?[^,\uff0c。;\uff1b%\uff05@]{0,20}@[\u4e00-\u9fff]{0,10}的(?:比例|比重)?(?:为|是|达到?了?)?\s*$/
/** What ends right before a percentage that may be a share. */
const SHARE_LAST = '率占比例重为是到了达的'
/** Longest sentence looked at before a percentage, in UTF-16 units. */
const REACH = 160
/** Most numbers a sentence has. */
const MOST_NUMBERS = 20
const PERCENT = 37
const WIDE_PERCENT = 0xff05
/** Half of what the last digit counts, by digits after the point. */
const SLACK = [0.5, 0.05, 0.005, 0.0005]
/** Units before a number in which the 率 of its rate stands: 率达到了. */
const NAME_REACH = 6
/** Words of a rate that say of what it is taken, so that the figures beside it need not be its base. */
const OWN_BASE = /按[期时]|及时|一次|综合|平均|初次|当[场庭日]|总体|直接|实质|首次|首办|全程|提前|随手|网上|掌上/
/** Words in the sentence that change the base. */
const OTHER_BASE = /结转|转结|上一?年|去年|往年|存量|累计|同比|[由从][\d\uff10-\uff19]/
/** What stands behind a figure in its clause. */
const NOUN = /^[^,\uff0c、;\uff1b\s]*/
/** First parts of a rate's name that do not narrow it. */
const GENERAL =
  /^(?:案件|问题|隐患|纠纷|矛盾|矛盾纠纷|事项|诉求|工单|投诉|投诉举报|意见|建议|合同|文件|案卷|行政|行政机关|行政诉讼|行政复议|负责人|行政机关负责人|企业|群众|人民|信访|信访事项|全部|年度|县级|市级|意见建议|行政争议|争议)$/
const WHOLE_SHARE = /^(?:总数|总量|总额|全部|案件总数|总案件|总案件数|收案总数|全部案件|案件总量|总件数|总人数)$/

const numberOf = (sentence: string, { start, end, unit }: Figure): string =>
  sentence.slice(start, end - (sentence.slice(start, end).endsWith(unit) ? unit.length : 1))

/** Digits printed after the point. */
const decimalsOf = ({ step }: Figure): number => Math.max(0, Math.round(-Math.log10(step)))

/** Whether a share as printed may be part of base, rounded or cut off. */
function agrees(share: Figure, part: [number, number], base: [number, number]): boolean {
  if (base[0] <= 0) return true
  const least = (part[0] / base[1]) * 100
  const most = (part[1] / base[0]) * 100
  return share.value > least - share.step + 1e-9 && share.value <= most + share.step / 2 + 1e-9
}

/** The item whose words name what a rate counts: 办结197件 for 办结率. */
function partOf(name: string, before: Item[], sentence: string): Item | undefined {
  return before
    .slice(-2)
    .reverse()
    .find(({ label, figure }) => {
      const words = label + (NOUN.exec(sentence.slice(figure.end, figure.end + 6))?.[0] ?? '')
      if (label.includes(name)) return true
      for (let cut = 1; cut <= name.length - 2; cut++) {
        const prefix = name.slice(0, cut)
        const isPlain = GENERAL.test(prefix) || sentence.slice(0, figure.start).includes(prefix)
        if (isPlain && words.includes(name.slice(cut))) return true
      }
      return false
    })
}

/** Everything the part may be a share of: figures in its measure before it, runs of them, all of a list with it. */
function basesOf(part: Item, before: Item[]): { nearest: Figure | null; ranges: [number, number][] } {
  const index = before.indexOf(part)
  const alike = before.filter(({ figure }, i) => i !== index && isComparable(figure, part.figure))
  const earlier = alike.filter(({ figure }) => figure.start < part.figure.start)
  const nearest = earlier.at(-1)?.figure ?? null
  const ranges = alike.map(({ figure }) => rangeOf(figure))
  const runs = [...earlier, part].reverse().map(({ figure }) => rangeOf(figure))
  let sum: [number, number] = [0, 0]
  for (const [i, [low, high]] of runs.entries()) {
    sum = [sum[0] + low, sum[1] + high]
    if (i > 0) ranges.push(sum, [sum[0] - (runs[0]?.[0] ?? 0), sum[1] - (runs[0]?.[1] ?? 0)])
  }
  return { nearest, ranges }
}

/** Whether a share of so many units is what two numbers give, without looking at what they count. */
function isPlainly(share: number, length: number, ratio: number): boolean {
  const whole = share < 10 ? 1 : share < 100 ? 2 : 3
  const decimals = Math.max(0, length - whole - 1)
  return Math.abs(ratio * 100 - share) <= (SLACK[decimals] ?? 0)
}

const isPercent = (text: string, at: number): boolean => text[at] === '%' || text[at] === '\uff05'

/** The character before an offset, or before the blank there. */
const lastBefore = (text: string, at: number): string =>
  (text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1)) || '-'

/** Whether the last words of a rate's name stand before the rate too, so that they may count its part. */
function isNamedBefore(text: string, start: number, number: number): boolean {
  let at = number - 1
  while (at > start && text.charAt(at) !== '率' && number - at < NAME_REACH) at--
  if (text.charAt(at) !== '率') return true
  return text.slice(start, at - 2).includes(text.slice(at - 2, at))
}

/** A share at the end of a sentence, with what stands before it. */
interface Shared {
  sentence: string
  share: Figure
  rate: string | undefined
  whole: string | undefined
  items: Item[]
  /** What it may be a share of, or count. */
  before: Item[]
}

function sharedIn(text: string, from: number, to: number): Shared | null {
  const sentence = withoutBrackets(text.slice(from, to))
  const items = itemsIn(sentence)
  const share = items.at(-1)?.figure
  const match = share?.unit === '%' && !share.isApproximate ? SHARE.exec(sentence.slice(0, share.start)) : null
  if (!share || !match || OTHER_BASE.test(text.slice(from, to))) return null
  const before = items.slice(0, -1).filter(({ figure }) => figure.unit !== '%' && figure.unit !== '百分点')
  return { sentence, share, rate: match[1], whole: match[2], items: items.slice(0, -1), before }
}

function problem(
  { sentence, share }: Pick<Shared, 'sentence' | 'share'>,
  from: number,
  part: Figure,
  base: Figure,
): Problem {
  const real = ((part.value / base.value) * 100).toFixed(Math.max(1, decimalsOf(share)))
  const working = `${numberOf(sentence, part)}÷${numberOf(sentence, base)}=${real}%`
  const printed = sentence.slice(share.start, share.end)
  return {
    message: `百分比与前面的数字对不上：${working}，写的是${printed}。请核对；另有口径的，请写明。`,
    at: { text: { start: from + share.start, end: from + share.end } },
    related: [base, part].map(({ start, end }) => ({ text: { start: from + start, end: from + end } })),
  }
}

/** Whether a rate may be taken of other things than the figures beside it: 按期办结率, unless 按期办结 is what they count. */
function hasOwnBase(rate: string, part: Item, share: Figure): boolean {
  return OWN_BASE.test(rate) && (share.value === 100 || !part.label.endsWith(rate))
}

function* inSentence(text: string, from: number, to: number): Generator<Problem> {
  const shared = sharedIn(text, from, to)
  const last = shared?.before.at(-1)
  if (!shared || !last) return
  const { sentence, share, rate, whole, items, before } = shared
  // What goes before another percentage belongs to that one.
  if (items.some(({ figure }) => figure.unit === '%' && figure.start > last.figure.start)) return
  const part = rate === undefined ? last : partOf(rate, before, sentence)
  if (!part || part.figure.isApproximate || part.figure.value <= 0) return
  if (rate !== undefined && hasOwnBase(rate, part, share)) return
  const { nearest, ranges } = basesOf(part, before)
  if (!nearest || nearest.isApproximate || nearest.value < part.figure.value) return
  const isNamed = whole === undefined || WHOLE_SHARE.test(whole)
  const base = isNamed ? nearest : namedBase(whole, before, part)
  if (!base) return
  if (ranges.some((range) => agrees(share, rangeOf(part.figure), range))) return
  if (rate?.includes('出庭') && share.value === 100) return
  yield problem(shared, from, part.figure, base)
}

/** 办理73件，占许可96件的81.2%: the part stands before its whole. */
function* ofNamedFigure(text: string, from: number, to: number): Generator<Problem> {
  const sentence = withoutBrackets(text.slice(from, to))
  const items = itemsIn(sentence)
  const [base, share] = items.slice(-2).map(({ figure }) => figure)
  if (!base || share?.unit !== '%' || share.isApproximate || base.isApproximate) return
  const lead = `${sentence.slice(0, base.start)}@${sentence.slice(base.end, share.start)}`
  if (!OF_FIGURE.test(lead) || OTHER_BASE.test(text.slice(from, to))) return
  const parts = items.slice(0, -2).flatMap(({ figure }) => (isComparable(figure, base) ? [figure] : []))
  const part = parts.at(-1)
  if (!part || part.isApproximate || part.value <= 0 || part.value > base.value) return
  let sum: [number, number] = [0, 0]
  for (const figure of parts.reverse()) {
    const [low, high] = rangeOf(figure)
    sum = [sum[0] + low, sum[1] + high]
    if ([sum, [low, high] as [number, number]].some((range) => agrees(share, range, rangeOf(base)))) return
  }
  yield problem({ sentence, share }, from, part, base)
}

/** The whole that an earlier share of the sentence is taken of; or that all shares are, before 其中. */
function commonBase({ sentence, whole, items }: Shared, part: Item): Figure | null {
  const among = sentence.indexOf('其中')
  const first = items.find(({ figure }) => isComparable(figure, part.figure))?.figure
  if (!first || first.isApproximate || among < first.end || first.value < part.figure.value) return null
  if (whole !== undefined) return first
  const known = items.findIndex(({ figure }) => figure.unit === '%')
  const share = items[known]?.figure
  const counted = items[known - 1]?.figure
  const isCommon = share && counted && isComparable(counted, first) && counted !== first
  return isCommon && agrees(share, rangeOf(counted), rangeOf(first)) ? first : null
}

/** 案件1460件，其中超限412件，占28.2%；超载533件，占39.8%: the whole stands before the ；. */
function* inLongSentence(text: string, from: number, to: number): Generator<Problem> {
  const shared = sharedIn(text, from, to)
  const part = shared?.before.at(-1)
  if (!shared || !part || shared.rate !== undefined || part.figure.isApproximate || part.figure.value <= 0) return
  if (shared.whole !== undefined && !WHOLE_SHARE.test(shared.whole)) return
  const base = commonBase(shared, part)
  const { ranges } = basesOf(part, shared.before)
  if (!base || ranges.some((range) => agrees(shared.share, rangeOf(part.figure), range))) return
  yield problem(shared, from, part.figure, base)
}

/** The figure whose words name the whole of 占审结案件的…%. */
function namedBase(whole: string, before: Item[], part: Item): Figure | null {
  const named = before.filter(
    ({ label, figure }) =>
      figure.start < part.figure.start && isComparable(figure, part.figure) && label.endsWith(whole.slice(-4)),
  )
  const verb = before.filter(
    ({ label, figure }) => figure.start < part.figure.start && label.includes(whole.slice(0, 2)),
  )
  return (named.length === 1 ? named[0]?.figure : verb.length === 1 ? verb[0]?.figure : null) ?? null
}

export const percentageMismatch: Rule = {
  id: 'percentage-mismatch',
  severity: 'warning',
  basis: null,
  summary: '百分比与同句的数字算不出来',
  why: '件数改了，百分比没有跟着改；或者百分比的分母不是前面写的数。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n受理企业诉求182件，办结168件，办结率95.6%。\n',
          message: '百分比与前面的数字对不上：168÷182=92.3%，写的是95.6%。请核对；另有口径的，请写明。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n政务服务事项1386项，其中“最多跑一次”事项1331项，占比73.2%。\n',
          message: '百分比与前面的数字对不上：1331÷1386=96.0%，写的是73.2%。请核对；另有口径的，请写明。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n收到申请1126件，审结982件，直接纠错91件，纠错率9.3%。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n检查企业412家次，比上年减少176家次，降幅29.9%。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n维持19件、驳回8件、撤销6件、经调解和解终止24件，调解和解率42.1%。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n受理投诉204件，办结197件，按期办结率100%，满意率99.5%。\n',
        },
      ],
    }
  },
  *check({ text }) {
    const numbers = numbersIn(text)
    const { count, starts, ends, values } = numbers
    for (let i = 1; i < count; i++) {
      const end = ends[i] as number
      const sign = text.charCodeAt(end)
      const number = starts[i] as number
      if ((sign !== PERCENT && sign !== WIDE_PERCENT) || !SHARE_LAST.includes(lastBefore(text, number))) continue
      const percent = values[i] as number
      const part = values[i - 1] as number
      if (i > 1 && isPlainly(percent, end - number, part / (values[i - 2] as number))) continue
      // Its part stands next to it; a table run together is no sentence.
      if (isPercent(text, ends[i - 1] as number)) continue
      const start = runStart(text, number, '。;\uff1b\n', REACH)
      const others = i - firstFrom(numbers, start)
      if (others > MOST_NUMBERS || !isNamedBefore(text, start, number)) continue
      if (others > 1) {
        yield* inSentence(text, start, end + 1)
        if (lastBefore(text, number) !== '率') yield* ofNamedFigure(text, start, end + 1)
      } else if (others === 1) {
        const tooFar = ends[i - MOST_NUMBERS] ?? 0
        const from = runStart(text, number, '。\n', Math.min(2 * REACH, number - tooFar))
        if (from > tooFar) yield* inLongSentence(text, from, end + 1)
      }
    }
  },
}
