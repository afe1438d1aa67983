import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { FazhiError } from '../../error.js'
import { errorCode } from '../files.js'
import { makeFolders, writingFailed } from '../write-file.js'
import { RESULTS, standingAt } from './own-results.js'
import { NEW, rollBack } from './put-in-place.js'

/** A folder of files in the making, by the number of the process that makes them. */
const STAGING = /^\.fazhi-(\d+)\.tmp$/

/** Whose a staging folder is; the process touches it while it runs. */
const OWNER = 'owner.json'

/** Milliseconds between two touches, and after which one that cannot be asked is taken for dead. */
const BEAT = 15_000
const DEAD = 120_000

interface Owner {
  /** As in the name of the folder. */
  pid: number
  host: string
  /** When the process began, as Linux counts it: numbers are given again, in containers the very same; `null` elsewhere. */
  started: string | null
}

/** Field 22 of `/proc/PID/stat`; the second is a name that may hold anything, in brackets. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** By its file; by its name where it has none yet. */
function ownerOf(staging: string, pid: number): Owner {
  try {
    const { host, started } = JSON.parse(readFileSync(join(staging, OWNER), 'utf8')) as Owner
    return { pid, host: String(host), started }
  } catch {
    return { pid, host: hostname(), started: null }
  }
}

function isTouched(staging: string): boolean {
  const stats =
    statSync(join(staging, OWNER), { throwIfNoEntry: false }) ?? statSync(staging, { throwIfNoEntry: false })
  return stats !== undefined && Date.now() - stats.mtimeMs < DEAD
}

/** Whether the process still runs. One on another computer, or whose beginning is not known, by when it was last heard of. */
function isLive(staging: string, { pid, host, started }: Owner): boolean {
  if (host !== hostname()) return isTouched(staging)
  if (pid === process.pid || !isAlive(pid)) return false
  const now = startOf(pid)
  return started === null || now === null ? isTouched(staging) : started === now
}

/**
 * Undoes and takes away what processes that were killed left in a folder.
 * @param own name of the one that stays
 * Throws `exists` where another process is writing, `cannot-write` where something cannot be undone.
 */
export function clearStagings(folder: string, own: string | null = null): void {
  for (const name of readdirSync(folder)) {
    const pid = STAGING.exec(name)?.[1]
    if (pid === undefined || name === own) continue
    const staging = join(folder, name)
    // What only bears such a name is somebody else's.
    if (standingAt(staging) !== 'folder') continue
    const owner = ownerOf(staging, Number(pid))
    if (isLive(staging, owner)) {
      const where = owner.host === hostname() ? '' : `在另一台电脑“${owner.host}”上`
      const wait = where === '' ? '请等它完成' : '请等它完成；它已经停了的，过两分钟再试'
      throw new FazhiError('exists', `另一个 fazhi ${where}正在往“${folder}”里写，${wait}，或换一个 -o`)
    }
    try {
      rollBack(folder, staging)
      rmSync(staging, { recursive: true, force: true })
    } catch (error) {
      const reason = writingFailed(error, folder).message.replace(/，没有写入任何内容$/, '')
      throw new FazhiError('cannot-write', `上一次没有写完，要先把“${staging}”里的文件移回原处。${reason}`)
    }
  }
}

/** A folder for files in the making. */
export interface Staging {
  path: string
  /** Undoes what was put in place half, and takes the rest away. Never throws: what cannot be undone stays for the next run. */
  remove(): void
}

/** Makes a staging folder in a folder, the only one there. Throws `exists`, and errors of the file system. */
export function openStaging(folder: string): Staging {
  const name = `.fazhi-${process.pid}.tmp`
  const path = join(folder, name)
  makeFolders(join(path, NEW))
  const owner: Owner = { pid: process.pid, host: hostname(), started: startOf(process.pid) }
  const beat = setInterval(() => {
    try {
      utimesSync(join(path, OWNER), new Date(), new Date())
    } catch {}
  }, BEAT).unref()
  const remove = (): void => {
    clearInterval(beat)
    try {
      rollBack(folder, path)
      rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    } catch {}
  }
  try {
    writeFileSync(join(path, OWNER), JSON.stringify(owner))
    // Of two that began at once, at least one sees the other here.
    clearStagings(folder, name)
  } catch (error) {
    remove()
    throw error
  }
  return { path, remove }
}

/** Where a staged file is to be in the end; the folder, for one that is never put in place. Other paths as they are. */
export function placeOf(path: string): string {
  const [, folder, name] = /^(.*?)[\\/]\.fazhi-\d+\.tmp[\\/]new[\\/](.*)$/.exec(path) ?? []
  if (folder === undefined || name === undefined) return path
  return RESULTS.includes(name) ? join(folder, name) : folder
}
