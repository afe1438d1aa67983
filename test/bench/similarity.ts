/**
 * How the search for shared passages grows: time of each stage and memory for 100, 1,000 and 10,000 reports of realistic
 * variety, of which one in fifty copies two paragraphs of another. `node .cache/tools/similarity.js [COUNT …]`
 */
import { candidatesIn } from '../../src/corpus/similarity/candidates.js'
import { groupsOf } from '../../src/corpus/similarity/groups.js'
import { addReport, createSimilarityIndex, similarPairs } from '../../src/corpus/similarity/similarity.js'
import { variedReports } from './varied-reports.js'

const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)
const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

const timed = async <T>(work: () => T | Promise<T>): Promise<{ value: T; time: number }> => {
  const start = performance.now()
  return { value: await work(), time: performance.now() - start }
}

const counts = process.argv.slice(2).map(Number)
const reports = variedReports()

console.log('\nSimilarity: seconds a stage, without the making of the reports\n')
row('reports', 'fingerprints', 'keeping them', 'grouping', 'candidates', 'comparing', 'in all', 'ms a report')
row('---', '---', '---', '---', '---', '---', '---', '---')
const others: (() => void)[] = []
for (const count of counts.length > 0 ? counts : [100, 1000, 10_000]) {
  const index = createSimilarityIndex()
  let keeping = 0
  let asking = 0
  for (let report = 0; report < count; report++) {
    const passages = reports.passagesOf(report)
    const name = `第${report}镇人民政府`
    const start = performance.now()
    addReport(index, { unit: report, name, path: `${report}.txt`, names: [name], passages })
    keeping += performance.now() - start
  }
  const kept = index.prints.hashes.values.byteLength
  const grouping = await timed(() => groupsOf(index.prints))
  const choosing = await timed(() => candidatesIn(grouping.value, count))
  const { reports: postings, hashes, spread, starts } = grouping.value
  const grouped = [postings, hashes, spread, starts].reduce((sum, { values }) => sum + values.byteLength, 0)
  const whole = await timed(() =>
    similarPairs(index, (report) => {
      const start = performance.now()
      const passages = reports.passagesOf(report)
      asking += performance.now() - start
      return passages
    }),
  )
  const all = keeping + whole.time - asking
  const comparing = whole.time - asking - grouping.time - choosing.time
  const times = [keeping, grouping.time, choosing.time, comparing, all].map(seconds)
  row(count, index.prints.hashes.length, ...times, (all / count).toFixed(2))
  others.push(() =>
    row(
      count,
      mebibytes(kept),
      mebibytes(grouped),
      choosing.value.length,
      `${whole.value.length} of ${reports.copies(count)}`,
      mebibytes(process.resourceUsage().maxRSS * 1024),
    ),
  )
}
console.log('\nMemory in MiB, and what came of it\n')
row('reports', 'fingerprints', 'groups', 'candidates', 'pairs of those planted', 'resident at most, so far')
row('---', '---', '---', '---', '---', '---')
for (const tell of others) tell()
