import { type ChildProcess, fork } from 'node:child_process'
import type { CheckPlan, Outcome } from './check.js'
import type { Target } from './files.js'
import { WORKER } from './jobs.js'
import type { Answer, SentTarget, Task } from './worker.js'

/**
 * As many processes as cores leave V8's helper threads nothing to run on; they would only get in each other's way.
 * A small nursery costs no time here and saves thirty megabytes a process.
 */
const V8_FLAGS = ['--single-threaded', '--max-semi-space-size=4']
/** Files sent at once: fewer messages, yet no process waits long for the last. */
const CHUNK = 32
/** Chunks under way per process; bounds what waits for its turn in memory. */
const AHEAD = 3

const sent = ({ path, error }: Target): SentTarget => ({
  path,
  error: error ? { code: error.code, message: error.message } : null,
})

/** A process with what it was given and has not answered. */
interface Worker {
  process: ChildProcess
  held: Set<number>
}

/**
 * Outcomes in the order of the targets, worked out by several processes; each has its own memory, so that none grows
 * beyond that of a single run. What a process that died held is checked here.
 */
export async function* checkInParallel(
  targets: Target[],
  plan: CheckPlan,
  jobs: number,
  checkHere: (target: Target) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const chunks: Target[][] = []
  for (let i = 0; i < targets.length; i += CHUNK) chunks.push(targets.slice(i, i + CHUNK))
  const answers = new Map<number, Outcome[]>()
  const lost = new Set<number>()
  let next = 0
  let wake = (): void => {}

  const give = (worker: Worker): void => {
    while (worker.held.size < AHEAD && next < chunks.length && worker.process.connected) {
      const id = next++
      worker.held.add(id)
      worker.process.send({ id, targets: (chunks[id] ?? []).map(sent) } satisfies Task)
    }
  }
  const workers = Array.from({ length: Math.min(jobs, chunks.length) }, (): Worker => {
    const worker: Worker = {
      process: fork(process.argv[1] ?? '', [WORKER], {
        execArgv: V8_FLAGS,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      }),
      held: new Set(),
    }
    worker.process.on('message', ({ id, outcomes }: Answer) => {
      worker.held.delete(id)
      answers.set(id, outcomes)
      wake()
    })
    const bury = (): void => {
      for (const id of worker.held) lost.add(id)
      worker.held.clear()
      wake()
    }
    worker.process.on('exit', bury).on('error', bury)
    worker.process.send({ plan } satisfies Task)
    return worker
  })
  // A file that takes long is not waited for; one that is being written is.
  const end = (): void => {
    if (plan.fix !== 'write') for (const worker of workers) worker.process.kill()
  }
  process.once('exit', end)
  try {
    for (let id = 0; id < chunks.length; id++) {
      for (;;) {
        // A process waits while its finished chunks are not yet written: memory stays bounded.
        if (answers.size < AHEAD * workers.length) for (const worker of workers) give(worker)
        const isLost = lost.has(id) || (id >= next && workers.every((worker) => !worker.process.connected))
        if (answers.has(id) || isLost) break
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const outcomes = answers.get(id)
      answers.delete(id)
      if (outcomes) yield* outcomes
      else {
        next = Math.max(next, id + 1)
        for (const target of chunks[id] ?? []) yield await checkHere(target)
      }
    }
  } finally {
    process.off('exit', end)
    for (const worker of workers) if (worker.process.connected) worker.process.disconnect()
  }
}
