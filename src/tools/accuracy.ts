/**
 * How often each rule is right: hits, true hits, false alarms and misses over labelled drafts. Run by `npm run accuracy`.
 *
 * A folder of drafts has `expected.json` beside them, by file: `findings` (rule and line; a line of `null` is the whole
 * file) lists all that a careful reader finds, `open` the rules whose findings in this draft are arguable.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from '../finding.js'
import { lint } from '../lint.js'
import type { Severity } from '../model.js'
import { read } from '../read/read.js'
import { build } from '../report/build.js'
import { rules } from '../rules/all.js'

interface Label {
  rule: string
  line: number | null
}

interface Expected {
  findings: Label[]
  open?: string[]
}

interface DraftSet {
  name: string
  folder: string
  labels: string
}

/** Sets of labelled drafts; the real reports lie outside the project and are left out where they are not at hand. */
const SETS: DraftSet[] = [
  { name: 'samples', folder: 'seeds/drafts', labels: 'test/fixtures/accuracy/samples.json' },
  ...['slips', 'slips-unseen', 'sound'].map((name) => ({
    name,
    folder: `test/fixtures/${name}`,
    labels: `test/fixtures/${name}/expected.json`,
  })),
  { name: 'real', folder: '../shared/seeds', labels: 'test/fixtures/accuracy/real.json' },
].filter(({ folder, labels }) => existsSync(folder) && existsSync(labels))

interface Tally {
  hits: number
  true: number
  false: number
  missed: number
}

const NONE: Tally = { hits: 0, true: 0, false: 0, missed: 0 }

interface Verdict {
  rule: string
  severity: Severity | null
  outcome: 'true' | 'false' | 'missed'
  file: string
  line: number | null
  message: string
}

const standsAt = ({ line, related = [] }: Finding, wanted: number | null): boolean =>
  wanted === null || line === wanted || related.some((place) => place.line === wanted)

/** Compares what was found with what a careful reader finds. A finding of several places answers several labels. */
function judge(file: string, findings: Finding[], { findings: labels, open = [] }: Expected): Verdict[] {
  const answered = new Set<Label>()
  const verdicts: Verdict[] = []
  for (const finding of findings) {
    const { rule, severity, line, message } = finding
    if (open.includes(rule)) continue
    const fitting = labels.filter(
      (label) => label.rule === rule && standsAt(finding, label.line) && !answered.has(label),
    )
    const matched = finding.related ? fitting : fitting.slice(0, 1)
    for (const label of matched) answered.add(label)
    verdicts.push({ rule, severity, outcome: matched.length > 0 ? 'true' : 'false', file, line, message })
  }
  const missed = labels.filter((label) => !answered.has(label) && !open.includes(label.rule))
  return [
    ...verdicts,
    ...missed.map(({ rule, line }): Verdict => ({ rule, severity: null, outcome: 'missed', file, line, message: '' })),
  ]
}

async function judgeSet({ folder, labels }: DraftSet): Promise<Verdict[]> {
  const expected: Record<string, Expected> = JSON.parse(await readFile(labels, 'utf8'))
  const verdicts: Verdict[] = []
  for (const [name, label] of Object.entries(expected)) {
    const draft = build(await read({ name, bytes: await readFile(join(folder, name)) }))
    verdicts.push(...judge(join(folder, name), lint(draft), label))
  }
  return verdicts
}

function tallyOf(verdicts: Verdict[]): Tally {
  const count = (outcome: Verdict['outcome']): number => verdicts.filter((each) => each.outcome === outcome).length
  return { hits: count('true') + count('false'), true: count('true'), false: count('false'), missed: count('missed') }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)

const row = (name: string, { hits, true: right, false: wrong, missed }: Tally): string =>
  `| ${name} | ${hits} | ${right} | ${wrong} | ${missed} | ${percent(right, right + missed)} |`

const HEAD = ['| | hits | true | false alarms | missed | found |', '|---|---|---|---|---|---|']

const { values } = parseArgs({ options: { rule: { type: 'string' }, set: { type: 'string' } } })
const chosen = SETS.filter(({ name }) => values.set === undefined || name === values.set)
const all: Verdict[] = []
const bySet: string[] = []
for (const set of chosen) {
  const verdicts = await judgeSet(set)
  all.push(...verdicts)
  bySet.push(row(set.name, tallyOf(verdicts)))
}
const perRule = rules.map(({ id }) => row(id, tallyOf(all.filter(({ rule }) => rule === id)) ?? NONE))
console.log([...HEAD, ...perRule, ...bySet].join('\n'))
const wrong = all.filter(
  ({ outcome, rule }) => outcome !== 'true' && (values.rule === undefined || rule === values.rule),
)
for (const severity of ['error', 'warning', 'info'] as const) {
  const alarms = wrong.filter((each) => each.outcome === 'false' && each.severity === severity)
  console.log(`\nFalse at level ${severity}: ${alarms.length}`)
  for (const { file, line, rule, message } of alarms) console.log(`  ${file}:${line} ${rule} ${message}`)
}
console.log('\nMissed:')
for (const { file, line, rule, outcome } of wrong) if (outcome === 'missed') console.log(`  ${file}:${line} ${rule}`)
