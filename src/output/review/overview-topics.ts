import type { Review, UnitReview } from '../../corpus/review.js'
import { type Markup, markup } from '../markup.js'
import { bar } from './plot.js'
import { KIND_ORDER, kindWord, unitLink } from './units.js'

/** Names of units that left a topic out, shown beside it. */
const NAMED = 6

type Topics = { touched: string[]; expected: string[] }
type Read = UnitReview & { topics: Topics }

const isRead = (unit: UnitReview): unit is Read => unit.topics !== null

const expects = (topic: string) => (unit: Read) => unit.topics.expected.includes(topic)
const touches = (topic: string) => (unit: Read) => unit.topics.touched.includes(topic)

function cell(units: Read[], topic: string): Markup {
  const expected = units.filter(expects(topic))
  if (expected.length === 0) return markup`<td class="none">不要求</td>`
  const touched = expected.filter(touches(topic)).length
  const share = touched / expected.length
  return markup`<td class="share">${bar(share)}<span>${touched}/${expected.length}　${Math.round(share * 100)}%</span></td>`
}

function without(units: Read[], topic: string): Markup {
  const lacking = units.filter(expects(topic)).filter((unit) => !touches(topic)(unit))
  if (lacking.length === 0) return markup`<td class="none">—</td>`
  const named = lacking.slice(0, NAMED).map((unit, i) => markup`${i === 0 ? '' : '、'}${unitLink(unit)}`)
  return markup`<td class="names">${named}${lacking.length > NAMED ? `等 ${lacking.length} 家` : ''}</td>`
}

/** How many reports of each kind touch each of the eight systems, and which do not. */
export function* topics({ units }: Review): Generator<Markup> {
  const read = units.filter(isRead)
  const names = [
    ...new Set([...read.flatMap((unit) => unit.topics.expected), ...read.flatMap((unit) => unit.topics.touched)]),
  ]
  if (names.length === 0) {
    yield markup`<p>没有可以统计的报告。</p>\n`
    return
  }
  const kinds = KIND_ORDER.map((kind) => ({ kind, units: read.filter(({ unit }) => unit.kind === kind) })).filter(
    ({ units }) => units.length > 0,
  )
  yield markup`<p>写到的家数和应当写到的家数，按报告里的用语认定，只说明写没写到，不说明写得怎样。</p>
<div class="scroll" role="region" aria-label="八个体系一览表" tabindex="0">
<table class="topics">
<thead><tr><th scope="col">体系</th>${kinds.map(({ kind }) => markup`<th scope="col">${kindWord(kind)}</th>`)}<th scope="col">没有写到的单位</th></tr></thead>
<tbody>
${names.map((topic) => markup`<tr><th scope="row">${topic}</th>${kinds.map(({ units }) => cell(units, topic))}${without(read, topic)}</tr>\n`)}</tbody>
</table>
</div>
`
}
