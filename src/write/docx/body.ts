import type { Heading, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Role } from '../../model.js'
import { beginsAnnex, isAnnexLabel, namesAnnex } from '../../report/annexes.js'
import { isBodyName } from '../../report/names.js'
import { isOnlyPlaceholders } from '../../text/placeholders.js'
import { plainText } from '../plain-text.js'
import { placeInNote } from './annex-note.js'
import { annotate, closeUp, type Indent, keepWithNext, type ParagraphLook, paragraph } from './paragraphs.js'
import { remarkOn, run, toRuns } from './runs.js'
import { placesOf, widthOf } from './signature.js'
import type { Story } from './story.js'
import { STYLE } from './styles.js'
import { toTable } from './tables.js'
import { type Element, el } from './xml.js'

/** 附件：1.…, the note below the text that lists the annexes. */
const ANNEX_NOTE = /^附件\s*\d{0,2}\s*[:\uff1a]/
/** A further annex of that note. */
const NEXT_ANNEX = /^\d{1,2}\s*[.\uff0e、]/

/** Where in the document the writer is. */
interface State {
  out: Element[]
  /** The last paragraph that holds text. */
  last: { element: Element; isHeading: boolean } | null
  /** Comments that wait for a paragraph to stand on. */
  pending: string[]
  /** What the last block was. */
  before: Role | 'annexNote' | 'annex' | 'table' | 'other' | null
  /** The signature has passed: what follows is annexes. */
  isSigned: boolean
  /** An annex has begun. */
  isEnclosed: boolean
  /** Width of 附件： in the note that lists the annexes. */
  lead: number | null
}

interface Signing {
  signature: string
  date: string
}

/** Name and date as printed, for their places: the widest name counts. */
function signingOf(nodes: RootContent[]): Signing {
  const linesOf = (role: Role): string[] =>
    nodes.flatMap((node) =>
      node.type === 'paragraph' && node.data?.role === role ? [plainText(node.children).trim()] : [],
    )
  const widest = (lines: string[]): string =>
    lines.reduce((most, line) => (widthOf(line) > widthOf(most) ? line : most), '')
  // A date that is not filled in yet will be about as wide as any.
  return { signature: widest(linesOf('signature')), date: widest(linesOf('date')) || '2026年1月25日' }
}

/** Lines between the text and the name: room for a seal. */
const LINES_ABOVE_NAME = { sealed: 2, plain: 1 }

/** A title that is too long for a line is broken before 关于, where Chinese titles breathe. */
function titleRuns(children: PhrasingContent[], story: Story): Element[] {
  const text = plainText(children)
  const at = text.indexOf('关于')
  const room = (story.measures.width / story.profile.title.size) * 0.05
  if (at <= 0 || widthOf(text) <= room) return children.flatMap((child) => toRuns(child, story))
  return [run(text.slice(0, at)), el('w:r', {}, el('w:br')), run(text.slice(at))]
}

/** Lines of a title: joint issuers stand on lines of their own, and what they report on the next. */
function titleLines({ children }: Heading): PhrasingContent[][] {
  const parts = plainText(children).trim().split(/\s+/)
  const isJoint = parts.length > 1 && parts.slice(0, -1).every(isBodyName)
  if (!isJoint) return [children]
  const lines = parts.flatMap((part) => part.split(/(?<=.)(?=关于)/))
  return lines.map((value) => [{ type: 'text', value }])
}

const DEEPEST = STYLE.headings.length

/** The blocks of a report as children of `w:body`. */
export function toBody(root: Root, story: Story): Element[] {
  const signing = signingOf(root.children)
  const { seal } = story.profile.signature
  const places = placesOf(signing.signature, signing.date, seal)
  const state: State = {
    ...{ out: [], last: null, pending: [], before: null },
    ...{ isSigned: false, isEnclosed: false, lead: null },
  }

  const add = (look: ParagraphLook, runs: Element[], isHeading = false): Element => {
    const element = paragraph(look, runs, story)
    for (const comment of state.pending) annotate(element, comment, story)
    state.pending = []
    state.out.push(element)
    state.last = { element, isHeading }
    return element
  }
  const runsOf = (children: PhrasingContent[]): Element[] => children.flatMap((child) => toRuns(child, story))

  /** A comment below a heading is about the heading, any other about the text after it. */
  const comment = (text: string): void => {
    if (state.last?.isHeading) annotate(state.last.element, text, story)
    else state.pending.push(text)
  }

  const addTitle = (node: Heading): void => {
    for (const line of titleLines(node)) add({ style: STYLE.title }, titleRuns(line, story), true)
    state.before = 'title'
  }

  const addHeading = (node: Heading): void => {
    const text = plainText(node.children).trim()
    const level = Math.min(DEEPEST, Math.max(1, node.depth - 1)) - 1
    const isEnclosed = node.data?.role === 'annex'
    if (isAnnexLabel(text) || (isEnclosed && isAnnex(text))) addAnnex(text, level)
    else if (isEnclosed && state.before === 'annex') addAnnexTitle(text, level)
    else if (ANNEX_NOTE.test(text)) addText(text, runsOf(node.children))
    else {
      add({ style: STYLE.headings[level] as string }, runsOf(node.children), true)
      state.before = 'heading'
    }
  }

  /** Whether a line of the annexes begins one; 附：说明 below the first belongs to it. */
  const isAnnex = (text: string): boolean => beginsAnnex(text) || (!state.isEnclosed && namesAnnex(text))

  const addAnnex = (text: string, outline?: number): void => {
    add({ style: STYLE.annex, ...(outline === undefined ? {} : { outline }) }, [run(text)], outline !== undefined)
    state.isEnclosed = true
    // Where the name stands on the same line, none is to come.
    state.before = isAnnexLabel(text) ? 'annex' : 'other'
  }

  const addAnnexTitle = (text: string, outline?: number): void => {
    add({ style: STYLE.annexTitle, ...(outline === undefined ? {} : { outline }) }, [run(text)], outline !== undefined)
    state.before = 'other'
  }

  const addAnnexNote = (text: string, runs: Element[]): void => {
    const isFirst = state.before !== 'annexNote'
    const { indent, lead } = placeInNote(text, isFirst ? null : state.lead)
    add({ style: STYLE.annexNote, ...(isFirst ? { before: story.measures.pitch } : {}), indent }, runs)
    state.lead = lead
    state.before = 'annexNote'
  }

  const addSigned = (role: 'signature' | 'date', runs: Element[]): void => {
    const isFirst = state.before !== 'signature' && state.before !== 'date'
    const before = isFirst
      ? { before: story.measures.pitch * (seal ? LINES_ABOVE_NAME.sealed : LINES_ABOVE_NAME.plain) }
      : {}
    // Name and date never stand alone on a page.
    if (isFirst && state.last) keepWithNext(state.last.element)
    add({ style: STYLE[role], indent: { right: places[role] }, ...before }, runs)
    state.before = role
    state.isSigned = true
  }

  const addParagraph = (node: Paragraph): void => {
    const text = plainText(node.children).trim()
    const runs = runsOf(node.children)
    const role = node.data?.role ?? 'body'
    switch (role) {
      case 'title':
      case 'heading':
      case 'body':
        addText(text, runs)
        return
      case 'signature':
      case 'date':
        addSigned(role, runs)
        return
      case 'annexNote':
        addAnnexNote(text, runs)
        return
      case 'annex':
        if (isAnnex(text)) addAnnex(text)
        else addText(text, runs)
        return
      default:
        // Title and subtitle stand together, the room below them follows the subtitle.
        if (role === 'subtitle' && state.before === 'title' && state.last) closeUp(state.last.element)
        add({ style: STYLE[role] }, runs)
        state.before = role
    }
  }

  const addText = (text: string, runs: Element[]): void => {
    const { before } = state
    if (before === 'signature' && isOnlyPlaceholders(text)) addSigned('date', runs)
    else if (state.isSigned && isAnnexLabel(text)) addAnnex(text)
    else if (before === 'annex' && widthOf(text) <= 40 && !/[\u3002\uff1b]$/.test(text)) addAnnexTitle(text)
    else if (ANNEX_NOTE.test(text) || (before === 'annexNote' && NEXT_ANNEX.test(text))) addAnnexNote(text, runs)
    else {
      add({ style: STYLE.body }, runs)
      state.before = 'body'
    }
  }

  /** 2. …, below 附件：1. …, which Markdown takes for a list. */
  const addAnnexes = ({ children, start }: List): void => {
    for (const [i, item] of children.entries()) {
      const text = `${(start ?? 1) + i}. ${plainText(item.children)}`
      addText(text, [run(text)])
    }
  }

  const addItem = (item: ListItem, list: { id: number; level: number }, style: string): void => {
    const box = item.checked == null ? [] : [run(item.checked ? '\u2611 ' : '\u2610 ')]
    let isNumbered = false
    for (const child of item.children) {
      if (child.type === 'list') addList(child, list.level + 1)
      else if (child.type === 'paragraph' && !isNumbered) {
        add({ style, list }, [...box, ...runsOf(child.children)])
        isNumbered = true
      } else if (child.type === 'paragraph') {
        const indent: Indent = { left: 200 * list.level, firstLine: 200 }
        add({ style: STYLE.listMore, indent }, runsOf(child.children))
      } else addBlock(child)
    }
    if (item.children.length === 0) add({ style, list }, box)
  }

  const addList = (node: List, level = 0): void => {
    if (state.before === 'annexNote' && node.ordered) {
      addAnnexes(node)
      return
    }
    const id = story.lists.push({ ordered: node.ordered === true, start: node.start ?? 1 })
    const style = node.ordered ? STYLE.listNumber : STYLE.listBullet
    for (const item of node.children) addItem(item, { id, level: Math.min(level, 8) }, style)
    state.before = 'other'
  }

  const addBlock = (node: RootContent, style: string = STYLE.body): void => {
    switch (node.type) {
      case 'heading':
        if (node.depth === 1) addTitle(node)
        else addHeading(node)
        return
      case 'paragraph':
        if (style === STYLE.body) addParagraph(node)
        else add({ style }, runsOf(node.children))
        return
      case 'list':
        addList(node)
        return
      case 'table':
        // Word would make one table of two that touch.
        if (state.before === 'table') state.out.push(paragraph({ style: STYLE.body }, [], story))
        state.out.push(toTable(node, story))
        state.last = null
        state.before = 'table'
        return
      case 'blockquote':
        for (const child of node.children) addBlock(child, STYLE.quote)
        state.before = 'other'
        return
      case 'code':
        for (const line of node.value.split('\n')) add({ style: STYLE.body }, line === '' ? [] : [run(line)])
        state.before = 'other'
        return
      case 'html': {
        const remark = remarkOn(node.value)
        if (remark !== null) comment(remark)
        return
      }
      default:
    }
  }
  for (const node of root.children) addBlock(node)
  const leftOver = state.pending
  state.pending = []
  for (const text of leftOver) if (state.last) annotate(state.last.element, text, story)
  if (state.before === 'table' || state.out.length === 0) state.out.push(paragraph({ style: STYLE.body }, [], story))
  return state.out
}
