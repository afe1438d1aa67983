/** What Markdown puts before a line: quotes, then one mark of a heading or an item. Numbers of items are the report's own. */
const LEAD = /^\s*(?:>\s?)*(?:#{1,6}[ \t\u3000]+|[-*+][ \t]+)?/
/** Escapes, bold, emphasis, links and pictures with their words. */
const MARKS =
  /\\([!-/:-@[-`{-~])|(?<!\*)\*\*(?!\*)|(?<!\*)\*(?=[\u4e00-\u9fff\u201c\u300a])([^*\n]{1,60})\*(?!\*)|!?\[([^\]\n]*)\]\([^)\s]*\)/g
/** What stands before and behind stars of a number that was starred out: its digits. */
const HEAD_OF_NUMBER = /\d[\d* \u00a0-]*$/
const END_OF_NUMBER = /^[\d* \u00a0-]*\d/

/** A line of Markdown, or a part of one, as it reads without its marks. */
export function unmarked(text: string): string {
  return text.replace(LEAD, '').replace(MARKS, (mark, escaped, stressed, linked, at: number, line: string) => {
    if (mark !== '**') return escaped ?? stressed ?? linked ?? ''
    return HEAD_OF_NUMBER.test(line.slice(0, at)) && END_OF_NUMBER.test(line.slice(at + 2)) ? mark : ''
  })
}
