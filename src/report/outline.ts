import type { Block, Section } from '../model.js'
import { findDate } from '../text/dates.js'
import { FINAL_MARK } from '../text/marks.js'
import type { Numeral, NumeralStyle } from '../text/numerals.js'
import { placeholdersIn } from '../text/placeholders.js'
import type { Leaf } from './leaves.js'
import { isBodyName } from './names.js'

/** Longest run-in heading of each style; the longest level-1 heading seen has 54 characters. */
const LONGEST: Record<NumeralStyle, number> = {
  part: 80,
  han: 80,
  hanBracket: 80,
  arabic: 45,
  arabicBracket: 40,
  circled: 0,
}
/** Longest numbered heading on a line of its own. */
const LONGEST_LINE: Partial<Record<NumeralStyle, number>> = { part: 120, han: 120 }
const LONGEST_BARE = 50
/** Order of the styles from the highest, by GB/T 9704—2012 7.3.3. */
const RANK: Record<NumeralStyle, number> = { part: 0, han: 1, hanBracket: 2, arabic: 3, arabicBracket: 4, circled: 5 }

/** What a look without a rank of its own stands below the next higher one; several of them still stand above the next numbering. */
const BETWEEN = 0.1

/** A counted fact: an item of a list, not a heading. */
const FIGURE = /\d(?:\.\d+)?(?:余|多)?[万亿]?(?:件|次|个|名|人|场|起|项|份|条|部|家|%|％)/

interface Heading {
  leaf: Leaf
  /** End of the heading in the leaf's text; the run-in text follows. */
  end: number
  numeral: Numeral | null
}

/** End of a numbered heading in its line, or 0 where the line is text. */
function numberedEnd(leaf: Leaf, numeral: Numeral, next: Leaf | undefined): number {
  const { text } = leaf
  const longest = LONGEST[numeral.style]
  const stop = /[\u3002\uff01\uff1f!?]/.exec(text)
  const isLow = RANK[numeral.style] >= RANK.arabic
  if (!stop)
    return text.length <= (LONGEST_LINE[numeral.style] ?? longest) &&
      !/[\uff1b;]$/.test(text) &&
      !(isLow && isList(numeral, next))
      ? text.length
      : 0
  const end = stop.index
  if (end > longest) return 0
  if (isLow && FIGURE.test(text.slice(numeral.text.length, end))) return 0
  const rest = text.slice(end + 1).trim()
  if (rest === '') return isList(numeral, next) && numeral.style !== 'han' ? 0 : text.length
  return end
}

/** Whether the next line is numbered alike: then these are items, not headings with text below. */
function isList(numeral: Numeral, next: Leaf | undefined): boolean {
  return next === undefined || next.numeral?.style === numeral.style
}

/** A short line without number that may head the text below it. */
function mayHead(leaf: Leaf, next: Leaf | undefined, isNamed: (heading: string) => boolean): boolean {
  const { text } = leaf
  if (text.length < 3 || text.length > LONGEST_BARE || !/[\u4e00-\u9fff]{2}/.test(text)) return false
  if (FINAL_MARK.test(text) || /[,\uff0c、:\uff1a]$/.test(text)) return false
  if (findDate(text) || isBodyName(text) || placeholdersIn(text).length > 0) return false
  if (next === undefined) return false
  if (leaf.look !== null && next.look !== null && leaf.look < next.look) return true
  return next.text.length > text.length * 1.5 || next.numeral !== null || isNamed(text)
}

const sentenceLike = (text: string): boolean => text.length > 40 || FINAL_MARK.test(text)

/** The headings among the lines: Markdown headings, numbered lines and run-ins, bold lines, and bare lines by their wording. */
function findHeadings(leaves: Leaf[], isNamed: (heading: string) => boolean): Heading[] {
  const bare: Heading[] = []
  const headings: Heading[] = []
  for (const [i, leaf] of leaves.entries()) {
    if (leaf.nested) continue
    const before = leaves[i - 1]
    const next = leaves[i + 1]
    const { numeral } = leaf
    if (leaf.depth !== null) {
      headings.push({ leaf, end: leaf.text.length, numeral })
    } else if (numeral) {
      const end = numberedEnd(leaf, numeral, next)
      if (end > 0) headings.push({ leaf, end, numeral })
    } else if (mayHead(leaf, next, isNamed)) {
      const heading = { leaf, end: leaf.text.length, numeral }
      if (leaf.bold) headings.push(heading)
      // Right below a numbered heading stands its text, or the rest of its own line.
      else if (!before || sentenceLike(before.text) || bare.at(-1)?.leaf === before) bare.push(heading)
      else if (isNamed(leaf.text) && !before.numeral) bare.push(heading)
    }
  }
  const named = bare.filter(({ leaf }) => isNamed(leaf.text))
  const numbersAreLost = !headings.some(
    ({ numeral, leaf }) => numeral?.style === 'han' || leaf.depth !== null || leaf.bold,
  )
  const hasTopNumbers = headings.some(({ numeral }) => numeral !== null && RANK[numeral.style] <= RANK.arabic)
  const trusted = numbersAreLost && named.length >= 2 && !hasTopNumbers ? bare : named
  return [...headings, ...trusted].sort((a, b) => a.leaf.top - b.leaf.top || a.leaf.from - b.leaf.from)
}

/** Headings of one look: same numbering, or the same Markdown depth where there is none. */
interface Class {
  name: string
  /** Smallest Markdown depth; infinite for lines that are no Markdown heading. */
  depth: number
  rank: number
  headings: Heading[]
}

const isBare = ({ leaf, numeral }: Heading): boolean => numeral === null && leaf.depth === null

/** Whether a heading by topic stands right below one that names a content: then topics stand below contents. */
function nestsTopics(headings: Heading[], isNamed: (heading: string) => boolean): boolean {
  return headings.some((heading, i) => {
    const next = headings[i + 1]
    if (!next || !isBare(heading) || !isBare(next) || next.leaf.top !== heading.leaf.top + 1) return false
    return isNamed(heading.leaf.text) && !isNamed(next.leaf.text)
  })
}

/** Ranks of the looks of headings without number: that of numbered headings that look so too, else below the next higher look. */
function ranksByLook(headings: Heading[]): Map<number, number> {
  const ranks = new Map<number, number>()
  for (const { leaf, numeral } of headings) if (leaf.look !== null && numeral) ranks.set(leaf.look, RANK[numeral.style])
  const bare = headings.flatMap((heading) => (isBare(heading) && heading.leaf.look !== null ? [heading.leaf.look] : []))
  const unranked = [...new Set(bare)].filter((look) => !ranks.has(look)).sort((a, b) => a - b)
  for (const look of unranked) {
    const higher = [...ranks].filter(([other]) => other < look).map(([, rank]) => rank)
    // One look alone tells nothing of levels.
    if (higher.length > 0) ranks.set(look, Math.max(...higher) + BETWEEN)
    else if (unranked.length > 1) ranks.set(look, RANK.han)
  }
  return ranks
}

function classesOf(headings: Heading[], isNamed: (heading: string) => boolean): Class[] {
  const classes = new Map<string, Class>()
  const hasTopicsBelow = nestsTopics(headings, isNamed)
  const looks = ranksByLook(headings)
  for (const heading of headings) {
    const { leaf, numeral } = heading
    const isTopic = hasTopicsBelow && isBare(heading) && !isNamed(leaf.text)
    const bare = isTopic ? 'bare topic' : 'bare'
    const byLook = isBare(heading) && leaf.look !== null ? looks.get(leaf.look) : undefined
    const look = byLook === undefined ? bare : `bare ${byLook}`
    const name = numeral?.style ?? (leaf.depth === null ? look : `depth ${leaf.depth}`)
    const rank = byLook ?? (isTopic ? RANK.han + 0.5 : rankOf(numeral, leaf))
    const known = classes.get(name) ?? { name, depth: Infinity, rank, headings: [] }
    known.depth = Math.min(known.depth, leaf.depth ?? Infinity)
    known.headings.push(heading)
    classes.set(name, known)
  }
  return [...classes.values()]
}

/** Headings without number stand beside 一、 until the numbering shows that they stand above it. */
function rankOf(numeral: Numeral | null, leaf: Leaf): number {
  return numeral ? RANK[numeral.style] : leaf.depth === null ? RANK.han : -1
}

const countOfFirsts = ({ headings }: Class): number => headings.filter(({ numeral }) => numeral?.value === 1).length

/** Level of every heading: by Markdown depth where it tells headings apart, else by the order of numbering styles. */
function levelsOf(headings: Heading[], isNamed: (heading: string) => boolean): Map<Heading, number> {
  const classes = classesOf(headings, isNamed)
  const han = classes.find(({ name }) => name === 'han')
  for (const each of classes) {
    // 一、 that begins anew under several headings without number stands below them.
    if (each.name === 'bare' && han && countOfFirsts(han) > 1 && each.headings.length > 1) each.rank = RANK.han - 0.5
    // A lone heading around the numbered ones (正文) is no section of the report.
    if (/^depth/.test(each.name) && han && each.headings.length === 1 && !isNamed(each.headings[0]?.leaf.text ?? '')) {
      each.depth = han.depth
      each.rank = han.rank
    }
    const peer = classes.find(({ name, depth }) => !/^depth|bare/.test(name) && depth === each.depth)
    if (each.rank === -1) each.rank = peer ? peer.rank : RANK.han
  }
  const order = classes.sort((a, b) => a.depth - b.depth || a.rank - b.rank)
  const levels = new Map<Heading, number>()
  let level = 0
  let previous: Class | undefined
  for (const each of order) {
    if (!previous || each.depth !== previous.depth || each.rank !== previous.rank) level++
    for (const heading of each.headings) levels.set(heading, level)
    previous = each
  }
  return levels
}

export interface Outline {
  blocks: Block[]
  sections: Section[]
  /** Text before the first heading. */
  opening: Block[]
}

/** Written out, so that all blocks are of one shape to V8. */
export const toBlock = (leaf: Leaf, role: Block['role'], from = 0, to = leaf.text.length): Block => {
  const isWhole = from === 0 && to === leaf.text.length
  const text = leaf.text.slice(from, to).trim()
  return {
    role,
    text,
    printed: leaf.printed === leaf.text ? text : leaf.printed.slice(from, to).trim(),
    node: leaf.node,
    from: isWhole ? leaf.from : rawIndex(leaf, from),
    to: isWhole ? leaf.to : rawIndex(leaf, to),
    top: leaf.top,
    at: 0,
  }
}

/** Index in the node's text of a unit of the leaf's text; they differ by line breaks and leading blanks. */
function rawIndex(leaf: Leaf, index: number): number {
  let at = leaf.raw.length - leaf.raw.trimStart().length
  if (!leaf.raw.includes('\n')) return leaf.from + at + index
  for (let i = 0; i < index; i++) {
    while (leaf.raw[at] === '\n') at++
    at++
  }
  return leaf.from + at
}

const finalMark = /[\u3002\uff1a:]$/

/** Splits lines into headings and text and hangs the text below its heading. */
export function buildOutline(leaves: Leaf[], isNamed: (heading: string) => boolean): Outline {
  const headings = findHeadings(leaves, isNamed)
  const levels = levelsOf(headings, isNamed)
  const byLeaf = new Map(headings.map((heading) => [heading.leaf, heading]))
  const outline: Outline = { blocks: [], sections: [], opening: [] }
  const open: Section[] = []

  const addBody = (block: Block): void => {
    outline.blocks.push(block)
    const section = open.at(-1)
    if (section) section.body.push(block)
    else outline.opening.push(block)
  }
  for (const leaf of leaves) {
    const heading = byLeaf.get(leaf)
    if (!heading) {
      addBody(toBlock(leaf, 'body'))
      continue
    }
    const block = toBlock(leaf, 'heading', 0, heading.end)
    const level = levels.get(heading) ?? 1
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const section: Section = {
      level,
      block,
      heading: block.printed,
      name: block.text.slice(heading.numeral?.text.length ?? 0).replace(finalMark, ''),
      numeral: heading.numeral,
      body: [],
      children: [],
    }
    outline.blocks.push(block)
    ;(open.at(-1)?.children ?? outline.sections).push(section)
    open.push(section)
    const rest = leaf.text.slice(heading.end)
    if (/^[\u3002\uff01\uff1f!?]./.test(rest)) addBody(toBlock(leaf, 'body', heading.end + 1))
  }
  return outline
}

function addBelow({ body, children }: Section, blocks: Block[]): void {
  for (const block of body) blocks.push(block)
  for (const child of children) {
    blocks.push(child.block)
    addBelow(child, blocks)
  }
}

/** All text below a heading in order, lower headings with theirs. */
export function textBelow(section: Section): Block[] {
  const blocks: Block[] = []
  addBelow(section, blocks)
  return blocks
}
