/**
 * Prints how often each rule is right over labelled drafts, then every false alarm and every miss; the same of the figures
 * that are extracted: `npm run accuracy`. `-- --set NAME` and `-- --rule ID` narrow the lists.
 */
import { parseArgs } from 'node:util'
import { accuracyTable } from './accuracy-table.js'
import { figuresTable } from './figures-table.js'
import { type Judged, judgeSet, SETS } from './judge.js'
import { FIGURE_SETS, type JudgedFigure, judgeFigures } from './judge-indicators.js'

const { values } = parseArgs({ options: { rule: { type: 'string' }, set: { type: 'string' } } })
const judged = new Map<string, Judged[]>()
for (const set of SETS) {
  if (values.set === undefined || values.set === set.name) judged.set(set.name, await judgeSet(set))
}
console.log(accuracyTable(judged))
const wrong = [...judged.values()]
  .flat()
  .filter(({ outcome, rule }) => outcome !== 'true' && (values.rule === undefined || rule === values.rule))
for (const severity of ['error', 'warning', 'info'] as const) {
  const alarms = wrong.filter((each) => each.outcome === 'false' && each.severity === severity)
  console.log(`\nFalse alarms at level ${severity}: ${alarms.length}`)
  for (const { file, line, rule, message } of alarms) console.log(`  ${file}:${line} ${rule} ${message}`)
}
console.log('\nMissed:')
for (const { file, line, rule, outcome } of wrong) if (outcome === 'missed') console.log(`  ${file}:${line} ${rule}`)

const figures = new Map<string, JudgedFigure[]>()
for (const set of FIGURE_SETS) {
  if (values.set === undefined || values.set === set.name) figures.set(set.name, await judgeFigures(set))
}
console.log(`\n${figuresTable(figures)}`)
for (const outcome of ['false', 'missed'] as const) {
  console.log(outcome === 'false' ? '\nFalse figures:' : '\nMissed figures:')
  for (const { file, line, indicator, figure, ...each } of [...figures.values()].flat())
    if (each.outcome === outcome) console.log(`  ${file}:${line} ${indicator} ${figure}`)
}
