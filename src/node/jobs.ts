import { isUnnamed, type Target } from './files.js'

/** First argument of a process that checks files for another; not for people. */
export const WORKER = '__worker'

/** Milliseconds a file of 11 KB takes, measured by the benchmark; of Markdown with markup, which goes through a full parser. */
const COST = { text: 0.9, markdown: 1.2 }
/** Milliseconds of work that pay for another process, which starts cold. */
const WORTH = 900
const MOST = 8

/** Processes that pay for these files: one for a few, as many as there are cores for thousands. */
export function jobsFor(targets: Target[], wanted: number | undefined): number {
  if (targets.some(({ path }) => isUnnamed(path))) return 1
  if (wanted !== undefined && wanted > 0) return Math.min(wanted, targets.length)
  const markdown = targets.filter(({ path }) => /\.(?:md|markdown)$/i.test(path)).length
  const work = markdown * COST.markdown + (targets.length - markdown) * COST.text
  if (work < 2 * WORTH) return 1
  // Loaded here alone, for most runs never come so far; kept code (`compile-cache.ts`) cannot `import()`.
  const { availableParallelism } = process.getBuiltinModule('node:os')
  return Math.min(availableParallelism(), MOST, Math.floor(work / WORTH))
}
