import { type Engine, engine, type Failure, failureOf } from './engine.js'

/** A task for the engine. */
export interface Task {
  id: number
  name: keyof Engine
  args: unknown[]
}

/** What became of a task. */
export type Answer = { id: number; value: unknown } | { id: number; failure: Failure }

/** Does a task. Never throws. */
export async function answerTo({ id, name, args }: Task): Promise<Answer> {
  try {
    return { id, value: await (engine[name] as (...args: unknown[]) => Promise<unknown>)(...args) }
  } catch (error) {
    return { id, failure: failureOf(error) }
  }
}

/** The part of a worker's global scope that is used here. */
interface Scope {
  onmessage: ((event: { data: Task }) => void) | null
  postMessage(answer: Answer): void
}

/** Serves tasks in a worker. */
export function serve(scope: Scope): void {
  scope.onmessage = async ({ data }) => scope.postMessage(await answerTo(data))
}
