import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { stringify } from 'yaml'
import type { Draft } from '../model.js'
import { inert } from './inert.js'
import { toMdast } from './mdast.js'

const writer = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    fence: '`',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze()

/** Keys of the front matter, in order: what the report says of itself, then what the page said. */
function frontMatter({ report, source }: Draft): Record<string, unknown> {
  const { title, issuer, kind, year, publishedOn, signedOn, signature, addressee } = report
  const { rest } = source.metadata
  const own = { title, issuer, kind, year, publishedOn, signedOn, signature, addressee }
  const chrome = source.chrome.length > 0 ? { chrome: source.chrome } : {}
  const entries = Object.entries({ ...own, ...rest, ...chrome }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}

/** The reader takes a single ~ and a bare address for text; back-slashes before them only disturb people. */
const withoutNeedlessEscapes = (markdown: string): string =>
  markdown.replace(/(?<![\\~])\\~(?!\\?~)/g, '~').replace(/(?<=https?)\\:/g, ':')

/** A report as Markdown: front matter, title, headings at the depth of their numbering, a paragraph a block. The same draft gives the same bytes. */
export function toMarkdown(draft: Draft): string {
  const yaml = stringify(frontMatter(draft), { lineWidth: 0 })
  return `---\n${yaml}---\n\n${withoutNeedlessEscapes(writer.stringify(inert(toMdast(draft))))}`
}
