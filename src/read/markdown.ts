import type { Nodes, Parents, Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { FazhiError } from '../error.js'
import { shield, unshield } from './shield.js'

/** A space-indented paste from Word is no code. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}

/** Its second look for addresses would make nodes without places. */
function withoutSecondLook(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: object[] }
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat(2).map((each) => ({ ...each, transforms: [] })) ?? []
}

const base = unified().use(remarkParse).use(withoutIndentedCode).freeze()

/** `---` lines around the head; with one alone, the extension would keep lists and quotes from being seen. */
const HAS_FRONT_MATTER = /^---[ \t]*[\r\n](?:[^\r\n]*[\r\n])*?---[ \t]*(?:[\r\n]|$)/
/** Tables, deletions, footnotes, task lists need one of these. */
const NEEDS_GFM = /\||~~|\[\^|\[[ xX]\]/
/** Bold and italics. */
const NEEDS_ATTENTION = /[*_~]/

/** The parser with the extensions that the text has signs of: without the signs the tree is the same, and start-up sooner. */
async function parserFor(text: string): Promise<Processor<Root>> {
  const parser = base()
  if (HAS_FRONT_MATTER.test(text)) parser.use((await import('remark-frontmatter')).default)
  if (NEEDS_ATTENTION.test(text)) parser.use((await import('remark-cjk-friendly')).default)
  // A single ~ is a span of numbers in these reports (85%~90%), never a deletion.
  if (NEEDS_GFM.test(text)) {
    parser.use((await import('remark-gfm')).default, { singleTilde: false }).use(withoutSecondLook)
  }
  return parser.freeze()
}

const isParent = (node: Nodes): node is Parents => 'children' in node

/** A bare address would swallow the Chinese after it; it stays text. */
function isBareLink(node: Nodes, text: string): boolean {
  const first = text[node.position?.start.offset ?? 0]
  return node.type === 'link' && first !== '[' && first !== '<'
}

/** Restores shielded markup in the tree and makes line ends alike, in place: the tree is this module's own. */
function restore(node: Nodes, text: string): void {
  if ('value' in node && typeof node.value === 'string') node.value = unshield(node.value).replace(/\r\n?/g, '\n')
  if (!isParent(node)) return
  const children: Nodes[] = []
  for (const child of node.children as Nodes[]) {
    if (child.type === 'link' && isBareLink(child, text)) children.push(...child.children)
    else children.push(child)
  }
  for (const child of children) restore(child, text)
  node.children = children as never
}

/** A report has some hundred lines; far beyond, the parser's memory is what ends. */
const MAX_LINES = 50_000

function refuseEndless(text: string): void {
  const lines = text.match(/\n|\r(?!\n)/g)?.length ?? 0
  if (lines <= MAX_LINES) return
  throw new FazhiError('too-large', `这份 Markdown 有 ${lines} 行，远远超过一份报告，未作检查。请确认没有选错文件`)
}

/** A Markdown text as tree, its front matter apart. */
export interface ParsedMarkdown {
  root: Root
  /** YAML between the `---` lines at the head, with the line it begins on; `null` without front matter. */
  frontMatter: string | null
}

/**
 * Markdown as mdast: GFM tables, Chinese bold, no indented code; positions point into the text.
 * Throws `too-large` for more lines than the parser can hold.
 */
export async function parseMarkdown(text: string): Promise<ParsedMarkdown> {
  refuseEndless(text)
  const shielded = shield(text)
  const parser = await parserFor(shielded)
  const root = parser.parse(shielded)
  restore(root, text)
  const [first, ...rest] = root.children
  if (first?.type !== 'yaml') return { root, frontMatter: null }
  return { root: { ...root, children: rest as RootContent[] }, frontMatter: first.value }
}
