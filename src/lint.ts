import {
  type Anchor,
  byPlace,
  type Edit,
  EXCERPT,
  type Finding,
  type Problem,
  type Rule,
  type Settings,
  type WaivedFinding,
  type Waiver,
} from './finding.js'
import type { Draft, Place, Severity, Span } from './model.js'
import { placesIn, spansIn } from './report/place.js'
import { rules as catalogue } from './rules/all.js'
import { atOffset } from './text/at-offset.js'
import { withLongNumbersMasked } from './text/masks.js'
import { once } from './text/once.js'
import { applyWaivers, type Located, waiversOf } from './waive.js'

/** The rule that speaks alone where a file is no report. */
const GATE = 'not-a-report'
/** Units of the first line marked where a draft has no title to mark. */
const OPENING = 10

/** Turns anchors of a draft into ranges of its source. */
type Locate = (anchor: Anchor | null) => Span

function locatorOf(draft: Draft): Locate {
  const spanOf = spansIn(draft.source.text)
  /** For a range of `Draft.text`, which may run over several blocks. */
  const spanOfText = ({ start, end }: Span): Span => {
    const first = atOffset(draft.blocks, start)
    const last = end > start ? atOffset(draft.blocks, end - 1) : first
    if (!first || !last) return { start: 0, end: 0 }
    if (first === last) return spanOf(first, start - first.at, end - first.at)
    return { start: spanOf(first, start - first.at, start - first.at).start, end: spanOf(last, 0, end - last.at).end }
  }
  return (anchor) => {
    if (anchor && 'span' in anchor) return anchor.span
    if (anchor && 'text' in anchor) return spanOfText(anchor.text)
    if (anchor) return spanOf(anchor.block, anchor.from, anchor.to)
    const title = draft.blocks.find(({ role }) => role === 'title')
    if (title) return spanOf(title)
    const [first] = draft.blocks
    return first ? spanOf(first, 0, Math.min(OPENING, first.text.length)) : { start: 0, end: 0 }
  }
}

/** What the rule looked at where the anchor stands: the text without markup, in simplified characters. */
function legibleAt(draft: Draft, anchor: Anchor): string {
  if ('span' in anchor) return draft.source.text.slice(anchor.span.start, anchor.span.end)
  if ('text' in anchor) return draft.text.slice(anchor.text.start, anchor.text.end)
  return anchor.block.text.slice(anchor.from, anchor.to)
}

const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\t'
const isLineEnd = (unit: string | undefined): boolean => unit === undefined || unit === '\n' || unit === '\r'

/** Whether an edit leaves nothing of its line: in Markdown that parts a paragraph, or a heading from its underline. */
function emptiesLine(source: string, { start, end, text }: Edit): boolean {
  if (text !== '' || start === end) return false
  let [from, to] = [start, end]
  while (isBlank(source[to])) to++
  if (!isLineEnd(source[to])) return false
  while (isBlank(source[from - 1])) from--
  return isLineEnd(source[from - 1])
}

/**
 * The edits of a fix; `null` where the source reads otherwise than the rule saw it: markup in between, escapes, traditional
 * characters; or would read otherwise than the fix means it.
 */
function editsOf(draft: Draft, locate: Locate, fix: Problem['fix']): Edit[] | null {
  if (!fix || fix.length === 0) return null
  const edits = fix.map(({ at, text }): Edit => ({ ...locate(at), text }))
  const { text, format } = draft.source
  const isMarkdown = format === 'markdown'
  const isLiteral = edits.every(
    (edit, i) =>
      text.slice(edit.start, edit.end) === legibleAt(draft, (fix[i] as { at: Anchor }).at) &&
      // An escaped mark would leave its back-slash behind.
      !(isMarkdown && (text[edit.start - 1] === '\\' || emptiesLine(text, edit))),
  )
  return isLiteral ? edits : null
}

/** Units around an excerpt that are looked at too, so that no long number is cut in two before it is masked. */
const MARGIN = 40
const LINE_END = /[\r\n]/
/** Halves of characters beyond U+FFFF at either end, which are cut off with the rest. */
const HALVES = /^[\udc00-\udfff]|[\ud800-\udbff]$/g

/**
 * The line of the place, cut to a window around it; personal numbers in it are not handed on.
 * @param column of the place, from 1
 */
function excerptAt(text: string, { start }: Span, column: number): string {
  const lineStart = start - (column - 1)
  const { longest, lead: before } = EXCERPT
  const from = column - 1 > longest - before ? start - before : lineStart
  const lead = Math.min(MARGIN, from - lineStart)
  const window = text.slice(from - lead, from + longest + MARGIN)
  const end = window.search(LINE_END)
  return withLongNumbersMasked(end < 0 ? window : window.slice(0, end))
    .slice(lead, lead + longest)
    .replace(HALVES, '')
    .trim()
}

function toFinding(
  draft: Draft,
  rule: Rule,
  severity: Severity,
  problem: Problem,
  locate: Locate,
  placeOf: (span: Span) => Place,
): Located {
  const { text } = draft.source
  const span = locate(problem.at)
  const others = (problem.related ?? []).map(locate)
  const fix = editsOf(draft, locate, problem.fix)
  const place = placeOf(span)
  const finding: Finding = {
    rule: rule.id,
    severity,
    message: problem.message,
    ...place,
    excerpt: excerptAt(text, span, place.column),
    basis: problem.basis === undefined ? rule.basis : problem.basis,
    fixable: fix !== null,
    ...(fix ? { fix } : {}),
    ...(others.length > 0 ? { related: others.map(placeOf) } : {}),
  }
  return { finding, spans: [span, ...others], excerptAt: (at, column) => excerptAt(text, at, column) }
}

/** What is asked for where no configuration says otherwise. */
export const DEFAULTS: Settings = {
  kind: null,
  schema: null,
  place: null,
  titles: [],
  phrases: [],
  words: {},
  levels: {},
  ignore: [],
}

/** What the rules find in a draft, what the user waived apart. */
export interface Examined {
  /** By place, then rule. */
  findings: Finding[]
  waived: WaivedFinding[]
}

/** A rule as it is called, all in one shape: V8 then finds its parts where those of the rule before were. */
interface Call {
  id: string
  rule: Rule
  check(draft: Draft, settings: Settings, waivers: Waiver[], ids: string[]): Iterable<Problem>
}

/** Rules in the order in which they are called: those for drafts, then those for what was waived of their findings. */
interface Calls {
  ids: string[]
  forDrafts: Call[]
  forWaivers: Call[]
}

const callOf = (rule: Rule): Call => ({
  id: rule.id,
  rule,
  check: 'check' in rule ? rule.check : (_draft, _settings, waivers, ids) => rule.checkWaivers(waivers, ids),
})

const callsOf = (rules: Rule[]): Calls => ({
  ids: rules.map(({ id }) => id),
  forDrafts: rules.filter((rule) => 'check' in rule).map(callOf),
  forWaivers: rules.filter((rule) => 'checkWaivers' in rule).map(callOf),
})

const catalogueCalls = once(() => callsOf(catalogue))

/** Findings of all rules in a draft, those apart that the user waived; one only where it is no report. */
export function examine(draft: Draft, settings: Partial<Settings> = {}, rules: Rule[] = catalogue): Examined {
  const asked = { ...DEFAULTS, ...settings }
  const { ids, forDrafts, forWaivers } = rules === catalogue ? catalogueCalls() : callsOf(rules)
  const waivers = waiversOf(draft, asked.ignore)
  const placeOf = placesIn(draft.source.text)
  const locate = locatorOf(draft)
  const pass = (calls: Call[]): { findings: Finding[]; waived: WaivedFinding[] } => {
    const located: Located[] = []
    for (const call of calls) {
      const level = asked.levels[call.id]
      if (level === 'off' || (!draft.isReport && call.id !== GATE)) continue
      for (const problem of call.check(draft, asked, waivers, ids)) {
        const severity = level ?? problem.severity ?? call.rule.severity
        located.push(toFinding(draft, call.rule, severity, problem, locate, placeOf))
      }
    }
    return applyWaivers(located, waivers)
  }
  const first = pass(forDrafts)
  const second = pass(forWaivers)
  return {
    findings: [...first.findings, ...second.findings].sort(byPlace),
    waived: [...first.waived, ...second.waived].sort(byPlace),
  }
}

/** Findings of all rules in a draft, by place, then rule; those that the user waived left out. */
export function lint(draft: Draft, settings: Partial<Settings> = {}): Finding[] {
  return examine(draft, settings).findings
}
