import type { PhrasingContent, RootContent } from 'mdast'

/** Text of nodes without marks. */
export function plainText(nodes: readonly (PhrasingContent | RootContent)[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return plainText(node.children as PhrasingContent[])
      return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
    })
    .join('')
}
