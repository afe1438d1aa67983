import { reportsOnce } from '../../corpus/joint.js'
import type { Review, UnitReview } from '../../corpus/review.js'
import { withLongNumbersMasked } from '../../text/masks.js'
import { numberAcross } from '../../text/whole-numbers.js'
import { type Markup, markup } from '../markup.js'
import { bandPlot } from './band-plot.js'
import { type Band, type Point, type Spread, spreadOf } from './bands.js'
import { type IndicatorHeading, wordsBeside } from './indicators.js'
import { figure } from './plot.js'
import { kindWord, unitLink } from './units.js'

/** Units far outside that are named with their sentence; what is left out is counted. */
const NAMED = 6

/** UTF-16 units of a sentence that are shown. */
const SENTENCE = 140

const stat = (value: number | undefined): Markup =>
  markup`<td class="number">${value === undefined ? '—' : figure(value)}</td>`

function bandRow({ kind, points, quartiles, zeros, absent, notApplicable }: Band): Markup {
  const { min, lower, median, upper, max } = quartiles ?? {}
  const isBand = points.length > 3
  return markup`<tr><th scope="row">${kindWord(kind)}</th><td class="number">${points.length}</td>${stat(min)}${stat(isBand ? lower : undefined)}${stat(median)}${stat(isBand ? upper : undefined)}${stat(max)}<td class="number apart">${zeros}</td><td class="number">${absent}</td><td class="number">${notApplicable}</td></tr>
`
}

/** They may break where the room is small. */
const HEADS = [
  ...['已写', markup`最小<wbr/>值`, markup`下四分<wbr/>位数`, markup`中位<wbr/>数`, markup`上四分<wbr/>位数`],
  ...[markup`最大<wbr/>值`, '零', '未写', markup`不<wbr/>适用`],
]

const bandTable = (label: string, bands: Band[]): Markup =>
  markup`<div class="scroll" role="region" aria-label="${label}的数" tabindex="0">
<table class="bands">
<thead><tr><th scope="col">类别</th>${HEADS.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>
${bands.map(bandRow)}</tbody>
</table>
</div>
`

/** The figure as the report has it: `530余件`. */
function asGiven({ given }: Point): string {
  const [before, behind] = wordsBeside(given)
  return `${before}${figure(given.value)}${behind}`
}

function farItem(point: Point, { quartiles, kind }: Band): Markup {
  const { sentence, line } = point.given
  const quoted = withLongNumbersMasked(sentence)
  const end = numberAcross(quoted, SENTENCE)?.start ?? SENTENCE
  return markup`<li>${unitLink(point.unit)} <strong>${asGiven(point)}</strong>，${kindWord(kind)}中位数 ${figure(quartiles?.median ?? 0)}。<span class="muted">第 ${line} 行：“${quoted.slice(0, end)}${quoted.length > SENTENCE ? '…' : ''}”</span></li>
`
}

function farList(bands: Band[]): Markup | null {
  const items = bands.flatMap((band) => band.far.slice(0, NAMED).map((point) => farItem(point, band)))
  if (items.length === 0) return null
  const rest = bands.reduce((sum, { far }) => sum + Math.max(0, far.length - NAMED), 0)
  return markup`<p class="outside">与同类单位差距较大，请核对：</p>
<ul class="outside">
${items}</ul>
${rest > 0 ? markup`<p class="note">另有 ${rest} 家也差距较大，见 indicators.csv。</p>\n` : null}`
}

/** The units of measure as the reports write them, most frequent first. */
function measures(bands: Band[]): [unit: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { given } of bands.flatMap(({ points }) => points)) {
    if (given.unit !== null) counts.set(given.unit, (counts.get(given.unit) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function block(id: string, label: string, spread: Spread): Markup {
  const units = measures(spread.bands)
  const said = units.length > 1 ? `单位写法：${units.map(([unit, count]) => `${unit} ${count} 家`).join('，')}` : null
  const notes = [said, spread.isLog ? '各家相差悬殊，图用对数刻度' : null].filter((note) => note !== null)
  return markup`<section class="indicator" aria-labelledby="${id}">
<h4 id="${id}">${label}${units[0] ? markup`<span class="muted">（${units[0][0]}）</span>` : null}</h4>
<div class="spread">
<figure>${bandPlot(`${id}-plot`, label, spread) ?? markup`<p class="muted">没有一家写明不为零的数。</p>`}</figure>
${bandTable(label, spread.bands)}</div>
${notes.length > 0 ? markup`<p class="note">${notes.join('；')}。</p>\n` : null}${farList(spread.bands)}</section>
`
}

const isGiven = (units: UnitReview[], key: string): boolean =>
  units.some((unit) => unit.report !== null && unit.indicators[key]?.state === 'given')

/** Every indicator of the vocabulary that some report gives: the band of each kind, and who stands far outside. */
export function* indicators({ units: all }: Review, vocabulary: readonly IndicatorHeading[]): Generator<Markup> {
  const units = reportsOnce(all)
  const entries = vocabulary.map((entry, i) => ({ ...entry, id: `figure-${i + 1}` }))
  const given = entries.filter(({ key }) => isGiven(units, key))
  const missing = entries.filter(({ key }) => !isGiven(units, key)).map(({ label }) => label)
  yield markup`<p>图中每点一家，方框是同类居中的一半，竖线是中位数，实心大点与同类差距较大。统计不含写明为零的；“未写”是报告没有提到，“不适用”是报告说明没有这项工作，或者这类机关不涉及。数大数小都可能有原因，请对照原句。</p>
`
  for (const group of new Set(given.map(({ group }) => group))) {
    yield markup`<h3>${group}</h3>\n`
    for (const { key, label, id } of given.filter((entry) => entry.group === group)) {
      yield block(id, label, spreadOf(units, key))
    }
  }
  if (missing.length > 0) yield markup`<p class="muted">没有一家写到：${missing.join('、')}。</p>\n`
}
