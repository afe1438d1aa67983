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

/** What became of a unit's duty to hand in. `awaited`: nothing came, and the deadline is not past. */
export const RECEIPTS = {
  received: '已报送',
  missing: '未报送',
  awaited: '尚未收到',
  several: '报送不止一份',
  unlisted: '名册外',
}

/** Why the result of an earlier review stands for a unit. */
export const STANDINGS = {
  unmended: '未收到修改稿',
  unreadable: '这次报送的文件无法读取',
  otherYear: '这次报送的不是本年度的报告',
  settled: '上次审核已通过',
  late: '上次只请核对日期',
}

/** The day a report bears; it is not the day it was received. */
export const DATE = '报告载明的日期'

/** Which of its dates that is. */
export const DATES = { signedOn: '成文日期', publishedOn: '公开日期' }

/** These dates against their deadlines. `free`: no deadline is known. */
export const TIMES = { inTime: '按时', late: '迟报', undated: '没有日期', free: '没有期限' }

/** What became of a finding since the review before. */
export const CHANGES = { mended: '已改正', standing: '仍在', added: '新增' }

/** Said in place of a verdict where the file could not be read. */
export const UNREAD = '无法读取'

/** Why a file of the folder gave no report of a unit. */
export const OTHER_FILES = {
  'not-a-report': '不是年度报告',
  unreadable: UNREAD,
  'other-year': '不是本年度的报告',
  'no-issuer': '看不出是哪个单位',
}

/** What a review hands out. */
export const PAPERS = { table: '审核总表', overview: '审核总览' }

/** What a unit is sent: of a report that was reviewed, where another is needed, where none came before and after the deadline. */
export const NOTES = { slip: '审核意见单', again: '重新报送通知', reminder: '报送提醒', urging: '催报通知' }

export const KINDS: Record<Kind, string> = { government: '政府', department: '部门', township: '乡镇街道' }
