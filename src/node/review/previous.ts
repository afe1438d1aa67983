import type { ReviewRecord } from '../../corpus/record.js'
import type { EarlierUnit } from '../../corpus/rounds/earlier.js'
import { FazhiError } from '../../error.js'
import { openPreviousFolder } from './previous-folder.js'
import { beforeReview } from './record-lines.js'
import type { Records } from './records-file.js'

/** An earlier review. */
export interface Previous {
  units: EarlierUnit[]
  hasRoster: boolean
  /** A record without what that review made of it. @param index from 0 */
  read(index: number): ReviewRecord
  close(): void
}

/** Numbers of the records that were reviewed, by the names of their units. */
function reviewedIn(records: Records): Map<string, number> {
  const indexOf = new Map<string, number>()
  for (let i = 0; i < records.count(); i++) {
    const { unit, units } = records.read(i)
    for (const name of units ?? (unit ? [unit] : [])) indexOf.set(name, i)
  }
  return indexOf
}

/**
 * Opens the folder an earlier review wrote. Throws `usage` where it is none, or was of another year.
 * @param year the year reported on, of this review
 */
export function openPrevious(folder: string, year: number): Previous {
  const { review: before, records } = openPreviousFolder(folder)
  if (before.year !== year) {
    records.close()
    throw new FazhiError(
      'usage',
      `“${folder}”审核的是${before.year}年度的报告，这次是${year}年度，不能逐条对照。请核对 --previous`,
    )
  }
  const indexOf = reviewedIn(records)
  return {
    units: before.units.map(({ unit, receipt, files, jointWith, error, carried }) => ({
      ...{ unit, receipt, record: indexOf.get(unit.name) ?? null },
      ...{ isRead: error === null, files, jointWith: jointWith ?? [], date: carried?.date ?? before.date },
    })),
    hasRoster: before.roster !== null,
    read: (index) => beforeReview(records.read(index)),
    close: () => records.close(),
  }
}
