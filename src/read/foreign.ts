/** Files that cannot be read, or not under this name: what they are, and what to do. */

interface Foreign {
  what: string
  /** What to do, as a sentence without its final mark. */
  hint: string
}

const PDF: Foreign = {
  what: 'PDF 文件',
  hint: '请用起草时的 Word 原稿；没有原稿时用 WPS 转换为 .docx，核对文字后再试',
}
const RTF: Foreign = { what: 'RTF 文档', hint: '请用 Word 或 WPS 打开，另存为 .docx 后再试' }
const WORKBOOK: Foreign = { what: '表格文件', hint: '请把正文放到 Word 文档里再试' }
export const ARCHIVED_PAGE: Foreign = {
  what: '打包保存的网页',
  hint: '请用浏览器打开，另存为“网页，仅 HTML”（.html）后再试',
}
const PICTURE: Foreign = { what: '图片', hint: '请用起草时的 Word 原稿；没有原稿时识别成文字，核对后再试' }
const ARCHIVE: Foreign = { what: '压缩包', hint: '请解压后，用里面的文件再试' }
const SLIDES: Foreign = { what: '演示文稿', hint: '请把正文放到 Word 文档里再试' }

const each = (extensions: string, foreign: Foreign): Record<string, Foreign> =>
  Object.fromEntries(extensions.split(' ').map((extension) => [extension, foreign]))

/** Formats that are not read, by extension. */
export const FOREIGN_EXTENSIONS: Record<string, Foreign> = {
  pdf: PDF,
  ofd: { what: 'OFD 文件', hint: '请用起草时的 Word 原稿；没有原稿时用版式阅读软件导出文字，存为 .txt 后再试' },
  odt: { what: 'ODT 文档', hint: '请用 LibreOffice、Word 或 WPS 打开，另存为 .docx 后再试' },
  rtf: RTF,
  ...each('xls xlsx xlsm et csv', WORKBOOK),
  ...each('ppt pptx dps', SLIDES),
  ...each('png jpg jpeg jfif gif bmp tif tiff webp heic', PICTURE),
  ...each('zip rar 7z gz tar tgz', ARCHIVE),
  mht: ARCHIVED_PAGE,
  mhtml: ARCHIVED_PAGE,
  docm: { what: '带宏的 Word 文档', hint: '请用 Word 或 WPS 打开，另存为不带宏的 .docx 后再试' },
}

/** A file that is no text, whatever its name says. */
interface Binary extends Foreign {
  /** First bytes, a byte a character. */
  magic: string
  /** The format it may be read as. */
  format?: 'docx' | 'doc'
}

const BINARY: Binary[] = [
  {
    magic: 'PK\x03\x04',
    format: 'docx',
    what: 'Word（.docx）文件或压缩包',
    hint: '如果是 Word 文档，请把扩展名改回 .docx 后再试',
  },
  {
    magic: '\xd0\xcf\x11\xe0',
    format: 'doc',
    what: '旧版 Word（.doc）或 WPS 文件',
    hint: '请把扩展名改回 .doc 后再试',
  },
  { magic: '{\\rtf', ...RTF },
  { magic: '%PDF', ...PDF },
  { magic: '\x89PNG', ...PICTURE },
  { magic: '\xff\xd8\xff', ...PICTURE },
  { magic: 'GIF8', ...PICTURE },
  { magic: '\x1f\x8b', ...ARCHIVE },
  { magic: 'Rar!', ...ARCHIVE },
  { magic: '7z\xbc\xaf', ...ARCHIVE },
]

function begins(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false
  return true
}

/** What a file is by its first bytes that is no text; `null` for all that may be text. */
export function binaryOf(bytes: Uint8Array): Binary | null {
  return BINARY.find(({ magic }) => begins(bytes, magic)) ?? null
}

/** 而是 PDF 文件: Latin words stand apart from Chinese ones. */
export const butIs = ({ what }: Foreign): string => `而是${/^[A-Za-z]/.test(what) ? ' ' : ''}${what}`
