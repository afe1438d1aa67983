import { readdirSync, readFileSync } from 'node:fs'
import type { ReportSummary } from '../../src/finding.js'
import { lint } from '../../src/lint.js'
import { resultOf } from '../../src/output/result.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'

const FOLDER = 'seeds/county'

export const bytesOf = (name: string): Uint8Array => readFileSync(`${FOLDER}/${name}`)

/** The reports of the invented county as the engine recognises them; what is no report is left out. */
export async function countyReports() {
  const names = readdirSync(FOLDER).filter((name) => /\.(?:txt|md)$/.test(name))
  const drafts = await Promise.all(names.map(async (name) => build(await read({ name, bytes: bytesOf(name) }))))
  return drafts
    .filter(({ isReport }) => isReport)
    .map((draft) => {
      const result = resultOf(draft, lint(draft))
      return { ...result, report: result.report as ReportSummary, contents: draft.demands.contents }
    })
}
