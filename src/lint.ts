import type { Anchor, Draft, Finding, Place, Problem, Rule, Span } from './model.js'
import { placesIn, spanOf } from './report/place.js'
import { rules as catalogue } from './rules/all.js'

/** The rule that speaks alone where a file is no report. */
const GATE = 'not-a-report'
/** Longest excerpt, in UTF-16 units. */
const EXCERPT = 80
/** Units of the first line marked where a draft has no title to mark. */
const OPENING = 10

function spanAt(draft: Draft, anchor: Anchor | null): Span {
  if (anchor && 'span' in anchor) return anchor.span
  if (anchor) return spanOf(draft.source.text, anchor.block, anchor.from, anchor.to)
  const title = draft.blocks.find(({ role }) => role === 'title')
  if (title) return spanOf(draft.source.text, title)
  const [first] = draft.blocks
  return first ? spanOf(draft.source.text, first, 0, Math.min(OPENING, first.text.length)) : { start: 0, end: 0 }
}

/** The line of the place, cut to a window around it. */
function excerptAt(text: string, { start }: Span): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const rest = text.slice(lineStart)
  const line = rest.slice(0, /[\r\n]/.exec(rest)?.index ?? rest.length)
  const from = start - lineStart > EXCERPT - 20 ? start - lineStart - 20 : 0
  // Halves of characters beyond U+FFFF are cut off with the rest.
  const halves = /^[\udc00-\udfff]|[\ud800-\udbff]$/g
  return line
    .slice(from, from + EXCERPT)
    .replace(halves, '')
    .trim()
}

function toFinding(draft: Draft, rule: Rule, problem: Problem, placeOf: (span: Span) => Place): Finding {
  const { text } = draft.source
  const span = spanAt(draft, problem.at)
  const related = (problem.related ?? []).map((anchor): Place => placeOf(spanAt(draft, anchor)))
  return {
    rule: rule.id,
    severity: problem.severity ?? rule.severity,
    message: problem.message,
    ...placeOf(span),
    excerpt: excerptAt(text, span),
    basis: problem.basis === undefined ? rule.basis : problem.basis,
    fixable: false,
    ...(related.length > 0 ? { related } : {}),
  }
}

const byPlace = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)

/** Findings of all rules in a draft, by place, then rule; one only where it is no report. */
export function lint(draft: Draft, rules: Rule[] = catalogue): Finding[] {
  const applicable = draft.isReport ? rules : rules.filter(({ id }) => id === GATE)
  const placeOf = placesIn(draft.source.text)
  return applicable
    .flatMap((rule) => [...rule.check(draft)].map((problem) => toFinding(draft, rule, problem, placeOf)))
    .sort(byPlace)
}
