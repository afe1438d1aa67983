import { FazhiError } from '../error.js'
import type { Document, Format, Input, Metadata, Source } from '../model.js'
import { unwrapPage } from './chrome.js'
import { type DecodeUtf8, decode } from './decode.js'
import { FOREIGN_EXTENSIONS } from './foreign.js'
import { refuseLong } from './limits.js'
import { readPlainMarkdown } from './plain-markdown.js'
import { isWebPage } from './sniff.js'
import { readText } from './text.js'

/** How a draft is to be read. */
export interface ReadOptions {
  /** Largest file in bytes; 20 MB unless told. */
  maxBytes?: number
  /** The platform's own decoder, where it has a quicker one than TextDecoder. */
  decodeUtf8?: DecodeUtf8
}

export const MEGABYTE = 1024 * 1024
/** Largest file that is read where nothing else is asked. */
export const DEFAULT_MAX_BYTES = 20 * MEGABYTE

const FORMATS: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  docx: 'docx',
  doc: 'doc',
  wps: 'doc',
  html: 'html',
  htm: 'html',
}

/** Bytes of a text beyond which its tree outgrows the memory a process may have, and soon its string V8's longest. */
const MOST_TEXT = 128 * MEGABYTE

/** Bytes that Node reads at once. */
export const MOST_BYTES = 2 ** 31 - 1

const megabytes = (bytes: number): number => Number((bytes / MEGABYTE).toFixed(bytes < MEGABYTE ? 3 : 1))

/** A file as an error that is too large to be read, whatever the user allows. @param most in bytes */
const beyondReading = (size: number, most: number): FazhiError =>
  new FazhiError(
    'too-large',
    `文件有 ${megabytes(size)} MB，不像一份报告，未作检查。超过 ${Math.round(most / MEGABYTE)} MB 的，放宽 --max-size 也读不了，请拆成几份后再试`,
  )

const TEXTS: Format[] = ['text', 'markdown', 'html']

/** A file over the limit as an error; both sizes in bytes. */
export function tooLarge(size: number, maxBytes: number): FazhiError {
  if (maxBytes >= MOST_BYTES) return beyondReading(size, MOST_BYTES)
  return new FazhiError(
    'too-large',
    `文件有 ${megabytes(size)} MB，超过上限 ${megabytes(maxBytes)} MB，未作检查。确需检查时用 --max-size 放宽`,
  )
}

/** Format by extension. Throws `unsupported-format` for what cannot be read. */
function formatOf(name: string): Format {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const format = FORMATS[extension]
  if (format) return format
  const known = FOREIGN_EXTENSIONS[extension]
  const what = known ? `${known.what}（.${extension}）` : extension === '' ? '没有扩展名的文件' : `.${extension} 文件`
  const hint = known?.hint ?? '能读的是 .docx、.doc、.wps、.html、.txt 和 .md'
  throw new FazhiError('unsupported-format', `不支持${/^[A-Za-z.]/.test(what) ? ' ' : ''}${what}，${hint}`)
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

function noticesOf(text: string, damaged: number): string[] {
  if (damaged === 0) return []
  const line = lineOf(text, text.indexOf('\ufffd'))
  return [`有 ${damaged} 处无法识别的字节，以“\ufffd”代替，最先在第 ${line} 行，请核对原稿`]
}

function overlay(page: Metadata, frontMatter: Metadata | null): Metadata {
  return frontMatter ? { ...page, ...frontMatter, rest: { ...page.rest, ...frontMatter.rest } } : page
}

/** Front matter that was written by us holds the chrome of the page it came from. */
function takeChrome(metadata: Metadata): string[] {
  const chrome = metadata.rest['chrome']
  delete metadata.rest['chrome']
  return Array.isArray(chrome) ? chrome.map(String) : chrome === undefined ? [] : [String(chrome)]
}

async function readMarkdown(text: string): Promise<Pick<Source, 'root' | 'metadata' | 'chrome'>> {
  const plain = readPlainMarkdown(text)
  if (plain) return unwrapPage(plain, text)
  const { parseMarkdown } = await import('./markdown.js')
  const parsed = await parseMarkdown(text)
  let { root } = parsed
  let frontMatter: Metadata | null = null
  if (parsed.frontMatter !== null) {
    const { parseFrontMatter } = await import('./front-matter.js')
    frontMatter = parseFrontMatter(parsed.frontMatter)
    // Between two rules stands text of the draft: a line of its own lets the parser see it.
    if (frontMatter === null) root = (await parseMarkdown(text.replace(/^---/, '***'))).root
  }
  const page = unwrapPage(root, text)
  const metadata = overlay(page.metadata, frontMatter)
  return { root: page.root, metadata, chrome: [...takeChrome(metadata), ...page.chrome] }
}

/** Characters that only traditional text has, and that no report does without. */
const TRADITIONAL = /[設報關黨進習貫徹總體國務實現責職導機]/g

async function variantsOf(text: string): Promise<Record<string, string>> {
  const signs = text.slice(0, 200).match(TRADITIONAL)?.length ?? 0
  if (signs < 3) return {}
  const { simplifiedForms } = await import('../text/script.js')
  return simplifiedForms(text)
}

/** Word documents and web pages; each reader loads when its format turns up. */
async function readDocument(format: Exclude<Format, 'text' | 'markdown'>, bytes: Uint8Array): Promise<Document> {
  switch (format) {
    case 'docx':
    case 'doc':
      return (await import('./word.js')).readWordFile(format, bytes)
    case 'html':
      return (await import('./html/html.js')).readHtml(bytes)
  }
}

async function readPlain(
  format: 'text' | 'markdown',
  bytes: Uint8Array,
  decodeUtf8: DecodeUtf8 | undefined,
): Promise<Omit<Source, 'path' | 'format' | 'variants'>> {
  const { text, damaged } = decode(bytes, decodeUtf8)
  if (text.trim() === '') throw new FazhiError('empty-file', '文件是空的')
  refuseLong(text)
  if (isWebPage(text)) {
    throw new FazhiError('unsupported-format', '这是一份网页（HTML），不是文本。请把扩展名改为 .html 后再试')
  }
  const parts = format === 'markdown' ? await readMarkdown(text) : unwrapPage(readText(text), text)
  return { text, ...parts, notices: noticesOf(text, damaged) }
}

/**
 * Reads a draft: bytes to text, text to mdast, page chrome and front matter to metadata.
 * Throws FazhiError: `empty-file`, `too-large`, `not-text`, `unsupported-format`, `bad-front-matter`, `bad-document`.
 */
export async function read(
  input: Input,
  { maxBytes = DEFAULT_MAX_BYTES, decodeUtf8 }: ReadOptions = {},
): Promise<Source> {
  const format = input.format ?? formatOf(input.name)
  const { length } = input.bytes
  if (length > Math.min(maxBytes, MOST_BYTES)) throw tooLarge(length, maxBytes)
  if (length > MOST_TEXT && TEXTS.includes(format)) throw beyondReading(length, MOST_TEXT)
  const path = input.name
  if (format === 'text' || format === 'markdown') {
    const plain = await readPlain(format, input.bytes, decodeUtf8)
    return { path, format, ...plain, variants: await variantsOf(plain.text) }
  }
  const { text, root, metadata, notices, cut = [], lost = [] } = await readDocument(format, input.bytes)
  if (text.trim() === '') throw new FazhiError('empty-file', '文件里没有文字')
  const page = unwrapPage(root, text)
  return {
    path,
    format,
    text,
    root: page.root,
    metadata: overlay(page.metadata, metadata),
    chrome: page.chrome,
    variants: await variantsOf(text),
    notices,
    cut,
    lost,
  }
}
