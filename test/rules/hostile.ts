import { expect } from 'vitest'
import { examine } from '../../src/lint.js'
import { rules } from '../../src/rules/all.js'
import { draftOf } from '../drafts.js'

/** Findings that a text of one unit, over and over, may have. */
const MOST = 100

/** Has rules look at a megabyte of a text over and over: they must end before the test does, and not find it wrong at every turn. */
export async function expectToEndOn(unit: string, ids: string[]): Promise<void> {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
  const draft = await draftOf(`云溪县2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n${text}\n`)
  const own = rules.filter(({ id }) => ids.includes(id))
  expect(own.map(({ id }) => id).sort()).toEqual([...ids].sort())
  const { findings } = examine({ ...draft, isReport: true }, {}, own)
  const places = findings.flatMap((finding) => [finding, ...(finding.related ?? [])])
  expect(findings.length, `findings, at ${places.length} places`).toBeLessThan(MOST)
}
