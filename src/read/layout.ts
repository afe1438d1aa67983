import type { Nodes, Parents, Root } from 'mdast'

/** A place in a text being laid out. */
interface Point {
  line: number
  column: number
  offset: number
}

const isParent = (node: Nodes): node is Parents => 'children' in node

/** Nodes that stand on lines of their own and hold text or marks around text. */
const isLine = (node: Nodes): boolean =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || node.type === 'code'

/** What a leaf prints: a soft line break ends a line of the text, pictures print nothing. */
function printed(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return node.type === 'break' ? '\n' : ''
}

/**
 * The text of a document that has none of its own (Word, web pages): a paragraph a line, table cells too. Gives every node
 * its place in that text, in the tree itself, so that rules and findings need not know where a draft came from.
 */
export function layOut(root: Root): string {
  const lines: string[] = []
  const at: Point = { line: 1, column: 1, offset: 0 }
  const advance = (value: string): void => {
    lines.push(value)
    at.offset += value.length
    const feeds = value.split('\n')
    at.line += feeds.length - 1
    at.column = feeds.length > 1 ? (feeds.at(-1)?.length ?? 0) + 1 : at.column + value.length
  }
  const place = (node: Nodes): void => {
    const start = { ...at }
    if (isParent(node)) for (const child of node.children) place(child)
    else advance(printed(node))
    node.position = { start, end: { ...at } }
    // A picture alone is no line.
    if (isLine(node) && !(node.type === 'paragraph' && at.offset === start.offset)) advance('\n')
  }
  place(root)
  return lines.join('')
}
