import type { Html, Nodes, Parents, Root } from 'mdast'

/** HTML that a browser would run: scripts, frames, handlers, addresses of scripts. */
const LIVE =
  /<\s*\/?\s*(?:script|iframe|object|embed|svg|style|link|meta|base|form)\b|\son\w+\s*=|javascript\s*:|vbscript\s*:|data\s*:\s*text\/html/i
const LIVE_ADDRESS = /^\s*(?:javascript|vbscript|data)\s*:/i

const isParent = (node: Nodes): node is Parents => 'children' in node

const isLive = (node: Nodes): node is Html => node.type === 'html' && LIVE.test(node.value)

function inertNode(node: Nodes, isBlock: boolean): Nodes {
  if (isLive(node)) {
    const text = { type: 'text' as const, value: node.value }
    return isBlock ? { type: 'paragraph', children: [text] } : text
  }
  if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && LIVE_ADDRESS.test(node.url))
    return inertNode({ ...node, url: '' } as Nodes, isBlock)
  if (!isParent(node)) return node
  const holdsBlocks = !['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'].includes(node.type)
  return { ...node, children: node.children.map((child) => inertNode(child, holdsBlocks)) } as Nodes
}

/** The tree with HTML that a browser would run turned into text that shows it: nothing is lost, and nothing runs. */
export const inert = (root: Root): Root => inertNode(root, true) as Root
