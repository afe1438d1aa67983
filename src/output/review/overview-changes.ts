import { ownersOf, reportsOnce } from '../../corpus/joint.js'
import type { MendedFinding } from '../../corpus/record.js'
import type { Changes, Review, Standing, UnitReview } from '../../corpus/review.js'
import { standings } from '../../corpus/rounds/standing.js'
import { CHANGES, STANDINGS } from '../../words.js'
import { type Markup, markup } from '../markup.js'
import { percent } from './plot.js'
import { unitLink, unitList } from './units.js'

/** Rows given out at a time. */
const PIECE = 200

type Compared = UnitReview & { changes: Changes }

const sumOf = ({ mended, standing, added }: Changes): number => mended + standing + added

function stack(changes: Changes, most: number): Markup {
  const parts: [style: string, count: number, before: number][] = [
    ['mended', changes.mended, 0],
    ['standing', changes.standing, changes.mended],
    ['added', changes.added, changes.mended + changes.standing],
  ]
  return markup`<svg class="bar" aria-hidden="true" focusable="false">${parts
    .filter(([, count]) => count > 0)
    .map(
      ([style, count, before]) =>
        markup`<rect class="${style}" x="${percent(before / most)}" width="${percent(count / most)}" height="100%"/>`,
    )}</svg>`
}

const numbers = ({ mended, standing, added }: Changes): Markup =>
  markup`<td class="number">${mended}</td><td class="number">${standing}</td><td class="number">${added}</td>`

/** Findings of the review before that are gone, of a unit's report. */
export type MendedOf = (unit: UnitReview) => Pick<MendedFinding, 'line' | 'path' | 'message'>[]

/** What was mended, folded away: files and lines are those of the earlier reports. */
function mendedList(unit: UnitReview, mendedOf: MendedOf): Markup | null {
  const mended = mendedOf(unit)
  if (mended.length === 0) return null
  return markup`<details>
<summary>${ownersOf(unit)}：${CHANGES.mended} ${mended.length} 处</summary>
<ul>
${mended.map(({ line, path, message }) => markup`<li>${message}<span class="muted">（上次，${path}，第 ${line} 行）</span></li>\n`)}</ul>
</details>
`
}

/** What sums count otherwise, units whose numbers are no comparison, and those that are compared no more. */
function* notes(review: Review): Generator<Markup> {
  const { units, gone, totals } = review
  const summed = reportsOnce(units).reduce(
    (sum, { changes }) => sum + (changes ? changes.mended + changes.standing : 0),
    0,
  )
  if (totals.changes && summed > totals.changes.mended + totals.changes.standing)
    yield markup`<p>上次联合报送、这次分别报送的单位，上次的问题各家都列，合计只计一次，有一家没有改的算${CHANGES.standing}。</p>\n`
  const first = units.filter(({ newlyReceived }) => newlyReceived)
  for (const [standing, some] of Object.entries(standings(review)))
    if (some.length > 0)
      yield markup`<p>${STANDINGS[standing as Standing]}、沿用上次结果的 ${some.length} 家：${unitList(some)}。</p>\n`
  if (first.length > 0)
    yield markup`<p>上次未报、本次补报的 ${first.length} 家，发现的问题都算新增：${unitList(first)}。</p>\n`
  if (gone.length > 0)
    yield markup`<p>上次在名册上、这次不在的 ${gone.length} 家，上次的问题不再对照：${gone.map(({ unit, findings }) => `${unit}（${findings} 处）`).join('、')}。</p>\n`
}

/** What became of the findings of the review before, in all and by unit; a joint report counts once. */
export function* changes(review: Review, mendedOf: MendedOf): Generator<Markup> {
  const { totals } = review
  const units = reportsOnce(review.units)
  const compared = units.filter((unit): unit is Compared => unit.changes !== null && sumOf(unit.changes) > 0)
  const most = Math.max(1, ...compared.map((unit) => sumOf(unit.changes)))
  const total = totals.changes ?? { mended: 0, standing: 0, added: 0 }
  yield markup`<p>${CHANGES.mended} <strong>${total.mended}</strong> 处，${CHANGES.standing} <strong>${total.standing}</strong> 处，${CHANGES.added} <strong>${total.added}</strong> 处。没有变化也没有问题的单位不列。</p>
<p class="muted"><span class="key mended"></span>${CHANGES.mended}　<span class="key standing"></span>${CHANGES.standing}　<span class="key added"></span>${CHANGES.added}</p>
<table class="plotted">
<thead><tr><th scope="col">单位</th><th scope="col" class="bars"><span class="unseen">图示</span></th><th scope="col" class="number">${CHANGES.mended}</th><th scope="col" class="number">${CHANGES.standing}</th><th scope="col" class="number">${CHANGES.added}</th></tr></thead>
<tbody>
`
  for (let i = 0; i < compared.length; i += PIECE) {
    yield markup`${compared
      .slice(i, i + PIECE)
      .map(
        (unit) =>
          markup`<tr><th scope="row">${unitLink(unit)}</th><td class="bars">${stack(unit.changes, most)}</td>${numbers(unit.changes)}</tr>\n`,
      )}`
  }
  yield markup`</tbody>
<tfoot><tr><th scope="row">合计</th><td class="bars"></td>${numbers(total)}</tr></tfoot>
</table>
`
  yield* notes(review)
  for (const unit of compared) {
    const list = mendedList(unit, mendedOf)
    if (list) yield list
  }
}
