import type { Changes, Review, UnitReview } from '../../corpus/review.js'
import { type Markup, markup } from '../markup.js'
import { percent } from './plot.js'
import { unitLink } from './units.js'

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

/** What became of the findings of the review before, in all and by unit. */
export function* changes({ units, totals }: Review): Generator<Markup> {
  const compared = units.filter((unit): unit is Compared => unit.changes !== null && sumOf(unit.changes) > 0)
  const most = Math.max(1, ...compared.map((unit) => sumOf(unit.changes)))
  const total = totals.changes ?? { mended: 0, standing: 0, added: 0 }
  yield markup`<p>已改 <strong>${total.mended}</strong> 处，仍在 <strong>${total.standing}</strong> 处，新增 <strong>${total.added}</strong> 处。没有变化也没有问题的单位不列。</p>
<p class="muted"><span class="key mended"></span>已改　<span class="key standing"></span>仍在　<span class="key added"></span>新增</p>
<table class="plotted">
<thead><tr><th scope="col">单位</th><th scope="col" class="bars"><span class="unseen">图示</span></th><th scope="col" class="number">已改</th><th scope="col" class="number">仍在</th><th scope="col" class="number">新增</th></tr></thead>
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
}
