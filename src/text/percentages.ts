/** Percentages in Arabic digits. */

/** A percentage as printed, its sign left out: half open, in UTF-16 units. */
export interface Percentage {
  start: number
  end: number
}

/** Longest number that is looked for. */
const LONGEST = 8

/** The percentages of a text in Arabic digits, those with % before those with the full-width sign. */
export function percentagesIn(text: string): Percentage[] {
  const found: Percentage[] = []
  for (const sign of ['%', '\uff05']) {
    for (let end = text.indexOf(sign); end >= 0; end = text.indexOf(sign, end + 1)) {
      let start = end
      while (start > 0 && end - start < LONGEST && '0123456789.'.includes(text.charAt(start - 1))) start--
      if (start < end) found.push({ start, end })
    }
  }
  return found
}
