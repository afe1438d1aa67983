import { commentMark } from './runs.js'
import type { Story } from './story.js'
import { type Element, el, on, val } from './xml.js'

/** What a paragraph says of itself beyond its style. */
export interface ParagraphLook {
  style: string
  keepNext?: boolean
  pageBreakBefore?: boolean
  list?: { id: number; level: number }
  /** Twips above. */
  before?: number
  indent?: Indent
  align?: 'left' | 'center' | 'right'
  /** Level in the navigation pane, 0 for the highest; that of the style where it is not said. */
  outline?: number
}

/** Hundredths of a character with their twips, for programs that do not count in characters. */
export interface Indent {
  left?: number
  right?: number
  firstLine?: number
  hanging?: number
}

function indentation({ left, right, firstLine, hanging }: Indent, character: number): Element {
  const twips = (hundredths: number | undefined): number | undefined =>
    hundredths === undefined ? undefined : Math.round((hundredths * character) / 100)
  return el('w:ind', {
    'w:leftChars': left,
    'w:left': twips(left),
    'w:rightChars': right,
    'w:right': twips(right),
    'w:firstLineChars': firstLine,
    'w:firstLine': twips(firstLine),
    'w:hangingChars': hanging,
    'w:hanging': twips(hanging),
  })
}

/** A paragraph of runs. */
export function paragraph(look: ParagraphLook, runs: Element[], { measures }: Pick<Story, 'measures'>): Element {
  const { style, keepNext, pageBreakBefore, list, before, indent, align, outline } = look
  return el(
    'w:p',
    {},
    el(
      'w:pPr',
      {},
      val('w:pStyle', style),
      on('w:keepNext', keepNext),
      on('w:pageBreakBefore', pageBreakBefore),
      list && el('w:numPr', {}, val('w:ilvl', list.level), val('w:numId', list.id)),
      before !== undefined && el('w:spacing', { 'w:before': before }),
      indent && indentation(indent, measures.character),
      align && val('w:jc', align),
      outline !== undefined && val('w:outlineLvl', outline),
    ),
    ...runs,
  )
}

/** Puts a comment on the whole of a paragraph, in place. */
export function annotate(target: Element, text: string, story: Story): void {
  const mark = commentMark(text, story)
  const id = story.comments.length - 1
  target.children.splice(1, 0, el('w:commentRangeStart', { 'w:id': id }))
  target.children.push(el('w:commentRangeEnd', { 'w:id': id }), mark)
}

/** Takes the room below a paragraph away, in place. */
export function closeUp(target: Element): void {
  const [properties] = target.children
  if (properties?.type === 'element') properties.children.push(el('w:spacing', { 'w:after': 0 }))
}

/** Lets a paragraph stay on the page of the one below it, in place. */
export function keepWithNext(target: Element): void {
  const [properties] = target.children
  if (properties?.type !== 'element' || properties.name !== 'w:pPr') return
  const isKept = properties.children.some((child) => child.type === 'element' && child.name === 'w:keepNext')
  if (!isKept) properties.children.splice(1, 0, el('w:keepNext'))
}
