import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { examine } from '../../src/lint.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { placeOf } from '../../src/report/place.js'
import { annotate } from '../../src/write/annotate/annotate.js'
import fc from '../fast-check.js'
import { cell, numberingXml, OFFICIAL, paragraph, run, stylesXml, table, wordFile } from '../read/word.js'
import { expectFaithful, ourComments, textOf } from './annotated.js'

const words = fc.oneof(
  fc.constantFrom(
    '云溪县人民政府2024年法治政府建设年度报告',
    '一、主要举措和成效',
    '办理案件XX件。',
    '  甲&乙<丙>',
    '𠮷\t丁\n戊',
    ' ',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')),
)
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

/** What stands in a paragraph: runs, and all that may hold runs or stand between them. */
const inline = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(words, fc.boolean()).map(([text, bold]) => run(text, bold ? { bold } : {})) },
  words.map((text) => run(text, { hidden: true })),
  words.map((text) => `<w:hyperlink r:id="rId1">${run(text)}</w:hyperlink>`),
  words.map((text) => `<w:ins w:id="1" w:author="甲">${run(text)}</w:ins>`),
  fc.constant('<w:del w:id="2" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'),
  fc.constant('<w:bookmarkStart w:id="3" w:name="a"/>'),
  words.map(
    (text) =>
      `${field('begin')}<w:r><w:instrText>REF</w:instrText></w:r>${field('separate')}${run(text)}${field('end')}`,
  ),
  fc.constantFrom('begin', 'separate', 'end').map(field),
  words.map((text) => box(paragraph(run(text)))),
  fc.constant('<w:r><w:footnoteReference w:id="2"/></w:r>'),
  fc.constant('<w:commentRangeStart w:id="5"/>'),
)
const line = fc
  .record({
    content: fc.array(inline, { maxLength: 5 }),
    look: fc.record(
      { list: fc.constant<[number, number]>([1, 0]), style: fc.constantFrom('Title', '1') },
      { requiredKeys: [] },
    ),
    isMarkDeleted: fc.boolean(),
  })
  .map(({ content, look, isMarkDeleted }) => {
    const properties = '<w:pPr><w:rPr><w:del w:id="9" w:author="甲"/></w:rPr></w:pPr>'
    const xml =
      content.length === 0 && Object.keys(look).length === 0 ? '<w:p/>' : paragraph(content.join('') || run(''), look)
    return isMarkDeleted && xml.startsWith('<w:p><w:r>') ? xml.replace('<w:p>', `<w:p>${properties}`) : xml
  })
const block = fc.oneof(
  { weight: 4, arbitrary: line },
  fc.array(line, { minLength: 1, maxLength: 3 }).map((cells) => table([cells.map((each) => cell(each))])),
  line.map((each) => `<w:sdt><w:sdtContent>${each}</w:sdtContent></w:sdt>`),
)
const anyWord = fc.tuple(fc.array(block, { maxLength: 8 }), fc.boolean(), words).map(([blocks, hasComments, note]) => {
  const old = `<w:comment w:id="4" w:author="甲">${paragraph('旧')}</w:comment>`
  return wordFile(paragraph('云溪县2024年法治政府建设年度报告') + blocks.join(''), {
    styles: stylesXml(),
    numbering: numberingXml([OFFICIAL]),
    footnotes: `<w:footnote w:id="2">${paragraph(run(note))}</w:footnote>`,
    ...(hasComments ? { comments: old } : {}),
  })
})

const place = fc.record({ at: fc.nat(), length: fc.nat(40), related: fc.array(fc.nat(), { maxLength: 4 }) })

const findingOf = (
  text: string,
  { at, length, related }: { at: number; length: number; related: number[] },
): Finding => {
  const spanAt = (offset: number, size: number) => {
    const start = offset % (text.length + 1)
    return placeOf(text, { start, end: Math.min(text.length, start + size) })
  }
  return {
    rule: 'some-rule',
    severity: 'warning',
    message: '有误。',
    ...spanAt(at, length),
    excerpt: '',
    basis: null,
    fixable: false,
    related: related.map((offset) => spanAt(offset, 2)),
  }
}

describe('any Word document with any findings', () => {
  it('is what it was once our marks are out, and every comment has its range and reference', () => {
    fc.assert(
      fc.property(anyWord, fc.array(place, { minLength: 1, maxLength: 6 }), (original, places) => {
        const text = textOf(original)
        const bytes = annotate(
          original,
          places.map((each) => findingOf(text, each)),
        )
        expect(ourComments(bytes)).toHaveLength(places.length)
        expectFaithful(bytes, original)
        // Marks stand in paragraphs of the body, never in a text box.
        const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
        for (const [holder] of xml.matchAll(
          /<w:txbxContent>.*?<\/w:txbxContent>|<w:(hyperlink|ins|del) [^>]*(?<!\/)>.*?<\/w:\1>/g,
        ))
          expect(holder).not.toMatch(/<w:commentR\w+ w:id="(?!5")/)
      }),
      { numRuns: 300 },
    )
  })

  it('reads as before, with the same findings', async () => {
    const checked = async (bytes: Uint8Array) => {
      const draft = build(await read({ name: 'a.docx', bytes }))
      return { draft, findings: examine(draft).findings }
    }
    await fc.assert(
      fc.asyncProperty(anyWord, async (original) => {
        const { draft, findings } = await checked(original)
        const again = await checked(annotate(original, findings))
        expect(again.draft.source.text).toBe(draft.source.text)
        expect(again.findings).toEqual(findings)
        if (findings.length > 0) expect(again.draft.source.notices.join()).toMatch(/文中有批注 \d+ 条/)
      }),
      { numRuns: 100 },
    )
  })
})
