/** Days as ISO dates: how they are told, and how far apart they are. */

import { spokenDate } from './dates.js'

/** Milliseconds of a day. */
export const DAY = 86_400_000

/** An ISO date as milliseconds of its UTC midnight; `null` for what is none. */
export function timeOf(iso: string | null): number | null {
  if (iso === null || !/^\d{4}-\d\d-\d\d$/.test(iso)) return null
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) ? null : time
}

/** `2026年3月9日`; what is no ISO date stays as it is. */
export const dayOf = (iso: string): string => (timeOf(iso) === null ? iso : spokenDate(iso))

/** `3月9日`, from milliseconds. */
export function monthDay(time: number): string {
  const date = new Date(time)
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}

/** `3月9日`, with its year where that is not the one given. */
export function shortDay(iso: string, year: number): string {
  const time = timeOf(iso)
  return time !== null && new Date(time).getUTCFullYear() === year ? monthDay(time) : dayOf(iso)
}

/** Days from one ISO date to another; `null` where one is none. */
export function daysBetween(from: string | null, to: string | null): number | null {
  const [start, end] = [timeOf(from), timeOf(to)]
  return start === null || end === null ? null : Math.round((end - start) / DAY)
}
