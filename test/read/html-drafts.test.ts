import { describe, expect, it } from 'vitest'
import { examine } from '../../src/lint.js'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { statesOf } from '../drafts.js'
import { bytesOf, PAGES } from './pages.js'
import { charactersOf, headingsOf, samples } from './word-drafts.js'

const drafts = await samples()

const draftIn = async (bytes: Uint8Array): Promise<Draft> => build(await read({ name: 'draft.html', bytes }))

const messagesOf = (draft: Draft): string[] =>
  examine(draft, {}).findings.map(({ rule, message }) => `${rule} ${message}`)

describe.each(PAGES)('a page with $name', (kind) => {
  it.each(drafts)(
    'gives $name back: every heading at its level, every character, the same findings',
    async (sample) => {
      const found = await draftIn(bytesOf(kind, sample))
      const wanted = sample.draft
      expect(headingsOf(found.sections)).toEqual(headingsOf(wanted.sections))
      expect(charactersOf(found)).toBe(charactersOf(wanted))
      expect(statesOf(found)).toEqual(statesOf(wanted))
      expect(found.report.title).toBe(wanted.report.title)
      expect(messagesOf(found)).toEqual(messagesOf(wanted))
    },
  )

  it.each(drafts)('gives $name the same headings and states in Markdown', async (sample) => {
    const page = await draftIn(bytesOf(kind, sample))
    const bytes = new TextEncoder().encode(toMarkdown(page))
    const markdown = build(await read({ name: 'draft.md', bytes }))
    expect(headingsOf(markdown.sections)).toEqual(headingsOf(sample.draft.sections))
    expect(statesOf(markdown)).toEqual(statesOf(sample.draft))
  })
})
