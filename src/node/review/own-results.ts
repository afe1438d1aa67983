import { createHash } from 'node:crypto'
import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** What a review wrote into its folder, so that a later one replaces its own files and no others. */
export const MANIFEST = '.fazhi-review.json'

/** Files of a review, as they are told. */
export const RESULTS = ['总表.xlsx', '总览.html', '通报.docx', 'review.json', 'findings.ndjson', 'indicators.csv']

/** The folder of the slips. */
export const SLIPS = '意见单'

/** A slip by its name below the folder of a review. */
const SLIP = new RegExp(`^${SLIPS}/(?!\\.)[^/\\\\\\0]+\\.docx$`)

/** Names of the files of a review, with `/` between folders, and the SHA-256 of each. */
export type Manifest = Record<string, string>

/** Bytes read at once. */
const CHUNK = 1 << 20

/** SHA-256 of a file, which may be larger than memory. */
export function hashOf(path: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK)
  const descriptor = openSync(path, 'r')
  try {
    for (;;) {
      const length = readSync(descriptor, chunk)
      if (length === 0) return hash.digest('hex')
      hash.update(chunk.subarray(0, length))
    }
  } finally {
    closeSync(descriptor)
  }
}

/** What stands under a name, links not followed; a folder that cannot be looked into is thrown. */
export type Standing = 'nothing' | 'file' | 'folder' | 'other'

/** @param path not followed where it is a link */
export function standingAt(path: string): Standing {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return 'nothing'
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
}

/** Whether a name can be one of a review's: nothing outside its folder, no link, and no folder under the name of a file. */
export function isOwn(folder: string, name: string): boolean {
  const isSlip = SLIP.test(name)
  if (!isSlip && !RESULTS.includes(name)) return false
  if (isSlip && !['nothing', 'folder'].includes(standingAt(join(folder, SLIPS)))) return false
  return ['nothing', 'file'].includes(standingAt(join(folder, name)))
}

/** The manifest of a folder, of what a review can have written alone; `null` where there is none. */
export function readManifest(folder: string): Manifest | null {
  try {
    if (standingAt(join(folder, MANIFEST)) !== 'file') return null
    const { files } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as { files?: unknown }
    if (typeof files !== 'object' || files === null) return null
    const own = Object.entries(files).filter(([name, hash]) => typeof hash === 'string' && isOwn(folder, name))
    return Object.fromEntries(own) as Manifest
  } catch {
    return null
  }
}

/** Files of an earlier review that someone has written in since. */
export const changedIn = (folder: string, manifest: Manifest): string[] =>
  Object.entries(manifest)
    .filter(([name, hash]) => existsSync(join(folder, name)) && hashOf(join(folder, name)) !== hash)
    .map(([name]) => name)

/** Whether a folder holds the results of a review; copied ones may lack the manifest, whose name hides it. */
export const isReviewed = (folder: string): boolean =>
  standingAt(join(folder, MANIFEST)) === 'file' ||
  ['总表.xlsx', 'review.json', 'findings.ndjson'].every((name) => existsSync(join(folder, name)))
