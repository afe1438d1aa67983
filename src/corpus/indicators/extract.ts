/** The figures that a report gives for the indicators of the vocabulary. */

import type { Block, Draft } from '../../model.js'
import { placesIn, spansIn } from '../../report/place.js'
import type { Figure } from '../../text/figures.js'
import { once } from '../../text/once.js'
import { type Sentence, sentencesOf } from '../../text/sentences.js'
import { wordSearch } from '../../text/word-search.js'
import type { IndicatorFigure, Qualifier } from '../record.js'
import { inWords, mayTellOfNone } from './in-words.js'
import { type Marked, markedOf } from './marked.js'
import { type Region, regionsOf } from './region.js'
import { INDICATORS, type Indicator, lastTopic, MARKS, type Sought, type Strength, sought } from './vocabulary.js'
import { isForeign, isQuoted, qualifierOf, widerThan } from './whose.js'

/** A longer one is no sentence. */
const LONGEST_SENTENCE = 1500

const search = once(() => {
  const words = new Map<string, Sought[]>()
  for (const each of sought())
    for (const sign of each.indicator.signs) words.set(sign, [...(words.get(sign) ?? []), each])
  return wordSearch([...words].map(([word, owners]) => ({ word, key: 0, owners })))
})

/** A figure that a form of an indicator covers. */
interface Claim {
  sought: Sought
  strength: Strength
  figure: Figure
  /** Index of the figure in its sentence. */
  index: number
  /** Range of the form in the marked sentence. */
  start: number
  end: number
}

/** What a sentence gives for an indicator. */
interface Hit {
  indicator: Indicator
  strength: Strength
  value: number | null
  unit: string | null
  qualifier: Qualifier | null
  block: Block
  sentence: Sentence
  /** Offset in the block. */
  at: number
}

const isMark = (code: number): boolean => code >= MARKS.first && code <= MARKS.last

interface Match {
  /** Range in the marked sentence. */
  start: number
  end: number
}

/** Every match of a pattern, those that overlap too. */
function* matchesOf(pattern: RegExp, marked: string): Generator<Match> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(marked); match; match = pattern.exec(marked)) {
    yield { start: match.index, end: match.index + match[0].length }
    pattern.lastIndex = match.index + 1
  }
}

/** Indices of the figures in a range of a marked sentence. */
function marksIn(marked: string, { start, end }: Match): number[] {
  const marks: number[] = []
  for (let at = start; at < end; at++)
    if (isMark(marked.charCodeAt(at))) marks.push(marked.charCodeAt(at) - MARKS.first)
  return marks
}

function claimsOf(each: Sought, { marked, figures }: Marked, before: string): Claim[] {
  const { units } = each.indicator
  const claims: Claim[] = []
  if (!figures.some(({ unit }) => units.includes(unit))) return claims
  for (const { strength, pattern } of each.forms) {
    for (const match of matchesOf(pattern, marked)) {
      const index = marksIn(marked, match).find((mark) => units.includes(figures[mark]?.unit ?? ''))
      const figure = index === undefined ? undefined : figures[index]
      if (index === undefined || !figure) continue
      if (strength === 'role' && !isUnder(each.indicator, marked.slice(0, match.start), before)) continue
      claims.push({ sought: each, strength, figure, index, ...match })
    }
  }
  if (claims.length === 0 || !each.traps) return claims
  const trapped = trappedBy(each.traps, marked)
  return claims.filter(({ index }) => !trapped.has(index))
}

/** The figures of what only looks like the indicator: the one the trap begins with, or its last. */
function trappedBy(traps: RegExp, marked: string): Set<number | undefined> {
  return new Set(
    [...matchesOf(traps, marked)].map((match) => {
      const marks = marksIn(marked, match)
      return isMark(marked.charCodeAt(match.start)) ? marks[0] : marks.at(-1)
    }),
  )
}

/** Whether a sentence up to a place speaks of one of the indicator's topics; where it speaks of none, the one before. */
function isUnder({ topics = [] }: Indicator, text: string, before: string): boolean {
  return topics.includes(lastTopic(text) ?? lastTopic(before) ?? '')
}

/** Whether two claims to a figure leave it unclear: as good as one another. */
const better = (a: Claim, b: Claim): number =>
  Number(b.strength !== 'weak') - Number(a.strength !== 'weak') ||
  b.end - b.start - (a.end - a.start) ||
  a.sought.order - b.sought.order

/** 行政复议、行政应诉案件12件: a number for several things is none of theirs. */
const SHARED =
  /(?:行政处罚|行政许可|行政检查|行政强制|行政复议|行政应诉|行政诉讼|诉讼|法律顾问|公职律师|调解员|调解组织|信访|仲裁|规范性文件|规章草案|规章)(?:案件)?[、和及与]$|(?:行政处罚|行政许可|行政复议|行政应诉|行政诉讼|法律顾问|公职律师|调解员|调解组织)[、和及与]行政$/
const SHARED_FORM =
  /^(?:行政处罚|行政许可|行政检查|行政强制|行政复议|行政应诉|行政诉讼|诉讼|应诉|法律顾问|公职律师|调解员|调解组织|重大行政决策)/

function isShared({ start, end }: Claim, marked: string): boolean {
  return (
    isMark(marked.charCodeAt(end - 1)) &&
    SHARED_FORM.test(marked.slice(start, end)) &&
    SHARED.test(marked.slice(Math.max(0, start - 10), start))
  )
}

/** The claims that stand: one indicator a figure, and of forms before and after their figures in a clause the first. */
function settled(claims: Claim[], marked: string): Claim[] {
  const byFigure = new Map<number, Claim>()
  for (const claim of claims.filter((each) => !isShared(each, marked)).sort(better))
    if (!byFigure.has(claim.index)) byFigure.set(claim.index, claim)
  const standing = [...byFigure.values()].sort((a, b) => a.index - b.index)
  const leads = ({ end }: Claim): boolean => isMark(marked.charCodeAt(end - 1))
  return standing.filter((claim) => {
    if (leads(claim)) return true
    // 对17件合同出具合法性审查意见45份: the later number has the form before it.
    const next = standing.find(({ index, sought: other }) => index > claim.index && other === claim.sought)
    return (
      !next || !leads(next) || (next.start >= claim.end && /[\uff0c\uff1b]/.test(marked.slice(claim.end, next.end)))
    )
  })
}

const PARTS = /其中|包括|含|分别/
const SUM = /^[\uff0c、\uff1b](?:合计|共计|总计|总共|共)$/

/** 建议98件、提案112件，合计210件: the figure that sums up those from a claim on, or `null`. */
function sumFrom({ figure, index }: Claim, { plain, figures }: Marked): Figure | null {
  let sum = figure.value
  let end = figure.end
  for (const next of figures.slice(index + 1)) {
    if (next.unit !== figure.unit || /结转|转入/.test(plain.slice(end, next.start))) return null
    if (SUM.test(plain.slice(end, next.start))) return next.value === sum ? next : null
    sum += next.value
    end = next.end
  }
  return null
}

/** Of an indicator's figures in a sentence the first, its sum with those after it, or the parts where no total precedes them. */
function firstOf(claims: Claim[], marked: Marked): Claim[] {
  const kept: Claim[] = []
  for (const claim of claims) {
    const total = kept.find((each) => each.sought === claim.sought)
    if (!total || claim.strength === 'weak') {
      kept.push({ ...claim, figure: sumFrom(claim, marked) ?? claim.figure })
      continue
    }
    const isPart = claim.sought.indicator.parts === true && total.figure.start < claim.figure.start
    if (isPart && !PARTS.test(marked.plain.slice(total.figure.end, claim.figure.start))) kept.push(claim)
  }
  return kept
}

interface Reading {
  draft: Draft
  year: number | null
  wider: RegExp
}

/** A sentence of a block with the indicators whose signs stand in it. */
interface Scanned {
  block: Block
  region: Region
  sentence: Sentence
  /** The sentence before, for topics. */
  before: string
  wanted: Set<Sought>
}

function counts({ indicator }: Sought, { region }: Scanned, { draft }: Reading): boolean {
  const { kind } = draft.report
  return (region !== 'leaders' || indicator.leaders === true) && (kind === undefined || indicator.kinds.includes(kind))
}

function hitsIn(scanned: Scanned, reading: Reading): Hit[] {
  const { block, sentence, before, wanted } = scanned
  const { year, wider } = reading
  const indicators = [...wanted].filter((each) => counts(each, scanned, reading))
  const marked = markedOf(sentence.text, year)
  const hits: Hit[] = []
  const base = { block, sentence }
  const claims = indicators.flatMap((each) => claimsOf(each, marked, before))
  const own = settled(claims, marked.marked).filter(({ figure, index }) => {
    const from = marked.figures[index - 1]?.end ?? 0
    return !isQuoted(marked, figure.start) && !isForeign(marked, figure.start, from, year, wider)
  })
  for (const { sought: each, strength, figure } of firstOf(own, marked)) {
    const qualifier = qualifierOf(marked, figure)
    if (qualifier === undefined) continue
    const { value, unit, start } = figure
    hits.push({ ...base, indicator: each.indicator, strength, value, unit, qualifier, at: sentence.start + start })
  }
  const told = mayTellOfNone(marked.plain) ? indicators : []
  for (const { indicator } of told) {
    if (hits.some((hit) => hit.indicator === indicator)) continue
    const found = inWords(marked.plain, indicator)
    if (!found || isForeign(marked, found.start, 0, year, wider)) continue
    const unit = found.value === null ? null : (indicator.units[0] ?? null)
    const at = sentence.start + found.start
    hits.push({ ...base, indicator, strength: 'own', value: found.value, unit, qualifier: null, at })
  }
  return hits.sort((a, b) => a.at - b.at)
}

/** The sentences of a draft in which a sign of an indicator stands. */
function* scan(draft: Draft): Generator<Scanned> {
  const regionOf = regionsOf(draft)
  const signs = search()(draft.text)
  let next = 0
  for (const block of draft.blocks) {
    const end = block.at + block.text.length
    while ((signs[next]?.index ?? Number.POSITIVE_INFINITY) < block.at) next++
    if ((signs[next]?.index ?? Number.POSITIVE_INFINITY) >= end) continue
    const region = regionOf(block)
    if (region === null) continue
    let before = ''
    for (const sentence of sentencesOf(block.text)) {
      const wanted = new Set<Sought>()
      const until = block.at + sentence.end
      for (; (signs[next]?.index ?? Number.POSITIVE_INFINITY) < until; next++)
        for (const owner of signs[next]?.sought.owners ?? []) wanted.add(owner)
      if (wanted.size > 0 && sentence.text.length <= LONGEST_SENTENCE) yield { block, region, sentence, before, wanted }
      before = sentence.text
    }
  }
}

const isSame = (a: Hit, b: Hit): boolean =>
  a.indicator === b.indicator && a.value === b.value && a.unit === b.unit && a.sentence !== b.sentence

const TOTAL = /全年|共|累计|总计|全[县市区镇乡街系]/

/** The clause up to a figure says that it is a total. */
function isTotal({ sentence, at }: Hit): boolean {
  const before = sentence.text.slice(0, at - sentence.start)
  return TOTAL.test(before.slice(Math.max(before.lastIndexOf('\uff0c'), before.lastIndexOf(',')) + 1))
}

const greater = (a: Hit, b: Hit): Hit => {
  const [first, second] = [isTotal(a), isTotal(b)]
  if (first !== second) return first ? a : b
  return (b.value ?? 0) > (a.value ?? 0) ? b : a
}

/** Of weak ones, where no stronger one is there, what is most like a total; none that is told again. */
function distinct(hits: Hit[]): Hit[] {
  const best = new Map<Indicator, Hit>()
  for (const hit of hits) {
    const known = best.get(hit.indicator)
    if (hit.strength !== 'weak') best.set(hit.indicator, hit)
    else if (!known) best.set(hit.indicator, hit)
    else if (known.strength === 'weak') best.set(hit.indicator, greater(known, hit))
  }
  const kept: Hit[] = []
  for (const hit of hits) {
    if (hit.strength === 'weak' && best.get(hit.indicator) !== hit) continue
    if (!kept.some((each) => isSame(each, hit))) kept.push(hit)
  }
  return kept
}

/**
 * The figures that a report gives for the indicators of `schemas/indicators.json`, in the order of the text: its own, of its
 * year. Zero said in words is a figure; where a report says that an indicator does not apply to it, the value is `null`.
 */
export function extractIndicators(draft: Draft): IndicatorFigure[] {
  const reading: Reading = { draft, year: draft.report.year ?? null, wider: widerThan(draft.report) }
  const hits: Hit[] = []
  for (const scanned of scan(draft)) hits.push(...hitsIn(scanned, reading))
  const place = placesIn(draft.source.text)
  const span = spansIn(draft.source.text)
  return distinct(hits).map(({ indicator, value, unit, qualifier, block, sentence, at }) => {
    const { line, column } = place(span(block, at, at + 1))
    const printed = block.printed.slice(sentence.start, sentence.end)
    return { indicator: indicator.key, value, unit, qualifier, sentence: printed, line, column }
  })
}

/** Keys of the vocabulary in its order. */
export const KEYS: readonly string[] = INDICATORS.map(({ key }) => key)
