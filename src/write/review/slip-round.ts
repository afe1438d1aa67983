import type { RootContent } from 'mdast'
import type { OtherFile, UnitReview } from '../../corpus/review.js'
import { spokenDate } from '../../text/dates.js'
import { paragraph } from './blocks.js'

const told = ({ path, reason, message }: OtherFile): string =>
  reason === 'unreadable'
    ? `另收到“${path}”，无法读取，没有审核：${message.replace(/\u3002$/, '')}。`
    : `另收到“${path}”，没有审核：${message.replace(/\u3002$/, '')}。`

/**
 * What a unit should know of the report that was reviewed: with whom it handed it in, what is new of it since the review
 * before, and which other files of it came.
 * @param others files of the unit that were not reviewed
 */
export function roundBlocks({ jointWith, carried, newlyReceived }: UnitReview, others: OtherFile[]): RootContent[] {
  const words = [
    ...(jointWith.length > 0 ? [`这份报告由你单位与${jointWith.join('、')}联合报送，意见单各送一份，内容相同。`] : []),
    ...(carried
      ? [`${spokenDate(carried.date)}审核之后，没有收到你单位的修改稿。以下沿用上次审核的结果，指出的问题仍在。`]
      : []),
    ...(newlyReceived ? ['你单位上次未报，本次补报，下列问题都是新指出的。'] : []),
    ...others.map(told),
  ]
  return words.map((word) => paragraph(word))
}
