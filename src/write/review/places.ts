import { numberAcross } from '../../text/whole-numbers.js'

/** Formats whose lines are paragraphs of the text as read. */
const IN_PARAGRAPHS = /\.(?:docx?|wps|html?|xhtml)$/i

/** 第12行, or 第12段 in files that have no lines. */
export const lineOf = (line: number, path: string): string => `第${line}${IN_PARAGRAPHS.test(path) ? '段' : '行'}`

/** How places of a file are to be read. */
export const readingOf = (path: string): string =>
  IN_PARAGRAPHS.test(path)
    ? '送审文件没有行次，位置是从头数起的段次，表格一格算一段。'
    : '位置是送审文件中的行次，空行也算一行。'

/** 第3、9行, each once; of very many the first. */
export function linesOf(lines: number[], path: string): string {
  const each = [...new Set(lines)]
  const some = each.slice(0, MOST)
  return `第${some.join('、')}${each.length > MOST ? '等' : ''}${IN_PARAGRAPHS.test(path) ? '段' : '行'}`
}

/** Places listed of a finding that has many. */
const MOST = 8

/** At most so many characters; what is cut off is told by `…`, and no number is cut in two. */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const characters = [...flat]
  if (characters.length <= most) return flat
  const { length } = characters.slice(0, most - 1).join('')
  return `${flat.slice(0, numberAcross(flat, length)?.start ?? length)}…`
}
