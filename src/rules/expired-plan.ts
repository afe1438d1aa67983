import type { Anchor, Rule } from '../finding.js'
import type { Span } from '../model.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { matchesOf } from '../text/matches.js'
import { once } from '../text/once.js'
import { clauseAround, sentenceAround } from '../text/sentence-around.js'
import { OLD_ATTRIBUTES, PLANS, type Plan } from './plans.js'

/** What cites a plan as what work goes by. */
const CURRENT =
  /贯彻|落实|按照|依照|遵照|根据|依据|推进|实施|执行|围绕|对照|对标|紧扣|聚焦|开展|深化|抓好|做好|抓实|启动|部署|制定|编制|结合|为(?:抓手|契机|指导|引领|指引|遵循|依据|统领|主线|载体|目标)|确定的|明确的|要求/

/** What speaks of it as past: won, summed up, ended, since. */
const PAST =
  /荣获|获评|获得|获全|被评|被授|被命名|被表彰|授予|先进|表彰|以来|期间|时期|总结|验收|评估|收官|圆满|结束|期末|期满|成果|成效|末期|基础上|经验|中期|时(?:建|创|成|设|打造)|接续|衔接|终期|回顾|历史|迎检|复核|曾|废止|失效|清理|相比|完成|落幕|巩固|转段|阶段性|考核|后半|收尾|[“”]?(?:五五|六五|七五|八五)[”"]?规划期/

/** What stands before 五 in the number of a plan that is over where one that came after is known. */
const OLD_FIVES = '五六七二三'

/** What sums it up in the year after its end, wherever it stands in the sentence. */
const SUMMED_UP = /总结|验收|收官|圆满|评估|终期|表彰/

/** The plan that came after, the last known by that year; `null` where the table knows none. */
function successorOf({ family, to }: Plan, year: number): Plan | null {
  return PLANS.filter((plan) => plan.family === family && plan.from > to && plan.from <= year).at(-1) ?? null
}

/** With its years, where its name has none. */
const named = ({ name, from, to }: Plan): string => (name.endsWith('》') ? name : `${name}（${from}—${to}年）`)

/**
 * Places of the matches whose surroundings pass. Matches in the same surroundings share one look at them: a text that names
 * a plan at every turn would be read hundreds of times.
 */
function placesWithin(
  matches: RegExpExecArray[],
  around: (index: number) => Span,
  passes: (around: Span, index: number) => boolean,
): Anchor[] {
  const places: Anchor[] = []
  let last: Span = { start: 0, end: 0 }
  let isPlace = false
  for (const { 0: printed, index } of matches) {
    if (index >= last.end) {
      last = around(index)
      isPlace = passes(last, index)
    }
    if (isPlace) places.push({ text: { start: index, end: index + printed.length } })
  }
  return places
}

function placesOf(text: string, plan: Plan, successor: Plan, year: number): Anchor[] {
  const isCurrent = ({ start, end }: Span, index: number): boolean => {
    // From the plan's name on, a clause may run into the brackets of a title.
    const clause = text.slice(start, end)
    if (!CURRENT.test(clause) || PAST.test(clause) || successor.sign.test(clause)) return false
    const sentence = sentenceAround(text, index)
    return year !== plan.to + 1 || !SUMMED_UP.test(text.slice(sentence.start, sentence.end))
  }
  return placesWithin(matchesOf(text, plan.pattern()), (index) => clauseAround(text, index), isCurrent)
}

/** Where the text has the phrase of 2015–2020, and its sentence does not speak of the plan of those years itself. */
function oldAttributesOf(text: string): Anchor[] {
  const isLeftOver = ({ start, end }: Span): boolean =>
    !/2020年?[)\uff09]?》|十八届四中全会/.test(text.slice(start, end))
  return placesWithin(matchesOf(text, OLD_ATTRIBUTES.pattern), (index) => sentenceAround(text, index), isLeftOver)
}

/** Whether a text names a five-year plan before 八五 and 十四五, or writes 第七个五年 out. */
function hasOldFive(text: string): boolean {
  for (let at = text.indexOf('五'); at >= 0; at = text.indexOf('五', at + 1)) {
    const before = text.charAt(at - 1)
    if (OLD_FIVES.includes(before || '-') || (before === '个' && text[at + 1] === '年')) return true
  }
  return false
}

/** Whether a text names a year in which a plan of 2015–2020 may begin. */
function hasOldYears(text: string): boolean {
  const { count, values } = numbersIn(text)
  for (let i = 0; i < count; i++) if ((values[i] as number) >= 2014 && (values[i] as number) <= 2017) return true
  return false
}

export const expiredPlan: Rule = {
  id: 'expired-plan',
  severity: 'warning',
  basis: null,
  summary: '把已经到期的规划、纲要当作现行的引用',
  why: '沿用旧稿时，“七五”普法、2015—2020年的纲要常被留作工作依据；读者一看就知道是旧稿。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n深入推进“七五”普法，开展宣传40场。\n',
          message:
            '“七五”普法（2016—2020年）到2023年已经结束，这里仍当作现行的引用，请改为“八五”普法（2021—2025年）；如果是总结往年，请写明。',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n2022年，云溪县认真贯彻落实《法治政府建设实施纲要（2015—2020年）》。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message:
            '《法治政府建设实施纲要（2015—2020年）》到2022年已经结束，这里仍当作现行的引用，请改为《法治政府建设实施纲要（2021—2025年）》；如果是总结往年，请写明。',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n2022年，云溪县加快建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message:
            '“廉洁高效、守法诚信”是2015—2020年纲要的提法，2021—2025年的纲要改为“职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意”，请改用新的提法。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n荣获全国“七五”普法先进县，“七五”普法以来累计培训2000人次。\n',
        },
        {
          draft:
            '# 云溪县2021年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n完成“七五”普法总结验收，制定“八五”普法规划，16个集体获得表彰。\n',
        },
        {
          draft:
            '# 云溪县2026年法治政府建设年度报告\n\n2026年，云溪县贯彻落实《法治政府建设实施纲要（2021—2025年）》，推进“八五”普法。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
        },
        {
          draft:
            '# 云溪县2020年法治政府建设年度报告\n\n2020年，云溪县落实《法治政府建设实施纲要（2015—2020年）》，推进“七五”普法。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
        },
      ],
    }
  },
  *check({ text, report }) {
    const { year } = report
    if (year === undefined) return
    const namesFive = once(() => hasOldFive(text))
    const namesYears = once(() => hasOldYears(text))
    for (const plan of PLANS) {
      const successor = year > plan.to ? successorOf(plan, year) : null
      if (!successor || !(plan.isDated ? namesYears() : namesFive()) || !plan.sign.test(text)) continue
      const [at, ...related] = placesOf(text, plan, successor, year)
      if (!at) continue
      yield {
        message: `${named(plan)}到${year}年已经结束，这里仍当作现行的引用，请改为${named(successor)}；如果是总结往年，请写明。`,
        at,
        related,
      }
    }
    if (year <= OLD_ATTRIBUTES.to || !text.includes('守法诚信')) return
    const [at, ...related] = oldAttributesOf(text)
    if (at)
      yield {
        message: `“廉洁高效、守法诚信”是2015—2020年纲要的提法，2021—2025年的纲要改为“${OLD_ATTRIBUTES.successor}”，请改用新的提法。`,
        at,
        related,
      }
  },
}
