import { bin, extent } from 'd3-array'
import { scaleUtc } from 'd3-scale'
import {
  besideRoster,
  isAwaited,
  isLate,
  isMissing,
  isTwice,
  isUndated,
  isUnlisted,
  isUnread,
} from '../../corpus/receipts.js'
import type { Review, Standing, UnitReview } from '../../corpus/review.js'
import { standings } from '../../corpus/rounds/standing.js'
import { DAY, dayOf, daysBetween, monthDay, shortDay, timeOf } from '../../text/days.js'
import { DATE, DATES, RECEIPTS, STANDINGS, TIMES, UNREAD } from '../../words.js'
import { type Markup, markup } from '../markup.js'
import { axis, percent, plot } from './plot.js'
import { unitLink, unitList } from './units.js'

/** Days of the plot before and after the deadline; dates farther away are counted in words. */
const WINDOW = 120

/** Days on the axis that are told, at most. */
const TICKS = 6

/** The upright axis goes at least so far up, so that single reports are no towers. */
const LEAST = 4

/** Pixels of the plot above its axis, and of the room for words over the columns. */
const HEIGHT = 150
const HEADROOM = 32

interface Dated {
  unit: UnitReview
  time: number
}

interface Column {
  from: number
  to: number
  inTime: number
  late: number
}

const datedOf = (units: UnitReview[]): Dated[] =>
  units
    .flatMap((unit) => {
      const time = timeOf(unit.punctuality?.on ?? null)
      return time === null ? [] : [{ unit, time }]
    })
    .sort((a, b) => a.time - b.time)

const deadlinesOf = (units: UnitReview[]): number[] =>
  [...new Set(units.flatMap(({ punctuality }) => timeOf(punctuality?.deadline ?? null) ?? []))].sort((a, b) => a - b)

function columnsOf(dated: Dated[], from: number, to: number, days: number): Column[] {
  const steps = Array.from({ length: Math.ceil((to - from) / (days * DAY)) }, (_, i) => from + i * days * DAY)
  const binned = bin<Dated, number>()
    .value(({ time }) => time)
    .domain([from, to - 1])
    .thresholds(steps.slice(1))
  return binned(dated).flatMap((units) => {
    const late = units.filter(({ unit }) => isLate(unit)).length
    const start = units.x0 ?? from
    return units.length === 0
      ? []
      : [{ from: start, to: Math.min(to, start + days * DAY), inTime: units.length - late, late }]
  })
}

/** Milliseconds of the ends of the axis; days of a column. */
interface Steps {
  from: number
  to: number
  days: number
}

/**
 * Columns of a day where there are at least as many reports as days, else of a week. One ends with the day of the deadline:
 * what is late is never in a column with what is in time.
 */
function stepsOf(near: Dated[], deadline: number | null): Steps {
  const [first = 0, last = 0] = extent([...near.map(({ time }) => time), ...(deadline === null ? [] : [deadline])])
  const span = (last - first) / DAY + 1
  const days = near.length >= span ? 1 : 7
  const before = deadline === null ? 0 : Math.ceil(((deadline - first) / DAY + 1) / days)
  const from = deadline === null ? first : deadline + DAY - before * days * DAY
  return { from, to: from + Math.ceil((last - from + DAY) / (days * DAY)) * days * DAY, days }
}

const spanOf = ({ from, to }: Column): string =>
  to - from > DAY ? `${monthDay(from)}至${monthDay(to - DAY)}` : monthDay(from)

/** A whole number on the upright axis, about a third and two thirds up. */
const levelsOf = (most: number): number[] => {
  const step = Math.max(1, Math.ceil(most / 3))
  return [step, step * 2, step * 3].filter((level) => level <= most)
}

function drawn(dated: Dated[], deadlines: number[], { from, to, days }: Steps): Markup {
  const columns = columnsOf(dated, from, to, days)
  const most = Math.max(LEAST, ...columns.map(({ inTime, late }) => inTime + late))
  const x = scaleUtc().domain([from, to]).range([0, 1])
  const height = (count: number): number => Math.round((count / most) * (HEIGHT - HEADROOM) * 10) / 10
  const count = (to - from) / (days * DAY)
  const every = Math.ceil(count / TICKS) * days * DAY
  const ticks = Array.from({ length: Math.ceil((to - from) / every) }, (_, i) => from + i * every)
  const piece = (column: Column, style: string, count: number, below: number): Markup | null =>
    count === 0
      ? null
      : markup`<rect class="${style}" x="${percent(x(column.from))}" width="${percent((x(column.to) - x(column.from)) * 0.86)}" y="${HEIGHT - height(below + count)}" height="${height(count)}"/>`
  const drawnColumns = columns.map(
    (column) =>
      markup`<g><title>${spanOf(column)}：${column.inTime + column.late} 家</title>${piece(column, 'in-time', column.inTime, 0)}${piece(column, 'late', column.late, column.inTime)}</g>`,
  )
  const levels = levelsOf(most).map(
    (level) =>
      markup`<line x1="0" x2="100%" y1="${HEIGHT - height(level)}" y2="${HEIGHT - height(level)}"/><text x="100%" y="${HEIGHT - height(level) - 4}" text-anchor="end">${level} 家</text>`,
  )
  const limits = deadlines
    .filter((time) => time >= from && time <= to)
    .map((time, i) => {
      // The day of the deadline itself is in time: the line stands at its end.
      const at = Math.min(1, x(time + DAY))
      return markup`<line class="deadline" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="${HEIGHT}"/><text class="deadline" x="${percent(at)}" dx="${at > 0.7 ? -6 : 6}" y="${13 + (i % 2) * 16}" text-anchor="${at > 0.7 ? 'end' : 'start'}">期限 ${monthDay(time)}</text>`
    })
  const late = dated.filter(({ unit }) => isLate(unit)).length
  const first = monthDay(dated[0]?.time ?? from)
  const last = monthDay(dated.at(-1)?.time ?? to)
  return plot(
    'dates',
    HEIGHT + 24,
    `${DATE}的分布`,
    `${dated.length} 家${DATE}从${first}到${last}${deadlines.length > 0 ? `，其中 ${late} 家${TIMES.late}` : ''}。`,
    [
      axis(
        ticks.map((time) => ({ at: x(time), label: monthDay(time) })),
        HEIGHT,
      ),
      markup`<g class="axis">${levels}</g>`,
      markup`${drawnColumns}`,
      markup`${limits}`,
    ],
  )
}

function datesFigure(units: UnitReview[]): Markup | null {
  const dated = datedOf(units)
  if (dated.length === 0) return null
  const deadlines = deadlinesOf(units)
  const middle = deadlines.at(-1) ?? (dated[Math.floor(dated.length / 2)] as Dated).time
  const near = dated.filter(({ time }) => Math.abs(time - middle) <= WINDOW * DAY)
  if (near.length === 0) return null
  const far = dated.length - near.length
  const key = markup`<span class="key in-time"></span>${TIMES.inTime}　<span class="key late"></span>${TIMES.late}。`
  const steps = stepsOf(near, deadlines.at(-1) ?? null)
  return markup`<figure>
${drawn(near, deadlines, steps)}<figcaption>${deadlines.length > 0 ? key : null}按${DATE}（${DATES.signedOn}或${DATES.publishedOn}），每柱为${steps.days === 1 ? '一天' : '一周'}${far > 0 ? `；另有 ${far} 家的日期离得太远，没有画出` : ''}。</figcaption>
</figure>
`
}

function lateWord(unit: UnitReview, year: number): Markup {
  const { on, by, deadline } = unit.punctuality ?? { on: null, by: null, deadline: null }
  const days = daysBetween(deadline, on)
  const kind = by === null ? '' : DATES[by]
  return markup`${unitLink(unit)}（${kind}${on === null ? '' : ` ${shortDay(on, year + 1)}`}${days === null ? '' : `，晚 ${days} 天`}）`
}

const filesWord = (unit: UnitReview): Markup => markup`${unitLink(unit)}（${unit.files.join('；')}）`

const jointWord = (unit: UnitReview): Markup => markup`${unitLink(unit)}（与${unit.jointWith.join('、')}）`

/** Who has not handed in, late, without a date, twice or unknown, and when the reports are dated. */
export function* punctuality(review: Review): Generator<Markup> {
  const { units, year } = review
  yield markup`${datesFigure(units)}`
  const of = (wanted: (unit: UnitReview) => boolean): UnitReview[] => units.filter(wanted)
  const cases: [word: string, units: UnitReview[], shown?: (unit: UnitReview) => Markup][] = [
    [RECEIPTS.missing, of((unit) => isMissing(unit, review))],
    [RECEIPTS.awaited, of((unit) => isAwaited(unit, review))],
    [TIMES.late, of(isLate), (unit) => lateWord(unit, year)],
    [TIMES.undated, of(isUndated)],
    [RECEIPTS.several, of(isTwice), filesWord],
    ['联合报送', of(({ jointWith }) => jointWith.length > 0), jointWord],
    ['上次未报，本次补报', of(({ newlyReceived }) => newlyReceived)],
    ...Object.entries(standings(review)).map(([standing, some]): [string, UnitReview[]] => [
      `${STANDINGS[standing as Standing]}，沿用上次结果`,
      some,
    ]),
    [RECEIPTS.unlisted, of(isUnlisted), filesWord],
    [UNREAD, of(isUnread), (unit) => markup`${unitLink(unit)}（${unit.error?.message ?? ''}）`],
  ]
  const limits = deadlinesOf(units).map((time) => dayOf(new Date(time).toISOString().slice(0, 10)))
  if (limits.length > 0) yield markup`<p>期限：${limits.join('、')}。</p>\n`
  const occurring = cases.filter(([, concerned]) => concerned.length > 0)
  const beside = (word: string, concerned: UnitReview[]): string => {
    const told = word === RECEIPTS.unlisted ? '' : besideRoster(concerned, review, ' ')
    return told === '' ? '' : `（${told}）`
  }
  yield occurring.length === 0
    ? markup`<p class="good">${limits.length > 0 ? `全部${TIMES.inTime}。` : `没有${RECEIPTS.missing}的单位。`}</p>\n`
    : markup`<table class="cases">
<thead><tr><th scope="col">情形</th><th scope="col" class="number">家数</th><th scope="col">单位</th></tr></thead>
<tbody>
${occurring.map(
  ([word, concerned, shown]) =>
    markup`<tr><th scope="row" class="word">${word}${beside(word, concerned)}</th><td class="number">${concerned.length}</td><td>${unitList(concerned, shown)}</td></tr>
`,
)}</tbody>
</table>
`
}
