import { once } from '../text/once.js'

/**
 * Plans with a term that reports cite, oldest first. Sources: the titles of the documents themselves —
 * 《法治政府建设实施纲要》(中发〔2015〕36号, 中发〔2021〕33号), 《法治社会建设实施纲要（2020—2025年）》,
 * 《法治中国建设规划（2020—2025年）》, the five-year plans of 法治宣传教育 (五五 2006 to 八五 2025) and the national
 * five-year plans. The last row of a family gives no finding, in whatever year: add its successor when it is published.
 */
export interface Plan {
  /** Plans of one family follow one another. */
  family: '普法' | '五年规划' | '法治政府' | '法治社会' | '法治中国' | '一规划两纲要'
  /** How a message names it. */
  name: string
  /** Its wordings in a report. */
  pattern: () => RegExp
  /** Whether its name tells its years. */
  isDated?: boolean
  /** What a text or clause that names it has. */
  sign: RegExp
  /** First and last year. */
  from: number
  to: number
}

const TERM = '[(\\uff08]?\\s?'
const TO = '年?\\s?[-\\u2013\\u2014~\\uff0d\\uff5e至]{0,2}\\s?'

/** “七五”普法, “七五”法治宣传教育, 第七个五年普法规划. */
const legalEducation = (digit: string): (() => RegExp) =>
  once(
    () =>
      new RegExp(
        `${digit}五[”"」]?(?:全民)?(?:普法|法[治制]宣传|法治(?:建设)?规划|规划)|(?:普法|法[治制]宣传教育?)[“"「]?${digit}五|第${digit}个五年(?:普法|法[治制]|规划)`,
        'g',
      ),
  )

/** “十三五”规划, “十三五”法治建设规划. */
const fiveYearPlan = (digit: string): (() => RegExp) =>
  once(() => new RegExp(`十${digit}五[”"」]?(?!普法)[^\\uff0c,\\u3002\\uff1b;、\\n“”]{0,10}(?:规划|计划纲要)`, 'g'))

/** 《…纲要（2015—2020年）》, however the years are bracketed and joined. */
const titled = (title: string, from: string, to: string): (() => RegExp) =>
  once(() => new RegExp(`${title}》?${TERM}${from}${TO}${to}(?!\\d)`, 'g'))

/** The plans that reports cite, those of a family in the order of their years. */
export const PLANS: Plan[] = [
  {
    family: '普法',
    name: '“五五”普法',
    pattern: legalEducation('(?<!十)五'),
    sign: /五(?:五|个五年)/,
    from: 2006,
    to: 2010,
  },
  {
    family: '普法',
    name: '“六五”普法',
    pattern: legalEducation('六'),
    sign: /六(?:五|个五年)/,
    from: 2011,
    to: 2015,
  },
  {
    family: '普法',
    name: '“七五”普法',
    pattern: legalEducation('七'),
    sign: /七(?:五|个五年)/,
    from: 2016,
    to: 2020,
  },
  {
    family: '普法',
    name: '“八五”普法',
    pattern: legalEducation('八'),
    sign: /八(?:五|个五年)/,
    from: 2021,
    to: 2025,
  },
  {
    family: '五年规划',
    name: '“十二五”规划',
    pattern: fiveYearPlan('二'),
    sign: /十二五/,
    from: 2011,
    to: 2015,
  },
  {
    family: '五年规划',
    name: '“十三五”规划',
    pattern: fiveYearPlan('三'),
    sign: /十三五/,
    from: 2016,
    to: 2020,
  },
  {
    family: '五年规划',
    name: '“十四五”规划',
    pattern: fiveYearPlan('四'),
    sign: /十四五/,
    from: 2021,
    to: 2025,
  },
  {
    family: '法治政府',
    name: '《法治政府建设实施纲要（2015—2020年）》',
    pattern: titled('法治政府建设(?:实施)?(?:纲要|方案|规划|意见)', '201[4-7]', '20(?:19|20)'),
    isDated: true,
    sign: /201[4-7].{0,4}20(?:19|20)/,
    from: 2015,
    to: 2020,
  },
  {
    family: '法治政府',
    name: '《法治政府建设实施纲要（2021—2025年）》',
    pattern: titled('法治政府建设实施纲要', '2021', '2025'),
    isDated: true,
    sign: /2021.{0,4}2025/,
    from: 2021,
    to: 2025,
  },
  {
    family: '法治社会',
    name: '《法治社会建设实施纲要（2020—2025年）》',
    pattern: titled('法治社会建设实施纲要', '2020', '2025'),
    isDated: true,
    sign: /2020.{0,4}2025/,
    from: 2020,
    to: 2025,
  },
  {
    family: '法治中国',
    name: '《法治中国建设规划（2020—2025年）》',
    pattern: titled('法治中国建设规划', '2020', '2025'),
    isDated: true,
    sign: /2020.{0,4}2025/,
    from: 2020,
    to: 2025,
  },
  {
    family: '一规划两纲要',
    name: '“一规划两纲要”',
    pattern: () => /一规划[两二]纲要/g,
    sign: /一规划/,
    from: 2020,
    to: 2025,
  },
]

/** What a law-based government was to be, by the 纲要 of 2015–2020; that of 2021–2025 says 智能高效、廉洁诚信、人民满意. */
export const OLD_ATTRIBUTES = {
  pattern: /(?:职能科学、)?(?:权责法定、)?(?:执法严明、)?(?:公开公正、)?廉洁高效[、\uff0c,]\s?守法诚信/g,
  to: 2020,
  successor: '职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意',
}
