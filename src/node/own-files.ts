import { FazhiError } from '../error.js'
import type { Overlay } from '../report/build.js'
import { readBytes } from './files.js'

const MAX_BYTES = 5 * 1024 * 1024

/** Text of a schema, template or data file in UTF-8. Throws with the given code. */
export function readOwnText(path: string, what: string, code: 'bad-schema' | 'bad-template' | 'bad-data'): string {
  try {
    const bytes = readBytes(path, MAX_BYTES)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const reason = error instanceof FazhiError ? error.message : '文件应为 UTF-8 编码'
    throw new FazhiError(code, `${what}“${path}”：${reason}`)
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** JSON of a file. Throws with the line of a mistake. */
export function parseJson(text: string, path: string, code: 'bad-schema' | 'bad-data'): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1]
    const where = position === undefined ? '' : `第 ${lineAt(text, Number(position))} 行附近`
    throw new FazhiError(code, `“${path}”不是合法的 JSON：${where}有误，请检查逗号、引号和括号`)
  }
}

/** The schema of `--schema`, compiled; nothing where none was given. Ajv loads only here. */
export async function loadOverlay(path: string | undefined): Promise<Overlay | undefined> {
  if (path === undefined) return undefined
  const document = parseJson(readOwnText(path, '自定义 schema', 'bad-schema'), path, 'bad-schema')
  const { compileOverlay } = await import('../report/own-schema.js')
  return compileOverlay(document)
}
