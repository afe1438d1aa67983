import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { FazhiError } from '../../error.js'

export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode
export type Document = DefaultTreeAdapterTypes.Document

/** Elements inside one another; pages of real sites have some forty. */
const DEEPEST = 1000
/** Elements of a page; a long report with every character in an element of its own has some forty thousand. */
const MOST_ELEMENTS = 60_000

/** Attributes that tell anything of the text; no other, and no event handler, comes into the tree. */
const ATTRIBUTES = new Set(
  'id class style hidden href face size width height colspan rowspan start media name property content'.split(' '),
)

const refuse = (what: string): FazhiError =>
  new FazhiError(
    'too-large',
    `网页的${what}，不像一份报告，未作检查。请在浏览器里打开，把正文复制到 Word 文档或 .txt 文件后再试`,
  )

/**
 * The tree that browsers make of a page, however broken its markup. Comments are not in it.
 * Throws `too-large` at the first element that is one too many or too deep: of such a page no tree is ever built.
 */
export function parsePage(html: string): { page: Document; body: Element } {
  let elements = 0
  let depth = 0
  const page = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        if (++elements > MOST_ELEMENTS) throw refuse(`标签超过 ${MOST_ELEMENTS / 10_000} 万个`)
        const kept = attributes.filter((each) => ATTRIBUTES.has(each.name))
        return defaultTreeAdapter.createElement(name, namespace, kept)
      },
      appendChild(parent, node) {
        if (!defaultTreeAdapter.isCommentNode(node)) defaultTreeAdapter.appendChild(parent, node)
      },
      onItemPush() {
        if (++depth > DEEPEST) throw refuse(`标签套了 ${DEEPEST} 层以上`)
      },
      onItemPop() {
        depth--
      },
    },
  })
  for (const element of elementsBelow(page)) {
    if (element.tagName === 'body' || element.tagName === 'frameset') return { page, body: element }
  }
  throw new Error('parse5 gives every page a body')
}

export const isElement = (node: Node): node is Element => 'tagName' in node

export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/** Value of an attribute, or `null` without it. */
export const attribute = ({ attrs }: Element, name: string): string | null =>
  attrs.find((each) => each.name === name)?.value ?? null

const NONE: string[] = []

/** Names in the attribute `class`. */
export function classesOf(element: Element): string[] {
  const value = attribute(element, 'class')
  return value === null ? NONE : value.split(/\s+/).filter((name) => name !== '')
}

/** All elements below a node, in document order. */
export function* elementsBelow(node: Document | Element): Generator<Element> {
  const open: Node[] = [...node.childNodes].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isElement(next)) continue
    yield next
    for (let i = next.childNodes.length - 1; i >= 0; i--) open.push(next.childNodes[i] as Node)
  }
}

/** Elements that hold no text of the page: programs, forms, other documents. */
const WITHOUT_TEXT = new Set(
  `script style template noscript noembed noframes iframe frame frameset object embed applet svg math canvas audio video map
  head title meta link base select option optgroup input textarea button datalist meter progress rt rp xml`.split(
    /\s+/,
  ),
)

/** Whether an element holds no text of the page. */
export const hasNoText = ({ tagName }: Element): boolean => WITHOUT_TEXT.has(tagName)

/** Text of an element, blanks as written. */
export function rawText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : isElement(node) ? rawText(node) : '')).join('')
}

/** The words of an element, shown or not, without programs and forms. */
export function wordsOf(element: Element): string {
  return element.childNodes
    .map((node) => (isText(node) ? node.value : isElement(node) && !hasNoText(node) ? `${wordsOf(node)} ` : ''))
    .join('')
}
