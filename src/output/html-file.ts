import { citedBasis, type FileResult, type Finding, type ReportSummary, type WaivedFinding } from '../finding.js'
import type { ContentSpec, Draft, Format, Severity } from '../model.js'
import { SEVERITIES, STATES } from '../words.js'
import { contextOf, linesOf } from './excerpt.js'
import { ruleLink } from './html-rules.js'
import { type Markup, markup } from './markup.js'
import type { Checked } from './reporter.js'
import { wasChecked } from './result.js'
import { STATE_TONES } from './tones.js'
import { identityOf } from './words.js'

const SEVERITY_ORDER: Severity[] = ['error', 'warning', 'info']

/** Places listed of a finding that has several. */
const LISTED = 12

function contentRow({ key, title }: ContentSpec, { sections }: ReportSummary): Markup {
  const { state, line, heading, evidence } = sections[key] ?? { state: 'absent' as const }
  const quoted = evidence === undefined ? '' : `“${evidence}”`
  return markup`<tr><th scope="row">${title}</th><td class="word state ${STATE_TONES[state]}">${STATES[state]}</td><td class="word">${line === undefined ? '' : `第 ${line} 行`}</td><td>${heading ?? quoted}</td></tr>
`
}

function contentsTable(report: ReportSummary, contents: ContentSpec[]): Markup {
  const rows = contents.filter(
    ({ key, required }) => required || (report.sections[key]?.state ?? 'absent') !== 'absent',
  )
  return markup`<h3>内容</h3>
<table class="contents">
<thead><tr><th scope="col">应当报告的内容</th><th scope="col">状态</th><th scope="col">位置</th><th scope="col">标题或原文</th></tr></thead>
<tbody>
${rows.map((content) => contentRow(content, report))}</tbody>
</table>
`
}

/** The draft as findings are shown in it. */
interface Shown {
  lines: string[]
  format: Format
}

/** The marks of a heading, which stand in no Word document. */
const HEADING_MARK = /^#{1,6}\s+/

function excerpt({ lines, format }: Shown, finding: Finding): Markup | null {
  const context = contextOf(lines, finding)
  if (!context) return null
  const { before, marked, after } = context
  const bare = (text: string): string => (format === 'markdown' ? text.replace(HEADING_MARK, '') : text)
  return markup`<p class="excerpt">${bare(before)}<mark>${before === '' ? bare(marked) : marked}</mark>${after}</p>
`
}

function further({ related = [] }: Finding): Markup | null {
  if (related.length === 0) return null
  const others = [...new Set(related.map(({ line }) => line))]
  const list = others.slice(0, LISTED).join('、')
  return markup`<p class="more">另有 ${related.length} 处，在第 ${list}${others.length > LISTED ? '等' : ''} 行</p>
`
}

/** Formats in which fixes can be made. */
const EDITABLE: Format[] = ['text', 'markdown']

function item(finding: Finding, draft: Shown): Markup {
  const { severity, line, column, rule, message, fixable } = finding
  const basis = citedBasis(finding)
  return markup`<li class="finding ${severity}">
<p class="where"><strong class="tag ${severity}">${SEVERITIES[severity]}</strong><span>第 ${line} 行第 ${column} 列</span>${ruleLink(rule)}</p>
<p>${message}</p>
${excerpt(draft, finding)}${further(finding)}${basis === null ? null : markup`<p class="basis">依据：${basis}</p>\n`}${fixable && EDITABLE.includes(draft.format) ? markup`<p class="more">可以自动改正</p>\n` : null}</li>
`
}

function group(severity: Severity, findings: Finding[], draft: Shown): Markup {
  const some = findings.filter((finding) => finding.severity === severity)
  if (some.length === 0) return markup``
  return markup`<h3>${SEVERITIES[severity]} ${some.length} 处</h3>
<ul class="findings">
${some.map((finding) => item(finding, draft))}</ul>
`
}

const waivedItem = ({ severity, line, message, rule, reason }: WaivedFinding): Markup =>
  markup`<li><strong class="${severity}">${SEVERITIES[severity]}</strong> 第 ${line} 行：${message}（${ruleLink(rule)}；理由：${reason || '未写'}）</li>
`

function waivedList(waived: WaivedFinding[]): Markup | null {
  if (waived.length === 0) return null
  return markup`<details>
<summary>另有 ${waived.length} 处已说明，不再提示</summary>
<ul>
${waived.map(waivedItem)}</ul>
</details>
`
}

function body({ findings, waived = [] }: FileResult, report: ReportSummary, { source, demands }: Draft): Markup {
  const shown = { lines: linesOf(source.text), format: source.format }
  const isReport = wasChecked(findings)
  return markup`${isReport ? markup`<p class="about">${identityOf(report)}</p>\n` : null}${isReport ? contentsTable(report, demands.contents) : null}${
    findings.length === 0 ? markup`<p class="good">没有发现问题。</p>\n` : null
  }${SEVERITY_ORDER.map((severity) => group(severity, findings, shown))}${waivedList(waived)}`
}

/** What the page says of one file, below its heading; empty where it could not be read. */
export function fileBody({ result, draft }: Checked): Markup {
  return result.report && draft ? body(result, result.report, draft) : markup``
}
