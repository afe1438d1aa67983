import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { draftOf, statesOf } from '../drafts.js'
import { byLibreOffice, byPandoc, haveAll } from './programs.js'
import { charactersOf, headingsOf, samples, setByHand, withAutomaticNumbers, withStyles } from './word-drafts.js'

const drafts = await samples()

const draftIn = async (bytes: Uint8Array, name: string): Promise<Draft> => build(await read({ name, bytes }))

function expectSame(found: Draft, wanted: Draft): void {
  expect(headingsOf(found.sections)).toEqual(headingsOf(wanted.sections))
  expect(charactersOf(found)).toBe(charactersOf(wanted))
  expect(statesOf(found)).toEqual(statesOf(wanted))
}

describe.skipIf(!haveAll('pandoc'))('documents made by pandoc', () => {
  it.each(drafts)('have every heading at its level and every character: $name', async ({ draft }) => {
    // Pandoc does not see that **一是……。** is bold, and keeps the marks.
    const markdown = toMarkdown(draft)
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replaceAll('**', '')
    expectSame(await draftIn(byPandoc(markdown), 'draft.docx'), await draftOf(markdown, 'draft.md'))
  })
})

const WAYS = {
  styles: withStyles,
  hand: setByHand,
  numbers: (lines: Parameters<typeof withStyles>[0]) => withAutomaticNumbers(lines).bytes,
}

describe.skipIf(!haveAll('soffice'))('documents saved by LibreOffice', () => {
  const made = Object.fromEntries(
    drafts.flatMap(({ name, lines }) => Object.entries(WAYS).map(([way, make]) => [`${name}-${way}`, make(lines)])),
  )

  it('as .docx have every heading at its level and every character', { timeout: 180_000 }, async () => {
    const saved = byLibreOffice(made, 'docx', 'docx')
    for (const { name, draft } of drafts) {
      for (const way of Object.keys(WAYS)) {
        expectSame(await draftIn(saved.get(`${name}-${way}`) as Uint8Array, 'draft.docx'), draft)
      }
    }
  })

  it('as .doc have every typed heading and character, and tell that numbers may be lost', {
    timeout: 180_000,
  }, async () => {
    const saved = byLibreOffice(made, 'docx', 'doc')
    for (const { name, draft } of drafts) {
      const found = await draftIn(saved.get(`${name}-styles`) as Uint8Array, 'draft.doc')
      expect(charactersOf(found)).toBe(charactersOf(draft))
      expect(headingsOf(found.sections)).toEqual(headingsOf(draft.sections))
      expect(found.source.notices[0]).toMatch(/自动编号可能丢失.*另存为/)
    }
  })
})
