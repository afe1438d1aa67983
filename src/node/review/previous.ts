import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../../corpus/unit.js'
import { FazhiError } from '../../error.js'
import type { Finding } from '../../finding.js'
import { checkPrevious } from './previous-folder.js'
import { openRecords } from './records-file.js'

/** An earlier review, for what became of its findings. */
export interface Previous {
  /** Findings of the report that was reviewed for a unit, by its name of today or of then; `null` where there was none. */
  findingsOf(unit: Unit): Finding[] | null
  close(): void
}

function yearOf(folder: string): number {
  try {
    const { year } = JSON.parse(readFileSync(join(folder, 'review.json'), 'utf8')) as { year?: unknown }
    if (typeof year === 'number') return year
  } catch {}
  throw new FazhiError(
    'usage',
    `“${folder}”里没有上一次审核的结果（review.json 和 findings.ndjson），请核对 --previous`,
  )
}

/**
 * Opens the folder an earlier review wrote. Throws `usage` where it is none, or was of another year.
 * @param year the year reported on, of this review
 */
export function openPrevious(folder: string, year: number): Previous {
  checkPrevious(folder)
  const before = yearOf(folder)
  if (before !== year) {
    throw new FazhiError(
      'usage',
      `“${folder}”审核的是${before}年度的报告，这次是${year}年度，不能逐条对照。请核对 --previous`,
    )
  }
  const records = openRecords(join(folder, 'findings.ndjson'))
  const indexOf = new Map<string, number>()
  for (let i = 0; i < records.count(); i++) {
    const { unit } = records.read(i)
    if (unit) indexOf.set(unit, i)
  }
  return {
    findingsOf({ name, aliases }) {
      const known = [name, ...aliases].find((each) => indexOf.has(each))
      return known === undefined ? null : records.read(indexOf.get(known) ?? 0).findings
    },
    close: () => records.close(),
  }
}
