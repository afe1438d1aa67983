import type { Paragraph, PhrasingContent, Text } from 'mdast'

const LINE_END = /\r\n|\n|\r/

/** The lines of a text node as nodes of their own; `null` where entities or escapes hide which source line is which. */
function textLines(node: Text, source: string): Text[] | null {
  const from = node.position?.start
  const to = node.position?.end
  if (from?.offset === undefined || to?.offset === undefined) return null
  const values = node.value.split(LINE_END)
  const printed = source.slice(from.offset, to.offset).split(/(\r\n|\n|\r)/)
  if (printed.length !== values.length * 2 - 1) return null
  let offset = from.offset
  return values.map((value, i) => {
    const line = printed[i * 2] ?? ''
    // The parser drops blanks and tabs around a line end, and keeps wide ones.
    const lead = i === 0 ? 0 : line.length - line.replace(/^[ \t]+/, '').length
    const size = i === values.length - 1 ? line.length : line.replace(/[ \t]+$/, '').length
    const column = i === 0 ? from.column : 1
    const position = {
      start: { line: from.line + i, column: column + lead, offset: offset + lead },
      end: { line: from.line + i, column: column + size, offset: offset + size },
    }
    offset += line.length + (printed[i * 2 + 1] ?? '').length
    return { type: 'text', value, position }
  })
}

function toParagraph(children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  return { type: 'paragraph', children, ...(start && end ? { position: { start, end } } : {}) }
}

/** The lines of a Markdown paragraph as paragraphs of their own, places kept. */
export function splitLines(paragraph: Paragraph, source: string): Paragraph[] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of paragraph.children) {
    const parts = node.type === 'text' ? textLines(node, source) : [node]
    if (parts === null) return [paragraph]
    if (node.type === 'break') lines.push([])
    for (const [i, part] of node.type === 'break' ? [] : parts.entries()) {
      if (i > 0) lines.push([])
      if (part.type !== 'text' || part.value !== '') lines.at(-1)?.push(part)
    }
  }
  return lines.filter((line) => line.length > 0).map(toParagraph)
}
