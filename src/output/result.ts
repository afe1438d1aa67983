import type { FazhiError } from '../error.js'
import {
  type FileResult,
  type Finding,
  type ReportSummary,
  type SectionSummary,
  verdictOf,
  type WaivedFinding,
} from '../finding.js'
import type { Draft } from '../model.js'

function summarise({ report, contents }: Draft): ReportSummary {
  const sections = contents.map(({ key, state, with: others }): [string, SectionSummary] => {
    const section = report.sections?.[key]
    if (!section) return [key, { state: 'absent' }]
    return [
      key,
      {
        state,
        ...(others.length > 0 ? { with: others } : {}),
        ...(section.heading === undefined ? {} : { heading: section.heading }),
        line: section.line,
        ...(section.evidence === undefined ? {} : { evidence: section.evidence }),
      },
    ]
  })
  return {
    title: report.title ?? null,
    issuer: report.issuer ?? null,
    kind: report.kind ?? null,
    year: report.year ?? null,
    publishedOn: report.publishedOn ?? null,
    signedOn: report.signedOn ?? null,
    signature: report.signature ?? null,
    addressee: report.addressee ?? null,
    sections: Object.fromEntries(sections),
  }
}

/** False for a file that is no report: its contents and its verdict say nothing. */
export const wasChecked = (findings: Finding[]): boolean => !findings.some(({ rule }) => rule === 'not-a-report')

/** What `lint` says of a draft. */
export function resultOf(draft: Draft, findings: Finding[], waived: WaivedFinding[] = []): FileResult {
  return {
    path: draft.source.path,
    report: summarise(draft),
    verdict: verdictOf(findings),
    findings,
    ...(waived.length > 0 ? { waived } : {}),
    error: null,
  }
}

/** What `lint` says of a file that could not be read. */
export function failureOf(path: string, { code, message }: FazhiError): FileResult {
  return { path, report: null, verdict: null, findings: [], error: { code, message } }
}

/** What the files of a run come to: how many, and their findings by severity. */
export interface Summary {
  files: number
  errors: number
  warnings: number
  infos: number
}

/** Of no files. */
export const EMPTY_SUMMARY: Summary = { files: 0, errors: 0, warnings: 0, infos: 0 }

/** The summary of one file. */
export function summaryOfFile({ findings }: FileResult): Summary {
  const count = (severity: Finding['severity']): number => findings.filter((each) => each.severity === severity).length
  return { files: 1, errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** Two summaries in one. */
export function addSummaries(a: Summary, b: Summary): Summary {
  return {
    files: a.files + b.files,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
  }
}
