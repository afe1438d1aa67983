/** A sentence prepared for the vocabulary's patterns: every figure is one unit, and what only qualifies it is gone. */

import { type Figure, figuresIn } from '../../text/figures.js'
import { BLANK, widen } from '../../text/marks.js'
import { MARKS } from './vocabulary.js'

/** A sentence in the forms that the vocabulary and its conditions look at. */
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
  ...['降至', '降到', '减至', '减少到', '减少至', '下降到', '下降至', '压减至', '压减到', '增至', '增加到', '增加至'],
  ...['增长到', '上升到', '上升至', '扩大到', '扩至', '扩充到', '仅此', '只有'],
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
  /[由从][^\uff0c\u3002\uff1b\ue000-\uf8ff]{0,10}[\ue000-\uf8ff](?:(?:增加|增长|上升|提高|提升|下降|减少|压减|降低|扩充|扩大|扩|发展|增|降|减|升)[至到]|(?=[\ue000-\uf8ff]))/g

/** 代表建议、委员提案分别为3件、5件: things and their numbers, each list in one order. */
const RESPECTIVELY =
  /((?:[^\uff0c\u3002\uff1b\uff1a、\ue000-\uf8ff]{2,16}[、和及与]){1,3}[^\uff0c\u3002\uff1b\uff1a、\ue000-\uf8ff]{2,16}?)(?:分别|依次)(?:办理|办结|完成|达到|收到|受理|开展|保持在|为|是|有|达){0,2}([\ue000-\uf8ff](?:[、和及与\uff0c][\ue000-\uf8ff]){1,3})/g

/** Every number behind its thing: 代表建议3件、委员提案5件. */
function paired(list: string, things: string, numbers: string): string {
  const marks = numbers.match(/[\ue000-\uf8ff]/g) ?? []
  const commas = things.split('、')
  const names = commas.length === marks.length ? commas : things.split(/[、及与]|和(?![解谐])/)
  return names.length === marks.length ? names.map((name, i) => `${name}${marks[i]}`).join('、') : list
}

/** What the removal of those leaves before a figure. */
const COUNT = /(?:件数|人数|次数|数量|数|量)(?=[\ue000-\uf8ff])/g

/** 专项督察一次。 counts; elsewhere 一次, 一起 are mostly words. */
const ONCE =
  /(?<![第每逐同统唯无没有于如任这那哪某月周季度年天])一(?=[次件起名场宗例项位人个期轮卷](?:[\uff0c\u3002\uff1b、\uff08]|$))/g

/** 镇村两级, 四类: Chinese numerals before these name rather than count. */
const NAMING = ['级', '大', '类', '方']

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
  const plain = unbracketed.replace(TITLES, emptied).replace(ONCE, '1')
  const figures = figuresIn(plain)
    .filter(({ isHan, unit }) => !isHan || !NAMING.includes(unit))
    .slice(0, MARKS.last - MARKS.first)
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
  const tidy = marked.replace(RISEN, '').replace(COUNT, '')
  return {
    text,
    plain,
    placeOf,
    figures,
    marked: /分别|依次/.test(tidy) ? tidy.replace(RESPECTIVELY, paired) : tidy,
  }
}
