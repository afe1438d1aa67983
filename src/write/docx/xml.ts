import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

export type { Element }

type Attributes = Record<string, string | number | undefined>
type Child = Element | string | false | undefined

/** What XML cannot hold: control characters and halves of characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text without what XML cannot hold. */
const legal = (text: string): string => text.replace(FORBIDDEN, '')

/** An element; attributes and children that are not there are left out. */
export function el(name: string, attributes: Attributes = {}, ...children: Child[]): Element {
  const known = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, typeof value === 'string' ? legal(value) : String(value)])
  const content = children.filter((child) => child !== undefined && child !== false)
  return x(
    name,
    Object.fromEntries(known) as Record<string, string>,
    content.map((child) => (typeof child === 'string' ? legal(child) : child)),
  )
}

/** An element of WordprocessingML that says one thing: `<w:jc w:val="center"/>`. */
export const val = (name: string, value: string | number): Element => el(name, { 'w:val': value })

/** An element that switches something on, where it is to be. */
export const on = (name: string, isOn: boolean | undefined): Element | false => (isOn ? el(name) : false)

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** A part of the package as bytes. */
export function toPart(root: Element): Uint8Array {
  // The writer leaves `>` as it is, and no text of XML may hold what ends a CDATA section.
  const body = toXml(root, { closeEmptyElements: true }).replaceAll(']]>', ']]&gt;')
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`)
}
