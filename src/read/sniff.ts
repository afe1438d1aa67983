import type { Format } from '../model.js'
import { binaryOf } from './foreign.js'

const BEGINS_PAGE = /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html[\s>])/i

/** Whether a text is a web page, whatever its name: it begins as one, or most of its lines are tags. */
export function isWebPage(text: string): boolean {
  const head = text.slice(0, 1000)
  if (head.includes('<') && BEGINS_PAGE.test(head)) return true
  if (!text.includes('</')) return false
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return lines.filter((line) => /^\s*<\/?[a-z]/i.test(line)).length > lines.length / 2
}

/** A heading or front matter at the head of a line. */
const MARKDOWN = /^(?:---\r?\n|#{1,6} )/m

/** Bytes, or UTF-16 units of a text, that are looked at. */
const HEAD = 20_000

/** Whether a text without a name looks like Markdown. */
export const looksLikeMarkdown = (text: string): boolean => MARKDOWN.test(text.slice(0, HEAD))

/** The format of a draft without a name, by its bytes: any encoding keeps the signs of ASCII. */
export function formatByLooks(bytes: Uint8Array): Format {
  const format = binaryOf(bytes)?.format
  if (format) return format
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, HEAD))
    .replaceAll('\0', '')
    // Byte order marks.
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
  if (isWebPage(head)) return 'html'
  return looksLikeMarkdown(head) ? 'markdown' : 'text'
}
