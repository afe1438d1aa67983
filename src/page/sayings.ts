import { summaryOfFile } from '../output/result.js'
import type { Checked } from './checked.js'
import type { Opened } from './engine.js'
import type { TaskError } from './workshop.js'

/** A failure as the user is told it. */
export const explain = ({ code, message }: TaskError): string =>
  code === null ? `程序内部出错，请把下面的信息告诉开发者（其中没有报告内容）：${message}` : message

/** How it is told that a file could not be opened. */
export const notOpened =
  (name: string) =>
  (error: TaskError): string =>
    error.code === null ? explain(error) : `“${name}”没有打开：${error.message}`

/** What a check came to, to be read out. */
export function countsSaid({ result, isReport }: Checked, isFirst: boolean): string {
  if (!isReport) return '这份文字不像法治政府建设年度报告，没有检查'
  const { errors, warnings, infos } = summaryOfFile(result)
  return `${isFirst ? '检查完成' : '已重新检查'}：错误 ${errors}，疑似 ${warnings}，提示 ${infos}`
}

const CONVERTED: Partial<Record<Opened['origin'], string>> = {
  docx: '已把 Word 文档读成可以修改的文字：“#”是标题的记号，一段一行。原文件没有改动',
  doc: '已把旧版 Word 文档读成可以修改的文字。原文件没有改动',
  html: '已取出网页的正文，读成可以修改的文字：“#”是标题的记号。原文件没有改动',
}

/** What the user should know of a file that was opened. */
export function noticesFor({ origin, notices }: Opened): string[] {
  const converted = CONVERTED[origin]
  return [...(converted === undefined ? [] : [converted]), ...notices]
}

/** What the user should know of a blank report. */
export const BLANK_NOTICES = [
  '在【请填写……】处填写。“<!--”和“-->”之间是填写说明，不是正文：下载成 Word 时写成批注，定稿前请删去',
]

/** Name of a draft that is no file, as results and downloads show it. */
export const draftNameOf = (what: string): string => `${what}.txt`
