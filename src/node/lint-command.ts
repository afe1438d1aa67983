import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import { jsonHead, jsonTail } from '../output/json.js'
import { prettySummary } from '../output/pretty.js'
import { addTo, NOTHING, type Summary } from '../output/result.js'
import { type CheckPlan, createChecker, type Outcome } from './check.js'
import { EXIT } from './exit.js'
import { expand, type Target } from './files.js'
import { jobsFor } from './jobs.js'
import { loadOverlay } from './own-files.js'
import { hasColour, progress, tell } from './terminal.js'

export interface LintOptions {
  format: 'pretty' | 'json' | 'ndjson'
  kind?: Kind
  schema?: string
  maxWarnings?: number
  quiet?: boolean
  stdinName?: string
  maxSize: number
  jobs?: number
}

/** Characters gathered before they are written: a system call a file would cost more than checking it. */
const CHUNK = 32_768

/**
 * Standard output in chunks; what is written leaves before the next file is begun.
 * @param before called before each chunk
 */
function bufferedOutput(before: () => void): { write(text: string): Promise<void>; flush(): Promise<void> } {
  let pending = ''
  const flush = async (): Promise<void> => {
    const chunk = pending
    pending = ''
    if (chunk !== '') before()
    if (chunk !== '' && !process.stdout.write(chunk))
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    // Errors of the pipe are told between turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    async write(text) {
      pending += text
      if (pending.length >= CHUNK) await flush()
    },
    flush,
  }
}

/** Outcomes of all files, in their order; several processes share the work where `jobs` is above 1. */
async function* checkAll(targets: Target[], plan: CheckPlan, jobs: number): AsyncGenerator<Outcome> {
  const check = await createChecker(plan)
  if (jobs === 1) for (const target of targets) yield await check(target)
  else {
    const { checkInParallel } = await import('./pool.js')
    yield* checkInParallel(targets, plan, jobs, check)
  }
}

function statusOf(summary: Summary, unread: number, maxWarnings: number | undefined): number {
  if (unread > 0) return EXIT.usage
  if (summary.errors > 0) return EXIT.found
  return maxWarnings !== undefined && summary.warnings > maxWarnings ? EXIT.found : EXIT.ok
}

/** `fazhi lint`: checks drafts, writes what was found, gives the exit status. */
export async function lintCommand(paths: string[], options: LintOptions): Promise<number> {
  if (paths.length === 0) {
    throw new FazhiError(
      'usage',
      '请写明要检查的文件、目录或通配符，如 fazhi lint 年报.md；用 - 检查标准输入。用 fazhi lint --help 查看用法',
    )
  }
  // A mistake in the schema is told once, before any file.
  await loadOverlay(options.schema)
  const targets = await expand(paths)
  const plan: CheckPlan = {
    format: options.format,
    isAlone: targets.length === 1,
    quiet: options.quiet ?? false,
    hasColour: hasColour(process.stdout),
    kind: options.kind ?? null,
    schema: options.schema ?? null,
    stdinName: options.stdinName ?? null,
    maxBytes: options.maxSize * 1024 * 1024,
  }
  const bar = progress(targets.length)
  const output = bufferedOutput(() => bar.wipe())
  let summary = NOTHING
  let unread = 0
  if (options.format === 'json') await output.write(jsonHead())
  for await (const outcome of checkAll(targets, plan, jobsFor(targets, options.jobs))) {
    const isFirst = summary.files === 0
    await output.write(options.format === 'json' ? `${isFirst ? '' : ','}\n${outcome.text}` : outcome.text)
    summary = addTo(summary, outcome)
    if (outcome.isUnread) unread++
    if (outcome.notices.length > 0) bar.wipe()
    for (const notice of outcome.notices) tell(`fazhi: ${notice}`)
    bar.step(summary.files)
  }
  if (options.format === 'json') await output.write(jsonTail(summary))
  if (options.format === 'pretty' && !plan.isAlone) await output.write(prettySummary(summary, unread))
  await output.flush()
  const { maxWarnings } = options
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) {
    tell(`fazhi: 疑似 ${summary.warnings} 处，超过 --max-warnings ${maxWarnings}`)
  }
  return statusOf(summary, unread, maxWarnings)
}
