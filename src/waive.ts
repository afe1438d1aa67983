import type { Nodes } from 'mdast'
import type { Finding, Settings, WaivedFinding, Waiver } from './finding.js'
import type { Draft, Span } from './model.js'

/** `<!-- fazhi-ignore 规则名 理由 -->`; group 1 tells the scope. */
const COMMENT = /^\s*<!--\s*fazhi-ignore(-file)?(?:\s+([\w-]+))?\s*([\s\S]*?)\s*-->\s*$/

const spanOfNode = ({ position }: Nodes): Span => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})

/** The block a comment stands before; several comments may stand before one. */
function blockAfter({ source, comments }: Draft, comment: Draft['comments'][number]): Span {
  const { children } = source.root
  const next = children.slice(children.indexOf(comment) + 1).find((node) => !comments.some((each) => each === node))
  return next ? spanOfNode(next) : { start: 0, end: 0 }
}

/** The first word of a comment in which our name stands, more or less. */
const LIKE_OURS = /^\s*<!--\s*(fazhi[\w-]*|fa[a-z]{1,4}[-_]i[a-z]{3,7}(?:-file)?)(?![a-z])/i

/** A comment that is like a waiver and silences nothing. */
function misspelt(comment: Draft['comments'][number]): Waiver[] {
  const unknown = LIKE_OURS.exec(comment.value)?.[1]
  if (unknown === undefined) return []
  return [{ rule: '', unknown, reason: '', comment: spanOfNode(comment), scope: null, waived: 0 }]
}

/** Waivers of a draft: those in its comments, then those of the configuration that name its file. */
export function waiversOf(draft: Draft, ignore: Settings['ignore']): Waiver[] {
  const written = draft.comments.flatMap((comment): Waiver[] => {
    const match = COMMENT.exec(comment.value)
    if (!match) return misspelt(comment)
    const [, isForFile, rule = '', reason = ''] = match
    const scope = isForFile === undefined ? blockAfter(draft, comment) : null
    return [{ rule, reason, comment: spanOfNode(comment), scope, waived: 0 }]
  })
  const path = draft.source.path.replaceAll('\\', '/')
  const configured = ignore
    .filter(({ file }) => file === null || path === file || path.endsWith(`/${file}`))
    .map(({ rule, reason }): Waiver => ({ rule, reason, comment: null, scope: null, waived: 0 }))
  return [...written, ...configured]
}

/** A finding with the ranges of the source where it stands: its own, then those of its further places. */
export interface Located {
  finding: Finding
  spans: Span[]
  /** The line of one of the ranges, by its column. */
  excerptAt(span: Span, column: number): string
}

const holds = (scope: Span | null, { start }: Span): boolean =>
  scope === null || (scope.start <= start && start < scope.end)

/** What is left of a finding of several places when some are waived; `null` where none is. */
function withoutPlaces({ finding, spans, excerptAt }: Located, scope: Span | null): Finding | null {
  const left = [finding, ...(finding.related ?? [])].filter((_, i) => !holds(scope, spans[i] as Span))
  const [first, ...others] = left
  const at = spans.find((span) => !holds(scope, span))
  if (!first || !at) return null
  const { line, column, endLine, endColumn } = first
  const { related: _, fix: all, ...rest } = finding
  const fix = all?.filter((edit) => !holds(scope, edit)) ?? []
  return {
    ...rest,
    line,
    column,
    endLine,
    endColumn,
    excerpt: excerptAt(at, column),
    fixable: fix.length > 0,
    ...(fix.length > 0 ? { fix } : {}),
    // The finding's own place can only be the first.
    ...(others.length > 0 ? { related: others } : {}),
  }
}

/**
 * Parts findings from those that a waiver silences, and counts on every waiver what it silenced. Of a finding of several
 * places, those out of the waiver's scope stay.
 */
export function applyWaivers(located: Located[], waivers: Waiver[]): { findings: Finding[]; waived: WaivedFinding[] } {
  const findings: Finding[] = []
  const waived: WaivedFinding[] = []
  for (const all of located) {
    const { finding } = all
    let left: Located | null = all
    for (const waiver of waivers) {
      const { scope } = waiver
      if (left === null || waiver.rule !== finding.rule || !left.spans.some((span) => holds(scope, span))) continue
      waiver.waived++
      waived.push({ ...finding, reason: waiver.reason })
      const rest = withoutPlaces(left, scope)
      left = rest && { ...left, finding: rest, spans: left.spans.filter((span) => !holds(scope, span)) }
    }
    if (left) findings.push(left.finding)
  }
  return { findings, waived }
}
