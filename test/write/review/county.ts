import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Review, UnitFinding, UnitReview } from '../../../src/corpus/review.js'
import type { Kind } from '../../../src/generated/report.js'
import { lint } from '../../../src/lint.js'
import type { Severity } from '../../../src/model.js'
import { resultOf, wasChecked } from '../../../src/output/result.js'
import { read } from '../../../src/read/read.js'
import { build } from '../../../src/report/build.js'
import { demandsOf } from '../../../src/report/demands.js'

const FOLDER = 'seeds/county'
const DEADLINE = '2026-03-01'

/** A unit that handed in nothing; the other fixtures are made of it. */
export const missing = (name: string, number = 1, kind: Kind | null = null): UnitReview => ({
  number,
  unit: { name, kind, parent: null, aliases: [] },
  receipt: 'missing',
  files: [],
  jointWith: [],
  carried: null,
  newlyReceived: false,
  report: null,
  verdict: null,
  error: null,
  counts: { error: 0, warning: 0, info: 0 },
  punctuality: null,
  topics: null,
  indicators: {},
  changes: null,
  notes: [],
})

const countsOf = (findings: { severity: Severity }[]): Record<Severity, number> => {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

export interface Reviewed {
  unit: UnitReview
  findings: UnitFinding[]
}

/** A unit with the report of a draft. */
export async function reviewed(name: string, path: string, bytes: Uint8Array, number = 1): Promise<Reviewed | null> {
  const draft = build(await read({ name: path, bytes }))
  const result = resultOf(draft, lint(draft))
  if (!wasChecked(result.findings)) return null
  const on = result.report?.signedOn ?? result.report?.publishedOn ?? null
  const kind = result.report?.kind ?? null
  const by = result.report?.signedOn ? 'signedOn' : 'publishedOn'
  return {
    unit: {
      ...missing(name, number, kind),
      receipt: 'received',
      files: [path],
      report: result.report,
      verdict: result.verdict,
      counts: countsOf(result.findings),
      punctuality: {
        state: on === null ? 'unknown' : on > DEADLINE ? 'late' : 'inTime',
        on,
        by: on === null ? null : by,
        deadline: DEADLINE,
      },
    },
    findings: result.findings.map((finding) => ({ ...finding, unit: name, kind, path, change: null })),
  }
}

/** The invented county under `seeds/`, each file a unit by its issuer; two more handed in nothing. */
export async function county(): Promise<Reviewed[]> {
  const all: Reviewed[] = []
  for (const path of readdirSync(FOLDER).sort()) {
    if (!/\.(?:txt|md)$/.test(path)) continue
    const bytes = new Uint8Array(readFileSync(join(FOLDER, path)))
    const name = build(await read({ name: path, bytes })).report.issuer ?? path
    const each = await reviewed(name, path, bytes, all.length + 1)
    if (each) all.push(each)
  }
  for (const name of ['蓼川县教育局', '蓼川县寒碓乡人民政府'])
    all.push({ unit: missing(name, all.length + 1), findings: [] })
  return all
}

/** A review of units, its totals counted from them. */
export function reviewOf(units: UnitReview[], more: Partial<Review> = {}): Review {
  const count = (isOne: (unit: UnitReview) => boolean): number => units.filter(isOne).length
  const sum = (severity: Severity): number => units.reduce((all, { counts }) => all + counts[severity], 0)
  const contents = demandsOf('township').contents.map(({ key, title, required }) => ({ key, title, required }))
  const lacks = (key: string): number => count(({ report }) => report?.sections[key]?.state === 'absent')
  const lacking = Object.fromEntries(contents.filter(({ required }) => required).map(({ key }) => [key, lacks(key)]))
  return {
    version: 1,
    tool: { name: 'fazhi', version: '0.1.0' },
    year: 2025,
    place: null,
    date: '2026-04-08',
    roster: '名册.csv',
    contents,
    units,
    others: [],
    gone: [],
    frequencies: [],
    similar: [],
    ...more,
    totals: {
      units: units.length,
      received: count(({ receipt }) => receipt === 'received'),
      missing: count(({ receipt }) => receipt === 'missing'),
      unlisted: count(({ receipt }) => receipt === 'unlisted'),
      twice: count(({ files }) => files.length > 1),
      late: count(({ punctuality }) => punctuality?.state === 'late'),
      undated: count(({ punctuality }) => punctuality?.state === 'unknown'),
      carried: 0,
      unreadable: count(({ error }) => error !== null),
      files: units.reduce((all, { files }) => all + files.length, 0),
      errors: sum('error'),
      warnings: sum('warning'),
      infos: sum('info'),
      verdicts: {
        pass: count(({ verdict }) => verdict === 'pass'),
        revise: count(({ verdict }) => verdict === 'revise'),
        return: count(({ verdict }) => verdict === 'return'),
      },
      lacking,
      changes: null,
      ...more.totals,
    },
  }
}
