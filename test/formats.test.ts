import { describe, expect, it } from 'vitest'
import { lint } from '../src/lint.js'
import type { Draft, Source } from '../src/model.js'
import { read } from '../src/read/read.js'
import { build } from '../src/report/build.js'
import { statesOf } from './drafts.js'
import { FORMS, type Form } from './forms.js'
import { byLibreOffice, haveAll } from './read/programs.js'
import { charactersOf, headingsOf, type Sample, samples, setByHand } from './read/word-drafts.js'

/**
 * All that forms differ in, with the reason: what such a form cannot carry, taken out of the report that must come back. The
 * user reads the same in docs/formats.md.
 */
const DIFFERENCES: { what: string; why: string; concerns(form: Form): boolean; without(draft: Draft): Draft }[] = [
  {
    what: 'the date of publication',
    why: 'a page tells it beside the text, and Markdown in front matter; plain text and Word have no such place',
    concerns: ({ isPage, fileName }) => !isPage && !fileName.endsWith('.md'),
    without: ({ source }) => {
      const { publishedOn: _, ...metadata } = source.metadata
      return build({ ...source, metadata } satisfies Source)
    },
  },
]

const drafts = await samples()

const readBack = async (form: Form, sample: Sample): Promise<Draft> =>
  build(await read({ name: form.fileName, bytes: form.bytes(sample) }))

const wantedOf = (form: Form, { draft }: Sample): Draft =>
  DIFFERENCES.filter(({ concerns }) => concerns(form)).reduce((wanted, { without }) => without(wanted), draft)

/** What a web page left in a copied text is advice on that copy alone. */
const findingsOf = (draft: Draft): string[] =>
  lint(draft)
    .filter(({ rule }) => rule !== 'page-chrome')
    .map(({ rule, message }) => `${rule} ${message}`)
    .sort()

/** What the report is, without its lines: these count lines of the file or paragraphs. */
const modelOf = ({ report, isReport }: Draft): object => ({ ...report, isReport, sections: undefined })

function expectSame(found: Draft, wanted: Draft): void {
  expect(statesOf(found)).toEqual(statesOf(wanted))
  expect(findingsOf(found)).toEqual(findingsOf(wanted))
  expect(headingsOf(found.sections)).toEqual(headingsOf(wanted.sections))
  expect(modelOf(found)).toEqual(modelOf(wanted))
}

describe.each(FORMS)('$label', (form) => {
  it.each(drafts)('is the same report, with the same states and findings: $name', async (sample) => {
    expectSame(await readBack(form, sample), wantedOf(form, sample))
  })
})

describe.each(FORMS.filter(({ isOurs }) => !isOurs))('$label', (form) => {
  it.each(drafts)('has every character: $name', async (sample) => {
    expect(charactersOf(await readBack(form, sample))).toBe(charactersOf(sample.draft))
  })
})

describe('a difference between forms', () => {
  it.each(DIFFERENCES)('that is listed is there: $what', ({ concerns, without }) => {
    const changed = drafts.filter(({ draft }) => String(findingsOf(without(draft))) !== String(findingsOf(draft)))
    expect(changed).not.toEqual([])
    expect(FORMS.some(concerns)).toBe(true)
  })
})

describe.skipIf(!haveAll('soffice'))('Word documents that LibreOffice saves as .doc', () => {
  it('are the same reports, but for the levels that only their looks told', async () => {
    const files = Object.fromEntries(drafts.map(({ name, lines }) => [name.replace(/\..*/, ''), setByHand(lines)]))
    const saved = byLibreOffice(files, 'docx', 'doc')
    for (const sample of drafts) {
      const bytes = saved.get(sample.name.replace(/\..*/, '')) as Uint8Array
      const found = build(await read({ name: 'draft.doc', bytes }))
      const wanted = wantedOf({ label: '', fileName: 'draft.doc', bytes: () => bytes }, sample)
      expect([sample.name, statesOf(found), findingsOf(found)]).toEqual([
        sample.name,
        statesOf(wanted),
        findingsOf(wanted),
      ])
    }
  })
})
