/** The sentences of a paragraph. */

import { matchesOf } from './matches.js'

/** A sentence of a paragraph, without blanks at its ends. */
export interface Sentence {
  text: string
  /** Offsets in the paragraph, half open, in UTF-16 units. */
  start: number
  end: number
}

const SENTENCE = /[^\u3002\uff01!\uff1f?]*[\u3002\uff01!\uff1f?]*[\u201d\u300b\uff09)]*/g

/** Sentences of a paragraph, each with its final 。！？ and its offsets in the paragraph. */
export function sentencesOf(paragraph: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const match of matchesOf(paragraph, SENTENCE)) {
    const lead = match[0].length - match[0].trimStart().length
    const text = match[0].trim()
    if (text !== '') sentences.push({ text, start: match.index + lead, end: match.index + lead + text.length })
  }
  return sentences
}

/** Where the run of text that ends at an offset and holds none of `marks`, which are no Chinese characters, begins, looked for at most `reach` units back. */
export function runStart(text: string, at: number, marks: string, reach: number): number {
  const from = Math.max(0, at - reach)
  for (let start = at; start > from; start--) {
    const code = text.charCodeAt(start - 1)
    if ((code < 0x4e00 || code > 0x9fff) && marks.includes(text.charAt(start - 1))) return start
  }
  return from
}
