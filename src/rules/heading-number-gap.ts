import type { Problem, Rule } from '../finding.js'
import type { Block, Draft, NumeralStyle, Section } from '../model.js'
import { FINAL_MARK } from '../text/marks.js'
import { numeralsAtHeads, numeralText } from '../text/numbered-lines.js'
import { quoted } from '../text/quote.js'

/** 1. and （1） number lists as well; a human should look. */
const SEVERITY: Partial<Record<NumeralStyle, 'warning'>> = { arabic: 'warning', arabicBracket: 'warning' }
/** Findings of one file; with more, it is not the numbering that is wrong. */
const MOST = 20
/** A longer line without final mark is text. */
const LONGEST_BARE = 50

interface Numbered {
  section: Section
  style: NumeralStyle
  /** As printed, or as meant where it was found wrong. */
  value: number
  /** Among its siblings. */
  index: number
}

const startOf = ({ node, from }: Block): number => (node.position?.start.offset ?? 0) + from

/** A line without final mark that may be a heading whose numeral was lost. */
const isBare = ({ text, node }: Block): boolean =>
  text.length <= LONGEST_BARE && node.type !== 'tableCell' && !FINAL_MARK.test(text) && !/[\uff1a:]$/.test(text)

const hasBareLine = ({ body, children }: Section): boolean => body.some(isBare) || children.some(hasBareLine)

/** Whether the missing number stands in the text between: a line that was not taken for a heading. */
function isInBetween(draft: Draft, from: Block | null, to: Block, { style, value }: Numbered): boolean {
  const source = draft.source.text.slice(from ? startOf(from) : 0, startOf(to))
  const isBefore = (found: number): boolean => (value === 1 ? found > 1 : found === value - 1)
  return numeralsAtHeads(source).some(
    (numeral) => numeral === null || (numeral.style === style && isBefore(numeral.value)),
  )
}

function messageFor(current: Numbered, previous: Numbered | undefined, isMisprint: boolean): string {
  const { section, style, value } = current
  const here = quoted(section.heading)
  if (!previous)
    return `${here}前面没有“${numeralText(style, 1)}”：这一层的序号应当从“${numeralText(style, 1)}”开始，请补上缺的一条或改正序号。`
  const meant = numeralText(style, previous.value + 1)
  const before = quoted(previous.section.heading)
  if (value === previous.value || isMisprint) {
    const how = value === previous.value ? `与前面${before}的序号重复` : `排在${before}之后`
    return `${here}${how}，按顺序应当是“${meant}”，请改正序号。`
  }
  if (value < previous.value) return `${here}排在${before}之后，序号的顺序乱了，请重新编号。`
  return `${before}之后是${here}，缺“${meant}”，请核对是漏了一条还是序号写错。`
}

interface Place {
  draft: Draft
  parent: Section | null
  siblings: Section[]
  /** Number of the next heading of the same style among the siblings. */
  next: number | undefined
  /** The last heading of the style in the whole draft. */
  last: Numbered | undefined
}

/** For every sibling the number of the next one of its style. */
function nextNumbers(siblings: Section[]): (number | undefined)[] {
  const seen = new Map<NumeralStyle, number>()
  const numbers: (number | undefined)[] = []
  for (let index = siblings.length - 1; index >= 0; index--) {
    const numeral = siblings[index]?.numeral
    if (!numeral) continue
    numbers[index] = seen.get(numeral.style)
    seen.set(numeral.style, numeral.value)
  }
  return numbers
}

/** Looks at headings below one parent in order; `last` keeps the last value of each style in the whole draft. */
function* gapsBelow(
  draft: Draft,
  parent: Section | null,
  siblings: Section[],
  last: Map<NumeralStyle, Numbered>,
): Generator<Problem> {
  const before = new Map<NumeralStyle, Numbered>()
  const numbers = nextNumbers(siblings)
  for (const [index, section] of siblings.entries()) {
    if (section.numeral) {
      const { style, value } = section.numeral
      const current: Numbered = { section, style, value, index }
      const previous = before.get(style)
      const next = numbers[index]
      const place = { draft, parent, siblings, next, last: last.get(style) }
      const isWrong = !follows(current, previous, place.last?.value) && isCertain(place, current, previous)
      const isMisprint = isWrong && previous !== undefined && next === previous.value + 2
      if (isWrong) yield problemOf(current, previous, isMisprint)
      const isForeign = previous !== undefined && isOutOfPlace(current, previous, next)
      const counted = isMisprint ? { ...current, value: previous.value + 1 } : current
      if (!isForeign) before.set(style, counted)
      if (!isForeign) last.set(style, counted)
    }
    if (section.children.length > 0) yield* gapsBelow(draft, section, section.children, last)
  }
}

/** Whether the number is the next one, begins anew, or runs on from the part before. */
function follows({ style, value }: Numbered, previous: Numbered | undefined, last: number | undefined): boolean {
  if (style === 'circled') return true
  if (previous) return value === previous.value + 1 || (value === 1 && previous.value > 1)
  // （一） begins anew under every heading as a rule: a lone （二） has lost its （一）.
  return value === 1 || (last === value - 1 && (value > 2 || style.startsWith('arabic')))
}

/** The numbers around it are right without it: a line that only looks like a heading (七、八百人). */
const isOutOfPlace = ({ value }: Numbered, previous: Numbered, next: number | undefined): boolean =>
  value !== previous.value && value !== previous.value + 1 && value !== 1 && next === previous.value + 1

/** Whether nothing between tells where the number went. */
function isCertain(
  { draft, parent, siblings, next, last }: Place,
  current: Numbered,
  previous: Numbered | undefined,
): boolean {
  if (previous && isOutOfPlace(current, previous, next)) return false
  const from = previous?.section ?? parent
  const between = siblings.slice((previous?.index ?? -1) + 1, current.index)
  if (between.some(({ numeral }) => numeral === null)) return false
  if (previous ? hasBareLine(previous.section) : parent?.body.some(isBare)) return false
  // Numbers that run on over the parts may stand in a paragraph of the part before: 16.…… 17.…… 18.……
  const runsOn = !previous && current.style.startsWith('arabic') && current.value > 2
  const since = runsOn ? last?.section : from
  return !isInBetween(draft, since?.block ?? null, current.section.block, current)
}

function problemOf(current: Numbered, previous: Numbered | undefined, isMisprint: boolean): Problem {
  const { section, style } = current
  const severity = SEVERITY[style]
  return {
    message: messageFor(current, previous, isMisprint),
    at: { block: section.block, from: 0, to: section.numeral?.text.trimEnd().length ?? 0 },
    ...(severity ? { severity } : {}),
  }
}

export const headingNumberGap: Rule = {
  id: 'heading-number-gap',
  severity: 'error',
  basis: null,
  certain: '同一层的标题序号缺号、重号，是数得出来的',
  summary: '标题的序号缺号、重号或顺序错乱',
  why: '合稿时增删了一段、忘了改序号，最容易出现“一、三”或两个“二”。读者会以为漏了一部分。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n\n## 三、存在的不足和原因\n\n力量不足，原因是编制少。\n\n## 四、2024年主要安排\n\n充实力量。\n',
          message: '“一、主要举措和成效”之后是“三、存在的不足和原因”，缺“二、”，请核对是漏了一条还是序号写错。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n（一）健全制度。修订文件3件。\n\n（二）规范执法。评查案卷60件。\n\n（二）化解纠纷。调解纠纷120件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '“（二）化解纠纷”与前面“（二）规范执法”的序号重复，按顺序应当是“（三）”，请改正序号。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （二）规范执法\n\n评查案卷60件。\n\n### （三）化解纠纷\n\n调解纠纷120件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '“（二）规范执法”前面没有“（一）”：这一层的序号应当从“（一）”开始，请补上缺的一条或改正序号。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）健全制度\n\n1.修订文件。修订文件3件。\n\n2.公布目录。公布事项9项。\n\n### （二）规范执法\n\n3.评查案卷。评查案卷60件。\n\n4.培训人员。培训两轮。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n审查规范性文件32件。\n\n存在的不足和原因\n\n力量不足，原因是编制少。\n\n三、2024年主要安排\n\n充实力量。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n\n## 二、2024年主要安排\n\n重点做好以下工作：\n\n（一）充实队伍；\n\n（二）加强培训；\n\n（三）办好实事。\n',
        },
      ],
    }
  },
  *check(draft) {
    let left = MOST
    for (const problem of gapsBelow(draft, null, draft.sections, new Map())) {
      if (left-- === 0) return
      yield problem
    }
  },
}
