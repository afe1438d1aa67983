/**
 * A whole review of 100, 1,000 and 10,000 reports as users run it: reports per second, memory, time of each stage, and how
 * they grow. `node .cache/tools/review.js [COUNT …]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeRosterReports } from './roster-reports.js'
import { type Run, run } from './run.js'

const REVIEW = [process.execPath, 'dist/cli/fazhi.cjs', 'review', '--date', '2026-03-20', '--verbose']

const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: string[]): void => {
  row(...cells)
  row(...cells.map(() => '---'))
}

/** Seconds by stage, as the program tells them: 检查 3.20 秒，归类 0.41 秒. */
function stagesIn(told: string): Map<string, number> {
  const line = /用时\uff1a(.*)/.exec(told)?.[1]
  if (line === undefined) throw new Error(`the review told no times: ${told}`)
  return new Map(
    [...line.matchAll(/(\S+) ([\d.]+) 秒/g)].map(([, stage = '', time]) => [stage.replace('\uff0c', ''), Number(time)]),
  )
}

interface Measured {
  count: number
  run: Run
  stages: Map<string, number>
}

const counts = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'fazhi-review-'))
const measured: Measured[] = []
try {
  for (const count of counts.length > 0 ? counts : [100, 1000, 10_000]) {
    const reports = join(folder, String(count))
    writeRosterReports(reports, count)
    const out = join(folder, `${count}-out`)
    const one = await run([...REVIEW, reports, '-o', out])
    measured.push({ count, run: one, stages: stagesIn(one.told) })
    rmSync(reports, { recursive: true })
    rmSync(out, { recursive: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

console.log('\nReview of generated reports of 11 KB with a roster (whole processes, one run each)\n')
head('units', 'seconds', 'reports/s', 'MiB, main process', 'MiB, all processes at one time')
for (const { count, run: one } of measured)
  row(
    count,
    (one.wall / 1000).toFixed(1),
    ((1000 * count) / one.wall).toFixed(0),
    ...[one.main, one.together].map(Math.round),
  )

const stages = [...(measured[0]?.stages.keys() ?? [])]
console.log('\nSeconds a stage\n')
head('units', ...stages)
for (const { count, stages: times } of measured)
  row(count, ...stages.map((stage) => (times.get(stage) ?? 0).toFixed(2)))

console.log('\nGrowth, by the growth of the number of units: 1.0 where time grows as the number does\n')
head('units', ...stages)
for (const [i, { count, stages: times }] of measured.entries()) {
  const before = measured[i - 1]
  if (!before) continue
  const growth = (stage: string): number =>
    (times.get(stage) ?? 0) / Math.max(0.01, before.stages.get(stage) ?? 0) / (count / before.count)
  row(`${before.count} → ${count}`, ...stages.map((stage) => growth(stage).toFixed(2)))
}
