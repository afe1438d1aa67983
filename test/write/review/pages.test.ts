import { beforeAll, describe, expect, it } from 'vitest'
import { circularDocx, circularMarkdown } from '../../../src/write/review/circular.js'
import { slipDocx } from '../../../src/write/review/slip.js'
import { byLibreOffice } from '../../read/programs.js'
import { canLook, pagesOf } from '../pages.js'
import { county, missing, reviewOf } from './county.js'

const squeezed = (line = ''): string => line.replace(/\s/g, '')

describe.skipIf(!canLook())('the pages of a review as LibreOffice prints them', () => {
  let slip: string[][] = []
  let short: string[][] = []
  let circular: string[][] = []

  beforeAll(async () => {
    const all = await county()
    const findings = all.flatMap((each) => each.findings)
    const [first] = all.filter(({ unit }) => unit.verdict === 'return')
    if (!first) throw new Error('the county has a report to be returned')
    const sixty = [...findings, ...findings].slice(0, 60)
    const base = { year: 2025, date: '2026-04-08', roster: null, similar: [], others: [] }
    const pdfs = byLibreOffice(
      {
        slip: slipDocx({ ...base, unit: first.unit, findings: sixty }),
        short: slipDocx({ ...base, unit: missing('蓼川县教育局', 3), findings: [] }),
        circular: await circularDocx(circularMarkdown(reviewOf(all.map(({ unit }) => unit)))),
      },
      'docx',
      'pdf',
    )
    const of = (name: string): string[][] => pagesOf(pdfs.get(name) as Uint8Array)
    slip = of('slip')
    short = of('short')
    circular = of('circular')
  }, 180_000)

  it('stay readable with sixty findings: the head of the table on every page', () => {
    expect(slip.length).toBeLessThanOrEqual(16)
    const within = slip.slice(3, -1)
    expect(within.length).toBeGreaterThan(4)
    for (const [head] of within) expect(squeezed(head)).toMatch(/^(?:序号位置|（[二三]）)/)
  })

  it('never end with a heading', () => {
    const feet = [...slip, ...circular].map((page) => squeezed(page.at(-2)))
    expect(feet.filter((line) => /^(?:[一二三四五]、|（[一二三四五]）)/.test(line))).toEqual([])
  })

  it('are numbered, and the slip of who handed in nothing is one', () => {
    expect(short).toHaveLength(1)
    for (const pages of [slip, short, circular])
      expect(pages.map((page) => squeezed(page.at(-1)))).toEqual(pages.map((_, i) => `\u2014${i + 1}\u2014`))
  })
})
