import type { ReportSummary } from '../finding.js'
import { spokenDate } from '../text/dates.js'
import { KINDS, UNREAD } from '../words.js'
import type { Summary } from './result.js'

/** Whose report it is, of which year and kind, and when it was made; what is not known is said. */
export function identityOf({ issuer, kind, year, publishedOn, signedOn, signature }: ReportSummary): string {
  const parts = [
    issuer ?? '发文机关不详',
    kind ? KINDS[kind] : '类别不详',
    year === null ? '年度不详' : `${year}年度`,
    publishedOn === null ? null : `${spokenDate(publishedOn)}公开`,
    signedOn === null ? null : `${spokenDate(signedOn)}成文`,
    signature === null ? '未见署名' : null,
  ]
  return parts.filter((part) => part !== null).join('，')
}

/** Said in place of a verdict where the file is no report. */
export const UNCHECKED = '没有检查'

/** One line over a run; `unread` counts files that could not be read. */
export function totals({ files, errors, warnings, infos }: Summary, unread: number): string {
  const missed = unread > 0 ? `，其中 ${unread} 份${UNREAD}` : ''
  return `共 ${files} 份${missed}：错误 ${errors}，疑似 ${warnings}，提示 ${infos}`
}
