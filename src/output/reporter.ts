import type { FileResult, Verdict } from '../finding.js'
import type { Draft } from '../model.js'
import type { Overview } from './overview.js'
import type { Summary } from './result.js'

/** One file as checked; the draft is `null` where the file could not be read. */
export interface Checked {
  result: FileResult
  draft: Draft | null
}

/** A file that could not be read. */
export interface Unread {
  path: string
  code: string
  message: string
}

/** One file of a run, shown. */
export interface Shown extends Summary {
  path: string
  verdict: Verdict | null
  /** For a form that is a page; `null` for others, and where the file could not be read. */
  overview: Overview | null
  /** Why the file could not be read. */
  error: FileResult['error']
  /** What `file` made of it. */
  text: string
}

/** What one file becomes in a form of findings. */
interface FileReporter {
  file(checked: Checked): string
}

/** A form that is written as the run goes. */
interface StreamReporter extends FileReporter {
  head: string
  /** Stands between two files; those whose text is empty do not count. */
  separator: string
  /** @param unread files that could not be read, in their order */
  tail(summary: Summary, unread: Unread[]): string
}

/** A form that is written when all files are checked, because what stands first tells of all. */
interface PageReporter extends FileReporter {
  page(files: Shown[], summary: Summary): string
}

/** A form of findings: pretty, json, sarif … Pure: the same results give the same text. */
export type Reporter = StreamReporter | PageReporter
