import { besideRoster, isAwaited, isLate, isMissing, isTwice, isUndated, isUnlisted } from '../../corpus/receipts.js'
import type { Review, UnitReview } from '../../corpus/review.js'
import type { Verdict } from '../../finding.js'
import { tool } from '../../generated/tool.js'
import { dayOf } from '../../text/days.js'
import { CHANGES, PAPERS, RECEIPTS, TIMES, VERDICTS } from '../../words.js'
import { STYLE } from '../html-style.js'
import { asMarkup, type Markup, markup } from '../markup.js'
import { pageHead } from '../page-head.js'
import { VERDICT_TONES } from '../tones.js'
import type { IndicatorHeading } from './indicators.js'
import { changes, type MendedOf } from './overview-changes.js'
import { defects } from './overview-defects.js'
import { grid, type SlipOf } from './overview-grid.js'
import { indicators } from './overview-indicators.js'
import { others } from './overview-others.js'
import { punctuality } from './overview-punctuality.js'
import { SCRIPT, SCRIPT_HASH } from './overview-script.js'
import { similar } from './overview-similar.js'
import { OVERVIEW_STYLE } from './overview-style.js'
import { topics } from './overview-topics.js'
import { PATTERNS } from './plot.js'

/** The one script of the page, and nothing from elsewhere. */
const POLICY = `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`

/** The worst first. */
const VERDICT_ORDER: Verdict[] = ['return', 'revise', 'pass']

/** Beyond as many units browsers lay out the parts of the page when they come into sight. */
const VAST = 500

interface Section {
  id: string
  title: string
  content: Generator<Markup>
}

function sectionsOf(
  review: Review,
  vocabulary: readonly IndicatorHeading[],
  slipOf: SlipOf,
  mendedOf: MendedOf,
): Section[] {
  const always: Section[] = [
    { id: 'punctuality', title: '报送与时限', content: punctuality(review) },
    { id: 'units', title: '各单位', content: grid(review, slipOf) },
    { id: 'defects', title: '最常见的问题', content: defects(review) },
    { id: 'topics', title: '八个体系涉及情况', content: topics(review) },
    { id: 'indicators', title: '指标与同类比较', content: indicators(review, vocabulary) },
    { id: 'similar', title: '相似度高，请核对', content: similar(review) },
    { id: 'others', title: '没有计入的文件', content: others(review) },
  ]
  return review.totals.changes === null
    ? always
    : [...always, { id: 'changes', title: '与上次相比', content: changes(review, mendedOf) }]
}

/** Who was to hand in and who did, in one sentence. */
function receipts(review: Review): string {
  const { units, roster } = review
  const of = (is: (unit: UnitReview) => boolean): number => units.filter(is).length
  if (roster === null) return `共 ${units.length} 家`
  const awaited = of((unit) => isAwaited(unit, review))
  const missing = of((unit) => isMissing(unit, review))
  const received = of(({ receipt }) => receipt === 'received')
  const counts = [
    `应报送 ${received + missing + awaited} 家`,
    `${RECEIPTS.received} ${received} 家`,
    ...(missing > 0 || awaited === 0 ? [`${RECEIPTS.missing} ${missing} 家`] : []),
    ...(awaited > 0 ? [`${RECEIPTS.awaited} ${awaited} 家`] : []),
  ]
  const unlisted = of(isUnlisted)
  return `${counts.join('，')}${unlisted > 0 ? `；另有${RECEIPTS.unlisted} ${unlisted} 家` : ''}`
}

function sentence(review: Review): string {
  const { units, totals } = review
  const { files, errors, warnings, changes: compared } = totals
  const counted: [word: string, is: (unit: UnitReview) => boolean][] = [
    [TIMES.late, isLate],
    [TIMES.undated, isUndated],
    [RECEIPTS.several, isTwice],
  ]
  const notes = counted
    .map(([word, is]) => ({ word, those: units.filter(is) }))
    .map(({ word, those }) => ({ word, count: those.length, beside: besideRoster(those, review, ' ') }))
    .filter(({ count }) => count > 0)
    .map(({ word, count, beside }) => `${word} ${count} 家${beside === '' ? '' : `（${beside}）`}`)
  const when = notes.length > 0 ? `${notes.join('，')}。` : ''
  const since = compared
    ? `与上次相比，${CHANGES.mended} ${compared.mended} 处，${CHANGES.standing} ${compared.standing} 处，${CHANGES.added} ${compared.added} 处。`
    : ''
  return `${receipts(review)}。${when}收到 ${files} 个文件。各家报告合计错误 ${errors} 处，疑似 ${warnings} 处。${since}`
}

function head(review: Review, title: string, sections: Section[]): Markup {
  const { date, roster, place, totals } = review
  const about = [
    `审核日期：${dayOf(date)}`,
    roster === null ? '没有名册，单位按报告所写' : `名册：${roster}`,
    place === null ? null : `时限和要求按：${place}`,
  ].filter((note) => note !== null)
  return markup`${pageHead(title, POLICY, STYLE + OVERVIEW_STYLE)}<body>
${PATTERNS}<header>
<h1>${title}</h1>
<p class="muted">${about.join('　')}</p>
<p class="lead">${sentence(review)}</p>
<ul class="counts">
${VERDICT_ORDER.map((verdict) => markup`<li><span class="${VERDICT_TONES[verdict]}">${VERDICTS[verdict]}</span> <strong>${totals.verdicts[verdict]}</strong> 家</li>\n`)}</ul>
<nav aria-label="目录"><ol class="contents-list">
${sections.map(({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li>\n`)}</ol></nav>
</header>
<main${review.units.length > VAST ? asMarkup(' class="vast"') : null}>
`
}

/**
 * `总览.html`: the whole review as one page that needs nothing else; reads without a script, which only filters and sorts.
 * In pieces, so that a review of thousands of units is never one string.
 * @param vocabulary in the order they shall stand in
 * @param slipOf where a unit's slip is, seen from the page
 * @param mendedOf what was mended in a unit's report since the review before
 */
export function* overviewHtml(
  review: Review,
  vocabulary: readonly IndicatorHeading[],
  slipOf: SlipOf,
  mendedOf: MendedOf = () => [],
): Generator<string> {
  const sections = sectionsOf(review, vocabulary, slipOf, mendedOf)
  yield head(review, `${review.year}年度法治政府建设年度报告${PAPERS.overview}`, sections).markup
  for (const { id, title, content } of sections) {
    yield markup`<section class="part ${id}" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
`.markup
    for (const piece of content) yield piece.markup
    yield markup`</section>
`.markup
  }
  yield markup`</main>
<footer>
<p>${tool.name} ${tool.version}。错误：有依据可引，或可以肯定；疑似：请人再看一看。本页由程序按报告文字整理，结论以人工审核为准。</p>
</footer>
<script>${asMarkup(SCRIPT)}</script>
</body>
</html>
`.markup
}
