import type { Anchor, Problem } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { atOffset } from '../text/at-offset.js'
import { matchesOf } from '../text/matches.js'
import { parseHanDigits } from '../text/numerals.js'
import { isQuoteOpen, sentenceAround } from '../text/sentence-around.js'
import {
  ABOUT_EARLIER,
  ACCOUNT,
  COMPARED,
  COUNTED,
  GUIDED,
  HISTORY,
  HONOUR,
  LOOKS_BACK,
  PART_OF_YEAR,
  PLAN,
  PLANNED,
  WILL,
} from './year-words.js'

const HAN_YEAR = /二[\u3007○零][\u3007○零一二三四五六七八九]{2}年/g
/** Units in which an opening ends. */
const LONGEST_OPENING = 4000
/** What a year at the head of a clause stands behind: a mark, 一是, or nothing. */
const HEAD =
  /(?:^|[\n\u3002\uff1b;\uff0c,\uff1a:]|[一二三四五六七八九十][是要]|[\d一二三四五六七八九十][)\uff09]|\n\d{1,2}[.\uff0e])[ \u3000]{0,4}$/
/** 现将2022年度工作情况报告如下. */
const HEREBY = /(?:现|特此)[将就把]?[^\n\u3002\uff0c,《》\d]{0,16}$/
/** 2023年6月底前完成. */
const DUE =
  /^20\d\d[ \u00a0]?年(?:\d{1,2}月(?:\d{1,2}日)?)?[底末]?之?前(?:基本|全部|全面|力争|确保)?(?:完成|实现|建成|达到|建立|配齐|整改到位|清零)(?!的)/

/** Blocks before the first heading that are looked at. */
const OPENING_BLOCKS = 3

/** `mixed`: plans and other contents below one heading. */
type Region = 'opening' | 'achievements' | 'plan' | 'mixed'

/** What the text at an offset tells of; `null` in headings, shortcomings and the like. */
function regionAt({ blocks, contents, sections }: Draft, index: number): Region | null {
  const block = atOffset(blocks, index)
  if (!block) return null
  // A run-in heading is the first sentence of its text.
  const isRunIn = () => /[\uff0c,]/.test(block.text) && !sections.some((section) => section.block === block)
  if (block.role !== 'body' && !(block.role === 'heading' && isRunIn())) return null
  const own = contents
    .filter(({ state, blocks: held }) => state !== 'mentioned' && state !== 'absent' && held.includes(block))
    .map(({ key }) => key)
  if (own.includes('plan')) return own.length > 1 ? 'mixed' : 'plan'
  if (block.at < (sections[0]?.block.at ?? Number.POSITIVE_INFINITY)) return isOpening(blocks, block) ? 'opening' : null
  return own.length === 0 || own.includes('achievements') ? 'achievements' : null
}

/** Whether a block is one of the first of the body. */
function isOpening(blocks: Block[], block: Block): boolean {
  let left = OPENING_BLOCKS
  for (const each of blocks) {
    if (each.role === 'body' && left-- === 0) return false
    if (each === block) return each.role === 'body'
  }
  return false
}

/** A year at the head of a clause, with its sentence. */
interface Mention {
  year: number
  /** The sentence up to the year, and from 年 on. */
  before: string
  after: string
  /** The clause that the year heads, without it. */
  clause: string
  /** What follows the sentence. */
  next: string
}

const isLead = (before: string): boolean =>
  /^[^\u4e00-\u9fff]*(?:[一二三四五六七八九十]{1,3}[是要)\uff09])?[^\u4e00-\u9fff]*$/.test(before)

/** Last year's opening: 2022年，我县坚持以…为指导; 2022年是…之年. */
function isOldOpening({ year, before, after, clause }: Mention, report: number, text: string): boolean {
  if (year < report - 3 || year > report + 1 || !isLead(before)) return false
  if (after.startsWith('是')) return !text.includes(`${report}年是`)
  if (COUNTED.test(clause) && !HISTORY.test(clause)) return true
  return GUIDED.test(after.slice(0, 60)) && !HONOUR.test(clause)
}

/** Last year's account: 2022年，我县坚持…; 2022年共受理…件. */
function isOldAccount({ year, before, after, clause, next }: Mention, report: number): boolean {
  if (year < report - 2 || year > report + 1 || next.slice(0, 10).includes(`${report}年`)) return false
  const sentence = before + after
  const years = new Set(sentence.match(/20\d\d(?=年)/g))
  years.delete(String(year))
  if (years.size > 0 || COMPARED.test(before) || COMPARED.test(after)) return false
  if (year > report && (PLANNED.test(sentence) || /前|预计|列入|转入|纳入/.test(sentence))) return false
  if (after.startsWith('度') && ABOUT_EARLIER.test(after.slice(0, 20))) return false
  if (COUNTED.test(clause) && !HISTORY.test(clause)) return true
  return isLead(before) && GUIDED.test(after.slice(0, 40)) && !HONOUR.test(clause)
}

/** A plan for a year that is over, or one that opens with a year too far ahead. */
function isOldPlan({ year, after }: Mention, report: number, isMixed: boolean, isFirst: boolean): boolean {
  if (year === report + 1 || (year > report && !isFirst)) return false
  const planned = (isMixed ? WILL : PLANNED).exec(after)
  return planned !== null && planned.index <= 40 && !LOOKS_BACK.test(after.slice(0, planned.index))
}

interface Slip {
  message: string
  at: Anchor
}

function messageFor(region: Region, year: number, report: number): string {
  const whose = `而这是${report}年度的报告`
  if (region === 'plan' || region === 'mixed')
    return `安排里写的是${year}年，${whose}，接下来应是${report + 1}年的安排，请核对年份。`
  const where = region === 'opening' ? '开头写的是' : '主要举措和成效里写的是'
  return `${where}${year}年的情况，${whose}，可能是旧稿的文字没有改，请核对年份；确是往年情况的，请写明。`
}

function isOld(region: Region, mention: Mention, { text, report: { year = 0 } }: Draft, isFirst: boolean): boolean {
  const isPlan = region === 'plan' || region === 'mixed'
  if (isPlan) return isOldPlan(mention, year, region === 'mixed', isFirst)
  if (mention.year === year) return false
  return region === 'opening' ? isOldOpening(mention, year, text) : isOldAccount(mention, year)
}

/** A year with what the slips are told by. */
interface Hit {
  year: number
  index: number
  /** Behind 年. */
  end: number
  region: Region
}

/** A clause that tells of the year as if it were the report's, or the next. */
function wrongClause(
  draft: Draft,
  { year, index, end: behind, region }: Hit,
  report: number,
  planned: number,
): Slip | null {
  const { text } = draft
  const { start, end } = sentenceAround(text, index)
  const before = text.slice(start, index)
  const after = text.slice(behind, end)
  if (PART_OF_YEAR.test(after) || isQuoteOpen(before)) return null
  const clause = after.replace(/^度?[\uff0c,]/, '').split(/[\uff0c,]/, 1)[0] ?? ''
  const mention = { year, before, after, clause, next: text.slice(end, end + 12) }
  return isOld(region, mention, draft, planned === start)
    ? { message: messageFor(region, year, report), at: { text: { start: index, end: behind } } }
    : null
}

/** 现将2022年度工作情况报告如下, in the opening. */
function wrongAnnouncement({ text }: Draft, { year, index, end, region }: Hit, report: number): Slip | null {
  if (region !== 'opening' || year === report) return null
  const after = text.slice(end, sentenceAround(text, index).end)
  const isPlan = year === report + 1 && PLAN.test(after) && !ACCOUNT.test(after)
  if (isPlan || !/报告|汇报/.test(after) || /^(?:以来|[至到\u2013\u2014~-])/.test(after)) return null
  if (ABOUT_EARLIER.test(after.replace(/报告|计划/g, ''))) return null
  return { message: messageFor('opening', year, report), at: { text: { start: index, end } } }
}

/** 2023年6月底前完成, in a plan for 2024. */
function pastDay({ text }: Draft, { year, index, region }: Hit, report: number): Slip | null {
  const due = region === 'plan' && year <= report ? DUE.exec(text.slice(index, index + 30)) : null
  if (!due || /[对将把定于在原]/.test(text.charAt(index - 1))) return null
  const [printed] = due
  return {
    message: `安排里的期限“${printed}”在${report}年度之内，已经过去，请核对年份。`,
    at: { text: { start: index, end: index + printed.length } },
  }
}

/** A year as printed: where it begins, and one past its 年. */
interface Printed {
  year: number
  index: number
  end: number
}

/** One past the 年 that follows a number of four digits, or -1. */
function yearEnd(text: string, end: number): number {
  const next = text.charAt(end)
  if (next === '年') return end + 1
  return (next === ' ' || next === '\u00a0') && text[end + 1] === '年' ? end + 2 : -1
}

/** Years in Chinese digits. */
function hanYearsIn(opening: string): Printed[] {
  if (!/二[\u3007○零]/.test(opening)) return []
  return matchesOf(opening, HAN_YEAR).flatMap(({ 0: printed, index }) => {
    const year = parseHanDigits(printed.slice(0, 4))
    return year === null ? [] : [{ year, index, end: index + printed.length }]
  })
}

/** The years that a text names: those in Chinese digits up to an offset, then all others but the report's own before its plan. */
function yearsOf(text: string, opened: number, report: number, planned: number): Printed[] {
  const years = hanYearsIn(text.slice(0, opened))
  const { count, starts, ends, values } = numbersIn(text)
  for (let i = 0; i < count; i++) {
    const year = values[i] as number
    if (year < 2000 || year > 2099) continue
    const index = starts[i] as number
    if ((ends[i] as number) - index !== 4 || (year === report && index < planned)) continue
    const end = yearEnd(text, ends[i] as number)
    if (end > 0) years.push({ year, index, end })
  }
  return years
}

function* slipsIn(draft: Draft, report: number): Generator<Slip> {
  const { text, contents, sections } = draft
  const plan = contents.find(({ key }) => key === 'plan')?.blocks.find(({ role }) => role === 'body')
  const planned = plan?.at ?? Number.POSITIVE_INFINITY
  const opened = sections[0]?.block.at ?? Number.POSITIVE_INFINITY
  for (const { year, index, end } of yearsOf(text, Math.min(opened, LONGEST_OPENING), report, planned)) {
    if (year === report && index < planned) continue
    const before = text.slice(Math.max(0, index - 24), index)
    const isHead = HEAD.test(before)
    const isAnnounced = !isHead && index < opened && HEREBY.test(before)
    if (!isHead && !isAnnounced && index < planned) continue
    const region = regionAt(draft, index)
    if (!region) continue
    const hit = { year, index, end, region }
    const slip =
      (isHead ? wrongClause(draft, hit, report, planned) : null) ??
      (isAnnounced ? wrongAnnouncement(draft, hit, report) : null) ??
      pastDay(draft, hit, report)
    if (slip) yield slip
  }
}

/** Sentences of the opening, the achievements and the plan that tell of another year as if it were theirs; a message once. */
export function* wrongSentences(draft: Draft, year: number): Generator<Problem> {
  const problems = new Map<string, Problem>()
  for (const { message, at } of slipsIn(draft, year)) {
    const known = problems.get(message)
    if (known) known.related?.push(at)
    else problems.set(message, { message, at, related: [], severity: 'warning' })
  }
  yield* problems.values()
}
