import { readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { read } from '../../src/read/read.js'
import fc from '../fast-check.js'

/** Saved by LibreOffice: a table, a field, a note, a soft line break, tracked deletion, hidden text. */
const bytes = new Uint8Array(readFileSync('test/fixtures/docx/odd.doc'))

const sketch = (node: Nodes): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '⏎'
  const inner = 'children' in node ? node.children.map(sketch).join(' ') : ''
  return node.type === 'root' ? inner : `${node.type}(${inner})`
}

describe('a binary Word document', () => {
  it('gives its text as Word prints it', async () => {
    const { root } = await read({ name: 'odd.doc', bytes })
    expect(root.children.map(sketch)).toEqual([
      'paragraph(云溪县2023年法治政府建设年度报告)',
      'paragraph(一、主要举措和成效)',
      'paragraph(全年审查文件32件，效果明显。)',
      'paragraph(第一行 ⏎ 第二行\t“引号”)',
      'table(tableRow(tableCell(项目) tableCell(数量)) tableRow(tableCell(复议) tableCell(68件)) tableRow(tableCell() tableCell(甲)))',
      'paragraph(域的结果)',
      'paragraph(云溪县人民政府)',
      'footnoteDefinition(paragraph(据司法局统计。))',
    ])
  })

  it.each([
    ['odd.doc', []],
    ['odd.wps', []],
    ['odd.docx', [expect.stringContaining('扩展名应为 .doc')]],
  ])('is read as %s, and says what is lost and what to do', async (name, before) => {
    const { notices } = await read({ name, bytes })
    expect(notices).toEqual([
      ...before,
      expect.stringMatching(/自动编号可能丢失.*另存为.*\.docx/),
      expect.stringContaining('删除的 5 字没有读入'),
      expect.stringContaining('隐藏文字 3 字'),
    ])
  })

  it('cut off is refused', async () => {
    await expect(read({ name: 'odd.doc', bytes: bytes.slice(0, 4000) })).rejects.toMatchObject({ code: 'bad-document' })
  })

  it('with a chain of sectors that runs in a circle is refused', async () => {
    const copy = bytes.slice()
    const view = new DataView(copy.buffer)
    const sector = 1 << view.getUint16(30, true)
    const table = (view.getUint32(76, true) + 1) * sector
    for (let i = 0; i + 1 < sector / 4; i++) view.setUint32(table + 4 * i, i % 2 === 0 ? i + 1 : i - 1, true)
    await expect(read({ name: 'odd.doc', bytes: copy })).rejects.toMatchObject({ code: 'bad-document' })
  })

  it('damaged anywhere is read or refused, never more', async () => {
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const copy = bytes.slice()
        for (const [at, byte] of changes) copy[at] = byte
        await read({ name: 'odd.doc', bytes: copy }).catch((error: unknown) => {
          if (!(error instanceof FazhiError)) throw error
        })
      }),
      { numRuns: 2000 },
    )
  })
})
