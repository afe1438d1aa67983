import { rules } from '../rules/all.js'

/**
 * What defects are called beside units: in words that are true of every report that has one, where the summary of the rule names
 * alternatives or is unclear without the report. By rule.
 */
export const DEFECT_NAMES: Record<string, string> = {
  'body-name': '机构名称需要核对',
  'conversion-residue': '留有格式转换造成的残缺',
  'document-title': '引用的法律、文件名称写错',
  'doubled-mark': '标点连用有误',
  'empty-section': '规定的内容写得偏少',
  'enumeration-gap': '“一是……二是……”的序次不连贯',
  'foreign-issuer': '出现其他单位的名称，需要核对',
  'heading-final-mark': '单独成行的标题末尾有标点',
  'heading-number-gap': '标题的序号不连贯',
  'meeting-name': '会议名称需要核对',
  'named-person': '写出了个人姓名，需要核对',
  'personal-data': '写出了个人信息',
  'responsibility-without-evidence': '第一责任人部分写得不具体',
  'secrecy-mark': '留有密级等标志，需要核对',
  'sum-mismatch': '分项与总数不符',
  'topic-not-covered': '未涉及八个体系中的部分内容',
  'unfilled-placeholder': '留有占位的文字',
  'unpaired-mark': '成对的标点有误',
  'year-mismatch': '文中的年份需要核对',
}

const summaries = new Map(rules.map(({ id, summary }) => [id, summary]))

/** What a rule is about, in a line beside units; of a rule that is not known, its name. */
export const defectName = (rule: string): string => DEFECT_NAMES[rule] ?? summaries.get(rule) ?? rule
