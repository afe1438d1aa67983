import { FazhiError } from '../error.js'
import type { FileResult, Settings } from '../finding.js'
import type { Kind } from '../generated/report.js'
import { type Examined, examine } from '../lint.js'
import type { Draft, Input } from '../model.js'
import { overviewOf } from '../output/overview.js'
import type { Reporter, Shown } from '../output/reporter.js'
import { failureOf, resultOf, summaryOfFile } from '../output/result.js'
import { read } from '../read/read.js'
import { formatByLooks } from '../read/sniff.js'
import { type BuildOptions, build, type Overlay } from '../report/build.js'
import { hasLocalDeadlines } from '../rules/deadlines.js'
import type { Annotation } from './annotate-file.js'
import { type ConfigChoice, settingsFinder } from './config.js'
import { decodeUtf8 } from './decode-utf8.js'
import { isUnnamed, readBytes, readStdin, STDIN, type Target } from './files.js'
import { type Form, loadReporter } from './forms.js'
import { overlayFinder } from './own-files.js'

/** How one draft is to be read and recognised. */
export interface DraftOptions {
  /** Wins over what the draft says of itself. */
  kind?: Kind
  /** Holds where the draft says nothing. */
  likelyKind?: Kind
  overlay?: Overlay | undefined
  /** Name and format of standard input; by its looks where not given. */
  stdinName: string | null
  maxBytes: number
}

const utf8 = new TextEncoder()

/** Names whose ending tells the format of a text. */
const TEXT_FILE = /\.(?:txt|text|md|markdown|html?)$/i

async function inputOf({ path, text }: Target, { stdinName, maxBytes }: DraftOptions): Promise<Input> {
  if (text !== undefined) {
    const bytes = utf8.encode(text)
    return { name: path, bytes, ...(TEXT_FILE.test(path) ? {} : { format: formatByLooks(bytes) }) }
  }
  const bytes = path === STDIN ? await readStdin(maxBytes) : readBytes(path, maxBytes)
  if (path === STDIN && stdinName !== null) return { name: stdinName, bytes }
  return { name: path, bytes, ...(isUnnamed(path) ? { format: formatByLooks(bytes) } : {}) }
}

/** What a target is called in results. */
export const nameOf = ({ path }: Target, stdinName: string | null): string =>
  path === STDIN ? (stdinName ?? STDIN) : path

/** Reads a file and recognises the report in it. Throws FazhiError. */
export async function loadDraft(target: Target, options: DraftOptions): Promise<Draft> {
  if (target.error) throw target.error
  return draftOf(await inputOf(target, options), options)
}

async function draftOf(input: Input, { kind, likelyKind, overlay, maxBytes }: DraftOptions): Promise<Draft> {
  const source = await read(input, { maxBytes, decodeUtf8 })
  const known = kind ?? source.metadata.kind ?? likelyKind
  const buildOptions: BuildOptions = { ...(known ? { kind: known } : {}), ...(overlay ? { overlay } : {}) }
  return build(source, buildOptions)
}

/** How files are to be checked and shown; plain data, so that it can be sent to another process. */
export interface CheckPlan extends Form {
  kind: Kind | null
  /** Path of an own schema; wins over that of a configuration. */
  schema: string | null
  /** Province or city whose deadlines hold; wins over that of a configuration. */
  place: string | null
  config: ConfigChoice
  /** What becomes of fixes: none made, written into the file, or shown as a diff. */
  fix: 'none' | 'write' | 'diff'
  /** Where the draft is to be written with comments; for the only file of a run. */
  annotate: Annotation | null
  stdinName: string | null
  maxBytes: number
  /** Whether to tell what of a file was left out. */
  verbose: boolean
}

/** What one file comes to: text for standard output, notices for standard error, findings counted. */
export interface Outcome extends Shown {
  notices: string[]
}

/** What of a file is no part of the report, for people: menus and the like, lines of a page's header and footer. */
export const leftOutOf = ({ source: { cut = [], chrome } }: Draft): string[] =>
  [...cut, ...chrome.map((line) => `${line}（页眉页脚）`)].map((part) => `未计入正文：${part}`)

interface Checked {
  draft: Draft
  examined: Examined
  /** What was done to the file. */
  notices: string[]
  /** A diff that stands for the findings. */
  text?: string
}

function outcomeOf(plan: CheckPlan, reporter: Reporter, result: FileResult, checked: Checked | null): Outcome {
  const told = plan.format === 'pretty' && plan.isAlone && result.error ? [result.error.message] : []
  const leftOut = plan.verbose && checked ? leftOutOf(checked.draft) : []
  const notices = [...told, ...(checked?.draft.source.notices ?? []), ...leftOut, ...(checked?.notices ?? [])]
  return {
    ...summaryOfFile(result),
    path: result.path,
    verdict: result.verdict,
    overview: 'page' in reporter ? overviewOf(result, checked?.draft ?? null) : null,
    error: result.error,
    text: plan.fix === 'diff' ? (checked?.text ?? '') : reporter.file({ result, draft: checked?.draft ?? null }),
    notices: notices.map((notice) => `${result.path}：${notice}`),
  }
}

/** Options and settings for one file: the command line wins over the draft, and the draft over the configuration. */
function optionsFor(plan: CheckPlan, settings: Partial<Settings>, overlay: Overlay | undefined): DraftOptions {
  return {
    ...(plan.kind ? { kind: plan.kind } : {}),
    ...(settings.kind ? { likelyKind: settings.kind } : {}),
    overlay,
    stdinName: plan.stdinName,
    maxBytes: plan.maxBytes,
  }
}

/**
 * Throws for a mistake in the schemas and configurations of a run, before any file is checked.
 * @returns what to know of the configurations, in Chinese sentences
 */
export async function checkSettings(plan: CheckPlan, targets: Target[]): Promise<string[]> {
  const notices = new Set<string>()
  const settingsOf = settingsFinder(plan.config, (notice) => notices.add(notice))
  const overlayOf = overlayFinder()
  await overlayOf(plan.schema ?? undefined)
  for (const target of targets) {
    const { schema, place } = await settingsOf(target)
    await overlayOf(schema ?? undefined)
    if (place && plan.place === null && !hasLocalDeadlines(place)) notices.add(noDeadlinesOf(place))
  }
  return [...notices]
}

/** That a place has no deadlines of its own. */
export const noDeadlinesOf = (place: string): string => `没有收录“${place}”的时限，按全国规定核对`

/** A defect as what became of one file, for runs over thousands; thrown in all others. */
function defect(error: unknown, { format }: CheckPlan): FazhiError {
  if (format !== 'record') throw error
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new FazhiError('defect', `程序内部出错，这份文件没有检查，请把这段信息告诉开发者：${message}`)
}

/** A checker for the files of one run. One that cannot be read gives an outcome too; only defects of ours are thrown. */
export async function createChecker(plan: CheckPlan): Promise<(target: Target) => Promise<Outcome>> {
  const settingsOf = settingsFinder(plan.config)
  const overlayOf = overlayFinder()
  const reporter = await loadReporter(plan)
  const check = async (target: Target): Promise<Checked> => {
    const settings = { ...(await settingsOf(target)), ...(plan.place === null ? {} : { place: plan.place }) }
    const options = optionsFor(plan, settings, await overlayOf(plan.schema ?? settings.schema ?? undefined))
    const input = target.error ? null : await inputOf(target, options)
    if (input === null) throw target.error
    const draft = await draftOf(input, options)
    if (plan.annotate) {
      const { annotateFile } = await import('./annotate-file.js')
      const examined = examine(draft, settings)
      return { draft, examined, notices: [annotateFile(input, examined.findings, plan.annotate)] }
    }
    if (plan.fix === 'none') return { draft, examined: examine(draft, settings), notices: [] }
    const { fixFile } = await import('./fix-file.js')
    return fixFile({ input, draft, settings, isWritten: plan.fix === 'write' }, (changed) => draftOf(changed, options))
  }
  return async (target) => {
    try {
      const checked = await check(target)
      const { findings, waived } = checked.examined
      return outcomeOf(plan, reporter, resultOf(checked.draft, findings, waived), checked)
    } catch (error) {
      const failure = error instanceof FazhiError ? error : defect(error, plan)
      return outcomeOf(plan, reporter, failureOf(nameOf(target, plan.stdinName), failure), null)
    }
  }
}
