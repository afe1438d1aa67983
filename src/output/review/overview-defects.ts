import type { Frequency, Review } from '../../corpus/review.js'
import { SEVERITIES } from '../../words.js'
import { type Markup, markup } from '../markup.js'
import { bar } from './plot.js'

/** Defects in sight; the rest is folded away. */
const FIRST = 20

const row = ({ rule, summary, severity, findings, units }: Frequency, most: number): Markup =>
  markup`<tr><th scope="row">${summary} <code class="muted">${rule}</code></th><td class="word ${severity}">${SEVERITIES[severity]}</td><td class="bars">${bar(units / most, severity)}</td><td class="number">${units}</td><td class="number">${findings}</td></tr>
`

const table = (frequencies: Frequency[], most: number): Markup =>
  markup`<table class="plotted">
<thead><tr><th scope="col">问题</th><th scope="col" class="word">级别</th><th scope="col" class="bars"><span class="unseen">图示</span></th><th scope="col" class="number">家数</th><th scope="col" class="number">处数</th></tr></thead>
<tbody>
${frequencies.map((frequency) => row(frequency, most))}</tbody>
</table>
`

/** Which defects most reports have: a bar and two numbers each. */
export function* defects({ frequencies, units }: Review): Generator<Markup> {
  const read = units.filter(({ report }) => report !== null).length
  if (frequencies.length === 0) {
    yield markup`<p class="good">没有发现问题。</p>\n`
    return
  }
  const ordered = [...frequencies].sort((a, b) => b.units - a.units || b.findings - a.findings)
  const most = Math.max(read, ordered[0]?.units ?? 1, 1)
  const rest = ordered.slice(FIRST)
  yield markup`<p>横条表示有这个问题的家数，满格表示全部 ${read} 家。各条规则的说明见 <code>fazhi rules 规则名</code>。</p>
${table(ordered.slice(0, FIRST), most)}${
  rest.length === 0
    ? null
    : markup`<details>
<summary>其余 ${rest.length} 种</summary>
${table(rest, most)}</details>
`
}`
}
