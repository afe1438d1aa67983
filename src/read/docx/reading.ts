import type { Span } from '../../model.js'
import { grow } from '../limits.js'
import { CONTENTS_STYLE } from './elements.js'
import {
  endParagraph,
  lookOf,
  type OpenParagraph,
  type OpenRun,
  type Surroundings,
  type WordBlock,
} from './paragraphs.js'
import type { OpenTable } from './tables.js'
import { withoutBlanks } from './xml.js'

/** The text of a part in reading order; text boxes stand after the paragraph they hang on. */
export interface Story {
  blocks: WordBlock[]
  /** Blocks of each note by its key; only in the parts that hold notes. */
  notes: Map<string, WordBlock[]>
}

/** A part while it is read: what it gave so far, and what has begun and not ended. */
export interface Reading {
  /** Name of the part. */
  part: string
  around: Surroundings
  story: Story
  /** Names of the elements that are open, the outermost first. */
  path: string[]
  /** Where blocks go: the body, a cell, a text box, a note. */
  holders: WordBlock[][]
  tables: OpenTable[]
  paragraphs: OpenParagraph[]
  runs: OpenRun[]
  /** For each field begun: whether its code is still being read. */
  fields: boolean[]
  /** For each set of alternatives: whether one was taken. */
  alternatives: boolean[]
  /** Length of the path from which on everything is left out. */
  leftOut: number
  /** A paragraph whose end was deleted: it goes on in the next one. */
  unfinished: OpenParagraph | null
  /** Whether the content that comes next is a table of contents. */
  isContents: boolean
  text: OpenText | null
}

/** The content of a `w:t` being read. */
interface OpenText {
  value: string
  /** Where it begins in the XML. */
  start: number
  keepsBlanks: boolean
}

export function beginReading(part: string, around: Surroundings): Reading {
  const story: Story = { blocks: [], notes: new Map() }
  return {
    part,
    around,
    story,
    path: [],
    holders: [story.blocks],
    tables: [],
    paragraphs: [],
    runs: [],
    fields: [],
    alternatives: [],
    leftOut: Number.POSITIVE_INFINITY,
    unfinished: null,
    isContents: false,
    text: null,
  }
}

/** Leaves out the element that was opened last, with all it holds. */
export function leaveOut(reading: Reading): void {
  reading.leftOut = reading.path.length
}

/** Adds text to the run being read; codes of fields are none, and what Word does not show is counted only. */
export function addPiece(reading: Reading, value: string, xml: Span, isElement: boolean): void {
  const { styles, tally, size } = reading.around
  const paragraph = reading.paragraphs.at(-1)
  const run = reading.runs.at(-1)
  if (!paragraph || !run || value === '' || reading.fields.includes(true)) return
  if (lookOf(run, paragraph, styles).hidden) {
    tally.hidden += value.trim().length
    paragraph.hasHidden = true
    return
  }
  grow(size, 'characters', value.length)
  grow(size, 'pieces', 1)
  const start = paragraph.text.length
  paragraph.text += value
  run.pieces.push({ xml, text: { start, end: start + value.length }, isElement })
}

/** Ends the content of a `w:t`. */
export function endText(reading: Reading, end: number): void {
  if (!reading.text) return
  const { start, value, keepsBlanks } = reading.text
  reading.text = null
  const [from, to] = keepsBlanks ? [0, value.length] : withoutBlanks(value)
  // Blanks stand in the XML as they are.
  const shown = value.slice(from, to).replace(/[\r\n\t]/g, ' ')
  addPiece(reading, shown, { start: start + from, end: end - (value.length - to) }, false)
}

/** Puts a paragraph that has ended where blocks go, and its text boxes after it. */
function place({ holders, part, around }: Reading, open: OpenParagraph, end: number): void {
  const holder = holders.at(-1) as WordBlock[]
  grow(around.size, 'paragraphs', 1)
  if (around.styles.paragraph(open.own.style).names.some((name) => CONTENTS_STYLE.test(name))) around.tally.contents++
  else {
    const paragraph = endParagraph(open, end, part, around)
    if (paragraph) holder.push({ type: 'paragraph', paragraph })
  }
  holder.push(...open.boxes)
}

/** Ends a paragraph that would go on in the next one where there is no next one. */
export function flush(reading: Reading, end: number): void {
  if (reading.unfinished) place(reading, reading.unfinished, end)
  reading.unfinished = null
}

/** Ends the paragraph that began last. */
export function closeParagraph(reading: Reading, end: number): void {
  const open = reading.paragraphs.pop()
  if (!open) return
  if (reading.paragraphs.length > 0) {
    place(reading, open, end)
    return
  }
  // A code that has no end would swallow the rest of the document.
  reading.fields.fill(false)
  if (open.isMarkDeleted) reading.unfinished = open
  else place(reading, open, end)
}
