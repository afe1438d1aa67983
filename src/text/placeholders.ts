/** What a template or an author left to be filled in. */

import { matchesOf } from './matches.js'
import { headedTest } from './pattern-search.js'

/** What authors and templates leave for later; bounded, so that a line of brackets costs no more than any other. */
const FORMS = [
  // 【请填写成文日期】 【数字待核】 [待补充] （此处填写……）; 【请示】 and 【信访请求】 are headings
  '【(?:请(?![示求愿])|此处)[^】\\n]{0,80}】',
  '【[^】\\n]{0,80}(?:请?填[写入报列]|[请待需][填写补核定完])[^】\\n]{0,80}】',
  '\\[(?:请|待|此处)[^\\]\\n]{0,80}\\]',
  '[(\\uff08](?:此处|请)(?:填写|补充|写明)[^)\\uff09\\n]{0,80}[)\\uff09]',
  // （次数待办公室核实后补入）, （具体人数待定）, （此处插入表格）; （3件待核实） tells of cases
  '[(\\uff08](?!待(?:补充|填写|核实|完善)[)\\uff09])[^()\\uff08\\uff09\\d\\n]{0,16}(?<![有亟尚仍还急需正等留期余])待(?![遇业命人批审理查]|办(?!公))[^()\\uff08\\uff09\\d\\n]{0,12}(?:核[实准对]?|补[充入报]?|填[写报入]?|提供|确认|更新|定)(?:后?再?(?:补[充入报]?|填[写报入]?|更新|定|修改|完善|提供))?(?:数据|数字|材料|情况)?[)\\uff09]',
  '[(\\uff08](?:[此本]处|以[下上]|本段|数[据字]|具体数[据字])[^()\\uff08\\uff09\\d\\n]{0,14}(?:填[写报入]|补[充入]|插入|提供)[^()\\uff08\\uff09\\d\\n]{0,6}[)\\uff09]',
  '[(\\uff08]请[^()\\uff08\\uff09\\d\\n]{0,10}(?:填[写报入]|补[充入齐]|核[实对]|提供)(?:数据|数字|情况|材料|一下|后再定)?[)\\uff09]',
  // 数字待补充, never 制度有待完善 or 力量亟待补充
  '(?<![有亟尚仍还急需正等留期余]|\\d[件起条个名人项宗份])待(?:补充|填写|核实|完善)(?=[\\u3002\\uff0c,)\\uff09\\s]|$)',
  '\\{\\{[^}\\n]{0,80}\\}\\}',
  // ______
  '[_\\uff3f]{3,}|[_\\uff3f]{2}(?=[年月日件次名项起份场个家%％])',
  '(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])',
  // 20XX年
  '20[XxＸｘ×]{2}',
  // XX件 ××区, next to Chinese, never in quotes or after a letter or figure
  '(?<=[\\u4e00-\\u9fff\\u3001\\u3002\\uff0c,\\uff08(〔]|^)[XxＸｘ×╳]{2,}(?![A-Za-z0-9\\u201d])',
  '(?<![A-Za-z0-9+\\uff0b\\u201cXxＸｘ×])[XxＸｘ×╳]{2,}(?=[\\u4e00-\\u9fff])',
  // X月X日, X件, x月x日
  '(?<![A-Za-z0-9+×\\u201c])[XＸ×](?=[年月日件次名项起份场个家万%％])',
  '(?<![A-Za-z0-9+×\\u201c])x(?=[年月日件名起份场家万%％])',
  // 【】 and [ ] before a unit
  '【[ \\u3000]{0,8}】',
  '\\[[ \\u3000]{1,8}\\](?=[年月日件次名项起份场个家%％])',
  // ○○县
  '(?<![\\u3007○一二三四五六七八九])[\\u3007○]{2,}(?=[\\u4e00-\\u9fff])(?![\\u3007○一二三四五六七八九])',
]

const PLACEHOLDER = new RegExp(FORMS.join('|'), 'g')

/** What every placeholder has; most paragraphs have none of it and need no closer look. */
const SIGN =
  /[【[{_\uff3fXxＸｘ×╳\u3007○]|待(?:[补填核完]|[^()\uff08\uff09\n]{1,24}[)\uff09])|[(\uff08](?:[此本]处|以[下上]|本段|数[据字]|具体|请)|T(?:ODO|BD)/

/** Whether a draft's text has anything that a placeholder has; cheap. */
export const mayHavePlaceholders = headedTest('【[{_\uff3fXxＸｘ×╳\u3007○待(\uff08T', SIGN)

/** Where a text was left to be filled in: half-open ranges in UTF-16 units. */
export function placeholdersIn(text: string): { start: number; end: number }[] {
  if (!SIGN.test(text)) return []
  return matchesOf(text, PLACEHOLDER).map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Whether a text holds nothing but placeholders and marks. */
export function isOnlyPlaceholders(text: string): boolean {
  if (!SIGN.test(text)) return false
  const rest = text.replace(PLACEHOLDER, '')
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest)
}
