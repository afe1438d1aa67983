/**
 * Start-up, throughput and memory of `lint`, as ratios within one run: `npm run bench`, `npm run bench -- --quick`.
 * The size of the page and how soon it shows a verdict come with it. Reports are generated, distinct, 11 KB each; peers are installed in their own folder the first time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pageSizes, pageTimes } from './page.js'
import { writeReports } from './reports.js'
import { firstOf, ruleCosts } from './rules.js'
import { type Run, run } from './run.js'

const PEERS = 'test/bench/peers'
const FAZHI = [process.execPath, 'dist/cli/fazhi.cjs', 'lint']
const NODE = [process.execPath, '-e', '0']

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Median ratio of two commands run in turn, so that a busy machine slows both. */
async function ratioOf(command: string[], base: string[], rounds: number): Promise<number> {
  const ratios: number[] = []
  for (let i = 0; i < rounds; i++) {
    const against = await run(base)
    ratios.push((await run(command)).wall / against.wall)
  }
  return median(ratios)
}

async function best(command: string[], rounds: number): Promise<Run> {
  const runs: Run[] = []
  for (let i = 0; i < rounds; i++) runs.push(await run(command))
  return {
    ...(runs[0] as Run),
    wall: Math.min(...runs.map(({ wall }) => wall)),
    peak: Math.max(...runs.map(({ peak }) => peak)),
  }
}

function installPeers(): void {
  if (existsSync(join(PEERS, 'node_modules'))) return
  console.log('installing peers …')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: PEERS,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the peers could not be installed')
}

const peer = (name: string): string => join(PEERS, 'node_modules', '.bin', name)
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`
const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`)

async function printPage(): Promise<void> {
  const { plain, packed } = pageSizes()
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`
  console.log('\nThe page (a draft of 7,000 characters, in a fresh profile; medians)\n')
  row('figure', 'value', 'to reach')
  row('---', '---', '---')
  row('size', kilobytes(plain), '')
  row('size packed (gzip -9)', kilobytes(packed), '700 KB')
  const times = await pageTimes(readFileSync('seeds/drafts/yunxi-county-2023.txt', 'utf8'), isQuick ? 3 : 9)
  if (!times) console.log('no chromium here: times not measured')
  else {
    row('from opening the file until it can be used', `${times.ready.toFixed(0)} ms`, '')
    row('from pasting until the duties stand', `${times.verdict.toFixed(0)} ms`, '1000 ms')
  }
}

const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 5 : 21
const folder = mkdtempSync(join(tmpdir(), 'fazhi-bench-'))
try {
  installPeers()
  const sizes = isQuick ? [500] : [500, 5000]
  for (const size of sizes)
    for (const kind of ['txt', 'md'] as const) writeReports(join(folder, `${kind}${size}`), size, kind)

  console.log(`\nStart-up, one report, against \`node -e 0\` (median of ${rounds} pairs)\n`)
  row('input', 'ratio', 'to reach')
  row('---', '---', '---')
  row('text', times(await ratioOf([...FAZHI, join(folder, 'txt500', '00001.txt')], NODE, rounds)), '1.40 ×')
  row('Markdown', times(await ratioOf([...FAZHI, join(folder, 'md500', '00001.md')], NODE, rounds)), '1.60 ×')

  console.log('\nThroughput and memory (best of 3; peak of any one process)\n')
  row('reports', 'command', 'reports/s', 'against', 'peak MiB')
  row('---', '---', '---', '---', '---')
  for (const size of sizes) {
    const markdown = join(folder, `md${size}`)
    const rumdl = await best([peer('rumdl'), 'check', '--no-cache', markdown], 3)
    const markdownlint = await best([peer('markdownlint-cli2'), `${markdown}/*.md`], 3)
    const text = await best([...FAZHI, join(folder, `txt${size}`)], 3)
    const ours = await best([...FAZHI, markdown], 3)
    const perSecond = ({ wall }: Run): string => ((1000 * size) / wall).toFixed(0)
    const peak = (each: Run): string => each.peak.toFixed(0)
    row(String(size), 'rumdl, Markdown', perSecond(rumdl), '', peak(rumdl))
    row(String(size), 'markdownlint-cli2, Markdown', perSecond(markdownlint), '', peak(markdownlint))
    row(String(size), 'fazhi, text', perSecond(text), `${times(rumdl.wall / text.wall)} rumdl`, peak(text))
    row(
      String(size),
      'fazhi, Markdown',
      perSecond(ours),
      `${times(markdownlint.wall / ours.wall)} markdownlint-cli2`,
      peak(ours),
    )
  }
  console.log(
    '\nCost of each rule (µs a report of 11 KB; growth from 100 KB to 1 MB, 10 where it grows as the text does)\n',
  )
  row('rule', 'µs', 'share', 'growth', 'worst hostile text', 'its growth', 'its ms at 1 MB')
  row('---', '---', '---', '---', '---', '---', '---')
  for (const { id, each, share, growth, worst } of await ruleCosts(firstOf(join(folder, 'txt500'), 200))) {
    const shown = [each.toFixed(1), `${(100 * share).toFixed(0)} %`, growth.toFixed(1)]
    row(id, ...shown, worst.text, worst.growth.toFixed(1), worst.milliseconds.toFixed(1))
  }
  await printPage()
  if (!isQuick) {
    console.log('\nMemory over many reports (peak MiB of any one process)\n')
    for (const kind of ['txt', 'md'] as const) {
      const many = join(folder, `${kind}20000`)
      writeReports(many, 20_000, kind)
      const { peak } = await best([...FAZHI, many], 1)
      row('20000', `fazhi, ${kind === 'txt' ? 'text' : 'Markdown'}`, peak.toFixed(0))
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
