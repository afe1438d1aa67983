import { squeeze } from '../text/marks.js'
import { isNote, isShort, signs } from './foot.js'
import type { Leaf } from './leaves.js'

/** What a report encloses: the note that lists it, and the annexes themselves. Source: GB/T 9704—2012 7.3.4 and 7.3.7. */
export interface Annexes {
  /** 附件：1.… 2.…, between text and name. */
  note: Leaf[]
  /** From the first 附件1 on, with all that stands below. */
  body: Leaf[]
}

const NUMBER = '[(\\uff08]?[\\d一二三四五六七八九十]{1,3}(?:[-.\\uff0e\\u2014]\\d{1,2})?[)\\uff09]?'

/** 附件, 附件1, 附表二：, 附录 on a line of their own, without blanks. */
const LABEL = new RegExp(`^附(?:件|表|录|图)?(?:${NUMBER})?[:\\uff1a]?$`)
/** 附件1 行政执法数据表, 附表1：统计表. */
const NUMBERED = new RegExp(
  `^附(?:件|表|录|图)\\s*${NUMBER}\\s*[:\\uff1a.\\uff0e、\\u2014-]?\\s*[^\\s,\\uff0c\\u3002]+`,
)
/** 附件：行政执法数据表, 附：1.统计表. */
const NAMED = /^附\s*(?:件|表|录|图)?\s*[:\uff1a]\s*\S/

/** Longest line that begins an annex or lists one. */
const LONGEST = 80
/** Longest rest of an annex's name on a line of its own. */
const LONGEST_REST = 30
/** Lines between the date and the first annex: copies, office and day of issue. */
const MOST_BETWEEN = 8

/** Whether a line is nothing but 附件 or 附件1. */
export const isAnnexLabel = (line: string): boolean => line.length <= LONGEST && LABEL.test(squeeze(line))

/** Whether a line is nothing but 附件, or bears its number: 附表1：统计表. */
export const beginsAnnex = (line: string): boolean =>
  isAnnexLabel(line) || (line.length <= LONGEST && NUMBERED.test(line) && !/[,\uff0c\u3002]/.test(line))

/** Whether a line names an annex: 附件, 附表1：统计表, 附件：典型案例. As a section's heading it names no content. */
export const namesAnnex = (line: string): boolean =>
  beginsAnnex(line) || (line.length <= LONGEST && NAMED.test(line) && !/\u3002./.test(line))

const isStart = ({ text, nested }: Leaf): boolean => text.startsWith('附') && !nested && namesAnnex(text)

const isItem = ({ text, nested, node }: Leaf): boolean =>
  nested ? node.type !== 'tableCell' : text.length <= LONGEST && /^\d{1,2}\s*[.\uff0e、]/.test(text)

/** The rest of a long name, broken by hand: between two items, or between the last of them and the name below. */
function isRest(leaf: Leaf, next: Leaf | undefined): boolean {
  const { text, nested, numeral } = leaf
  const isPlain = !nested && numeral === null && text.length <= LONGEST_REST && !/\u3002/.test(text)
  return isPlain && !signs(leaf) && !isStart(leaf) && next !== undefined && (isItem(next) || signs(next))
}

/** Index behind the lines that list annexes, from the first of them on. */
function endOfNote(leaves: Leaf[], start: number): number {
  let end = start + 1
  while (end < leaves.length) {
    const leaf = leaves[end] as Leaf
    if (!isItem(leaf) && !isRest(leaf, leaves[end + 1])) break
    end++
  }
  return end
}

/** Whether lines that begin with 附件 list annexes: nothing of an annex stands below them. */
function isList(leaves: Leaf[], start: number, end: number): boolean {
  const first = leaves[start] as Leaf
  const next = leaves[end]
  if (isAnnexLabel(first.text) && (end === start + 1 || !/[:\uff1a]$/.test(first.text))) return next === undefined
  return next === undefined || signs(next) || isStart(next) || isNote(next)
}

/** Whether name or date stand above a line, with nothing but short lines and copies between. */
function isSignedAbove(leaves: Leaf[], index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - MOST_BETWEEN); i--) {
    const leaf = leaves[i] as Leaf
    if (signs(leaf)) return true
    if (leaf.nested || leaf.depth !== null || !(isNote(leaf) || isShort(leaf))) return false
  }
  return false
}

const isHan = ({ numeral, nested }: Leaf): boolean => numeral?.style === 'han' && !nested

/** Tells whether the report's own headings go on below a line, which then is a table's caption; lines are asked in order. */
function courseOf(leaves: Leaf[]): (index: number) => boolean {
  const lastOfDepth = new Map<number, number>()
  for (const [i, leaf] of leaves.entries()) if (leaf.depth !== null && !isStart(leaf)) lastOfDepth.set(leaf.depth, i)
  const depths = new Set<number>()
  let last: number | undefined
  let read = 0
  // The first 一、 below the line.
  let han = 0
  return (index) => {
    for (; read < index; read++) {
      const leaf = leaves[read] as Leaf
      if (isHan(leaf)) last = leaf.numeral?.value
      if (leaf.depth !== null && leaf.depth !== 1) depths.add(leaf.depth)
    }
    if (last === undefined) return [...depths].some((depth) => (lastOfDepth.get(depth) ?? 0) > index)
    while (han < leaves.length && (han <= index || !isHan(leaves[han] as Leaf))) han++
    return leaves[han]?.numeral?.value === last + 1
  }
}

/**
 * What of a report's lines are annexes and the note that lists them. An annex begins below name and date; where a copy
 * has none, at a line that is nothing but 附件 or bears its number.
 * @param leaves lines below the title
 * @param isSigned whether name or date stand at the very end: without them above, the report runs on to there
 */
export function findAnnexes(leaves: Leaf[], isSigned: boolean): Annexes {
  const note: Leaf[] = []
  const goesOn = courseOf(leaves)
  const text = leaves.findIndex(({ text, nested }) => nested || /\u3002/.test(text))
  for (let i = Math.max(0, text); text >= 0 && i < leaves.length; i++) {
    const leaf = leaves[i] as Leaf
    if (!isStart(leaf)) continue
    const end = endOfNote(leaves, i)
    if (isList(leaves, i, end)) {
      note.push(...leaves.slice(i, end))
      i = end - 1
    } else if (isSignedAbove(leaves, i) || (!isSigned && beginsAnnex(leaf.text) && !goesOn(i))) {
      return { note, body: leaves.slice(i) }
    }
  }
  return { note, body: [] }
}
