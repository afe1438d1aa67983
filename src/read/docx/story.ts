import { CHARACTERS, LEFT_OUT, PICTURES } from './elements.js'
import { beginParagraph, endRun, type Surroundings, type WordBlock } from './paragraphs.js'
import {
  addPiece,
  beginReading,
  closeParagraph,
  endText,
  flush,
  leaveOut,
  type Reading,
  type Story,
} from './reading.js'
import { takeParagraphProperty, takeRunProperty } from './styles.js'
import { symbol, UNKNOWN_SYMBOL } from './symbols.js'
import { beginTable, emptyCell, endCell, takeTableProperty } from './tables.js'
import { parseXml, type Tag } from './xml.js'

/** Reads the text of a part. Throws FazhiError: `bad-document`, `too-large`. */
export function readStory(xml: string, part: string, around: Surroundings): Story {
  const reading = beginReading(part, around)
  const { path } = reading
  parseXml(xml, part, {
    open(tag) {
      const parent = path.at(-1)
      const owner = path.at(-2)
      path.push(tag.name)
      if (path.length > reading.leftOut) return
      if (LEFT_OUT.has(tag.name)) leaveOut(reading)
      else if (!takeProperty(reading, tag, parent, owner)) openStructure(reading, tag)
    },
    close(name, start, end) {
      const length = path.length
      path.pop()
      if (length < reading.leftOut) closeStructure(reading, name, start, end)
      else if (length === reading.leftOut) reading.leftOut = Number.POSITIVE_INFINITY
    },
    text(value) {
      if (reading.text && path.length < reading.leftOut) reading.text.value += value
    },
  })
  return reading.story
}

/** Takes down what is said of a paragraph, run, row or cell; false where the tag says nothing of the kind. */
function takeProperty(reading: Reading, tag: Tag, parent: string | undefined, owner: string | undefined): boolean {
  const paragraph = reading.paragraphs.at(-1)
  const table = reading.tables.at(-1)
  switch (parent) {
    case 'w:rPr':
      takeLook(reading, tag, owner)
      return true
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

/** Takes down the look of a run, or that the end of a paragraph, which has a look too, was deleted. */
function takeLook({ runs, paragraphs, around }: Reading, tag: Tag, owner: string | undefined): void {
  const run = runs.at(-1)
  const paragraph = paragraphs.at(-1)
  if (owner === 'w:r' && run) takeRunProperty(run.own, tag)
  if (owner === 'w:pPr' && paragraph && /^w:(?:del|moveFrom)$/.test(tag.name)) {
    paragraph.isMarkDeleted = true
    around.tally.changes++
  }
}

function openStructure(reading: Reading, tag: Tag): void {
  switch (tag.name) {
    case 'w:p':
      openParagraph(reading, tag)
      break
    case 'w:r':
    case 'm:r':
      openRun(reading, tag)
      break
    case 'w:tbl':
      if (reading.paragraphs.length === 0) flush(reading, tag.start)
      reading.tables.push(beginTable())
      break
    case 'w:tr':
      openRow(reading)
      break
    case 'w:tc':
      openCell(reading)
      break
    case 'w:txbxContent':
      reading.holders.push([])
      break
    case 'w:footnote':
    case 'w:endnote':
      openNote(reading, tag)
      break
    case 'w:del':
    case 'w:moveFrom':
      reading.around.tally.changes++
      leaveOut(reading)
      break
    case 'w:ins':
    case 'w:moveTo':
      reading.around.tally.changes++
      break
    case 'mc:AlternateContent':
      reading.alternatives.push(false)
      break
    case 'mc:Choice':
    case 'mc:Fallback':
      openAlternative(reading)
      break
    case 'w:docPartGallery':
      reading.isContents = /table of contents/i.test(tag.attributes['w:val'] ?? '')
      break
    case 'w:sdtContent':
      openControl(reading)
      break
    default:
      openInline(reading, tag)
  }
}

function openParagraph(reading: Reading, { start }: Tag): void {
  const isOutermost = reading.paragraphs.length === 0
  reading.paragraphs.push(beginParagraph(start, isOutermost ? reading.unfinished : null))
  if (isOutermost) reading.unfinished = null
}

function openRun({ runs, paragraphs }: Reading, { start }: Tag): void {
  runs.push({ start, from: paragraphs.at(-1)?.text.length ?? 0, own: {}, look: null, pieces: [] })
}

function openRow({ tables }: Reading): void {
  const table = tables.at(-1)
  if (table) Object.assign(table, { cells: [], isRowDeleted: false })
}

function openCell({ tables, holders }: Reading): void {
  const table = tables.at(-1)
  if (table) Object.assign(table, { cell: emptyCell(), isCellDeleted: false })
  holders.push(table?.cell.blocks ?? [])
}

/** Opens a note; the lines that part notes from text are notes for Word, of another type. */
function openNote(reading: Reading, { name, attributes }: Tag): void {
  if ((attributes['w:type'] ?? 'normal') !== 'normal') {
    leaveOut(reading)
    return
  }
  const blocks: WordBlock[] = []
  reading.story.notes.set(`${name} ${attributes['w:id']}`, blocks)
  reading.holders.push(blocks)
}

/** Of alternatives the first is read. */
function openAlternative(reading: Reading): void {
  const { alternatives } = reading
  if (alternatives.at(-1)) leaveOut(reading)
  else alternatives[Math.max(0, alternatives.length - 1)] = true
}

/** Opens the content of a control; a table of contents is left out. */
function openControl(reading: Reading): void {
  if (reading.isContents) {
    reading.around.tally.contents++
    leaveOut(reading)
  }
  reading.isContents = false
}

/** Opens what stands in a run, or stands for something that is no text. */
function openInline(reading: Reading, tag: Tag): void {
  const { name, attributes, start, end } = tag
  const { tally } = reading.around
  const character = CHARACTERS[name]
  if (name === 'w:t' || name === 'm:t') {
    reading.text = { value: '', start: end, keepsBlanks: attributes['xml:space'] === 'preserve' }
  } else if (character !== undefined && reading.path.at(-2) === 'w:r') {
    addPiece(reading, character, { start, end }, true)
  } else if (name === 'w:sym') addSymbol(reading, tag)
  else if (name === 'w:fldChar') takeFieldMark(reading, attributes['w:fldCharType'])
  else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') addReference(reading, tag)
  else if (PICTURES.has(name)) addPicture(reading)
  else if (name === 'w:altChunk' || name === 'w:subDoc' || name === 'o:OLEObject') tally.embedded++
}

function addSymbol(reading: Reading, { attributes, start, end }: Tag): void {
  const shown = symbol(attributes['w:font'] ?? '', attributes['w:char'] ?? '')
  if (shown === UNKNOWN_SYMBOL) reading.around.tally.unknownSymbols++
  addPiece(reading, shown, { start, end }, true)
}

/** A field is its code, a mark, and its result, which is text. */
function takeFieldMark({ fields }: Reading, kind: string | undefined): void {
  if (kind === 'begin') fields.push(true)
  else if (kind === 'separate') fields[Math.max(0, fields.length - 1)] = false
  else fields.pop()
}

function addReference({ paragraphs }: Reading, { name, attributes }: Tag): void {
  const paragraph = paragraphs.at(-1)
  const key = `${name.replace('Reference', '')} ${attributes['w:id']}`
  paragraph?.notes.push({ at: paragraph.text.length, key })
}

function addPicture({ paragraphs, around }: Reading): void {
  around.tally.pictures++
  const paragraph = paragraphs.at(-1)
  paragraph?.pictures.push(paragraph.text.length)
}

function closeStructure(reading: Reading, name: string, start: number, end: number): void {
  switch (name) {
    case 'w:p':
      closeParagraph(reading, end)
      break
    case 'w:r':
    case 'm:r':
      closeRun(reading, end)
      break
    case 'w:t':
    case 'm:t':
      endText(reading, start)
      break
    case 'w:tc':
      closeCell(reading, start)
      break
    case 'w:tr':
      closeRow(reading)
      break
    case 'w:tbl':
      closeTable(reading)
      break
    case 'w:txbxContent':
      closeTextBox(reading)
      break
    case 'w:footnote':
    case 'w:endnote':
      flush(reading, start)
      reading.holders.pop()
      break
    case 'mc:AlternateContent':
      reading.alternatives.pop()
      break
    case 'w:body':
      flush(reading, start)
      break
  }
}

function closeRun({ runs, paragraphs, around }: Reading, end: number): void {
  const run = runs.pop()
  const paragraph = paragraphs.at(-1)
  if (run && paragraph) endRun(run, paragraph, end, around.styles)
}

function closeCell(reading: Reading, start: number): void {
  const table = reading.tables.at(-1)
  if (reading.paragraphs.length === 0) flush(reading, start)
  reading.holders.pop()
  if (table) endCell(table, reading.around.tally)
}

function closeRow({ tables, around }: Reading): void {
  const table = tables.at(-1)
  if (table?.isRowDeleted) around.tally.changes++
  else if (table && table.cells.length > 0) table.rows.push(table.cells)
}

function closeTable({ tables, holders }: Reading): void {
  const { rows } = tables.pop() ?? { rows: [] }
  if (rows.length > 0) holders.at(-1)?.push({ type: 'table', rows })
}

/** Hangs the blocks of a text box on its paragraph. */
function closeTextBox({ holders, paragraphs }: Reading): void {
  const blocks = holders.pop() ?? []
  const holder = paragraphs.at(-1)?.boxes ?? holders.at(-1)
  holder?.push(...blocks)
}
