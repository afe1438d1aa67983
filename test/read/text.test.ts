import type { Paragraph } from 'mdast'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/read/text.js'

const linesOf = (text: string): string[] =>
  readText(text).children.map((node) => ((node as Paragraph).children[0] as { value: string }).value)

describe('readText', () => {
  it.each([['\n'], ['\r\n'], ['\r']])('makes a paragraph of every line, whatever ends it: %j', (end) => {
    expect(linesOf(`标题${end}一、做法${end}${end}1. 第一件${end}    缩进${end}`)).toEqual([
      '标题',
      '一、做法',
      '1. 第一件',
      '缩进',
    ])
  })

  it('interprets no markup', () => {
    expect(linesOf('# 标题\n> 引用\n- 列表\n**粗体** `代码` <b>&amp;</b>')).toEqual([
      '# 标题',
      '> 引用',
      '- 列表',
      '**粗体** `代码` <b>&amp;</b>',
    ])
  })

  it.each([['\u00a0\u00a0'], ['\u2002\u2002'], ['\u3000\u3000'], ['\t'], ['    '], ['\ufeff\u200b']])(
    'leaves the indent %j and the blanks at the end outside the paragraph',
    (blank) => {
      const text = `标题\n${blank}正文。${blank}\n`
      expect(linesOf(text)).toEqual(['标题', '正文。'])
      const { start, end } = readText(text).children[1]?.position ?? {}
      expect(start).toEqual({ line: 2, column: blank.length + 1, offset: 3 + blank.length })
      expect(end).toEqual({ line: 2, column: blank.length + 4, offset: 6 + blank.length })
    },
  )

  it('keeps blanks inside a line', () => {
    expect(linesOf('乡村振兴\u3000法治同行')).toEqual(['乡村振兴\u3000法治同行'])
  })

  it('gives no paragraph for lines of blanks, and counts them', () => {
    const root = readText('\n \u3000\n\u00a0\n正文')
    expect(root.children).toHaveLength(1)
    expect(root.children[0]?.position?.start).toEqual({ line: 4, column: 1, offset: 6 })
  })

  it('gives positions that cut each line out of the text', () => {
    const text = '标题\r\n\r\n\u3000\u3000一、做法\r正文，𠮷祥。\n  末行'
    for (const node of readText(text).children as Paragraph[]) {
      const [leaf] = node.children
      expect(text.slice(leaf?.position?.start.offset, leaf?.position?.end.offset)).toBe(
        (leaf as { value: string }).value,
      )
    }
  })
})
