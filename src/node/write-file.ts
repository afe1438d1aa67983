import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { FazhiError } from '../error.js'
import { errorCode } from './files.js'

/** Windows refuses in the same way where another program has a file open. */
const FORBIDDEN = process.platform === 'win32' ? '没有写入的权限，或者正在别的程序里打开' : '没有写入的权限'

/** A file system error while writing, as a sentence. */
export function writingFailed(error: unknown, path: string): FazhiError {
  const reasons: Record<string, string> = {
    ENOSPC: '磁盘已满',
    EDQUOT: '磁盘配额已满',
    EROFS: '目标在只读的磁盘上',
    EACCES: FORBIDDEN,
    EPERM: FORBIDDEN,
    ENOENT: '目标目录不存在',
    ENOTDIR: '路径中有一段不是目录',
    EISDIR: '目标是一个目录',
    EEXIST: '已有同名的文件',
    EBUSY: '文件正在别的程序里打开',
    EFBIG: '超过了系统允许的文件大小',
    ENAMETOOLONG: '名字太长',
    ELOOP: '链接绕回自身',
  }
  return new FazhiError(
    'cannot-write',
    `写不了“${path}”：${reasons[errorCode(error)] ?? `系统拒绝（${errorCode(error)}）`}，没有写入任何内容`,
  )
}

/** Throws `exists` where a file stands and may not be overwritten. */
export function refuseExisting(path: string, force: boolean): void {
  if (!force && statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new FazhiError('exists', `“${path}”已经存在，没有覆盖。要覆盖请加 --force，或换一个名字`)
}

/**
 * Writes a whole file or nothing: to a temporary file beside it first, then renamed. What is overwritten keeps its
 * permissions, and a link to it stays a link.
 * Throws `exists` unless forced, `cannot-write` with the reason.
 */
export function writeWhole(path: string, data: string | Uint8Array, { force = false } = {}): void {
  let temporary: string | null = null
  try {
    refuseExisting(path, force)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats && !stats.isFile()) {
      // A device or pipe is written to, never replaced; a directory refuses.
      writeFileSync(path, data)
      return
    }
    const target = stats ? realpathSync(path) : resolve(path)
    temporary = join(dirname(target), `.fazhi.${process.pid}.tmp`)
    writeFileSync(temporary, data, { flag: 'wx', mode: stats ? stats.mode & 0o777 : 0o666 })
    renameSync(temporary, target)
  } catch (error) {
    if (error instanceof FazhiError) throw error
    if (temporary !== null) removeQuietly(temporary)
    throw writingFailed(error, path)
  }
}

/** Where the folder refuses even this, nothing was written either. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}

/** Makes a folder for output. Throws `cannot-write`. */
export function makeFolder(path: string): void {
  try {
    makeFolders(path)
  } catch (error) {
    throw writingFailed(error, path)
  }
}

/**
 * Makes a folder, and those it lies in, where they are not there. One by one: with `recursive`, Node tries forever where a
 * file system that takes no folders (/proc) says that something is missing. Throws errors of the file system.
 */
export function makeFolders(path: string): void {
  try {
    makeOne(path)
  } catch (error) {
    const above = dirname(path)
    if (errorCode(error) !== 'ENOENT' || existsSync(above)) throw error
    makeFolders(above)
    makeOne(path)
  }
}

/** Another process may have made it in the meantime. */
function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
