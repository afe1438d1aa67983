import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

/** What a process has used. */
export interface Figures {
  megabytes: number
  /** Of the processor: by the clock, other work on the machine would count too. */
  seconds: number
}

/** Writes peak memory and time of the processor; the peak that getrusage gives is at least that of the process before. */
const reportTo = (path: string): string => `
  import { readFileSync, writeFileSync } from 'node:fs'
  process.on('exit', () => {
    const peak = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024
    const { user, system } = process.cpuUsage()
    writeFileSync(${JSON.stringify(path)}, JSON.stringify({ megabytes: peak, seconds: (user + system) / 1e6 }))
  })`

/** Option of Node by which a process writes its figures to a file as it ends. */
export const measuring = (path: string): string => `--import=data:text/javascript,${encodeURIComponent(reportTo(path))}`

export const figuresIn = (path: string): Figures => JSON.parse(readFileSync(path, 'utf8')) as Figures

/** Runs the built command line on a file, which must be answered within 10 s and 300 MB. */
export function expectSmallAnswer(name: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-hostile-'))
  try {
    const [path, figures] = [join(folder, name), join(folder, 'figures')]
    writeFileSync(path, bytes)
    const { status } = spawnSync(process.execPath, [measuring(figures), 'dist/cli/fazhi.cjs', 'lint', path], {
      maxBuffer: 256 * 1024 * 1024,
    })
    expect([0, 1, 2]).toContain(status)
    const { megabytes, seconds } = figuresIn(figures)
    if (process.env['FAZHI_SHOW']) console.log(`FIGURES ${name} ${Math.round(megabytes)} MB ${seconds.toFixed(1)} s`)
    expect(megabytes).toBeLessThan(300)
    expect(seconds).toBeLessThan(10)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
