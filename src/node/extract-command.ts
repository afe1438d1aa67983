import { extractIndicators } from '../corpus/indicators/extract.js'
import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import { indicatorsHead, indicatorsRows } from '../output/indicators-csv.js'
import { type FiguresOrError, indicatorsJson } from '../output/indicators-json.js'
import { type DraftOptions, loadDraft, nameOf } from './check.js'
import { EXIT } from './exit.js'
import { expand, type Target } from './files.js'
import { tell } from './terminal.js'
import { refuseExisting, writeWhole } from './write-file.js'

/** What figures can be written as. */
const EXTRACTED = ['csv', 'json'] as const

type Extracted = (typeof EXTRACTED)[number]

/** Options of `fazhi extract`. */
export interface ExtractOptions {
  to?: Extracted
  kind?: Kind
  output?: string
  force?: boolean
  stdinName?: string
  /** In bytes. */
  maxSize: number
}

/** As told, else as the name of the file promises, else CSV. Throws where the name promises something else. */
function formFor({ to, output }: ExtractOptions): Extracted {
  const ending = /\.([^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase()
  const promised = EXTRACTED.find((each) => each === ending)
  if (output !== undefined && !promised)
    throw new FazhiError('unsupported-format', `这个命令只能写 .csv 和 .json 文件，“${output}”请换成这样结尾的名字`)
  if (promised && to && promised !== to)
    throw new FazhiError('usage', `--to ${to} 与“${output}”矛盾，请改用 .${to} 结尾的名字，或 --to ${promised}`)
  return to ?? promised ?? 'csv'
}

const NOTHING = { issuer: null, kind: null, year: null, figures: [] }

/** The figures of one file; what cannot be read, or is no report, is told and has none. */
async function figuresOf(target: Target, options: DraftOptions): Promise<FiguresOrError> {
  const path = nameOf(target, options.stdinName)
  try {
    const draft = await loadDraft(target, options)
    for (const notice of draft.source.notices) tell(`fazhi: ${path}：${notice}`)
    if (!draft.isReport) {
      const error = { code: 'not-a-report', message: '不像是法治政府建设年度报告，没有提取' }
      tell(`fazhi: ${path}：${error.message}`)
      return { path, ...NOTHING, error }
    }
    const { issuer = null, kind = null, year = null } = draft.report
    return { path, issuer, kind, year, figures: extractIndicators(draft), error: null }
  } catch (error) {
    if (!(error instanceof FazhiError)) throw error
    tell(`fazhi: ${path}：${error.message}`)
    return { path, ...NOTHING, error: { code: error.code, message: error.message } }
  }
}

/** `fazhi extract`: the figures that reports give for the indicators of the vocabulary, as a table or for programs. */
export async function extractCommand(paths: string[], options: ExtractOptions): Promise<number> {
  if (paths.length === 0) {
    throw new FazhiError(
      'usage',
      '请写明要提取的文件或目录，如 fazhi extract 年报/ -o 指标.csv。用 fazhi extract --help 查看用法',
    )
  }
  const form = formFor(options)
  if (options.output !== undefined) refuseExisting(options.output, options.force ?? false)
  const draftOptions: DraftOptions = {
    ...(options.kind ? { kind: options.kind } : {}),
    stdinName: options.stdinName ?? null,
    maxBytes: options.maxSize,
  }
  const files: FiguresOrError[] = []
  for (const target of await expand(paths)) files.push(await figuresOf(target, draftOptions))
  const result = form === 'json' ? indicatorsJson(files) : indicatorsHead() + files.map(indicatorsRows).join('')
  if (options.output === undefined) process.stdout.write(result)
  else writeWhole(options.output, result, { force: options.force ?? false })
  const isUnread = files.some(({ error }) => error !== null && error.code !== 'not-a-report')
  return isUnread ? EXIT.usage : EXIT.ok
}
