/** Which figures of a sentence are which indicator's. */

import type { Figure } from '../../text/figures.js'
import type { Marked } from './marked.js'
import { type Indicator, lastTopic, MARKS, type Sought, type Strength } from './vocabulary.js'

/** A figure that a form of an indicator covers. */
export interface Claim {
  sought: Sought
  strength: Strength
  figure: Figure
  /** Index of the figure in its sentence. */
  index: number
  /** Range of the form in the marked sentence. */
  start: number
  end: number
}

const isMark = (code: number): boolean => code >= MARKS.first && code <= MARKS.last

interface Match {
  /** Range in the marked sentence. */
  start: number
  end: number
}

/** Every match of a pattern, those that overlap too. */
function* overlappingMatches(pattern: RegExp, marked: string): Generator<Match> {
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

/**
 * The figures of a sentence that forms of an indicator cover.
 * @param before the sentence before, for topics
 * @param isGovernment whether the report is a government's
 */
export function claimsOf(each: Sought, { marked, figures }: Marked, before: string, isGovernment: boolean): Claim[] {
  const { units } = each.indicator
  const claims: Claim[] = []
  if (!figures.some(({ unit }) => units.includes(unit))) return claims
  for (const { strength, pattern, isOfOffices } of each.forms) {
    if (isOfOffices && isGovernment) continue
    for (const match of overlappingMatches(pattern, marked)) {
      const index = markOf(marked, match)
      const figure = index === undefined ? undefined : figures[index]
      if (index === undefined || !figure || !units.includes(figure.unit)) continue
      if (strength === 'role' && !isUnder(each.indicator, marked.slice(0, match.start), before)) continue
      claims.push({ sought: each, strength, figure, index, ...match })
    }
  }
  if (claims.length === 0 || !each.traps) return claims
  const trapped = trappedBy(each.traps, marked)
  return claims.filter(({ index }) => !trapped.has(index))
}

/** The figure a match is about: the one it ends in, else its first. */
function markOf(marked: string, match: Match): number | undefined {
  return isMark(marked.charCodeAt(match.end - 1)) ? marksIn(marked, match).at(-1) : marksIn(marked, match)[0]
}

/** The figures of what only looks like the indicator. */
function trappedBy(traps: RegExp, marked: string): Set<number | undefined> {
  return new Set([...overlappingMatches(traps, marked)].map((match) => markOf(marked, match)))
}

/** Whether a sentence up to a place speaks of one of the indicator's topics; where it speaks of none, the one before. */
export function isUnder({ topics = [] }: Indicator, text: string, before: string): boolean {
  return topics.includes(lastTopic(text) ?? lastTopic(before) ?? '')
}

/** Order of claims to one figure: what is no weak form first, then the longest match, then the order of the vocabulary. */
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
export function settled(claims: Claim[], marked: string): Claim[] {
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

/** Whether a figure stands beside an earlier one as another part of what no total is given for. */
function isPart({ sought, strength, figure }: Claim, earlier: Claim, { plain }: Marked): boolean {
  if (!sought.indicator.parts || earlier.figure.start > figure.start) return false
  // 办理建议提案312件，按期办结309件: what a role tells after the whole was named is no part of it.
  if (earlier.strength !== strength && earlier.strength !== 'role') return false
  const between = plain.slice(earlier.figure.end, figure.start)
  // 建议4件，其中主办3件；提案5件: what has a name of its own behind a semicolon is no part of what stands before.
  return !PARTS.test(strength === 'own' ? between.slice(between.lastIndexOf('\uff1b') + 1) : between)
}

const TOTAL = /全年|累计/
const SUMMED = /合计|共计|总计/

/** The clause up to a figure. */
const clauseBefore = (plain: string, { start }: Figure): string =>
  plain.slice(plain.lastIndexOf('\uff0c', start) + 1, start)

/** 宣传周宣传3场，全年宣传42场: whether a figure says that it is the total, of which an earlier one is part. */
function isWhole({ figure }: Claim, { figure: earlier }: Claim, { plain }: Marked): boolean {
  if (figure.start <= earlier.start) return false
  const clause = clauseBefore(plain, figure)
  if (figure.value >= earlier.value && SUMMED.test(clause) && !SUMMED.test(clauseBefore(plain, earlier))) return true
  if (figure.value <= earlier.value || figure.unit !== earlier.unit) return false
  return TOTAL.test(clause) && !TOTAL.test(plain.slice(0, earlier.start))
}

/** 撤销1件、确认违法1件，即被纠错2件: whether a figure is the sum of several parts before it. */
function isSum({ sought, figure }: Claim, kept: Claim[]): boolean {
  const parts = kept.filter((each) => each.sought === sought && each.figure.start < figure.start)
  return parts.length > 1 && parts.reduce((sum, each) => sum + each.figure.value, 0) === figure.value
}

/** Of an indicator's figures in a sentence the first, its sum with those after it, or the parts where no total precedes them. */
export function firstOf(claims: Claim[], marked: Marked): Claim[] {
  const sure = new Set(claims.filter(({ strength }) => strength !== 'weak').map(({ sought }) => sought))
  let kept: Claim[] = []
  for (const claim of claims.filter(({ strength, sought }) => strength !== 'weak' || !sure.has(sought))) {
    const total = kept.find((each) => each.sought === claim.sought)
    if (!total || claim.strength === 'weak') kept.push({ ...claim, figure: sumFrom(claim, marked) ?? claim.figure })
    else if (isWhole(claim, total, marked) || isSum(claim, kept))
      kept = [...kept.filter((each) => each.sought !== claim.sought), claim]
    else if (isPart(claim, total, marked)) kept.push(claim)
  }
  return kept
}
