import type { Verdict } from './finding.js'
import type { Kind } from './generated/report.js'
import type { Severity, State } from './model.js'

/** The product's own words for its codes, the same wherever people read them. */
export const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '疑似', info: '提示' }

export const STATES: Record<State, string> = {
  separate: '独立成节',
  merged: '合并',
  embedded: '嵌入',
  mentioned: '提及',
  absent: '未见',
}

export const VERDICTS: Record<Verdict, string> = { pass: '通过', revise: '建议修改', return: '退回修改' }

export const KINDS: Record<Kind, string> = { government: '政府', department: '部门', township: '乡镇街道' }
