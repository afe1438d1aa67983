import { FazhiError } from '../error.js'
import { bufferedOutput } from './buffered-output.js'
import { type CheckPlan, createChecker } from './check.js'
import { EXIT } from './exit.js'
import { STDIN, type Target } from './files.js'
import { linesOf } from './lines.js'
import { tell } from './terminal.js'

/** A line of standard input: a draft to check, by its path or as text. */
interface Request {
  id?: string | number
  target: Target
}

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

const filled = (value: unknown): value is string => typeof value === 'string' && value !== ''

function mistakeIn({ id, path, text }: Record<string, unknown>): string | null {
  if (id !== undefined && id !== null && !isId(id)) return 'id 应为字符串或数'
  if (text !== undefined && typeof text !== 'string') return 'text 应为字符串'
  if (path !== undefined && !filled(path)) return 'path 应为不空的字符串'
  if (text === undefined && path === undefined) return '要有 text（正文）或 path（文件路径）'
  return path === STDIN && text === undefined ? '标准输入已经用来传送各行，path 不能是 -' : null
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** @param number of the line, from 1: names a draft that has no other name */
function requestOf(line: string, number: number): Request {
  const value = parsed(line)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const fields: Record<string, unknown> = isObject ? { ...value } : {}
  const mistake = isObject ? mistakeIn(fields) : '不是 JSON 对象，应如 {"id":1,"path":"年报.txt"}'
  const { id, path, text } = fields
  const name = filled(path) ? path : isId(id) ? String(id) : `第${number}行`
  return {
    ...(isId(id) ? { id } : {}),
    target: {
      path: name,
      ...(typeof text === 'string' ? { text } : {}),
      ...(mistake === null ? {} : { error: new FazhiError('bad-record', `第 ${number} 行：${mistake}`) }),
    },
  }
}

const withId = (id: string | number | undefined, record: string): string =>
  id === undefined ? record : `{"id":${JSON.stringify(id)},${record.slice(1)}`

/**
 * `fazhi lint --stdin-ndjson`: a line in, a record out, in the same order; what cannot be checked is a record with its
 * error, and the status stays 0, as the programs that run filters want it, but for a defect of ours.
 */
export async function filterCommand(plan: CheckPlan): Promise<number> {
  const check = await createChecker(plan)
  const output = bufferedOutput(() => {})
  let number = 0
  let status: number = EXIT.ok
  for await (const line of linesOf(process.stdin)) {
    number += 1
    if (line.trim() === '') continue
    const { id, target } = requestOf(line, number)
    const outcome = await check(target)
    if (outcome.error?.code === 'defect') status = EXIT.defect
    for (const notice of outcome.notices) tell(`fazhi: ${notice}`)
    await output.write(withId(id, outcome.text))
  }
  await output.flush()
  return status
}
