/** The sentence or clause around a place of a text. */

/** Farthest an end is looked for on either side, in UTF-16 units: no sentence is so long, and hostile text costs no more. */
const REACH = 240

/** What ends a sentence; a line does. */
const SENTENCE_ENDS = '\u3002\uff01!\uff1f?\uff1b;\n'
/** What ends a clause. */
const CLAUSE_ENDS = `${SENTENCE_ENDS}\uff0c,`

function around(text: string, index: number, ends: string): { start: number; end: number } {
  let start = index
  while (start > 0 && index - start < REACH && !ends.includes(text[start - 1] as string)) start--
  let end = index
  while (end < text.length && end - index < REACH && !ends.includes(text[end] as string)) end++
  return { start, end }
}

/** The sentence, or item between ；, that holds the offset: half open, in UTF-16 units, without its final mark. */
export function sentenceAround(text: string, index: number): { start: number; end: number } {
  return around(text, index, SENTENCE_ENDS)
}

/** The clause between marks such as ， and 。 that holds the offset: half open, in UTF-16 units, without its marks. */
export function clauseAround(text: string, index: number): { start: number; end: number } {
  return around(text, index, CLAUSE_ENDS)
}

/** Whether a quotation or title, “…” or 《…》, that opens in the text is still open at its end. */
export function isQuoteOpen(text: string): boolean {
  return text.lastIndexOf('《') > text.lastIndexOf('》') || text.lastIndexOf('\u201c') > text.lastIndexOf('\u201d')
}
