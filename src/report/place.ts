import type { Nodes } from 'mdast'
import type { Block, Place, Span } from '../model.js'
import { matchesOf } from '../text/matches.js'

/** Text of a node with the range of the source it came from. */
interface Leaf {
  value: string
  start: number
  end: number
}

/** Text leaves of a node in order. */
function* textLeaves(node: Nodes): Generator<Leaf> {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'break') {
    const value = node.type === 'break' ? '\n' : node.value
    yield { value, start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
  } else if ('children' in node) {
    for (const child of node.children) yield* textLeaves(child)
  }
}

/** Offset in the source of the `index`-th unit of a leaf's value; escapes, entities and indents in the source are stepped over. */
function offsetInLeaf(source: string, leaf: Leaf, index: number): number {
  if (leaf.end - leaf.start === leaf.value.length) return leaf.start + index
  const isAt = (at: number, i: number): boolean =>
    source[at] === leaf.value[i] || (source[at] === '\r' && leaf.value[i] === '\n')
  let at = leaf.start
  for (let i = 0; i < index; i++) {
    while (at < leaf.end && !isAt(at, i)) at++
    at++
  }
  while (at < leaf.end && !isAt(at, index)) at++
  return Math.min(at, leaf.end)
}

/** Offset where the block's text begins, for a block that stands in the source unit for unit; `null` for any other. */
function plainStart({ node, from, to }: Block): number | null {
  const [leaf, ...others] = node.children
  if (leaf?.type !== 'text' || others.length > 0) return null
  const start = leaf.position?.start.offset ?? 0
  const end = leaf.position?.end.offset ?? 0
  const raw = leaf.value.slice(from, to)
  if (end - start !== leaf.value.length || raw.includes('\n')) return null
  return start + from + raw.length - raw.trimStart().length
}

/** Offset in the source of a unit of the block's text. */
function offsetOf(source: string, block: Block, index: number, plain: number | null): number {
  if (plain !== null) return plain + index
  let raw = -1
  let left = index
  let last: { leaf: Leaf; i: number } | null = null
  const afterLast = (): number =>
    last ? offsetInLeaf(source, last.leaf, last.i) + 1 : (block.node.position?.start.offset ?? 0)
  let isLeading = true
  for (const leaf of textLeaves(block.node)) {
    for (let i = 0; i < leaf.value.length; i++) {
      raw++
      if (raw < block.from) continue
      if (raw >= block.to) return afterLast()
      const char = leaf.value[i] as string
      // The block's text has no line breaks and no leading blanks.
      if (char === '\n') continue
      if (isLeading && char.trim() === '') continue
      isLeading = false
      if (left === 0) return offsetInLeaf(source, leaf, i)
      left--
      last = { leaf, i }
    }
  }
  return afterLast()
}

/** Ranges of the source for ranges of blocks' texts, the whole block unless told; what is found out of a block is kept. */
export function spansIn(source: string): (block: Block, from?: number, to?: number) => Span {
  const starts = new Map<Block, number | null>()
  return (block, from = 0, to = block.text.length) => {
    let plain = starts.get(block)
    if (plain === undefined) {
      plain = plainStart(block)
      starts.set(block, plain)
    }
    const start = offsetOf(source, block, from, plain)
    const end = to > from ? offsetOf(source, block, to - 1, plain) + 1 : start
    return { start, end: Math.max(start, Math.min(end, source.length)) }
  }
}

/** The range of the source for one range. */
export const spanOf = (source: string, block: Block, from?: number, to?: number): Span =>
  spansIn(source)(block, from, to)

const LINE_END = /\r\n|\n|\r/g

// The lines of the last text: a draft's are asked for when it is built and when findings are placed.
let known = ''
let starts = [0]

/** Offsets at which the lines of a text begin. */
function lineStarts(source: string): number[] {
  if (source === known) return starts
  known = source
  starts = [0]
  if (source.includes('\r')) {
    for (const match of matchesOf(source, LINE_END)) starts.push(match.index + match[0].length)
  } else {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  }
  return starts
}

/** Index of the last number that is no greater than the offset. */
function lastAtOrBefore(starts: number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Lines and columns of ranges of a source, from 1, columns in UTF-16 units. */
export function placesIn(source: string): (span: Span) => Place {
  const starts = lineStarts(source)
  return ({ start, end }) => {
    const first = lastAtOrBefore(starts, start)
    const last = lastAtOrBefore(starts, end)
    return {
      line: first + 1,
      column: start - (starts[first] ?? 0) + 1,
      endLine: last + 1,
      endColumn: end - (starts[last] ?? 0) + 1,
    }
  }
}

/** Ranges of a source for lines and columns: the way back. */
export function spansOfPlaces(source: string): (place: Place) => Span {
  const starts = lineStarts(source)
  const offset = (line: number, column: number): number =>
    Math.min(source.length, (starts[line - 1] ?? source.length) + column - 1)
  return ({ line, column, endLine, endColumn }) => ({ start: offset(line, column), end: offset(endLine, endColumn) })
}

/** Line and column of one range. */
export const placeOf = (source: string, span: Span): Place => placesIn(source)(span)
