import { FazhiError } from '../error.js'
import { bufferedOutput } from './buffered-output.js'
import { type CheckPlan, createChecker } from './check.js'
import { EXIT } from './exit.js'
import { regular, STDIN, standardInput, type Target } from './files.js'
import { linesOf, longestLine } from './lines.js'
import { tell } from './terminal.js'

/** A line of standard input: a draft to check, by its path or as text. */
interface Request {
  id?: string | number
  target: Target
}

/** Other numbers do not come back as they were written: 1234567890123456789, 1e400. */
const isId = (value: unknown): value is string | number => typeof value === 'string' || Number.isSafeInteger(value)

const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function mistakeIn({ id, path, text }: Record<string, unknown>): string | null {
  if (typeof id === 'number' && !isId(id)) return 'id 是小数或位数太多，读写会变样，请写成字符串'
  if (id !== undefined && id !== null && !isId(id)) return 'id 应为字符串或整数'
  if (text !== undefined && typeof text !== 'string') return 'text 应为字符串'
  if (path !== undefined && !filled(path)) return 'path 应为不空的字符串'
  if (text === undefined && path === undefined) return '要有 text（正文）或 path（文件路径）'
  if (filled(path) && path.includes('\0')) return 'path 里有空字符，不是文件的路径'
  return path === STDIN && text === undefined ? '标准输入已经用来传送各行，path 不能是 -' : null
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const bad = (number: number, mistake: string): FazhiError => new FazhiError('bad-record', `第 ${number} 行：${mistake}`)

/**
 * @param line `null` for one that is too long
 * @param number of the line, from 1: names a draft that has no other name
 */
function requestOf(line: string | null, number: number): Request {
  if (line === null)
    return { target: { path: `第${number}行`, error: bad(number, '太长，没有读。需要检查请用 --max-size 提高上限') } }
  const value = parsed(line)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const fields: Record<string, unknown> = isObject ? { ...value } : {}
  const mistake = isObject ? mistakeIn(fields) : '不是 JSON 对象，应如 {"id":1,"path":"年报.txt"}'
  const { id, path, text } = fields
  const name = filled(path) ? path : isId(id) && filled(String(id)) ? String(id) : `第${number}行`
  return {
    ...(isId(id) ? { id } : {}),
    target: {
      // A pipe would be waited for without end.
      ...(mistake === null && text === undefined ? regular(name) : { path: name }),
      ...(typeof text === 'string' ? { text } : {}),
      ...(mistake === null ? {} : { error: bad(number, mistake) }),
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
  const input = { chunks: standardInput(), path: STDIN, longest: longestLine(plan.maxBytes) }
  for await (const line of linesOf(input)) {
    number += 1
    if (line?.trim() === '') continue
    const { id, target } = requestOf(line, number)
    const outcome = await check(target)
    if (outcome.error?.code === 'defect') status = EXIT.defect
    for (const notice of outcome.notices) tell(`fazhi: ${notice}`)
    await output.write(withId(id, outcome.text))
  }
  await output.flush()
  return status
}
