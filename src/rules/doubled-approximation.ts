import type { Problem, Rule } from '../finding.js'
import { leadingFigure } from '../text/figures.js'
import { headedSearch } from '../text/pattern-search.js'

const HAN = '一二两三四五六七八九十百千万亿'
const NEAR =
  '大约|大概|(?<![节签预履特邀违毁契缔简爽])(?<!(?:办公|[^损]失|[^手]续|[^调化和理]解|[^综整联结融]合|[^征收募]集|\\d条))约|将近|接近|(?<![附临最就靠贴亲邻相逼毗切])近'
const OVER = '超过|(?<![高赶反])超|逾|突破|至少|最少|不少于|不低于|高于'
const UNDER = '不足|不到|至多|最多|不超过'
const NUMBER = `(?:[\\d\\uff10-\\uff19][\\d\\uff10-\\uff19.,\\uff0c]{0,12}[百千万亿]{0,2}|[${HAN}]{1,8})`
/** Group 1 the rough word, 2 a second one before the number, 3 the number, 4 余 or 多 in or after it. */
const ROUGH = new RegExp(
  `(${NEAR}|${OVER}|${UNDER})(?:达到?|有)?((?:将近|接近|近|超过?|逾|约|不足|不到)?)(${NUMBER})([余多](?!元化|样|层次|方|部门|领域|款|额|量|力|地)|)`,
  'g',
)
const roughIn = headedSearch('大约将接近超逾突至最不高低', ROUGH)
/** Rough words after a measure word that another before the number doubles or contradicts. */
const AFTER = new Set(['余', '多', '左右', '上下', '以上', '以下', '以内'])
const SECOND = /[余多]|左右|上下|以[上下内]/
/** 左右 after the thing counted: 约50起案件左右. */
const AFTER_THING = /^[\u4e00-\u9fff]{0,4}?(左右(?![岸两邻])|上下(?![级游联班一]))/
/** 近三年多来 is a time up to now. */
const TIME = /^[余多]?(?:个)?(?:年|月|天|日|周|季度|届|期)/
/** Units after a number in which the second word stands. */
const REACH = 20

const isNear = (word: string): boolean => /约|近|概/.test(word)
const isUpper = (word: string): boolean => /^(?:至多|最多|不超过)$/.test(word)

/** The second rough word of a number, after its measure word or what it counts. */
function second(before: string, rest: string): { word: string; end: number } | null {
  const figure = SECOND.test(rest) ? leadingFigure(rest) : null
  if (!figure) return null
  const word = figure.qualifiers.at(-1)
  if (word !== undefined && AFTER.has(word) && rest.startsWith(word, figure.end))
    return { word, end: figure.end + word.length }
  const later = isNear(before) ? AFTER_THING.exec(rest.slice(figure.end)) : null
  return later ? { word: later[1] ?? '', end: figure.end + later[0].length } : null
}

/** Whether two rough words say the same or cannot both hold. */
function clash(before: string, after: string): boolean {
  if (after === '以下' || after === '以内') return isUpper(before)
  return true
}

function problem(printed: string, start: number, before: string, after: string, bare: [string, string]): Problem {
  const isContrary = isUpper(before) && after === '以上'
  const why = isContrary ? '意思相反' : '意思重复'
  return {
    message: `“${printed}”里的“${before}”和“${after}”${why}，只留一个，写成“${bare[0]}”或“${bare[1]}”。`,
    at: { text: { start, end: start + printed.length } },
  }
}

export const doubledApproximation: Rule = {
  id: 'doubled-approximation',
  severity: 'warning',
  basis: null,
  summary: '一个数字前后用了两个表示约数的词',
  why: '“约”“近”“超过”和“余”“左右”“以上”都表示约数，叠用是病句；“最多……以上”还自相矛盾。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n办理各类案件约7000余件。\n',
          message: '“约7000余”里的“约”和“余”意思重复，只留一个，写成“约7000”或“7000余”。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n网上办理的事项超过90%以上。\n',
          message: '“超过90%以上”里的“超过”和“以上”意思重复，只留一个，写成“超过90%”或“90%以上”。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n每季度大约调解纠纷约50件左右。\n',
          message: '“约50件左右”里的“约”和“左右”意思重复，只留一个，写成“约50件”或“50件左右”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n为企业节约300余万元，签约50余个项目。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n近三年多来，约谈企业30余家，附近200多户受益。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n约300人参加，近30个县级以上部门受到表扬。\n',
        },
      ],
    }
  },
  *check({ text }) {
    for (const { 0: printed, 1: before = '', 2: other = '', 3: number = '', 4: inside = '', index } of roughIn(text)) {
      const end = index + printed.length
      const isTime = before === '近' && TIME.test(text.slice(end - inside.length, end + 4))
      if (isTime) continue
      const lead = printed.slice(0, printed.length - inside.length)
      if (other !== '' && isNear(before)) {
        yield problem(lead, index, before, other, [before + number, other + number])
      } else if (other === '' && inside !== '') {
        yield problem(printed, index, before, inside, [lead, lead.slice(before.length) + inside])
      } else if (other === '') {
        const from = end - number.length
        const found = second(before, text.slice(from, from + REACH).split(/[,\uff0c。;\uff1b、\n]/)[0] ?? '')
        if (!found || !clash(before, found.word)) continue
        const whole = text.slice(index, from + found.end)
        const rest = whole.slice(0, whole.length - found.word.length)
        yield problem(whole, index, before, found.word, [rest, whole.slice(before.length)])
      }
    }
  },
}
