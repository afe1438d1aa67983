import { setFlagsFromString } from 'node:v8'
import { type ErrorCode, FazhiError } from '../error.js'
import { type CheckPlan, createChecker, type Outcome } from './check.js'
import type { Target } from './files.js'

/** A target as it travels between processes. */
export interface SentTarget {
  path: string
  error: { code: ErrorCode; message: string } | null
}

export type Task = { plan: CheckPlan } | { id: number; targets: SentTarget[] }

export interface Answer {
  id: number
  outcomes: Outcome[]
}

const received = ({ path, error }: SentTarget): Target =>
  error ? { path, error: new FazhiError(error.code, error.message) } : { path }

/**
 * Most functions run a few times a report: V8's optimising compiler would take a third of a process's time for thousands
 * of files, so that it is asked later, and the quick one at once. Set here and not on the command line, where a version
 * of Node that knows one of them no longer would not start.
 */
const TUNING = ['--interrupt-budget=300000', '--always-sparkplug', '--no-lazy-feedback-allocation']

/** Checks what the parent process sends; ends when it hangs up or is no more, after the file in hand. */
export async function serve(): Promise<void> {
  for (const flag of TUNING) setFlagsFromString(flag)
  let checker: ReturnType<typeof createChecker> | null = null
  const answer = async (task: Task): Promise<void> => {
    if ('plan' in task) {
      checker = createChecker(task.plan)
      return
    }
    if (!checker) throw new Error('a task came before the plan')
    const check = await checker
    const outcomes: Outcome[] = []
    for (const target of task.targets) {
      outcomes.push(await check(received(target)))
      // Only here is it heard that the parent is gone.
      await new Promise(setImmediate)
    }
    process.send?.({ id: task.id, outcomes } satisfies Answer)
  }
  // A defect ends this process; the parent checks what it held.
  process.on('message', (task: Task) => void answer(task).catch(() => process.exit(1)))
  process.once('disconnect', () => process.exit())
  // The parent may have gone while this was loading.
  if (process.connected) await new Promise(() => {})
}
