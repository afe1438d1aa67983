import { isAwaited } from '../../corpus/receipts.js'
import type { OtherFile, Punctuality, Review, UnitReview } from '../../corpus/review.js'
import type { Verdict } from '../../finding.js'
import type { State } from '../../model.js'
import { spokenDate } from '../../text/dates.js'
import { daysBetween } from '../../text/days.js'
import {
  CHANGES,
  DATE,
  DATES,
  KINDS,
  PAPERS,
  RECEIPTS,
  SEVERITIES,
  STANDINGS,
  STATES,
  TIMES,
  UNREAD,
  VERDICTS,
} from '../../words.js'
import { type Cell, type Column, type Look, type Sheet, serialOf } from '../xlsx/sheet.js'
import * as look from './looks.js'

/** Whether and how a unit handed in, in the table's words. */
export function receiptCell(unit: UnitReview, review: Review): Cell {
  const { receipt, error, files } = unit
  if (isAwaited(unit, review)) return { value: RECEIPTS.awaited, look: look.NONE }
  if (receipt === 'missing') return { value: RECEIPTS.missing, look: look.BAD }
  if (error) return { value: UNREAD, look: look.BAD }
  if (receipt === 'unlisted') return { value: RECEIPTS.unlisted, look: look.DOUBTFUL }
  if (files.length > 1) return { value: RECEIPTS.several, look: look.DOUBTFUL }
  return { value: RECEIPTS.received, look: look.GOOD }
}

export const kindCell = ({ unit, report }: UnitReview): Cell => {
  const kind = unit.kind ?? report?.kind
  return { value: kind ? KINDS[kind] : '不详' }
}

const PUNCTUALITY: Record<Punctuality['state'], Cell> = {
  inTime: { value: TIMES.inTime, look: look.GOOD },
  late: { value: TIMES.late, look: look.BAD },
  unknown: { value: TIMES.undated, look: look.DOUBTFUL },
}

/** Of a year for which no deadline is known. */
const WITHOUT_DEADLINE: Cell = { value: TIMES.free, look: look.NONE }

function punctualityCells(punctuality: Punctuality | null): Cell[] {
  if (!punctuality) return [look.EMPTY, look.EMPTY]
  const { on, state } = punctuality
  const isUndated = on === null
  return [
    isUndated ? look.EMPTY : { value: serialOf(on) },
    !isUndated && state === 'unknown' ? WITHOUT_DEADLINE : PUNCTUALITY[state],
  ]
}

const VERDICT_LOOKS: Record<Verdict, Look> = { pass: look.GOOD, revise: look.DOUBTFUL, return: look.BAD }

const countCell = (count: number, present: Look): Cell => ({ value: count, ...(count > 0 ? { look: present } : {}) })

/** `3月9日`, of whatever year. */
const spoken = (iso: string): string => spokenDate(iso).replace(/^\d+年/, '')

function lateness({ state, on, deadline, by }: Punctuality): string | null {
  if (state !== 'late' || on === null || deadline === null || by === null) return null
  return `${DATES[by]}比规定期限（${spoken(deadline)}）晚 ${daysBetween(deadline, on)} 天`
}

/** What became of the report since the review before, where that is not told by numbers. */
function sinceBefore({ carried, newlyReceived }: UnitReview): string | null {
  if (carried) return `${STANDINGS[carried.because]}，沿用${spoken(carried.date)}审核的结果`
  return newlyReceived ? '上次未报，本次补报' : null
}

const alsoReceived = ({ path, reason, message }: OtherFile): string =>
  reason === 'unreadable' ? `另收到“${path}”，无法读取：${message}` : `收到的“${path}”${message}`

/** What a reader of the row should know beside its words. @param others what came of the unit and was not reviewed */
function remarks(review: UnitReview, others: OtherFile[]): string {
  const { receipt, files, error, punctuality, unit, report, notes, jointWith } = review
  const parts = [
    jointWith.length > 0 ? `与${jointWith.join('、')}联合报送，问题和指标只计一次` : null,
    sinceBefore(review),
    receipt === 'unlisted' && files.length > 1 ? RECEIPTS.several : null,
    files.length > 1 ? '审核的是第一份' : null,
    error ? error.message : null,
    punctuality ? lateness(punctuality) : null,
    report?.issuer && report.issuer !== unit.name ? `报告署“${report.issuer}”` : null,
    ...notes,
    ...others.map(alsoReceived),
  ]
  return parts.filter((part) => part !== null).join('；')
}

/** Contents that are asked for, and others that some report has. */
function contentsShown({ contents, units }: Review): Review['contents'] {
  const has = (key: string): boolean =>
    units.some(({ report }) => (report?.sections[key]?.state ?? 'absent') !== 'absent')
  return contents.filter(({ key, required }) => required || has(key))
}

const stateCell = (state: State, isRequired: boolean): Cell => ({
  value: STATES[state],
  look: !isRequired && state === 'absent' ? look.CENTRED : look.STATE_LOOKS[state],
})

const CHANGE_COLUMNS: Column[] = [
  { title: CHANGES.mended, width: 8, look: look.COUNT },
  { title: CHANGES.standing, width: 6, look: look.COUNT },
  { title: CHANGES.added, width: 6, look: look.COUNT },
]

/** A row a unit: what came, when, what it has of the duties, what was found. */
export function unitsSheet(review: Review): Sheet {
  const contents = contentsShown(review)
  const hasChanges = review.totals.changes !== null
  const othersOf = new Map<string | null, OtherFile[]>()
  for (const file of review.others) othersOf.set(file.unit, [...(othersOf.get(file.unit) ?? []), file])
  const columns: Column[] = [
    { title: '序号', width: 6, look: look.CENTRED },
    { title: '单位', width: 24 },
    { title: '类别', width: 10, look: look.CENTRED },
    { title: '报送情况', width: 10, look: look.CENTRED },
    { title: '文件', width: 28 },
    { title: DATE, width: 11, look: look.DATE },
    { title: '时限', width: 10, look: look.CENTRED },
    ...contents.map(({ title }) => ({ title, width: 10, look: look.CENTRED })),
    { title: SEVERITIES.error, width: 6, look: look.COUNT },
    { title: SEVERITIES.warning, width: 6, look: look.COUNT },
    { title: SEVERITIES.info, width: 6, look: look.COUNT },
    { title: '结论', width: 10, look: look.CENTRED },
    ...(hasChanges ? CHANGE_COLUMNS : []),
    { title: '说明', width: 28 },
  ]
  const row = (unit: UnitReview): Cell[] => {
    const { number, files, counts, verdict, changes, report } = unit
    const isRead = verdict !== null
    return [
      { value: number },
      { value: unit.unit.name },
      kindCell(unit),
      receiptCell(unit, review),
      { value: files.join('\n') },
      ...punctualityCells(unit.punctuality),
      ...contents.map(({ key, required }) =>
        isRead ? stateCell(report?.sections[key]?.state ?? 'absent', required) : look.EMPTY,
      ),
      isRead ? countCell(counts.error, look.COUNT_OF_ERRORS) : look.EMPTY,
      isRead ? countCell(counts.warning, look.COUNT_OF_WARNINGS) : look.EMPTY,
      isRead ? { value: counts.info } : look.EMPTY,
      isRead ? { value: VERDICTS[verdict], look: VERDICT_LOOKS[verdict] } : look.EMPTY,
      ...(hasChanges
        ? [changes?.mended, changes?.standing, changes?.added].map((count) => ({ value: count ?? null }))
        : []),
      { value: remarks(unit, othersOf.get(unit.unit.name) ?? []) },
    ]
  }
  return {
    name: '总表',
    title: `${review.year}年度法治政府建设年度报告${PAPERS.table}`,
    columns,
    frozen: 2,
    rows: lazily(review.units, (unit) => [row(unit)]),
  }
}

/** Rows as they are asked for. */
export function* lazily<T>(items: Iterable<T>, rowsOf: (item: T) => Cell[][]): Generator<Cell[]> {
  for (const item of items) yield* rowsOf(item)
}
