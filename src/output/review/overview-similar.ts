import type { Review, SharedPassage, SharedPlace, SimilarPair, UnitReview } from '../../corpus/review.js'
import { withLongNumbersMasked } from '../../text/masks.js'
import { type Markup, markup } from '../markup.js'
import { unitLink } from './units.js'

/** Pairs and passages of each that are shown; what is left out is counted. */
const PAIRS = 40
const PASSAGES = 6

type Links = (name: string) => Markup

/** The text in pieces, what is the same in both marked; ranges that overlap or lie outside count as far as they go. */
function marked({ text, same }: SharedPlace): Markup {
  const masked = withLongNumbersMasked(text)
  const pieces: Markup[] = []
  let end = 0
  for (const [from, to] of [...same].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, end)
    if (to <= start) continue
    pieces.push(markup`${masked.slice(end, start)}<mark>${masked.slice(start, to)}</mark>`)
    end = to
  }
  return markup`${pieces}${masked.slice(end)}`
}

const place = (name: string, shared: SharedPlace): Markup =>
  markup`<div><p class="where"><span class="side">${name}</span><span>第 ${shared.line} 行</span></p>
<blockquote class="excerpt">${marked(shared)}</blockquote></div>
`

function passage({ units, length, places }: SharedPassage, names: [string, string]): Markup {
  const others = units > 2 ? `，另外 ${units - 2} 家也有` : ''
  return markup`<div class="passage">
<p class="muted">相同 ${length} 字${others}</p>
<div class="sides">
${place(names[0], places[0])}${place(names[1], places[1])}</div>
</div>
`
}

const shareWord = (share: number): string => `${Math.round(share * 100)}%`

function pairSection({ units, files, share, passages }: SimilarPair, i: number): Markup {
  const rest = passages.length - PASSAGES
  return markup`<section class="pair" aria-labelledby="pair-${i + 1}">
<h3 id="pair-${i + 1}">${units[0]} — ${units[1]}</h3>
<p class="muted">相同的文字占较短一份的 ${shareWord(share)}，共 ${passages.length} 段。文件：<span class="path">${files[0]}</span>；<span class="path">${files[1]}</span></p>
${passages.slice(0, PASSAGES).map((each) => passage(each, units))}${rest > 0 ? markup`<p class="muted">另有 ${rest} 段没有列出，见 review.json。</p>\n` : null}</section>
`
}

const pairRow = ({ units, share, passages }: SimilarPair, i: number, link: Links): Markup =>
  markup`<tr><td>${link(units[0])}</td><td>${link(units[1])}</td><td class="number">${passages.length}</td><td class="number">${passages[0]?.length ?? 0}</td><td class="number">${shareWord(share)}</td><td class="word"><a href="#pair-${i + 1}" aria-label="对照${units[0]}与${units[1]}">对照</a></td></tr>
`

const linksTo = (units: UnitReview[]): Links => {
  const byName = new Map(units.map((unit) => [unit.unit.name, unit]))
  return (name) => {
    const unit = byName.get(name)
    return unit ? unitLink(unit) : markup`${name}`
  }
}

/** Pairs of reports that share passages, side by side, what is the same marked. */
export function* similar(review: Review): Generator<Markup> {
  const pairs = review.similar
  if (pairs.length === 0) {
    yield markup`<p>没有发现大段相同的报告。</p>\n`
    return
  }
  const shown = pairs.slice(0, PAIRS)
  const link = linksTo(review.units)
  yield markup`<p><strong>这里只列文字相同之处，供核对，不是结论。</strong>同一项工作、同一份上级文件、共用的材料，都会使两份报告相像；各家都有的套话和法定用语没有计入。</p>
<div class="scroll" role="region" aria-label="相似的报告一览表" tabindex="0">
<table>
<thead><tr><th scope="col">单位</th><th scope="col">单位</th><th scope="col" class="number">相同段数</th><th scope="col" class="number">最长一段字数</th><th scope="col" class="number">占较短一份</th><th scope="col">对照</th></tr></thead>
<tbody>
${shown.map((pair, i) => pairRow(pair, i, link))}</tbody>
</table>
</div>
${pairs.length > PAIRS ? markup`<p>一共 ${pairs.length} 对，这里是相同最多的 ${PAIRS} 对，其余见 review.json。</p>\n` : null}`
  for (const [i, pair] of shown.entries()) yield pairSection(pair, i)
}
