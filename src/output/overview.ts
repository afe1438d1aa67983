import type { FileResult } from '../finding.js'
import type { Draft, State } from '../model.js'
import { wasChecked } from './result.js'

/** What a list of many files says of one that was read. */
export interface Overview {
  title: string | null
  issuer: string | null
  year: number | null
  /** False for a file that is no report: its verdict says nothing. */
  isReport: boolean
  /** What the schema asks of it, and what it has beside; in the schema's order. */
  contents: { title: string; state: State }[]
  /** Rules of its findings, waived ones too; each once. */
  rules: string[]
}

/** What such a list says; `null` where the file could not be read. */
export function overviewOf({ report, findings, waived = [] }: FileResult, draft: Draft | null): Overview | null {
  if (!report || !draft) return null
  const isReport = wasChecked(findings)
  const contents = draft.demands.contents
    .map(({ key, title, required }) => ({ title, required, state: report.sections[key]?.state ?? ('absent' as const) }))
    .filter(({ required, state }) => required || state !== 'absent')
    .map(({ title, state }) => ({ title, state }))
  return {
    title: report.title,
    issuer: report.issuer,
    year: report.year,
    isReport,
    contents: isReport ? contents : [],
    rules: [...new Set([...findings, ...waived].map(({ rule }) => rule))],
  }
}
