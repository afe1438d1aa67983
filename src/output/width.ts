import { eastAsianWidth } from 'get-east-asian-width'

const ZERO_WIDTH = /[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f\ufeff]/

/** Columns a character takes on a terminal; quotation marks and dashes are narrow, as most terminals draw them. */
function charWidth(char: string): number {
  return ZERO_WIDTH.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0)
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
