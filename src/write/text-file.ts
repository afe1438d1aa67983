import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Draft } from '../model.js'
import { toMdast } from './mdast.js'

/** Text of inline content; a footnote leaves its mark, a picture nothing. */
function inline(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'footnoteReference':
      return `〔注${node.identifier}〕`
    default:
      return 'children' in node ? node.children.map(inline).join('') : ''
  }
}

const lineOf = ({ children }: { children: PhrasingContent[] }): string => children.map(inline).join('')

/** Lines of a block; comments, which are guidance and waivers, have none. */
function linesOf(node: RootContent): string[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return [lineOf(node)]
    case 'code':
      return node.value.split('\n')
    case 'list':
      return node.children.flatMap((item, i) => {
        const [first = '', ...others] = item.children.flatMap(linesOf)
        return [node.ordered ? `${(node.start ?? 1) + i}.${first}` : first, ...others]
      })
    case 'table':
      return node.children.map((row) => row.children.map(lineOf).join('\t'))
    case 'footnoteDefinition':
      return [`注${node.identifier}：${below(node)}`]
    default:
      return 'children' in node ? (node as { children: RootContent[] }).children.flatMap(linesOf) : []
  }
}

const below = ({ children }: { children: Nodes[] }): string => (children as RootContent[]).flatMap(linesOf).join('')

/** A report as text without any markup, a paragraph a line, as other programs take it. Text that came as such stays as it is. */
export function toPlainText(draft: Draft): string {
  if (draft.source.format === 'text') return draft.source.text
  const lines = toMdast(draft).children.flatMap(linesOf)
  return `${lines.filter((line) => line.trim() !== '').join('\n')}\n`
}
