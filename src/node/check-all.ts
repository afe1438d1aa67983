import { type CheckPlan, createChecker, type Outcome } from './check.js'
import type { Target } from './files.js'

/** Outcomes of all files, in their order; several processes share the work where `jobs` is above 1. */
export async function* checkAll(targets: Target[], plan: CheckPlan, jobs: number): AsyncGenerator<Outcome> {
  const check = await createChecker(plan)
  if (jobs === 1) for (const target of targets) yield await check(target)
  else {
    const { checkInParallel } = await import('./pool.js')
    yield* checkInParallel(targets, plan, jobs, check)
  }
}
