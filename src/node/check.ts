import { FazhiError } from '../error.js'
import type { FileResult } from '../finding.js'
import type { Kind } from '../generated/report.js'
import { lint } from '../lint.js'
import type { ContentSpec, Draft, Input } from '../model.js'
import { jsonFile } from '../output/json.js'
import { type Paint, prettyFile, prettyLine } from '../output/pretty.js'
import { countOf, failureOf, resultOf, type Summary } from '../output/result.js'
import { read } from '../read/read.js'
import { type BuildOptions, build, type Overlay } from '../report/build.js'
import { readBytes, readStdin, STDIN, type Target } from './files.js'
import { loadOverlay } from './own-files.js'
import { colourful } from './terminal.js'

export interface DraftOptions {
  kind?: Kind
  overlay?: Overlay | undefined
  /** Name and format of standard input; by its looks where not given. */
  stdinName: string | null
  maxBytes: number
}

/** A heading or front matter at the head of a line, in any encoding that keeps ASCII. */
const MARKDOWN = /^(?:---\r?\n|#{1,6} )/m

async function inputOf(path: string, { stdinName, maxBytes }: DraftOptions): Promise<Input> {
  if (path !== STDIN) return { name: path, bytes: readBytes(path, maxBytes) }
  const bytes = await readStdin(maxBytes)
  if (stdinName !== null) return { name: stdinName, bytes }
  const head = Buffer.from(bytes.subarray(0, 20_000)).toString('latin1')
  return { name: STDIN, bytes, format: MARKDOWN.test(head) ? 'markdown' : 'text' }
}

/** What a target is called in results. */
export const nameOf = ({ path }: Target, stdinName: string | null): string =>
  path === STDIN ? (stdinName ?? STDIN) : path

/** Reads a file and recognises the report in it. Throws FazhiError. */
export async function loadDraft(target: Target, options: DraftOptions): Promise<Draft> {
  if (target.error) throw target.error
  const { kind, overlay, maxBytes } = options
  const source = await read(await inputOf(target.path, options), { maxBytes })
  const buildOptions: BuildOptions = { ...(kind ? { kind } : {}), ...(overlay ? { overlay } : {}) }
  return build(source, buildOptions)
}

/** How files are to be checked and shown; plain data, so that it can be sent to another process. */
export interface CheckPlan {
  format: 'pretty' | 'json' | 'ndjson'
  /** The only file of the run, which `pretty` shows in full. */
  isAlone: boolean
  quiet: boolean
  hasColour: boolean
  kind: Kind | null
  /** Path of an own schema. */
  schema: string | null
  stdinName: string | null
  maxBytes: number
}

/** What one file comes to: text for standard output, notices for standard error, findings counted. */
export interface Outcome extends Summary {
  text: string
  notices: string[]
  isUnread: boolean
}

const plain: Paint = (_, text) => text

function show(plan: CheckPlan, result: FileResult, draft: Draft | null): string {
  const { format, isAlone, quiet } = plan
  if (format === 'json') return jsonFile(result)
  if (format === 'ndjson') return `${jsonFile(result)}\n`
  const paint = plan.hasColour ? colourful : plain
  if (!isAlone) return prettyLine(result, { paint, quiet })
  const contents: ContentSpec[] = draft?.demands.contents ?? []
  return draft ? prettyFile(result, { paint, quiet, contents, text: draft.source.text }) : ''
}

function outcomeOf(plan: CheckPlan, result: FileResult, draft: Draft | null): Outcome {
  const told = plan.format === 'pretty' && plan.isAlone && result.error ? [result.error.message] : []
  const notices = [...told, ...(draft?.source.notices ?? [])].map((notice) => `${result.path}：${notice}`)
  return { ...countOf(result), text: show(plan, result, draft), notices, isUnread: result.error !== null }
}

/** A checker for the files of one run. One that cannot be read gives an outcome too; only defects of ours are thrown. */
export async function createChecker(plan: CheckPlan): Promise<(target: Target) => Promise<Outcome>> {
  const overlay = await loadOverlay(plan.schema ?? undefined)
  const options: DraftOptions = {
    ...(plan.kind ? { kind: plan.kind } : {}),
    overlay,
    stdinName: plan.stdinName,
    maxBytes: plan.maxBytes,
  }
  return async (target) => {
    try {
      const draft = await loadDraft(target, options)
      return outcomeOf(plan, resultOf(draft, lint(draft)), draft)
    } catch (error) {
      if (!(error instanceof FazhiError)) throw error
      return outcomeOf(plan, failureOf(nameOf(target, plan.stdinName), error), null)
    }
  }
}
