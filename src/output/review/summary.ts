import type { Review, UnitReview } from '../../corpus/review.js'
import { VERDICTS } from '../../words.js'
import { leftOutLines, roundLines } from './summary-round.js'

/** Names shown of a list. */
const SHOWN = 5

function named(units: UnitReview[]): string {
  const names = units.slice(0, SHOWN).map(({ unit }) => unit.name)
  return `${names.join('、')}${units.length > SHOWN ? '等' : ''}`
}

/** 迟报3家（甲、乙、丙）; nothing where there is none. */
function counted(what: string, units: UnitReview[]): string[] {
  return units.length === 0 ? [] : [`${what} ${units.length} 家（${named(units)}）`]
}

/** What a review found, in a few lines for the terminal. */
export function summaryOf(review: Review): string {
  const { year, roster, units, similar, totals } = review
  const { verdicts, changes } = totals
  const those = (is: (unit: UnitReview) => boolean): UnitReview[] => units.filter(is)
  const due = roster === null ? `共 ${totals.received} 家` : `应报 ${totals.units} 家，已报 ${totals.received} 家`
  const receipts = [
    ...counted(
      '未报',
      those(({ receipt }) => receipt === 'missing'),
    ),
    ...counted(
      '迟报',
      those(({ punctuality }) => punctuality?.state === 'late'),
    ),
    ...counted(
      '日期不明',
      those(({ punctuality }) => punctuality?.state === 'unknown'),
    ),
    ...counted(
      '交来不止一份',
      those(({ files }) => files.length > 1),
    ),
    ...counted(
      '名册外',
      those(({ receipt }) => receipt === 'unlisted'),
    ),
    ...counted(
      '无法读取',
      those(({ error }) => error !== null),
    ),
  ]
  const judged = (['pass', 'revise', 'return'] as const).map(
    (verdict) => `${VERDICTS[verdict]} ${verdicts[verdict]} 份`,
  )
  const lines = [
    `${year}年度：${due}`,
    ...receipts.map((line) => `  ${line}`),
    ...roundLines(review),
    `${judged.join('，')}；错误 ${totals.errors}，疑似 ${totals.warnings}，提示 ${totals.infos}`,
    ...(changes
      ? [`与上次相比：已改 ${changes.mended} 处，仍在 ${changes.standing} 处，新增 ${changes.added} 处`]
      : []),
    ...(similar.length > 0 ? [`有 ${similar.length} 对报告的部分段落相似度高，请核`] : []),
    ...leftOutLines(review),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
