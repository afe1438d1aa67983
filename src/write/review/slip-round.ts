import type { RootContent } from 'mdast'
import type { OtherFile, Standing, UnitReview } from '../../corpus/review.js'
import { spokenDate } from '../../text/dates.js'
import { paragraph } from './blocks.js'

function told({ path, reason, message }: OtherFile, isAll: boolean): string {
  const why = message.replace(/\u3002$/, '')
  if (reason === 'unreadable')
    return isAll ? `这次报送的“${path}”无法读取：${why}。` : `另收到“${path}”，无法读取，没有审核：${why}。`
  return isAll ? `这次报送的“${path}”没有审核：${why}。` : `另收到“${path}”，没有审核：${why}。`
}

/** What is said before the result that stands. */
const REASONS: Record<Standing, string> = {
  unmended: '截至本次审核，未收到你单位的修改稿，',
  unreadable: '',
  otherYear: '',
  settled: '上次审核已通过，',
  late: '上次审核只请核对日期、没有要求修改，',
}

function carriedWords({ carried }: UnitReview): string[] {
  if (!carried) return []
  const remain = carried.because === 'unmended' ? '，指出的问题仍在' : ''
  return [`${REASONS[carried.because]}沿用${spokenDate(carried.date)}审核的结果${remain}。`]
}

/**
 * What a unit should know of the report that was reviewed: with whom it handed it in, what is new of it since the review
 * before, and which other files of it came.
 * @param others files of the unit that were not reviewed
 */
export function roundBlocks(unit: UnitReview, others: OtherFile[]): RootContent[] {
  const { jointWith, carried, newlyReceived } = unit
  const words = [
    ...(jointWith.length > 0
      ? [`这份报告由你单位与${jointWith.join('、')}联合报送${carried ? '' : '，意见单各送一份，内容相同'}。`]
      : []),
    ...(carried ? others.map((file) => told(file, true)) : []),
    ...carriedWords(unit),
    ...(newlyReceived ? ['你单位上次未报，本次补报，下列问题均为本次新指出。'] : []),
    ...(carried ? [] : others.map((file) => told(file, false))),
  ]
  return words.map((word) => paragraph(word))
}
