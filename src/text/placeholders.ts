/** What authors and templates leave for later; bounded, so that a line of brackets costs no more than any other. */
const FORMS = [
  // 【请填写成文日期】 【数字待核】 [待补充] （此处填写……）; 【请示】 and 【信访请求】 are headings
  '【(?:请(?![示求愿])|此处)[^】\\n]{0,80}】',
  '【[^】\\n]{0,80}(?:请?填[写入报列]|[请待需][填写补核定完])[^】\\n]{0,80}】',
  '\\[(?:请|待|此处)[^\\]\\n]{0,80}\\]',
  '[(\\uff08](?:此处|请)(?:填写|补充|写明)[^)\\uff09\\n]{0,80}[)\\uff09]',
  // 数字待补充, never 制度有待完善 or 力量亟待补充
  '(?<![有亟尚仍还急需正等留期])待(?:补充|填写|核实|完善)(?=[\\u3002\\uff0c,)\\uff09\\s]|$)',
  '\\{\\{[^}\\n]{0,80}\\}\\}',
  // ______
  '[_\\uff3f]{3,}',
  // 20XX年
  '20[XxＸｘ×]{2}',
  // XX件 ××区, next to Chinese, never in quotes or after a letter or figure
  '(?<=[\\u4e00-\\u9fff\\u3001\\u3002\\uff0c,\\uff08(〔]|^)[XxＸｘ×╳]{2,}(?![A-Za-z0-9\\u201d])',
  '(?<![A-Za-z0-9+\\uff0b\\u201cXxＸｘ×])[XxＸｘ×╳]{2,}(?=[\\u4e00-\\u9fff])',
  // X月X日, X件
  '(?<![A-Za-z0-9+×])[XＸ×](?=[年月日件次名项起份场个家万%％])',
  // ○○县
  '(?<![\\u3007○一二三四五六七八九])[\\u3007○]{2,}(?=[\\u4e00-\\u9fff])(?![\\u3007○一二三四五六七八九])',
]

const PLACEHOLDER = new RegExp(FORMS.join('|'), 'g')

/** What every placeholder has; most paragraphs have none of it and need no closer look. */
const SIGN = /[【[{_\uff3fXxＸｘ×╳\u3007○]|待(?:补|填|核|完)|[(\uff08](?:此处|请)/

/** Where a text was left to be filled in: half-open ranges in UTF-16 units. */
export function placeholdersIn(text: string): { start: number; end: number }[] {
  if (!SIGN.test(text)) return []
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Whether a text holds nothing but placeholders and marks. */
export function isOnlyPlaceholders(text: string): boolean {
  if (!SIGN.test(text)) return false
  const rest = text.replace(PLACEHOLDER, '')
  return rest !== text && !/[\p{L}\p{N}]/u.test(rest)
}
