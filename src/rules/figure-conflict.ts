import type { Problem, Rule } from '../finding.js'
import type { Draft, Section, Span } from '../model.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { isComparable, rangeOf } from '../text/figures.js'
import { quoted } from '../text/quote.js'
import { attributesIn, subdivisionsIn } from './figure-conflict-attributes.js'
import { type Deed, deedsIn } from './figure-conflict-deeds.js'
import { grouped, listedIn, type Mention, mentionAt, SPECIFIC } from './figure-conflict-mentions.js'
import { ratesIn } from './figure-conflict-rates.js'

/** Things done many times over, by many, or that change: two numbers of them are no contradiction. */
const COMMON =
  /会议|学习|研究|听取|培训|讲座|宣传|活动|检查|督导|督察|调研|座谈|学法|讲法|述法|批示|旁听|召开|组织|开展|压缩|缩短|提高|提升|下降|降低|增长|减少|增加|上升|增至|降至|同比|较|时限|以上|以下|其中|平均|每|各|分别|力争|计划|目标|拟|将|[由从至到]$/
/** Words of a sentence that narrow what is counted; both places must have the same. */
const SCOPE =
  /上半年|下半年|[一二三四]季度|前三季度|(?:19|20)\d\d年?|去年|上年|往年|近[三五]年|[两三五]年来|以来|截至|截止|其中|计划|力争|拟|目标|明年|下一?年|累计|现有|平均|市级|省级|县级|镇级|区级|本级|乡镇|街道|村级|派出所|法院|检察院|公安|城管|市场监管|自然资源|生态环境|交通|住建|应急|县委|市委|区委|人大|政协|上级|线上|窗口|新收|结转/g
/** Words that take in the issuer and the year as a whole. */
const TOTAL = /全(?:年|县|市|区|镇|乡|街|省|州|旗|系统|域|局)|本年|今年|年度/

const scopeOf = ({ before }: Mention, year: string): string =>
  [...new Set(before.match(SCOPE) ?? [])]
    .filter((word) => !word.startsWith(year) && word !== '现有')
    .sort()
    .join()

/** Whether two indicators are worded alike; one may name the meeting before it, or have its noun after the number. */
function isSame(a: Mention, b: Mention): boolean {
  const [short, long] = a.indicator.length <= b.indicator.length ? [a, b] : [b, a]
  if (short.verb !== null && long.verb === null) {
    return long.indicator.startsWith(short.verb) && long.indicator.endsWith(short.indicator.slice(2))
  }
  if (short.indicator === long.indicator) return true
  const rest = long.indicator.slice(0, -short.indicator.length)
  return short.indicator.length > SPECIFIC && long.indicator.endsWith(short.indicator) && /会议?$/.test(rest)
}

/** The level-1 section an offset stands in, -1 for the opening, `null` for the plan. */
function sectionAt({ sections, contents, text }: Draft, offset: number): number | null {
  const index = sections.filter(({ block }) => block.at <= offset).length - 1
  const section = sections[index]
  const plan = contents.find(({ key }) => key === 'plan')
  const inPlan = plan?.blocks.some(({ at, text: { length } }) => at <= offset && offset <= at + length)
  const isOnlyPlan =
    section !== undefined && /打算|安排|计划|下一步|展望/.test(section.heading) && !/不足|问题/.test(section.heading)
  return (inPlan && plan?.state !== 'merged') || isOnlyPlan || text.length < offset ? null : index
}

/** Whether two places count the same and may not differ. */
function conflict(draft: Draft, a: Mention, b: Mention): boolean {
  const { indicator } = a.indicator.length <= b.indicator.length ? a : b
  if (indicator.length < (a.verb || b.verb ? SPECIFIC - 1 : SPECIFIC) || !isSame(a, b)) return false
  return !COMMON.test(indicator) && isComparable(a.figure, b.figure) && differs(draft, a, b)
}

/** Whether two figures cannot be one: 97.6% is 98%, rounded. */
function areApart(a: Mention, b: Mention): boolean {
  const step = Math.max(a.figure.step, b.figure.step)
  if (a.figure.unit === '%') return Math.abs(a.figure.value - b.figure.value) > step - 1e-6
  const [low, high] = rangeOf(a.figure)
  const [least, most] = rangeOf(b.figure)
  return low > most || least > high
}

/** Whether two figures of one thing differ though nothing says why. */
function differs(draft: Draft, a: Mention, b: Mention): boolean {
  if (!areApart(a, b)) return false
  const year = String(draft.report.year ?? '?')
  if (scopeOf(a, year) !== scopeOf(b, year)) return false
  const [first, second] = [sectionAt(draft, a.start), sectionAt(draft, b.start)]
  if (first === null || second === null || first === second) return false
  return [a, b].some(({ before }) => TOTAL.test(before)) || first === -1 || second === -1 || isAside(draft, second)
}

/** Whether two figures of a rate that an issuer has one of differ, wherever they stand but in the plan. */
function ratesDiffer(draft: Draft, a: Mention, b: Mention): boolean {
  const year = String(draft.report.year ?? '?')
  const isNarrowed = [a, b].some((mention) => scopeOf(mention, year) !== '')
  return areApart(a, b) && !isNarrowed && [a, b].every(({ start }) => sectionAt(draft, start) !== null)
}

/** What an issuer has one number of, whichever part of its achievements tells it. */
const SINGLE =
  /行政复议|行政诉讼|行政应诉|信息公开申请|依申请公开|(?:代表|政协)?(?:建议|提案)(?:案件)?$|法律援助案件|重大行政决策/

/** Whether two parts of one section tell different numbers of what there is one of, each in a sentence of its own. */
function contradicts(draft: Draft, a: Deed, b: Deed): boolean {
  const section = sectionAt(draft, a.start)
  if (section === null || section < 0 || section !== sectionAt(draft, b.start)) return false
  const { children = [] } = draft.sections[section] ?? {}
  const partAt = (offset: number): number => children.filter(({ block }) => block.at <= offset).length
  if (partAt(a.start) === 0 || partAt(a.start) === partAt(b.start)) return false
  if (!areApart(a, b)) return false
  const isTotal = [a, b].some(({ before }) => TOTAL.test(before))
  return isTotal && a.isPlain && b.isPlain && SINGLE.test(a.indicator) && a.indicator === b.indicator
}

/** Whether a section speaks of shortcomings or of the persons in charge: what it counts was counted before. */
function isAside({ sections, contents }: Draft, index: number): boolean {
  return contents.some(({ key, section }) => /shortcomings|responsibility/.test(key) && section === sections[index])
}

export const figureConflict: Rule = {
  id: 'figure-conflict',
  severity: 'warning',
  basis: null,
  summary: '同一指标前后两个数',
  why: '同一件事在成效里是32件、在不足里是35件，多半是补报数字时只改了一处。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年审查规范性文件32件。\n\n## 二、存在的不足和原因\n\n全年审查规范性文件35件，专业力量不足，主要原因是编制少。\n',
          message:
            '同一指标前后不一：前面是“全年审查规范性文件32件”，这里是“全年审查规范性文件35件”。请核对后统一；口径不同的，请写明范围或时间。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全镇新增人民调解员126名。\n\n## 二、存在的不足和原因\n\n今年新增的136名调解员中，法律专业的少，主要原因是待遇不高。\n',
          message:
            '同一指标前后不一：前面是“全镇新增人民调解员126名”，这里是“新增的136名调解员”。请核对后统一；口径不同的，请写明范围或时间。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年调解各类矛盾纠纷486件。\n\n## 二、存在的不足和原因\n\n全县共调解矛盾纠纷468件，但专职力量不足，原因是编制少。\n',
          message:
            '同一指标前后不一：前面是“调解各类矛盾纠纷486件”，这里是“调解矛盾纠纷468件”。请核对后统一；口径不同的，请写明范围或时间。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年调解各类矛盾纠纷486件。\n\n## 二、存在的不足和原因\n\n石桥镇共调解矛盾纠纷46件，力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年审查规范性文件32件，2022年审查规范性文件35件。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年审查规范性文件32件。\n\n## 二、存在的不足和原因\n\n上半年审查规范性文件12件，进度偏慢，原因是人手少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n行政机关负责人出庭应诉率92%。\n\n## 二、2024年工作安排\n\n行政机关负责人出庭应诉率达到98%。\n',
        },
      ],
    }
  },
  *check(draft) {
    const { text } = draft
    const numbers = numbersIn(text)
    const told = new Set<number>()
    for (const [earlier, later] of ratesIn(text)) {
      if (!ratesDiffer(draft, earlier, later)) continue
      told.add(later.end)
      yield problem(draft, earlier, later)
    }
    for (const places of grouped(text, numbers)) yield* among(draft, places, told)
    for (const pair of listedIn(text, numbers)) yield* among(draft, pair, told)
    for (const [earlier, later] of deedsIn(text, numbers)) {
      if (told.has(later.end)) continue
      if (differs(draft, earlier, later) || contradicts(draft, earlier, later)) yield problem(draft, earlier, later)
    }
    for (const [earlier, later] of attributesIn(text, numbers)) {
      if (differs(draft, earlier, later)) yield problem(draft, earlier, later)
    }
    for (const [earlier, later] of subdivisionsIn(text, numbers)) {
      if (sectionAt(draft, later.start) !== null) yield problem(draft, earlier, later)
    }
  },
}

function problem({ text }: Draft, earlier: Span, later: Span): Problem {
  const words = ({ start, end }: Span): string => quoted(text.slice(start, end))
  return {
    message: `同一指标前后不一：前面是${words(earlier)}，这里是${words(later)}。请核对后统一；口径不同的，请写明范围或时间。`,
    at: { text: { start: later.start, end: later.end } },
    related: [{ text: { start: earlier.start, end: earlier.end } }],
  }
}

/** How many level-1 sections begin before an offset. */
function depthAt({ sections }: Draft, offset: number): number {
  let index = 0
  while (index < sections.length && (sections[index] as Section).block.at <= offset) index++
  return index
}

/** Problems of places with one indicator; where they end is added to `told`. */
function* among(draft: Draft, places: number[], told: Set<number>): Generator<Problem> {
  const [first = 0] = places
  if (places.every((at) => depthAt(draft, at) === depthAt(draft, first))) return
  const mentions = places.map((at) => mentionAt(draft.text, at)).filter((mention) => mention !== null)
  for (const [i, later] of mentions.entries()) {
    const earlier = mentions.slice(0, i).find((mention) => conflict(draft, mention, later))
    if (!earlier || told.has(later.end)) continue
    told.add(later.end)
    yield problem(draft, earlier, later)
  }
}
