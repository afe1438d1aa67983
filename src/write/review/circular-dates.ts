import { datesOf, dueOf, type ReportDate } from '../../corpus/punctuality.js'
import type { UnitReview } from '../../corpus/review.js'
import { spokenDate } from '../../text/dates.js'
import { shortDay } from '../../text/days.js'
import { DATES } from '../../words.js'

/** A unit's report with a date that is past its deadline. */
export interface LateDate extends ReportDate {
  unit: UnitReview
  /** 3月9日 */
  day: string
  /** 成文日期3月9日 */
  words: string
}

/** The late dates of all reports: those of signing and of publication apart. A report may have both. */
export function lateDates(units: UnitReview[], year: number): Record<'all' | ReportDate['by'], LateDate[]> {
  const all = units.flatMap((unit): LateDate[] => {
    const dates = unit.report === null ? [] : datesOf(unit.report, unit.unit, year)
    return dates
      .filter(({ isLate }) => isLate)
      .map((date) => {
        // Deadlines are in the year after the one reported on.
        const day = shortDay(date.on, year + 1)
        return { ...date, unit, day, words: `${DATES[date.by]}${day}` }
      })
  })
  return {
    all,
    signedOn: all.filter(({ by }) => by === 'signedOn'),
    publishedOn: all.filter(({ by }) => by === 'publishedOn'),
  }
}

/** The deadline that holds for every unit, 2026年3月1日; empty where it differs. */
export function commonDue(event: ReportDate['event'], units: UnitReview[], year: number): string {
  const days = new Set(units.map((unit) => dueOf(event, unit, year)))
  const [day = null] = days
  return days.size === 1 && day !== null ? spokenDate(day) : ''
}
