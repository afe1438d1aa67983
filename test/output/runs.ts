import { FazhiError } from '../../src/error.js'
import type { Finding, Settings, WaivedFinding } from '../../src/finding.js'
import { examine } from '../../src/lint.js'
import { overviewOf } from '../../src/output/overview.js'
import type { Checked, Reporter, Shown, Unread } from '../../src/output/reporter.js'
import { addSummaries, EMPTY_SUMMARY, failureOf, resultOf, summaryOfFile } from '../../src/output/result.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'

/** A draft with what the rules find in it. */
export async function checked(name: string, text: string, settings: Partial<Settings> = {}): Promise<Checked> {
  const draft = build(await read({ name, bytes: new TextEncoder().encode(text) }))
  const { findings, waived } = examine(draft, settings)
  return { draft, result: resultOf(draft, findings, waived) }
}

/** A draft with these findings and no others. */
export async function checkedWith(
  name: string,
  text: string,
  findings: Finding[],
  waived: WaivedFinding[] = [],
): Promise<Checked> {
  const { draft } = await checked(name, text)
  return { draft, result: draft ? resultOf(draft, findings, waived) : failureOf(name, new FazhiError('usage', '')) }
}

/** A file that could not be read. */
export const unreadable = (name: string, message = '找不到这个文件'): Checked => ({
  draft: null,
  result: failureOf(name, new FazhiError('not-found', message)),
})

/** A finding of a text in the draft, at its first occurrence. */
export function findingAt(draft: string, text: string, values: Partial<Finding> = {}): Finding {
  const at = draft.indexOf(text)
  const before = draft.slice(0, at).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {
    rule: 'unfilled-placeholder',
    severity: 'error',
    message: `有1处没有填写：“${text}”。`,
    line,
    column,
    endLine: line,
    endColumn: column + text.length,
    excerpt: draft.split('\n')[line - 1] ?? '',
    basis: null,
    fixable: false,
    ...values,
  }
}

/** The whole output of a run; what a page keeps of a file travels as JSON, as it does between processes. */
export function outputOf(reporter: Reporter, files: Checked[]): string {
  const summary = files.map(({ result }) => summaryOfFile(result)).reduce(addSummaries, EMPTY_SUMMARY)
  const texts = files.map((file) => reporter.file(file))
  if (!('page' in reporter)) {
    const unread = files.flatMap(({ result: { path, error } }): Unread[] => (error ? [{ path, ...error }] : []))
    return reporter.head + texts.filter((text) => text !== '').join(reporter.separator) + reporter.tail(summary, unread)
  }
  const shown = files.map(
    ({ result, draft }, i): Shown => ({
      ...summaryOfFile(result),
      path: result.path,
      verdict: result.verdict,
      overview: overviewOf(result, draft),
      error: result.error,
      text: texts[i] ?? '',
    }),
  )
  return reporter.page(JSON.parse(JSON.stringify(shown)), summary)
}
