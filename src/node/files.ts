import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { FazhiError } from '../error.js'
import { MOST_BYTES, tooLarge } from '../read/read.js'

/** A file to read; `-` is standard input. */
export const STDIN = '-'

const STDIN_TOO = /^\/dev\/stdin$|^\/(?:dev|proc\/self)\/fd\/0$/

/** What is open already under a number: the pipe that a shell puts for `<(…)`. */
const DESCRIPTOR = /^\/(?:dev|proc\/self)\/fd\/\d+$/

/** Whether a file has no name that would tell its format, nor a place of its own: standard input, or a pipe of the shell. */
export const isUnnamed = (path: string): boolean => path === STDIN || DESCRIPTOR.test(path)

/** Files of a folder that are drafts by their name, which may hold line breaks; `~$` begins the lock files of Word. */
const DRAFT = /^(?!~\$).*\.(?:md|markdown|txt|text|docx|doc|wps|html?)$/is

/** The code Node gives an error of the system, such as ENOENT; empty for any other error. */
export const errorCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** What Node puts for bytes of a name that are no UTF-8; the file is not found by it. */
const NOT_UTF8 = '\ufffd'

function notFound(path: string): FazhiError {
  if (isLink(path)) return new FazhiError('not-found', '这是一个失效的链接，它指向的文件不存在')
  if (!path.includes(NOT_UTF8)) return new FazhiError('not-found', `找不到这个${/[/\\]$/.test(path) ? '目录' : '文件'}`)
  return new FazhiError('cannot-read', '文件或所在目录的名字不是 UTF-8 编码，读不到这个文件，请改名后再试')
}

/** A file system error as a sentence. */
export function readingFailed(error: unknown, path: string): FazhiError {
  switch (errorCode(error)) {
    case 'ENOENT':
      return notFound(path)
    case 'ERR_INVALID_ARG_VALUE':
      return new FazhiError('not-found', '路径里有空字符，找不到这个文件')
    case 'ENOTDIR':
      return new FazhiError('not-found', '找不到这个文件：路径中有一段是文件，不是目录')
    case 'EISDIR':
      return new FazhiError('is-directory', '这是一个目录，不是文件')
    case 'EACCES':
    case 'EPERM':
      return new FazhiError('not-permitted', '没有读取的权限')
    case 'ELOOP':
      return new FazhiError('cannot-read', '这是一个绕回自身的链接，读不到文件')
    default:
      return new FazhiError('cannot-read', `读取失败（${errorCode(error) || String(error)}）`)
  }
}

const notRegular = (): FazhiError => new FazhiError('cannot-read', '这不是普通文件')

/** Opens a regular file: anything else may never answer. Throws FazhiError. */
export function openToRead(path: string): number {
  try {
    const stats = statSync(path)
    if (!stats.isFile() && !stats.isDirectory()) throw notRegular()
    return openSync(path, 'r')
  } catch (error) {
    throw error instanceof FazhiError ? error : readingFailed(error, path)
  }
}

/** Times a file is read that is being written at the same time. */
const TRIES = 3

/** Bytes of a regular file; `null` where it was written meanwhile. Throws `too-large` before anything is read. */
function readRegular(descriptor: number, before: Stats, maxBytes: number): Uint8Array | null {
  if (before.size > Math.min(maxBytes, MOST_BYTES)) throw tooLarge(before.size, maxBytes)
  const bytes = Buffer.allocUnsafe(before.size)
  let length = 0
  while (length < bytes.length) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, length)
    if (read === 0) break
    length += read
  }
  const after = fstatSync(descriptor)
  const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs && length === before.size
  return isSame ? bytes : null
}

/** Bytes of a file. Throws FazhiError; a file over the limit is refused before it is read. */
export function readBytes(path: string, maxBytes: number): Uint8Array {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, 'r')
    let stats = fstatSync(descriptor)
    if (stats.isDirectory()) throw new FazhiError('is-directory', '这是一个目录，不是文件')
    if (!stats.isFile()) return readAll(descriptor, maxBytes)
    for (let i = 0; i < TRIES; i++) {
      const bytes = readRegular(descriptor, stats, maxBytes)
      if (bytes) return bytes
      stats = fstatSync(descriptor)
    }
    throw new FazhiError('cannot-read', '文件一直在变化，可能正在保存或同步，没有读到完整的内容。请稍后再试')
  } catch (error) {
    throw error instanceof FazhiError ? error : readingFailed(error, path)
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

/** A pipe or device, up to a byte over the limit. */
function readAll(descriptor: number, maxBytes: number): Uint8Array {
  const chunks: Buffer[] = []
  let length = 0
  while (length <= Math.min(maxBytes, MOST_BYTES)) {
    const chunk = Buffer.alloc(65_536)
    const read = readSync(descriptor, chunk, 0, chunk.length, null)
    if (read === 0) break
    chunks.push(chunk.subarray(0, read))
    length += read
  }
  return Buffer.concat(chunks)
}

/** Standard input as it comes. Throws `is-directory` where it is a folder, which would read as empty. */
export function standardInput(): AsyncIterable<Uint8Array> {
  if (fstatSync(0).isDirectory()) {
    throw new FazhiError('is-directory', '标准输入是一个目录，读不出内容。请把目录名直接写在命令后面，不要用 <')
  }
  return process.stdin
}

/** Bytes of standard input, up to a byte over the limit. */
export async function readStdin(maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of standardInput()) {
    chunks.push(chunk)
    length += chunk.length
    if (length > Math.min(maxBytes, MOST_BYTES)) break
  }
  return Buffer.concat(chunks)
}

/** A file to check; `text` stands for what it holds where it came by another way, and `path` is then its name alone. */
export type Target = { path: string; text?: string; error?: FazhiError }

const hasMagic = (path: string): boolean => /[*?[\]{}!]/.test(path)

async function glob(pattern: string): Promise<string[]> {
  const { glob: find } = await import('tinyglobby')
  const paths = await find([pattern], {
    dot: false,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  })
  return paths.sort()
}

/** A target that is told where it is a pipe or a device, which may never answer or end. */
export function regular(path: string): Target {
  try {
    const stats = statSync(path)
    return stats.isFile() || stats.isDirectory() ? { path } : { path, error: notRegular() }
  } catch {
    // Why it cannot be looked at is told when it is read.
    return { path }
  }
}

/** Drafts of a folder and of those below; a folder that cannot be read is told. Links to folders may run in circles and are left. */
function draftsIn(folder: string): Target[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): Target[] => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return draftsIn(path)
      if (!DRAFT.test(entry.name)) return []
      return [entry.isFile() ? { path } : regular(path)]
    })
  } catch (error) {
    return [{ path: folder, error: readingFailed(error, folder) }]
  }
}

async function expandOne(path: string): Promise<Target[]> {
  if (path === STDIN || STDIN_TOO.test(path)) return [{ path: STDIN }]
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats && !stats.isDirectory()) return [{ path }]
  if (stats) {
    const drafts = draftsIn(path)
    if (drafts.length === 0)
      return [{ path, error: new FazhiError('not-found', '目录里没有 .docx、.md、.txt 等报告文件') }]
    return drafts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  }
  const pattern = path.replaceAll('\\', '/')
  const matches = hasMagic(pattern) ? await glob(pattern) : []
  if (matches.length > 0) return matches.map((match) => ({ path: match }))
  return [{ path, ...(hasMagic(pattern) ? { error: new FazhiError('not-found', '没有文件符合这个通配符') } : {}) }]
}

/** The same for all paths and links that lead to a file. */
export function identityOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return resolve(path)
  }
}

/** Files, folders and patterns as files, in the order given, each once. A folder gives its drafts, hidden ones and node_modules left out. */
export async function expand(paths: string[]): Promise<Target[]> {
  const seen = new Set<string>()
  const targets: Target[] = []
  for (const path of paths) {
    for (const target of await expandSafely(path)) {
      const id = target.path === STDIN ? STDIN : identityOf(target.path)
      if (seen.has(id)) continue
      seen.add(id)
      targets.push(target)
    }
  }
  return targets
}

async function expandSafely(path: string): Promise<Target[]> {
  try {
    return await expandOne(path)
  } catch (error) {
    return [{ path, error: readingFailed(error, path) }]
  }
}
