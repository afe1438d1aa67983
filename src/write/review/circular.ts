import runtime from 'handlebars/runtime.js'
import type { Paragraph, Root, RootContent } from 'mdast'
import type { Review } from '../../corpus/review.js'
import { circular } from '../../generated/circular.js'
import { parseMarkdown } from '../../read/markdown.js'
import { isAnnexLabel } from '../../report/annexes.js'
import { findDate } from '../../text/dates.js'
import { leadingNumeral, toHan } from '../../text/numerals.js'
import { documentOf } from '../docx/docx.js'
import { NATIONAL, type Profile } from '../docx/profile.js'
import { plainText } from '../plain-text.js'
import { type CircularContext, circularContext } from './circular-context.js'
import { reviewLook } from './look.js'

/** The facts of a review to Markdown. */
export type CircularTemplate = (context: CircularContext) => string

const builtIn = (): CircularTemplate =>
  // An instance of our own: what own templates register on the shared one would be seen here.
  (runtime as unknown as typeof import('handlebars')).create().template(circular as never)

/** A heading of the second or third level, and its text. */
const HEADING = /^(##{1,2})[ \t]+(.+)$/

/** Headings with 一、 and （一） put before them where they have no numeral of their own; one alone below another goes. */
function withNumerals(markdown: string): string {
  const lines = markdown.split('\n')
  let section = 0
  let part = 0
  const isLone = (at: number): boolean => {
    const rest = lines.slice(at + 1)
    const end = rest.findIndex((line) => line.startsWith('## '))
    return part === 0 && !rest.slice(0, end < 0 ? rest.length : end).some((line) => line.startsWith('### '))
  }
  return lines
    .map((line, i) => {
      const [, marks, text = ''] = HEADING.exec(line) ?? []
      if (marks === undefined || leadingNumeral(text) !== null) return line
      if (marks === '##') {
        part = 0
        return `## ${toHan(++section)}、${text}`
      }
      return isLone(i) ? '' : `### （${toHan(++part)}）${text}`
    })
    .join('\n')
}

/**
 * The draft of a circular (通报) as Markdown: facts and counts, and placeholders for what the office has to say. Headings
 * are numbered here, not by the template.
 * @param template an own one; the built-in one unless given
 */
export function circularMarkdown(review: Review, template: CircularTemplate = builtIn()): string {
  const text = template(circularContext(review))
  return `${withNumerals(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

const lineOf = (node: RootContent | undefined): string => (node?.type === 'paragraph' ? plainText([node]).trim() : '')

const isDate = (line: string): boolean => {
  const date = findDate(line)
  return date !== null && date.length === line.length
}

/** The blocks with addressee, signature and date marked as such. */
function withRoles({ children, ...root }: Root): Root {
  const title = children.findIndex((node) => node.type === 'heading')
  const addressee = children.findIndex((node, i) => i > title && node.type === 'paragraph')
  const annex = children.findIndex((node) => isAnnexLabel(lineOf(node)))
  const date = (annex < 0 ? children.length : annex) - 1
  const roleOf = (line: string, i: number): 'addressee' | 'signature' | 'date' | null => {
    if (i === addressee && /[:\uff1a]$/.test(line)) return 'addressee'
    if (!isDate(lineOf(children[date]))) return null
    if (i === date) return 'date'
    return i === date - 1 && line.length <= 40 && !/[\u3002\uff1b]$/.test(line) ? 'signature' : null
  }
  return {
    ...root,
    children: children.map((node, i): RootContent => {
      const role = node.type === 'paragraph' ? roleOf(lineOf(node), i) : null
      return role === null ? node : { ...(node as Paragraph), data: { role } }
    }),
  }
}

/** A circular in Markdown as a Word document in the form of a profile. The same text gives the same bytes. */
export async function circularDocx(markdown: string, profile: Profile = NATIONAL): Promise<Uint8Array> {
  const { root } = await parseMarkdown(markdown)
  const title = root.children.find((node) => node.type === 'heading')
  return documentOf(withRoles(root), title && plainText([title]), reviewLook(profile))
}
