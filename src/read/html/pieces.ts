import type { Span } from '../../model.js'

/** Where a piece stands: in the page's main text, or in what is around it. */
export type Place = 'before' | 'main' | 'after'

/** How a run of characters is set. */
export interface Look {
  font: string
  /** Half points. */
  size: number
  bold: boolean
}

/** A line as a browser begins and ends it, save for lines it wraps. */
export interface Line {
  type: 'line'
  /** Blanks of the markup made one, those at either end taken off. */
  text: string
  /** Its parts that look alike, all of it in order. */
  runs: { text: Span; look: Look }[]
  /** 1 for `<h1>`; `null` outside headings. */
  heading: number | null
  /** Characters in links. */
  linked: number
  /** Offsets at which one inline element ends before the next begins: pages part them by other means than blanks. */
  gaps: number[]
  /** Notes referred to, with the offsets of their marks. */
  notes: { at: number; key: string }[]
  place: Place
}

/** A table of data: rows of cells of lines, missing cells filled up. */
export interface Grid {
  type: 'grid'
  rows: Line[][][]
  place: Place
}

/** A list whose items are a line each. */
export interface Items {
  type: 'items'
  /** Number of the first item; `null` with bullets. */
  start: number | null
  items: Line[]
  place: Place
}

/** A line, a table or a list of a page. */
export type Piece = Line | Grid | Items

/** All lines of a piece in order. */
export function linesOf(piece: Piece): Line[] {
  if (piece.type === 'line') return [piece]
  return piece.type === 'items' ? piece.items : piece.rows.flat(2)
}

/** A line of one look made of a text that stands in no single place of the page. */
export const plainLine = (text: string, { runs: [run], place }: Line): Line => ({
  type: 'line',
  text,
  runs: [{ text: { start: 0, end: text.length }, look: run?.look ?? { font: '', size: 24, bold: false } }],
  heading: null,
  linked: 0,
  gaps: [],
  notes: [],
  place,
})

/** The line with words before it. */
export const withLead = (lead: string, line: Line): Line => ({
  ...line,
  text: lead + line.text,
  gaps: [],
  notes: line.notes.map(({ at, key }) => ({ at: at + lead.length, key })),
  runs: line.runs.map(({ text, look }, i) => ({
    text: { start: i === 0 ? 0 : text.start + lead.length, end: text.end + lead.length },
    look,
  })),
})
