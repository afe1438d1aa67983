import { isAwaited, isLate, isTwice, isUndated, noteFor } from '../../corpus/receipts.js'
import type { Review, UnitReview } from '../../corpus/review.js'
import type { State } from '../../model.js'
import { shortDay } from '../../text/days.js'
import { DATE, NOTES, RECEIPTS, STATES, TIMES, UNREAD, VERDICTS } from '../../words.js'
import { type Markup, markup } from '../markup.js'
import { STATE_TONES, VERDICT_TONES } from '../tones.js'
import { kindWord } from './units.js'

/** Path of a unit's slip below the folder of the page, with `/` between folders; `null` where it has none. */
export type SlipOf = (unit: UnitReview) => string | null

/** Rows given out at a time. */
const PIECE = 200

/** Beyond as many rows the table scrolls in itself, so that its head stays in sight. */
const LONG = 40

type Column = Review['contents'][number]

const stateOf = ({ report }: UnitReview, key: string): State => report?.sections[key]?.state ?? 'absent'

/** What the row is filtered by; the words are those of the list in `toolbar`. */
function marksOf(unit: UnitReview, review: Review): string {
  const { receipt, report, error, verdict } = unit
  const lacks =
    report !== null && review.contents.some(({ key, required }) => required && stateOf(unit, key) === 'absent')
  const marks = [
    receipt === 'received' ? null : isAwaited(unit, review) ? 'awaited' : receipt,
    isLate(unit) ? 'late' : null,
    isUndated(unit) ? 'undated' : null,
    isTwice(unit) ? 'twice' : null,
    lacks ? 'lacks' : null,
    error === null ? null : 'unread',
    verdict,
  ]
  return marks.filter((mark) => mark !== null).join(' ')
}

const FILTERS: [mark: string, word: string][] = [
  ['missing', RECEIPTS.missing],
  ['awaited', RECEIPTS.awaited],
  ['late', TIMES.late],
  ['undated', TIMES.undated],
  ['twice', RECEIPTS.several],
  ['unlisted', RECEIPTS.unlisted],
  ['unread', UNREAD],
  ['lacks', '有缺项'],
  ['return', VERDICTS.return],
  ['revise', VERDICTS.revise],
  ['pass', VERDICTS.pass],
]

const toolbar = markup`<form class="tools" hidden="">
<label>找单位 <input type="search" id="find" autocomplete="off"/></label>
<label>只看 <select id="state"><option value="">全部</option>${FILTERS.map(([mark, word]) => markup`<option value="${mark}">${word}</option>`)}</select></label>
<span id="shown" role="status"></span>
<button type="button" id="more" hidden="">再显示 500 家</button>
</form>
`

function stateCell(unit: UnitReview, { key, required }: Column): Markup {
  const state = stateOf(unit, key)
  return state === 'absent' && !required
    ? markup`<td class="none">—</td>`
    : markup`<td class="${STATE_TONES[state]}">${STATES[state]}</td>`
}

/** Of `意见单/甲镇.docx` the address a browser follows from the page. */
export const addressOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd')))
    .join('/')

function dateCell({ report, punctuality }: UnitReview, year: number): Markup {
  if (report === null) return markup`<td></td>`
  const { on, state } = punctuality ?? { on: null, state: 'unknown' }
  if (on === null) return markup`<td class="warning">${TIMES.undated}</td>`
  const day = markup`<time datetime="${on}">${shortDay(on, year + 1)}</time>`
  return state === 'late' ? markup`<td class="error">${day} ${TIMES.late}</td>` : markup`<td>${day}</td>`
}

function verdictCell(unit: UnitReview, review: Review): Markup {
  const { verdict, receipt, error } = unit
  if (verdict !== null && error === null) {
    return markup`<td class="verdict ${VERDICT_TONES[verdict]}">${VERDICTS[verdict]}</td>`
  }
  if (isAwaited(unit, review)) return markup`<td class="verdict none">${RECEIPTS.awaited}</td>`
  return markup`<td class="verdict error">${receipt === 'missing' ? RECEIPTS.missing : UNREAD}</td>`
}

function row(unit: UnitReview, review: Review, slipOf: SlipOf): Markup {
  const { contents: columns, year } = review
  const { number, counts, report, receipt, error } = unit
  const { name, kind, aliases } = unit.unit
  const slip = slipOf(unit)
  const note = NOTES[noteFor(unit, review)]
  const also = aliases.length > 0 ? markup` data-also="${aliases.join(' ')}"` : null
  const states =
    report === null
      ? markup`<td colspan="${columns.length}" class="none">${error?.message ?? '—'}</td><td class="number"></td><td class="number"></td>`
      : markup`${columns.map((column) => stateCell(unit, column))}<td class="number">${counts.error}</td><td class="number">${counts.warning}</td>`
  return markup`<tr id="unit-${number}" data-is="${marksOf(unit, review)}"${also}><td class="number">${number}</td><th scope="row">${name}${receipt === 'unlisted' ? markup` <span class="tag warning">${RECEIPTS.unlisted}</span>` : null}</th><td>${kindWord(kind)}</td>${dateCell(unit, year)}${verdictCell(unit, review)}${states}<td class="slip">${slip === null ? null : markup`<a href="${addressOf(slip)}" aria-label="${name}的${note}">${note}</a>`}</td></tr>
`
}

function lacking(columns: Column[], { lacking: counts }: Review['totals']): Markup {
  const cells = columns.map(({ key, required }) =>
    required ? markup`<td>${counts[key] ?? 0} 家</td>` : markup`<td class="none">—</td>`,
  )
  return markup`<tfoot><tr><td></td><th scope="row">没有写到的家数</th><td colspan="3"></td>${cells}<td colspan="3"></td></tr></tfoot>
`
}

/** A row a unit: when, the verdict, the five contents in words, counts, and the way to its slip. */
export function* grid(review: Review, slipOf: SlipOf): Generator<Markup> {
  const { units, contents: columns, totals } = review
  const optional = columns.filter(({ required }) => !required).map(({ title }) => `“${title}”`)
  const heads = columns.map(({ title }) => markup`<th scope="col" class="content">${title}</th>`)
  yield markup`<p>每家一行。${STATES.separate}、${STATES.merged}（与别的内容同一节）算写到；${STATES.embedded}（写在别的节里）、${STATES.mentioned}（只有个别句子）请看是否够；${STATES.absent}是没有找到。${optional.length > 0 ? `${optional.join('、')}可以不写。` : ''}</p>
${toolbar}<div class="scroll${units.length > LONG ? ' long' : ''}" role="region" aria-label="各单位一览表" tabindex="0">
<table class="grid">
<thead><tr><th scope="col" class="number">序号</th><th scope="col">单位</th><th scope="col">类别</th><th scope="col">${DATE}</th><th scope="col">结论</th>${heads}<th scope="col" class="number">错误</th><th scope="col" class="number">疑似</th><th scope="col" class="slip">${NOTES.slip}</th></tr></thead>
<tbody>
`
  for (let i = 0; i < units.length; i += PIECE) {
    yield markup`${units.slice(i, i + PIECE).map((unit) => row(unit, review, slipOf))}`
  }
  yield markup`</tbody>
${lacking(columns, totals)}</table>
</div>
`
}
