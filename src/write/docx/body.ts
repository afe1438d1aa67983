import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Role } from '../../model.js'
import { beginsAnnex, isAnnexLabel, namesAnnex } from '../../report/annexes.js'
import { isBodyName } from '../../report/names.js'
import { isOnlyPlaceholders } from '../../text/placeholders.js'
import { plainText } from '../plain-text.js'
import { placeInNote } from './annex-note.js'
import { annotate, closeUp, type Indent, keepWithNext, type ParagraphLook, paragraph } from './paragraphs.js'
import { remarkOn, run, toRuns } from './runs.js'
import { type Places, placesOf, widthOf } from './signature.js'
import type { Story } from './story.js'
import { STYLE } from './styles.js'
import { toTable } from './tables.js'
import { type Element, el } from './xml.js'

/** 附件：1.…, the note below the text that lists the annexes. */
const ANNEX_NOTE = /^附件\s*\d{0,2}\s*[:\uff1a]/
/** A further annex of that note. */
const NEXT_ANNEX = /^\d{1,2}\s*[.\uff0e、]/

/** A body while it is written. */
interface Writing {
  story: Story
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
  /** How far name and date stand from the right margin. */
  places: Places
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
  const { signature, date } = signingOf(root.children)
  const places = placesOf(signature, date, story.profile.signature.seal)
  const writing: Writing = {
    ...{ story, places, out: [], last: null, pending: [], before: null },
    ...{ isSigned: false, isEnclosed: false, lead: null },
  }
  for (const node of root.children) addBlock(writing, node)
  for (const text of writing.pending) if (writing.last) annotate(writing.last.element, text, story)
  // A body has a paragraph, and one below a table.
  if (writing.before === 'table' || writing.out.length === 0) addEmptyLine(writing)
  return writing.out
}

const runsOf = (children: PhrasingContent[], story: Story): Element[] =>
  children.flatMap((child) => toRuns(child, story))

/** Adds a paragraph that holds text, with the comments that wait for one. */
function add(writing: Writing, look: ParagraphLook, runs: Element[], isHeading = false): void {
  const { story } = writing
  const element = paragraph(look, runs, story)
  for (const comment of writing.pending) annotate(element, comment, story)
  writing.pending = []
  writing.out.push(element)
  writing.last = { element, isHeading }
}

function addEmptyLine({ out, story }: Writing): void {
  out.push(paragraph({ style: STYLE.body }, [], story))
}

function addBlock(writing: Writing, node: RootContent, style: string = STYLE.body): void {
  switch (node.type) {
    case 'heading':
      if (node.depth === 1) addTitle(writing, node)
      else addHeading(writing, node)
      return
    case 'paragraph':
      if (style === STYLE.body) addParagraph(writing, node)
      else add(writing, { style }, runsOf(node.children, writing.story))
      return
    case 'list':
      addList(writing, node)
      return
    case 'table':
      addTable(writing, node)
      return
    case 'blockquote':
      for (const child of node.children) addBlock(writing, child, STYLE.quote)
      writing.before = 'other'
      return
    case 'code':
      addCode(writing, node)
      return
    case 'html':
      addComment(writing, remarkOn(node.value))
      return
    default:
  }
}

function addTitle(writing: Writing, node: Heading): void {
  for (const line of titleLines(node)) add(writing, { style: STYLE.title }, titleRuns(line, writing.story), true)
  writing.before = 'title'
}

function addHeading(writing: Writing, { depth, children, data }: Heading): void {
  const text = plainText(children).trim()
  const level = Math.min(DEEPEST, Math.max(1, depth - 1)) - 1
  const isEnclosed = data?.role === 'annex'
  if (isAnnexLabel(text) || (isEnclosed && isAnnex(writing, text))) addAnnex(writing, text, level)
  else if (isEnclosed && writing.before === 'annex') addAnnexTitle(writing, text, level)
  else if (ANNEX_NOTE.test(text)) addText(writing, text, runsOf(children, writing.story))
  else {
    add(writing, { style: STYLE.headings[level] as string }, runsOf(children, writing.story), true)
    writing.before = 'heading'
  }
}

function addParagraph(writing: Writing, { children, data }: Paragraph): void {
  const runs = runsOf(children, writing.story)
  const text = plainText(children).trim()
  const role = data?.role ?? 'body'
  switch (role) {
    case 'title':
    case 'heading':
    case 'body':
      addText(writing, text, runs)
      return
    case 'signature':
    case 'date':
      addSigned(writing, role, runs)
      return
    case 'annexNote':
      addAnnexNote(writing, text, runs)
      return
    case 'annex':
      if (isAnnex(writing, text)) addAnnex(writing, text)
      else addText(writing, text, runs)
      return
    default:
      // Title and subtitle stand together, the room below them follows the subtitle.
      if (role === 'subtitle' && writing.before === 'title' && writing.last) closeUp(writing.last.element)
      add(writing, { style: STYLE[role] }, runs)
      writing.before = role
  }
}

/** Adds a paragraph that may be a line of annexes or a date that is not filled in yet. */
function addText(writing: Writing, text: string, runs: Element[]): void {
  const { before } = writing
  if (before === 'signature' && isOnlyPlaceholders(text)) addSigned(writing, 'date', runs)
  else if (writing.isSigned && isAnnexLabel(text)) addAnnex(writing, text)
  else if (before === 'annex' && widthOf(text) <= 40 && !/[\u3002\uff1b]$/.test(text)) addAnnexTitle(writing, text)
  else if (ANNEX_NOTE.test(text) || (before === 'annexNote' && NEXT_ANNEX.test(text))) addAnnexNote(writing, text, runs)
  else {
    add(writing, { style: STYLE.body }, runs)
    writing.before = 'body'
  }
}

function addSigned(writing: Writing, role: 'signature' | 'date', runs: Element[]): void {
  const { profile, measures } = writing.story
  const lines = profile.signature.seal ? LINES_ABOVE_NAME.sealed : LINES_ABOVE_NAME.plain
  const isFirst = writing.before !== 'signature' && writing.before !== 'date'
  const room = isFirst ? { before: measures.pitch * lines } : {}
  // Name and date never stand alone on a page.
  if (isFirst && writing.last) keepWithNext(writing.last.element)
  add(writing, { style: STYLE[role], indent: { right: writing.places[role] }, ...room }, runs)
  writing.before = role
  writing.isSigned = true
}

/** Whether a line of the annexes begins one; 附：说明 below the first belongs to it. */
const isAnnex = ({ isEnclosed }: Writing, text: string): boolean =>
  beginsAnnex(text) || (!isEnclosed && namesAnnex(text))

/** Adds 附件1, on top of an annex. */
function addAnnex(writing: Writing, text: string, outline?: number): void {
  const look = { style: STYLE.annex, ...(outline === undefined ? {} : { outline }) }
  add(writing, look, [run(text)], outline !== undefined)
  writing.isEnclosed = true
  // Where the name stands on the same line, none is to come.
  writing.before = isAnnexLabel(text) ? 'annex' : 'other'
}

function addAnnexTitle(writing: Writing, text: string, outline?: number): void {
  const look = { style: STYLE.annexTitle, ...(outline === undefined ? {} : { outline }) }
  add(writing, look, [run(text)], outline !== undefined)
  writing.before = 'other'
}

/** Adds a line of the note that lists the annexes. */
function addAnnexNote(writing: Writing, text: string, runs: Element[]): void {
  const isFirst = writing.before !== 'annexNote'
  const { indent, lead } = placeInNote(text, isFirst ? null : writing.lead)
  add(writing, { style: STYLE.annexNote, ...(isFirst ? { before: writing.story.measures.pitch } : {}), indent }, runs)
  writing.lead = lead
  writing.before = 'annexNote'
}

function addList(writing: Writing, node: List, level = 0): void {
  if (writing.before === 'annexNote' && node.ordered) {
    addAnnexes(writing, node)
    return
  }
  const id = writing.story.lists.push({ ordered: node.ordered === true, start: node.start ?? 1 })
  const style = node.ordered ? STYLE.listNumber : STYLE.listBullet
  for (const item of node.children) addItem(writing, item, { id, level: Math.min(level, 8) }, style)
  writing.before = 'other'
}

/** 2. …, below 附件：1. …, which Markdown takes for a list. */
function addAnnexes(writing: Writing, { children, start }: List): void {
  for (const [i, item] of children.entries()) {
    const text = `${(start ?? 1) + i}. ${plainText(item.children)}`
    addText(writing, text, [run(text)])
  }
}

/** Adds a point of a list: its first paragraph has the number, others stand below it. */
function addItem(writing: Writing, item: ListItem, list: { id: number; level: number }, style: string): void {
  const { story } = writing
  const box = item.checked == null ? [] : [run(item.checked ? '\u2611 ' : '\u2610 ')]
  let isNumbered = false
  for (const child of item.children) {
    if (child.type === 'list') addList(writing, child, list.level + 1)
    else if (child.type === 'paragraph' && !isNumbered) {
      add(writing, { style, list }, [...box, ...runsOf(child.children, story)])
      isNumbered = true
    } else if (child.type === 'paragraph') {
      const indent: Indent = { left: 200 * list.level, firstLine: 200 }
      add(writing, { style: STYLE.listMore, indent }, runsOf(child.children, story))
    } else addBlock(writing, child)
  }
  if (item.children.length === 0) add(writing, { style, list }, box)
}

function addTable(writing: Writing, node: Table): void {
  // Word would make one table of two that touch.
  if (writing.before === 'table') addEmptyLine(writing)
  writing.out.push(toTable(node, writing.story))
  writing.last = null
  writing.before = 'table'
}

function addCode(writing: Writing, { value }: Code): void {
  for (const line of value.split('\n')) add(writing, { style: STYLE.body }, line === '' ? [] : [run(line)])
  writing.before = 'other'
}

/** A comment below a heading is about the heading, any other about the text after it. */
function addComment(writing: Writing, text: string | null): void {
  if (text === null) return
  if (writing.last?.isHeading) annotate(writing.last.element, text, writing.story)
  else writing.pending.push(text)
}
