import type { Table } from 'mdast'
import type { UnitReview } from '../../corpus/review.js'
import type { Verdict } from '../../finding.js'
import { spokenDate } from '../../text/dates.js'
import { SEVERITIES, VERDICTS } from '../../words.js'
import { facts, type Lines } from './blocks.js'
import { dueFor } from './deadline.js'

/** What a verdict asks of the unit. */
const MEANINGS: Record<Verdict, string> = {
  pass: '没有发现需要修改的问题。',
  revise: '有需要核实的问题，请逐处核实，该改的改好后定稿。',
  return: '有应当修改的问题，请修改后重新报送。',
}

const DATES = { publishedOn: '公开日期', signedOn: '成文日期' }

function time(review: UnitReview, year: number): string {
  const { punctuality } = review
  const deadline = punctuality?.deadline
    ? spokenDate(punctuality.deadline)
    : (dueFor('reported', review, year)?.day ?? null)
  if (punctuality === null || punctuality.on === null || punctuality.by === null)
    return `报告没有写明日期，看不出何时报送${deadline === null ? '' : `（规定期限是${deadline}）`}。请补写成文日期。`
  const on = `${spokenDate(punctuality.on)}（${DATES[punctuality.by]}）`
  if (deadline === null || punctuality.state === 'unknown') return on
  return punctuality.state === 'late'
    ? `${on}，晚于规定期限${deadline}。日期有误的请改正，确实晚报的请说明原因。`
    : `${on}，在规定期限${deadline}之内。`
}

function filesOf({ files, report }: UnitReview): Lines {
  const [first = '', ...others] = files
  if (others.length === 0) return [first]
  return [
    first,
    `另收到：${others.join('、')}`,
    `本次审核的是第一份${report?.title ? `（${report.title}）` : ''}，以哪一份为准，请在答复时写明。`,
  ]
}

function verdictLines({ verdict, counts }: UnitReview): Lines {
  const { error, warning, info } = counts
  const words: Lines = verdict === null ? [] : [`${VERDICTS[verdict]}：${MEANINGS[verdict]}`]
  if (error + warning + info === 0) return words
  return [...words, `${SEVERITIES.error}${error}处，${SEVERITIES.warning}${warning}处，${SEVERITIES.info}${info}处。`]
}

/** What is known of a unit's report, and what the review makes of it. */
export function factsTable(review: UnitReview, year: number, hasRoster: boolean): Table {
  const { unit, receipt, report, changes } = review
  const rows: [string, Lines][] = [
    ['单位', hasRoster && receipt === 'unlisted' ? [unit.name, '名册中没有这个名称，请核对单位全称。'] : [unit.name]],
    ['审核文件', filesOf(review)],
    ['报告标题', [report?.title ?? '没有找到标题']],
    ['报送时间', [time(review, year)]],
    ['审核意见', verdictLines(review)],
  ]
  if (changes)
    rows.push([
      '对照上次',
      [`上次指出的问题，已改正${changes.mended}处，仍在${changes.standing}处；本次新增${changes.added}处。`],
    ])
  return facts([5, 28], rows)
}
