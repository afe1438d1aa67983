import type { FootnoteDefinition, Paragraph, PhrasingContent, RootContent, TableCell } from 'mdast'
import type { Document } from '../model.js'
import { indentOf, trimEnd } from '../text/marks.js'
import { docText } from './doc-text.js'
import { layOut } from './layout.js'

const NOTICE =
  '这是旧版文档（.doc 或 .wps），只读取了文字：标题和条目的自动编号可能丢失，字体和标题样式没有读入。请用 Word 或 WPS 打开，用“另存为”保存成 .docx，再检查一次'

/** Codes of fields: only their results are printed. Nested ones go from the inside out, up to a depth no document has. */
function withoutFieldCodes(text: string): string {
  let result = ''
  /** For each field begun: whether its code is still being read. */
  const fields: boolean[] = []
  let codes = 0
  for (const part of text.split(/([\x13\x14\x15\r])/)) {
    if (part === '\x13') {
      fields.push(true)
      codes++
    } else if (part === '\x14') {
      if (fields.at(-1)) codes--
      fields[Math.max(0, fields.length - 1)] = false
    } else if (part === '\x15') {
      if (fields.pop()) codes--
    } else if (part === '\r' || codes === 0) {
      result += part
      // A code that has no end would swallow the rest of the document.
      if (part === '\r') {
        fields.fill(false)
        codes = 0
      }
    }
  }
  return result
}

/** Control characters of Word: pictures, references to notes and comments, soft hyphens. */
const printed = (text: string): string =>
  text
    .replace(/[\x01-\x06\x08\x0e-\x12\x16-\x1d\x1f]/g, '')
    .replaceAll('\x1e', '-')
    .replaceAll('\x0b', '\n')

function inline(line: string): PhrasingContent[] {
  const text = trimEnd(line.slice(indentOf(line)))
  return text.split(/(\n)/).flatMap((value): PhrasingContent[] => {
    if (value === '') return []
    return value === '\n' ? [{ type: 'break' }] : [{ type: 'text', value }]
  })
}

const paragraphs = (text: string): Paragraph[] =>
  printed(text)
    .split(/[\r\x0c\x07]/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: inline(line) }))

/**
 * Cells end in \x07, and so does, empty, each row: the columns are as many as make every row end so. Without such a
 * number the cells are lines of text.
 */
function tableOf(cells: string[]): RootContent[] {
  const columns = Array.from({ length: Math.min(63, cells.length) }, (_, i) => i + 1).find(
    (count) => cells.length % (count + 1) === 0 && cells.every((cell, i) => (i + 1) % (count + 1) !== 0 || cell === ''),
  )
  if (columns === undefined) return paragraphs(cells.join('\r'))
  const rows = Array.from({ length: cells.length / (columns + 1) }, (_, i) =>
    cells.slice(i * (columns + 1), (i + 1) * (columns + 1) - 1),
  )
  const toCell = (text: string): TableCell => ({ type: 'tableCell', children: inline(text) })
  return [{ type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map(toCell) })) }]
}

function blocksOf(main: string): RootContent[] {
  const blocks: RootContent[] = []
  let cells: string[] = []
  const endTable = (): void => {
    if (cells.length > 0) blocks.push(...tableOf(cells))
    cells = []
  }
  for (const paragraph of printed(main).split(/[\r\x0c]/)) {
    const parts = paragraph.split('\x07')
    const rest = parts.pop() ?? ''
    for (const part of parts) cells.push(part)
    if (rest.trim() === '' && parts.length > 0) continue
    endTable()
    for (const block of paragraphs(rest)) blocks.push(block)
  }
  endTable()
  return blocks
}

/** A binary Word or WPS document as mdast laid out as text, without look and numbering. Throws `bad-document`, `too-large`. */
export async function readDoc(bytes: Uint8Array): Promise<Document> {
  const { main, notes, boxes, deleted, hidden } = docText(bytes)
  const definitions = paragraphs(withoutFieldCodes(notes)).map((paragraph, i): FootnoteDefinition => {
    const label = String(i + 1)
    return { type: 'footnoteDefinition', identifier: label, label, children: [paragraph] }
  })
  const boxed = paragraphs(withoutFieldCodes(boxes))
  const root = { type: 'root' as const, children: [...blocksOf(withoutFieldCodes(main)), ...definitions, ...boxed] }
  const notices = [
    NOTICE,
    boxed.length > 0 ? '文本框中的文字读到了文末' : '',
    deleted > 0 ? `文中有修订，删除的 ${deleted} 字没有读入` : '',
    hidden > 0 ? `文中有隐藏文字 ${hidden} 字，没有读入，请确认是否应当删去` : '',
  ]
  return { text: layOut(root), root, metadata: { rest: {} }, notices: notices.filter((notice) => notice !== '') }
}
