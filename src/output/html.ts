import type { Verdict } from '../finding.js'
import { tool } from '../generated/tool.js'
import type { State } from '../model.js'
import { STATES, UNREAD, VERDICTS } from '../words.js'
import { fileBody } from './html-file.js'
import { ruleTexts } from './html-rules.js'
import { STYLE } from './html-style.js'
import { asMarkup, type Markup, markup } from './markup.js'
import type { Overview } from './overview.js'
import { pageHead } from './page-head.js'
import type { Reporter, Shown } from './reporter.js'
import type { Summary } from './result.js'
import { STATE_TONES, VERDICT_TONES } from './tones.js'
import { UNCHECKED } from './words.js'

const TITLE = '法治政府建设年度报告检查结果'

/** Nothing but the style in the page itself: no script, no request. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** A file that was read. */
type Read = Shown & { overview: Overview; verdict: Verdict }

const isRead = (file: Shown): file is Read => file.overview !== null && file.verdict !== null

function verdict({ verdict, overview }: Read): Markup {
  const said = overview.isReport ? VERDICTS[verdict] : UNCHECKED
  return markup`<span class="verdict ${VERDICT_TONES[verdict]}">${said}</span>`
}

const count = (label: string, number: number, style: string): Markup =>
  markup`<li><span class="${style}">${label}</span> <strong>${number}</strong></li>
`

function totals(files: Shown[], { errors, warnings, infos }: Summary): Markup {
  const reports = files.filter(isRead).filter(({ overview }) => overview.isReport)
  const of = (wanted: Verdict): number => reports.filter(({ verdict }) => verdict === wanted).length
  const unread = files.filter((file) => !isRead(file)).length
  const unchecked = files.length - unread - reports.length
  return markup`<ul class="counts">
<li>共 <strong>${files.length}</strong> 份</li>
${count(VERDICTS.return, of('return'), 'error')}${count(VERDICTS.revise, of('revise'), 'warning')}${count(VERDICTS.pass, of('pass'), 'good')}${unchecked > 0 ? count(UNCHECKED, unchecked, 'warning') : null}${unread > 0 ? count(UNREAD, unread, 'error') : null}</ul>
<ul class="counts">
${count('错误', errors, 'error')}${count('疑似', warnings, 'warning')}${count('提示', infos, 'info')}</ul>
`
}

const stateCell = (state: State | undefined): Markup =>
  state === undefined
    ? markup`<td class="muted">—</td>`
    : markup`<td class="word ${STATE_TONES[state]}">${STATES[state]}</td>`

const numbers = ({ errors, warnings, infos }: Summary): Markup[] =>
  [errors, warnings, infos].map((number) => markup`<td class="number">${number}</td>`)

function row(file: Shown, i: number, titles: string[]): Markup {
  const head = markup`<th scope="row"><a class="path" href="#file-${i + 1}">${file.path}</a></th>`
  if (!isRead(file)) {
    return markup`<tr>${head}<td colspan="2"></td><td class="word verdict error">${UNREAD}</td><td colspan="${titles.length + 3}">${file.error?.message ?? ''}</td></tr>
`
  }
  const { issuer, year, contents } = file.overview
  const states = titles.map((title) => stateCell(contents.find((content) => content.title === title)?.state))
  return markup`<tr>${head}<td class="issuer">${issuer ?? '不详'}</td><td class="word">${year ?? '不详'}</td><td class="word">${verdict(file)}</td>${states}${numbers(file)}</tr>
`
}

function overviewTable(files: Shown[]): Markup {
  const titles = [...new Set(files.flatMap(({ overview }) => overview?.contents.map(({ title }) => title) ?? []))]
  return markup`<section aria-labelledby="overview">
<h2 id="overview">总览</h2>
<div class="scroll" role="region" aria-labelledby="overview" tabindex="0">
<table class="overview">
<thead><tr><th scope="col">文件</th><th scope="col">发文机关</th><th scope="col" class="word">年度</th><th scope="col" class="word">结论</th>${titles.map((title) => markup`<th scope="col" class="state">${title}</th>`)}<th scope="col" class="number">错误</th><th scope="col" class="number">疑似</th><th scope="col" class="number">提示</th></tr></thead>
<tbody>
${files.map((file, i) => row(file, i, titles))}</tbody>
</table>
</div>
</section>
`
}

function fileSection(file: Shown, i: number): Markup {
  const id = `file-${i + 1}`
  const about = isRead(file)
    ? markup`<p class="about"><span class="path">${file.path}</span>　结论：${verdict(file)}</p>
${asMarkup(file.text)}`
    : markup`<p><strong class="error">${UNREAD}</strong>：${file.error?.message ?? ''}</p>
`
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${isRead(file) ? (file.overview.title ?? '（没有找到标题）') : file.path}</h2>
${about}<p class="back"><a href="#overview">回到总览</a></p>
</section>
`
}

function page(files: Shown[], summary: Summary): Markup {
  const rules = ruleTexts(new Set(files.flatMap(({ overview }) => overview?.rules ?? [])))
  return markup`${pageHead(TITLE, POLICY, STYLE)}<body>
<header>
<h1>${TITLE}</h1>
${totals(files, summary)}</header>
<main>
${overviewTable(files)}${files.map(fileSection)}${rules}</main>
<footer>
<p>${tool.name} ${tool.version}。错误：有依据可引，或可以肯定；疑似：请人再看一看；提示：建议。</p>
</footer>
</body>
</html>
`
}

/** `--format html`: one page a run that needs nothing else and no script: all files in a table, each with its findings, the rules at the end. */
export const html: Reporter = {
  file: (checked) => fileBody(checked).markup,
  page: (files, summary) => page(files, summary).markup,
}
