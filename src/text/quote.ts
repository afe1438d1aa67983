/** Quotations in messages. */

/** Longest quotation in a message, in UTF-16 units. */
const LONGEST = 60

const INNER: Record<string, string> = { '\u201c': '\u2018', '\u201d': '\u2019', '\u2018': '\u201c', '\u2019': '\u201d' }

/** “…” around words of a draft, whose own quotation marks become those of the level below. */
export const inQuotes = (text: string): string =>
  `“${text.replace(/[\u2018\u2019\u201c\u201d]/g, (mark) => INNER[mark] ?? mark)}”`

/** “…” around a sentence for a message: shortened, without its final mark. */
export function quoted(text: string): string {
  const bare = text.replace(/[\u3002\uff1b;\uff01\uff1f]+$/, '')
  return inQuotes(bare.length > LONGEST ? `${bare.slice(0, LONGEST - 2)}……` : bare)
}
