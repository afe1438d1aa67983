import type { Table } from 'mdast'
import { formerName } from '../../corpus/match/former-name.js'
import { datesOf } from '../../corpus/punctuality.js'
import type { UnitReview } from '../../corpus/review.js'
import { spokenDate } from '../../text/dates.js'
import { CHANGES, DATE, DATES, SEVERITIES, TIMES } from '../../words.js'
import { facts, type Lines } from './blocks.js'
import { conclusion, type Requests } from './slip-requests.js'

const EVENTS = { reported: '报送', published: '公开' }

/** The dates that stand in the report, each against its deadline. */
function dates({ report, unit }: UnitReview, year: number): Lines {
  const found = report === null ? [] : datesOf(report, unit, year)
  if (found.length === 0) return [`${TIMES.undated}，看不出是否${TIMES.inTime}。`]
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
  if (changes)
    rows.push([
      '对照上次',
      [
        `上次指出的问题，${CHANGES.mended}${changes.mended}处，${CHANGES.standing}${changes.standing}处；本次${CHANGES.added}${changes.added}处。`,
      ],
    ])
  return facts([5, 28], rows)
}
