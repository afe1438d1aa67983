import type { PhrasingContent, RootContent } from 'mdast'
import type { SharedPlace, SimilarPair, UnitReview } from '../../corpus/review.js'
import { withLongNumbersMasked } from '../../text/masks.js'
import { numberAcross } from '../../text/whole-numbers.js'
import { bold, type Column, type Lines, paragraph, table } from './blocks.js'
import { lineOf } from './places.js'

/** Pairs of a unit, and passages of a pair, that are shown; the others are counted. */
const MOST_PAIRS = 5
const MOST_PASSAGES = 5
/** UTF-16 units of a passage, of the other unit's, whose report may not be public yet, and of what stands before the first shared words. */
const LONGEST = 160
const OTHERS_LONGEST = 60
const LEAD = 20

const wholeFrom = (text: string, at: number): number => numberAcross(text, at)?.end ?? at

const withoutHalves = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

/** A passage with what both have in bold, cut to a window: from where, and of how many UTF-16 units. */
function marked(place: SharedPlace, from: number, longest: number): PhrasingContent[] {
  const text = withLongNumbersMasked(place.text)
  const end = Math.min(text.length, from + longest)
  const to = numberAcross(text, end)?.start ?? end
  const pieces: PhrasingContent[] = []
  const add = (start: number, end: number, isSame: boolean): void => {
    const value = withoutHalves(text.slice(Math.max(start, from), Math.min(end, to)))
    if (value !== '' && start < to && end > from) pieces.push(isSame ? bold(value) : { type: 'text', value })
  }
  let at = from
  if (from > 0) pieces.push({ type: 'text', value: '…' })
  for (const [start, end] of place.same) {
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, text.length, false)
  if (to < text.length) pieces.push({ type: 'text', value: '…' })
  return pieces
}

function pairBlocks({ units, files, passages }: SimilarPair, unit: UnitReview): RootContent[] {
  const own = unit.files.includes(files[0]) ? 0 : 1
  const other = own === 0 ? 1 : 0
  const columns: Column[] = [
    { head: '序号', width: 3.5 },
    { head: '本单位报告', width: 15 },
    { head: '对方报告', width: 9 },
    { head: '答复', width: 5.5 },
  ]
  const ownCell = (place: SharedPlace): Lines => [
    lineOf(place.line, files[own]),
    marked(place, wholeFrom(place.text, Math.max(0, (place.same[0]?.[0] ?? 0) - LEAD)), LONGEST),
  ]
  const otherCell = (place: SharedPlace): Lines => [lineOf(place.line, files[other]), marked(place, 0, OTHERS_LONGEST)]
  const shown = passages.slice(0, MOST_PASSAGES)
  const more = passages.length > shown.length ? `，下面列出较长的${shown.length}段` : ''
  return [
    paragraph(`与${units[other]}的报告有${passages.length}段文字相似度高，请核对${more}。`),
    table(
      columns,
      shown.map(({ places }, i) => [[String(i + 1)], ownCell(places[own]), otherCell(places[other]), ['']]),
    ),
  ]
}

/** Passages that other units' reports have too, side by side. */
export function similarBlocks(pairs: SimilarPair[], unit: UnitReview): RootContent[] {
  const rest = pairs.length - MOST_PAIRS
  return [
    paragraph(
      '下列文字与其他单位的报告相同或者相近，加粗的是两边相同的部分，对方报告只列开头。引用上级文件、统一部署，或者确属共同开展的工作，请在答复栏注明；其他的请对照本单位实际核实。',
    ),
    ...pairs.slice(0, MOST_PAIRS).flatMap((pair) => pairBlocks(pair, unit)),
    ...(rest > 0 ? [paragraph(`另与${rest}家单位的报告有相似的文字，可向审核单位了解。`)] : []),
  ]
}
