import { citedBasis, type FileResult, type Finding, type ReportSummary } from '../finding.js'
import type { ContentSpec, Severity } from '../model.js'
import { SEVERITIES, STATES, UNREAD, VERDICTS } from '../words.js'
import { linesOf } from './excerpt.js'
import type { Reporter } from './reporter.js'
import { type Summary, wasChecked } from './result.js'
import { STATE_TONES, VERDICT_TONES } from './tones.js'
import { displayWidth, padEnd, truncate, visible, wrap } from './width.js'
import { identityOf, totals, UNCHECKED } from './words.js'

/** What a run of text is, for its colour. */
export type Style = Severity | 'bold' | 'dim' | 'good'

/** How a run of text is coloured; plain where there is no terminal. */
export type Paint = (style: Style, text: string) => string

/** How a result is to be shown to people. */
export interface PrettyOptions {
  paint?: Paint
  /** Errors only. */
  quiet?: boolean
  /** List the findings that were waived, not only their number. */
  waivers?: boolean
  /** What the schema asks for, for the names of the contents. */
  contents: ContentSpec[]
  /** The file's text, for excerpts. */
  text: string
}

/** Columns of an excerpt. */
const EXCERPT = 76
/** Units of text shown before the place, where the line is long. */
const LEAD = 16

const plain: Paint = (_, text) => text

const shown = (findings: Finding[], quiet: boolean): Finding[] =>
  quiet ? findings.filter(({ severity }) => severity === 'error') : findings

function contentsTable(report: ReportSummary, contents: ContentSpec[], paint: Paint): string[] {
  const rows = contents
    .filter(({ key, required }) => required || report.sections[key]?.state !== 'absent')
    .map(({ key, title }) => {
      const { state, line, heading, evidence } = report.sections[key] ?? { state: 'absent' as const }
      const detail = heading ?? (evidence === undefined ? '' : `“${evidence}”`)
      return { title, state, place: line === undefined ? '' : `第 ${line} 行`, detail }
    })
  const columns = (values: string[]): number => Math.max(0, ...values.map(displayWidth))
  const titles = columns(rows.map(({ title }) => title))
  const states = columns(rows.map(({ state }) => STATES[state]))
  const places = columns(rows.map(({ place }) => place))
  return rows.map(({ title, state, place, detail }) => {
    const cells = [
      padEnd(title, titles),
      paint(STATE_TONES[state], padEnd(STATES[state], states)),
      padEnd(place, places),
    ]
    return `  ${cells.join('  ')}  ${truncate(visible(detail), 48)}`.trimEnd()
  })
}

/** The line of a place, cut to a window around it, with a mark below. */
function excerptWithMark(lines: string[], finding: Finding): string[] {
  // Unit for unit, so that the mark stays under its place.
  const line = visible(lines[finding.line - 1] ?? '').replace(/[\t\u00a0\u2000-\u200b]/g, ' ')
  const start = finding.column - 1
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : line.length
  const isLong = start > LEAD * 2
  // Never between the halves of a character beyond U+FFFF.
  const from = isLong ? start - LEAD + (/^[\udc00-\udfff]/.test(line.slice(start - LEAD)) ? 1 : 0) : 0
  const lead = isLong ? '…' : ''
  const window = truncate(line.slice(from), EXCERPT)
  if (window.trim() === '') return []
  const before = displayWidth(lead + line.slice(from, start))
  const length = Math.min(displayWidth(line.slice(start, end)), EXCERPT - before)
  return [`  | ${lead}${window}`, `  | ${' '.repeat(before)}${'^'.repeat(Math.max(1, length))}`]
}

const indented = (text: string): string[] => wrap(visible(text), EXCERPT).map((row) => `  ${row}`)

function describe(finding: Finding, lines: string[], paint: Paint): string[] {
  const { severity, line, column, rule, message } = finding
  const basis = citedBasis(finding)
  const head = `${paint(severity, SEVERITIES[severity])}  第 ${line} 行第 ${column} 列  ${paint('dim', rule)}`
  const cited = basis === null ? [] : indented(`依据：${basis}`)
  const mark = excerptWithMark(lines, finding).map((row) => paint('dim', row))
  return [head, ...indented(message), ...cited, ...mark, '']
}

const counts = (findings: Finding[]): string =>
  (['error', 'warning', 'info'] as const)
    .map((severity) => `${SEVERITIES[severity]} ${findings.filter((each) => each.severity === severity).length}`)
    .join('，')

const waivedCount = ({ waived = [] }: FileResult): string =>
  waived.length > 0 ? `；另有 ${waived.length} 处已说明，不再提示` : ''

/** What was waived, by whom nobody asks, but why. */
const waivedRows = ({ waived = [] }: FileResult, paint: Paint): string[] =>
  waived.flatMap(({ severity, line, message, rule, reason }) => [
    `  ${paint('dim', '已说明')}  ${SEVERITIES[severity]}  第 ${line} 行  ${paint('dim', rule)}`,
    ...indented(`${message}理由：${reason || '未写'}`).map((row) => `  ${row}`),
  ])

/** One report in full: who and when, the contents with their states, findings with excerpts, the verdict. */
export function prettyFile(
  result: FileResult,
  { paint = plain, quiet = false, waivers = false, contents, text }: PrettyOptions,
): string {
  const { path, report, verdict, findings } = result
  if (!report || !verdict) return `${path}：${result.error?.message ?? UNREAD}\n`
  const isReport = wasChecked(findings)
  const quotable = linesOf(text)
  const lines = [
    paint('dim', visible(path)),
    paint('bold', visible(report.title ?? '（没有找到标题）')),
    ...(isReport ? [visible(identityOf(report)), '', ...contentsTable(report, contents, paint)] : []),
    '',
    ...shown(findings, quiet).flatMap((finding) => describe(finding, quotable, paint)),
    ...(waivers && result.waived ? [...waivedRows(result, paint), ''] : []),
    isReport
      ? `结论：${paint(VERDICT_TONES[verdict], VERDICTS[verdict])}（${counts(findings)}${waivedCount(result)}）`
      : `结论：${UNCHECKED}`,
  ]
  return `${lines.join('\n')}\n`
}

/** One of several reports: a line, and its findings below. */
export function prettyLine(
  result: FileResult,
  { paint = plain, quiet = false, waivers = false }: Omit<PrettyOptions, 'contents' | 'text'> = {},
): string {
  const { path, verdict, findings, error } = result
  const name = visible(path)
  if (!verdict) return `${name}  ${paint('error', UNREAD)}\n  ${error?.message ?? ''}\n`
  const said = wasChecked(findings) ? VERDICTS[verdict] : UNCHECKED
  const head = `${name}  ${paint(VERDICT_TONES[verdict], said)}`
  const rows = shown(findings, quiet).map(
    ({ severity, line, message, rule }) =>
      `  ${paint(severity, SEVERITIES[severity])}  第 ${line} 行  ${visible(message)}${paint('dim', `（${rule}）`)}`,
  )
  return `${[head, ...rows, ...(waivers ? waivedRows(result, paint) : [])].join('\n')}\n`
}

/** The last line over several reports. */
export function prettySummary(summary: Summary, unread: number): string {
  return `\n${totals(summary, unread)}\n`
}

/**
 * `--format pretty`: the one file of a run in full, several files a line each with their findings, and a summary.
 * A lone file that could not be read is told as a notice, not here.
 */
export function pretty(isAlone: boolean, options: Omit<PrettyOptions, 'contents' | 'text'> = {}): Reporter {
  return {
    head: '',
    separator: '',
    file: ({ result, draft }) => {
      if (!isAlone) return prettyLine(result, options)
      return draft ? prettyFile(result, { ...options, contents: draft.demands.contents, text: draft.source.text }) : ''
    },
    tail: (summary, unread) => (isAlone ? '' : prettySummary(summary, unread.length)),
  }
}
