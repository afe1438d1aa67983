import { stringify } from 'yaml'
import type { Draft } from '../model.js'
import { toMarkdown } from '../write/markdown.js'

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n+/

/** Markdown of ours without its front matter, which is for programs. */
export const withoutFrontMatter = (markdown: string): string => markdown.replace(FRONT_MATTER, '')

/**
 * A Word document or web page as Markdown to go on with. Unlike what `convert` writes, its front matter holds only what
 * the text itself does not show: a title or year of before would contradict the one that is being edited.
 */
export function editable(draft: Draft): string {
  const text = withoutFrontMatter(toMarkdown(draft))
  const { title, publishedOn, issuer, rest } = draft.source.metadata
  const isTitled = draft.blocks.some(({ role }) => role === 'title')
  const kept = Object.entries({ ...(isTitled ? {} : { title }), issuer, publishedOn, ...rest })
  const entries = kept.filter(([, value]) => value !== undefined && value !== null)
  return entries.length === 0 ? text : `---\n${stringify(Object.fromEntries(entries), { lineWidth: 0 })}---\n\n${text}`
}
