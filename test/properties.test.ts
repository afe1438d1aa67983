import { describe, expect, it } from 'vitest'
import { FazhiError } from '../src/error.js'
import type { Finding } from '../src/finding.js'
import { lint } from '../src/lint.js'
import type { Draft, Place } from '../src/model.js'
import { read } from '../src/read/read.js'
import { build } from '../src/report/build.js'
import { spanOf } from '../src/report/place.js'
import { toMarkdown } from '../src/write/markdown.js'
import fc from './fast-check.js'
import { mixture } from './fragments.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Anything a file may hold: bytes, any Unicode, lines of reports, and lines of reports with a little of the other. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
  fc.string({ unit: 'grapheme', maxLength: 200 }).map(utf8),
  mixture.map(utf8),
  fc.tuple(mixture, fc.string({ unit: 'binary' }), mixture).map(([a, noise, b]) => utf8(a + noise + b)),
  fc.tuple(mixture, fc.string(), mixture).map(([a, noise, b]) => utf8(a + noise + b)),
)

const anyInput = fc.record({
  name: fc.constantFrom('draft.txt', 'draft.md'),
  bytes: anyBytes,
})

/** The draft, or `null` where the file was refused in so many words. */
async function draftOrRefusal(input: { name: string; bytes: Uint8Array }): Promise<Draft | null> {
  try {
    return build(await read(input))
  } catch (error) {
    if (!(error instanceof FazhiError)) throw error
    expect(error.message).toMatch(/[\u4e00-\u9fff]/)
    return null
  }
}

function expectInside(place: Place, lines: string[]): void {
  const { line, column, endLine, endColumn } = place
  const width = (number: number): number => (lines[number - 1] ?? '').length + 1
  expect(line).toBeGreaterThanOrEqual(1)
  expect(column).toBeGreaterThanOrEqual(1)
  expect(endLine).toBeLessThanOrEqual(lines.length)
  expect(column).toBeLessThanOrEqual(width(line))
  expect(endColumn).toBeLessThanOrEqual(width(endLine))
  expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true)
}

const isSorted = (findings: Finding[]): boolean =>
  findings.every((finding, i) => {
    const next = findings[i + 1]
    if (!next) return true
    if (finding.line !== next.line) return finding.line < next.line
    if (finding.column !== next.column) return finding.column < next.column
    return finding.rule <= next.rule
  })

describe('for any file', () => {
  it('reading, recognising, checking and converting throw nothing but a refusal in Chinese', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const draft = await draftOrRefusal(input)
        if (!draft) return
        lint(draft)
        toMarkdown(draft)
      }),
      { numRuns: 600 },
    )
  })

  it('every finding lies inside the text, and they come by place', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const draft = await draftOrRefusal(input)
        if (!draft) return
        const lines = draft.source.text.split(/\r\n|\n|\r/)
        const findings = lint(draft)
        for (const { related = [], ...place } of findings)
          for (const each of [place, ...related]) expectInside(each, lines)
        expect(isSorted(findings)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('every block lies inside the text, after the one before', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const draft = await draftOrRefusal(input)
        if (!draft) return
        const { text } = draft.source
        let last = 0
        for (const block of draft.blocks) {
          const { start, end } = spanOf(text, block)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
      { numRuns: 600 },
    )
  })

  it('a line of plain text is shown as it stands there', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (text) => {
        const draft = await draftOrRefusal({ name: 'draft.txt', bytes: utf8(text) })
        for (const block of draft?.blocks ?? []) {
          const { start, end } = spanOf(text, block)
          expect(text.slice(start, end)).toBe(block.printed)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the same bytes give the same findings', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const [first, second] = [await draftOrRefusal(input), await draftOrRefusal(input)]
        expect(second && lint(second)).toEqual(first && lint(first))
      }),
      { numRuns: 100 },
    )
  })
})
