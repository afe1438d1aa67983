import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { examine } from '../../src/lint.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { annotate } from '../../src/write/annotate/annotate.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { byLibreOffice, byPandoc, commentedByPandoc, haveAll } from '../read/programs.js'
import { samples, setByHand, withAutomaticNumbers, withStyles } from '../read/word-drafts.js'
import { commentsIn, expectFaithful, findingAt, ourComments, textOf } from './annotated.js'

const drafts = await samples()
/** Samples that between them have tables, footnotes, lists. */
const CHOSEN = drafts.slice(0, 4)

/** The file with what lint finds in it, and two findings more, so that there are some. */
async function annotated(bytes: Uint8Array): Promise<Uint8Array> {
  const draft = build(await read({ name: 'a.docx', bytes }))
  const { text } = draft.source
  const middle = text.slice(text.length / 2 - 3, text.length / 2 + 3)
  return annotate(bytes, [...examine(draft).findings, findingAt(text, text.slice(0, 4)), findingAt(text, middle)])
}

const says = (bytes: Uint8Array): string[] => ourComments(bytes).map(({ paragraphs }) => paragraphs.join('\n'))

describe.skipIf(!haveAll('soffice'))('LibreOffice', () => {
  const made = Object.fromEntries(
    CHOSEN.flatMap(({ name, lines }) => [
      [`${name}-styles`, withStyles(lines)],
      [`${name}-hand`, setByHand(lines)],
      [`${name}-numbers`, withAutomaticNumbers(lines).bytes],
    ]),
  )

  it('opens annotated files and keeps each comment, whoever made the file', { timeout: 240_000 }, async () => {
    const originals = { ...made }
    for (const [name, bytes] of byLibreOffice(made, 'docx', 'docx')) originals[`${name}-saved`] = bytes
    const files: Record<string, Uint8Array> = {}
    for (const [name, bytes] of Object.entries(originals)) {
      files[name] = await annotated(bytes)
      expectFaithful(files[name], bytes)
    }
    const saved = byLibreOffice(files, 'docx', 'docx')
    for (const [name, bytes] of Object.entries(files)) {
      // In the order of their places.
      expect(says(saved.get(name) as Uint8Array).sort(), name).toEqual(says(bytes).sort())
    }
  })

  it('puts the comments at the same words when it makes its own format of the file', { timeout: 120_000 }, async () => {
    const bytes = await annotated(withStyles(CHOSEN[0]?.lines ?? []))
    const odt = byLibreOffice({ draft: bytes }, 'docx', 'odt').get('draft') as Uint8Array
    const xml = strFromU8(unzipSync(odt)['content.xml'] as Uint8Array)
    expect(xml.match(/<office:annotation /g)).toHaveLength(ourComments(bytes).length)
    expect(xml.match(/<office:annotation-end /g)).toHaveLength(ourComments(bytes).length)
    expect(xml.match(/<dc:creator>fazhi<\/dc:creator>/g)).toHaveLength(ourComments(bytes).length)
  })

  it('prints an annotated file', { timeout: 120_000 }, async () => {
    const bytes = await annotated(setByHand(CHOSEN[1]?.lines ?? []))
    const pdf = byLibreOffice({ draft: bytes }, 'docx', 'pdf').get('draft') as Uint8Array
    expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-')
  })
})

describe.skipIf(!haveAll('pandoc'))('pandoc', () => {
  it.each(CHOSEN)('finds each comment with its words in a file it made itself: $name', async ({ draft }) => {
    const original = byPandoc(toMarkdown(draft).replace(/^---\n[\s\S]*?\n---\n/, ''))
    const bytes = await annotated(original)
    expectFaithful(bytes, original)
    const markdown = commentedByPandoc(bytes)
    const count = ourComments(bytes).length
    expect(markdown.match(/\.comment-start id="\d+" author="fazhi"/g)).toHaveLength(count)
    expect(markdown.match(/\.comment-end/g)).toHaveLength(count)
  })

  it('keeps the comments of a file that had some', async () => {
    const original = byPandoc(
      '# 年报\n\n[旧批注]{.comment-start id="3" author="甲"}文字[]{.comment-end id="3"}在此。\n',
    )
    const bytes = annotate(original, [findingAt(textOf(original), '在此')])
    expectFaithful(bytes, original)
    expect(commentsIn(strFromU8(unzipSync(bytes)['word/comments.xml'] as Uint8Array)).length).toBeGreaterThan(0)
  })
})
