import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import { lint } from '../lint.js'
import type { ContentSpec, Draft, FileResult } from '../model.js'
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
  stdinName: string
  maxBytes: number
}

/** Reads a file and recognises the report in it. Throws FazhiError. */
export async function loadDraft(target: Target, options: DraftOptions): Promise<Draft> {
  if (target.error) throw target.error
  const { kind, overlay, stdinName, maxBytes } = options
  const isStdin = target.path === STDIN
  const bytes = isStdin ? await readStdin(maxBytes) : readBytes(target.path, maxBytes)
  const source = await read({ name: isStdin ? stdinName : target.path, bytes }, { maxBytes })
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
  stdinName: string
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
      return outcomeOf(plan, failureOf(target.path, error), null)
    }
  }
}
