import Handlebars from 'handlebars'
import { FazhiError } from '../error.js'
import { partials } from '../generated/templates.js'
import type { SkeletonContext, Template } from '../scaffold.js'
import { readOwnText } from './own-files.js'

/** What Handlebars complains of, in our words; $1 and $2 are the names it gives. The first that fits. */
const REASONS: { message: RegExp; reason: string }[] = [
  { message: /"([^"]+)" not defined/, reason: '没有“$1”这个值' },
  { message: /'in' operator to search for '([^']+)'/, reason: '没有“$1”这个值' },
  { message: /^(\S+) doesn't match (\S+)/, reason: '{{#$1}} 与 {{/$2}} 不成对' },
  {
    message: /^The partial (\S+) could not be found/,
    reason: `没有“$1”这个片段，可以写 ${Object.keys(partials).join('、')}`,
  },
  {
    message: /^#(\w+) requires exactly one argument|^Must pass iterator to #(each)/,
    reason: '{{#$1$2}} 后面要写一个值',
  },
  { message: /^Maximum call stack/, reason: '片段层层引用自身，没有尽头' },
  { message: /^Parse error[\s\S]*got 'EOF'/, reason: '文件结束时，还有 {{#…}} 没有对应的 {{/…}}' },
  { message: /^Parse error/, reason: '不合 Handlebars 的写法，请检查 {{ 和 }} 是否成对' },
]

function explain(message: string): string {
  const known = REASONS.find((each) => each.message.test(message))
  const match = known?.message.exec(message)
  return known && match
    ? known.reason.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '')
    : '不合 Handlebars 的写法，请对照内置模板检查'
}

/** An own template, compiled here and now; what it throws is told as the template's mistake. Throws `bad-template`. */
export function loadTemplate<Context = SkeletonContext>(path: string): Template<Context> {
  const source = readOwnText(path, '模板', 'bad-template')
  const told = (error: unknown): FazhiError => {
    const message = error instanceof Error ? error.message : String(error)
    const line = /^Parse error on line (\d+)|- (\d+):\d+$/.exec(message)
    const where = line ? `第 ${line[1] ?? line[2]} 行` : ''
    return new FazhiError('bad-template', `模板“${path}”${where}有误：${explain(message)}`)
  }
  try {
    Handlebars.parse(source)
  } catch (error) {
    throw told(error)
  }
  const handlebars = Handlebars.create()
  for (const [name, partial] of Object.entries(partials))
    handlebars.registerPartial(name, handlebars.template(partial as never))
  const template = handlebars.compile(source, { noEscape: true, strict: true, preventIndent: true })
  return (context: Context) => {
    try {
      return template(context)
    } catch (error) {
      throw told(error)
    }
  }
}
