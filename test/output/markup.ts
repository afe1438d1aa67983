import { SaxesParser } from 'saxes'

/** An element of a document. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
  /** All text in it, that of its children too. */
  text: string
}

/** The tree of a well-formed document; throws for any other. */
export function parsed(document: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  const add = (text: string): void => {
    for (const element of open) element.text += text
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(document).close()
  return root
}

/** Elements below one, in document order. */
export const elementsIn = (element: Element): Element[] =>
  element.children.flatMap((child) => [child, ...elementsIn(child)])

/** Elements of these names below one. */
export const named = (element: Element, ...names: string[]): Element[] =>
  elementsIn(element).filter(({ name }) => names.includes(name))
