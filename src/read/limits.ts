import { endless, tooMuch } from './refusals.js'

/** How much of a document was read so far, all its parts together. */
export interface Size {
  paragraphs: number
  characters: number
  /** Pieces of text that look each their own way. */
  pieces: number
}

/** Of a document of which nothing was read yet. */
export const nothingRead = (): Size => ({ paragraphs: 0, characters: 0, pieces: 0 })

/** What a document may have, and how that is called. A report has some hundred paragraphs and some ten thousand characters. */
const LIMITS: Record<keyof Size, [most: number, name: string]> = {
  paragraphs: [20_000, '2 万段'],
  characters: [2_000_000, '200 万字'],
  pieces: [100_000, '10 万个格式不同的片段'],
}

/** Throws `too-large` for a text of more characters than any document may have. */
export function refuseLong(text: string): void {
  const [most, name] = LIMITS.characters
  if (text.length > most) throw endless(`文件有 ${name}以上`)
}

/** Counts what was read. Throws `too-large` beyond what a report can have. */
export function grow(size: Size, key: keyof Size, by: number): void {
  size[key] += by
  const [most, name] = LIMITS[key]
  if (size[key] > most) throw tooMuch(`文件有${/^\d/.test(name) ? ' ' : ''}${name}以上`)
}
