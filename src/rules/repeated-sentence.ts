import type { Anchor, Problem, Rule } from '../finding.js'
import type { Block, Draft, Span } from '../model.js'
import { once } from '../text/once.js'
import { placeholdersIn } from '../text/placeholders.js'
import { quoted } from '../text/quote.js'

/** Letters, figures and Chinese characters of the shortest sentence that is compared. */
const SHORTEST = 25
/** Units between two sentences that follow each other. */
const GAP = 3

/** What a unit is in a sentence; everything else is a letter, figure or Chinese character. */
const MARK = 1
const FINAL = 2
const NUMERAL = 3
const ITEM = 4

const classes = once(() => {
  const table = new Uint8Array(0x10000)
  // Chinese characters begin at U+3400; what stands before them is marks and signs but for Latin letters and figures.
  table.fill(MARK, 0, 0x3400)
  table.fill(0, 0x41, 0x5b)
  table.fill(0, 0x61, 0x7b)
  table.fill(MARK, 0xff00, 0xff10)
  for (const mark of '\u3002\uff1b;\uff01!\uff1f?') table[mark.charCodeAt(0)] = FINAL
  for (const char of '\uff1a\uff3b\uff3d\uff5e') table[char.charCodeAt(0)] = MARK
  for (const char of '一二三四五六七八九十0123456789') table[char.charCodeAt(0)] = NUMERAL
  for (const char of '是要') table[char.charCodeAt(0)] = ITEM
  return table
})

interface Sentence extends Span {
  /** Of its characters without marks; equal ones still have to be compared. */
  hash: number
  /** A heading, which may stand again in a table of contents but not as a sentence of the text. */
  isHeading: boolean
}

/** Sentences that are long enough, without the numeral they begin with (一是, （二）, 3.); text without a final mark is none. */
function sentencesIn({ text, at, role }: Block, add: (sentence: Sentence) => void): void {
  const table = classes()
  const isHeading = role === 'heading'
  let hash = 0
  let count = 0
  let start = 0
  let isNumeral = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = table[code]
    if (kind === FINAL) {
      if (count >= SHORTEST) add({ start: at + start, end: at + i, hash, isHeading })
      hash = count = 0
      isNumeral = true
    } else if (count > 0 && count < 4 && isNumeral && (kind === MARK || kind === ITEM)) {
      hash = count = 0
      isNumeral = false
    } else if (kind !== MARK) {
      if (count === 0) start = i
      if (kind !== NUMERAL) isNumeral = false
      hash = (Math.imul(hash, 31) + code) | 0
      count++
    }
  }
  if (isHeading && count >= SHORTEST) add({ start: at + start, end: at + text.length, hash, isHeading })
}

const LINE = '\n'.charCodeAt(0)
/** Letters at the end of a sentence that tell it from most others. */
const TAIL = 10

/** Of the last letters before an offset. */
function tailHash(table: Uint8Array, text: string, end: number, start: number): number {
  let hash = 0
  let left = TAIL
  for (let i = end - 1; i >= start && left > 0; i--) {
    const code = text.charCodeAt(i)
    const kind = table[code]
    if (kind === MARK) continue
    hash = (Math.imul(hash, 31) + code) | 0
    left--
  }
  return hash
}

/** Ends of sentences and lines. */
const BOUND = /[\u3002\uff1b;\uff01!\uff1f?\n]/g

/** Whether two sentences may be equal: two that are long enough end alike. Most drafts have none, and need no closer look. */
function mayRepeat({ text, blocks }: Draft): boolean {
  const table = classes()
  const tails = new Set<number>()
  let line = 0
  let start = 0
  const isKnown = (end: number): boolean => {
    const block = blocks[line]
    if (end - start < SHORTEST || !block || !isCompared(block)) return false
    const { size } = tails
    return tails.add(tailHash(table, text, end, start)).size === size
  }
  // A pattern finds the next mark in half the time of a loop over the units.
  for (BOUND.lastIndex = 0; BOUND.test(text); ) {
    const end = BOUND.lastIndex - 1
    const isLine = text.charCodeAt(end) === LINE
    if ((!isLine || blocks[line]?.role === 'heading') && isKnown(end)) return true
    if (isLine) line++
    start = end + 1
  }
  return blocks[line]?.role === 'heading' && isKnown(text.length)
}

/** Text of the report itself, long enough; cells of a table may be alike. */
const isCompared = ({ role, text, node }: Block): boolean =>
  text.length >= SHORTEST && (role === 'body' || role === 'heading') && node.type !== 'tableCell'

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

interface Repetition {
  first: Span
  again: Span
  further: Span[]
}

/** Sentences that stand twice, those that follow each other in both places taken as one. */
function repetitionsIn(draft: Draft): Repetition[] {
  if (!mayRepeat(draft)) return []
  const { text, blocks } = draft
  const seen = new Map<number, Sentence>()
  const found: Repetition[] = []
  const byFirst = new Map<number, Repetition>()
  const add = (sentence: Sentence): void => {
    const first = seen.get(sentence.hash)
    if (!first) {
      seen.set(sentence.hash, sentence)
      return
    }
    if (first.isHeading && sentence.isHeading) return
    if (bare(text.slice(first.start, first.end)) !== bare(text.slice(sentence.start, sentence.end))) return
    if (placeholdersIn(text.slice(sentence.start, sentence.end)).length > 0) return
    const last = found.at(-1)
    const known = byFirst.get(first.start)
    if (known) known.further.push(sentence)
    else if (last && follows(last.first, first) && follows(last.again, sentence)) {
      last.first = { start: last.first.start, end: first.end }
      last.again = { start: last.again.start, end: sentence.end }
      byFirst.set(first.start, last)
    } else {
      const repetition = { first, again: sentence, further: [] }
      found.push(repetition)
      byFirst.set(first.start, repetition)
    }
  }
  for (const block of blocks) if (isCompared(block)) sentencesIn(block, add)
  return found
}

const follows = (before: Span, after: Span): boolean => after.start >= before.end && after.start - before.end <= GAP

export const repeatedSentence: Rule = {
  id: 'repeated-sentence',
  severity: 'warning',
  basis: null,
  summary: '同一句话写了两遍',
  why: '各科室的材料拼在一起，或者从上年的报告复制过来，容易把一句话留在两处。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全面推行行政执法公示、全过程记录和法制审核三项制度，评查案卷86件。\n\n## 二、2024年安排\n\n全面推行行政执法公示、全过程记录和法制审核三项制度，评查案卷86件。\n',
          message:
            '“全面推行行政执法公示、全过程记录和法制审核三项制度，评查案卷86件”与前文重复，一字不差。请删去一处，或者改写。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n一是充分发挥法律顾问在合同审查、案件代理和矛盾化解中的作用。\n\n三是充分发挥法律顾问在合同审查、案件代理和矛盾化解中的作用。\n',
          message:
            '“充分发挥法律顾问在合同审查、案件代理和矛盾化解中的作用”与前文重复，一字不差。请删去一处，或者改写。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n加强组织领导。评查案卷86件。\n\n## 二、2024年安排\n\n加强组织领导。评查案卷90件。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、全面推进严格规范公正文明执法，切实提升行政执法的质量和水平\n\n评查案卷86件。\n\n## 二、全面推进严格规范公正文明执法，切实提升行政执法的质量和水平\n\n评查案卷90件。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n| 事项 | 说明 |\n| --- | --- |\n| 甲 | 按照县委依法治县办的要求逐项对照检查并于年底之前全部整改到位。 |\n| 乙 | 按照县委依法治县办的要求逐项对照检查并于年底之前全部整改到位。 |\n',
        },
      ],
    }
  },
  *check(draft): Generator<Problem> {
    for (const { first, again, further } of repetitionsIn(draft)) {
      yield {
        message: `${quoted(draft.text.slice(again.start, again.end))}与前文重复，一字不差。请删去一处，或者改写。`,
        at: { text: again },
        related: [first, ...further].map((span): Anchor => ({ text: span })),
      }
    }
  },
}
