import type { Indent } from './paragraphs.js'
import { widthOf } from './signature.js'

/** 附件： or 附件1：, then the number of the annex. */
const NOTE = /^(附\s*[件表录]?\s*\d{0,2}\s*[:\uff1a])?\s*(\d{1,2}\s*[.\uff0e、]\s*)?/

/** Characters from the left edge to 附件. */
const LEFT = 2
/** Width of 附件： in characters, where the line above does not tell. */
const LEAD = 3

/** A point and a blank in Latin type are half as wide as a digit. */
const narrow = (text: string): number => (text.match(/[. ]/g)?.length ?? 0) / 4

const lengthOf = (text: string): number => widthOf(text) - narrow(text)

/**
 * Where a line of the note that lists the annexes stands: 附件 two characters in, the numbers one below the other, and what
 * a long name runs on to below the name's first character (GB/T 9704—2012, 7.3.4).
 */
export function placeInNote(text: string, above: number | null): { indent: Indent; lead: number } {
  const [, lead = '', number = ''] = NOTE.exec(text) ?? []
  const start = lead === '' ? LEFT + (above ?? LEAD) : LEFT
  const hanging = lengthOf(lead) + lengthOf(number)
  const hundredths = (characters: number): number => Math.round(characters * 100)
  return {
    indent: { left: hundredths(start + hanging), ...(hanging > 0 ? { hanging: hundredths(hanging) } : {}) },
    lead: lead === '' ? (above ?? LEAD) : lengthOf(lead),
  }
}
