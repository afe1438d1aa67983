import type { Anchor, Rule } from '../finding.js'
import type { Block, Draft, Section } from '../model.js'
import { leadingNumeral } from '../text/numerals.js'
import { once } from '../text/once.js'
import { headedTest } from '../text/pattern-search.js'
import { quoted } from '../text/quote.js'
import { nextHeadings } from './next-headings.js'

const MARKS = '\u3002\uff1b;\uff1a:'
/** Most texts have no line that ends in ；. */
const hasLineEnd = headedTest('\uff1b;', /[\uff1b;](?:\n|$)/)
/** Numbers below 一、 and （一）. */
const LOWER = new Set(['arabic', 'arabicBracket', 'circled'])
/** Longest line that is a heading rather than a sentence of its own, in UTF-16 units. */
const LONGEST = 60
/** A sentence of facts; headings have none. */
const FACTS = /\d(?:\.\d+)?(?:余|多)?[万亿]?(?:件|次|个|名|人|场|起|项|份|条|部|家|%|\uff05)|\u3002./

/** Units of a line without its numeral, which authors and fixes spell in more ways than one. */
const lengthOf = (text: string): number => text.length - (leadingNumeral(text)?.text.length ?? 0)

/** A mark alone is no heading, and taking it off would leave an empty line. */
const mayBeHeading = ({ text }: Block): boolean => lengthOf(text) > 1 && lengthOf(text) <= LONGEST && !FACTS.test(text)

/** The last item of a list is taken for a heading where its fellows are not: then no heading has the number before. */
function isListItem({ numeral }: Section, before: Section | undefined): boolean {
  if (numeral === null || numeral.value === 1) return false
  return before?.numeral?.style !== numeral.style || before.numeral.value < numeral.value - 2
}

function markedHeadings(sections: Section[], found: Block[] = []): Block[] {
  for (let i = 0; i < sections.length; i++) {
    const section = sections[i] as Section
    const { block, body, children } = section
    const hasText = body.length > 0 || children.length > 0
    if (MARKS.includes(block.text.slice(-1)) && hasText && mayBeHeading(block) && !isListItem(section, sections[i - 1]))
      found.push(block)
    if (children.length > 0) markedHeadings(children, found)
  }
  return found
}

/** （一）加强学习； above a paragraph or a lower number: the mark alone keeps it from being taken for a heading. */
function* markedLines({ blocks, text }: Draft): Generator<Block> {
  if (!hasLineEnd(text)) return
  for (const [i, block] of blocks.entries()) {
    const last = block.text.charCodeAt(block.text.length - 1)
    if ((last !== 0xff1b && last !== 0x3b) || block.role !== 'body' || !mayBeHeading(block)) continue
    const next = blocks[i + 1]
    const style = leadingNumeral(block.text)?.style
    if ((style !== 'han' && style !== 'hanBracket') || (next?.role !== 'body' && next?.role !== 'heading')) continue
    const lower = leadingNumeral(next.text)?.style
    if (lower ? !LOWER.has(lower) : next.role === 'heading' || lengthOf(next.text) <= lengthOf(block.text)) continue
    const before = blocks[i - 1]
    const isInList = before?.role === 'body' && leadingNumeral(before.text)?.style === style
    if (!isInList) yield block
  }
}

const markOf = (block: Block): Anchor => ({ block, from: block.text.length - 1, to: block.text.length })

/** Those of the marked blocks that are headings without their mark, beyond doubt. */
function sureHeadings(found: Block[], { sections }: Draft): Block[] {
  const isNext = once(() => nextHeadings(sections))
  return found.filter((block) => block.role === 'heading' || isNext()(block))
}

export const headingFinalMark: Rule = {
  id: 'heading-final-mark',
  severity: 'info',
  basis: '《标点符号用法》（GB/T 15834—2011）',
  summary: '单独成行的标题末尾有句号、分号或冒号',
  why: '单独成行的标题末尾不用句号等标点；标题后面接着写正文的，才用句号隔开。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）规范执法，维护群众利益。\n\n评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '标题“（一）规范执法，维护群众利益”单独成行，末尾不用“。”，请删去。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）规范执法，维护群众利益\n\n评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n一、主要举措和成效：\n\n评查案卷60件。\n\n二、存在的不足和原因：\n\n力量不足，原因是编制少。\n',
          message: '有2个标题单独成行，末尾却用了“：”，如“一、主要举措和成效”，请删去。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n评查案卷60件。\n\n二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n（一）规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、企业的难题怎么解？\n\n走访企业60家。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、2024年主要安排\n\n（一）充实队伍；\n\n（二）加强培训。\n\n下一步，将继续努力，推动各项任务落实。\n',
        },
      ],
    }
  },
  *check(draft) {
    const found = [...markedHeadings(draft.sections), ...markedLines(draft)].sort((a, b) => a.at - b.at)
    const [first] = found
    if (!first) return
    const marks = [...new Set(found.map(({ text }) => `“${text.at(-1)}”`))].join('')
    const name = quoted(first.printed.slice(0, -1))
    yield {
      message:
        found.length === 1
          ? `标题${name}单独成行，末尾不用${marks}，请删去。`
          : `有${found.length}个标题单独成行，末尾却用了${marks}，如${name}，请删去。`,
      at: markOf(first),
      related: found.slice(1).map(markOf),
      fix: sureHeadings(found, draft).map((block) => ({ at: markOf(block), text: '' })),
    }
  },
}
