import type { RootContent } from 'mdast'
import { isAwaited } from '../../corpus/receipts.js'
import type { OtherFile, UnitReview } from '../../corpus/review.js'
import { spokenDate } from '../../text/dates.js'
import { RECEIPTS, UNREAD } from '../../words.js'
import { paragraph } from './blocks.js'
import { dueFor, publicationDemand } from './deadline.js'

/** What a slip says where no report was reviewed. */
interface Told {
  /** The year reported on. */
  year: number
  /** ISO date of the slip. */
  date: string
  unit: UnitReview
  /** What the unit handed in that is no report of this year. */
  others: OtherFile[]
}

const sentence = (text: string): string => (/[\u3002\uff01\uff1f]$/.test(text) ? text : `${text}。`)

const reportOf = (year: number): string => `${year}年度法治政府建设年度报告`

/** By when and by what the report is due. */
function demands({ unit, year }: Told): RootContent[] {
  const due = dueFor('reported', unit, year)
  if (due === null) return []
  const publication = publicationDemand(unit, year, due.basis)
  const also = publication === null ? '' : `；${publication}`
  return [paragraph(`${due.basis}要求，${reportOf(year)}在${due.day}之前报送${also}。`)]
}

/** What came of a unit that handed in no report of the year. */
const came = ({ path, reason, message }: OtherFile): RootContent =>
  paragraph(
    reason === 'other-year'
      ? `你单位报送的“${path}”没有审核：${sentence(message)}`
      : `你单位报送的“${path}”没有作为年度报告审核：${sentence(message)}`,
  )

/** To a unit of which no report of the year came: what is due and, once the deadline is past, that it is missing. */
export function missingBody(told: Told): RootContent[] {
  const { unit, year, date, others } = told
  const state = isAwaited(unit, told)
    ? `截至${spokenDate(date)}，${RECEIPTS.awaited}你单位的${reportOf(year)}（期限为${dueFor('reported', unit, year)?.day}），请按期报送。`
    : `截至${spokenDate(date)}，你单位${RECEIPTS.missing}${reportOf(year)}，请于【请填写日期】之前报送。`
  return [
    ...demands(told),
    ...others.map(came),
    paragraph(state),
    paragraph('如已报送，请告知报送的时间和方式，以便核对；如有特殊情况，请书面说明。'),
  ]
}

/** The reason why a file could not be read says what to do. */
function unreadBody({ unit, year }: Told): RootContent[] {
  const [file = ''] = unit.files
  const reason = unit.error?.message ?? `文件里没有找到${reportOf(year)}的内容`
  return [
    paragraph(`你单位报送的“${file}”${UNREAD}，没有审核。原因：${sentence(reason)}请于【请填写日期】之前重新报送。`),
  ]
}

function otherYearBody({ unit, year }: Told, found: number): RootContent[] {
  const [file = ''] = unit.files
  return [
    paragraph(
      `你单位报送的“${file}”是${found}年度的报告，这次审核的是${year}年度，没有审核。请于【请填写日期】之前报送${reportOf(year)}；年度写错的，改正后重新报送。`,
    ),
  ]
}

/** To a unit whose file could not be read, or is of another year. */
export function againBody(told: Told): RootContent[] {
  const { error, report } = told.unit
  return error !== null || report === null || report.year === null ? unreadBody(told) : otherYearBody(told, report.year)
}
