import { describe, expect, it } from 'vitest'
import { placeOf, spanOf } from '../../src/report/place.js'
import { draftOf } from '../drafts.js'
import fc from '../fast-check.js'

describe('placeOf', () => {
  it.each([['\n'], ['\r\n'], ['\r']])('counts lines and columns from 1, whatever ends a line: %j', (end) => {
    const text = ['标题', '', '正文甲乙'].join(end)
    const start = text.indexOf('甲')
    expect(placeOf(text, { start, end: start + 2 })).toEqual({ line: 3, column: 3, endLine: 3, endColumn: 5 })
  })

  it('gives the end on its own line where a range runs over several', () => {
    expect(placeOf('甲乙\n丙丁\n', { start: 1, end: 4 })).toEqual({ line: 1, column: 2, endLine: 2, endColumn: 2 })
  })

  it('counts columns in UTF-16 units', () => {
    expect(placeOf('𠮷甲', { start: 2, end: 3 })).toMatchObject({ column: 3, endColumn: 4 })
  })

  it('places an empty range at the head of an empty text', () => {
    expect(placeOf('', { start: 0, end: 0 })).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 })
  })

  it('agrees with cutting the text at its line ends', () => {
    const piece = fc.constantFrom('甲', '乙', '\n', '\r\n', '\r', '𠮷', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), fc.nat(60), (pieces, a, b) => {
        const text = pieces.join('')
        const [start, end] = [a, b].map((offset) => Math.min(offset, text.length)).sort((x, y) => x - y) as [
          number,
          number,
        ]
        if (text.slice(start - 1, start + 1) === '\r\n' || text.slice(end - 1, end + 1) === '\r\n') return
        const before = text.slice(0, start).split(/\r\n|\n|\r/)
        const upTo = text.slice(0, end).split(/\r\n|\n|\r/)
        expect(placeOf(text, { start, end })).toEqual({
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
          endLine: upTo.length,
          endColumn: (upTo.at(-1) ?? '').length + 1,
        })
      }),
    )
  })
})

describe('spanOf', () => {
  const TITLE = '云溪县2023年法治政府建设年度报告'

  it.each([
    ['plain text', 'draft.txt', '　　审查文件32件。  '],
    ['bold', 'draft.md', '审查**文件32件**。'],
    ['an entity', 'draft.md', '审查&amp;文件32件。'],
    ['an escape', 'draft.md', '审查\\*文件32件\\_。'],
    ['code', 'draft.md', '审查`文件32件`。'],
    ['a link', 'draft.md', '审查[文件32件](https://example.cn)。'],
    ['a line end', 'draft.md', '审查规范性\n文件32件。'],
    ['a hard line end', 'draft.md', '审查规范性\\\n文件32件。'],
    ['a CRLF line end', 'draft.md', '审查规范性\r\n  文件32件。'],
    ['an entity and a CR line end', 'draft.md', '审查&amp;规范性\r文件32件。'],
    ['a quote', 'draft.md', '> 审查规范性\n> 文件32件。'],
    ['a table', 'draft.md', '| 审查文件32件 |\n| --- |\n| 乙 |'],
    ['a list', 'draft.md', '- 审查规范性\n  文件32件。'],
  ])('cuts what the block shows out of the source: %s', async (_, name, printed) => {
    const text = `${TITLE}\n\n${printed}\n`
    const draft = await draftOf(text, name)
    const block = draft.blocks.find((each) => each.text.includes('文件32件'))
    const from = block?.text.indexOf('文件32件') ?? -1
    const { start, end } = block ? spanOf(text, block, from, from + 5) : { start: 0, end: 0 }
    expect(text.slice(start, end)).toBe('文件32件')
  })

  it('gives an empty range where from and to are the same', async () => {
    const draft = await draftOf(`${TITLE}\n`)
    const [block] = draft.blocks
    expect(block && spanOf(draft.source.text, block, 3, 3)).toEqual({ start: 3, end: 3 })
  })
})
