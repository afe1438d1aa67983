import type { Span } from '../../model.js'
import type { Size } from '../limits.js'
import type { Counter, Numeral } from './numbering.js'
import type { ParagraphProperties, ParagraphStyle, RunProperties, Styles } from './styles.js'

/** A run of characters that look alike, with its place in the XML. */
export interface WordRun {
  /** From `<w:r` to behind `</w:r>`, in UTF-16 units of the part's XML. */
  xml: Span
  /** Range of the paragraph's text it made. */
  text: Span
  pieces: WordPiece[]
  /** Look, with all that styles add. */
  look: RunProperties
}

/** What made a piece of text: the content of one `w:t`, or an element that stands for a character. */
export interface WordPiece {
  /** The content between the tags of a `w:t`, in the spelling of the XML (`&amp;`), or a whole element (`w:tab`). */
  xml: Span
  text: Span
  isElement: boolean
}

/** Where a paragraph stands in a list of points. */
export interface WordItem {
  /** 0 for the highest level. */
  level: number
  /** Its number; `null` for a bullet. */
  value: number | null
}

/** A paragraph as Word prints it. */
export interface WordParagraph {
  /** Its place among `WordText.paragraphs`. */
  index: number
  /** Part of the package its XML stands in: `word/document.xml`. */
  part: string
  /** From `<w:p` to behind `</w:p>`; over several paragraphs where tracked changes make them one. */
  xml: Span
  /** Text with the numeral restored; soft line breaks are `\n`. Blanks at either end stand here and not in the tree. */
  text: string
  /** What Word's list prints before it: the head of `text`, which no run made. Empty without list, and for points of one. */
  numeral: string
  /** `null` for text, numbered text too: 一、 and （一） are part of it. */
  item: WordItem | null
  runs: WordRun[]
  /** References to notes: offset in the text, and key of the note. */
  notes: { at: number; key: string }[]
  /** Offsets at which a picture or chart stands. */
  pictures: number[]
  style: ParagraphStyle
  /** Outline level, its own or its style's; 0 for the highest, 9 for body text. */
  outline: number | undefined
  /** Where `text` begins in `Source.text`, as if its leading blanks stood there too; `null` where it is not laid out. */
  at: number | null
}

/** A cell of a table. */
export interface WordCell {
  /** Columns it takes. */
  columns: number
  /** Goes on in the row below. */
  beginsMerge: boolean
  blocks: WordBlock[]
}

/** What the body of a document is made of. */
export type WordBlock = { type: 'paragraph'; paragraph: WordParagraph } | { type: 'table'; rows: WordCell[][] }

/** What was met on the way and is no text, counted for notices. */
export interface Tally {
  changes: number
  pictures: number
  /** Cells of tables that take several columns or rows. */
  merged: number
  /** Characters that Word does not show. */
  hidden: number
  /** Lines of a table of contents. */
  contents: number
  /** Other documents inside this one. */
  embedded: number
  unknownSymbols: number
}

/** What the parts of a document share. */
export interface Surroundings {
  styles: Styles
  count: Counter
  tally: Tally
  size: Size
  /** All paragraphs so far, of all parts. */
  paragraphs: WordParagraph[]
}

/** A paragraph being read. */
export interface OpenParagraph {
  start: number
  own: ParagraphProperties
  /** Its end was deleted: it goes on in the next one. */
  isMarkDeleted: boolean
  runs: WordRun[]
  text: string
  notes: { at: number; key: string }[]
  pictures: number[]
  /** Blocks of text boxes that hang on it. */
  boxes: WordBlock[]
  /** Some of its text is not shown. */
  hasHidden: boolean
}

/** A run being read. */
export interface OpenRun {
  start: number
  from: number
  own: RunProperties
  look: RunProperties | null
  pieces: WordPiece[]
}

/** A paragraph that begins; what goes on from one whose end was deleted keeps its text. */
export function beginParagraph(start: number, unfinished: OpenParagraph | null): OpenParagraph {
  if (unfinished) return { ...unfinished, own: {}, isMarkDeleted: false }
  return {
    ...{ start, own: {}, isMarkDeleted: false, hasHidden: false },
    ...{ runs: [], text: '', notes: [], pictures: [], boxes: [] },
  }
}

/** Look of a run with what the styles of its paragraph and its own add. */
export function lookOf(run: OpenRun, paragraph: OpenParagraph, styles: Styles): RunProperties {
  run.look ??= {
    ...styles.defaults,
    ...styles.paragraph(paragraph.own.style).run,
    ...styles.character(run.own.style),
    ...run.own,
  }
  return run.look
}

/** Ends a run; what shows no text is forgotten. */
export function endRun(run: OpenRun, paragraph: OpenParagraph, end: number, styles: Styles): void {
  if (run.pieces.length === 0) return
  paragraph.runs.push({
    xml: { start: run.start, end },
    text: { start: run.from, end: paragraph.text.length },
    pieces: run.pieces,
    look: lookOf(run, paragraph, styles),
  })
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

const isBlank = (open: OpenParagraph): boolean =>
  open.text.trim() === '' && open.notes.length === 0 && open.pictures.length === 0

/** Names of Word's own styles for lists of points, in small letters: what has them is meant as a list. */
const LIST_STYLE = /^list (?:number|bullet)(?: [2-5])?$/

/** A point of a list: with a bullet, or with a plain number and a style for lists. Other numbers may head the report's parts. */
function itemOf(numeral: Numeral | null, { names }: ParagraphStyle): WordItem | null {
  if (!numeral) return null
  const { level, value, text, isBullet } = numeral
  if (isBullet) return { level, value: null }
  return text === `${value}.` && names.some((name) => LIST_STYLE.test(name)) ? { level, value } : null
}

/** Ends a paragraph and restores its numeral; `null` for what prints nothing. Its list counts an empty line, as Word does. */
export function endParagraph(
  open: OpenParagraph,
  end: number,
  part: string,
  { styles, count, paragraphs }: Surroundings,
): WordParagraph | null {
  if (open.hasHidden && isBlank(open)) return null
  const style = styles.paragraph(open.own.style)
  const list = open.own.list ?? style.paragraph.list
  const numeral =
    list === undefined || list === '0'
      ? null
      : count({ list, level: open.own.listLevel, styleLevel: style.paragraph.listLevel, styles: style.ids })
  const item = itemOf(numeral, style)
  const lead = item ? '' : (numeral?.text ?? '')
  if (lead === '' && isBlank(open)) return null
  const paragraph: WordParagraph = {
    index: paragraphs.length,
    part,
    xml: { start: open.start, end },
    text: lead + open.text,
    numeral: lead,
    item,
    runs: open.runs.map(({ xml, text, pieces, look }) => ({
      xml,
      text: moved(text, lead.length),
      pieces: pieces.map((piece) => ({ ...piece, text: moved(piece.text, lead.length) })),
      look,
    })),
    notes: open.notes.map(({ at, key }) => ({ at: at + lead.length, key })),
    pictures: open.pictures.map((at) => at + lead.length),
    style,
    outline: open.own.outline ?? style.paragraph.outline,
    at: null,
  }
  paragraphs.push(paragraph)
  return paragraph
}
