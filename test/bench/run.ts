import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Run {
  /** Milliseconds, start to exit. */
  wall: number
  /** Largest resident set of any one process of the run, in MiB. */
  peak: number
  /** Largest resident set of the process that was started, in MiB. */
  main: number
  /** Most that all processes held at one time, in MiB. */
  together: number
  /** Standard error. */
  told: string
}

/** KiB: the most a process ever held, and what it holds now. */
interface Resident {
  most: number
  now: number
}

/** Resident sets of a process and, behind it, its children, by /proc; empty where there is none. */
function residentSets(pid: number): Resident[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const figure = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean)
    const own = { most: figure('VmHWM'), now: figure('VmRSS') }
    return [own, ...children.flatMap((child) => residentSets(Number(child)))]
  } catch {
    return []
  }
}

/** Runs a command to its end, whatever its status. */
export async function run(command: string[]): Promise<Run> {
  const [program = '', ...args] = command
  const start = performance.now()
  let [peak, main, together, told] = [0, 0, 0, '']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', (chunk) => {
    told += String(chunk)
  })
  const watch = setInterval(() => {
    const sets = residentSets(child.pid ?? 0)
    peak = Math.max(peak, ...sets.map(({ most }) => most))
    main = Math.max(main, sets[0]?.most ?? 0)
    together = Math.max(
      together,
      sets.reduce((sum, { now }) => sum + now, 0),
    )
  }, 20)
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  clearInterval(watch)
  return { wall: performance.now() - start, peak: peak / 1024, main: main / 1024, together: together / 1024, told }
}
