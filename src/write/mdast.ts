import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Block, Draft, Role, Section } from '../model.js'
import type { NumeralStyle } from '../text/numerals.js'

declare module 'mdast' {
  interface ParagraphData {
    /** What the paragraph is in the report. */
    role?: Role
  }
  interface HeadingData {
    role?: Role
  }
}

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
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.length
  if (node.type === 'break') return 1
  return 'children' in node ? node.children.reduce((sum: number, child: Nodes) => sum + length(child), 0) : 0
}

/**
 * The part of inline content between two offsets of its text; marks around it stay on both sides of a cut.
 * @param room range from which images and other content without text are taken
 */
function slice(nodes: PhrasingContent[], from: number, to: number, room = { from, to }): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let at = 0
  for (const node of nodes) {
    const size = length(node)
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, size)
    if (start < end) parts.push(...sliceNode(node, start, end, size))
    else if (size === 0 && at >= room.from && at <= room.to) parts.push(node)
    at += size
  }
  return parts
}

function sliceNode(node: PhrasingContent, start: number, end: number, size: number): PhrasingContent[] {
  if (start === 0 && end === size) return [node]
  if (node.type === 'text' || node.type === 'inlineCode') {
    return [{ ...node, value: node.value.slice(start, end) }]
  }
  if ('children' in node)
    return [{ ...node, children: slice(node.children as PhrasingContent[], start, end) } as PhrasingContent]
  return []
}

/** Units of text written at once; what the writer spends on a piece grows with the square of its markup. */
const PIECE = 10_000

function inPieces(node: Text): Text[] {
  if (node.value.length <= PIECE) return [node]
  const pieces = node.value.match(new RegExp(`[\\s\\S]{1,${PIECE}}(?![\\udc00-\\udfff])`, 'g')) ?? []
  return pieces.map((value) => ({ ...node, value }))
}

/** Lines of one block become one: Chinese needs no blank between them. */
function withoutBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break') return []
    if (node.type === 'text') return inPieces({ ...node, value: node.value.replaceAll('\n', '') })
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

/** The blocks of the same node; what stands between two of them without text goes with the latter. */
interface Neighbours {
  before?: Block | undefined
  after?: Block | undefined
}

const contentOf = (block: Block, { before, after }: Neighbours = {}): PhrasingContent[] => {
  const children = block.node.children as PhrasingContent[]
  const room = { from: before ? before.to + 1 : 0, to: after ? block.to : Infinity }
  return trim(withoutBreaks(slice(children, block.from, block.to, room)))
}

const TITLE = 1

/** Depth a heading would have if it stood alone. */
const ownDepth = ({ numeral, level }: Section): number => (numeral ? DEPTHS[numeral.style] : level + TITLE)

/**
 * Depth of every heading: that of its numbering, and deeper than the level above, for 一、 may stand below 第一部分 or
 * below a heading without number. One level has one depth, also where a heading of it has nothing above: or the next
 * reader would take that for a higher one.
 */
function headingsOf(sections: Section[]): Map<Block, Heading['depth']> {
  const all: Section[] = []
  const visit = (section: Section): void => {
    all.push(section)
    section.children.forEach(visit)
  }
  sections.forEach(visit)
  const depths = new Map<Block, Heading['depth']>()
  let above = TITLE
  for (const level of new Set(all.map((section) => section.level).sort((a, b) => a - b))) {
    const peers = all.filter((section) => section.level === level)
    above = Math.min(
      6,
      peers.reduce((most, section) => Math.max(most, ownDepth(section)), above + 1),
    )
    for (const { block } of peers) depths.set(block, above as Heading['depth'])
  }
  return depths
}

/** Blocks that stand in a list, quote or table are written with it; so is what has no text, such as an image. */
const isWhole = (node: RootContent, blocks: Block[]): boolean =>
  (node.type !== 'paragraph' && node.type !== 'heading') || blocks.length === 0

/** The report as Markdown tree: one title, headings at the depth of their numbering, a paragraph a block. */
export function toMdast(draft: Draft): Root {
  const depths = new Map([...headingsOf(draft.sections), ...headingsOf(draft.annexes)])
  const blocksByNode = new Map<number, Block[]>()
  for (const block of draft.blocks) {
    const known = blocksByNode.get(block.top)
    if (known) known.push(block)
    else blocksByNode.set(block.top, [block])
  }
  const children: RootContent[] = []
  let hasTitle = false
  for (const [index, node] of draft.source.root.children.entries()) {
    const blocks = blocksByNode.get(index) ?? []
    if (isWhole(node, blocks)) {
      children.push(node)
      continue
    }
    for (const [i, block] of blocks.entries()) {
      if (block.role === 'title') {
        if (!hasTitle) children.push({ type: 'heading', depth: 1, children: titleOf(draft) })
        hasTitle = true
      } else children.push(toNode(block, { before: blocks[i - 1], after: blocks[i + 1] }, depths.get(block)))
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

function toNode(block: Block, neighbours: Neighbours, depth: Heading['depth'] | undefined): Heading | Paragraph {
  const content = contentOf(block, neighbours)
  // 附件1 and what stands on a line of its own below it are set off by their places.
  const isSetOff = block.role === 'annex' && content.length === 1
  const children = isSetOff ? withoutStrong(content) : content
  return depth === undefined
    ? { type: 'paragraph', children, data: { role: block.role } }
    : { type: 'heading', depth, children: withoutStrong(children), data: { role: block.role } }
}
