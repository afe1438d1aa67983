import { createInterface } from 'node:readline/promises'
import { parseDocument } from 'yaml'
import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import { facts as isFacts } from '../generated/validators.js'
import type { Draft } from '../model.js'
import { read } from '../read/read.js'
import { build, type Overlay } from '../report/build.js'
import { bindingDemands, demandsOf } from '../report/demands.js'
import { isStreetOffice } from '../report/kind.js'
import { kindOfBody } from '../report/names.js'
import type { SchemaFault } from '../report/validate.js'
import { type Facts, scaffold } from '../scaffold.js'
import { findDate } from '../text/dates.js'
import { EXIT } from './exit.js'
import { loadOverlay, parseJson, readOwnText } from './own-files.js'
import { tell } from './terminal.js'
import { writeWhole } from './write-file.js'
import { loadProfile, render, writtenFor } from './written.js'

export interface NewOptions {
  issuer?: string
  year?: number
  kind?: Kind
  data?: string
  dataExample?: boolean
  schema?: string
  template?: string
  docxProfile?: string
  output?: string
  force?: boolean
}

const EXAMPLE = `# fazhi new 的材料文件。除发文机关和年度外，都可以不写。
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

const FACT_KEYS = ['issuer', 'year', 'kind', 'title', 'addressee', 'opening', 'signature', 'signedOn', 'sections']

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
function readFacts(path: string): Partial<Facts> {
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

const CHOICES: Record<string, Kind> = { 1: 'government', 2: 'department', 3: 'township' }

/** Asks on a terminal for what was not given. */
async function ask(facts: Partial<Facts>): Promise<Partial<Facts>> {
  if (facts.issuer !== undefined && facts.year !== undefined) return facts
  if (process.stdin.isTTY !== true) {
    throw new FazhiError(
      'usage',
      '请用 --issuer 写明发文机关，用 --year 写明报告年度，如 fazhi new --issuer 云溪县人民政府 --year 2025',
    )
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // Lines typed ahead or pasted wait their turn.
  const lines = terminal[Symbol.asyncIterator]()
  const answerTo = async (question: string): Promise<string> => {
    terminal.setPrompt(question)
    terminal.prompt()
    const { value, done } = await lines.next()
    if (!done) return value.trim()
    // The cursor still stands behind the question.
    tell('')
    throw new FazhiError('usage', '没有答完，没有生成报告')
  }
  try {
    const answers = { ...facts }
    while (!answers.issuer) answers.issuer = await answerTo('发文机关全称（如 云溪县人民政府）：')
    while (!answers.kind && kindOfBody(answers.issuer) === null) {
      const kind = CHOICES[await answerTo('机关类别（1 政府，2 部门，3 乡镇街道）：')]
      if (kind) answers.kind = kind
    }
    while (answers.year === undefined) {
      const year = Number((await answerTo('报告年度（如 2025）：')).replace(/年$/, ''))
      if (Number.isInteger(year) && year >= 1990 && year <= 2100) answers.year = year
      else tell('应为四位数的年份')
    }
    return answers
  } finally {
    terminal.close()
  }
}

function kindFor({ issuer, kind }: Facts): Kind {
  const known = kind ?? kindOfBody(issuer)
  if (known) return known
  throw new FazhiError(
    'usage',
    `从“${issuer}”看不出是政府、部门还是乡镇街道，请用 --kind government|department|township 写明`,
  )
}

/** A skeleton in Markdown as a draft, for forms other than Markdown. */
async function skeletonDraft(text: string, kind: Kind, overlay: Overlay | undefined): Promise<Draft> {
  const source = await read({ name: 'skeleton.md', bytes: new TextEncoder().encode(text) })
  return build(source, { kind, ...(overlay ? { overlay } : {}) })
}

/** `fazhi new`: a blank report for an issuer and year. */
export async function newCommand(options: NewOptions): Promise<number> {
  if (options.dataExample) {
    process.stdout.write(EXAMPLE)
    return EXIT.ok
  }
  const written = writtenFor(options.output ?? null, undefined, ['md', 'docx'])
  const profile = await loadProfile(options.docxProfile, written)
  const given = options.data === undefined ? {} : readFacts(options.data)
  const overlay = await loadOverlay(options.schema)
  const template =
    options.template === undefined ? undefined : (await import('./own-template.js')).loadTemplate(options.template)
  const issuer = options.issuer?.trim()
  const facts = (await ask({
    ...given,
    ...(issuer ? { issuer } : {}),
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  })) as Facts
  const kind = kindFor(facts)
  const isStreet = isStreetOffice(kind, facts.issuer)
  const demands = bindingDemands(demandsOf(kind, overlay?.document), facts.year, isStreet)
  const unknown = Object.keys(facts.sections ?? {}).find(
    (key) => !demands.contents.some((content) => content.key === key),
  )
  if (unknown) {
    throw new FazhiError(
      'bad-data',
      `材料文件的 sections 里有“${unknown}”，可以写 ${demands.contents.map(({ key }) => key).join('、')}`,
    )
  }
  const text = scaffold(facts, kind, demands, template)
  if (options.output === undefined) process.stdout.write(text)
  else {
    const result = written === 'md' ? text : await render(await skeletonDraft(text, kind, overlay), written, profile)
    writeWhole(options.output, result, { force: options.force ?? false })
  }
  return EXIT.ok
}
