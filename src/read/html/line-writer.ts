import { indentOf, trimEnd } from '../../text/marks.js'
import type { Line, Look, Place } from './pieces.js'

/** What shows nothing: zero-width blanks and joiners, directions, soft hyphens, control characters. */
const INVISIBLE = /[\0-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** Chinese characters and marks: a line end of the markup between them is no blank. */
const isWide = (char: string | undefined): boolean =>
  char !== undefined && (char >= '\u2e80' || /[\u2013-\u2026]/.test(char)) && char !== '\ufffd'

/** Where a stretch of text stands. */
export interface Context {
  place: Place
  heading: number | null
  isLinked: boolean
}

export interface LineWriter {
  /** Adds text to the line; preformatted text ends it where it has line ends. */
  write(text: string, look: Look, context: Context, isPreformatted: boolean): void
  /** Takes down that an inline element ends here. */
  gap(): void
  /** Takes down that a note is referred to here. */
  note(key: string): void
  /** Ends the line, if there is one. */
  end(): void
}

/** Most gaps of a line of labels; lines of text may have thousands. */
const MOST_GAPS = 40

const isAlike = (a: Look, b: Look): boolean => a.font === b.font && a.size === b.size && a.bold === b.bold

/** Puts text together to lines as browsers do: blanks of the markup are one, hard ones stay. */
export function lineWriter(emit: (line: Line) => void): LineWriter {
  let text = ''
  let runs: Line['runs'] = []
  let linked = 0
  let gaps: number[] = []
  let notes: Line['notes'] = []
  let context: Context | null = null
  /** Blanks that count once more text follows. */
  let blank = ''

  const add = (value: string, look: Look, around: Context): void => {
    if (value === '') return
    context ??= around
    const start = text.length
    text += value
    if (around.isLinked) linked += value.length
    const last = runs.at(-1)
    if (last && isAlike(last.look, look)) last.text.end = text.length
    else runs.push({ text: { start, end: text.length }, look })
  }
  const end = (): void => {
    const from = indentOf(text)
    const to = trimEnd(text).length
    if (from < to && context) {
      emit({
        type: 'line',
        text: text.slice(from, to).replaceAll('\u00a0', ' '),
        runs: runs.flatMap(({ text: { start, end: stop }, look }) => {
          const span = { start: Math.max(start, from) - from, end: Math.min(stop, to) - from }
          return span.start < span.end ? [{ text: span, look }] : []
        }),
        heading: context.heading,
        linked,
        gaps: gaps.filter((at) => at > from && at < to).map((at) => at - from),
        notes: notes.map(({ at, key }) => ({ at: Math.min(Math.max(at, from), to) - from, key })),
        place: context.place,
      })
    }
    text = ''
    runs = []
    linked = 0
    gaps = []
    notes = []
    context = null
    blank = ''
  }
  const addCollapsed = (value: string, look: Look, around: Context): void => {
    for (const part of value.split(/([ \t\n\f\r]+)/)) {
      if (/^[ \t\n\f\r]/.test(part)) {
        blank += part
        continue
      }
      if (part === '') continue
      const isWrap = /[\n\r]/.test(blank) && (isWide(text.at(-1)) || isWide(part[0]))
      if (blank !== '' && text !== '' && !isWrap) add(' ', look, around)
      blank = ''
      add(part, look, around)
    }
  }
  return {
    write(value, look, around, isPreformatted) {
      const visible = value.replace(INVISIBLE, '')
      if (!isPreformatted) {
        addCollapsed(visible, look, around)
        return
      }
      for (const [i, line] of visible.split(/\r\n|\n|\r/).entries()) {
        if (i > 0) end()
        add(line, look, around)
      }
    },
    gap() {
      if (gaps.length < MOST_GAPS && gaps.at(-1) !== text.length) gaps.push(text.length)
    },
    note(key) {
      notes.push({ at: text.length, key })
    },
    end,
  }
}
