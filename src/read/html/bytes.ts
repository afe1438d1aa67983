import { FazhiError } from '../../error.js'
import { decode } from '../decode.js'
import { ARCHIVED_PAGE, binaryOf, butIs } from '../foreign.js'

const MEGABYTE = 1024 * 1024
/** Largest page in bytes. */
const MOST_BYTES = 10 * MEGABYTE

/** Bytes in which a page says how it is encoded; browsers look at the first 1,024. */
const HEAD = 4096

/** A page saved with its pictures in one file: a letter in MIME. */
const ARCHIVE = /^(?:from: <saved by|mime-version:|content-type: multipart\/related)/im

const TAG =
  /<\/[a-z][a-z\d]*\s*>|<(?:!doctype|html|head|body|meta|title|p|div|table|br|span|h[1-6]|[ou]l|li|b|a|section|article|center|font)[\s>/]/i

/** A web page as text. */
export interface Page {
  html: string
  /** Byte sequences that were no text and became U+FFFD. */
  damaged: number
}

function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil((bytes.length / MEGABYTE) * 10) / 10
    throw new FazhiError(
      'too-large',
      `网页有 ${size} MB，超过上限 ${MOST_BYTES / MEGABYTE} MB，未作检查。请在浏览器里打开，把正文复制到 Word 文档或 .txt 文件后再试`,
    )
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const foreign = binaryOf(bytes)
  if (foreign) throw new FazhiError('bad-document', `这不是网页，${butIs(foreign)}。${foreign.hint}`)
  if (ARCHIVE.test(head.slice(0, 1000)) && /multipart\/related/i.test(head)) {
    throw new FazhiError('unsupported-format', `这是打包保存的网页（MHTML），不是 HTML 网页。${ARCHIVED_PAGE.hint}`)
  }
}

/** The encoding a page gives for itself, under the name decoders know; `null` without one. GB 2312 and GBK are parts of GB 18030. */
function declaredEncoding(bytes: Uint8Array): 'utf-8' | 'gb18030' | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const name = /<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  if (/^(?:x-)?(?:gb|chinese|csgb)/.test(name)) return 'gb18030'
  return /^utf-?8$/.test(name) ? 'utf-8' : null
}

const countDamage = (text: string): number => text.split('\ufffd').length - 1

/** Without a few null bytes, which browsers pass over; UTF-16 without mark has many. */
function withoutNulls(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return bytes
  const kept = bytes.filter((byte) => byte !== 0)
  return bytes.length - kept.length > bytes.length / 5 ? bytes : kept
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const hasMark = ([first, second, third]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first === 0xef && second === 0xbb && third === 0xbf)

/**
 * Text of a page. What is sound UTF-8 is UTF-8, whatever the page says: programs that save pages convert them and leave the
 * old name. Else its own word counts where it yields text, else the looks of the bytes.
 */
function decodePage(bytes: Uint8Array): Page {
  if (hasMark(bytes)) {
    const { text, damaged } = decode(bytes)
    return { html: text, damaged }
  }
  const clean = withoutNulls(bytes)
  const utf8 = clean.includes(0) ? null : tryUtf8(clean)
  if (utf8 !== null) return { html: utf8, damaged: 0 }
  const declared = declaredEncoding(clean)
  if (declared !== null) {
    const html = new TextDecoder(declared).decode(clean)
    const damaged = countDamage(html)
    const written = html.length - html.replace(/[^\x00-\x7f]/g, '').length
    if (damaged <= written / 50) return { html, damaged }
  }
  const { text, damaged } = decode(clean)
  return { html: text, damaged }
}

/**
 * The markup of a web page in UTF-8, UTF-16, GB 18030 or its parts GB 2312 and GBK.
 * Throws FazhiError for what is none, with what to do: `empty-file`, `too-large`, `bad-document`, `unsupported-format`, `not-text`.
 */
export function pageOf(bytes: Uint8Array): Page {
  refuseForeign(bytes)
  const page = decodePage(bytes)
  if (page.html.trim() === '') throw new FazhiError('empty-file', '文件是空的')
  if (!TAG.test(page.html)) {
    throw new FazhiError('bad-document', '这不是网页，而是纯文本。请把扩展名改为 .txt 后再试')
  }
  return page
}
