import { parseDocument } from 'yaml'
import { FazhiError } from '../error.js'
import { facts as isFacts } from '../generated/validators.js'
import type { SchemaFault } from '../report/validate.js'
import type { Facts } from '../scaffold.js'
import { findDate } from '../text/dates.js'
import { parseJson, readOwnText } from './own-files.js'

/** What `--data-example` shows. */
export const FACTS_EXAMPLE = `# fazhi new 的材料文件。除发文机关和年度外，都可以不写。
# 冒号用半角，后面空一格。
issuer: 云溪县人民政府
year: 2025
# kind: government          # government 政府，department 部门，township 乡镇街道
# title: 云溪县人民政府关于2025年法治政府建设情况的报告
addressee: 县委、县人大常委会
opening: 2025年，全县坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下。
signature: 云溪县人民政府
signedOn: '2026-01-25'
sections:
  # achievements 主要举措和成效，shortcomings 不足和原因，
  # responsibility 第一责任人履职，plan 下一年度安排。一段写一行，或写成列表。
  responsibility:
    - 县长主持政府常务会议听取法治政府建设汇报2次，带头学法6次。
`

const FACT_KEYS = [
  'issuer',
  'year',
  'kind',
  'title',
  'addressee',
  'opening',
  'signature',
  'signedOn',
  'sections',
] satisfies (keyof Facts)[]

const NO_DATE = 'signedOn 应为日期，如 2026-01-25'

function explainFact({ instancePath, keyword, params }: SchemaFault): string {
  const key = instancePath.slice(1).replaceAll('/', '.')
  if (keyword === 'additionalProperties') {
    return `不认识“${String(params['additionalProperty'])}”，可以写 ${FACT_KEYS.join('、')}`
  }
  if (key === '') return '应为“名称: 值”的列表，请参照 fazhi new --data-example'
  if (key === 'year') return 'year 应为四位数的年份，不加引号，如 2025'
  if (key === 'kind') return 'kind 只能是 government、department、township'
  if (key === 'signedOn') return NO_DATE
  if (key === 'sections') return 'sections 应为各部分的列表，每项写“名称: 正文”'
  return `${key} 应为文字${key.startsWith('sections.') ? '或文字的列表' : ''}，不能为空`
}

/** Facts of a YAML or JSON file. Throws `bad-data` with the mistake. */
export function readFacts(path: string): Partial<Facts> {
  const text = readOwnText(path, '材料文件', 'bad-data')
  const data = /\.json$/i.test(path) ? parseJson(text, path, 'bad-data') : parseYaml(text, path)
  const wrong = (what: string): FazhiError => new FazhiError('bad-data', `材料文件“${path}”有误：${what}`)
  if (!isFacts(data)) {
    const [fault] = isFacts.errors ?? []
    throw wrong(fault ? explainFact(fault) : '内容不合要求')
  }
  const facts = data as Partial<Facts>
  if (facts.signedOn !== undefined && findDate(facts.signedOn) === null) throw wrong(NO_DATE)
  return facts
}

function explainLine(line: string, code: string | undefined): string {
  if (code === 'DUPLICATE_KEY') return `“${line.split(':')[0]?.trim()}”写了两次`
  return /^[^:]*\uff1a/.test(line) ? '冒号应为半角“: ”（后面空一格）' : '不合 YAML 的写法，应为“名称: 值”'
}

function parseYaml(text: string, path: string): unknown {
  const document = parseDocument(text, { prettyErrors: false })
  const [error] = document.errors
  const lines = text.split('\n')
  const line = error
    ? text.slice(0, error.pos[0]).split('\n').length
    : lines.findIndex((each) => /^[^\s:#]{1,20}\uff1a/.test(each)) + 1
  if (error || line > 0) {
    const what = explainLine(lines[line - 1] ?? '', error?.code)
    throw new FazhiError('bad-data', `材料文件“${path}”第 ${line} 行有误：${what}`)
  }
  try {
    return document.toJS({ maxAliasCount: 10 })
  } catch {
    throw new FazhiError('bad-data', `材料文件“${path}”有误：引用（*）层层嵌套，展开后过大`)
  }
}
