import type { Engine, Failure } from './engine.js'
import { type Answer, answerTo, type Task } from './worker.js'

/** A task that failed, with what to tell the user. */
export class TaskError extends Error {
  /** `null` for a defect of ours. */
  readonly code: string | null

  constructor({ code, message }: Failure) {
    super(message)
    this.code = code
  }
}

/** The engine at work beside the page. */
export interface Workshop {
  /** Has the engine do something; throws TaskError. */
  run<Name extends keyof Engine>(name: Name, ...args: Parameters<Engine[Name]>): ReturnType<Engine[Name]>
  /** Gives up what is being done; what waits for it fails with the code `stopped`. */
  stop(): void
}

interface Waiting {
  task: Task
  done(answer: Answer): void
}

/** The program of this page as text: the worker runs the same one. */
const ownText = (): string => document.querySelector('script')?.textContent ?? ''

function startWorker(): Worker | null {
  const url = URL.createObjectURL(new Blob(["'use strict';(()=>{", ownText(), '\n})()'], { type: 'text/javascript' }))
  try {
    return new Worker(url)
  } catch {
    return null
  }
}

/** An engine in a worker; in the page itself where the browser refuses workers to files. */
export function openWorkshop(): Workshop {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let worker: Worker | null = null
  let isRefused = false

  const settle = (answer: Answer): void => {
    waiting.get(answer.id)?.done(answer)
    waiting.delete(answer.id)
  }
  const doHere = (task: Task): void => {
    void answerTo(task).then(settle)
  }
  const start = (): void => {
    worker = isRefused ? null : startWorker()
    if (!worker) {
      isRefused = true
      return
    }
    worker.onmessage = ({ data }: MessageEvent<Answer>) => settle(data)
    worker.onerror = (event) => {
      event.preventDefault()
      isRefused = true
      worker = null
      for (const { task } of waiting.values()) doHere(task)
    }
  }
  start()

  const run = (name: keyof Engine, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const task: Task = { id: ++last, name, args }
      const done = (answer: Answer): void => {
        if ('failure' in answer) reject(new TaskError(answer.failure))
        else resolve(answer.value)
      }
      waiting.set(task.id, { task, done })
      if (worker) worker.postMessage(task)
      else doHere(task)
    })

  return {
    run: run as Workshop['run'],
    stop() {
      worker?.terminate()
      start()
      for (const { task } of waiting.values())
        settle({ id: task.id, failure: { code: 'stopped', message: '已停止，没有检查完。修改草稿会重新检查' } })
    },
  }
}
