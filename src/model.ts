import type { Heading, Html, Paragraph, Root, TableCell } from 'mdast'
import type { Kind, Report } from './generated/report.js'

declare module 'mdast' {
  /** What a reader of documents knows of a block beside its text. */
  interface BlockOrigin {
    /** Index of the Word paragraph it came from, in `WordDocument.paragraphs`. */
    paragraph?: number
    /** Order of its look among lines set off from the text by font, size or weight: 1 for the highest. */
    look?: number
  }
  interface ParagraphData extends BlockOrigin {}
  interface HeadingData extends BlockOrigin {}
  interface TableCellData extends BlockOrigin {}
}

/** The formats a draft can come in; `doc` is Word's binary format and that of WPS. */
export type Format = 'text' | 'markdown' | 'docx' | 'doc' | 'html'

/** A draft as the user hands it over. */
export interface Input {
  /** Path or name, as it shall appear in results; its extension tells the format. */
  name: string
  bytes: Uint8Array
  /** Wins over the extension. */
  format?: Format
}

/** What a document says of itself: front matter, or the header of a web page. Values as printed. */
export interface Metadata {
  title?: string
  issuer?: string
  kind?: Kind
  year?: number
  /** ISO date, `2023-03-28`. */
  publishedOn?: string
  /** ISO date. */
  signedOn?: string
  signature?: string
  addressee?: string
  /** Everything else, by its key in front matter: `source`, `publisher`, `documentNumber` … */
  rest: Record<string, unknown>
}

/** What a reader of documents makes of bytes: a tree laid out as text, and what the document says of itself. */
export type Document = Pick<Source, 'text' | 'root' | 'metadata' | 'notices' | 'cut' | 'lost'>

/** A document as read: its text, its blocks, and what it says of itself. */
export interface Source {
  path: string
  format: Format
  /**
   * The decoded text of a .txt or .md file; the text as read of other formats, a paragraph a line. Every offset of this
   * program counts UTF-16 units in it.
   */
  text: string
  /** Blocks of the document proper, page chrome and front matter taken out; positions point into `text`, line ends are `\n`. */
  root: Root
  metadata: Metadata
  /** Lines of page chrome that gave no metadata, as printed. */
  chrome: string[]
  /** Traditional characters of the text with their simplified forms; empty for simplified text. */
  variants: Record<string, string>
  /** What the reader had to put up with, in Chinese sentences for the user. */
  notices: string[]
  /** What of a web page is neither text nor chrome, such as menus: first words, kind and length of each, in Chinese. */
  cut?: string[]
  /** What of the document comes into no other form: pictures, merged cells. Chinese sentences for who converts it. */
  lost?: string[]
}

/** A half-open range of UTF-16 offsets in `Source.text`. */
export interface Span {
  start: number
  end: number
}

/** A place as shown to people: lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface Place {
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What a block is in the report. */
export type Role =
  | 'title'
  | 'subtitle'
  | 'addressee'
  | 'heading'
  | 'body'
  | 'signature'
  | 'date'
  /** 附件：1.… 2.…, the note that lists the annexes. */
  | 'annexNote'
  /** In an annex, from 附件1 on; its headings too. */
  | 'annex'
  /** Before the title: document numbers, mastheads. */
  | 'front'

/** A run of text of one leaf node: a line of plain text, a paragraph, or one half of a run-in heading. */
export interface Block {
  role: Role
  /** Text without markup and line breaks, in simplified characters: what recognisers and rules look at. */
  text: string
  /** The same as printed, unit for unit; differs in copies in traditional characters. */
  printed: string
  node: Heading | Paragraph | TableCell
  /** The part of the node's text this block is, in UTF-16 units of that text with its line breaks. */
  from: number
  to: number
  /** Index of the top-level node of `Source.root` that holds it. */
  top: number
  /** Where its text begins in `Draft.text`. */
  at: number
}

/** How a heading is numbered: 第一部分, 一、, （一）, 1., （1）, ①. */
export type NumeralStyle = 'part' | 'han' | 'hanBracket' | 'arabic' | 'arabicBracket' | 'circled'

/** A heading with what stands below it. */
export interface Section {
  /** 1 for the report's own sections, 2 for theirs … */
  level: number
  block: Block
  /** Heading with its numeral, as printed. */
  heading: string
  /** Heading without numeral and final mark. */
  name: string
  numeral: { style: NumeralStyle; value: number; text: string } | null
  /** Text before the first lower heading. */
  body: Block[]
  children: Section[]
}

/** Where a content stands, and the proof. */
export interface Content {
  key: string
  state: State
  /** The level-1 section (separate, merged) or the lower heading (embedded) that holds it. */
  section: Section | null
  /** The sentence that shows it, where there is no heading of its own. */
  evidence: { text: string; span: Span } | null
  /** Further sentences that speak of it. */
  mentions: { text: string; span: Span }[]
  /** Other contents under the same heading. */
  with: string[]
  /** Text below its heading. */
  blocks: Block[]
}

/**
 * How a content stands in a report. `separate`: a section of its own. `merged`: a section with others. `embedded`: a heading
 * inside another section. `mentioned`: sentences alone. `absent`: not found.
 */
export type State = 'separate' | 'merged' | 'embedded' | 'mentioned' | 'absent'

/** error: with a basis, or beyond doubt. warning: a human should look. info: advice. */
export type Severity = 'error' | 'warning' | 'info'

/** A content that the schema knows: what it is called and how it is recognised, from the schema's keywords. */
export interface ContentSpec {
  key: string
  title: string
  /** Heading for a skeleton; `{year}` and `{next}` stand for years. */
  heading: string
  /** Patterns of a heading that names the content. */
  words: string[]
  /** Patterns of a heading that may name it; the text below must confirm. */
  weakWords: string[]
  /** Patterns that contain such words but mean something else; taken out before matching. */
  traps: string[]
  /** Patterns of a sentence that speaks of the content. */
  sentences: string[]
  /** How the law words the duty. */
  duty: string
  guidance: string
  basis: string | null
  severity: Severity
  /** Sub-headings for a skeleton. */
  topics: { title: string; guidance: string }[]
  required: boolean
}

/** A field of the report beside its contents (title, date, signature). */
export interface FieldSpec {
  key: string
  title: string
  guidance: string
  severity: Severity
}

/** What the schemas ask of a report, laid over one another and adapted to its year and issuer. */
export interface Demands {
  contents: ContentSpec[]
  fields: Record<string, FieldSpec>
  /** First report year the cited regulation binds. */
  bindingSince: number
}

/** A complaint of the validator about the report model. */
export interface Violation {
  /** JSON pointer of the value, or of the object that lacks one. */
  path: string
  keyword: string
  /** The missing property, for `required`. */
  property: string | null
}

/** A report recognised in a source: what every rule looks at. */
export interface Draft {
  source: Source
  /** False for a notice, a README, an empty form. */
  isReport: boolean
  report: Report
  demands: Demands
  violations: Violation[]
  /** All blocks in document order. */
  blocks: Block[]
  /** Texts of all blocks, one a line: what rules that look for a wording search in one go. */
  text: string
  sections: Section[]
  contents: Content[]
  /** Headings of the annexes with what stands below them; no sections of the report. */
  annexes: Section[]
  /** HTML comments of a Markdown draft. */
  comments: Html[]
}
