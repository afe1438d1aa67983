/** A sentence prepared for the vocabulary's patterns: every figure is one unit, and what only qualifies it is gone. */

import { type Figure, figuresIn } from '../../text/figures.js'
import { BLANK, widen } from '../../text/marks.js'
import { MARKS } from './vocabulary.js'

export interface Marked {
  /** The sentence with full-width marks and without blanks; places of figures are in it. */
  text: string
  /** The same with brackets and titles of documents blanked, unit for unit. */
  plain: string
  /** Where a unit of `text` stands in the sentence. */
  placeOf(at: number): number
  figures: Figure[]
  /** Without what is blanked, the report's year and words of quantity; the figure `i` is the unit `MARKS.first + i`. */
  marked: string
}

const BRACKETS = /\uff08[^\uff08\uff09\n]{0,200}\uff09|\u3014[^\u3014\u3015\n]{0,60}\u3015/g
const TITLES = /《[^《》\n]{0,120}》/g
const YEAR = /(?:20\d\d|二[\u3007○零]..)年(?:度|全年)?/g

/** Words before a figure that say nothing of what it counts, by their last unit, the longest first. */
const QUANTITY = new Map<string, string[]>()
for (const word of [
  ...['共计', '总计', '合计', '累计', '计', '总共', '共', '全年共', '全年', '年内', '达到', '达到了', '达', '达成'],
  ...[
    '为',
    '是',
    '了',
    '有',
    '现有',
    '约',
    '大约',
    '近',
    '逾',
    '超',
    '超过',
    '均为',
    '均达',
    '均',
    '都',
    '已',
    '已达',
    '数',
    '数为',
  ],
  ...['总数', '总量', '数量', '人数', '件数', '\uff1a', '“', '高达', '仅', '仅有', '就有', '百分之百', '各类', '各'],
])
  QUANTITY.set(
    word.slice(-1),
    [...(QUANTITY.get(word.slice(-1)) ?? []), word].sort((a, b) => b.length - a.length),
  )

/** Where the words of quantity that end a text begin. */
function quantityStart(text: string, from: number): number {
  let end = text.length
  for (;;) {
    const word = QUANTITY.get(text.charAt(end - 1))?.find((each) => text.endsWith(each, end))
    if (word === undefined || end - word.length < from) return end
    end -= word.length
  }
}

/** 由去年的85人增加到: the number before is not what counts. */
const RISEN =
  /[由从][^\uff0c\u3002\uff1b\ue000-\uf8ff]{0,10}[\ue000-\uf8ff](?:增加|增长|上升|提高|提升|下降|减少|压减|降低|扩充|发展|增|降|升)[至到]/g

/** What the removal of those leaves before a figure. */
const COUNT = /(?:件数|数量|数|量)(?=[\ue000-\uf8ff])/g

const ANY_BLANK = new RegExp(BLANK)

const blank = (text: string): string => ' '.repeat(text.length)

/** A text with the marks of pairs kept and what is between them blanked. */
const emptied = (text: string): string => text.charAt(0) + ' '.repeat(text.length - 2) + text.slice(-1)

/** A text without blanks (办理 34 件), and where each of its units stood. */
function withoutBlanks(text: string): Pick<Marked, 'text' | 'placeOf'> {
  if (!ANY_BLANK.test(text)) return { text, placeOf: (at) => at }
  const places: number[] = []
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    if (ANY_BLANK.test(text.charAt(at))) continue
    kept += text.charAt(at)
    places.push(at)
  }
  return { text: kept, placeOf: (at) => places[at] ?? text.length }
}

/**
 * @param year the report's, whose mention says nothing; `null` where it is not known
 */
export function markedOf(sentence: string, year: number | null): Marked {
  const { text, placeOf } = withoutBlanks(widen(sentence).replace(/[\ue000-\uf8ff]/g, ' '))
  const unbracketed = text.replace(BRACKETS, blank)
  const plain = unbracketed.replace(TITLES, emptied)
  const figures = figuresIn(plain).slice(0, MARKS.last - MARKS.first)
  let marked = ''
  let at = 0
  const add = (until: number): void => {
    const piece = unbracketed
      .slice(at, until)
      .replace(YEAR, (each) => (year !== null && each.startsWith(String(year)) ? '' : each))
    const from = marked.length
    marked += piece.includes(' ') || piece.includes('\u3000') ? piece.replace(/\s/g, '') : piece
    if (until < plain.length) marked = marked.slice(0, quantityStart(marked, from))
  }
  for (const [i, figure] of figures.entries()) {
    // A vague number (十余 before a word) may begin before the one that holds it ends.
    if (figure.start < at) continue
    add(figure.start)
    marked += String.fromCharCode(MARKS.first + i)
    at = figure.end
  }
  add(plain.length)
  return { text, plain, placeOf, figures, marked: marked.replace(RISEN, '').replace(COUNT, '') }
}
