/**
 * Compares what the rules find in labelled drafts with what a careful reader finds.
 *
 * A set of drafts has `expected.json` beside them, by file: `findings` (rule and line; a line of `null` is the whole file)
 * lists all that a careful reader finds, `open` the rules whose findings in this draft are arguable.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../finding.js'
import { lint } from '../lint.js'
import type { Severity } from '../model.js'
import { read } from '../read/read.js'
import { build } from '../report/build.js'

interface Label {
  rule: string
  line: number | null
}

interface Expected {
  findings: Label[]
  open?: string[]
}

/** Labelled drafts. */
export interface DraftSet {
  name: string
  folder: string
  labels: string
  /** Part of the project, and so the same everywhere. */
  isOurs: boolean
}

/** Sets of labelled drafts; the real reports lie outside the project and are left out where they are not at hand. */
export const SETS: DraftSet[] = [
  { name: 'samples', folder: 'seeds/drafts', labels: 'test/fixtures/accuracy/samples.json', isOurs: true },
  ...['slips', 'slips-unseen', 'slips-last', 'slips-final', 'slips-fresh', 'sound'].map((name) => ({
    name,
    folder: `test/fixtures/${name}`,
    labels: `test/fixtures/${name}/expected.json`,
    isOurs: true,
  })),
  { name: 'real', folder: '../shared/seeds', labels: 'test/fixtures/accuracy/real.json', isOurs: false },
].filter(({ folder, labels }) => existsSync(folder) && existsSync(labels))

/** How often rules were right. */
export interface Tally {
  /** Findings of the rules. */
  hits: number
  /** Hits that a careful reader shares. */
  true: number
  /** Hits that a careful reader does not. */
  false: number
  /** What a careful reader finds and the rules do not. */
  missed: number
}

/** A finding, or a label that no finding answers (`severity` is `null`). */
export interface Judged {
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
function judge(file: string, findings: Finding[], { findings: labels, open = [] }: Expected): Judged[] {
  const answered = new Set<Label>()
  const judged: Judged[] = []
  for (const finding of findings) {
    const { rule, severity, line, message } = finding
    if (open.includes(rule)) continue
    const fitting = labels.filter(
      (label) => label.rule === rule && standsAt(finding, label.line) && !answered.has(label),
    )
    const matched = finding.related ? fitting : fitting.slice(0, 1)
    for (const label of matched) answered.add(label)
    judged.push({ rule, severity, outcome: matched.length > 0 ? 'true' : 'false', file, line, message })
  }
  const missed = labels.filter((label) => !answered.has(label) && !open.includes(label.rule))
  return [
    ...judged,
    ...missed.map(({ rule, line }): Judged => ({ rule, severity: null, outcome: 'missed', file, line, message: '' })),
  ]
}

/** Judges every draft of a set. */
export async function judgeSet({ folder, labels }: DraftSet): Promise<Judged[]> {
  const expected: Record<string, Expected> = JSON.parse(await readFile(labels, 'utf8'))
  const judged: Judged[] = []
  for (const [name, label] of Object.entries(expected)) {
    const draft = build(await read({ name, bytes: await readFile(join(folder, name)) }))
    judged.push(...judge(join(folder, name), lint(draft), label))
  }
  return judged
}

/** How many were right, wrong and missed. */
export function tallyOf(judged: Judged[]): Tally {
  const count = (outcome: Judged['outcome']): number => judged.filter((each) => each.outcome === outcome).length
  return { hits: count('true') + count('false'), true: count('true'), false: count('false'), missed: count('missed') }
}
