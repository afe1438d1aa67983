import { FazhiError } from '../error.js'

/** Why a document cannot be read, in sentences that say what to do. */

/** What to do with a document that only Word can read. */
export const RESAVE = '请用 Word 或 WPS 打开，另存为 .docx 后再试'

/** A document that is broken. @param what of it, in Chinese */
export const broken = (what: string): FazhiError => new FazhiError('bad-document', `文件已损坏：${what}。${RESAVE}`)

/** For what no report is, and no small machine could hold. */
export const tooMuch = (what: string): FazhiError =>
  new FazhiError('too-large', `${what}，不像一份报告，未作检查。请把正文复制到新文档，另存为 .docx 后再试`)

/** The same of a text, which can be saved in no better way. */
export const endless = (what: string): FazhiError =>
  new FazhiError('too-large', `${what}，远远超过一份报告，未作检查。请确认没有选错文件`)

/** A document that opens with a password alone. */
export const encrypted = (): FazhiError =>
  new FazhiError('bad-document', '文件设有打开密码，无法读取。请用 Word 或 WPS 打开，取消密码后保存再试')
