import { leadingNumeral, toHan } from '../../text/numerals.js'
import { attribute, classesOf, type Element } from './dom.js'
import { type Line, type Piece, withLead } from './pieces.js'

/** Numbering that Markdown has no list for, by the name of its style; `n` in Chinese or Arabic figures. */
const NUMBERED: { name: RegExp; lead: (n: number) => string }[] = [
  { name: /^custom_cn2$/, lead: (n) => `（${toHan(n)}）` },
  { name: /^custom_cn1?$/, lead: (n) => `${toHan(n)}、` },
  { name: /^custom_num2$/, lead: (n) => `（${n}）` },
  { name: /^(?:cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal)$/, lead: (n) => `${toHan(n)}、` },
]

const firstNumber = (list: Element): number => {
  const start = Number.parseInt(attribute(list, 'start') ?? '1', 10)
  return Number.isSafeInteger(start) && start >= 0 ? start : 1
}

/** Whether the items are parts of the report, headings with their text, and not points of a list. */
const isStructure = (items: Piece[][]): boolean =>
  items.some((item) => {
    const [first, ...others] = item
    return first?.type !== 'line' || others.length > 0 || leadingNumeral(first.text) !== null
  })

/** Whether numbered lines are headings with or before their text: one alone, or sentences after the first. */
const isNumberedText = (items: Piece[][]): boolean =>
  items.length === 1 || items.flat().some((piece) => piece.type === 'line' && /\u3002./.test(piece.text))

/**
 * A list as pieces. One of single lines stays a list; others are lines with the numbers that a browser prints before them.
 * @param items pieces of each item
 * @param listStyle `list-style-type`, where the page gives one
 */
export function toList(list: Element, items: Piece[][], listStyle: string): Piece[] {
  const filled = items.filter((item) => item.length > 0)
  const start = list.tagName === 'ol' && !/^none/i.test(listStyle) ? firstNumber(list) : null
  const style = NUMBERED.find(({ name }) => [listStyle, ...classesOf(list)].some((each) => name.test(each)))
  const [first] = filled[0] ?? []
  if (!first) return []
  if (!style && !isStructure(filled) && !(start !== null && isNumberedText(filled))) {
    return [{ type: 'items', start, items: filled.flat() as Line[], place: first.place }]
  }
  const lead = style?.lead ?? ((n: number) => `${n}.`)
  return filled.flatMap(([head, ...others], i): Piece[] => {
    if (!head) return []
    const isNumbered = head.type === 'line' && (style || start !== null) && leadingNumeral(head.text) === null
    return [isNumbered ? withLead(lead((start ?? 1) + i), head) : head, ...others]
  })
}
