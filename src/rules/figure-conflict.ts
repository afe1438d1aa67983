import type { Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { type Figure, isComparable, leadingFigure, rangeOf } from '../text/figures.js'
import { quoted } from '../text/quote.js'
import { runStart } from '../text/sentences.js'

/** Words between an indicator and its number. */
const LINK = /(?:为|达到?|共计|合计|共有?|有|计|是|均为)$/
/** Units of an indicator that two places must share before anything else is looked at. */
const KEY = 3
/** Longest indicator, in UTF-16 units. */
const LONGEST = 24
/** Shortest indicator that is specific enough. */
const SPECIFIC = 6
/** Longest way back to the head of a sentence. */
const REACH = 120

/** Heads of an indicator that say of whom or when: no part of its wording. */
const HEAD =
  /^(?:年度?|月|日|全(?:年|县|市|区|镇|乡|街道?|省|州|旗|系统|域|局)|本(?:年度?|区|县|市|镇|乡|局|街道)|今年(?:以来)?|一年来|年内|当年|共|共计|一共|总共|先后|已|累计|并|同时|目前|我(?:县|市|区|镇|乡|局|街道))+/
/** Things done many times over, by many, or that change: two numbers of them are no contradiction. */
const COMMON =
  /会议|学习|研究|听取|培训|讲座|宣传|活动|检查|督导|督察|调研|座谈|学法|讲法|述法|批示|旁听|召开|组织|开展|压缩|缩短|提高|提升|下降|降低|增长|减少|增加|上升|增至|降至|同比|较|时限|以上|以下|其中|平均|每|各|分别|力争|计划|目标|拟|将|[由从至到]$/
/** Words of a sentence that narrow what is counted; both places must have the same. */
const SCOPE =
  /上半年|下半年|[一二三四]季度|前三季度|(?:19|20)\d\d年?|去年|上年|往年|近[三五]年|[两三五]年来|以来|截至|截止|其中|计划|力争|拟|目标|明年|下一?年|累计|现有|平均|市级|省级|县级|镇级|区级|本级|乡镇|街道|村级|派出所|法院|检察院|公安|城管|市场监管|自然资源|生态环境|交通|住建|应急|县委|市委|区委|人大|政协|上级|线上|窗口|新收|结转/g
/** Words that take in the issuer and the year as a whole. */
const TOTAL = /全(?:年|县|市|区|镇|乡|街|省|州|旗|系统|域|局)|本年|今年|年度/

interface Mention {
  /** What is counted, without who and when: 审查规范性文件. */
  indicator: string
  figure: Figure
  /** The sentence up to the number. */
  before: string
  start: number
  end: number
  /** The verb of 新增的136名调解员, whose noun follows the number. */
  verb: string | null
}

const isHan = (char: string): boolean => char >= '\u4e00' && char <= '\u9fff'

/** The run of Chinese characters that ends at an offset. */
function runBefore(text: string, at: number): string {
  let start = at
  while (start > 0 && at - start < LONGEST && isHan(text.charAt(start - 1))) start--
  return text.slice(start, at)
}

/** Where the number that begins at an offset ends, 万 and 亿 included. */
function numberEnd(text: string, start: number): number {
  let at = start + 1
  for (; at - start < LONGEST; at++) {
    const code = text.charCodeAt(at)
    const isPart = (code >= 48 && code <= 57) || code === 44 || code === 46 || code === 0xff0c
    if (!isPart) break
  }
  const char = text.charAt(at)
  return char === '万' || char === '亿' ? at + 1 : at
}

/** Whether enough Chinese characters end at an offset to make an indicator. */
function isLed(text: string, at: number): boolean {
  for (let i = at - 1; i >= at - SPECIFIC; i--) {
    const code = text.charCodeAt(i)
    if (!(code >= 0x4e00 && code < 0xa000)) return false
  }
  return true
}

/** Places of two or more that share the last characters of the indicator and the unit. */
function grouped(text: string): number[][] {
  const firsts = new Map<number, number>()
  const groups = new Map<number, number[]>()
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) continue
    const start = i
    const isListed = text.charAt(start - 1) === '的'
    const end = numberEnd(text, start)
    i = end - 1
    if ((!isListed && !isLed(text, start)) || '年月日号'.includes(text.charAt(end))) continue
    const key = isListed ? keyOf(nounAfter(text, end + 1), text.charCodeAt(end)) : keyBefore(text, start, end)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, start)
    else groups.get(key)?.push(start) ?? groups.set(key, [first, start])
  }
  return [...groups.values()]
}

/** A number for the last characters of an indicator and the unit; that two share it by chance does no harm. */
function keyOf(lead: string, unit: number): number {
  let key = unit
  for (let i = lead.length - KEY; i < lead.length; i++) key = (key * 31 + (i < 0 ? 0 : lead.charCodeAt(i))) | 0
  return key
}

function keyBefore(text: string, start: number, end: number): number {
  const last = text.charAt(start - 1)
  const lead = text.slice(start - SPECIFIC, start)
  return keyOf('为到达计有是'.includes(last) ? lead.replace(LINK, '') : lead, text.charCodeAt(end))
}

/** 调解员 of 136名调解员中. */
function nounAfter(text: string, at: number): string {
  return /^[\u4e00-\u9fff]{3,8}?(?=[中里均已等,\uff0c。、;\uff1b])/.exec(text.slice(at, at + 10))?.[0] ?? ''
}

function mentionAt(text: string, at: number): Mention | null {
  const figure = leadingFigure(text.slice(at, at + LONGEST))
  const run = runBefore(text, at)
  const from = at - run.length
  const before = text.slice(runStart(text, at, '。;\uff1b!\uff01\n', REACH), at)
  if (!figure || figure.isApproximate || /[约近超逾足到少多]$/.test(run)) return null
  const bare = run.replace(LINK, '')
  const noun = bare.endsWith('的') ? nounAfter(text, at + figure.end) : ''
  const verb = noun === '' ? null : bare.slice(-3, -1)
  const indicator = (noun === '' ? bare.replace(HEAD, '') : `${verb}${noun}`).replaceAll('的', '')
  const start = noun === '' ? from : at - 3
  const end = at + figure.end + noun.length
  return { indicator, figure, before: before + noun, start, end, verb }
}

const scopeOf = ({ before }: Mention, year: string): string =>
  [...new Set(before.match(SCOPE) ?? [])]
    .filter((word) => !word.startsWith(year))
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
  if (COMMON.test(indicator) || !isComparable(a.figure, b.figure)) return false
  const [low, high] = rangeOf(a.figure)
  const [least, most] = rangeOf(b.figure)
  if (low <= most && least <= high) return false
  const year = String(draft.report.year ?? '?')
  if (scopeOf(a, year) !== scopeOf(b, year)) return false
  const [first, second] = [sectionAt(draft, a.start), sectionAt(draft, b.start)]
  if (first === null || second === null || first === second) return false
  return [a, b].some(({ before }) => TOTAL.test(before)) || first === -1 || second === -1 || isAside(draft, second)
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
  examples: {
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
    ],
    right: [
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
  },
  *check(draft) {
    const { text } = draft
    for (const places of grouped(text)) {
      if (places.length > 8) continue
      const mentions = places.map((at) => mentionAt(text, at)).filter((mention) => mention !== null)
      yield* among(draft, mentions)
    }
  },
}

function* among(draft: Draft, mentions: Mention[]): Generator<Problem> {
  for (const [i, later] of mentions.entries()) {
    const earlier = mentions.slice(0, i).find((mention) => conflict(draft, mention, later))
    if (!earlier) continue
    const words = ({ start, end }: Mention): string => quoted(draft.text.slice(start, end))
    yield {
      message: `同一指标前后不一：前面是${words(earlier)}，这里是${words(later)}。请核对后统一；口径不同的，请写明范围或时间。`,
      at: { text: { start: later.start, end: later.end } },
      related: [{ text: { start: earlier.start, end: earlier.end } }],
    }
  }
}
