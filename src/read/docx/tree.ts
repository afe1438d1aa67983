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
import { readLooks, type Stretch } from '../look.js'
import { itemsFrom, toLists } from './lists.js'
import type { WordBlock, WordCell, WordParagraph } from './paragraphs.js'
import type { Story } from './story.js'

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

/** The mdast of a document's text. */
export function toTree({ body, notes }: WordText): WordTree {
  const looks = readLooks(paragraphsOf(body))
  const shift = shiftOf(body)
  const origins: WordTree['origins'] = new Map()
  const numbers = new Map<string, number>()
  /** Notes referred to and not yet defined. */
  let pending: string[] = []
  /** Whether a note is being defined: those that it refers to wait for its end. */
  let isInNote = false

  const textNode = (paragraph: WordParagraph, from: number, to: number): Text => {
    const node: Text = { type: 'text', value: paragraph.text.slice(from, to) }
    origins.set(node, { paragraph, from })
    return node
  }

  const reference = (key: string): PhrasingContent[] => {
    if (!notes.has(key)) return []
    if (!numbers.has(key)) {
      numbers.set(key, numbers.size + 1)
      pending.push(key)
    }
    const label = String(numbers.get(key))
    return [{ type: 'footnoteReference', identifier: label, label }]
  }

  /** What stands in a paragraph beside its text, in order: notes, and pictures, of which nothing but the place is kept. */
  const marksOf = ({ notes: references, pictures }: WordParagraph): { at: number; nodes: () => PhrasingContent[] }[] =>
    [
      ...references.map(({ at, key }) => ({ at, nodes: () => reference(key) })),
      ...pictures.map((at) => ({ at, nodes: (): PhrasingContent[] => [{ type: 'image', url: '', alt: '图片' }] })),
    ].sort((a, b) => a.at - b.at)

  /** Text of a range with its soft line breaks, notes and pictures. */
  const plain = (paragraph: WordParagraph, from: number, to: number, isLast: boolean): PhrasingContent[] => {
    const nodes: PhrasingContent[] = []
    let at = from
    const upTo = (end: number): void => {
      for (const line of paragraph.text.slice(at, end).split(/(\n)/)) {
        if (line === '\n') nodes.push({ type: 'break' })
        else if (line !== '') nodes.push(textNode(paragraph, at, at + line.length))
        at += line.length
      }
    }
    for (const mark of marksOf(paragraph)) {
      const isHere = mark.at >= from && (mark.at < to || (isLast && mark.at >= to))
      if (!isHere) continue
      upTo(Math.min(mark.at, to))
      nodes.push(...mark.nodes())
    }
    upTo(to)
    return nodes
  }

  /** Content of a paragraph without the blanks at its ends. */
  const inline = (paragraph: WordParagraph, stretches: Stretch[]): PhrasingContent[] => {
    const start = indentOf(paragraph.text)
    const end = Math.max(start, trimEnd(paragraph.text).length)
    return stretches.flatMap((stretch, i): PhrasingContent[] => {
      const from = Math.max(stretch.start, start)
      const to = Math.min(stretch.end, end)
      const isLast = i === stretches.length - 1
      if (from >= to) return isLast ? plain(paragraph, end, end, true) : []
      if (!stretch.isStrong) return plain(paragraph, from, to, isLast)
      // Marks of Markdown stand close to the words.
      const value = paragraph.text.slice(from, to)
      const first = from + indentOf(value)
      const last = Math.max(first, from + trimEnd(value).length)
      return [
        ...plain(paragraph, from, first, false),
        ...(first < last ? [{ type: 'strong' as const, children: plain(paragraph, first, last, isLast) }] : []),
        ...plain(paragraph, last, to, false),
      ]
    })
  }
  const unmarked = (paragraph: WordParagraph): Stretch[] => [{ start: 0, end: paragraph.text.length, isStrong: false }]

  const toBlock = (paragraph: WordParagraph): Heading | Paragraph => {
    const level = levelOf(paragraph)
    const data = { paragraph: paragraph.index }
    if (level !== null) {
      const depth = Math.min(DEEPEST_HEADING, Math.max(1, level + shift)) as Heading['depth']
      return { type: 'heading', depth: level === 0 ? 1 : depth, children: inline(paragraph, unmarked(paragraph)), data }
    }
    const look = looks.rank(paragraph)
    return {
      type: 'paragraph',
      children: inline(paragraph, looks.stretches(paragraph)),
      data: look === null ? data : { ...data, look },
    }
  }

  /** Defines the notes that wait, and those that these refer to. */
  const toNotes = (): FootnoteDefinition[] => {
    const definitions: FootnoteDefinition[] = []
    isInNote = true
    while (pending.length > 0) {
      const keys = pending
      pending = []
      for (const key of keys) {
        const label = String(numbers.get(key))
        const children = toBlocks(notes.get(key) ?? []) as BlockContent[]
        definitions.push({ type: 'footnoteDefinition', identifier: label, label, children })
      }
    }
    isInNote = false
    return definitions
  }

  const toItem = (paragraph: WordParagraph): Paragraph => ({
    type: 'paragraph',
    children: inline(paragraph, looks.stretches(paragraph)),
    data: { paragraph: paragraph.index },
  })

  /** Lines of a cell; tables in it are lines too, their cells parted by blanks. */
  const linesOf = (blocks: WordBlock[]): PhrasingContent[][] =>
    blocks.flatMap((block): PhrasingContent[][] => {
      if (block.type === 'paragraph') return [inline(block.paragraph, unmarked(block.paragraph))]
      return block.rows.map((row) =>
        joined(
          row.map((cell) => joined(linesOf(cell.blocks), { type: 'text', value: ' ' })),
          { type: 'text', value: ' ' },
        ),
      )
    })

  const toCell = ({ blocks }: WordCell): TableCell => {
    const [only] = paragraphsOf(blocks)
    const cell: TableCell = { type: 'tableCell', children: joined(linesOf(blocks), { type: 'break' }) }
    return only ? { ...cell, data: { paragraph: only.index } } : cell
  }

  const toTable = (rows: WordCell[][]): Table => ({
    type: 'table',
    children: rows.map(
      (row): TableRow => ({
        type: 'tableRow',
        children: row.flatMap((cell) => [
          toCell(cell),
          ...Array.from({ length: cell.columns - 1 }, (): TableCell => ({ type: 'tableCell', children: [] })),
        ]),
      }),
    ),
  })

  const toBlocks = (blocks: WordBlock[]): RootContent[] => {
    const nodes: RootContent[] = []
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as WordBlock
      if (block.type === 'table') {
        const [frame, ...others] = block.rows.flat()
        // A table of one cell is a frame around text.
        if (frame && others.length === 0) nodes.push(...toBlocks(frame.blocks))
        else if (hasText(block.rows)) nodes.push(toTable(block.rows))
      } else if (block.paragraph.item === null) nodes.push(toBlock(block.paragraph))
      else {
        const items = itemsFrom(blocks, i)
        nodes.push(...toLists(items, toItem))
        i += items.length - 1
      }
      if (pending.length > 0 && !isInNote) nodes.push(...toNotes())
    }
    return nodes
  }
  return { root: { type: 'root', children: toBlocks(body) }, origins }
}

/** Pieces with a mark between each two that have content. */
function joined(pieces: PhrasingContent[][], mark: PhrasingContent): PhrasingContent[] {
  const filled = pieces.filter((piece) => piece.length > 0)
  return filled.flatMap((piece, i) => (i === 0 ? piece : [{ ...mark }, ...piece]))
}

const hasText = (rows: WordCell[][]): boolean => rows.some((row) => row.some(({ blocks }) => blocks.length > 0))
