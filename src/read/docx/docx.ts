import type { Document } from '../../model.js'
import { layOut } from '../layout.js'
import { nothingRead } from '../limits.js'
import { lostOf } from '../lost.js'
import { counterOf, readNumbering } from './numbering.js'
import { openPackage, type Package } from './package.js'
import type { Surroundings, Tally, WordParagraph } from './paragraphs.js'
import { findParts, partText } from './parts.js'
import { readStory } from './story.js'
import { readStyles } from './styles.js'
import { toTree } from './tree.js'
import { parseXml } from './xml.js'

/** A Word document with the way back from its text into the file. */
export interface WordDocument extends Document {
  package: Package
  /** Name and XML of the main part, `word/document.xml`; offsets of its paragraphs and runs point into it. */
  part: string
  xml: string
  /** All paragraphs read, in the main part and in notes; `data.paragraph` of a node is an index of it. */
  paragraphs: WordParagraph[]
}

function countComments(xml: string | null): number {
  let comments = 0
  if (xml === null) return 0
  parseXml(xml, 'word/comments.xml', {
    open({ name }) {
      if (name === 'w:comment') comments++
    },
    close() {},
  })
  return comments
}

function noticesOf(tally: Tally, comments: number): string[] {
  const { changes, pictures, hidden, contents, embedded, unknownSymbols } = tally
  return [
    changes > 0 ? `文中有修订 ${changes} 处，按全部接受后的文字读取` : '',
    comments > 0 ? `文中有批注 ${comments} 条，没有读入正文` : '',
    hidden > 0 ? `文中有隐藏文字 ${hidden} 字，没有读入，请确认是否应当删去` : '',
    pictures > 0 ? `文中有图片或图表 ${pictures} 个，其中的文字没有读入` : '',
    contents > 0 ? '文中的目录没有读入' : '',
    embedded > 0 ? `文中嵌有其他文件 ${embedded} 个，没有读入` : '',
    unknownSymbols > 0 ? `文中有 ${unknownSymbols} 个符号只在原字体中才有，以“\u25a1”代替` : '',
  ].filter((notice) => notice !== '')
}

/** Gives every paragraph its place in the text as laid out. */
function place({ origins }: ReturnType<typeof toTree>): void {
  for (const [node, { paragraph, from }] of origins) {
    const offset = node.position?.start.offset
    if (offset !== undefined) paragraph.at ??= offset - from
  }
}

/** Reads a Word document (.docx). Throws FazhiError: `bad-document`, `too-large`. */
export function readWord(bytes: Uint8Array): WordDocument {
  const pack = openPackage(bytes)
  const parts = findParts(pack)
  const styles = readStyles(partText(pack, parts.styles))
  const count = counterOf(readNumbering(partText(pack, parts.numbering)), styles)
  const tally: Tally = { changes: 0, pictures: 0, merged: 0, hidden: 0, contents: 0, embedded: 0, unknownSymbols: 0 }
  const around: Surroundings = {
    styles,
    count,
    tally,
    size: nothingRead(),
    paragraphs: [],
  }
  const xml = partText(pack, parts.document) ?? ''
  const { blocks } = readStory(xml, parts.document, around)
  const notes = [parts.footnotes, parts.endnotes].flatMap((part) => {
    const text = partText(pack, part)
    return part === null || text === null ? [] : [...readStory(text, part, around).notes]
  })
  const tree = toTree({ body: blocks, notes: new Map(notes) })
  const text = layOut(tree.root)
  place(tree)
  const comments = countComments(partText(pack, parts.comments))
  return {
    text,
    root: tree.root,
    metadata: { rest: {} },
    notices: noticesOf(tally, comments),
    lost: lostOf(tally),
    package: pack,
    part: parts.document,
    xml,
    paragraphs: around.paragraphs,
  }
}

/** A Word document (.docx) as mdast laid out as text. Throws as `readWord`. */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const { text, root, metadata, notices, lost = [] } = readWord(bytes)
  return { text, root, metadata, notices, lost }
}
