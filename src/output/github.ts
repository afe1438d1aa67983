import { citedBasis, type Finding } from '../finding.js'
import { tool } from '../generated/tool.js'
import type { Severity } from '../model.js'
import type { Reporter } from './reporter.js'
import { visible } from './width.js'
import { totals } from './words.js'

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** The data of a workflow command: one line. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A property of a workflow command: without the marks between properties, too. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** One workflow command; properties without a value are left out. */
function command(name: string, properties: Record<string, string | number | undefined>, message: string): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  )
  return `::${name} ${list.join(',')}::${data(visible(message))}\n`
}

const fileOf = (path: string): string => path.replaceAll('\\', '/')

function annotation(path: string, finding: Finding): string {
  const { severity, rule, message, line, endLine, column, endColumn } = finding
  // GitHub knows columns within one line only.
  const columns = line === endLine ? { col: column, endColumn } : {}
  const basis = citedBasis(finding)
  const cited = basis === null ? '' : `\n依据：${basis}`
  return command(COMMANDS[severity], { file: fileOf(path), line, endLine, ...columns, title: rule }, message + cited)
}

/** `--format github`: an annotation a finding, as workflow commands of GitHub Actions. */
export const github: Reporter = {
  head: '',
  separator: '',
  file: ({ result: { path, findings, error } }) =>
    error
      ? command('error', { file: fileOf(path), title: error.code }, error.message)
      : findings.map((finding) => annotation(path, finding)).join(''),
  tail: (summary, unread) =>
    command('notice', { title: `${tool.name} ${tool.version}` }, totals(summary, unread.length)),
}
