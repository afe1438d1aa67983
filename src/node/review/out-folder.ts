import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { FazhiError } from '../../error.js'
import { makeFolder, writingFailed } from '../files.js'
import { breather } from './breath.js'

/** What a review wrote into its folder, so that a later one replaces its own files and no others. */
export const MANIFEST = '.fazhi-review.json'

/** A folder of files in the making, by the number of the process that makes them. */
const STAGING = /^\.fazhi-(\d+)\.tmp$/

/** Files that systems leave in any folder. */
const NOISE = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i

/** Names of the files of a review, with `/` between folders, and the SHA-256 of each. */
type Manifest = Record<string, string>

/** The folder a review writes to: nothing stands in it before everything is done. */
export interface OutFolder {
  path: string
  /** Where a file is made until it is put in place; its folders are made. Throws `cannot-write`. */
  stage(name: string): string
  /** Throws `cannot-write`. */
  write(name: string, data: string | Uint8Array): void
  /** A file in pieces, which are made as they are written. Throws `cannot-write`. */
  writePieces(name: string, pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void>
  /** Puts what was staged under these names in place. Throws `cannot-write`, `exists`. */
  commit(names: string[]): void
  /** Takes away what was not put in place. */
  discard(): void
}

/** Bytes read at once. */
const CHUNK = 1 << 20

/** SHA-256 of a file, which may be larger than memory. */
function hashOf(path: string): string {
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

function readManifest(folder: string): Manifest | null {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as { files?: unknown }
    return typeof files === 'object' && files !== null ? (files as Manifest) : null
  } catch {
    return null
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What stands in the folder, remains of a process that was killed taken away. */
function entriesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    const owner = STAGING.exec(name)?.[1]
    if (owner === undefined) return !NOISE.test(name)
    if (isAlive(Number(owner))) {
      throw new FazhiError('exists', `另一个 fazhi 正在往“${folder}”里写，请等它完成，或换一个 -o`)
    }
    rmSync(join(folder, name), { recursive: true, force: true })
    return false
  })
}

/** Files of an earlier review that someone has written in since. */
const changedIn = (folder: string, manifest: Manifest): string[] =>
  Object.entries(manifest)
    .filter(([name, hash]) => existsSync(join(folder, name)) && hashOf(join(folder, name)) !== hash)
    .map(([name]) => name)

function listed(names: string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`)
  return shown.join('、') + (names.length > shown.length ? `等 ${names.length} 个文件` : '')
}

function check(folder: string, force: boolean): Manifest {
  if (!statSync(folder).isDirectory()) throw new FazhiError('usage', `-o 应写目录，“${folder}”是一个文件`)
  const entries = entriesOf(folder)
  const manifest = readManifest(folder)
  if (entries.length === 0) return {}
  if (!force) {
    throw new FazhiError(
      'exists',
      manifest
        ? `“${folder}”里已有一次审核的结果，没有覆盖。请换一个 -o；确要覆盖，请加 --force`
        : `“${folder}”不是空目录，没有写入。请换一个 -o；确要写在这里，请加 --force`,
    )
  }
  const changed = changedIn(folder, manifest ?? {})
  if (changed.length > 0) {
    throw new FazhiError('exists', `“${folder}”里的${listed(changed)}写出之后有人改过，没有覆盖。请先移走，或换一个 -o`)
  }
  return manifest ?? {}
}

/** Whether a folder holds the results of a review. */
export const isReviewed = (folder: string): boolean => existsSync(join(folder, MANIFEST))

/**
 * Opens the folder a review is to write to; it is made where it is not there.
 * Throws `exists` where it is not empty and not forced, or holds own files that someone has changed; `cannot-write`.
 */
export function openOutFolder(path: string, { force = false } = {}): OutFolder {
  const isNew = !existsSync(path)
  makeFolder(path)
  const before = check(path, force)
  const staging = join(path, `.fazhi-${process.pid}.tmp`)
  const written = <T>(name: string, action: () => T): T => {
    try {
      return action()
    } catch (error) {
      throw writingFailed(error, join(path, name))
    }
  }
  written('', () => mkdirSync(staging))
  const stage = (name: string): string => {
    const at = join(staging, name)
    written(name, () => mkdirSync(dirname(at), { recursive: true }))
    return at
  }
  /** SHA-256 of what was written here; what others stage is read for it. */
  const hashes = new Map<string, string>()
  const refuseStrangers = (names: string[]): void => {
    const strangers = names.filter((name) => !(name in before) && existsSync(join(path, name)))
    if (strangers.length === 0) return
    throw new FazhiError('exists', `“${path}”里的${listed(strangers)}不是 fazhi 写的，没有覆盖。请先移走，或换一个 -o`)
  }
  return {
    path,
    stage,
    write(name, data) {
      const at = stage(name)
      written(name, () => writeFileSync(at, data))
      hashes.set(name, createHash('sha256').update(data).digest('hex'))
    },
    async writePieces(name, pieces) {
      const at = stage(name)
      const breathe = breather()
      const hash = createHash('sha256')
      const descriptor = written(name, () => openSync(at, 'wx'))
      try {
        for await (const piece of pieces) {
          await breathe()
          written(name, () => writeFileSync(descriptor, piece))
          hash.update(piece)
        }
        hashes.set(name, hash.digest('hex'))
      } finally {
        closeSync(descriptor)
      }
    },
    commit(names) {
      refuseStrangers(names)
      const files = Object.fromEntries(names.map((name) => [name, hashes.get(name) ?? hashOf(join(staging, name))]))
      written(MANIFEST, () => writeFileSync(join(staging, MANIFEST), `${JSON.stringify({ files }, null, 2)}\n`))
      for (const name of [...names, MANIFEST]) {
        written(name, () => {
          mkdirSync(dirname(join(path, name)), { recursive: true })
          renameSync(join(staging, name), join(path, name))
        })
      }
      for (const name of Object.keys(before)) if (!(name in files)) rmSync(join(path, name), { force: true })
    },
    discard() {
      rmSync(staging, { recursive: true, force: true })
      if (isNew && readdirSync(path).length === 0) rmdirSync(path)
    },
  }
}
