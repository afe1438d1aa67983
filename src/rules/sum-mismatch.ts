import type { Problem, Rule } from '../finding.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { bracketsWith, type Item, itemsIn, withoutBrackets } from '../text/figure-lists.js'
import { type Figure, isComparable, rangeOf } from '../text/figures.js'
import { matchesOf } from '../text/matches.js'
import { quoted } from '../text/quote.js'
import { runStart } from '../text/sentences.js'
import { placesOf } from '../text/units.js'
import {
  claimsAll,
  closes,
  isAddable,
  isContinued,
  isDivided,
  isOfAll,
  isOverlapping,
  isTooLarge,
  isTotalled,
  listAfter,
  low,
  meets,
  namesAll,
  runBefore,
  sortsAll,
  sumOf,
  type Trigger,
  type View,
  wholeBefore,
  working,
} from './sum-mismatch-lists.js'
import { isPlainlySound } from './sum-mismatch-plain.js'
import { CHANGE, CONCLUDED, CUMULATIVE, isOutcome, REST } from './sum-mismatch-words.js'

const BY =
  '按照?[\\u4e00-\\u9fff]{0,8}(?:划|区|类别|类型|种类|方式|形式|性质|主体|领域|层级|级别|来源|结果|程序|对象|行业|事项|地域|区域)分(?:类|为)?(?:[,\\uff0c:\\uff1a]|(?<=为))'
const EACH = '分别(?:[为是有]|[作做]出|[予给]以)'
const ALL = '(?:共计|合计|总计|总共|共)(?:为|有|达到?)?[:\\uff1a]?'
/** 263项，分为行政许可17项、行政处罚246项两类. */
const INTO = '(?<![十划])分为(?=[\\u4e00-\\u9fff])'
const TRIGGER = new RegExp(`其中(?!${BY})|${EACH}|${BY}|${INTO}|${ALL}(?=[\\d\\uff10-\\uff19])`)
const TRIGGERS = new RegExp(TRIGGER, 'g')
/** What every trigger holds. */
const SIGNS = ['其中', '分别', '分为', '按', '共', '合计', '总计']
/** A trigger with a digit soon after it. */
const WORTHWHILE = new RegExp(
  `(?:其中|${EACH}|${BY}|${INTO})[^\\d\\uff10-\\uff19。\\n]{0,40}[\\d\\uff10-\\uff19]|${ALL}[\\d\\uff10-\\uff19]`,
  'y',
)
/** What stands behind 共 in 共, 共计, 共有 and the like before a digit. */
const BEHIND_ALL = '0123456789\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19计为有达:\uff1a'
/** Longest sentence looked at on either side of a trigger, in UTF-16 units. */
const REACH = 400
/** What ends the sentence a list stands in. */
const SENTENCE_END = '。\n!\uff01?\uff1f'
/** Most lists in one sentence; more are no sentence. */
const MOST_TRIGGERS = 12

const nameOf = ({ text }: View, { start, end }: Figure): string => text.slice(start, end)

function problem(view: View, list: Figure[], whole: Figure, message: string, isSure: boolean): Problem {
  const span = (start: number, end: number) => ({ text: { start: view.at + start, end: view.at + end } })
  const ends = [list[0]?.start ?? 0, list.at(-1)?.end ?? 0] as const
  return {
    message,
    at: span(...ends),
    severity: isSure ? 'error' : 'warning',
    related: [span(whole.start, whole.end)],
  }
}

function unequal(view: View, list: Figure[], whole: Figure, isSure: boolean): Problem {
  const message = `各项之和与总数不符：${working(view, list)}，与${nameOf(view, whole)}不符。请核对各项和总数。`
  return problem(view, list, whole, message, isSure)
}

const ENTANGLED = /结转|转结|跨年|[,\uff0c、]含|包含/

/** Whether parts are results of the cases that the whole says are closed: then nothing received before can be theirs. */
const concludes = (whole: Item, parts: Item[]): boolean =>
  CONCLUDED.test(whole.label) && parts.length > 1 && parts.every(({ label }) => isOutcome(label))

/** 检查132家，其中重点137家. */
function* amongIt(view: View, { start, end, stop }: Trigger, isOwnSentence: boolean): Generator<Problem> {
  const list = listAfter(view, end, stop, /[:\uff1a]/.test(view.text.charAt(end)))
  const first = list[0]
  if (!first || !isAddable(first.figure)) return
  const parts = list.filter(({ figure }) => isComparable(figure, first.figure))
  const whole = wholeBefore(view, start, first.figure)
  if (!whole) return
  const { nearest, isAdjacent } = whole
  const ranges = concludes(nearest, parts) ? [rangeOf(nearest.figure)] : whole.ranges
  const total = nameOf(view, nearest.figure)
  const scope = view.text.slice(0, start)
  const tooLarge = parts.find(({ figure, label }) => isTooLarge(figure, label, nearest.figure, scope))
  if (tooLarge) {
    const exceedsAll = ranges.every(([, most]) => low(tooLarge.figure) > most)
    if (!exceedsAll && !(isAdjacent && nearest.joint !== 'list' && tooLarge === first)) return
    const name = `${tooLarge.label.slice(-20)}${nameOf(view, tooLarge.figure)}`
    const message = `其中的${quoted(name)}大于总数${total}，部分不能超过整体。请核对这两个数字。`
    const isSure = exceedsAll && isAdjacent && !isOwnSentence && !view.isEntangled
    yield problem(view, [tooLarge.figure], nearest.figure, message, isSure)
    return
  }
  const figures = parts.map(({ figure }) => figure)
  if (view.isEntangled || parts.length < 2 || !figures.every(isAddable)) return
  const sum = sumOf(figures)
  const isMet = ranges.some((range) => meets(sum, range))
  if (parts.length === list.length && closes(view, list) && !isMet) {
    yield unequal(view, figures, nearest.figure, isAdjacent && !isOwnSentence)
    return
  }
  if (isOverlapping(parts) || isMet || parts.some((part) => isOfAll(view, part, nearest.figure))) return
  if (ranges.every(([, most]) => sum[0] > most)) {
    const message = `“其中”所列各项之和超过总数：${working(view, figures)}，大于${total}。请核对各项和总数；各项有重叠的，请写明。`
    yield problem(view, figures, nearest.figure, message, false)
  } else if (isAdjacent && parts.length === list.length && REST.test(parts.at(-1)?.label ?? '')) {
    yield unequal(view, figures, nearest.figure, false)
  }
}

/** Whether what is said before a list forbids to compare; of 办结132件，按…分 what comes before the last ； does not. */
function isEntangledFor({ text, isEntangled }: View, word: string, start: number): boolean {
  if (!isEntangled || !word.startsWith('按')) return isEntangled
  return ENTANGLED.test(text.slice(Math.max(text.lastIndexOf(';', start), text.lastIndexOf('\uff1b', start)) + 1))
}

/** 案件75件，分别为33件、24件和15件; 优秀、合格分别为57件、23件，共计98件. */
function* respectively(view: View, { word, start, end, stop }: Trigger): Generator<Problem> {
  const list = listAfter(view, end, stop, true)
  const figures = list.map(({ figure }) => figure)
  const first = figures[0]
  if (!first || list.length < 2 || !figures.every((figure) => isAddable(figure) && isComparable(figure, first))) return
  if (isEntangledFor(view, word, start) || isTotalled(view, figures)) return
  const whole = wholeBefore(view, start, first)
  if (!whole || whole.between > 0 || whole.marks > 2) return
  // After commas the list may be over sooner than it seems.
  const isList = list.slice(1).every(({ joint }) => joint === 'list')
  const sums = isList ? [sumOf(figures)] : figures.map((_, i) => sumOf(figures.slice(0, i + 1))).slice(1)
  if (sums.some((sum) => whole.ranges.some((range) => meets(sum, range)))) return
  const lead = view.text.slice(whole.nearest.figure.end, start).replace(/^[\s,\uff0c、]+|[\s,\uff0c]+$/g, '')
  if (word === '分为') {
    if (isDivided(view, lead, list)) yield unequal(view, figures, whole.nearest.figure, closes(view, list))
  } else if (/^分别[为是有]/.test(word) && claimsAll(lead, list)) {
    yield unequal(view, figures, whole.nearest.figure, true)
  } else if (isList && !isContinued(view, list) && sortsAll(word, lead, list)) {
    yield unequal(view, figures, whole.nearest.figure, !namesAll(lead, list))
  }
}

/** 建议142件、提案168件，共计310件. */
function* total(view: View, { start, end }: Trigger): Generator<Problem> {
  const { text, items } = view
  const index = items.findIndex(({ figure }) => figure.start >= end)
  const whole = items[index]?.figure
  if (!whole || whole.start !== end || !isAddable(whole)) return
  const from = Math.max(0, ...matchesOf(text.slice(0, start), /其中|[;\uff1b]/g).map((match) => match.index))
  const before = items.slice(0, index).filter(({ figure }) => figure.start >= from)
  const last = before.at(-1)
  const lead = last ? text.slice(last.figure.end, start) : ''
  if (!last || !/^\s*[,\uff0c、(\uff08]?\s*(?:以上|上述)?(?:[两三四五六七八九](?:项|者|类))?\s*$/.test(lead)) return
  const run = runBefore(before, whole)
  const figures = run.map(({ figure }) => figure)
  if (figures.length < 2 || !figures.every(isAddable) || view.isEntangled) return
  const alike = before.map(({ figure }) => figure).filter((figure) => isComparable(figure, whole))
  const suffixes = alike.map((_, i) => sumOf(alike.slice(i)))
  if (suffixes.some((range) => meets(range, rangeOf(whole)))) return
  const isList = run.slice(1).every(({ joint }) => joint === 'list')
  if (!isList && alike.length !== run.length) return
  if (CHANGE.test(run[0]?.label ?? '') || run.some(({ label }) => CUMULATIVE.test(label))) return
  const isAlone = alike.every((figure) => figures.includes(figure) || figure.value === whole.value)
  yield unequal(view, figures, whole, isList && isAlone)
}

function* inView(view: View, from: number, isOwnSentence: boolean): Generator<Problem> {
  const triggers = matchesOf(view.text, TRIGGERS).filter(({ index }) => index >= from)
  // 其中…、其他11件，合计214件 says of one list twice what it adds up to.
  const told = new Map<string, Problem>()
  for (const [i, { 0: word, index }] of triggers.entries()) {
    const stop = triggers[i + 1]?.index ?? view.text.length
    const trigger = { word, start: index, end: index + word.length, stop }
    const other = /^[分按]/.test(word) ? respectively : total
    const found = word === '其中' ? amongIt(view, trigger, isOwnSentence) : other(view, trigger)
    for (const each of found) {
      const list = JSON.stringify(each.at)
      if (each.severity === 'error' || !told.has(list)) told.set(list, each)
    }
  }
  yield* told.values()
}

function* inSentence(text: string, at: number, isOwnSentence: boolean, from: number): Generator<Problem> {
  if ((text.match(TRIGGERS)?.length ?? 0) > MOST_TRIGGERS) return
  const outer = withoutBrackets(text)
  const isEntangled = ENTANGLED.test(text)
  if (TRIGGER.test(outer.slice(from)))
    yield* inView({ text: outer, isEntangled, at, items: itemsIn(outer) }, from, isOwnSentence)
  for (const view of bracketsWith(text, TRIGGER)) {
    if (view.from >= from)
      yield* inView({ text: view.text, isEntangled, at, items: itemsIn(view.text) }, view.from, false)
  }
}

function sentenceEnd(text: string, at: number): number {
  const to = Math.min(text.length, at + REACH)
  for (let i = at; i < to; i++) {
    const code = text.charCodeAt(i)
    if ((code < 0x4e00 || code > 0x9fff) && SENTENCE_END.includes(text.charAt(i))) return i
  }
  return to
}

/** Where triggers stand that have a digit soon after them. */
function signsIn(text: string): number[] {
  const found: number[] = []
  for (const sign of SIGNS) {
    for (const at of placesOf(text, sign)) {
      if (sign === '共' && !BEHIND_ALL.includes(text.charAt(at + 1) || '-')) continue
      WORTHWHILE.lastIndex = at
      if (WORTHWHILE.test(text)) found.push(at)
    }
  }
  return found.sort((a, b) => a - b)
}

export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  severity: 'error',
  basis: null,
  certain: '部分不能大于整体，列全的各项之和必须等于总数',
  summary: '分项大于总数，或列全的分项之和与总数不符',
  why: '数字前后对不上，是公开后最容易被人挑出来的差错，多半是改了总数没有改分项，或者漏了一项。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年检查企业132家，其中重点企业137家。\n',
          message: '其中的“重点企业137家”大于总数132家，部分不能超过整体。请核对这两个数字。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n清理文件，继续有效、修改、废止的分别为57件、23件、16件，共计98件。\n',
          message: '各项之和与总数不符：57+23+16=96，与98件不符。请核对各项和总数。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查文件178件，分别为合同124件、协议41件、决策事项6件。\n',
          message: '各项之和与总数不符：124+41+6=171，与178件不符。请核对各项和总数。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审结复议案件68件，其中驳回26件、维持28件、撤销17件。\n',
          message: '“其中”所列各项之和超过总数：26+28+17=71，大于68件。请核对各项和总数；各项有重叠的，请写明。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n权力事项263项，分为行政许可17项、行政处罚229项两类。\n',
          message: '各项之和与总数不符：17+229=246，与263项不符。请核对各项和总数。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查文件178件，其中合同124件、协议41件。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全县执法人员248人，其中党员196人、女性137人、本科以上学历201人。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n处罚168件，罚款1230万元，其中简易程序100件、普通程序68件；检查1200余家，其中工业企业1300家。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n新登记企业1.82万户、个体工商户4.37万户，合计6.2万户。\n',
        },
      ],
    }
  },
  *check({ text }) {
    const signs = signsIn(text)
    let done = 0
    for (const [i, index] of signs.entries()) {
      if (index < done) continue
      const start = runStart(text, index, SENTENCE_END, REACH)
      const end = sentenceEnd(text, index)
      const isOwn = /^\s*其中/.test(text.slice(start, start + 4)) && text.charAt(start - 1) === '。'
      const at = isOwn ? runStart(text, start - 1, SENTENCE_END, REACH) : start
      if (!isPlainlySound({ text, numbers: numbersIn(text), start: at, end }, signs, i))
        yield* inSentence(text.slice(at, end), at, isOwn, Math.max(start, done) - at)
      done = end
    }
  },
}
