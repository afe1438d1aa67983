import { parseXml } from '../../read/docx/xml.js'

/** How new elements are to be written where others stand: the prefix that is in force there, or one that they declare. */
export interface Spelling {
  prefix: string
  /** Attribute that declares the prefix, with a blank before it; empty where it is in force. */
  declaration: string
}

/** A text to be put in at an offset. */
export interface Insertion {
  at: number
  text: string
}

/** A text with others put into it; those at one offset in their order. */
export function inserted(text: string, insertions: Insertion[]): string {
  let result = ''
  let from = 0
  for (const { at, text: added } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + added
    from = at
  }
  return result + text.slice(from)
}

/** The text in the encoding of the bytes it was decoded from, with their byte order mark. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array {
  const [first, second, third] = original
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (!isUtf16) {
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf
    return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text)
  }
  const bytes = new Uint8Array(2 * (text.length + 1))
  const view = new DataView(bytes.buffer)
  const isLittle = first === 0xff
  view.setUint16(0, 0xfeff, isLittle)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * (i + 1), text.charCodeAt(i), isLittle)
  return bytes
}

const WORD = /xmlns(?::[^\s=]+)?\s*=\s*["']([^"']*\/wordprocessingml\/(?:2006\/)?main)["']/

/** Namespace of WordprocessingML as the part declares it: transitional, or strict. */
export const wordNamespace = (xml: string): string =>
  WORD.exec(xml)?.[1] ?? 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Whether the part is of the strict kind of Office Open XML. */
export const isStrict = (xml: string): boolean => wordNamespace(xml).startsWith('http://purl.oclc.org/')

const prefixAt = (xml: string, at: number): string => /^<(?:([^\s/>:]+):)?/.exec(xml.slice(at, at + 100))?.[1] ?? ''

/** How elements of WordprocessingML are written inside the one that begins at the offset. */
export function spellingAt(xml: string, at: number): Spelling {
  const prefix = prefixAt(xml, at)
  // The default namespace does not hold for attributes.
  return prefix === ''
    ? { prefix: 'w:', declaration: ` xmlns:w="${wordNamespace(xml)}"` }
    : { prefix: `${prefix}:`, declaration: '' }
}

/**
 * The part with more at the end of its root.
 * @param more XML to add, for the offset of the root's tag
 */
export function appended(xml: string, part: string, more: (root: number) => string): string {
  let root = -1
  let tagEnd = 0
  let end = 0
  parseXml(xml, part, {
    open(tag) {
      if (root >= 0) return
      root = tag.start
      tagEnd = tag.end
    },
    close(_, start) {
      end = start
    },
  })
  const content = more(root)
  if (xml.slice(tagEnd - 2, tagEnd) !== '/>') return inserted(xml, [{ at: end, text: content }])
  const name = /^<([^\s/>]+)/.exec(xml.slice(root, tagEnd))?.[1] ?? ''
  return `${xml.slice(0, tagEnd - 2)}>${content}</${name}>${xml.slice(tagEnd)}`
}

/** The prefix of package parts (`[Content_Types].xml`, `.rels`), whose attributes have none: with its colon, mostly empty. */
export function packagePrefix(xml: string, root: number): string {
  const prefix = prefixAt(xml, root)
  return prefix === '' ? '' : `${prefix}:`
}

/** A text for XML: marks escaped, what XML cannot hold replaced. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
