import { type Stats, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { FazhiError } from '../../error.js'
import { expand, identityOf, isUnnamed, readingFailed, regular, type Target } from '../files.js'
import { isReviewed, RESULTS, SLIPS } from './own-results.js'

/** Tells files that a review wrote; every folder is looked at once. */
function resultFinder(): (path: string) => boolean {
  const remembered = (answer: (folder: string) => boolean) => {
    const known = new Map<string, boolean>()
    return (folder: string): boolean => {
      const is = known.get(folder) ?? answer(folder)
      known.set(folder, is)
      return is
    }
  }
  const hasResults = remembered(isReviewed)
  const isOfSlips = remembered((folder): boolean => {
    const parent = dirname(folder)
    return parent !== folder && ((basename(folder) === SLIPS && hasResults(parent)) || isOfSlips(parent))
  })
  return (path) => {
    const folder = dirname(resolve(path))
    return (RESULTS.includes(basename(path)) && hasResults(folder)) || isOfSlips(folder)
  }
}

function refuseMissing(folder: string): void {
  const stats = statsOf(folder)
  if (stats === undefined && !/[*?[\]{}!]/.test(folder)) throw new FazhiError('usage', `找不到“${folder}”，没有审核`)
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new FazhiError('usage', `“${path}”：${readingFailed(error, path).message}，没有审核`)
  }
}

/**
 * The drafts of the folders; results of reviews are none, wherever they stand, nor is the roster.
 * Throws `usage` where a folder is not there or holds no drafts.
 */
export async function draftsOf(folders: string[], roster: string | null): Promise<Target[]> {
  for (const folder of folders) refuseMissing(folder)
  const isResult = resultFinder()
  const rosterId = roster === null ? null : identityOf(roster)
  const all = await expand(folders)
  if (all.some(({ path }) => isUnnamed(path))) {
    throw new FazhiError('usage', '审核要读一个文件夹，不读标准输入；别处检查的结果请用 --from - 汇总')
  }
  const targets = all
    .filter(({ path }) => !isResult(path) && (rosterId === null || identityOf(path) !== rosterId))
    .map((target) => (target.error ? target : regular(target.path)))
  if (targets.every(({ error }) => error?.code === 'not-found')) {
    throw new FazhiError(
      'usage',
      `${folders.map((each) => `“${each}”`).join('、')}里没有报告文件（.docx、.txt、.md 等），没有审核`,
    )
  }
  return targets
}
