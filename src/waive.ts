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

/** Waivers of a draft: those in its comments, then those of the configuration that name its file. */
export function waiversOf(draft: Draft, ignore: Settings['ignore']): Waiver[] {
  const written = draft.comments.flatMap((comment): Waiver[] => {
    const match = COMMENT.exec(comment.value)
    if (!match) return []
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

/** A finding with the offset in the source where it stands. */
export interface Located {
  finding: Finding
  start: number
}

/** Parts findings from those that a waiver silences, and counts on every waiver what it silenced. */
export function applyWaivers(located: Located[], waivers: Waiver[]): { findings: Finding[]; waived: WaivedFinding[] } {
  const findings: Finding[] = []
  const waived: WaivedFinding[] = []
  for (const { finding, start } of located) {
    const waiver = waivers.find(
      ({ rule, scope }) => rule === finding.rule && (scope === null || (scope.start <= start && start < scope.end)),
    )
    if (!waiver) findings.push(finding)
    else {
      waiver.waived++
      waived.push({ ...finding, reason: waiver.reason })
    }
  }
  return { findings, waived }
}
