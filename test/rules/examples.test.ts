import { describe, expect, it } from 'vitest'
import type { Example, Finding, Rule } from '../../src/finding.js'
import { applyEdits } from '../../src/fix.js'
import { lint } from '../../src/lint.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { compileOverlay } from '../../src/report/own-schema.js'
import { rules } from '../../src/rules/all.js'

async function findingsOf({ id }: Rule, { draft, schema, local }: Example): Promise<Finding[]> {
  const source = await read({ name: 'draft.md', bytes: new TextEncoder().encode(draft) })
  const findings = lint(build(source, schema ? { overlay: compileOverlay(schema) } : {}), local)
  return findings.filter(({ rule }) => rule === id)
}

const messagesOf = async (rule: Rule, example: Example): Promise<string[]> =>
  (await findingsOf(rule, example)).map(({ message }) => message)

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  it.each(rule.examples.wrong.map((example, i) => ({ number: i + 1, example })))(
    'finds exactly what its wrong example $number tells',
    async ({ example }) => {
      expect(await messagesOf(rule, example)).toEqual([example.message])
    },
  )

  it.each(rule.examples.wrong.map((example, i) => ({ number: i + 1, example })))(
    'mends its wrong example $number as it tells',
    async ({ example }) => {
      const edits = (await findingsOf(rule, example)).flatMap(({ fix }) => fix ?? [])
      expect(edits.length > 0 ? applyEdits(example.draft, edits) : undefined).toBe(example.fixed)
    },
  )

  it.each(rule.examples.right.map((example, i) => ({ number: i + 1, example })))(
    'is silent in its right example $number',
    async ({ example }) => {
      expect(await messagesOf(rule, example)).toEqual([])
    },
  )

  it('has at least two wrong and three right examples, no two alike', () => {
    const { wrong, right } = rule.examples
    expect(wrong.length).toBeGreaterThanOrEqual(2)
    expect(right.length).toBeGreaterThanOrEqual(3)
    const drafts = [...wrong, ...right].map(({ draft, schema }) => JSON.stringify([draft, schema]))
    expect(new Set(drafts).size).toBe(drafts.length)
  })

  it('has a basis or a reason where it is an error', () => {
    if (rule.severity === 'error') expect(rule.basis ?? rule.certain).toMatch(/\S/)
  })
})

/** Half-width marks beside Chinese or a Chinese mark; brackets of options and the ! of an HTML comment stand alone. */
const HALF_WIDTH =
  /(?<=[\u4e00-\u9fff\u201d\u300b\u3009\uff09])[,:;?!()]|[,:;?!()](?=[\u4e00-\u9fff\u201c\u300a\u3008\uff08])/

describe('the catalogue', () => {
  it('has ids in kebab-case, each once', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('uses full-width marks in everything a user reads', () => {
    const texts = rules.flatMap(({ id, summary, why, certain, basis, examples }) => [
      summary,
      why,
      certain ?? '',
      basis ?? '',
      ...examples.wrong.map(({ message }) => message ?? ''),
      // The drafts of one rule show half-width marks.
      ...(id === 'half-width-mark' ? [] : [...examples.wrong, ...examples.right]).map(({ draft }) =>
        draft.replace(/^---\n[\s\S]*?\n---\n/, ''),
      ),
    ])
    expect(texts.filter((text) => HALF_WIDTH.test(text))).toEqual([])
  })

  it('words every message as a whole sentence', () => {
    const messages = rules.flatMap(({ examples }) => examples.wrong.map(({ message }) => message))
    expect(messages.filter((message) => !message?.endsWith('\u3002'))).toEqual([])
  })
})
