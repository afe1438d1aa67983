import type { Nodes } from 'mdast'
import type { Block, Place, Span } from '../model.js'

/** Text leaves of a node in order, with the range of the source each came from. */
function* textLeaves(node: Nodes): Generator<{ value: string; start: number; end: number }> {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'break') {
    const value = node.type === 'break' ? '\n' : node.value.replace(/\r\n?/g, '\n')
    yield { value, start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
  } else if ('children' in node) {
    for (const child of node.children) yield* textLeaves(child)
  }
}

/** Offset in the source of the `index`-th unit of a leaf's value; escapes, entities and indents in the source are stepped over. */
function offsetInLeaf(source: string, leaf: { value: string; start: number; end: number }, index: number): number {
  if (leaf.end - leaf.start === leaf.value.length) return leaf.start + index
  let at = leaf.start
  for (let i = 0; i < index; i++) {
    while (at < leaf.end && source[at] !== leaf.value[i]) at++
    at++
  }
  while (at < leaf.end && source[at] !== leaf.value[index]) at++
  return Math.min(at, leaf.end)
}

/** Offset in the source of a unit of the block's text. */
function offsetOf(source: string, block: Block, index: number): number {
  let raw = -1
  let left = index
  let last = block.node.position?.start.offset ?? 0
  let isLeading = true
  for (const leaf of textLeaves(block.node)) {
    for (let i = 0; i < leaf.value.length; i++) {
      raw++
      if (raw < block.from) continue
      if (raw >= block.to) return last
      const char = leaf.value[i] as string
      // The block's text has no line breaks and no leading blanks.
      if (char === '\n') continue
      if (isLeading && char.trim() === '') continue
      isLeading = false
      if (left === 0) return offsetInLeaf(source, leaf, i)
      left--
      last = offsetInLeaf(source, leaf, i) + 1
    }
  }
  return last
}

/** The range of the source that a range of the block's text came from; the whole block unless told. */
export function spanOf(source: string, block: Block, from = 0, to = block.text.length): Span {
  const start = offsetOf(source, block, from)
  const end = to > from ? offsetOf(source, block, to - 1) + 1 : start
  return { start, end: Math.max(start, Math.min(end, source.length)) }
}

const LINE_END = /\r\n|\n|\r/g

/** Offsets at which the lines up to an offset begin. */
function lineStarts(source: string, end: number): number[] {
  const starts = [0]
  if (source.includes('\r')) {
    for (const match of source.slice(0, end).matchAll(LINE_END)) starts.push(match.index + match[0].length)
  } else {
    for (let at = source.indexOf('\n'); at >= 0 && at < end; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  }
  return starts
}

function lastAtOrBefore(starts: number[], offset: number): number {
  let index = starts.length - 1
  while (index > 0 && (starts[index] ?? 0) > offset) index--
  return index
}

/** Lines and columns of a range, from 1, columns in UTF-16 units. */
export function placeOf(source: string, { start, end }: Span): Place {
  const starts = lineStarts(source, end)
  const endLine = starts.length
  const line = lastAtOrBefore(starts, start) + 1
  return {
    line,
    column: start - (starts[line - 1] ?? 0) + 1,
    endLine,
    endColumn: end - (starts[endLine - 1] ?? 0) + 1,
  }
}
