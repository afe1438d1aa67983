import type { List, Paragraph } from 'mdast'
import type { WordBlock, WordItem, WordParagraph } from './paragraphs.js'

/** A paragraph that is a point of a list. */
type Point = WordParagraph & { item: WordItem }

const isPoint = (paragraph: WordParagraph): paragraph is Point => paragraph.item !== null

/** The points that stand together from an index on. */
export function itemsFrom(blocks: WordBlock[], from: number): Point[] {
  const points: Point[] = []
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]
    if (block?.type !== 'paragraph' || !isPoint(block.paragraph)) break
    points.push(block.paragraph)
  }
  return points
}

/** A list being made, and the number its next point has where it goes on; `null` for bullets. */
interface OpenList {
  list: List
  level: number
  next: number | null
}

const begin = ({ level, value }: WordItem): OpenList => ({
  list: {
    type: 'list',
    ordered: value !== null,
    ...(value === null ? {} : { start: value }),
    spread: false,
    children: [],
  },
  level,
  next: value,
})

/** Points as lists, deeper ones inside; where bullets turn to numbers, or numbers begin anew, another list begins. */
export function toLists(points: Point[], toParagraph: (paragraph: WordParagraph) => Paragraph): List[] {
  const lists: List[] = []
  const open: OpenList[] = []
  for (const point of points) {
    const { item } = point
    while (open.length > 1 && item.level < (open.at(-1)?.level ?? 0)) open.pop()
    let last = open.at(-1)
    const isDeeper = last !== undefined && item.level > last.level
    if (last && !isDeeper && last.next !== item.value) open.pop()
    if (!last || isDeeper || last.next !== item.value) {
      const holder = open.at(-1)?.list.children.at(-1)?.children ?? lists
      last = begin(item)
      holder.push(last.list)
      open.push(last)
    }
    last.list.children.push({ type: 'listItem', spread: false, children: [toParagraph(point)] })
    if (last.next !== null) last.next++
  }
  return lists
}
