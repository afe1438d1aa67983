import {
  besideRoster,
  isAwaited,
  isLate,
  isMissing,
  isTwice,
  isUndated,
  isUnlisted,
  isUnread,
} from '../../corpus/receipts.js'
import type { Review, UnitReview } from '../../corpus/review.js'
import { CHANGES, OTHER_FILES, RECEIPTS, TIMES, UNREAD, VERDICTS } from '../../words.js'
import { leftOutLines, listed, roundLines } from './summary-round.js'

/** Files of another year; where they are the most, the year asked for may be wrong. */
function otherYears({ year, units, others }: Review): string[] {
  const count = others.filter(({ reason }) => reason === 'other-year').length
  if (count === 0) return []
  const read = units.filter(({ verdict }) => verdict !== null).length
  return count > read
    ? [`注意：有 ${count} 份不是${year}年度的报告，审核的只有 ${read} 份，请核对 --year`]
    : [`  ${OTHER_FILES['other-year']} ${count} 份`]
}

/** What a review found, in a few lines for the terminal. */
export function summaryOf(review: Review): string {
  const { year, roster, units, similar, totals } = review
  const { verdicts, changes } = totals
  const due =
    roster === null
      ? `共 ${totals.received} 家`
      : `应报送 ${totals.units} 家，${RECEIPTS.received} ${totals.received} 家`
  const cases: [word: string, is: (unit: UnitReview) => boolean][] = [
    [RECEIPTS.missing, (unit) => isMissing(unit, review)],
    [RECEIPTS.awaited, (unit) => isAwaited(unit, review)],
    [TIMES.late, isLate],
    [TIMES.undated, isUndated],
    [RECEIPTS.several, isTwice],
    [RECEIPTS.unlisted, isUnlisted],
    [UNREAD, isUnread],
  ]
  const beside = (word: string, those: UnitReview[]): string => {
    const told = word === RECEIPTS.unlisted ? '' : besideRoster(those, review, ' ')
    return told === '' ? '' : `，${told}`
  }
  const receipts = cases
    .map(([word, is]) => ({ word, those: units.filter(is) }))
    .filter(({ those }) => those.length > 0)
    .map(
      ({ word, those }) =>
        `  ${word} ${those.length} 家${beside(word, those)}（${listed(those.map(({ unit }) => unit.name))}）`,
    )
  const judged = (['pass', 'revise', 'return'] as const).map(
    (verdict) => `${VERDICTS[verdict]} ${verdicts[verdict]} 份`,
  )
  const lines = [
    `${year}年度：${due}`,
    ...receipts,
    ...roundLines(review),
    ...otherYears(review),
    `${judged.join('，')}；错误 ${totals.errors}，疑似 ${totals.warnings}，提示 ${totals.infos}`,
    ...(changes
      ? [
          `与上次相比：${CHANGES.mended} ${changes.mended} 处，${CHANGES.standing} ${changes.standing} 处，${CHANGES.added} ${changes.added} 处`,
        ]
      : []),
    ...(similar.length > 0 ? [`有 ${similar.length} 对报告的部分段落相似度高，请核对`] : []),
    ...leftOutLines(review),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
