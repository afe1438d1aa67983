import type { Review, UnitReview } from '../../corpus/review.js'
import { inMarkdown, isShort } from './circular-names.js'

/** A table behind a circular. */
export interface Annex {
  /** 1, 2 …; empty where it is the only one. */
  number: string
  title: string
  columns: string[]
  rows: string[][]
  /** What is said below the table where it does not hold all; else empty. */
  more: string
}

/** What an annex is about. */
export type AnnexSubject = 'late' | 'lacking' | 'similar'

export interface Annexes {
  list: Annex[]
  /** 附件, 附件2, or empty, by subject. */
  named: Record<AnnexSubject, string>
}

/** Rows of an annex; the table of the review has them all. */
const MOST_ROWS = 300

const TITLES: Record<AnnexSubject, string> = {
  late: '未报送和晚于期限报送的单位',
  lacking: '规定内容有缺项的单位',
  similar: '部分段落相似度高的报告',
}

const COLUMNS: Record<AnnexSubject, string[]> = {
  late: ['序号', '单位', '情况'],
  lacking: ['序号', '单位', '缺少的内容'],
  similar: ['序号', '单位', '单位', '相似段落'],
}

/** What annexes may hold: by unit, without numbers. */
export interface Lists {
  /** Names with what is said of them. */
  late: [name: string, words: string][]
  lacking: { unit: UnitReview; titles: string[] }[]
}

/** The annexes of a circular: lists too long for its text, and the names of similar pairs, which its text does not tell. */
export function annexesOf(lists: Lists, { similar }: Review): Annexes {
  const rows: Record<AnnexSubject, string[][]> = {
    late: isShort(lists.late.length) ? [] : lists.late,
    lacking: isShort(lists.lacking.length)
      ? []
      : lists.lacking.map(({ unit, titles }) => [unit.unit.name, titles.join('、')]),
    similar: similar.map(({ units, passages }) => [...units, `${passages.length}段`]),
  }
  const subjects = (Object.keys(rows) as AnnexSubject[]).filter((subject) => rows[subject].length > 0)
  const numberOf = (subject: AnnexSubject): string => (subjects.length > 1 ? String(subjects.indexOf(subject) + 1) : '')
  const nameOf = (subject: AnnexSubject): string => (subjects.includes(subject) ? `附件${numberOf(subject)}` : '')
  return {
    list: subjects.map((subject) => annex(numberOf(subject), subject, rows[subject])),
    named: { late: nameOf('late'), lacking: nameOf('lacking'), similar: nameOf('similar') },
  }
}

function annex(number: string, subject: AnnexSubject, rows: string[][]): Annex {
  const rest = rows.length - MOST_ROWS
  return {
    number,
    title: TITLES[subject],
    columns: COLUMNS[subject],
    rows: rows.slice(0, MOST_ROWS).map((cells, i) => [String(i + 1), ...cells.map(inMarkdown)]),
    more: rest > 0 ? `另有${rest}行没有列出，见总表。` : '',
  }
}
