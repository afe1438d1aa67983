import type { UnitReview } from '../../corpus/review.js'
import { PAPERS } from '../../words.js'
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
type AnnexSubject = 'late' | 'lacking'

/** The annexes of a circular, and what its text calls them. */
export interface Annexes {
  list: Annex[]
  /** 附件, 附件2, or empty, by subject. */
  named: Record<AnnexSubject, string>
}

/** Rows of an annex; the table of the review has them all. */
const MOST_ROWS = 300

const COLUMNS: Record<AnnexSubject, string[]> = {
  late: ['序号', '单位', '情况'],
  lacking: ['序号', '单位', '缺少的内容'],
}

/** Units of one case, with what is said of each. */
export interface Case {
  /** 未报送: stands in the title of the annex. */
  title: string
  units: { name: string; words: string }[]
}

/** What annexes may hold, without numbers. */
export interface Lists {
  /** Who handed in nothing, and whose dates are late. */
  late: Case[]
  lacking: { unit: UnitReview; titles: string[] }[]
}

/** The annexes of a circular: lists too long for its text. */
export function annexesOf(lists: Lists): Annexes {
  const cases = lists.late.filter(({ units }) => units.length > 0)
  const rows: Record<AnnexSubject, string[][]> = {
    late: cases.every(({ units }) => isShort(units.length))
      ? []
      : cases.flatMap(({ units }) => units.map(({ name, words }) => [name, words])),
    lacking: isShort(lists.lacking.length)
      ? []
      : lists.lacking.map(({ unit, titles }) => [unit.unit.name, titles.join('、')]),
  }
  const titles: Record<AnnexSubject, string> = {
    late: `${cases.map(({ title }) => title).join('、')}的单位`,
    lacking: '规定内容有缺项的单位',
  }
  const subjects = (Object.keys(rows) as AnnexSubject[]).filter((subject) => rows[subject].length > 0)
  const numberOf = (subject: AnnexSubject): string => (subjects.length > 1 ? String(subjects.indexOf(subject) + 1) : '')
  const nameOf = (subject: AnnexSubject): string => (subjects.includes(subject) ? `附件${numberOf(subject)}` : '')
  return {
    list: subjects.map((subject) => ({
      number: numberOf(subject),
      title: titles[subject],
      columns: COLUMNS[subject],
      ...shown(rows[subject]),
    })),
    named: { late: nameOf('late'), lacking: nameOf('lacking') },
  }
}

function shown(rows: string[][]): Pick<Annex, 'rows' | 'more'> {
  const rest = rows.length - MOST_ROWS
  return {
    rows: rows.slice(0, MOST_ROWS).map((cells, i) => [String(i + 1), ...cells.map(inMarkdown)]),
    more: rest > 0 ? `另有${rest}行没有列出，见${PAPERS.table}。` : '',
  }
}
