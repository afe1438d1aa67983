import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ReviewRecord } from '../../corpus/record.js'
import { readRoster } from '../../corpus/roster/roster-file.js'
import { FazhiError } from '../../error.js'
import { summaryOf } from '../../output/review/summary.js'
import { demandsOf } from '../../report/demands.js'
import { hasLocalDeadlines } from '../../rules/deadlines.js'
import { type CheckPlan, checkSettings, noDeadlinesOf } from '../check.js'
import { checkAll } from '../check-all.js'
import { configChoice } from '../config.js'
import { EXIT } from '../exit.js'
import { identityOf, readBytes, type Target } from '../files.js'
import { jobsFor } from '../jobs.js'
import { loadOverlay } from '../own-files.js'
import { tell } from '../terminal.js'
import { draftsOf } from './drafts.js'
import { type OutFolder, openOutFolder } from './out-folder.js'
import { withoutCommonFolder, writeOutputs } from './outputs.js'
import { recordsOf } from './record-lines.js'
import { type ReviewResult, reviewRecords } from './review.js'
import { shownPaths } from './shown-paths.js'
import { type Stages, startStages } from './stages.js'

/** Options of `fazhi review`, as commander gives them. */
export interface ReviewOptions {
  roster?: string
  year?: number
  place?: string
  output: string
  previous?: string
  /** Files of records, in place of folders. */
  from?: string[]
  /** Own template of the circular. */
  template?: string
  /** ISO date. */
  date?: string
  schema?: string
  /** Path of a configuration; `false` for none, `true` to look for one. */
  config: string | boolean
  force?: boolean
  jobs?: number
  verbose?: boolean
  /** In bytes. */
  maxSize: number
}

/** Names a roster is looked for by in the folders. */
const ROSTERS = ['名册.xlsx', '名册.csv']

function rosterOf(folders: string[], told: string | undefined): string | null {
  if (told !== undefined) return told
  const there = folders
    .flatMap((folder) => ROSTERS.map((name) => join(folder, name)))
    .filter((path) => existsSync(path) && statSync(path).isFile())
  const found = [...new Map(there.reverse().map((path) => [identityOf(path), path])).values()].reverse()
  if (found.length > 1) {
    const names = found.map((path) => `“${path}”`).join('、')
    throw new FazhiError('usage', `有不止一份名册：${names}。请用 --roster 写明用哪一份`)
  }
  if (found[0]) tell(`fazhi: 名册用“${found[0]}”`)
  return found[0] ?? null
}

function rosterBytes(path: string, maxBytes: number): Uint8Array {
  try {
    return readBytes(path, maxBytes)
  } catch (error) {
    throw error instanceof FazhiError ? new FazhiError('bad-roster', `名册“${path}”：${error.message}`) : error
  }
}

/** Today, where the user is. */
function today(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function planOf({ schema, config, place, maxSize, verbose = false }: ReviewOptions): CheckPlan {
  return {
    format: 'record',
    ...{ isAlone: false, quiet: false, hasColour: false, reportWaivers: false, verbose },
    ...{ kind: null, fix: 'none', annotate: null, stdinName: null },
    schema: schema ?? null,
    place: place ?? null,
    config: configChoice(config),
    maxBytes: maxSize,
  }
}

/**
 * Records of drafts, as they are checked; what the reader had to put up with is told.
 * @param shown what a file is called in all that the review writes
 */
async function* checked(
  targets: Target[],
  plan: CheckPlan,
  jobs: number,
  stages: Stages,
  shown: (path: string) => string,
): AsyncGenerator<ReviewRecord> {
  for await (const { text, notices } of checkAll(targets, plan, jobs)) {
    if (notices.length > 0) stages.wipe()
    for (const notice of notices) tell(`fazhi: ${notice}`)
    const record = JSON.parse(text) as ReviewRecord
    yield { ...record, path: shown(record.path) }
  }
}

/**
 * Opens the folder of a review. Ctrl-C, a terminal that is closed and whatever else ends the process leave nothing in it
 * that is not whole. Throws as `openOutFolder`.
 * @returns with `close`, which takes away what was not put in place
 */
function openGuarded(path: string, force: boolean): { out: OutFolder; close: () => void } {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const
  let out: OutFolder | null = null
  const discard = (): void => out?.discard()
  const handlers = Object.entries(signals).map(([signal, status]) => {
    const handler = (): void => {
      discard()
      tell('\nfazhi: 已中断，没有写入任何文件')
      process.exit(status)
    }
    process.once(signal, handler)
    return () => process.off(signal, handler)
  })
  process.once('exit', discard)
  const close = (): void => {
    discard()
    process.off('exit', discard)
    for (const off of handlers) off()
  }
  try {
    out = openOutFolder(path, { force })
    return { out, close }
  } catch (error) {
    close()
    throw error
  }
}

function statusOf({ review }: ReviewResult): number {
  const errors = [...review.units.map(({ error }) => error?.code), ...review.others.map(({ reason }) => reason)]
  if (errors.includes('defect')) return EXIT.defect
  if (review.units.some(({ error }) => error !== null) || errors.includes('unreadable')) return EXIT.usage
  return review.totals.errors > 0 ? EXIT.found : EXIT.ok
}

/** `fazhi review`: a folder of reports to a table, an overview, a slip a unit and the draft of a circular. */
export async function reviewCommand(folders: string[], options: ReviewOptions): Promise<number> {
  const { from, output } = options
  if (folders.length === 0 && !from) {
    throw new FazhiError(
      'usage',
      '请写明报告所在的文件夹，如 fazhi review 收到的报告/ --roster 名册.xlsx -o 审核结果/。用 fazhi review --help 查看用法',
    )
  }
  if (folders.length > 0 && from) throw new FazhiError('usage', '--from 汇总已有的检查结果，不能再写文件夹')
  const rosterPath = rosterOf(folders, options.roster)
  const roster = rosterPath === null ? null : await readRoster(rosterPath, rosterBytes(rosterPath, options.maxSize))
  for (const notice of roster?.notices ?? []) tell(`fazhi: ${notice}`)
  if (options.place && !hasLocalDeadlines(options.place)) tell(`fazhi: ${noDeadlinesOf(options.place)}`)
  const plan = planOf(options)
  const overlay = await loadOverlay(options.schema)
  const targets = from ? [] : await draftsOf(folders, rosterPath)
  for (const notice of await checkSettings(plan, targets)) tell(`fazhi: ${notice}`)
  const { out: folder, close } = openGuarded(output, options.force ?? false)
  try {
    const stages = startStages()
    const step = from ? stages.begin('读入', null) : stages.begin('检查', targets.length)
    const source = from
      ? recordsOf(from, plan.maxBytes)
      : checked(targets, plan, jobsFor(targets, options.jobs), stages, shownPaths(folders))
    const result = await reviewRecords(
      source,
      {
        ...{ year: options.year ?? null, place: options.place ?? null, date: options.date ?? today() },
        ...{ roster, rosterName: rosterPath === null ? null : basename(rosterPath) },
        contents: demandsOf(null, overlay?.document ?? null).contents,
        previous: options.previous ?? null,
      },
      { path: (name) => folder.stage(name), step, stages },
    )
    const names = await writeOutputs(result, folder, {
      ...{ overlay, template: options.template, hasForeignPaths: from !== undefined, stages },
    })
    result.records.close()
    folder.commit(names)
    const times = stages.end()
    if (options.verbose) tell(`fazhi: 用时：${times}`)
    const { review } = from ? withoutCommonFolder(result) : result
    process.stdout.write(`${summaryOf(review)}已写入“${output}”：${listed(names)}\n`)
    return statusOf(result)
  } finally {
    close()
  }
}

/** Files at the top by name, those in folders counted. */
function listed(names: string[]): string {
  const folders = new Map<string, number>()
  for (const name of names.filter((each) => each.includes('/'))) {
    const folder = name.slice(0, name.indexOf('/'))
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  const top = names.filter((name) => !name.includes('/'))
  return [...top, ...[...folders].map(([folder, count]) => `${folder} ${count} 份`)].join('、')
}
