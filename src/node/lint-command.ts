import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import type { Unread } from '../output/reporter.js'
import { addSummaries, EMPTY_SUMMARY, type Summary } from '../output/result.js'
import { DEFAULT_MAX_BYTES } from '../read/read.js'
import { bufferedOutput } from './buffered-output.js'
import { type CheckPlan, checkSettings, type Outcome } from './check.js'
import { checkAll } from './check-all.js'
import { configChoice } from './config.js'
import { EXIT } from './exit.js'
import { expand, isUnnamed, type Target } from './files.js'
import { type Format, loadReporter } from './forms.js'
import { jobsFor } from './jobs.js'
import { progress } from './progress.js'
import { hasColour, tell } from './terminal.js'

/** Options of `fazhi lint`, as commander gives them. */
export interface LintOptions {
  format: Format
  kind?: Kind
  schema?: string
  /** Path of a configuration; `false` for none, `true` to look for one. */
  config: string | boolean
  fix?: boolean
  fixDryRun?: boolean
  /** Where the draft is written with comments. */
  annotate?: string
  force?: boolean
  reportWaivers?: boolean
  maxWarnings?: number
  quiet?: boolean
  verbose?: boolean
  stdinName?: string
  /** Drafts come as lines of JSON, and leave as records. */
  stdinNdjson?: boolean
  /** In bytes. */
  maxSize: number
  jobs?: number
}

/** What holds where the command line says nothing. */
export const LINT_DEFAULTS = { format: 'pretty', config: true, maxSize: DEFAULT_MAX_BYTES } satisfies LintOptions

function statusOf(summary: Summary, unread: number, maxWarnings: number | undefined): number {
  if (unread > 0) return EXIT.usage
  if (summary.errors > 0) return EXIT.found
  return maxWarnings !== undefined && summary.warnings > maxWarnings ? EXIT.found : EXIT.ok
}

/** `fazhi lint`: checks drafts, writes what was found, gives the exit status. */
export async function lintCommand(paths: string[], options: LintOptions): Promise<number> {
  if (options.stdinNdjson) {
    if (paths.length > 0) {
      throw new FazhiError('usage', '--stdin-ndjson 从标准输入逐行读取草稿，不能再写文件。要检查文件，请去掉这个选项')
    }
    const { filterCommand } = await import('./filter-command.js')
    return filterCommand({ ...planOf([], options), format: 'record' })
  }
  if (paths.length === 0) {
    throw new FazhiError(
      'usage',
      '请写明要检查的文件、目录或通配符，如 fazhi lint 年报.md；用 - 检查标准输入。用 fazhi lint --help 查看用法',
    )
  }
  const targets = await expand(paths)
  const plan = planOf(targets, options)
  if (plan.annotate) {
    const { checkAnnotation } = await import('./annotate-file.js')
    checkAnnotation(targets, plan.annotate, options)
  }
  for (const notice of await checkSettings(plan, targets)) tell(`fazhi: ${notice}`)
  const { summary, unread } = await report(targets, plan, jobsFor(targets, options.jobs))
  const { maxWarnings } = options
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) {
    tell(`fazhi: 疑似 ${summary.warnings} 处，超过 --max-warnings ${maxWarnings}`)
  }
  return statusOf(summary, unread.length, maxWarnings)
}

function planOf(targets: Target[], options: LintOptions): CheckPlan {
  const fix = options.fixDryRun ? 'diff' : options.fix ? 'write' : 'none'
  if (fix === 'write' && targets.some(({ path }) => isUnnamed(path))) {
    throw new FazhiError('usage', '标准输入没有文件可改，--fix 不能用。可以用 --fix-dry-run 看看会改什么')
  }
  return {
    format: options.format,
    isAlone: targets.length === 1,
    quiet: options.quiet ?? false,
    hasColour: hasColour(process.stdout),
    reportWaivers: options.reportWaivers ?? false,
    kind: options.kind ?? null,
    schema: options.schema ?? null,
    place: null,
    config: configChoice(options.config),
    fix,
    annotate: options.annotate === undefined ? null : { path: options.annotate, force: options.force ?? false },
    stdinName: options.stdinName ?? null,
    maxBytes: options.maxSize,
    verbose: options.verbose ?? false,
  }
}

/** What is told in place of a diff in which nothing would stand. */
function nothingToFix({ errors, warnings }: Summary): string {
  const left = errors + warnings > 0 ? `。另有错误 ${errors} 处、疑似 ${warnings} 处，请人修改` : ''
  return `没有可以自动改正的问题，文件不会改动${left}`
}

/** Checks all files and writes what was found, as it goes where the format lets it. */
async function report(
  targets: Target[],
  plan: CheckPlan,
  jobs: number,
): Promise<{ summary: Summary; unread: Unread[] }> {
  const reporter = await loadReporter(plan)
  const isStream = !('page' in reporter)
  const isBare = plan.fix === 'diff'
  const bar = progress('正在检查', targets.length)
  const output = bufferedOutput(() => bar.wipe())
  const kept: Outcome[] = []
  let summary = EMPTY_SUMMARY
  const unread: Unread[] = []
  let isFirst = true
  if (isStream && !isBare) await output.write(reporter.head)
  for await (const outcome of checkAll(targets, plan, jobs)) {
    if (isBare) {
      await output.write(outcome.text)
      if (outcome.text !== '') isFirst = false
    } else if (!isStream) kept.push(outcome)
    else if (outcome.text !== '') {
      await output.write((isFirst ? '' : reporter.separator) + outcome.text)
      isFirst = false
    }
    summary = addSummaries(summary, outcome)
    if (outcome.error) unread.push({ path: outcome.path, ...outcome.error })
    if (outcome.notices.length > 0) bar.wipe()
    for (const notice of outcome.notices) tell(`fazhi: ${notice}`)
    bar.step(summary.files)
  }
  if (!isBare) await output.write(isStream ? reporter.tail(summary, unread) : reporter.page(kept, summary))
  await output.flush()
  if (isBare && isFirst && unread.length < summary.files) tell(`fazhi: ${nothingToFix(summary)}`)
  return { summary, unread }
}
