import type { ReportSummary, Verdict } from '../finding.js'
import type { Kind } from '../generated/report.js'
import type { Severity, State } from '../model.js'
import type { Summary } from './result.js'

/** The product's own words for its codes. */
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

/** Whose report it is, of which year and kind, and when it was made; what is not known is said. */
export function identityOf({ issuer, kind, year, publishedOn, signedOn, signature }: ReportSummary): string {
  const parts = [
    issuer ?? '发文机关不详',
    kind ? KINDS[kind] : '类别不详',
    year === null ? '年度不详' : `${year}年度`,
    publishedOn === null ? null : `${publishedOn} 公开`,
    signedOn === null ? null : `${signedOn} 成文`,
    signature === null ? '无署名' : null,
  ]
  return parts.filter((part) => part !== null).join('，')
}

/** Said in place of a verdict where the file is no report. */
export const UNCHECKED = '没有检查'

/** Said in place of a verdict where the file could not be read. */
export const UNREAD = '未能读取'

/** One line over a run; `unread` counts files that could not be read. */
export function totals({ files, errors, warnings, infos }: Summary, unread: number): string {
  const missed = unread > 0 ? `，其中 ${unread} 份未能读取` : ''
  return `共 ${files} 份${missed}：错误 ${errors}，疑似 ${warnings}，提示 ${infos}`
}
