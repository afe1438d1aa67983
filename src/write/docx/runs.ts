import type { PhrasingContent } from 'mdast'
import { unwrapped } from '../unwrap.js'
import { FIRST_LINK, FIRST_NOTE, type Story } from './story.js'
import { STYLE } from './styles.js'
import { type Element, el, on, val } from './xml.js'

/** How a run differs from its paragraph. */
interface Look {
  bold?: boolean
  italic?: boolean
  strike?: boolean
  style?: string
}

/** Marks that Chinese and Latin type share: “ ” ‘ ’ … — · × ° and the like. Word must be told that they are Chinese. */
const SHARED = /[\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2103-\u22ff\u2460-\u25ff\u3003]/

function properties(text: string, { bold, italic, strike, style }: Look): Element | undefined {
  const children = [
    style !== undefined && val('w:rStyle', style),
    SHARED.test(text) && el('w:rFonts', { 'w:hint': 'eastAsia' }),
    on('w:b', bold),
    on('w:bCs', bold),
    on('w:i', italic),
    on('w:iCs', italic),
    on('w:strike', strike),
  ].filter((child) => child !== false)
  return children.length > 0 ? el('w:rPr', {}, ...children) : undefined
}

/** A run of text; tabs are elements of their own. */
export function run(text: string, look: Look = {}): Element {
  const pieces = text
    .split(/(\t)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '\t' ? el('w:tab') : el('w:t', { 'xml:space': 'preserve' }, piece)))
  return el('w:r', {}, properties(text, look), ...pieces)
}

const lineBreak = (): Element => el('w:r', {}, el('w:br'))

/** Addresses that a click may open. */
const ADDRESS = /^(?:https?:\/\/|mailto:)/i

const COMMENT = /^\s*<!--([\s\S]*?)-->\s*$/

/** Text of an HTML comment; `null` for other HTML. */
export const commentIn = (html: string): string | null => COMMENT.exec(html)?.[1]?.trim() ?? null

/** Longest piece of what is not written that a comment quotes. */
const LONGEST_QUOTE = 500

const quote = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}……` : text)

/** What to say of HTML that is not written, so that it is not lost in silence; `null` where it says nothing. */
export function remarkOn(html: string): string | null {
  const comment = commentIn(html)
  if (comment !== null) return comment === '' ? null : comment
  return /[\u4e00-\u9fff]|<img/i.test(html) ? `此处的 HTML 代码没有写入：${quote(html)}` : null
}

function link(url: string, children: PhrasingContent[], story: Story, look: Look): Element[] {
  const inner = (own: Look): Element[] => children.flatMap((child) => toRuns(child, story, own))
  if (!ADDRESS.test(url)) return inner(look)
  const known = story.links.indexOf(url)
  const index = known < 0 ? story.links.push(url) - 1 : known
  return [el('w:hyperlink', { 'r:id': `rId${FIRST_LINK + index}` }, ...inner({ ...look, style: STYLE.link }))]
}

function note(identifier: string, story: Story): Element[] {
  const definition = story.noteDefinitions.get(identifier)
  if (!definition) return []
  const known = story.notes.indexOf(definition)
  const index = known < 0 ? story.notes.push(definition) - 1 : known
  return [
    el(
      'w:r',
      {},
      el('w:rPr', {}, val('w:rStyle', STYLE.footnoteMark)),
      el('w:footnoteReference', { 'w:id': FIRST_NOTE + index }),
    ),
  ]
}

/** A comment on the text before it. */
export function commentMark(text: string, story: Story): Element {
  const id = story.comments.push(text) - 1
  return el('w:r', {}, el('w:rPr', {}, val('w:rStyle', STYLE.commentMark)), el('w:commentReference', { 'w:id': id }))
}

function picture(alt: string | null | undefined, url: string, story: Story): Element[] {
  const name = [alt === '图片' ? '' : alt, /^data:/i.test(url) ? '' : url].filter((part) => part).join('，')
  return [commentMark(`此处原有图片${name === '' ? '' : `（${quote(name)}）`}，请在这里插入`, story)]
}

/** A piece of text with its marks as runs. What Word has no place for becomes a comment, never nothing. */
export function toRuns(node: PhrasingContent, story: Story, look: Look = {}): Element[] {
  const inner = (children: PhrasingContent[], own: Look): Element[] =>
    children.flatMap((child) => toRuns(child, story, { ...look, ...own }))
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [run(unwrapped(node.value), look)]
    case 'inlineCode':
      return [run(unwrapped(node.value), look)]
    case 'break':
      return [lineBreak()]
    case 'strong':
      return inner(node.children, { bold: true })
    case 'emphasis':
      return inner(node.children, { italic: true })
    case 'delete':
      return inner(node.children, { strike: true })
    case 'link':
      return link(node.url, node.children, story, look)
    case 'linkReference': {
      const url = story.definitions.get(node.identifier)?.url
      return url === undefined ? inner(node.children, {}) : link(url, node.children, story, look)
    }
    case 'footnoteReference':
      return note(node.identifier, story)
    case 'image':
      return picture(node.alt, node.url, story)
    case 'imageReference':
      return picture(node.alt, story.definitions.get(node.identifier)?.url ?? '', story)
    case 'html': {
      if (/^<br\s*\/?>$/i.test(node.value)) return [lineBreak()]
      const remark = commentIn(node.value)
      return remark === null || remark === '' ? [] : [commentMark(remark, story)]
    }
    default:
      return []
  }
}
