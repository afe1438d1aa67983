import { statSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { FazhiError } from '../../error.js'
import { expand, type Target } from '../files.js'
import { isReviewed } from './out-folder.js'

const isWithin = (path: string, folder: string): boolean =>
  resolve(path) === resolve(folder) || resolve(path).startsWith(resolve(folder) + sep)

/** Whether one of the folders above a file holds the results of a review; asked once a folder. */
function reviewedFinder(): (path: string) => boolean {
  const known = new Map<string, boolean>()
  const isBelow = (folder: string): boolean => {
    const parent = dirname(folder)
    const answer = known.get(folder) ?? (isReviewed(folder) || (parent !== folder && isBelow(parent)))
    known.set(folder, answer)
    return answer
  }
  return (path) => isBelow(dirname(resolve(path)))
}

/**
 * The drafts of the folders; results of reviews are none, wherever they stand, nor is the roster.
 * Throws `usage` where a folder is not there or holds no drafts.
 */
export async function draftsOf(folders: string[], out: string, roster: string | null): Promise<Target[]> {
  for (const folder of folders) {
    const isThere = statSync(folder, { throwIfNoEntry: false }) !== undefined
    if (!isThere && !/[*?[\]{}!]/.test(folder)) throw new FazhiError('usage', `找不到“${folder}”，没有审核`)
  }
  const isResult = reviewedFinder()
  const targets = (await expand(folders)).filter(
    ({ path }) => !isWithin(path, out) && !isResult(path) && (roster === null || resolve(path) !== resolve(roster)),
  )
  if (targets.every(({ error }) => error?.code === 'not-found')) {
    throw new FazhiError(
      'usage',
      `${folders.map((each) => `“${each}”`).join('、')}里没有报告文件（.docx、.txt、.md 等），没有审核`,
    )
  }
  return targets
}
