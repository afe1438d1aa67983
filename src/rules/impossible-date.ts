import type { Problem, Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { matchesOf } from '../text/matches.js'
import { parseHan, parseHanDigits } from '../text/numerals.js'
import { sentenceAround } from '../text/sentence-around.js'
import { firstPlace, nextPlace, placesOf } from '../text/units.js'

const HAN = '[一二三四五六七八九十]{1,4}'
const TO = '[-\\u2013\\u2014~\\uff0d\\uff5e至到、]{1,2}'
const B = '[ \\u00a0]?'

/** What stands before 月: year and month, in Arabic digits or Chinese ones. */
const BEFORE = new RegExp(`(?:(?<!\\d)(\\d{4})${B}年${B})?(?<![\\d.])(\\d{1,2})${B}$`)
const HAN_BEFORE = new RegExp(
  `(?:([二一][\\u3007○零一二三四五六七八九]{3})年)?(?<![一二三四五六七八九十百个])(${HAN})$`,
)
/** What stands behind: the day, and the last day of a span. */
const BEHIND = new RegExp(`^${B}(\\d{1,2})(?:${B}日?${TO}(\\d{1,2}))?${B}日`)
const HAN_BEHIND = new RegExp(`^(${HAN})日`)
/** Units a date reaches to either side of its 月. */
const REACH = 14

/** 2023-02-30, 2023/2/30, 2023.2.30: the same mark twice. */
const DASHED = /((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-]|\.\d)/g

/** A number of a version stands beside 版. */
const isVersion = (text: string, index: number, end: number): boolean =>
  text[end] === '版' || /版本?(?:号)?$/.test(text.slice(Math.max(0, index - 3), index))

/** The moon's months may have thirty days, the second as well. */
const LUNAR = /(?:农历|阴历|旧历|夏历)[^\n]{0,8}$/

/** Days of the month; of February in a year not known, 29. */
function daysIn(month: number, year: number | null): number {
  if (month === 2 && year === null) return 29
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}

/** What is wrong with the date, as the message tells it; `null` for a date there is. */
function flawOf(year: number | null, month: number, days: number[]): string | null {
  if (month < 1 || month > 12) return `没有${month}月`
  const last = daysIn(month, year)
  const wrong = days.find((day) => day < 1 || day > last)
  if (wrong === undefined) return null
  if (wrong < 1) return '没有0日'
  if (month === 2 && wrong === 29) return `${year}年不是闰年，2月只有28天`
  return month === 2 && year === null ? '2月最多29天' : `${month}月只有${last}天`
}

interface Found {
  index: number
  printed: string
  flaw: string
}

const numbers = (...digits: (string | undefined)[]): number[] => digits.flatMap((each) => (each ? Number(each) : []))

/** The date around a 月, where there is none such. */
function flawAt(text: string, at: number): Found | null {
  const before = text.slice(Math.max(0, at - REACH), at)
  const behind = text.slice(at + 1, at + 1 + REACH)
  const arabic = BEFORE.exec(before)
  if (arabic) {
    const [head, year, month] = arabic
    const days = BEHIND.exec(behind)
    // 2023年13月 needs no day to be wrong; 13月 alone may count months.
    if (!days && (!year || /^\d/.test(behind))) return null
    const flaw = flawOf(year ? Number(year) : null, Number(month), numbers(days?.[1], days?.[2]))
    const index = at - head.length
    return flaw === null ? null : { index, printed: `${head}月${days?.[0] ?? ''}`, flaw }
  }
  const han = HAN_BEFORE.exec(before)
  const day = han && HAN_BEHIND.exec(behind)
  if (!day) return null
  const [head, year, month = ''] = han
  const monthValue = parseHan(month)
  const dayValue = parseHan(day[1] ?? '')
  if (monthValue === null || dayValue === null) return null
  const flaw = flawOf(year === undefined ? null : parseHanDigits(year), monthValue, [dayValue])
  return flaw === null ? null : { index: at - head.length, printed: `${head}月${day[0]}`, flaw }
}

function* spokenIn(text: string): Generator<Found> {
  for (const at of placesOf(text, '月')) {
    if (!/[\d一二三四五六七八九十 \u00a0]/.test(text.charAt(at - 1))) continue
    const found = flawAt(text, at)
    if (found) yield found
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether a mark stands right behind four digits and before another, as in a date; most texts have none. */
function mayBeDashed(text: string): boolean {
  for (const mark of '-/.') {
    for (let at = firstPlace(text, mark.charCodeAt(0)); at >= 0; at = nextPlace(at)) {
      if (isDigit(text.charCodeAt(at - 4)) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
        return true
    }
  }
  return false
}

function* dashedIn(text: string): Generator<Found> {
  if (!mayBeDashed(text)) return
  for (const { 0: printed, 1: year, 3: month, 4: day, index } of matchesOf(text, DASHED)) {
    const isPart = /[\w./-]/.test(text.charAt(index - 1))
    if (isPart || isVersion(text, index, index + printed.length)) continue
    // Beyond 12 and 31 it is a number of another kind.
    if (Number(month) > 12 || Number(day) > 31 || Number(month) < 1 || Number(day) < 1) continue
    const flaw = flawOf(Number(year), Number(month), [Number(day)])
    if (flaw !== null) yield { index, printed, flaw }
  }
}

/** 2月29日 without year, where neither the report's year nor, outside the achievements, the next is a leap year. */
function* leapDaysIn({ text, report, contents, blocks }: Draft): Generator<Found> {
  const { year } = report
  if (year === undefined || !text.includes('2月29日')) return
  for (const { index } of matchesOf(text, /(?<![\d年.])0?2月29日/g)) {
    const block = blocks.filter(({ at }) => at <= index).at(-1) as Block
    const isPast = contents.some(
      ({ key, state, blocks: own }) => key === 'achievements' && state === 'separate' && own.includes(block),
    )
    const years = isPast ? [year] : [year, year + 1]
    const { start, end } = sentenceAround(text, index)
    const named = matchesOf(text.slice(start, end), /(20\d\d)年/g).map(([, digits]) => Number(digits))
    if ([...years, ...named].some((each) => daysIn(2, each) === 29)) continue
    yield { index, printed: '2月29日', flaw: `${years.join('年、')}年不是闰年，2月只有28天` }
  }
}

const problemOf = ({ index, printed, flaw }: Found): Problem => ({
  message: `没有“${printed}”这一天：${flaw}，请核对日期。`,
  at: { text: { start: index, end: index + printed.length } },
})

export const impossibleDate: Rule = {
  id: 'impossible-date',
  severity: 'error',
  basis: null,
  certain: '历法上没有这一天',
  summary: '日期不存在',
  why: '2月30日、13月5日这样的日期一定是写错了，会让人怀疑其他数字是否核对过。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n2023年2月30日，县政府常务会议听取专题汇报。\n',
          message: '没有“2023年2月30日”这一天：2月只有28天，请核对日期。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n13月5日集中宣传，发放资料2000份。\n',
          message: '没有“13月5日”这一天：没有13月，请核对日期。',
        },
        {
          draft:
            '# 石桥镇2022年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n二〇二三年二月二十九日\n',
          message: '没有“二〇二三年二月二十九日”这一天：2023年不是闰年，2月只有28天，请核对日期。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n8月1-31日开展整治，2024年2月29日前完成年审。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n系统升级到2023.2.30版，服务器地址10.13.2.30，占比4/31。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n8个月30日内办结，农历二月三十日举行庙会普法。\n',
        },
      ],
    }
  },
  *check(draft) {
    const { text } = draft
    const found = [...spokenIn(text), ...dashedIn(text)]
    for (const each of found) {
      if (!LUNAR.test(text.slice(Math.max(0, each.index - 12), each.index))) yield problemOf(each)
    }
    for (const each of leapDaysIn(draft)) yield { ...problemOf(each), severity: 'warning' }
  },
}
