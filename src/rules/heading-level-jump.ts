import type { Anchor, Rule } from '../finding.js'
import type { Block, Draft, NumeralStyle, Section } from '../model.js'
import { FINAL_MARK } from '../text/marks.js'
import { numeralsAtHeads, numeralText } from '../text/numbered-lines.js'
import { once } from '../text/once.js'
import { quoted } from '../text/quote.js'

/** Styles from the highest, by GB/T 9704—2012 7.3.3; 第一部分 and ① stand outside its order. */
const ORDER: NumeralStyle[] = ['han', 'hanBracket', 'arabic', 'arabicBracket']

interface Step {
  parent: Section
  child: Section
  /** Styles that should stand between. */
  skipped: NumeralStyle[]
}

function* stepsBelow(sections: Section[]): Generator<Step> {
  for (const parent of sections) {
    if (parent.children.length === 0) continue
    const child = parent.children.find(({ numeral }) => numeral !== null)
    if (parent.numeral && child?.numeral) {
      const from = ORDER.indexOf(parent.numeral.style)
      const to = ORDER.indexOf(child.numeral.style)
      // A heading without number may stand for the level that seems to be skipped.
      const isWhole = parent.children.every(({ numeral }) => numeral !== null)
      if (from >= 0 && to > from + 1 && isWhole) yield { parent, child, skipped: ORDER.slice(from + 1, to) }
    }
    yield* stepsBelow(parent.children)
  }
}

const hasBelow = (sections: Section[], parent: NumeralStyle, child: NumeralStyle): boolean =>
  sections.some(
    (section) =>
      (section.numeral?.style === parent && section.children.some(({ numeral }) => numeral?.style === child)) ||
      hasBelow(section.children, parent, child),
  )

/** 一、 then 1. is right in a text of two levels: where 1. stands below （一） elsewhere, or has （1） below it, it is not. */
function isLegal({ parent, child }: Step, isThirdLevel: () => boolean): boolean {
  if (parent.numeral?.style !== 'han' || child.numeral?.style !== 'arabic') return false
  return (
    !isThirdLevel() &&
    !parent.children.some(({ children }) => children.some(({ numeral }) => numeral?.style === 'arabicBracket'))
  )
}

const startOf = ({ node, from }: Block): number => (node.position?.start.offset ?? 0) + from

/** A line that may be a heading without number. */
const isBare = ({ text }: Block): boolean => text.length <= 50 && !FINAL_MARK.test(text) && !/[\uff1a:]$/.test(text)

/** Whether the skipped level is there, in lines that were not taken for headings. */
function isInBetween(draft: Draft, { parent, child, skipped }: Step): boolean {
  if (parent.body.some(isBare)) return true
  const [, ...inside] = numeralsAtHeads(draft.source.text.slice(startOf(parent.block), startOf(child.block)))
  return inside.some((numeral) => numeral === null || skipped.includes(numeral.style))
}

export const headingLevelJump: Rule = {
  id: 'heading-level-jump',
  severity: 'warning',
  basis: 'GB/T 9704—2012 7.3.3',
  summary: '标题的层次跳了一级',
  why: '层次序数依次是“一、”“（一）”“1.”“（1）”。中间跳过一级，读者会以为漏了标题。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n（1）健全制度。修订文件3件。\n\n（2）规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message:
            '“一、主要举措和成效”下面直接用了“（1）”，跳过了“（一）”和“1.”。层次序数依次是“一、”“（一）”“1.”“（1）”，请改用“（一）”。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）规范执法\n\n（1）评查案卷。评查案卷60件。\n\n（2）培训人员。培训两轮。\n\n### （二）化解纠纷\n\n调解纠纷120件。\n',
          message:
            '“（一）规范执法”下面直接用了“（1）”，跳过了“1.”。层次序数依次是“一、”“（一）”“1.”“（1）”，请改用“1.”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n1.健全制度。修订文件3件。\n\n2.规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）规范执法\n\n1.评查案卷。评查案卷60件。\n\n（1）普通程序。共评查40件。\n\n（2）简易程序。共评查20件。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n第一部分 主要举措和成效\n\n一、健全制度\n\n修订文件3件。\n\n二、规范执法\n\n评查案卷60件。\n\n第二部分 存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
      ],
    }
  },
  *check(draft) {
    const isThirdLevel = once(() => hasBelow(draft.sections, 'hanBracket', 'arabic'))
    const groups = new Map<string, Step[]>()
    for (const step of stepsBelow(draft.sections)) {
      if (isLegal(step, isThirdLevel) || isInBetween(draft, step)) continue
      const key = `${step.parent.numeral?.style} ${step.child.numeral?.style}`
      const group = groups.get(key)
      if (group) group.push(step)
      else groups.set(key, [step])
    }
    for (const [step, ...others] of groups.values()) {
      if (!step?.child.numeral) continue
      const skipped = step.skipped.map((style) => `“${numeralText(style, 1)}”`)
      const used = numeralText(step.child.numeral.style, 1)
      const also = others.length > 0 ? `（共${others.length + 1}处）` : ''
      yield {
        message: `${quoted(step.parent.heading)}下面直接用了“${used}”${also}，跳过了${skipped.join('和')}。层次序数依次是“一、”“（一）”“1.”“（1）”，请改用${skipped[0]}。`,
        at: { block: step.child.block },
        related: others.map(({ child }): Anchor => ({ block: child.block })),
      }
    }
  },
}
