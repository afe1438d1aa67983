/** Indicators told in words: 未发生行政复议案件 is zero, 行政许可不涉及 means that there are none to have. */

import { once } from '../../text/once.js'
import { isUnder } from './claims.js'
import { INDICATORS, type Indicator } from './vocabulary.js'

/** A figure of none, told in words. */
export interface InWords {
  /** `null`: it does not apply. */
  value: 0 | null
  /** Where the words begin, in UTF-16 units. */
  start: number
}

const IN_CLAUSE = '[^\\uff0c\\u3002\\uff1b\\uff1a\\d《]'
const NONE =
  '未发生|没有发生|未出现|没有出现|未收到|没有收到|未接到|没有接到|未产生|没有产生|未受理|没有|未有|暂无|尚无|均无|未作出|未实施|未办理|尚未配备|未配备|尚未聘请|未聘请|(?<![有毫并绝若])无(?![一偿障证讼照须需论法效缝讼])|零'
/** 无一被纠错: none of those the sentence speaks of. */
const NONE_OF = `${NONE}|无一[起件宗例]?|[均都]未`
/** Between the two: 未发生以本局为被申请人的行政复议案件. What tells of a kind of case alone leaves the whole unknown. */
const GAP = `(?:(?!因|引发|导致|造成|超期|逾期|不服|重大(?!行政决策)|违法|败诉|撤销|纠错|不|未|被|一级|群体|人员)${IN_CLAUSE}){0,16}?`
/** Behind the noun, what makes it another thing. */
const NOT_THE_NOUN =
  '(?!机关|被|败诉|纠错|撤销|权|职能|职权|资格|主体|超期|逾期|率|投诉|瑕疵|引发|中|风险|执行|不|听证|答复|服务|意见|全覆盖)'
const BEHIND = '(?:案件|案|申请|事项|的情况|情况|办理|件)*'
const LISTED = `(?:[、和及与或]${IN_CLAUSE}{0,12}?)?`
const IS_NONE =
  '(?:均|都|全部|也|实现|保持|继续保持|仍)?(?:未发生|没有发生|未出现|没有出现|为零|为0(?![.\\d])|为“零”|“?双?零”?(?:发生|申请|增长)?|没有(?![\\u4e00-\\u9fff]{2})|无(?=[\\uff0c\\u3002\\uff1b、]|$))'
const NO_TASK =
  '不涉及|无权(?:实施|作出|行使)?|不承担|不负责|未承接|不承接|未被赋予|未赋予|不行使|不再行使|不再实施|不再承担|不具体承担|未下放|不实施'
const NO_POWER = '不具有|不具备|没有|无|不享有|未取得|尚无|暂无'
const POWER = '(?:事项|的)?(?:职能|职权|职责|权限|权力|权|事项|主体资格|资格|业务)'

/** A wording that tells of an indicator without a figure. */
interface Wording {
  value: 0 | null
  pattern: RegExp
  /** Holds only where the sentence is about one of the indicator's topics. */
  isUnderTopic: boolean
}

const wordingsByKey = once(() => {
  const byKey = new Map<string, Wording[]>()
  for (const indicator of INDICATORS) {
    const { key, zero = [], zeroUnder = [], notApplicable = [] } = indicator
    const wordings: Wording[] = []
    if (notApplicable.length > 0) {
      const nouns = `(?:${notApplicable.join('|')})`
      const pattern = [
        `${nouns}(?:事项|案件|工作|职能|权)*(?:也|均|都|则)?(?:不涉及|不适用|无此项)`,
        `(?:${NO_TASK})${IN_CLAUSE}{0,14}?${nouns}`,
        `(?:${NO_POWER})(?:独立的?|相应的?|单独的?|${IN_CLAUSE}{0,8}?[、和及])?${nouns}${LISTED}${POWER}`,
      ].join('|')
      wordings.push({ value: null, pattern: new RegExp(pattern), isUnderTopic: false })
    }
    for (const [isUnderTopic, things, none] of [
      [false, zero, NONE],
      [true, zeroUnder, NONE_OF],
    ] as const) {
      if (things.length === 0) continue
      const nouns = `(?:${things.join('|')})`
      const pattern = [
        `(?:${none})${GAP}${nouns}${BEHIND}${NOT_THE_NOUN}`,
        `${nouns}${BEHIND}${LISTED}${BEHIND}${IS_NONE}`,
      ].join('|')
      wordings.push({ value: 0, pattern: new RegExp(pattern), isUnderTopic })
    }
    byKey.set(key, wordings)
  }
  return byKey
})

const SIGN = /[未无零]|没有|不涉及|不适用|不具|不承|为0|不负责|不行使|不再行使|不再实施|不再承担|不享有|不实施/

/** Whether a sentence has words that may tell of none. */
export const mayTellOfNone = (sentence: string): boolean => SIGN.test(sentence)

/**
 * What a sentence says in words of an indicator: the first, or `null`.
 * @param before the sentence before, for topics
 */
export function inWords(sentence: string, before: string, indicator: Indicator): InWords | null {
  for (const { value, pattern, isUnderTopic } of wordingsByKey().get(indicator.key) ?? []) {
    const match = pattern.exec(sentence)
    if (!match || (isUnderTopic && !isUnder(indicator, sentence.slice(0, match.index), before))) continue
    return { value, start: match.index }
  }
  return null
}
