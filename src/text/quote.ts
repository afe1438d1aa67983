/** Quotations in messages. */

/** Longest quotation in a message, in UTF-16 units. */
const LONGEST = 60

/** “…” around a sentence for a message: shortened, without its final mark. */
export function quoted(text: string): string {
  const bare = text.replace(/[\u3002\uff1b;\uff01\uff1f]+$/, '')
  return `“${bare.length > LONGEST ? `${bare.slice(0, LONGEST - 2)}……` : bare}”`
}
