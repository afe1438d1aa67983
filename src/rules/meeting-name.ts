import type { Anchor, Problem, Rule } from '../finding.js'
import type { Report } from '../generated/report.js'
import { spokenDate } from '../text/dates.js'
import { parseHan } from '../text/numerals.js'
import { headedSearch } from '../text/pattern-search.js'
import { placesOf } from '../text/units.js'
import { CONGRESSES, OTHER_MEETINGS, PLENARY_SESSIONS } from './meetings.js'

/** A number that a meeting of the centre begins with, and what makes it one. */
const MENTION =
  /(十[六七八九]|二十)(?:(?=大)|届中央委员会第(?=[一二三四五六七八九]次全体会议)|届|(?=[一二三四五六七八九]中全会|报告|精神|以来))/g
const mentionsIn = headedSearch('十二', MENTION)
/** The head of a longer number. */
const NUMERAL_BEFORE = /[一二三四五六七八九十百]/
/** 三中、四中 · 三、四中 · 三中四中, and 全会 with the blanks in it. */
const LIST = /((?:[一二三四五六七八九]中?[、,\uff0c和及与\s]{0,2}){1,8})(全[^\S\n]{0,2}会)?/y

/** Bodies that hold sessions of their own: 市委, 共青团, 妇联, 民盟. */
const OTHER_BODY = /(?:(?:[委团联盟协]|民[建革进]|[工商总学]会)(?:的|第)?|[省市县区州旗镇乡]第?)$/

/** What a meeting's name goes on with where it is cited as held. */
const HELD =
  /^[》”]?(?:及其|所)?(?:精神|报告|公报|决定|决议|以来|部署|决策|关于|对|提出|确定|明确|作出|要求|通过|审议|闭幕|上|《|(?:胜利|顺利|隆重)?召开(?:以来|之?后))/
/** What says that it is still to come: 迎接党的二十大胜利召开. */
const AHEAD_BEFORE = /(?:迎接|喜迎|护航|备战|献礼|筹备|迎)[^\n。]{0,8}$/

/** Sessions are those of a central committee, 届, not of a congress: 十九大六中全会. */
const SESSION_OF_CONGRESS =
  /^(?:(?:[一二三四五六七八九]中?[、,\uff0c和及]?){1,6}中?全会|历[次届]全会|第[一二三四五六七八九]次全体会议)/

/** Where a name without 全会 is cut short and not the head of a list. */
const CUT_SHORT = /^(?:报告|精神|会议|公报|决定|决议|以来|部署|《)/

interface Place {
  start: number
  end: number
}

interface Slip extends Place {
  message: string
}

/** Day after which nobody who wrote the report can have heard of a meeting, and how a message names it. */
interface Limit {
  day: string
  named: string
}

/** By the date of the report, never before the end of its year; else by the end of the quarter in which it is due. */
function limitOf({ year, signedOn, publishedOn }: Report): Limit | null {
  const date = signedOn ?? publishedOn
  if (date === undefined)
    return year === undefined ? null : { day: `${year + 1}-03-31`, named: `${year}年度报告应当公开的时间` }
  const what = signedOn ? '成文日期' : '公开日期'
  const last = `${year}-12-31`
  return year !== undefined && date < last
    ? { day: last, named: `${year}年年底` }
    : { day: date, named: `${what}（${spokenDate(date)}）` }
}

const notYet = (name: string, from: string, { named }: Limit): string =>
  `“${name}”${spokenDate(from)}才召开，晚于本报告的${named}，请核对届次。`

/** What is wrong with a congress: a meeting not yet held, or 二十大二十届… run together. */
function ofCongress(text: string, number: string, place: Place, limit: Limit | null): Slip | null {
  const meeting = CONGRESSES[number]
  const after = text.slice(place.end, place.end + 12)
  const next = /^(?:十九|二十)届/.exec(after)
  if (next)
    return {
      ...place,
      end: place.end + next[0].length,
      message: `“${number}大${next[0]}”中间少了顿号或“和”，请改为“${number}大和${next[0]}……”。`,
    }
  const [session] = SESSION_OF_CONGRESS.exec(after) ?? []
  if (session) {
    const end = place.end + session.length
    return {
      ...place,
      end,
      message: `“${number}大${session}”写错了，请改为“${number}届${session.replace('届', '次')}”。`,
    }
  }
  if (!meeting || !limit || meeting.from <= limit.day || !HELD.test(after)) return null
  if (AHEAD_BEFORE.test(text.slice(Math.max(0, place.start - 12), place.start))) return null
  return { ...place, message: notYet(meeting.name, meeting.from, limit) }
}

/** Sessions that were never held, or not yet. */
function ofSessions(number: string, sessions: string[], place: Place, limit: Limit | null): Slip | null {
  const known = PLENARY_SESSIONS[number]
  if (!known) return null
  for (const session of sessions) {
    const name = `${number}届${session}中全会`
    const days = known.days[(parseHan(session) ?? 0) - 1]
    if (days && limit && days[0] > limit.day) return { ...place, message: notYet(name, days[0], limit) }
    if (days) continue
    const last = known.days.length
    const newest = known.days[last - 1]?.[1] ?? ''
    if (known.isOver)
      return { ...place, message: `${number}届中央委员会一共召开过${last}次全会，没有“${name}”，请核对届次。` }
    if (limit && limit.day < newest)
      return { ...place, message: `到${spokenDate(limit.day)}还没有召开过“${name}”，请核对届次。` }
  }
  return null
}

/** What is wrong with 二十届三中…: its form first, then whether it was held. */
function ofPlenary(text: string, number: string, place: Place, limit: Limit | null): Slip | null {
  LIST.lastIndex = place.end
  const [, list = '', full] = LIST.exec(text) ?? []
  if (!list.includes('中')) return null
  const bare = list.replace(/[、,\uff0c和及与\s]+$/, '')
  const end = place.end + (full ? list.length + full.length : bare.length)
  const whole = { start: place.start, end }
  const glued = /中\s*[一二三四五六七八九]中/.test(bare)
  const sessions = [...bare.matchAll(/[一二三四五六七八九]/g)].map(([digit]) => digit)
  const printed = text.slice(whole.start, whole.end)
  if (glued)
    return {
      ...whole,
      message: `“${printed}”中间缺少顿号，请改为“${number}届${sessions.map((each) => `${each}中`).join('、')}全会”。`,
    }
  if (full && full !== '全会') return { ...whole, message: `“${printed}”里多了空格，请改为“${number}届${bare}全会”。` }
  const after = text.slice(end, end + 12)
  if (!full && bare === list && CUT_SHORT.test(after))
    return { ...whole, message: `“${printed}”后面少了“全会”二字，请改为“${printed}全会”。` }
  const before = text.slice(Math.max(0, place.start - 12), place.start)
  if (AHEAD_BEFORE.test(before) || /^(?:胜利|顺利|即将|将)?召开(?!以来|之?后)|^[即将]/.test(after)) return null
  return ofSessions(number, sessions, whole, limit)
}

/** What says that a congress of the Party is meant: 党的二十届, 党的十九大、二十届. */
const OF_PARTY = /党的$|党的十[六七八九]大(?:精神|报告)?(?:以及|[、和与及])$/

/** What is wrong with 二十届 that names no plenary session: 党的二十届报告, 党的二十届三次全会, 党的十九大、二十届精神. */
function ofCongressTerm(text: string, number: string, place: Place): Slip | null {
  const after = text.slice(place.end, place.end + 8)
  const [every] = /^历届全会/.exec(after) ?? []
  if (every) {
    const end = place.end + every.length
    return { ...place, end, message: `“${number}届${every}”写错了，请改为“${number}届历次全会”。` }
  }
  if (!OF_PARTY.test(text.slice(Math.max(0, place.start - 12), place.start))) return null
  const next = /^(?:以及|[、和与及])(?:党的)?(十[六七八九]|二十)届/.exec(after)
  if (next && next[1] === number)
    return { ...place, message: `“党的${number}届”不是会议的名称，请改为“党的${number}大”。` }
  const cut = /^(?:报告|精神)/.exec(after)
  if (cut)
    return {
      ...place,
      message: `“党的${number}届${cut[0]}”不是会议的名称，请写明是“党的${number}大${cut[0]}”，还是“${number}届×中全会精神”。`,
    }
  const session = /^([一二三四五六七])次全/.exec(after)
  return session
    ? {
        ...place,
        message: `中央委员会的全会称“中”不称“次”，请把“${number}届${session[1]}次全会”改为“${number}届${session[1]}中全会”。`,
      }
    : null
}

/** What is wrong with a number alone: 党的二十报告, 二十三中全会. */
function ofNumber(text: string, number: string, place: Place): Slip | null {
  const after = text.slice(place.end, place.end + 4)
  const session = /^([一二三四五六七八九])中全会/.exec(after)
  if (session)
    return {
      ...place,
      end: place.end + 4,
      message: `“${number}${session[0]}”少了“届”字，请改为“${number}届${session[0]}”。`,
    }
  if (!text.startsWith('党的', place.start - 2)) return null
  const what = after.slice(0, 2)
  return { ...place, end: place.end + 2, message: `“党的${number}${what}”少了“大”字，请改为“党的${number}大${what}”。` }
}

function* slipsIn(text: string, limit: Limit | null): Generator<Slip> {
  for (const { 0: head, 1: number = '', index } of mentionsIn(text)) {
    if (NUMERAL_BEFORE.test(text.charAt(index - 1))) continue
    const place = { start: index, end: index + head.length }
    if (head === number) {
      const slip =
        text[place.end] === '大'
          ? ofCongress(text, number, { start: index, end: place.end + 1 }, limit)
          : ofNumber(text, number, place)
      if (slip) yield slip
      continue
    }
    if (OTHER_BODY.test(text.slice(Math.max(0, index - 3), index))) continue
    const slip = head.endsWith('第')
      ? ofSessions(number, [text[place.end] as string], { start: index, end: place.end + 6 }, limit)
      : (ofPlenary(text, number, place, limit) ?? ofCongressTerm(text, number, place))
    if (slip) yield slip
  }
}

function* citations(text: string, limit: Limit | null): Generator<Slip> {
  if (!limit) return
  for (const { name, from } of OTHER_MEETINGS) {
    if (from <= limit.day) continue
    const [start] = placesOf(text, name)
    if (start !== undefined) yield { start, end: start + name.length, message: notYet(name, from, limit) }
  }
}

const anchorOf = ({ start, end }: Place): Anchor => ({ text: { start, end } })

export const meetingName: Rule = {
  id: 'meeting-name',
  severity: 'warning',
  basis: null,
  summary: '会议名称写错，或当时还没有召开',
  why: '党的全国代表大会和中央全会的名称有固定写法；旧稿改年份、照抄外地稿子时，容易留下写错的或报告年度还没有召开的会议。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2025年法治政府建设年度报告\n\n2025年，云溪县深入学习贯彻党的二十届三中四中全会精神。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message: '“二十届三中四中全会”中间缺少顿号，请改为“二十届三中、四中全会”。',
        },
        {
          draft:
            '# 云溪县2024年法治政府建设年度报告\n\n2024年，云溪县认真学习二十届三中报告。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message: '“二十届三中”后面少了“全会”二字，请改为“二十届三中全会”。',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n2022年，云溪县贯彻落实党的二十届三中全会精神。\n\n## 一、主要举措和成效\n\n审查文件32件。\n\n云溪县人民政府\n\n2023年1月19日\n',
          message: '“二十届三中全会”2024年7月15日才召开，晚于本报告的成文日期（2023年1月19日），请核对届次。',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n2022年，云溪县贯彻落实党的十九届八中全会精神。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message: '十九届中央委员会一共召开过7次全会，没有“十九届八中全会”，请核对届次。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，云溪县深入学习贯彻党的十九大、二十届精神。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message: '“党的二十届精神”不是会议的名称，请写明是“党的二十大精神”，还是“二十届×中全会精神”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2025年法治政府建设年度报告\n\n2025年，云溪县深入学习贯彻党的二十大和二十届历次全会精神，特别是三中、四中全会精神。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
        },
        {
          draft:
            '# 云溪县2021年法治政府建设年度报告\n\n2021年，云溪县落实市委十四届七次全会和党的十九届六中全会部署，以实际行动迎接党的二十大胜利召开。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，云溪县全面贯彻党的二十大和二十届一中、二中全会精神，落实县委十五届八中全会安排。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
        },
      ],
    }
  },
  *check({ text, report }) {
    const limit = limitOf(report)
    const problems = new Map<string, Problem>()
    for (const slip of [...slipsIn(text, limit), ...citations(text, limit)]) {
      const known = problems.get(slip.message)
      if (known) known.related?.push(anchorOf(slip))
      else problems.set(slip.message, { message: slip.message, at: anchorOf(slip), related: [] })
    }
    yield* problems.values()
  },
}
