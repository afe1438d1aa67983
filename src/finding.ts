import type { Kind } from './generated/report.js'
import type { Block, Draft, Place, Severity, Span, State } from './model.js'

/** What a rule finds, before severity and place are filled in. */
export interface Problem {
  /** Plain Chinese: what is wrong, what was expected, what to write instead. */
  message: string
  /** Where; `null` for the whole document, which stands at its title or first line. */
  at: Anchor | null
  /** Where it differs from the rule's own. */
  severity?: Severity
  /** Where it differs from the rule's own. */
  basis?: string | null
  /** Further places of the same defect. */
  related?: Anchor[]
  /** What to write instead, where the answer is unique without context: texts for ranges, which do not overlap. */
  fix?: { at: Anchor; text: string }[]
}

/** A place as a rule names it: a range of a block's text (the whole block unless told), of `Draft.text`, or of the source. */
export type Anchor = { block: Block; from?: number; to?: number } | { text: Span } | { span: Span }

/** A text to stand for a range of `Source.text`. */
export interface Edit extends Span {
  text: string
}

/** An excerpt in UTF-16 units: at most so many, and of a place far in its line from so many before it on. */
export const EXCERPT = { longest: 80, lead: 20 }

/** A finding as users and programs get it. */
export interface Finding extends Place {
  rule: string
  severity: Severity
  message: string
  excerpt: string
  basis: string | null
  fixable: boolean
  /** Edits that mend it; absent where it is not fixable. */
  fix?: Edit[]
  /** Further places of the same defect; absent where there is one place only. */
  related?: Place[]
}

/** A user's word that findings are known and right as they are: a comment in the draft, or an entry of the configuration. */
export interface Waiver {
  /** Empty where none is named. */
  rule: string
  /** The first word of a comment that is like ours and is not. */
  unknown?: string
  /** Why; empty where the user gave none. */
  reason: string
  /** The comment in the source; `null` for an entry of the configuration. */
  comment: Span | null
  /** The range of the source it holds for; `null` for the whole file. */
  scope: Span | null
  /** Findings it silenced. */
  waived: number
}

/** A finding that a waiver silenced. */
export interface WaivedFinding extends Finding {
  reason: string
}

/** What holds at the user's office, from the configuration; rules ask it beside their own tables. */
export interface Local {
  /** Province or city whose deadlines hold, such as 安徽. */
  place: string | null
  /** Titles of documents, without 《》, that are right as they stand. */
  titles: string[]
  /** Set phrases that are right as they stand. */
  phrases: string[]
  /** Wrong words with the right ones. */
  words: Record<string, string>
}

/** A draft that shows a rule at work. */
export interface Example {
  /** Markdown. */
  draft: string
  /** An own schema it is checked against. */
  schema?: object
  /** What the configuration says. */
  local?: Partial<Local>
  /** The message of the one finding; for wrong examples. */
  message?: string
  /** The draft after the fix; for wrong examples of findings that have one. */
  fixed?: string
}

interface RuleBase {
  /** Names the defect. */
  id: string
  /** One line for lists. */
  summary: string
  why: string
  examples: { wrong: Example[]; right: Example[] }
}

interface DraftRule extends RuleBase {
  check(draft: Draft, local: Local): Iterable<Problem>
}

/** A rule about waivers: runs after the others, when it is known what each waiver silenced. */
interface WaiverRule extends RuleBase {
  checkWaivers(waivers: Waiver[], ruleIds: string[]): Iterable<Problem>
}

/** A rule. An error needs a basis to cite or a reason why it is beyond doubt. */
export type Rule = (DraftRule | WaiverRule) &
  (
    | { severity: 'error'; basis: string; certain?: string }
    | { severity: 'error'; basis: null; certain: string }
    | { severity: 'warning' | 'info'; basis: string | null; certain?: never }
  )

/** What a user's configuration asks for. */
export interface Settings extends Local {
  /** Kind of issuer of all drafts; `null` to infer. */
  kind: Kind | null
  /** Path of an own schema. */
  schema: string | null
  /** Severity of a rule's findings where it differs from the rule's own. */
  levels: Record<string, Severity | 'off'>
  /** Findings known and right as they are; `file` is the end of a path, `null` for all files. */
  ignore: { rule: string; reason: string; file: string | null }[]
}

/** pass: nothing above info. revise: warnings. return: errors. */
export type Verdict = 'pass' | 'revise' | 'return'

/** What to do with a draft, by its worst finding. */
export function verdictOf(findings: Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'return'
  return findings.some(({ severity }) => severity === 'warning') ? 'revise' : 'pass'
}

/** The basis to be told beside the message: `null` where there is none, or where the message names it. */
export const citedBasis = ({ basis, message }: Pick<Finding, 'basis' | 'message'>): string | null =>
  basis === null || message.includes(basis) ? null : basis

/** The order of findings: by place, then rule. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)

/** What `lint` says of one file. */
export interface FileResult {
  path: string
  report: ReportSummary | null
  verdict: Verdict | null
  findings: Finding[]
  /** Findings that waivers silenced; absent where there are none. */
  waived?: WaivedFinding[]
  error: { code: string; message: string } | null
}

/** The report as `--format json` shows it: a value not found is `null`, a content not found is `absent`. */
export interface ReportSummary {
  title: string | null
  issuer: string | null
  kind: Kind | null
  year: number | null
  publishedOn: string | null
  signedOn: string | null
  signature: string | null
  addressee: string | null
  sections: Record<string, SectionSummary>
}

/** What the report has of a content: where, under which heading, or in which sentence. Line from 1. */
export interface SectionSummary {
  state: State
  with?: string[]
  heading?: string
  line?: number
  evidence?: string
}
