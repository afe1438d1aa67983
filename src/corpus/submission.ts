import { type ReportSummary, type Verdict, verdictOf } from '../finding.js'
import type { Severity } from '../model.js'
import type { ReviewRecord } from './record.js'
import type { IndicatorState } from './review.js'

/** A file as a review keeps it in memory: everything but its findings and its text. */
export interface Submission {
  /** Its place among the records, from 0. */
  index: number
  path: string
  /** `null` where it could not be read. */
  report: ReportSummary | null
  /** False for what could not be read, a notice, a README. */
  isReport: boolean
  verdict: Verdict | null
  error: ReviewRecord['error']
  /** As in its record; `null` for a file of this review. */
  carried: { date: string } | null
  counts: Record<Severity, number>
  /** Number of findings by rule, with the gravest severity among them. */
  rules: Map<string, { findings: number; severity: Severity }>
  topics: { touched: string[]; expected: string[] } | null
  indicators: Record<string, IndicatorState>
}

const GRAVITY: Record<Severity, number> = { error: 2, warning: 1, info: 0 }

/** The graver of two severities. */
export const graver = (a: Severity, b: Severity): Severity => (GRAVITY[a] > GRAVITY[b] ? a : b)

function rulesOf(findings: ReviewRecord['findings']): Submission['rules'] {
  const rules: Submission['rules'] = new Map()
  for (const { rule, severity } of findings) {
    const known = rules.get(rule)
    rules.set(rule, {
      findings: (known?.findings ?? 0) + 1,
      severity: known ? graver(known.severity, severity) : severity,
    })
  }
  return rules
}

/** What a review keeps of a record. @param indicators what its figures come to */
export function submissionOf(
  record: ReviewRecord,
  index: number,
  indicators: Record<string, IndicatorState>,
): Submission {
  const { path, report, findings, error, digest, carried = null } = record
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length
  const counts = { error: count('error'), warning: count('warning'), info: count('info') }
  return {
    index,
    path,
    report,
    isReport: digest !== null,
    verdict: digest === null ? null : verdictOf(findings),
    error,
    carried,
    counts,
    rules: rulesOf(findings),
    topics: digest && { touched: digest.topics, expected: digest.expectedTopics },
    indicators,
  }
}
