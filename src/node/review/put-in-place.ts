import { existsSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FazhiError } from '../../error.js'
import { makeFolders, writingFailed } from '../write-file.js'
import { hashOf, isOwn, MANIFEST, type Manifest, standingAt } from './own-results.js'

/** In the staging folder: files in the making, files they replace, and what is being done with both. */
export const NEW = 'new'
const OLD = 'old'
const JOURNAL = 'journal.json'

interface Journal {
  files: Manifest
  /** Names of what is moved out of the way. */
  old: string[]
}

/** Trusted with what a review can have written alone. */
function readJournal(folder: string, staging: string): Journal | null {
  try {
    const { files, old } = JSON.parse(readFileSync(join(staging, JOURNAL), 'utf8')) as Journal
    const isKnown = (name: string): boolean => isOwn(folder, name)
    return {
      files: Object.fromEntries(Object.entries(files).filter(([name]) => isKnown(name))),
      old: old.filter(isKnown),
    }
  } catch {
    // Written before anything is moved: one that is not whole has nothing to undo.
    return null
  }
}

function move(from: string, to: string): void {
  makeFolders(dirname(to))
  renameSync(from, to)
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {}
}

/**
 * Puts everything back as it was where files were put in place half, by this run or by one that was killed; what someone
 * has written in since stays. It may be broken off and begun again at any point. Throws errors of the file system.
 */
export function rollBack(folder: string, staging: string): void {
  const journal = readJournal(folder, staging)
  // The manifest goes last, so that with it all is in place.
  if (journal && existsSync(join(staging, NEW, MANIFEST))) {
    for (const [name, hash] of Object.entries(journal.files)) {
      const [made, place] = [join(staging, NEW, name), join(folder, name)]
      if (!existsSync(made) && standingAt(place) === 'file' && hashOf(place) === hash) move(place, made)
    }
    for (const name of journal.old) {
      const [kept, place] = [join(staging, OLD, name), join(folder, name)]
      if (existsSync(kept) && standingAt(place) === 'nothing') move(kept, place)
    }
    const folders = new Set(Object.keys(journal.files).map((name) => dirname(join(folder, name))))
    for (const each of folders) if (each !== folder) removeEmpty(each)
  }
  rmSync(join(staging, JOURNAL), { force: true })
}

/**
 * Puts the staged files and the manifest in place, all or none: what they replace waits in the staging folder.
 * @param gone names of own files that are no longer made
 * Throws `cannot-write`.
 */
export function putInPlace(folder: string, staging: string, files: Manifest, gone: string[]): void {
  const names = Object.keys(files)
  const old = [...names, ...gone].filter((name) => standingAt(join(folder, name)) !== 'nothing')
  let current = MANIFEST
  try {
    writeFileSync(join(staging, NEW, MANIFEST), `${JSON.stringify({ files }, null, 2)}\n`)
    writeFileSync(join(staging, JOURNAL), JSON.stringify({ files, old } satisfies Journal))
    for (const name of old) {
      current = name
      move(join(folder, name), join(staging, OLD, name))
    }
    for (const name of [...names, MANIFEST]) {
      current = name
      move(join(staging, NEW, name), join(folder, name))
    }
  } catch (error) {
    const failure = writingFailed(error, join(folder, current))
    try {
      rollBack(folder, staging)
    } catch {
      const reason = failure.message.replace(/，没有写入任何内容$/, '')
      throw new FazhiError(
        'cannot-write',
        `${reason}。原来的文件有些没能移回，还在“${staging}”里，请不要删；排除故障后再运行一次，会先移回原处`,
      )
    }
    throw failure
  }
}
