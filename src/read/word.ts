import { FazhiError } from '../error.js'
import type { Document } from '../model.js'
import { binaryOf, butIs } from './foreign.js'
import { encrypted, RESAVE } from './refusals.js'

/** What a file is by its bytes, whatever its name. */
type FileKind = 'zip' | 'doc' | 'encrypted' | 'ole' | 'html' | 'word-xml' | 'empty' | 'other'

/** Longest head that is looked at. */
const HEAD = 4096

/** Whether the bytes hold a name as directories of compound files write it, in UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0] as number); at >= 0; at = bytes.indexOf(wanted[0] as number, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** Tells by its bytes what a file is that claims to be a Word document. */
function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  // What is left of a zip file, or an empty one, begins with these two.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip'
  if (binaryOf(bytes)?.format === 'doc') {
    if (holdsName(bytes, 'EncryptedPackage')) return 'encrypted'
    return holdsName(bytes, 'WordDocument') ? 'doc' : 'ole'
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replaceAll('\0', '').trimStart()
  if (/<(?:w:wordDocument|pkg:package)[\s>]/.test(head)) return 'word-xml'
  if (/<(?:!doctype\s+html|html|head|body|meta|div|p|table)[\s>]/i.test(head)) return 'html'
  return 'other'
}

const SENTENCES: Record<Exclude<FileKind, 'zip' | 'doc' | 'encrypted' | 'empty'>, string> = {
  ole: `这不是 Word 文档（可能是旧版的表格或演示文稿）。如果正文在里面，请复制到 Word 文档，另存为 .docx 后再试`,
  html: `这是一份网页（HTML），不是 Word 文档。请把扩展名改为 .html 后再试`,
  'word-xml': `这是 Word 的 XML 文档。${RESAVE}`,
  other: `这不是 Word 文档，或者文件已损坏。${RESAVE}`,
}

/** Why a file that claims to be a Word document cannot be read, and what to do. */
function refusalOf(kind: Exclude<FileKind, 'zip' | 'doc'>, bytes: Uint8Array): FazhiError {
  if (kind === 'empty') return new FazhiError('empty-file', '文件是空的')
  const binary = kind === 'other' ? binaryOf(bytes) : null
  if (binary) return new FazhiError('bad-document', `这不是 Word 文档，${butIs(binary)}。${binary.hint}`)
  return kind === 'encrypted' ? encrypted() : new FazhiError('bad-document', SENTENCES[kind])
}

/**
 * Reads a Word or WPS document by what it is, whatever its name says; a wrong name is told.
 * Throws FazhiError: `bad-document`, `too-large`, `empty-file`.
 * @param format what the name says
 */
export async function readWordFile(format: 'docx' | 'doc', bytes: Uint8Array): Promise<Document> {
  const kind = kindOfFile(bytes)
  if (kind === 'zip') {
    const { readDocx } = await import('./docx/docx.js')
    const document = await readDocx(bytes)
    return format === 'docx' ? document : withNotice(document, '扩展名应为 .docx：文件是新版 Word 文档')
  }
  if (kind !== 'doc') throw refusalOf(kind, bytes)
  const { readDoc } = await import('./doc.js')
  const document = await readDoc(bytes)
  return format === 'doc' ? document : withNotice(document, '扩展名应为 .doc：文件是旧版 Word 文档')
}

const withNotice = (document: Document, notice: string): Document => ({
  ...document,
  notices: [notice, ...document.notices],
})
