import { visible } from './width.js'

/** A piece of HTML or XML, ready to be written. */
export interface Markup {
  readonly markup: string
}

type Value = string | number | Markup | Markup[] | null

/** What is no character of XML, beside the control characters: halves of characters beyond U+FFFF, U+FFFE and U+FFFF. */
const ILLEGAL = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string =>
  visible(text)
    .replace(ILLEGAL, '\ufffd')
    .replace(/[&<>"']/g, (char) => ENTITIES[char] as string)

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.map(({ markup }) => markup).join('') : value.markup
}

/**
 * Tag for templates of HTML and XML: every text in them is escaped, other pieces stand as they are, `null` is nothing.
 * Characters that XML does not know become U+FFFD, so that any text gives well-formed markup.
 */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: strings.map((string, i) => (i === 0 ? string : written(values[i - 1] ?? null) + string)).join('') }
}

/** Markup that comes as text: what `markup` gave, from another process. */
export const asMarkup = (text: string): Markup => ({ markup: text })
