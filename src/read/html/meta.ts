import type { Metadata } from '../../model.js'
import { findDate } from '../../text/dates.js'
import { attribute, type Document, elementsBelow, rawText } from './dom.js'

/**
 * Names of meta elements by the key of their value in front matter. Source: 国务院办公厅《政府网站发展指引》(2017) and the
 * pages of common site builders; names in lower case.
 */
const KEYS: Record<string, string> = {
  articletitle: 'title',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  'article:published_time': 'publishedOn',
  contentsource: 'source',
  source: 'source',
  columnname: 'column',
  sitename: 'site',
  author: 'author',
  keywords: 'keywords',
  url: 'url',
}

/** What the head of a page says of the article. */
export interface Head {
  /** The article's own title, where the page names it. */
  articleTitle: string | null
  /** `<title>`: the article's with the site's name, or only that. */
  pageTitle: string | null
  metadata: Metadata
}

const clean = (value: string): string => value.replace(/[\s\u00a0\u3000]+/g, ' ').trim()

const MARK = /<!-- saved from url=\(\d+\)(\S+) -->/

/** Reads the head. Values that are empty, markup or placeholders of the site builder are passed over. */
export function readHead(page: Document, html: string): Head {
  const head: Head = { articleTitle: null, pageTitle: null, metadata: { rest: {} } }
  const { rest } = head.metadata
  for (const element of elementsBelow(page)) {
    if (element.tagName === 'title') head.pageTitle ??= clean(rawText(element)) || null
    if (element.tagName !== 'meta') continue
    const name = (attribute(element, 'name') ?? attribute(element, 'property') ?? '').toLowerCase().trim()
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined
    const value = clean(attribute(element, 'content') ?? '')
    if (key === undefined || value === '' || /^(?:null|undefined)$|[<>]|^[${#[]/i.test(value)) continue
    if (key === 'title') head.articleTitle ??= value
    else if (key === 'publishedOn') {
      const date = findDate(value)?.iso
      if (date) head.metadata.publishedOn ??= date
    } else rest[key] ??= value
  }
  const url = MARK.exec(html.slice(0, 2000))?.[1]
  if (url !== undefined && /^https?:/.test(url)) rest['url'] ??= url
  return head
}
