import { attribute, type Element, elementsBelow, isElement, isText } from './dom.js'

/**
 * The notes of a page: pairs of links that lead to each other, one at the word, one at the note. Every writer of pages
 * makes them so, whatever classes it gives them.
 */
export interface PageNotes {
  /** Key of the note that a link at a word leads to. */
  references: Map<Element, string>
  /** The element of each note, by its key. */
  bodies: Map<string, Element>
  /** What is no text: links back, and what holds notes alone, with its heading. */
  left: Set<Element>
}

/** Elements that may hold a note whole. */
const HOLDERS = new Set(['li', 'p', 'div', 'dd', 'aside', 'section', 'td'])
/** Longest mark of a note: [12], 注1, ↩. */
const LONGEST_MARK = 6
/** Longest heading of a list of notes: 注释, Footnotes. */
const LONGEST_HEADING = 12
/** Elements between a link back and that of its note. */
const NEAR = 5
/** Links within a page that may belong to notes; one with more has no notes but an index. */
const MOST_LINKS = 400

const parentOf = ({ parentNode }: Element): Element | null =>
  parentNode && 'tagName' in parentNode ? (parentNode as Element) : null

/** An element and those around it, the nearest first. */
function* ancestors(element: Element, most = Number.POSITIVE_INFINITY): Generator<Element> {
  let at: Element | null = element
  for (let i = 0; at && i <= most; i++, at = parentOf(at)) yield at
}

/** Characters of an element but blanks, counted no further than a limit. */
function lengthOf(element: Element, limit: number): number {
  let length = 0
  for (const node of element.childNodes) {
    if (length > limit) break
    if (isText(node)) length += node.value.replace(/\s/g, '').length
    else if (isElement(node)) length += lengthOf(node, limit - length)
  }
  return length
}

/** What an element is called when a link leads to it. */
const namesOf = (element: Element): string[] =>
  [attribute(element, 'id'), attribute(element, 'name')].filter((name) => name !== null)

/** Where a link of a page leads within it. */
function goalOf(element: Element): string | null {
  const href = element.tagName === 'a' ? attribute(element, 'href') : null
  if (href === null || !href.startsWith('#') || href.length === 1) return null
  return lengthOf(element, LONGEST_MARK) <= LONGEST_MARK ? href.slice(1) : null
}

/** Names a link at a word is called back by: its own, and those of the elements that hold nothing but it. */
function namesAround(link: Element): Set<string> {
  const names = new Set([...elementsBelow(link)].flatMap(namesOf))
  const length = lengthOf(link, LONGEST_MARK)
  for (const element of ancestors(link, NEAR)) {
    if (lengthOf(element, length) > length) break
    for (const name of namesOf(element)) names.add(name)
  }
  return names
}

/** For each note the highest element that holds notes and no other text than a heading: 注释. */
function holdersOf(notes: Element[], references: Iterable<Element>): Set<Element> {
  const outside = new Set([...references].flatMap((link) => [...ancestors(link)]))
  const lengths = new Map<Element, number>()
  for (const note of notes) {
    const length = lengthOf(note, Number.POSITIVE_INFINITY)
    for (const element of ancestors(note)) lengths.set(element, (lengths.get(element) ?? LONGEST_HEADING) + length)
  }
  const holders = new Set<Element>()
  for (const note of notes) {
    let holder = note
    for (const element of ancestors(note)) {
      const most = lengths.get(element) ?? 0
      if (outside.has(element) || lengthOf(element, most) > most) break
      holder = element
    }
    holders.add(holder)
  }
  return holders
}

/** Finds the notes of a page. */
export function notesIn(body: Element): PageNotes {
  const found: PageNotes = { references: new Map(), bodies: new Map(), left: new Set() }
  const links = [...elementsBelow(body)].flatMap((link) => {
    const goal = goalOf(link)
    return goal === null ? [] : [{ link, goal }]
  })
  if (links.length < 2 || links.length > MOST_LINKS) return found
  const order = new Map([...elementsBelow(body)].map((element, i) => [element, i]))
  const orderOf = (element: Element): number => order.get(element) ?? 0
  const backs = new Map<string, Element[]>()
  for (const { link, goal } of links) backs.set(goal, [...(backs.get(goal) ?? []), link])
  for (const { link, goal } of links) {
    const callers = [...namesAround(link)].flatMap((name) => backs.get(name) ?? [])
    const back = callers.find((each) => {
      if (orderOf(each) < orderOf(link) || found.references.has(each)) return false
      return [...ancestors(each, NEAR), ...elementsBelow(each)].some((element) => namesOf(element).includes(goal))
    })
    const holder = back && [...ancestors(back, NEAR)].find(({ tagName }) => HOLDERS.has(tagName))
    if (!back || !holder || [...ancestors(link, NEAR)].includes(holder)) continue
    const whole = [...ancestors(holder, NEAR)].find((element) => namesOf(element).includes(goal)) ?? holder
    found.references.set(link, goal)
    found.bodies.set(goal, whole)
    found.left.add(back)
  }
  const bodies = new Set(found.bodies.values())
  for (const element of holdersOf([...bodies], found.references.keys())) found.left.add(element)
  return found
}
