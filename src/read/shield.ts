/**
 * Keeps hostile Markdown from hanging or overflowing the parser: where a block has more markup than any report, its
 * delimiters are replaced by noncharacters of the same length before parsing and restored in the tree, so that the
 * block is read as plain text and every offset stays right.
 */

/** A report's paragraph has a few dozen delimiters at most; the parser's cost grows with their square. */
const MAX_DELIMITERS = 1000
/** In a whole document; past it every block gets a tenth of the limit. */
const MAX_DELIMITERS_IN_ALL = 20_000
/** Nested quotes and lists; each costs the parser a stack frame. */
const MAX_CONTAINERS = 16
/** Columns of blanks before a list item; deeper ones nest it, and the parser reads them once a level. */
const MAX_INDENT = 32
const TAB = '    '
/** Cells in a line of a table; every row is filled up to the widest. */
const MAX_CELLS = 200

const DELIMITERS = '*_[]<>&`~|!@\\+-). \t'
const FIRST_STANDIN = 0xfdd0

const standIn = (char: string): string => String.fromCharCode(FIRST_STANDIN + DELIMITERS.indexOf(char))

const DELIMITER = /[*_[\]<>&`~!@\\]/g
const CELLS = new RegExp(`^(?:[^|\\n\\r]*\\|){${MAX_CELLS}}`, 'm')
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/gm
const STAND_IN = /[\ufdd0-\ufde2]/g

const hasEndlessRow = (text: string): boolean => text.includes('|') && CELLS.test(text)

const countDelimiters = (text: string): number => text.match(DELIMITER)?.length ?? 0

function shieldBlock(block: string, limit: number): string {
  const plain = countDelimiters(block) > limit ? block.replace(DELIMITER, standIn) : block
  return hasEndlessRow(plain) ? plain.replace(/\|/g, standIn) : plain
}

function shieldContainers(prefix: string): string {
  const count = prefix.match(/[>\-+*]|\d+[.)]/g)?.length ?? 0
  const indent = /^[ \t]*/.exec(prefix)?.[0].replaceAll('\t', TAB).length ?? 0
  return count > MAX_CONTAINERS || indent > MAX_INDENT ? prefix.replace(/[>\-+*). \t]/g, standIn) : prefix
}

/** The text with the markup of hostile blocks replaced, same length. */
export function shield(markdown: string): string {
  const contained = markdown.replace(CONTAINERS, shieldContainers)
  const count = countDelimiters(contained)
  if (count <= MAX_DELIMITERS && !hasEndlessRow(contained)) return contained
  const limit = count > MAX_DELIMITERS_IN_ALL ? MAX_DELIMITERS / 10 : MAX_DELIMITERS
  return contained
    .split(/((?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))/)
    .map((block) => shieldBlock(block, limit))
    .join('')
}

/** Text of the tree with the replaced markup restored. */
export function unshield(text: string): string {
  return text.replace(STAND_IN, (char) => DELIMITERS[char.charCodeAt(0) - FIRST_STANDIN] ?? char)
}
