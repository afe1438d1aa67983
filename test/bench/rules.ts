/** What each rule costs, and how its cost grows with the text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '../../src/finding.js'
import { DEFAULTS } from '../../src/lint.js'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { rules } from '../../src/rules/all.js'

const draftOf = async (text: string): Promise<Draft> =>
  build(await read({ name: 'draft.txt', bytes: new TextEncoder().encode(text) }))

function check(rule: Rule, draft: Draft): void {
  if ('check' in rule) for (const _ of rule.check(draft, DEFAULTS));
}

/** Milliseconds of the fastest of some rounds over the drafts. */
function timeOf(rule: Rule, drafts: Draft[], rounds: number): number {
  let best = Infinity
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    for (const draft of drafts) check(rule, draft)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/**
 * Milliseconds of every rule over the drafts in the fastest of some rounds. All rules look at a draft in turn, as in a
 * run: what they share (numbers, words, places of units) is paid by the first that wants it.
 */
function timesInTurn(drafts: Draft[], rounds: number): number[] {
  const best = rules.map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    const sums = rules.map(() => 0)
    for (const draft of drafts) {
      for (const [i, rule] of rules.entries()) {
        const start = performance.now()
        check(rule, draft)
        sums[i] = (sums[i] as number) + performance.now() - start
      }
    }
    for (const [i, sum] of sums.entries()) best[i] = Math.min(best[i] as number, sum)
  }
  return best
}

const LINE = '全年办理行政处罚案件171件，其中简易程序124件、普通程序41件，同比下降12.3%，办结率达98.6%。'

/** Lines that a careless pattern backtracks on, each repeated. */
const HOSTILE: Record<string, string> = {
  digits: '1234567890',
  'one character': '一',
  'open brackets': '（《“',
  blanks: '　 ',
  enumeration: '其中1件、',
  titles: '《云溪县',
  headings: '\n（一）甲',
  percentages: '1件2件50%，',
  plans: '七五普法',
}

/** A report whose one section is a text of about so many units. */
const reportOf = (unit: string, size: number): string =>
  `云溪县2023年法治政府建设年度报告\n一、主要举措和成效\n${unit.repeat(Math.ceil(size / unit.length))}\n`

const GROWTH = [10_000, 100_000, 1_000_000]

/** A rule's cost over the reports of a folder, and how it grows when a text does. */
export interface RuleCost {
  id: string
  /** Microseconds a report. */
  each: number
  /** Share of all rules' cost. */
  share: number
  /** Cost of a text of 1 MB over that of 100 KB of the same kind: 10 where it grows as the text does. */
  growth: number
  /** The same for the hostile text that is worst, and which it is. */
  worst: { growth: number; milliseconds: number; text: string }
}

/** Costs of all rules over reports, dearest first. */
export async function ruleCosts(paths: string[]): Promise<RuleCost[]> {
  const drafts: Draft[] = []
  for (const path of paths) drafts.push(await draftOf(readFileSync(path, 'utf8')))
  const bySize = (unit: string): Promise<Draft[]> => Promise.all(GROWTH.map((size) => draftOf(reportOf(unit, size))))
  const sound = await bySize(`${LINE}\n`)
  const hostile: [string, Draft[]][] = []
  for (const [name, unit] of Object.entries(HOSTILE)) hostile.push([name, await bySize(unit)])
  const times = timesInTurn(drafts, 12)
  const costs = rules.map((rule, i) => {
    const growthOver = (sizes: Draft[]): { growth: number; milliseconds: number } => {
      const [, middle = 0, large = 0] = sizes.map((draft) => timeOf(rule, [draft], 3))
      // Below a tenth of a millisecond the clock tells nothing.
      return { growth: large / Math.max(middle, 0.1), milliseconds: large }
    }
    const worst = hostile
      .map(([text, sizes]) => ({ text, ...growthOver(sizes) }))
      .reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a))
    return {
      id: rule.id,
      each: (1000 * (times[i] as number)) / drafts.length,
      growth: growthOver(sound).growth,
      worst,
    }
  })
  const all = costs.reduce((sum, { each }) => sum + each, 0)
  return costs.map((cost) => ({ ...cost, share: cost.each / all })).sort((a, b) => b.each - a.each)
}

/** Paths of the first files of a folder of generated reports. */
export const firstOf = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => join(folder, `${String(i + 1).padStart(5, '0')}.txt`))
