import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Tells peak memory and time of the processor; the peak that getrusage gives is at least that of the process before. */
const REPORT = `
  import { readFileSync } from 'node:fs'
  process.on('exit', () => {
    const peak = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024
    const { user, system } = process.cpuUsage()
    console.error('MEASURED ' + JSON.stringify({ megabytes: peak, seconds: (user + system) / 1e6 }))
  })`

/** Runs the built command line on a file, which must be answered within 10 s and 300 MB. */
export function expectSmallAnswer(name: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-hostile-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, 'dist/cli/fazhi.cjs', 'lint', path],
      { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
    )
    const measured = /MEASURED (.*)/.exec(stderr)?.[1] ?? '{}'
    const { megabytes, seconds } = JSON.parse(measured) as { megabytes: number; seconds: number }
    if (process.env['FAZHI_SHOW']) console.log(`FIGURES ${name} ${Math.round(megabytes)} MB ${seconds.toFixed(1)} s`)
    expect([0, 1, 2]).toContain(status)
    expect(megabytes).toBeLessThan(300)
    expect(seconds).toBeLessThan(10)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
