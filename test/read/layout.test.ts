import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/read/layout.js'

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value })

describe('a document laid out as text', () => {
  it('has a paragraph, heading or table cell a line', () => {
    const root: Root = {
      type: 'root',
      children: [
        { type: 'heading', depth: 2, children: [text('一、主要做法')] },
        { type: 'paragraph', children: [text('审查'), { type: 'strong', children: [text('32')] }, text('件。')] },
        {
          type: 'table',
          children: [
            {
              type: 'tableRow',
              children: [
                { type: 'tableCell', children: [text('项目')] },
                { type: 'tableCell', children: [] },
              ],
            },
          ],
        },
      ],
    }
    expect(layOut(root)).toBe('一、主要做法\n审查32件。\n项目\n\n')
  })

  it('gives every text its place in it', () => {
    const bold = text('32')
    const root: Root = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [text('第一行'), { type: 'break' }, text('第二行')] },
        { type: 'paragraph', children: [text('审查'), { type: 'strong', children: [bold] }] },
      ],
    }
    const laid = layOut(root)
    const { position } = bold as { position?: { start: { line: number; column: number; offset: number } } }
    expect(position?.start).toEqual({ line: 3, column: 3, offset: laid.indexOf('32') })
    expect(root.children[0]?.position).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 2, column: 4, offset: 7 },
    })
  })

  it('has no text for pictures and rules', () => {
    const root: Root = {
      type: 'root',
      children: [
        { type: 'thematicBreak' },
        { type: 'paragraph', children: [{ type: 'image', url: '', alt: '印章' }, text('云溪县')] },
      ],
    }
    expect(layOut(root)).toBe('云溪县\n')
  })
})
