import { citedBasis, type Edit, type Finding } from '../../finding.js'
import type { Span } from '../../model.js'
import { SEVERITIES } from '../../words.js'
import type { Target } from './targets.js'

/** UTF-16 units: longest quotation; what stands around a place of less than `SHORT`. */
const LONGEST = 60
const AROUND = 10
const SHORT = 8
/** Places and changes that are quoted; more are only counted. */
const MOST = 3

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words of a place, short ones with what stands around them in their paragraph. */
function quotation(text: string, { start, end }: Span): string {
  const isShort = end - start < SHORT
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const lineEnd = next < 0 ? text.length : next
  const from = isShort ? Math.max(lineStart, start - AROUND) : start
  const to = Math.min(isShort ? Math.min(lineEnd, end + AROUND) : end, from + LONGEST)
  const lead = isShort && from > lineStart ? '…' : ''
  const tail = (isShort && to < lineEnd) || to < end ? '…' : ''
  return `“${lead}${flat(text.slice(from, to))}${tail}”`
}

/** What to write instead, as far as the message does not say it. */
function changes({ fix = [], message }: Finding, text: string): string[] {
  const told = fix.flatMap(({ start, end, text: wanted }: Edit): string[] => {
    const old = flat(text.slice(start, end))
    if (wanted === '' || message.includes(`“${wanted}”`)) return []
    return [old === '' ? `加上“${wanted}”` : `“${old}”改为“${wanted}”`]
  })
  return [...new Set(told)].slice(0, MOST)
}

/** What a comment says of a finding, a paragraph each; the first begins with the level. */
export interface Wording {
  level: string
  paragraphs: string[]
}

/**
 * Words a finding for a comment: message, basis, what to write; the exact words where the marks stand around more.
 * @param text `Source.text`
 * @param spanOf the range of a place in it
 */
export function wordingOf(finding: Finding, target: Target, text: string, spanOf: (place: Finding) => Span): Wording {
  const { severity, message, related = [], rule } = finding
  const basis = citedBasis(finding)
  const span = spanOf(finding)
  const words = flat(text.slice(span.start, span.end))
  const isExact = target.covered !== null && flat(target.covered) === words && target.holder === null
  const fixes = changes(finding, text)
  const others = related
    .slice(0, MOST)
    .map((place) => quotation(text, spanOf({ ...finding, ...place })))
    .join('、')
  return {
    level: SEVERITIES[severity],
    paragraphs: [
      message,
      ...(basis === null ? [] : [`依据：${basis}`]),
      ...(fixes.length > 0 ? [`改法：${fixes.join('；')}`] : []),
      ...(isExact ? [] : [`原文${target.holder ? `（在${target.holder}里）` : ''}：${quotation(text, span)}`]),
      ...(related.length > 0 ? [`另见 ${related.length} 处：${others}${related.length > MOST ? '等' : ''}`] : []),
      `规则：${rule}`,
    ],
  }
}
