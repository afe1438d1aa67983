/** Web addresses, e-mail and file names, whose marks are not the text’s. */

import { matchesOf } from './matches.js'

/** Web addresses and e-mail; they end at the first Chinese character, and not in a mark. */
const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]*[\w/]|[\w.-]{1,60}@[\w.-]{1,60}/g
const HAS_ADDRESS = /:\/\/|www\.|@/
const EXTENSION = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|txt|md|zip|rar|jpe?g|png|html?)(?![A-Za-z])/gi
/** What a file name does not hold. */
const OUTSIDE_NAME = /[\s\uff0c\u3002\uff1b\uff1a、\u201c\u201d\u300a\u300b,;:]/
const LONGEST_NAME = 60

/** Half-open ranges of web addresses, e-mail and file names in a text, in order: their marks are not the text's. */
export function shieldedRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  if (HAS_ADDRESS.test(text))
    for (const match of matchesOf(text, ADDRESS)) ranges.push([match.index, match.index + match[0].length])
  for (const match of matchesOf(text, EXTENSION)) {
    let from = match.index
    while (from > match.index - LONGEST_NAME && !OUTSIDE_NAME.test(text[from - 1] ?? '\n')) from--
    ranges.push([from, match.index + match[0].length])
  }
  return ranges.sort((a, b) => a[0] - b[0])
}
