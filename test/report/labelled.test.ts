import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { lint } from '../../src/lint.js'
import { resultOf } from '../../src/output/result.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { describeShared } from './corpus.js'

/** What a careful reader finds in a file. */
interface Label {
  report?: boolean
  sections: Record<string, { state: string }>
  /** Rules that speak, but for advice nobody asked for. */
  rules?: string[]
  [field: string]: unknown
}

/** The rules that the labels were written for. */
const JUDGED = new Set(
  'missing-section merged-section embedded-section empty-section shortcomings-without-cause responsibility-without-evidence missing-title missing-date missing-signature late-report early-report unfilled-placeholder'.split(
    ' ',
  ),
)

const FIELDS = ['title', 'issuer', 'kind', 'year', 'publishedOn', 'signedOn', 'signature', 'addressee']

const labelsOf = (folder: string, file: string): Record<string, Label> =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'))

/** Where the program and the reader differ, one line a field; empty where they agree. */
async function differences(folder: string, name: string, label: Label): Promise<string[]> {
  const source = await read({ name, bytes: readFileSync(join(folder, name)) })
  const draft = build(source)
  const { report, findings } = resultOf(draft, lint(draft))
  const isReport = label.report ?? true
  if (draft.isReport !== isReport) return [`report: ${draft.isReport}`]
  if (!isReport) return findings.map(({ rule }) => rule).filter((rule) => rule !== 'not-a-report')
  const values = report as unknown as Record<string, unknown>
  const fields = FIELDS.filter((field) => field in label && label[field] !== values[field]).map(
    (field) => `${field}: ${values[field]}, not ${label[field]}`,
  )
  const states = Object.entries(label.sections).flatMap(([key, { state }]) => {
    const found = report?.sections[key]?.state
    return found === state ? [] : [`${key}: ${found}, not ${state}`]
  })
  const { rules } = label
  const missing = rules?.filter((rule) => !findings.some((finding) => finding.rule === rule)) ?? []
  const extra = findings.filter(
    ({ rule, severity }) => rules && JUDGED.has(rule) && severity !== 'info' && !rules.includes(rule),
  )
  return [
    ...fields,
    ...states,
    ...missing.map((rule) => `${rule} is silent`),
    ...new Set(extra.map(({ rule }) => `${rule} speaks`)),
  ]
}

describeShared('real reports', 'seeds', (folder) => {
  it.each(Object.entries(labelsOf(folder, 'expected.json')))(
    'are read as a careful reader does: %s',
    async (name, label) => {
      expect(await differences(folder, name, label)).toEqual([])
    },
  )
})

describe('reports that the recogniser was made with', () => {
  const folder = 'test/fixtures/labelled'
  it.each(Object.entries(labelsOf(folder, 'labels.json')))('are read as their author does: %s', async (name, label) => {
    expect(await differences(folder, name, label)).toEqual([])
  })
})

/** Where the program still differs; an entry may go, none may come. */
const KNOWN: Record<string, string[]> = {
  '28-daduan-town-2022.txt': ['unsupported-format'],
  '29-yusi-county-2020.txt': ['responsibility-without-evidence speaks'],
  't03-shuangqiao-town-2024.txt': ['signedOn: null, not 2025-01-20'],
}

describe.each(['labelled-second', 'labelled-third'])('reports written afterwards by somebody else: %s', (set) => {
  const folder = join('test/fixtures', set)
  it.each(Object.entries(labelsOf(folder, 'labels.json')))(
    'are read no worse than on the day they came: %s',
    async (name, label) => {
      const found = await differences(folder, name, label).catch((error: unknown) => {
        if (error instanceof FazhiError) return [error.code]
        throw error
      })
      expect(found.filter((difference) => !KNOWN[name]?.includes(difference))).toEqual([])
    },
  )
})
