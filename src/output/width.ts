import { eastAsianWidth } from 'get-east-asian-width'

const ZERO_WIDTH = /[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f\ufeff]/

/** Columns a character takes on a terminal; quotation marks and dashes are narrow, as most terminals draw them. */
function charWidth(char: string): number {
  return ZERO_WIDTH.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0)
}

/** What steers a terminal, and what turns the direction of writing; tabs and line breaks aside. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/** The text with U+FFFD for control characters, unit for unit: no draft or file name steers the terminal. */
export function visible(text: string): string {
  return text.replace(CONTROL, '\ufffd')
}

/** Columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/** The text filled up with blanks to a number of columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** The head of the text that fits into a number of columns. */
export function truncate(text: string, columns: number): string {
  let width = 0
  let end = 0
  for (const char of text) {
    width += charWidth(char)
    if (width > columns) return `${text.slice(0, end)}…`
    end += char.length
  }
  return text
}

/** Marks that no line begins with, by GB/T 15834: closing ones and those that end a clause. */
const NEVER_FIRST =
  /[\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\u201d\u2019\u300b\u3009\uff09\u3015\u3011\u2026%\uff05]/
/** Marks that no line ends with: opening ones. */
const NEVER_LAST = /[\u201c\u2018\u300a\u3008\uff08\u3014\u3010]/
/** Figures, Latin words and spans of years stay whole. */
const PART_OF_WORD = /[\w.@/\u2014-]/

/** Lines of a text of at most so many columns; Chinese breaks anywhere but before closing marks and after opening ones. */
export function wrap(text: string, columns: number): string[] {
  const chars = [...text]
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const [i, char] of chars.entries()) {
    line += char
    width += charWidth(char)
    const next = chars[i + 1]
    if (next === undefined || width + charWidth(next) <= columns) continue
    const held = heldBack(line, next)
    if (held === line) continue
    lines.push(line.slice(0, line.length - held.length).trimEnd())
    line = held.trimStart()
    width = displayWidth(line)
  }
  return [...lines, line]
}

/** The end of a full line that has to go with the next character. */
function heldBack(line: string, next: string): string {
  let held = ''
  let first = next
  for (const char of [...line].reverse()) {
    const breaks =
      !NEVER_FIRST.test(first) && !NEVER_LAST.test(char) && !(PART_OF_WORD.test(first) && PART_OF_WORD.test(char))
    if (breaks) return held
    held = char + held
    first = char
  }
  return line
}
