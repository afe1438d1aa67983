import type { Nodes, Paragraph } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/read/markdown.js'

const treeOf = async (text: string) => (await parseMarkdown(text)).root

/** The tree as tags and text: `paragraph(这是 strong(重点))`. */
function outline(node: Nodes): string {
  if ('children' in node) return `${node.type}(${node.children.map(outline).join(' ')})`
  return 'value' in node && node.type === 'text'
    ? node.value
    : 'value' in node
      ? `${node.type}(${node.value})`
      : node.type
}

const shapeOf = async (text: string): Promise<string> => (await treeOf(text)).children.map(outline).join(' ')

describe('parseMarkdown', () => {
  it.each([['满意率85%~90%，每月5~10件'], ['2021~2025年'], ['~5件~']])(
    'reads a single ~ as a span of numbers: %s',
    async (text) => {
      expect(await shapeOf(text)).toBe(`paragraph(${text})`)
    },
  )

  it('reads two ~ as a deletion', async () => {
    expect(await shapeOf('~~旧稿~~新稿')).toBe('paragraph(delete(旧稿) 新稿)')
  })

  it.each([
    ['**重点：**后文', 'paragraph(strong(重点：) 后文)'],
    ['落实**“四个亲自”**要求', 'paragraph(落实 strong(“四个亲自”) 要求)'],
    ['**（一）加强领导。**后文', 'paragraph(strong(（一）加强领导。) 后文)'],
  ])('reads bold next to Chinese marks: %s', async (text, shape) => {
    expect(await shapeOf(text)).toBe(shape)
  })

  it.each([['    四格缩进的一段'], ['\t制表符缩进的一段'], ['\u3000\u3000全角缩进的一段']])(
    'reads an indented paste from Word as a paragraph: %j',
    async (text) => {
      const [only, ...others] = (await treeOf(text)).children
      expect(only?.type).toBe('paragraph')
      expect(others).toEqual([])
    },
  )

  it('reads tables, with a ~ in them', async () => {
    expect(await shapeOf('| 领域 | 件 |\n| --- | ---: |\n| 食品 | 10~20 |')).toBe(
      'table(tableRow(tableCell(领域) tableCell(件)) tableRow(tableCell(食品) tableCell(10~20)))',
    )
  })

  it.each([
    ['详见https://example.cn/a，另见www.example.cn网站'],
    ['邮箱fazhi@example.cn，欢迎来信'],
    ['http://例子.中国'],
  ])('leaves a bare address as text: %s', async (text) => {
    expect(await shapeOf(text)).toBe(`paragraph(${text})`)
  })

  it('leaves a bare address in a document with a table as text too', async () => {
    const shape = await shapeOf('| 甲 |\n| --- |\n| 乙 |\n\n详见https://example.cn/a，网站www.example.cn首页。')
    expect(shape).toMatch(/paragraph\(详见.*首页。\)$/)
    expect(shape).not.toContain('link')
  })

  it('leaves the places of text around an address that no bracket closes', async () => {
    const text = '| 甲 |\n| - |\n| 乙 |\n\n[见\nhttps://example.cn/甲，审查文件，邮箱[fazhi@example.cn。'
    const [leaf] = ((await treeOf(text)).children[1] as Paragraph).children
    expect(text.slice(leaf?.position?.start.offset, leaf?.position?.end.offset)).toMatch(/^\[见\nhttps/)
  })

  it('keeps links that were written as links', async () => {
    expect(await shapeOf('[方案](https://example.cn)')).toBe('paragraph(link(方案))')
    expect(await shapeOf('<https://example.cn>')).toBe('paragraph(link(https://example.cn))')
  })

  it('leaves document numbers in brackets alone', async () => {
    expect(await shapeOf('按云政发〔2023〕12号、[2023]13号执行')).toBe(
      'paragraph(按云政发〔2023〕12号、[2023]13号执行)',
    )
  })

  it('gives positions that cut the text of every leaf out of the source', async () => {
    const text = '# 标题\r\n\r\n正文**重点**，10~20件。\r\n\r\n- 项目一\r\n- 项目二\r\n'
    const visit = (node: Nodes): void => {
      if (node.type === 'text') {
        expect(text.slice(node.position?.start.offset, node.position?.end.offset)).toBe(node.value)
      }
      if ('children' in node) node.children.forEach(visit)
    }
    visit(await treeOf(text))
  })

  it('takes YAML between the first two `---` lines off the tree', async () => {
    const { root, frontMatter } = await parseMarkdown('---\nyear: 2023\n---\n\n正文')
    expect(frontMatter).toBe('year: 2023')
    expect(root.children.map(outline)).toEqual(['paragraph(正文)'])
  })
})
