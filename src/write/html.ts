import type { Element, ElementContent, Root, RootContent } from 'hast'
import { defaultSchema, sanitize } from 'hast-util-sanitize'
import { toHtml as stringify } from 'hast-util-to-html'
import type { Root as MarkdownRoot, Paragraph, Text } from 'mdast'
import { type State, toHast } from 'mdast-util-to-hast'
import type { Draft, Role } from '../model.js'
import { findDate } from '../text/dates.js'
import { squeeze } from '../text/marks.js'
import { toMdast } from './mdast.js'
import { unwrapped } from './unwrap.js'

/** Roles that a page shows otherwise than text. */
const CLASSES: Partial<Record<Role, string>> = {
  front: 'front',
  subtitle: 'subtitle',
  addressee: 'addressee',
  signature: 'signature',
  date: 'date',
  annexNote: 'annexNote',
}

const STYLE = `
article { max-width: 42em; margin: 0 auto; padding: 1em; line-height: 1.8; }
h1, .front, .subtitle { text-align: center; }
article > p { text-indent: 2em; }
article > p.front, article > p.subtitle, article > p.addressee { text-indent: 0; }
footer { margin: 2em 0; text-align: right; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.3em 0.6em; text-align: left; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
`

const isElement = (node: RootContent | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value })

const textOf = (node: RootContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

/** A paragraph that carries what it is in the report through to the page. */
function paragraph(state: State, node: Paragraph): Element {
  const name = CLASSES[node.data?.role ?? 'body']
  return element('p', name === undefined ? {} : { className: [name] }, state.all(node))
}

/** What may stand in a page: GitHub's list, with the classes and the anchors of notes that this module makes itself. */
const ALLOWED = {
  ...defaultSchema,
  clobberPrefix: '',
  attributes: {
    ...defaultSchema.attributes,
    p: [['className', ...Object.values(CLASSES)]] as [string, ...string[]][],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
}

const classOf = (node: Element): string => String((node.properties['className'] as string[] | undefined)?.[0] ?? '')

/** Headings as deep as those above allow: a level is never left out. */
function orderHeadings(root: Root): void {
  const open: number[] = []
  for (const node of root.children) {
    if (!isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) continue
    const level = Number(node.tagName[1])
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    node.tagName = `h${Math.min(6, open.length)}`
  }
}

/** Tables whose cells say what they head; an empty header row heads nothing. */
function markHeaders(node: Root | Element): void {
  for (const child of node.children) {
    if (!isElement(child)) continue
    if (child.tagName === 'table') {
      child.children = child.children.filter((part) => !(isElement(part, 'thead') && textOf(part).trim() === ''))
    }
    if (child.tagName === 'th' || child.tagName === 'td') {
      const { align } = child.properties
      const scope = child.tagName === 'th' ? { scope: 'col' } : {}
      child.properties = align === 'center' || align === 'right' ? { ...scope, className: [align] } : scope
    }
    markHeaders(child)
  }
}

/** Links whose address may not stand in a page become their text; pictures without one show nothing. */
function withoutDeadLinks(children: readonly RootContent[]): RootContent[] {
  return children.flatMap((node): RootContent[] => {
    if (!isElement(node)) return [node]
    if (node.tagName === 'img' && !node.properties['src']) return []
    const inner = withoutDeadLinks(node.children) as ElementContent[]
    return node.tagName === 'a' && node.properties['href'] === undefined ? inner : [{ ...node, children: inner }]
  })
}

/** A line that holds a date, with the date told to programs. */
function withTime(node: Element): Element {
  const line = textOf(node)
  const [only] = node.children
  const found = findDate(line)
  if (found && node.children.length === 1 && only?.type === 'text') {
    const end = found.index + found.length
    const time = element('time', { dateTime: found.iso }, [text(line.slice(found.index, end))])
    const parts = [text(line.slice(0, found.index)), time, text(line.slice(end))]
    return { ...node, children: parts.filter((part) => part.type !== 'text' || part.value !== '') }
  }
  const spaced = findDate(squeeze(line))
  return spaced ? { ...node, children: [element('time', { dateTime: spaced.iso }, node.children)] } : node
}

/** Name and date below the report as its footer. */
function gatherFooter(children: RootContent[]): RootContent[] {
  const gathered: RootContent[] = []
  let footer: Element | null = null
  for (const node of children) {
    const name = isElement(node, 'p') ? classOf(node) : ''
    if (isElement(node, 'p') && (name === 'signature' || name === 'date')) {
      if (!footer) {
        footer = element('footer', {}, [text('\n')])
        gathered.push(footer)
      }
      footer.children.push(name === 'date' ? withTime(node) : node, text('\n'))
    } else if (isElement(node, 'p') && name === 'subtitle') gathered.push(withTime(node))
    else if (!(footer && node.type === 'text')) {
      if (footer) gathered.push(text('\n'))
      footer = null
      gathered.push(node)
    }
  }
  return gathered
}

/** The title that stands in the text, or else the one the document names. */
function titled(root: MarkdownRoot, title: string | undefined): MarkdownRoot {
  const hasTitle = root.children.some((node) => node.type === 'heading' && node.depth === 1)
  if (hasTitle || title === undefined) return root
  const heading = { type: 'heading' as const, depth: 1 as const, children: [{ type: 'text' as const, value: title }] }
  return { ...root, children: [heading, ...root.children] }
}

/**
 * A report as a page for a website: headings in order, tables with headers, name and date as footer, no script. HTML in
 * the draft is left out and addresses are filtered: nothing of the draft is ever run.
 */
export function toHtml(draft: Draft): string {
  const { title, publishedOn } = draft.report
  const tree = toHast(titled(toMdast(draft), title), {
    handlers: {
      paragraph,
      html: () => undefined,
      text: (_: State, node: Text) => text(unwrapped(node.value)),
    },
    clobberPrefix: '',
    footnoteLabel: '注释',
    footnoteLabelProperties: {},
    footnoteBackLabel: '返回正文',
  })
  const safe = sanitize(tree, ALLOWED) as Root
  const article: Root = { ...safe, children: withoutDeadLinks(safe.children) }
  orderHeadings(article)
  markHeaders(article)
  const children = gatherFooter(article.children) as ElementContent[]
  const head = [
    element('meta', { charSet: 'utf-8' }, []),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
    element('title', {}, [text(title ?? '法治政府建设年度报告')]),
    // Named as 《政府网站发展指引》 asks; the text does not tell it.
    ...(publishedOn === undefined ? [] : [element('meta', { name: 'PubDate', content: publishedOn }, [])]),
    element('style', {}, [text(STYLE)]),
  ].flatMap((node): ElementContent[] => [node, text('\n')])
  const body = [
    text('\n'),
    element('main', {}, [text('\n'), element('article', {}, [text('\n'), ...children, text('\n')]), text('\n')]),
    text('\n'),
  ]
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      text('\n'),
      element('html', { lang: 'zh-CN' }, [
        text('\n'),
        element('head', {}, [text('\n'), ...head]),
        text('\n'),
        element('body', {}, body),
        text('\n'),
      ]),
      text('\n'),
    ],
  }
  return stringify(page)
}
