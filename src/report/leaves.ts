import type { Heading, Html, Nodes, Paragraph, Root, TableCell } from 'mdast'
import { findDate } from '../text/dates.js'
import { leadingNumeral, type Numeral } from '../text/numerals.js'
import { isBodyName } from './names.js'
import { isReportTitle } from './title.js'

/** A line of the document's text, before it is known what it is. */
export interface Leaf {
  node: Heading | Paragraph | TableCell
  /** Part of the node's text, in UTF-16 units with line breaks. */
  from: number
  to: number
  /** The part as it stands in the node, with line breaks. */
  raw: string
  /** Without line breaks and outer blanks, in simplified characters. */
  text: string
  /** The same as printed. */
  printed: string
  /** The numeral it begins with. */
  numeral: Numeral | null
  /** Index of the top-level node. */
  top: number
  /** Inside a list, quote or table: no heading of the report. */
  nested: boolean
  /** Depth of a Markdown heading. */
  depth: number | null
  /** The whole paragraph is bold. */
  bold: boolean
  /** Order of its look among the lines a document sets off, 1 for the highest; `null` where looks are not known. */
  look: number | null
}

/** Text of a node without markup, its line breaks kept as one `\n` each. */
export function flatten(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return ''
  const { children } = node
  return children.length === 1 ? flatten(children[0] as Nodes) : children.map(flatten).join('')
}

const withoutBreaks = (text: string): string => (text.includes('\n') ? text.replaceAll('\n', '') : text)

/** Whether the line after this one in the same paragraph begins a line of its own, not the rest of a wrapped one. */
function endsLine(line: string, next: string, longest: number): boolean {
  return (
    /[\u3002\uff01\uff1f\uff1b\uff1a;:]$/.test(line) ||
    leadingNumeral(next) !== null ||
    isReportTitle(line) ||
    (leadingNumeral(line) !== null && line.length <= 60 && line.length < longest * 0.8) ||
    line.length < longest * 0.6
  )
}

/** A line of a masthead or a signature, which its author typed on a line of its own. */
const isFraming = (line: string): boolean =>
  isReportTitle(line) || isBodyName(line) || (line.length <= 20 && findDate(line) !== null)

/** Lines of a paragraph that its author typed with single line ends, as ranges of its text. */
function lineRanges(raw: string): [number, number][] {
  if (!raw.includes('\n')) return [[0, raw.length]]
  const lines = raw.split('\n')
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const isFrame = lines.every((line) => isFraming(line.trim()))
  const ranges: [number, number][] = []
  let from = 0
  let at = 0
  for (const [i, line] of lines.entries()) {
    at += line.length
    const next = lines[i + 1]
    if (next === undefined || isFrame || endsLine(line.trim(), next.trim(), longest)) {
      ranges.push([from, at])
      from = at + 1
    }
    at++
  }
  return ranges
}

type Simplify = (text: string) => string

function collect(node: Nodes, top: number, nested: boolean, simplify: Simplify, leaves: Leaf[]): void {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') {
    const raw = flatten(node)
    const ranges = node.type === 'paragraph' && !nested ? lineRanges(raw) : ([[0, raw.length]] as [number, number][])
    for (const [from, to] of ranges) {
      const printed = withoutBreaks(raw.slice(from, to)).trim()
      if (printed === '') continue
      const text = simplify(printed)
      leaves.push({
        node,
        from,
        to,
        raw: raw.slice(from, to),
        text,
        printed,
        numeral: leadingNumeral(text),
        top,
        nested,
        depth: node.type === 'heading' && !nested ? node.depth : null,
        bold: node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong',
        look: node.data?.look ?? null,
      })
    }
  } else if ('children' in node) {
    for (const child of node.children) collect(child, top, true, simplify, leaves)
  }
}

const asPrinted: Simplify = (text) => text

function simplifying(variants: Record<string, string>): Simplify {
  const pattern = new RegExp(`[${Object.keys(variants).join('')}]`, 'g')
  return (text) => text.replace(pattern, (char) => variants[char] ?? char)
}

/**
 * Lines of a document in order, those in lists, quotes and tables too.
 * @param variants traditional characters with their simplified forms
 */
export function leavesOf(root: Root, variants: Record<string, string>): Leaf[] {
  const simplify = Object.keys(variants).length === 0 ? asPrinted : simplifying(variants)
  const leaves: Leaf[] = []
  for (const [top, node] of root.children.entries()) collect(node, top, false, simplify, leaves)
  return leaves
}

/** HTML comments that stand as blocks of their own. */
export function commentsOf(root: Root): Html[] {
  return root.children.filter((node): node is Html => node.type === 'html' && /^\s*<!--/.test(node.value))
}
