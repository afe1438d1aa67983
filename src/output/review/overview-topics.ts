import type { Review, UnitReview } from '../../corpus/review.js'
import { SHORTEST, TOPICS, TOPICS_SINCE } from '../../rules/topics.js'
import { type Markup, markup } from '../markup.js'
import { bar } from './plot.js'
import { KIND_ORDER, kindWord, unitLink } from './units.js'

/** Names of units that left a topic out, shown beside it. */
const NAMED = 6

type Topics = { touched: string[]; expected: string[] }
type Read = UnitReview & { topics: Topics }

const isRead = (unit: UnitReview): unit is Read => unit.topics !== null

/** Whether anything is expected of a report: of one too short to tell, nothing is. */
const isCounted = ({ topics }: Read): boolean => topics.expected.length > 0

const expects = (topic: string) => (unit: Read) => unit.topics.expected.includes(topic)
const touches = (topic: string) => (unit: Read) => unit.topics.touched.includes(topic)

function cell(units: Read[], topic: string): Markup {
  const expected = units.filter(expects(topic))
  if (!units.some(isCounted)) return markup`<td class="none">—</td>`
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

/** What is told beside the table: which reports it leaves out, and what slips do not say. */
function notes(read: Read[]): Markup {
  const left = read.length - read.filter(isCounted).length
  const lesser = TOPICS.filter(({ isCentral }) => !isCentral).map(({ name }) => `“${name}”`)
  return markup`<p class="note">没有提到的单位仅供参考：做了没写、与本单位无关的都可能在内；只缺${lesser.join('')}中一项的，意见单里不提。${
    left > 0
      ? `另有 ${left} 份没有统计：正文不足 ${SHORTEST} 字，或者报告年度在 ${TOPICS_SINCE} 年以前、看不出年度和发文机关。`
      : ''
  }</p>
`
}

/** How many reports of each kind touch each of the eight systems, and which do not. */
export function* topics({ units }: Review): Generator<Markup> {
  const read = units.filter(isRead)
  const names = TOPICS.map(({ name }) => name).filter((name) => read.some(expects(name)))
  if (names.length === 0) {
    yield markup`<p>没有可以统计的报告。</p>\n`
    return
  }
  const kinds = KIND_ORDER.map((kind) => ({ kind, units: read.filter(({ unit }) => unit.kind === kind) })).filter(
    ({ units }) => units.length > 0,
  )
  yield markup`<p>提到的家数和应当提到的家数，按报告里的用语认定，只说明提没提到，不说明写得怎样。</p>
<div class="scroll" role="region" aria-label="八个体系一览表" tabindex="0">
<table class="topics">
<thead><tr><th scope="col">体系</th>${kinds.map(({ kind }) => markup`<th scope="col">${kindWord(kind)}</th>`)}<th scope="col">没有提到的单位（仅供参考）</th></tr></thead>
<tbody>
${names.map((topic) => markup`<tr><th scope="row">${topic}</th>${kinds.map(({ units }) => cell(units, topic))}${without(read, topic)}</tr>\n`)}</tbody>
</table>
</div>
${notes(read)}`
}
