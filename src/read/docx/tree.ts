import type {
  BlockContent,
  FootnoteDefinition,
  Heading,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
  Text,
} from 'mdast'
import { indentOf, trimEnd } from '../../text/marks.js'
import { leadingNumeral } from '../../text/numerals.js'
import { type Looks, readLooks, type Stretch } from '../look.js'
import { itemsFrom, toLists } from './lists.js'
import type { WordBlock, WordCell, WordParagraph } from './paragraphs.js'
import type { Story } from './reading.js'

/** What the tree is made of. */
export interface WordText {
  body: WordBlock[]
  notes: Story['notes']
}

/** The tree, and for each of its texts the paragraph it came from and where in it. */
export interface WordTree {
  root: Root
  origins: Map<Text, { paragraph: WordParagraph; from: number }>
}

/** Longest line that a heading style makes a heading: offices also give it to headings that run on into their text. */
const LONGEST_HEADING = 120
const DEEPEST_HEADING = 6

const TITLE_STYLE = /^(?:title|标题|文章标题)$/
const HEADING_STYLE = /^(?:heading|标题) ?([1-9])$/

/** Level of a heading by its outline level or the name of its style: 0 for the title, 1 for the highest; `null` for text. */
function levelOf({ style, outline, text }: WordParagraph): number | null {
  // A picture alone heads nothing.
  if (text.trim() === '') return null
  if (text.length > LONGEST_HEADING || /\u3002./.test(text.trim())) return null
  if (style.names[0] !== undefined && TITLE_STYLE.test(style.names[0])) return 0
  if (outline !== undefined) return outline < 9 ? outline + 1 : null
  const [name] = style.names.flatMap((each) => HEADING_STYLE.exec(each) ?? [])
  return name === undefined ? null : Number(name.slice(-1))
}

const paragraphsOf = (blocks: WordBlock[]): WordParagraph[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.paragraph] : []))

/** Depth of 一、 and of 第一部分 in the tree: below the title. */
const TOP_DEPTH = 2

/**
 * What is added to a heading's level for its depth. The headings with 一、 stand right below the title, whichever style the
 * office gave them; without any, Heading 1 does, unless the only Heading 1 is the title itself.
 */
function shiftOf(blocks: WordBlock[]): number {
  const headings = paragraphsOf(blocks).flatMap((paragraph) => {
    const level = levelOf(paragraph)
    return level === null || level === 0 ? [] : [{ level, numeral: leadingNumeral(paragraph.text.trim())?.style }]
  })
  const top = headings.find(({ numeral }) => numeral === 'part') ?? headings.find(({ numeral }) => numeral === 'han')
  if (top) return TOP_DEPTH - top.level
  const isTitle = headings[0]?.level === 1 && headings.length > 1
  return isTitle && headings.filter(({ level }) => level === 1).length === 1 ? 0 : 1
}

/** A tree while it is made. */
interface Making {
  notes: Story['notes']
  looks: Looks<WordParagraph>
  /** What is added to a heading's level for its depth. */
  shift: number
  origins: WordTree['origins']
  /** Numbers of the notes referred to, by their keys. */
  numbers: Map<string, number>
  /** Notes referred to and not yet defined. */
  pending: string[]
  /** Whether a note is being defined: those that it refers to wait for its end. */
  isInNote: boolean
}

/** The mdast of a document's text. */
export function toTree({ body, notes }: WordText): WordTree {
  const making: Making = {
    notes,
    looks: readLooks(paragraphsOf(body)),
    shift: shiftOf(body),
    origins: new Map(),
    numbers: new Map(),
    pending: [],
    isInNote: false,
  }
  return { root: { type: 'root', children: toBlocks(making, body) }, origins: making.origins }
}

/** Blocks as nodes; notes stand after the block that refers to them. */
function toBlocks(making: Making, blocks: WordBlock[]): RootContent[] {
  const nodes: RootContent[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as WordBlock
    if (block.type === 'table') nodes.push(...toTableOrText(making, block.rows))
    else if (block.paragraph.item === null) nodes.push(toBlock(making, block.paragraph))
    else {
      const items = itemsFrom(blocks, i)
      nodes.push(...toLists(items, (paragraph) => toItem(making, paragraph)))
      i += items.length - 1
    }
    if (making.pending.length > 0 && !making.isInNote) nodes.push(...toNotes(making))
  }
  return nodes
}

function toBlock(making: Making, paragraph: WordParagraph): Heading | Paragraph {
  const { looks, shift } = making
  const level = levelOf(paragraph)
  const data = { paragraph: paragraph.index }
  if (level !== null) {
    const depth = Math.min(DEEPEST_HEADING, Math.max(1, level + shift)) as Heading['depth']
    const children = inline(making, paragraph, unmarked(paragraph))
    return { type: 'heading', depth: level === 0 ? 1 : depth, children, data }
  }
  const look = looks.rank(paragraph)
  return {
    type: 'paragraph',
    children: inline(making, paragraph, looks.stretches(paragraph)),
    data: look === null ? data : { ...data, look },
  }
}

function toItem(making: Making, paragraph: WordParagraph): Paragraph {
  return {
    type: 'paragraph',
    children: inline(making, paragraph, making.looks.stretches(paragraph)),
    data: { paragraph: paragraph.index },
  }
}

/** Defines the notes that wait, and those that these refer to. */
function toNotes(making: Making): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = []
  making.isInNote = true
  while (making.pending.length > 0) {
    const keys = making.pending
    making.pending = []
    for (const key of keys) {
      const label = String(making.numbers.get(key))
      const children = toBlocks(making, making.notes.get(key) ?? []) as BlockContent[]
      definitions.push({ type: 'footnoteDefinition', identifier: label, label, children })
    }
  }
  making.isInNote = false
  return definitions
}

/** A table; one of a single cell is a frame around text, one without text is nothing. */
function toTableOrText(making: Making, rows: WordCell[][]): RootContent[] {
  const [frame, ...others] = rows.flat()
  if (frame && others.length === 0) return toBlocks(making, frame.blocks)
  return hasText(rows) ? [toTable(making, rows)] : []
}

const hasText = (rows: WordCell[][]): boolean => rows.some((row) => row.some(({ blocks }) => blocks.length > 0))

function toTable(making: Making, rows: WordCell[][]): Table {
  return {
    type: 'table',
    children: rows.map(
      (row): TableRow => ({
        type: 'tableRow',
        children: row.flatMap((cell) => [
          toCell(making, cell),
          ...Array.from({ length: cell.columns - 1 }, (): TableCell => ({ type: 'tableCell', children: [] })),
        ]),
      }),
    ),
  }
}

function toCell(making: Making, { blocks }: WordCell): TableCell {
  const [only] = paragraphsOf(blocks)
  const cell: TableCell = { type: 'tableCell', children: joined(linesOf(making, blocks), { type: 'break' }) }
  return only ? { ...cell, data: { paragraph: only.index } } : cell
}

/** Lines of a cell; tables in it are lines too, their cells parted by blanks. */
function linesOf(making: Making, blocks: WordBlock[]): PhrasingContent[][] {
  const blank: Text = { type: 'text', value: ' ' }
  return blocks.flatMap((block): PhrasingContent[][] => {
    if (block.type === 'paragraph') return [inline(making, block.paragraph, unmarked(block.paragraph))]
    return block.rows.map((row) =>
      joined(
        row.map((cell) => joined(linesOf(making, cell.blocks), blank)),
        blank,
      ),
    )
  })
}

/** Pieces with a mark between each two that have content. */
function joined(pieces: PhrasingContent[][], mark: PhrasingContent): PhrasingContent[] {
  const filled = pieces.filter((piece) => piece.length > 0)
  return filled.flatMap((piece, i) => (i === 0 ? piece : [{ ...mark }, ...piece]))
}

const unmarked = ({ text }: WordParagraph): Stretch[] => [{ start: 0, end: text.length, isStrong: false }]

/** Content of a paragraph without the blanks at its ends. */
function inline(making: Making, paragraph: WordParagraph, stretches: Stretch[]): PhrasingContent[] {
  const start = indentOf(paragraph.text)
  const end = Math.max(start, trimEnd(paragraph.text).length)
  return stretches.flatMap((stretch, i): PhrasingContent[] => {
    const from = Math.max(stretch.start, start)
    const to = Math.min(stretch.end, end)
    const isLast = i === stretches.length - 1
    if (from >= to) return isLast ? plain(making, paragraph, end, end, true) : []
    return stretch.isStrong ? strong(making, paragraph, from, to, isLast) : plain(making, paragraph, from, to, isLast)
  })
}

/** Text of a range set off from the rest. Marks of Markdown stand close to the words. */
function strong(
  making: Making,
  paragraph: WordParagraph,
  from: number,
  to: number,
  isLast: boolean,
): PhrasingContent[] {
  const value = paragraph.text.slice(from, to)
  const first = from + indentOf(value)
  const last = Math.max(first, from + trimEnd(value).length)
  return [
    ...plain(making, paragraph, from, first, false),
    ...(first < last ? [{ type: 'strong' as const, children: plain(making, paragraph, first, last, isLast) }] : []),
    ...plain(making, paragraph, last, to, false),
  ]
}

/** What stands in a paragraph beside its text. */
interface Mark {
  at: number
  nodes: () => PhrasingContent[]
}

/** Notes, and pictures, of which nothing but the place is kept, in order. */
function marksOf(making: Making, { notes, pictures }: WordParagraph): Mark[] {
  const marks: Mark[] = [
    ...notes.map(({ at, key }) => ({ at, nodes: () => reference(making, key) })),
    ...pictures.map((at) => ({ at, nodes: (): PhrasingContent[] => [{ type: 'image', url: '', alt: '图片' }] })),
  ]
  return marks.sort((a, b) => a.at - b.at)
}

/** Text of a range with its soft line breaks, notes and pictures. */
function plain(making: Making, paragraph: WordParagraph, from: number, to: number, isLast: boolean): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = from
  for (const mark of marksOf(making, paragraph)) {
    const isHere = mark.at >= from && (mark.at < to || (isLast && mark.at >= to))
    if (!isHere) continue
    const end = Math.min(mark.at, to)
    nodes.push(...withBreaks(making, paragraph, at, end), ...mark.nodes())
    at = Math.max(at, end)
  }
  return [...nodes, ...withBreaks(making, paragraph, at, to)]
}

/** Text of a range with its soft line breaks. */
function withBreaks({ origins }: Making, paragraph: WordParagraph, from: number, to: number): PhrasingContent[] {
  let at = from
  return paragraph.text
    .slice(from, to)
    .split(/(\n)/)
    .flatMap((line): PhrasingContent[] => {
      const start = at
      at += line.length
      if (line === '') return []
      if (line === '\n') return [{ type: 'break' }]
      const node: Text = { type: 'text', value: line }
      origins.set(node, { paragraph, from: start })
      return [node]
    })
}

/** A reference to a note, which has its number by the order of references; nothing where there is no such note. */
function reference({ notes, numbers, pending }: Making, key: string): PhrasingContent[] {
  if (!notes.has(key)) return []
  if (!numbers.has(key)) {
    numbers.set(key, numbers.size + 1)
    pending.push(key)
  }
  const label = String(numbers.get(key))
  return [{ type: 'footnoteReference', identifier: label, label }]
}
