import type { Table } from 'mdast'
import { formerName } from '../../corpus/match/former-name.js'
import { datesOf } from '../../corpus/punctuality.js'
import type { Changes, UnitReview } from '../../corpus/review.js'
import { spokenDate } from '../../text/dates.js'
import { CHANGES, DATE, DATES, SEVERITIES, TIMES } from '../../words.js'
import { facts, type Lines } from './blocks.js'
import { conclusion, type Requests } from './slip-requests.js'

const EVENTS = { reported: '报送', published: '公开' }

/** The dates that stand in the report, each against its deadline. */
function dates({ report, unit }: UnitReview, year: number): Lines {
  const found = report === null ? [] : datesOf(report, unit, year)
  if (found.length === 0) return [`报告未载明日期，无法判断是否${TIMES.inTime}报送。`]
  return found.map(({ by, event, on, deadline, isLate }) => {
    const date = `${DATES[by]}${spokenDate(on)}`
    if (deadline === null) return `${date}。`
    return `${date}，${isLate ? '晚于' : '不晚于'}${EVENTS[event]}期限（${spokenDate(deadline)}）。`
  })
}

function names({ unit, receipt, report }: UnitReview, hasRoster: boolean): Lines {
  const former = formerName({ unit, report })
  return [
    unit.name,
    ...(hasRoster && receipt === 'unlisted'
      ? ['名册上没有这个名称：可能是名册漏列、没有写这个别名，也可能是报告里的名称有误。']
      : []),
    ...(former === null ? [] : [`报告里的名称是“${former}”，名册上的全称是“${unit.name}”。`]),
  ]
}

function filesOf({ files, report }: UnitReview): Lines {
  const [first = '', ...others] = files
  if (others.length === 0) return [first]
  return [first, `另收到：${others.join('、')}`, `本次审核的是第一份${report?.title ? `（${report.title}）` : ''}。`]
}

function verdictLines({ verdict, counts }: UnitReview, requests: Requests): Lines {
  const { error, warning, info } = counts
  if (verdict === null) return []
  const [first = '', ...rest] = conclusion(verdict, requests)
  const count = `${SEVERITIES.error}${error}处，${SEVERITIES.warning}${warning}处，${SEVERITIES.info}${info}处。`
  return [first, ...(error + warning + info === 0 ? [] : [count]), ...rest]
}

/** What became of the findings of the review before, in words: there are none of a report that is the same. */
function sinceBefore({ carried, newlyReceived }: UnitReview, { mended, standing, added }: Changes): string {
  if (carried) return `没有新的报告可以对照${standing > 0 ? `，上次指出的${standing}处照列` : ''}。`
  const was = mended + standing > 0
  if (!was && added === 0) return newlyReceived ? '上次未报，本次没有指出问题。' : '上次没有指出问题，本次也没有。'
  const before = was
    ? `上次指出的问题，${CHANGES.mended}${mended}处，${CHANGES.standing}${standing}处`
    : newlyReceived
      ? '上次未报'
      : '上次没有指出问题'
  return `${before}；本次${added > 0 ? `${CHANGES.added}${added}处` : `没有${CHANGES.added}`}。`
}

/** What is known of a unit's report, and what the review makes of it. */
export function factsTable(review: UnitReview, year: number, hasRoster: boolean, requests: Requests): Table {
  const { report, changes } = review
  const rows: [string, Lines][] = [
    ['单位', names(review, hasRoster)],
    ['审核文件', filesOf(review)],
    ['报告标题', [report?.title ?? '没有找到标题']],
    [DATE, dates(review, year)],
    ['审核意见', verdictLines(review, requests)],
  ]
  if (changes) rows.push(['对照上次', [sinceBefore(review, changes)]])
  return facts([5, 28], rows)
}
