import { FazhiError } from '../error.js'
import type { Overlay } from '../report/build.js'
import { readBytes } from './files.js'

const MAX_BYTES = 5 * 1024 * 1024

function explain(error: unknown): string {
  if (!(error instanceof FazhiError)) return '文件应为 UTF-8 编码'
  return error.code === 'too-large' ? `文件超过 ${MAX_BYTES / 1024 / 1024} MB` : error.message
}

/** Text of a schema, template, data file or configuration in UTF-8. Throws with the given code. */
export function readOwnText(
  path: string,
  what: string,
  code: 'bad-schema' | 'bad-template' | 'bad-data' | 'bad-config',
): string {
  try {
    const bytes = readBytes(path, MAX_BYTES)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new FazhiError(code, `${what}“${path}”：${explain(error)}`)
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Whether a head of JSON may go on to be valid: it is, or all that is wrong with it is its end. */
function mayGoOn(head: string): boolean {
  try {
    JSON.parse(head)
    return true
  } catch (error) {
    const message = String(error)
    return /end of JSON|Unterminated/.test(message) || /position (\d+)/.exec(message)?.[1] === String(head.length)
  }
}

/** Length of the longest head that may go on; JSON.parse does not tell the place of every mistake. */
function validLength(text: string): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (mayGoOn(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

/** JSON of a file. Throws with the line of a mistake. */
export function parseJson(text: string, path: string, code: 'bad-schema' | 'bad-data'): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const line = lineAt(text.trimEnd(), validLength(text))
    throw new FazhiError(code, `“${path}”不是合法的 JSON：第 ${line} 行附近有误，请检查逗号、引号和括号`)
  }
}

/** The schema of `--schema`, compiled; nothing where none was given. Ajv loads only here. */
export async function loadOverlay(path: string | undefined): Promise<Overlay | undefined> {
  if (path === undefined) return undefined
  const document = parseJson(readOwnText(path, '本地补充要求', 'bad-schema'), path, 'bad-schema')
  const { compileOverlay } = await import('../report/own-schema.js')
  return compileOverlay(document)
}

/** Gives the schemas of one run by their paths, each compiled once for all files. Rejects as `loadOverlay`. */
export function overlayFinder(): (path: string | undefined) => Promise<Overlay | undefined> {
  const loaded = new Map<string | undefined, Promise<Overlay | undefined>>()
  return (path) => {
    const overlay = loaded.get(path) ?? loadOverlay(path)
    loaded.set(path, overlay)
    return overlay
  }
}
