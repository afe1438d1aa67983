import type { StyleSheet } from './css.js'
import { attribute, type Element, hasNoText, isElement, isText } from './dom.js'
import { PLAIN, type Style, styleOf } from './style.js'

/** What an element comes to, with everything in it that is shown. */
export interface Measure {
  style: Style
  /** Characters without blanks. */
  characters: number
  /** Of them, in links to other pages. */
  linked: number
  links: number
  /** Marks of sentences outside links: menus and footers have next to none. */
  marks: number
  /** Marks of sentences that are not shown. */
  hiddenMarks: number
  pictures: number
}

/** What each element comes to. */
export type Measures = Map<Element, Measure>

const MARKS = new Set('\u3002\uff0c\u3001\uff1b\uff01\uff1f,;')
const BLANKS = new Set(' \t\n\f\r\u00a0\u3000\u200b\ufeff')

/** Characters but blanks, and marks of sentences among them. */
function count(text: string): { characters: number; marks: number } {
  let characters = 0
  let marks = 0
  for (const char of text) {
    if (BLANKS.has(char)) continue
    characters++
    if (MARKS.has(char)) marks++
  }
  return { characters, marks }
}

/** Smallest side of a picture that may show text, in pixels. */
const ICON = 40

function isPicture(element: Element): boolean {
  if (element.tagName !== 'img') return false
  const sides = ['width', 'height'].map((side) => Number.parseInt(attribute(element, side) ?? '', 10))
  return !sides.some((side) => side <= ICON)
}

export const isLink = (element: Element): boolean => element.tagName === 'a' && attribute(element, 'href') !== null

const EMPTY = { characters: 0, linked: 0, links: 0, marks: 0, hiddenMarks: 0, pictures: 0 }

/** Adds up a body; what is hidden counts as such, unless it is in `shown`. */
function addUp(body: Element, sheet: StyleSheet, shown: Set<Element>): Measures {
  const measures: Measures = new Map()
  const visit = (element: Element, around: Style, isLinked: boolean): Measure => {
    const computed = styleOf(element, around, sheet.enter(element))
    const style = shown.has(element) ? { ...computed, isHidden: false } : computed
    const sum: Measure = { ...EMPTY, style, pictures: isPicture(element) ? 1 : 0 }
    measures.set(element, sum)
    const inLink = isLinked || isLink(element)
    if (inLink && !isLinked) sum.links++
    for (const child of hasNoText(element) ? [] : element.childNodes) {
      if (isText(child)) {
        const { characters, marks } = count(child.value)
        sum.characters += characters
        if (inLink) sum.linked += characters
        else sum.marks += marks
      } else if (isElement(child)) addTo(sum, visit(child, style, inLink))
    }
    sheet.leave(element)
    return sum
  }
  visit(body, PLAIN, false)
  return measures
}

function addTo(sum: Measure, part: Measure): void {
  sum.hiddenMarks += part.hiddenMarks
  if (part.style.isHidden) {
    sum.hiddenMarks += part.marks
    return
  }
  sum.characters += part.characters
  sum.linked += part.linked
  sum.links += part.links
  sum.marks += part.marks
  sum.pictures += part.pictures
}

/** Marks of sentences in the shortest report. */
const FEWEST = 20
/** How many times the text shown a hidden one must be to be that of the page. */
const FAR_MORE = 4

/**
 * Styles and measures of the body and all elements in it. A page that hides next to all its text has it shown by a program
 * once it is loaded: that text counts as shown.
 */
export function measure(body: Element, sheet: StyleSheet): Measures {
  const measures = addUp(body, sheet, new Set())
  const { marks, hiddenMarks } = measures.get(body) ?? EMPTY
  if (hiddenMarks < FEWEST || hiddenMarks <= marks * FAR_MORE) return measures
  const hiding = [...measures].filter(
    ([, each]) => each.style.isHidden && each.marks + each.hiddenMarks >= hiddenMarks / 2,
  )
  return addUp(body, sheet, new Set(hiding.map(([element]) => element)))
}
