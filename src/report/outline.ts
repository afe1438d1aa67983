import type { Block, Section } from '../model.js'
import { findHeadings } from './headings.js'
import type { Leaf } from './leaves.js'
import { levelsOf } from './levels.js'

export interface Outline {
  blocks: Block[]
  sections: Section[]
  /** Text before the first heading. */
  opening: Block[]
}

/** Written out, so that all blocks are of one shape to V8. */
export const toBlock = (leaf: Leaf, role: Block['role'], from = 0, to = leaf.text.length): Block => {
  const isWhole = from === 0 && to === leaf.text.length
  const text = leaf.text.slice(from, to).trim()
  return {
    role,
    text,
    printed: leaf.printed === leaf.text ? text : leaf.printed.slice(from, to).trim(),
    node: leaf.node,
    from: isWhole ? leaf.from : rawIndex(leaf, from),
    to: isWhole ? leaf.to : rawIndex(leaf, to),
    top: leaf.top,
    at: 0,
  }
}

/** Index in the node's text of a unit of the leaf's text; they differ by line breaks and leading blanks. */
function rawIndex(leaf: Leaf, index: number): number {
  let at = leaf.raw.length - leaf.raw.trimStart().length
  if (!leaf.raw.includes('\n')) return leaf.from + at + index
  for (let i = 0; i < index; i++) {
    while (leaf.raw[at] === '\n') at++
    at++
  }
  return leaf.from + at
}

/** What a name is told without. */
const NAME_END = /[\u3002\uff1a:]$/

/** Splits lines into headings and text and hangs the text below its heading. */
export function buildOutline(leaves: Leaf[], isNamed: (heading: string) => boolean): Outline {
  const headings = findHeadings(leaves, isNamed)
  const levels = levelsOf(headings, isNamed)
  const byLeaf = new Map(headings.map((heading) => [heading.leaf, heading]))
  const outline: Outline = { blocks: [], sections: [], opening: [] }
  const open: Section[] = []

  const addBody = (block: Block): void => {
    outline.blocks.push(block)
    const section = open.at(-1)
    if (section) section.body.push(block)
    else outline.opening.push(block)
  }
  for (const leaf of leaves) {
    const heading = byLeaf.get(leaf)
    if (!heading) {
      addBody(toBlock(leaf, 'body'))
      continue
    }
    const block = toBlock(leaf, 'heading', 0, heading.end)
    const level = levels.get(heading) ?? 1
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const section: Section = {
      level,
      block,
      heading: block.printed,
      name: block.text.slice(heading.numeral?.text.length ?? 0).replace(NAME_END, ''),
      numeral: heading.numeral,
      body: [],
      children: [],
    }
    outline.blocks.push(block)
    ;(open.at(-1)?.children ?? outline.sections).push(section)
    open.push(section)
    const rest = leaf.text.slice(heading.end)
    if (/^[\u3002\uff01\uff1f!?]./.test(rest)) addBody(toBlock(leaf, 'body', heading.end + 1))
  }
  return outline
}

function addBelow({ body, children }: Section, blocks: Block[]): void {
  for (const block of body) blocks.push(block)
  for (const child of children) {
    blocks.push(child.block)
    addBelow(child, blocks)
  }
}

/** All text below a heading in order, lower headings with theirs. */
export function textBelow(section: Section): Block[] {
  const blocks: Block[] = []
  addBelow(section, blocks)
  return blocks
}
