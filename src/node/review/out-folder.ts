import { createHash } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { FazhiError } from '../../error.js'
import { makeFolder, makeFolders, writingFailed } from '../write-file.js'
import { breather } from './breather.js'
import {
  changedIn,
  hashOf,
  isReviewed,
  MANIFEST,
  type Manifest,
  RESULTS,
  readManifest,
  SLIPS,
  standingAt,
} from './own-results.js'
import { NEW, putInPlace } from './put-in-place.js'
import { clearStagings, openStaging } from './staging.js'

/** Files that systems leave in any folder. */
const NOISE = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i

/** The folder a review writes to: nothing stands in it before everything is done. */
export interface OutFolder {
  path: string
  /** Where a file is made until it is put in place; its folders are made. Throws `cannot-write`. */
  stage(name: string): string
  /** Throws `cannot-write`. */
  write(name: string, data: string | Uint8Array): void
  /** A file in pieces, which are made as they are written. Throws `cannot-write`. */
  writePieces(name: string, pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void>
  /** Puts what was staged under these names in place, all or nothing. Throws `cannot-write`, `exists`. */
  commit(names: string[]): void
  /** Takes away what was not put in place. Never throws. */
  discard(): void
}

function listed(names: string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`)
  return shown.join('、') + (names.length > shown.length ? `等 ${names.length} 个文件` : '')
}

function refuseChanged(folder: string, manifest: Manifest): void {
  const changed = changedIn(folder, manifest)
  if (changed.length === 0) return
  throw new FazhiError('exists', `“${folder}”里的${listed(changed)}写出之后有人改过，没有覆盖。请先移走，或换一个 -o`)
}

/** Refuses where a file of another stands under one of the names, or no folder where one must be. */
function refuseStrangers(folder: string, manifest: Manifest, names: string[]): void {
  for (const below of new Set(names.map((name) => dirname(name)).filter((name) => name !== '.'))) {
    const standing = standingAt(join(folder, below))
    if (standing === 'nothing' || standing === 'folder') continue
    const what = standing === 'file' ? '是一个文件' : '是一个链接'
    throw new FazhiError('exists', `“${join(folder, below)}”${what}，不是文件夹，没有写入。请先移走，或换一个 -o`)
  }
  const strangers = names.filter((name) => !(name in manifest) && standingAt(join(folder, name)) !== 'nothing')
  if (strangers.length === 0) return
  throw new FazhiError('exists', `“${folder}”里的${listed(strangers)}不是 fazhi 写的，没有覆盖。请先移走，或换一个 -o`)
}

/** Refuses where the folders of these names may not be written to. */
function refuseReadOnly(folder: string, names: string[]): void {
  for (const each of new Set(names.map((name) => dirname(join(folder, name))))) {
    if (!existsSync(each)) continue
    try {
      accessSync(each, constants.W_OK | constants.X_OK)
    } catch (error) {
      throw writingFailed(error, each)
    }
  }
}

/** What an earlier review wrote here. */
function check(folder: string, force: boolean): Manifest {
  clearStagings(folder)
  const manifest = readManifest(folder)
  if (readdirSync(folder).every((name) => NOISE.test(name))) return {}
  if (!force) {
    throw new FazhiError(
      'exists',
      manifest
        ? `“${folder}”里已有一次审核的结果，没有覆盖。请换一个 -o；确要覆盖，请加 --force`
        : `“${folder}”不是空目录，没有写入。请换一个 -o；确要写在这里，请加 --force`,
    )
  }
  if (manifest === null && isReviewed(folder)) {
    throw new FazhiError(
      'exists',
      `“${folder}”里的审核结果缺少记录（${MANIFEST}），不知道有没有人改过，没有覆盖。请先移走，或换一个 -o`,
    )
  }
  const before = manifest ?? {}
  refuseChanged(folder, before)
  const names = [...RESULTS, join(SLIPS, MANIFEST)]
  refuseStrangers(folder, before, names)
  refuseReadOnly(folder, names)
  return before
}

/** Throws `usage` where something stands at the path that is no folder. */
function refuseNoFolder(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined && lstatSync(path, { throwIfNoEntry: false }))
    throw new FazhiError('usage', `-o 的“${path}”是一个失效的链接，它指向的文件夹不存在`)
  if (stats && !stats.isDirectory()) throw new FazhiError('usage', `-o 应写文件夹，“${path}”是一个文件`)
}

/** Folders on the way to a path that are not there yet, the innermost first. */
function missingOn(path: string): string[] {
  const missing: string[] = []
  for (let each = resolve(path); !existsSync(each) && dirname(each) !== each; each = dirname(each)) missing.push(each)
  return missing
}

/** Takes folders away, the innermost first, up to one that holds something. */
function removeEmpty(folders: string[]): void {
  try {
    for (const each of folders) if (existsSync(each)) rmdirSync(each)
  } catch {}
}

/** Does something at a path. Throws `cannot-write` with the path in place of an error of the file system. */
function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw error instanceof Error && 'code' in error && !(error instanceof FazhiError)
      ? writingFailed(error, path)
      : error
  }
}

/**
 * Opens the folder a review is to write to; it is made where it is not there.
 * Throws `usage` where it is none, `exists` where it is not empty and not forced, or holds own files that someone has
 * changed, `cannot-write`.
 */
export function openOutFolder(path: string, { force = false } = {}): OutFolder {
  attempt(path, () => refuseNoFolder(path))
  const made = missingOn(path)
  const opened = () => {
    makeFolder(path)
    return attempt(path, () => ({ before: check(path, force), staging: openStaging(path) }))
  }
  let ready: ReturnType<typeof opened>
  try {
    ready = opened()
  } catch (error) {
    removeEmpty(made)
    throw error
  }
  const { before, staging } = ready
  const attemptAt = <T>(name: string, action: () => T): T => attempt(join(path, name), action)
  const stage = (name: string): string => {
    const at = join(staging.path, NEW, name)
    attemptAt(name, () => makeFolders(dirname(at)))
    return at
  }
  /** SHA-256 of what was written here; what others stage is read for it. */
  const hashes = new Map<string, string>()
  return {
    path,
    stage,
    write(name, data) {
      const at = stage(name)
      attemptAt(name, () => writeFileSync(at, data))
      hashes.set(name, createHash('sha256').update(data).digest('hex'))
    },
    async writePieces(name, pieces) {
      const at = stage(name)
      const breathe = breather()
      const hash = createHash('sha256')
      const descriptor = attemptAt(name, () => openSync(at, 'wx'))
      try {
        for await (const piece of pieces) {
          await breathe()
          attemptAt(name, () => writeFileSync(descriptor, piece))
          hash.update(piece)
        }
        hashes.set(name, hash.digest('hex'))
      } finally {
        closeSync(descriptor)
      }
    },
    commit(names) {
      const kept = new Set(names)
      const gone = Object.keys(before).filter((name) => !kept.has(name))
      attempt(path, () => {
        refuseStrangers(path, before, names)
        refuseChanged(path, before)
        refuseReadOnly(path, [...names, ...gone])
        const at = (name: string): string => join(staging.path, NEW, name)
        const files = Object.fromEntries(names.map((name) => [name, hashes.get(name) ?? hashOf(at(name))]))
        putInPlace(path, staging.path, files, gone)
      })
    },
    discard() {
      staging.remove()
      removeEmpty(made)
    },
  }
}
