import { citedBasis, type FileResult, type Finding, type WaivedFinding } from '../finding.js'
import { tool } from '../generated/tool.js'
import { SEVERITIES, UNREAD } from '../words.js'
import { type Markup, markup } from './markup.js'
import type { Reporter } from './reporter.js'
import { truncate } from './width.js'

const place = ({ line, column }: Finding): string => `第 ${line} 行第 ${column} 列`

function details(finding: Finding): string {
  const { severity, message, excerpt } = finding
  const basis = citedBasis(finding)
  return [
    `${SEVERITIES[severity]}  ${place(finding)}`,
    message,
    ...(basis === null ? [] : [`依据：${basis}`]),
    ...(excerpt === '' ? [] : [`| ${excerpt}`]),
  ].join('\n')
}

/** What becomes of a finding: errors fail; what does not change the exit status passes and is told. */
function outcome(finding: Finding): Markup {
  return finding.severity === 'error'
    ? markup`<failure type="error" message="${finding.message}">${details(finding)}</failure>`
    : markup`<system-out>${details(finding)}</system-out>`
}

/** Tells the findings of a file apart, as consumers do by their names. */
const nameOf = ({ rule, line, message }: Finding): string =>
  `第 ${line} 行 ${rule}：${truncate(message.split('。')[0] ?? '', 60)}`

const testcase = (path: string, finding: Finding, inside: Markup): Markup =>
  markup`    <testcase classname="${path}" name="${nameOf(finding)}" file="${path}" line="${finding.line}">${inside}</testcase>
`

const skipped = (path: string, finding: WaivedFinding): Markup =>
  testcase(path, finding, markup`<skipped message="已说明，不再提示：${finding.reason || '未写理由'}"/>`)

function suite({ path, verdict, findings, waived = [], error }: FileResult): Markup {
  const failures = findings.filter(({ severity }) => severity === 'error').length
  const isEmpty = findings.length + waived.length === 0
  const whole = error
    ? markup`<error type="${error.code}" message="${error.message}">${error.message}</error>`
    : markup``
  const own = markup`    <testcase classname="${path}" name="${error ? UNREAD : '没有发现问题'}" file="${path}">${whole}</testcase>
`
  return markup`  <testsuite name="${path}" tests="${isEmpty ? 1 : findings.length + waived.length}" failures="${failures}" errors="${error ? 1 : 0}" skipped="${waived.length}">
    <properties>
      <property name="${tool.name}" value="${tool.version}"/>
${verdict === null ? null : markup`      <property name="verdict" value="${verdict}"/>\n`}    </properties>
${isEmpty ? own : [...findings.map((finding) => testcase(path, finding, outcome(finding))), ...waived.map((finding) => skipped(path, finding))]}  </testsuite>
`
}

/**
 * `--format junit`: a suite a file, a test case a finding. Errors fail; warnings and advice pass with their text as
 * output, as they leave the exit status 0; waived findings are skipped; a file that cannot be read is an error.
 */
export const junit: Reporter = {
  head: `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${tool.name}">\n`,
  separator: '',
  file: ({ result }) => suite(result).markup,
  tail: () => '</testsuites>\n',
}
