import type { Problem, Rule } from '../finding.js'
import { type Item, itemsIn, withoutBrackets } from '../text/figure-lists.js'
import { type Figure, isComparable, rangeOf } from '../text/figures.js'
import { percentagesIn } from '../text/percentages.js'
import { runStart } from '../text/sentences.js'

/** A share or a rate: 占比…%, 占审结案件的…%, 办结率…%; group 1 the rate's name, group 2 what it is a share of. */
const SHARE =
  /(?:^|[,\uff0c、(\uff08])\s*([\u4e00-\u9fff]{2,12})率(?:为|是|达到?了?|约?为)?\s*$|(?:^|[,\uff0c(\uff08])\s*占(?:比(?:例)?|到?([\u4e00-\u9fff]{2,14})的)?(?:比例|比重)?(?:为|是|达到?了?)?\s*$/
/** What ends right before a percentage that may be a share. */
const SHARE_LAST = '率占比例重为是到了达的'
/** Longest sentence looked at before a percentage, in UTF-16 units. */
const REACH = 160
/** Most numbers a sentence has. */
const MOST_NUMBERS = 20
/** Words of a rate that say of what it is taken, so that the figures beside it need not be its base. */
const OWN_BASE = /按[期时]|及时|一次|综合|平均|初次|当[场庭日]|总体|直接|实质|首次|首办|全程|提前|随手|网上|掌上/
/** Words in the sentence that change the base. */
const OTHER_BASE = /结转|转结|上一?年|去年|往年|存量|累计|同比|[由从][\d\uff10-\uff19]/
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
      const words = label + sentence.slice(figure.end, figure.end + 6)
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

/** Whether a share is what two numbers give, without looking at what they count. */
function isPlainly(share: string, ratio: number): boolean {
  const decimals = share.includes('.') ? share.length - share.indexOf('.') - 1 : 0
  return Math.abs(ratio * 100 - Number(share)) <= 10 ** -decimals / 2
}

function* inSentence(text: string, from: number, to: number): Generator<Problem> {
  const sentence = withoutBrackets(text.slice(from, to))
  const items = itemsIn(sentence)
  const share = items.at(-1)?.figure
  const match = share?.unit === '%' && !share.isApproximate ? SHARE.exec(sentence.slice(0, share.start)) : null
  if (!share || !match || OTHER_BASE.test(text.slice(from, to))) return
  const [, rate, whole] = match
  const before = items.slice(0, -1).filter(({ figure }) => figure.unit !== '%' && figure.unit !== '百分点')
  const last = before.at(-1)
  // What goes before another percentage belongs to that one.
  const percents = items.slice(0, -1).filter(({ figure }) => figure.unit === '%')
  if (!last || percents.some(({ figure }) => figure.start > last.figure.start)) return
  if (rate !== undefined && OWN_BASE.test(rate)) return
  const part = rate === undefined ? last : partOf(rate, before, sentence)
  if (!part || part.figure.isApproximate || part.figure.value <= 0) return
  const { nearest, ranges } = basesOf(part, before)
  if (!nearest || nearest.isApproximate || nearest.value < part.figure.value) return
  const isNamed = whole === undefined || WHOLE_SHARE.test(whole)
  const base = isNamed ? nearest : namedBase(whole, before, part)
  if (!base) return
  if (ranges.some((range) => agrees(share, rangeOf(part.figure), range))) return
  if (rate?.includes('出庭') && share.value === 100) return
  const real = ((part.figure.value / base.value) * 100).toFixed(Math.max(1, decimalsOf(share)))
  const working = `${numberOf(sentence, part.figure)}÷${numberOf(sentence, base)}=${real}%`
  const printed = sentence.slice(share.start, share.end)
  yield {
    message: `百分比与前面的数字对不上：${working}，写的是${printed}。请核对；另有口径的，请写明。`,
    at: { text: { start: from + share.start, end: from + share.end } },
    related: [base, part.figure].map(({ start, end }) => ({ text: { start: from + start, end: from + end } })),
  }
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
  why: '件数改了，百分比没有跟着改；或者百分比的分母不是前面写的数。读者拿计算器一按就知道。',
  examples: {
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
  },
  *check({ text }) {
    for (const { start: number, end } of percentagesIn(text)) {
      const before = text.charAt(number - 1) === ' ' ? number - 2 : number - 1
      if (!SHARE_LAST.includes(text.charAt(before) || '-')) continue
      const start = runStart(text, number, '。;\uff1b\n', REACH)
      // Its part stands next to it; a table run together is no sentence.
      const numbers = text.slice(start, number).match(/\d[\d.,\uff0c]*[%\uff05]?/g) ?? []
      if (numbers.length < 2 || numbers.length > MOST_NUMBERS || numbers.at(-1)?.endsWith('%')) continue
      const [base = 0, part = 0] = numbers.slice(-2).map((printed) => Number(printed.replace(/[,\uff0c]/g, '')))
      if (isPlainly(text.slice(number, end), part / base)) continue
      yield* inSentence(text, start, end + 1)
    }
  },
}
