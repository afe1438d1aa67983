import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import { parseMarkdown } from '../../src/read/markdown.js'
import { shield, unshield } from '../../src/read/shield.js'
import { build } from '../../src/report/build.js'
import { lostHan, sourceOf } from '../drafts.js'

/** Milliseconds after which a test counts as hung; on a quiet machine each takes a second or two. */
const HANG = 15_000

const nestedLists = (depth: number, indent: string, end: string): string =>
  Array.from({ length: depth }, (_, i) => `${indent.repeat(i)}- 甲`).join(end)

const TABLE = `${'|甲'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|乙'.repeat(2000)}|\n`

/** Drafts that hang or overflow a Markdown parser. */
const HOSTILE: Record<string, string> = {
  '120 KB of `**甲`': '**甲'.repeat(24_000),
  '50,000 opening and closing brackets': `${'['.repeat(25_000)}甲${']'.repeat(25_000)}`,
  '25,000 pairs of brackets': '[]'.repeat(25_000),
  '20,000 nested quotes': `${'> '.repeat(20_000)}甲`,
  '20,000 list marks on a line': `${'- '.repeat(20_000)}甲`,
  'lists nested 800 deep': nestedLists(800, '  ', '\n'),
  'lists nested 800 deep by tabs': nestedLists(800, '\t', '\n'),
  'lists nested 400 deep with lines between': nestedLists(400, '  ', '\n\n'),
  'a table of 2,000 columns': TABLE,
  'a line with thousands of |': '甲|'.repeat(20_000),
  '5 MB in one line': '法治政府建设。'.repeat(240_000),
  'a file full of tags': '甲<b>法治</b><i>政府</i>'.repeat(8000),
  '50,000 nested tags': `${'<div>'.repeat(50_000)}甲`,
  '50,000 opening comments': `${'<!--'.repeat(50_000)}甲`,
  'backticks of every length': Array.from({ length: 600 }, (_, i) => `${'`'.repeat(i + 1)}甲`).join(''),
  '20,000 footnote marks': '[^甲]'.repeat(20_000),
  '60,000 underscores': '_甲_'.repeat(30_000),
  '30,000 entities': '&amp;甲'.repeat(30_000),
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

describe('hostile Markdown', () => {
  it.each(Object.entries(HOSTILE))(
    'is read and checked without hanging, without loss: %s',
    async (_, text) => {
      const source = await sourceOf(text, 'draft.md')
      lint(build(source))
      expect(lostHan(text, textOf(source.root))).toBe('')
    },
    HANG,
  )

  it.each(Object.entries(HOSTILE))(
    'is checked as plain text without hanging, without loss: %s',
    async (_, text) => {
      const draft = build(await sourceOf(text, 'draft.txt'))
      lint(draft)
      expect(lostHan(text, draft.blocks.map(({ printed }) => printed).join(''))).toBe('')
    },
    HANG,
  )

  it(
    'is checked without hanging where one paragraph has thousands of findings',
    async () => {
      const text = `云溪县2023年法治政府建设年度报告\n\n一、主要做法\n\n${'主要负责人履行第一责任人职责，审查文件XX件。'.repeat(10_000)}\n`
      expect(lint(build(await sourceOf(text))).length).toBeGreaterThan(0)
    },
    HANG,
  )

  it('does not spoil the rest of the document', async () => {
    const { root } = await parseMarkdown(`# 标题\n\n${'**甲'.repeat(20_000)}\n\n这是**重点**。\n\n- 项目\n`)
    expect(root.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'list'])
    expect((root.children[2] as { children: Nodes[] }).children.map(({ type }) => type)).toEqual([
      'text',
      'strong',
      'text',
    ])
  })
})

describe('shield', () => {
  it.each(Object.entries(HOSTILE))('keeps every offset and gives the markup back: %s', (_, text) => {
    const shielded = shield(text)
    expect(shielded).toHaveLength(text.length)
    expect(unshield(shielded)).toBe(text)
  })

  it('leaves a report alone', () => {
    const report = '# 标题\n\n> 引用\n\n- 一\n  - 二\n    1. 三\n\n| 甲 | 乙 |\n| --- | --- |\n| **1** | [2](3) |\n'
    expect(shield(report)).toBe(report)
  })
})
