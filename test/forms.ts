import { toDocx } from '../src/write/docx/docx.js'
import { toHtml } from '../src/write/html.js'
import { toMarkdown } from '../src/write/markdown.js'
import { bytesOf, PAGES } from './read/pages.js'
import { type Sample, setByHand, withAutomaticNumbers, withStyles } from './read/word-drafts.js'

/** One text in every form a draft comes in. */
export interface Form {
  /** For tables that users read. */
  label: string
  /** Tells the format. */
  fileName: string
  bytes(sample: Sample): Uint8Array
  /** A web page by the builder of a government's site, or ours: it has a place for the date of publication. */
  isPage?: boolean
  /** Written by this program, which drops the final 。 of run-in headings. */
  isOurs?: boolean
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const plainText = ({ lines }: Sample): string =>
  lines.map(({ parts }) => parts.map(({ text }) => text).join('')).join('\n')

export const FORMS: Form[] = [
  { label: '纯文本', fileName: 'draft.txt', bytes: (sample) => utf8(plainText(sample)) },
  { label: 'Markdown', fileName: 'draft.md', bytes: ({ draft }) => utf8(toMarkdown(draft)), isOurs: true },
  { label: 'Word：标题样式', fileName: 'draft.docx', bytes: ({ lines }) => withStyles(lines) },
  { label: 'Word：手工设字体，无样式', fileName: 'draft.docx', bytes: ({ lines }) => setByHand(lines) },
  { label: 'Word：自动编号', fileName: 'draft.docx', bytes: ({ lines }) => withAutomaticNumbers(lines).bytes },
  {
    label: 'Word：fazhi convert 写出',
    fileName: 'draft.docx',
    bytes: ({ draft }) => toDocx(draft),
    isOurs: true,
  },
  ...PAGES.map(
    (kind): Form => ({
      label: `网页：${kind.label}`,
      fileName: 'draft.html',
      bytes: (sample) => bytesOf(kind, sample),
      isPage: true,
    }),
  ),
  {
    label: '网页：fazhi convert 写出',
    fileName: 'draft.html',
    bytes: ({ draft }) => utf8(toHtml(draft)),
    isPage: true,
    isOurs: true,
  },
]
