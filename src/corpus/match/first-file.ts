import type { ReportSummary } from '../../finding.js'

/** Words in a file's name that say it is not the last word. */
const PRELIMINARY = /草稿|初稿|讨论稿|征求意见稿|送审稿|修改稿|待定|备份|作废|副本|旧版/

interface File {
  path: string
  report: ReportSummary | null
}

const dateOf = ({ report }: File): string => report?.publishedOn ?? report?.signedOn ?? ''

const nameOf = (path: string): string => path.split('/').at(-1) ?? path

/**
 * A unit's files, the one to be reviewed first: what could be read before what could not, then the latest by date of
 * publication, else of signing (a unit that mends its report dates it anew), then what is not called 初稿 or the like, then by
 * path.
 */
export function inOrderOfReview<T extends File>(files: T[]): T[] {
  const rank = (file: T): [number, string, number] => [
    file.report === null ? 1 : 0,
    dateOf(file),
    PRELIMINARY.test(nameOf(file.path)) ? 1 : 0,
  ]
  return [...files].sort((a, b) => {
    const [readA, dateA, preliminaryA] = rank(a)
    const [readB, dateB, preliminaryB] = rank(b)
    if (readA !== readB) return readA - readB
    if (dateA !== dateB) return dateA < dateB ? 1 : -1
    return preliminaryA - preliminaryB || (a.path < b.path ? -1 : 1)
  })
}
