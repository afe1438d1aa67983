import type { Span } from '../../model.js'
import { grow } from '../limits.js'
import { CHARACTERS, CONTENTS_STYLE, LEFT_OUT, PICTURES } from './elements.js'
import {
  beginParagraph,
  endParagraph,
  endRun,
  lookOf,
  type OpenParagraph,
  type OpenRun,
  type Surroundings,
  type WordBlock,
} from './paragraphs.js'
import { takeParagraphProperty, takeRunProperty } from './styles.js'
import { symbol, UNKNOWN_SYMBOL } from './symbols.js'
import { beginTable, emptyCell, endCell, type OpenTable, takeTableProperty } from './tables.js'
import { parseXml, type Tag, withoutBlanks } from './xml.js'

/** The text of a part in reading order; text boxes stand after the paragraph they hang on. */
export interface Story {
  blocks: WordBlock[]
  /** Blocks of each note by its key; only in the parts that hold notes. */
  notes: Map<string, WordBlock[]>
}

/** Reads the text of a part. Throws FazhiError: `bad-document`, `too-large`. */
export function readStory(xml: string, part: string, around: Surroundings): Story {
  const { styles, tally } = around
  const story: Story = { blocks: [], notes: new Map() }
  const path: string[] = []
  /** Where blocks go: the body, a cell, a text box, a note. */
  const holders: WordBlock[][] = [story.blocks]
  const tables: OpenTable[] = []
  const paragraphs: OpenParagraph[] = []
  const runs: OpenRun[] = []
  /** For each field begun: whether its code is still being read. */
  const fields: boolean[] = []
  /** For each set of alternatives: whether one was taken. */
  const alternatives: boolean[] = []
  /** Length of the path from which on everything is left out. */
  let leftOut = Number.POSITIVE_INFINITY
  let unfinished: OpenParagraph | null = null
  let isContents = false
  let text: { value: string; start: number; keepsBlanks: boolean } | null = null

  const leaveOut = (): void => {
    leftOut = path.length
  }

  const add = (value: string, xmlSpan: Span, isElement: boolean): void => {
    const paragraph = paragraphs.at(-1)
    const run = runs.at(-1)
    if (!paragraph || !run || value === '' || fields.includes(true)) return
    if (lookOf(run, paragraph, styles).hidden) {
      tally.hidden += value.trim().length
      paragraph.hasHidden = true
      return
    }
    grow(around.size, 'characters', value.length)
    grow(around.size, 'pieces', 1)
    const start = paragraph.text.length
    paragraph.text += value
    run.pieces.push({ xml: xmlSpan, text: { start, end: start + value.length }, isElement })
  }

  const addText = (end: number): void => {
    if (!text) return
    const { start, value, keepsBlanks } = text
    text = null
    const [from, to] = keepsBlanks ? [0, value.length] : withoutBlanks(value)
    // Blanks stand in the XML as they are.
    add(value.slice(from, to).replace(/[\r\n\t]/g, ' '), { start: start + from, end: end - (value.length - to) }, false)
  }

  const place = (open: OpenParagraph, end: number): void => {
    const holder = holders.at(-1) as WordBlock[]
    grow(around.size, 'paragraphs', 1)
    if (styles.paragraph(open.own.style).names.some((name) => CONTENTS_STYLE.test(name))) tally.contents++
    else {
      const paragraph = endParagraph(open, end, part, around)
      if (paragraph) holder.push({ type: 'paragraph', paragraph })
    }
    holder.push(...open.boxes)
  }

  const flush = (end: number): void => {
    if (unfinished) place(unfinished, end)
    unfinished = null
  }

  const closeParagraph = (end: number): void => {
    const open = paragraphs.pop()
    if (!open) return
    if (paragraphs.length > 0) {
      place(open, end)
      return
    }
    // A code that has no end would swallow the rest of the document.
    fields.fill(false)
    if (open.isMarkDeleted) unfinished = open
    else place(open, end)
  }

  /** Takes down what is said of a paragraph, run, row or cell; false where the tag says nothing of the kind. */
  const takeProperty = (tag: Tag, parent: string | undefined, owner: string | undefined): boolean => {
    const paragraph = paragraphs.at(-1)
    const table = tables.at(-1)
    switch (parent) {
      case 'w:rPr': {
        const run = runs.at(-1)
        if (owner === 'w:r' && run) takeRunProperty(run.own, tag)
        if (owner === 'w:pPr' && paragraph && /^w:(?:del|moveFrom)$/.test(tag.name)) {
          paragraph.isMarkDeleted = true
          tally.changes++
        }
        return true
      }
      case 'w:pPr':
      case 'w:numPr':
        if (paragraph) takeParagraphProperty(paragraph.own, tag)
        return true
      case 'w:trPr':
      case 'w:tcPr':
        if (table) takeTableProperty(table, tag)
        return true
      default:
        return false
    }
  }

  const openStructure = (tag: Tag): void => {
    const table = tables.at(-1)
    switch (tag.name) {
      case 'w:p':
        paragraphs.push(beginParagraph(tag.start, paragraphs.length === 0 ? unfinished : null))
        if (paragraphs.length === 1) unfinished = null
        break
      case 'w:r':
      case 'm:r':
        runs.push({ start: tag.start, from: paragraphs.at(-1)?.text.length ?? 0, own: {}, look: null, pieces: [] })
        break
      case 'w:tbl':
        if (paragraphs.length === 0) flush(tag.start)
        tables.push(beginTable())
        break
      case 'w:tr':
        if (table) Object.assign(table, { cells: [], isRowDeleted: false })
        break
      case 'w:tc':
        if (table) Object.assign(table, { cell: emptyCell(), isCellDeleted: false })
        holders.push(table?.cell.blocks ?? [])
        break
      case 'w:txbxContent':
        holders.push([])
        break
      case 'w:footnote':
      case 'w:endnote': {
        const kind = tag.attributes['w:type'] ?? 'normal'
        if (kind !== 'normal') {
          leaveOut()
          break
        }
        const blocks: WordBlock[] = []
        story.notes.set(`${tag.name} ${tag.attributes['w:id']}`, blocks)
        holders.push(blocks)
        break
      }
      case 'w:del':
      case 'w:moveFrom':
        tally.changes++
        leaveOut()
        break
      case 'w:ins':
      case 'w:moveTo':
        tally.changes++
        break
      case 'mc:AlternateContent':
        alternatives.push(false)
        break
      case 'mc:Choice':
      case 'mc:Fallback':
        if (alternatives.at(-1)) leaveOut()
        else alternatives[Math.max(0, alternatives.length - 1)] = true
        break
      case 'w:docPartGallery':
        isContents = /table of contents/i.test(tag.attributes['w:val'] ?? '')
        break
      case 'w:sdtContent':
        if (isContents) {
          tally.contents++
          leaveOut()
        }
        isContents = false
        break
      default:
        openInline(tag)
    }
  }

  const openInline = (tag: Tag): void => {
    const { name, attributes } = tag
    const parent = path.at(-2)
    const span = { start: tag.start, end: tag.end }
    const character = CHARACTERS[name]
    if (name === 'w:t' || name === 'm:t') {
      text = { value: '', start: tag.end, keepsBlanks: attributes['xml:space'] === 'preserve' }
    } else if (character !== undefined && parent === 'w:r') add(character, span, true)
    else if (name === 'w:sym') {
      const shown = symbol(attributes['w:font'] ?? '', attributes['w:char'] ?? '')
      if (shown === UNKNOWN_SYMBOL) tally.unknownSymbols++
      add(shown, span, true)
    } else if (name === 'w:fldChar') {
      const kind = attributes['w:fldCharType']
      if (kind === 'begin') fields.push(true)
      else if (kind === 'separate') fields[Math.max(0, fields.length - 1)] = false
      else fields.pop()
    } else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const paragraph = paragraphs.at(-1)
      const key = `${name.replace('Reference', '')} ${attributes['w:id']}`
      paragraph?.notes.push({ at: paragraph.text.length, key })
    } else if (PICTURES.has(name)) {
      tally.pictures++
      const paragraph = paragraphs.at(-1)
      paragraph?.pictures.push(paragraph.text.length)
    } else if (name === 'w:altChunk' || name === 'w:subDoc' || name === 'o:OLEObject') tally.embedded++
  }

  const closeStructure = (name: string, start: number, end: number): void => {
    const table = tables.at(-1)
    switch (name) {
      case 'w:p':
        closeParagraph(end)
        break
      case 'w:r':
      case 'm:r': {
        const run = runs.pop()
        const paragraph = paragraphs.at(-1)
        if (run && paragraph) endRun(run, paragraph, end, styles)
        break
      }
      case 'w:t':
      case 'm:t':
        addText(start)
        break
      case 'w:tc':
        if (paragraphs.length === 0) flush(start)
        holders.pop()
        if (table) endCell(table, tally)
        break
      case 'w:tr':
        if (table?.isRowDeleted) tally.changes++
        else if (table && table.cells.length > 0) table.rows.push(table.cells)
        break
      case 'w:tbl': {
        const { rows } = tables.pop() ?? { rows: [] }
        if (rows.length > 0) holders.at(-1)?.push({ type: 'table', rows })
        break
      }
      case 'w:txbxContent': {
        const blocks = holders.pop() ?? []
        const owner = paragraphs.at(-1)
        if (owner) owner.boxes.push(...blocks)
        else holders.at(-1)?.push(...blocks)
        break
      }
      case 'w:footnote':
      case 'w:endnote':
        flush(start)
        holders.pop()
        break
      case 'mc:AlternateContent':
        alternatives.pop()
        break
      case 'w:body':
        flush(start)
        break
    }
  }

  parseXml(xml, part, {
    open(tag) {
      const parent = path.at(-1)
      const owner = path.at(-2)
      path.push(tag.name)
      if (path.length > leftOut) return
      if (LEFT_OUT.has(tag.name)) leaveOut()
      else if (!takeProperty(tag, parent, owner)) openStructure(tag)
    },
    close(name, start, end) {
      const length = path.length
      path.pop()
      if (length < leftOut) closeStructure(name, start, end)
      else if (length === leftOut) leftOut = Number.POSITIVE_INFINITY
    },
    text(value) {
      if (text && path.length < leftOut) text.value += value
    },
  })
  return story
}
