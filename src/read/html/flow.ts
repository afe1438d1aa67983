import { grow, nothingRead } from '../limits.js'
import { type Element, hasNoText, isElement, isText, type Node } from './dom.js'
import { lineWriter } from './line-writer.js'
import { toList } from './lists.js'
import { isLink, type Measures } from './measure.js'
import type { PageNotes } from './notes.js'
import { type Line, linesOf, type Piece, type Place } from './pieces.js'
import type { Style } from './style.js'
import { type Cell, rowsOf, toCell, toPieces } from './tables.js'

/** The text of a page in order, and what the page hides. */
export interface Flow {
  pieces: Piece[]
  /** Elements of the main text that the page does not show. */
  hidden: Element[]
  /** Lines of each note that is referred to, by its key. */
  notes: Map<string, Line[]>
}

/** What of a page is to be read. */
export interface FlowOptions {
  measures: Measures
  /** The element of the main text; the body where none is known. */
  main: Element
  /** Elements whose text is no part of the report. */
  isCut: (element: Element) => boolean
  notes: PageNotes
}

/** Where the elements being visited stand. */
interface Surroundings {
  heading: number | null
  isLinked: boolean
}

const HEADING = /^h[1-6]$/

/** The text of a page in the order of its markup, as lines, tables and lists. Throws `too-large` beyond what a report can have. */
export function flowOf(body: Element, { measures, main, isCut, notes }: FlowOptions): Flow {
  let pieces: Piece[] = []
  let place: Place = 'before'
  const hidden: Element[] = []
  const size = nothingRead()
  const writer = lineWriter((line) => {
    grow(size, 'paragraphs', 1)
    grow(size, 'characters', line.text.length)
    grow(size, 'pieces', line.runs.length)
    pieces.push(line)
  })

  const takePieces = (visitInside: () => void): Piece[] => {
    writer.end()
    const outer = pieces
    pieces = []
    visitInside()
    writer.end()
    const inner = pieces
    pieces = outer
    return inner
  }
  const append = (more: Piece[]): void => {
    for (const piece of more) pieces.push(piece)
  }
  const visitChildren = (element: Element, style: Style, around: Surroundings): void => {
    for (const child of element.childNodes) visit(child, style, around)
  }
  const visitTable = (table: Element, around: Surroundings): void => {
    const caption: Piece[] = []
    for (const child of table.childNodes) {
      if (isElement(child) && child.tagName === 'caption') caption.push(...takePieces(() => visit(child, null, around)))
    }
    const rows: Cell[][] = rowsOf(table).map((row) =>
      row.map((cell) =>
        toCell(
          cell,
          takePieces(() => visit(cell, null, around)),
        ),
      ),
    )
    append(toPieces(rows, caption))
  }
  const visitList = (list: Element, style: Style, around: Surroundings): void => {
    const items = list.childNodes.map((child) => takePieces(() => visit(child, style, around)))
    append(toList(list, items, style.listStyle))
  }
  const visitInside = (element: Element, style: Style, around: Surroundings): void => {
    const { tagName } = element
    const inside: Surroundings = {
      heading: HEADING.test(tagName) ? Number(tagName[1]) : around.heading,
      isLinked: around.isLinked || isLink(element),
    }
    if (tagName === 'table') visitTable(element, inside)
    else if (tagName === 'ul' || tagName === 'ol') visitList(element, style, inside)
    else visitChildren(element, style, inside)
  }
  const visitElement = (element: Element, style: Style, around: Surroundings): void => {
    const isBlock = style.isBlock || element === main
    if (isBlock || element.tagName === 'br') writer.end()
    if (element === main) place = 'main'
    visitInside(element, style, around)
    if (isBlock) writer.end()
    else writer.gap()
    if (element === main) place = 'after'
  }
  const visit = (node: Node, around: Style | null, surroundings: Surroundings): void => {
    if (isText(node)) {
      if (around && around.size > 0) {
        writer.write(node.value, around, { place, ...surroundings }, around.isPreformatted)
      }
      return
    }
    if (!isElement(node) || hasNoText(node)) return
    const style = measures.get(node)?.style
    if (!style || notes.left.has(node) || isCut(node)) return
    const key = notes.references.get(node)
    if (key !== undefined) {
      writer.note(key)
      return
    }
    if (style.isHidden) {
      if (place === 'main') hidden.push(node)
      return
    }
    visitElement(node, style, surroundings)
  }
  const around = { heading: null, isLinked: false }
  visit(body, null, around)
  writer.end()
  place = 'main'
  const linesOfNotes = new Map<string, Line[]>()
  for (const [key, note] of notes.bodies) {
    const style = measures.get(note)?.style
    if (style) linesOfNotes.set(key, takePieces(() => visitChildren(note, style, around)).flatMap(linesOf))
  }
  return { pieces, hidden, notes: linesOfNotes }
}
