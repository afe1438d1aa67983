import type { Span } from '../../model.js'
import { parseXml } from '../../read/docx/xml.js'

/** A child of a paragraph: a run, a link, a tracked change, a content control. */
export interface Child extends Span {
  /** Fields that are open before and behind it: begun and not ended in this paragraph. */
  fieldsBefore: number
  fieldsAfter: number
}

/** A paragraph of the body or of a table, in offsets of the XML; those of text boxes are part of the one they hang on. */
export interface OuterParagraph extends Span {
  /** Where its content begins, behind its properties; `null` for an empty tag. */
  inner: number | null
  children: Child[]
}

/** The paragraphs of a part that stand in no other paragraph, in order, with what stands right below them. */
export function outerParagraphs(xml: string, part: string): OuterParagraph[] {
  const found: OuterParagraph[] = []
  let depth = 0
  let paragraph: { at: OuterParagraph; depth: number } | null = null
  let child: { start: number; isProperties: boolean; fieldsBefore: number } | null = null
  let fields = 0
  parseXml(xml, part, {
    open({ name, attributes, start, end }) {
      depth++
      if (!paragraph) {
        if (name !== 'w:p') return
        const isEmpty = xml.slice(end - 2, end) === '/>'
        paragraph = { at: { start, end, inner: isEmpty ? null : end, children: [] }, depth }
        fields = 0
      } else if (depth === paragraph.depth + 1) child = { start, isProperties: name === 'w:pPr', fieldsBefore: fields }
      if (name === 'w:fldChar') {
        if (attributes['w:fldCharType'] === 'begin') fields++
        else if (attributes['w:fldCharType'] === 'end') fields = Math.max(0, fields - 1)
      }
    },
    close(_, __, end) {
      if (paragraph && depth === paragraph.depth) {
        found.push({ ...paragraph.at, end })
        paragraph = null
      } else if (paragraph && child && depth === paragraph.depth + 1) {
        const { start, isProperties, fieldsBefore } = child
        if (isProperties) paragraph.at.inner = end
        else paragraph.at.children.push({ start, end, fieldsBefore, fieldsAfter: fields })
        child = null
      }
      depth--
    },
  })
  return found
}

/** Where marks go, in the paragraph that begins at `paragraph`. */
export interface Marks extends Span {
  paragraph: number
}

/**
 * Where marks go around a range of the XML: before and behind the children of its paragraph that hold it. A field is kept
 * whole. `null` where no paragraph holds it, or one that can hold no marks.
 */
export function marksAround(paragraphs: OuterParagraph[], { start, end }: Span): Marks | null {
  const paragraph = paragraphs.find((each) => each.start <= start && start < each.end)
  if (!paragraph || paragraph.inner === null) return null
  const { inner, children } = paragraph
  const at = paragraph.start
  let first = children.findIndex((child) => child.end > start)
  let last = children.filter((child) => child.start < end).length - 1
  if (first < 0 || last < first) return { start: inner, end: inner, paragraph: at }
  while (first > 0 && (children[first] as Child).fieldsBefore > 0) first--
  while (last < children.length - 1 && (children[last] as Child).fieldsAfter > 0) last++
  return { start: (children[first] as Child).start, end: (children[last] as Child).end, paragraph: at }
}
