import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { isBodyName } from '../report/names.js'
import { findDate } from '../text/dates.js'
import { squeeze } from '../text/marks.js'

/** Text of nodes without marks. */
export function plainText(nodes: readonly (PhrasingContent | RootContent)[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return plainText(node.children as PhrasingContent[])
      return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
    })
    .join('')
}

/** 附件1, on a line of its own: an annex begins here. */
export const ANNEX = /^附件\s*[\d一二三四五六七八九十]{0,2}\s*[:\uff1a]?$/

const lineOf = (node: RootContent | undefined): string => (node ? squeeze(plainText([node])) : '')

const isDate = (node: RootContent | undefined): boolean => {
  const line = lineOf(node)
  const date = findDate(line)
  return node?.type === 'paragraph' && date !== null && date.index === 0 && date.length === line.length
}

const isName = (node: RootContent | undefined): node is Paragraph =>
  node?.type === 'paragraph' && isBodyName(plainText([node]).trim())

/**
 * The tree with name and date marked where annexes with text of their own stand below them; the recogniser looks for
 * them at the end alone.
 */
export function withSignature(root: Root): Root {
  const { children } = root
  const isMarked = children.some((node) => node.type === 'paragraph' && node.data?.role === 'date')
  const annex = children.findIndex((node, i) => ANNEX.test(lineOf(node)) && isDate(children[i - 1]))
  if (isMarked || annex < 2 || !isName(children[annex - 2])) return root
  let first = annex - 2
  while (isName(children[first - 1])) first--
  const marked = children.map((node, i): RootContent => {
    if (node.type !== 'paragraph' || i < first || i >= annex) return node
    return { ...node, data: { ...node.data, role: i === annex - 1 ? 'date' : 'signature' } }
  })
  return { ...root, children: marked }
}
