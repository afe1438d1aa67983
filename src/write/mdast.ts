import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Block, Draft, Section } from '../model.js'
import type { NumeralStyle } from '../text/numerals.js'

/** Markdown depth by numbering: the title is 1, 一、 2, （一） 3, 1. 4, （1） 5. */
const DEPTHS: Record<NumeralStyle, Heading['depth']> = {
  part: 2,
  han: 2,
  hanBracket: 3,
  arabic: 4,
  arabicBracket: 5,
  circled: 6,
}

const length = (node: Nodes): number => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\r\n?/g, '\n').length
  if (node.type === 'break') return 1
  return 'children' in node ? node.children.reduce((sum: number, child: Nodes) => sum + length(child), 0) : 0
}

/** The part of inline content between two offsets of its text; marks around it stay on both sides of a cut. */
function slice(nodes: PhrasingContent[], from: number, to: number): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let at = 0
  for (const node of nodes) {
    const size = length(node)
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, size)
    if (start < end || (size === 0 && at >= from && at < to)) parts.push(...sliceNode(node, start, end, size))
    at += size
  }
  return parts
}

function sliceNode(node: PhrasingContent, start: number, end: number, size: number): PhrasingContent[] {
  if (start === 0 && end === size) return [node]
  if (node.type === 'text' || node.type === 'inlineCode') {
    return [{ ...node, value: node.value.replace(/\r\n?/g, '\n').slice(start, end) }]
  }
  if ('children' in node)
    return [{ ...node, children: slice(node.children as PhrasingContent[], start, end) } as PhrasingContent]
  return []
}

/** Lines of one block become one: Chinese needs no blank between them. */
function withoutBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break') return []
    if (node.type === 'text') return [{ ...node, value: node.value.replace(/\r\n?|\n/g, '') }]
    if ('children' in node)
      return [{ ...node, children: withoutBreaks(node.children as PhrasingContent[]) } as PhrasingContent]
    return [node]
  })
}

function trim(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first] = nodes
  if (first?.type === 'text') nodes[0] = { ...first, value: first.value.trimStart() }
  const last = nodes.at(-1)
  if (last?.type === 'text') nodes[nodes.length - 1] = { ...last, value: last.value.trimEnd() }
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}

/** A heading is wholly in bold already. */
function withoutStrong(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'strong' ? withoutStrong(node.children) : [node]))
}

const contentOf = (block: Block): PhrasingContent[] => {
  const children = block.node.children as PhrasingContent[]
  return trim(withoutBreaks(slice(children, block.from, block.to)))
}

function headingsOf(sections: Section[]): Map<Block, Heading['depth']> {
  const depths = new Map<Block, Heading['depth']>()
  const visit = (section: Section): void => {
    const depth = section.numeral ? DEPTHS[section.numeral.style] : (Math.min(6, section.level + 1) as Heading['depth'])
    depths.set(section.block, depth)
    section.children.forEach(visit)
  }
  sections.forEach(visit)
  return depths
}

/** Blocks that stand in a list, quote or table are written with it. */
const isWhole = (node: RootContent): boolean => node.type !== 'paragraph' && node.type !== 'heading'

/** The report as Markdown tree: one title, headings at the depth of their numbering, a paragraph a block. */
export function toMdast(draft: Draft): Root {
  const depths = headingsOf(draft.sections)
  const blocksByNode = new Map<number, Block[]>()
  for (const block of draft.blocks) blocksByNode.set(block.top, [...(blocksByNode.get(block.top) ?? []), block])
  const children: RootContent[] = []
  let hasTitle = false
  for (const [index, node] of draft.source.root.children.entries()) {
    if (isWhole(node)) {
      children.push(node)
      continue
    }
    for (const block of blocksByNode.get(index) ?? []) {
      if (block.role === 'title') {
        if (!hasTitle) children.push({ type: 'heading', depth: 1, children: titleOf(draft) })
        hasTitle = true
      } else children.push(toNode(block, depths.get(block)))
    }
  }
  return { type: 'root', children }
}

function titleOf(draft: Draft): PhrasingContent[] {
  const blocks = draft.blocks.filter(({ role }) => role === 'title')
  const [only, ...others] = blocks
  if (only && others.length === 0) return withoutStrong(contentOf(only))
  const lines = blocks.map(({ printed }) => printed)
  const { title = '' } = draft.report
  // The report's title knows where a blank parts joint issuers.
  const isSame = title.replace(/\s/g, '') === lines.join('').replace(/\s/g, '')
  return [{ type: 'text', value: isSame ? title : lines.join('') }]
}

function toNode(block: Block, depth: Heading['depth'] | undefined): Heading | Paragraph {
  return depth === undefined
    ? { type: 'paragraph', children: contentOf(block) }
    : { type: 'heading', depth, children: withoutStrong(contentOf(block)) }
}
