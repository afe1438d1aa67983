import type { Anchor, Problem, Rule } from '../finding.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { narrowDigits } from '../text/marks.js'
import { matchesOf } from '../text/matches.js'

/** Numbers told one by one; more are one finding. */
const MOST = 5
/** Digits of the shortest, and what may part them. */
const SHORTEST = 11
const PARTING = ' \u00a0-'
/** Units before a number in which its label stands. */
const LABEL = 16

/**
 * Eleven digits and more, as printed: in one run, 138 0013 8000, or card numbers in groups of four. Not part of a longer
 * number or code.
 */
const NUMBER =
  /(?<![\dA-Za-z.*]|[\dA-Za-z]-)(?:\d{11,19}|1[3-9]\d[ \u00a0-]\d{4}[ \u00a0-]\d{4}|\d{4}(?:[ \u00a0]\d{4}){3}(?:[ \u00a0]\d{1,3})?|\d{6}[ \u00a0]\d{8}[ \u00a0]\d{3}(?=[\dXx]))[Xx\d]?(?![\dA-Za-z*])/g

/** What every such number begins like. */
const MAY_BE = /[\d\uff10-\uff19][\d\uff10-\uff19 \u00a0-]{9}[\d\uff10-\uff19]/

/** Units that make it an amount. */
const AMOUNT = /^\s?[元条次人个件吨万亿平立户笔份]/

/** Labels of numbers that are no one's: case and document numbers, codes of organisations, orders, groups. */
const NOT_PERSONAL =
  /(?:信用代码|编号|单号|订单|文号|案号|字号|索引号|流水号|备案号|标识码|代码|条码|批号|批次|群号|许可证|证书|资格证|执法证|登记证|ISBN|QQ|网站|公网安备|ICP备)[^\u3002\uff0c,\uff1b;\n]{0,8}$/i

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Provinces by the first two digits of an identity number, GB/T 2260. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/

/** GB 11643: 18 digits with a date of birth and a check digit. */
function isIdentityNumber(digits: string): boolean {
  if (!/^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return PROVINCE.test(digits) && '10X98765432'[sum % 11] === digits[17]
}

/** ISO/IEC 7812: the check digit of card numbers. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

interface Kind {
  name: string
  severity: 'error' | 'warning'
}

/** What a number is, by its form and its label. */
function kindOf(digits: string, before: string): Kind | null {
  const isLabelledId = /身份证|公民身份号码|证件号/.test(before)
  if (digits.length === 18 && (isIdentityNumber(digits) || (isLabelledId && !/[A-Z]$/.test(digits.slice(0, 17)))))
    return { name: '身份证号码', severity: 'error' }
  if (digits.length === 15 && isLabelledId) return { name: '身份证号码', severity: 'warning' }
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return { name: '手机号码', severity: 'error' }
  if (!/^\d{16,19}$/.test(digits)) return null
  const isCard = digits.startsWith('62') && passesLuhn(digits)
  const isLabelledCard = /银行卡|卡号|账号|帐号|账户|帐户|开户/.test(before) && /^[4-6]/.test(digits)
  return isCard || isLabelledCard ? { name: '银行卡号', severity: 'error' } : null
}

/** 138****8000: enough to find it, too little to use it. */
const masked = (digits: string): string => `${digits.slice(0, 3)}****${digits.slice(-2)}`

interface Leak extends Kind {
  at: Anchor
  digits: string
}

/** Whether a number is that long, or goes on behind a blank or dash; most texts have none. */
function hasLong(text: string): boolean {
  const { count, starts, ends } = numbersIn(text)
  for (let i = 0; i < count; i++) {
    const end = ends[i] as number
    if (end - (starts[i] as number) >= SHORTEST || PARTING.includes(text.charAt(end) || '.')) return true
  }
  return false
}

function* leaksIn(text: string): Generator<Leak> {
  if (!hasLong(text) || !MAY_BE.test(text)) return
  const narrow = /[\uff10-\uff19]/.test(text) ? narrowDigits(text) : text
  for (const { 0: printed, index } of matchesOf(narrow, NUMBER)) {
    const before = narrow.slice(Math.max(0, index - LABEL), index)
    const after = narrow.slice(index + printed.length, index + printed.length + 2)
    if (NOT_PERSONAL.test(before) || AMOUNT.test(after)) continue
    const digits = printed.replace(/[^\dXx]/g, '').toUpperCase()
    const kind = kindOf(digits, before)
    if (kind) yield { ...kind, digits, at: { text: { start: index, end: index + printed.length } } }
  }
}

export const personalData: Rule = {
  id: 'personal-data',
  severity: 'error',
  basis: null,
  certain: '个人的证件号码、手机号码和银行卡号不该出现在向社会公开的报告里，号码有校验位可查',
  summary: '文中有身份证号码、手机号码或者银行卡号',
  why: '报告要向社会公开。个人的证件、电话和账号一经发布就收不回来，《个人信息保护法》第二十五条也不许未经同意公开。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n法律顾问电话：13800138000。\n',
          message: '这里有手机号码（138****00），报告要向社会公开，请删去；需要留联系方式的，请用办公电话。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n为居民李某（身份证号11010519491231002X）提供法律援助。\n',
          message: '这里有身份证号码（110****2X），报告要向社会公开，请删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n奖金汇入举报人账户6222020200112230004。\n',
          message: '这里有银行卡号（622****04），报告要向社会公开，请删去。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n12345热线受理诉求3.2万件，12348法律服务热线接听8600次，值班电话0571-88880000。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n统一社会信用代码113301000025012345，备案号20230112345678。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n联系人李某，电话138****8000，录入数据13800138000123条。\n',
        },
      ],
    }
  },
  *check({ text }): Generator<Problem> {
    const leaks = [...leaksIn(text)]
    if (leaks.length > MOST) {
      const [first, ...others] = leaks as [Leak, ...Leak[]]
      const names = [...new Set(leaks.map(({ name }) => name))].join('、')
      yield {
        message: `文中有${leaks.length}处个人信息（${names}），报告要向社会公开，请全部删去。`,
        at: first.at,
        related: others.map(({ at }) => at),
      }
      return
    }
    for (const { name, severity, digits, at } of leaks) {
      const instead = name === '手机号码' ? '；需要留联系方式的，请用办公电话' : ''
      yield { message: `这里有${name}（${masked(digits)}），报告要向社会公开，请删去${instead}。`, at, severity }
    }
  },
}
