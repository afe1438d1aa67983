import { FazhiError } from '../../error.js'
import type { Document } from '../../model.js'
import { layOut } from '../layout.js'
import { lostOf } from '../lost.js'
import { pageOf } from './bytes.js'
import { readStyleSheets } from './css.js'
import { type Element, parsePage, wordsOf } from './dom.js'
import { flowOf } from './flow.js'
import { findMain, isMenu } from './main-text.js'
import { measure } from './measure.js'
import { readHead } from './meta.js'
import { notesIn } from './notes.js'
import { linesOf, type Piece } from './pieces.js'
import { select } from './selection.js'
import { mergedIn } from './tables.js'
import { toTree } from './tree.js'

/** Longest line of a page that has no text of its own. */
const SHORT = 40
/** Words by which people know a part again. */
const FIRST_WORDS = 40

/** A page that shows its text as pictures, or has a program fetch it. */
function refuseEmpty(pieces: Piece[], pictures: number): void {
  const lines = pieces.flatMap(linesOf)
  const hasText = lines.some(({ text }) => text.length >= SHORT || text.includes('\u3002'))
  if (!hasText && pictures > 0) {
    throw new FazhiError(
      'empty-file',
      `网页的正文是图片（${pictures} 张），没有可以检查的文字。请改用起草时的 Word 原稿，或者把图片里的文字录入后再试`,
    )
  }
  if (lines.length === 0) {
    throw new FazhiError(
      'empty-file',
      '网页里没有文字，正文可能由程序载入，或者在附件里。请在浏览器里打开，把正文复制到 Word 文档或 .txt 文件后再试',
    )
  }
}

const lengthOf = (text: string): number => text.replace(/\s/g, '').length

/** What was left out, for people: its first words, what it is, its length. */
function cutOf(what: string, text: string): string[] {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '') return []
  const head = words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}……` : words
  return [`${head}（${what}，共 ${lengthOf(words)} 字）`]
}

function noticesOf(counts: { damaged: number; hidden: number; pictures: number }): string[] {
  const { damaged, hidden, pictures } = counts
  return [
    damaged > 0 ? `有 ${damaged} 处无法识别的字节，以“\ufffd”代替，请核对原网页` : '',
    hidden > 0 ? `网页中有隐藏文字 ${hidden} 字，没有读入` : '',
    pictures > 0 ? `网页中有图片 ${pictures} 张，其中的文字没有读入` : '',
  ].filter((notice) => notice !== '')
}

/**
 * A web page as mdast laid out as text: the main text, with what the page says of it; menus and all else around it is left out.
 * Programs, styles, forms and attributes never come into the tree.
 * Throws FazhiError: `empty-file`, `too-large`, `bad-document`, `unsupported-format`, `not-text`.
 */
export async function readHtml(bytes: Uint8Array): Promise<Document> {
  const { html, damaged } = pageOf(bytes)
  const { page, body } = parsePage(html)
  const measures = measure(body, readStyleSheets(page))
  const { element: main, isKnown } = findMain(body, measures)
  const menus: Element[] = []
  const isCut = (element: Element): boolean => {
    const isLeftOut = !isKnown && isMenu(element, measures)
    if (isLeftOut) menus.push(element)
    return isLeftOut
  }
  const { pieces, hidden, notes } = flowOf(body, { measures, main, isCut, notes: notesIn(body) })
  const pictures = measures.get(main)?.pictures ?? 0
  refuseEmpty(
    pieces.filter(({ place }) => place === 'main'),
    pictures,
  )
  const selection = select(pieces, readHead(page, html), isKnown)
  const root = toTree(selection, notes)
  const hiddenWords = hidden.map(wordsOf).join(' ')
  return {
    text: layOut(root),
    root,
    metadata: selection.metadata,
    lost: lostOf({ pictures, merged: mergedIn(main) }),
    notices: noticesOf({ damaged, hidden: lengthOf(hiddenWords), pictures }),
    cut: [
      ...cutOf('正文之前', selection.before.join(' ')),
      ...menus.flatMap((menu) => cutOf('导航或列表', wordsOf(menu))),
      ...cutOf('隐藏文字', hiddenWords),
      ...cutOf('正文之后', selection.after.join(' ')),
    ],
  }
}
