import { isTitle } from '../chrome.js'
import { CONTAINERS } from './containers.js'
import { attribute, classesOf, type Element, elementsBelow, isElement, rawText } from './dom.js'
import type { Measure, Measures } from './measure.js'

/** Share of the page's sentences that the main text has; the rest are summaries of other articles. */
const SHARE = 0.85
/** Marks of the shortest text that tells anything. */
const FEW = 5

const IDS = new Set(CONTAINERS.flatMap(({ ids }) => ids))
const CLASSES = new Set(CONTAINERS.flatMap(({ classes }) => classes))

const isContainer = (element: Element): boolean =>
  element.tagName === 'main' ||
  element.tagName === 'article' ||
  IDS.has(attribute(element, 'id') ?? '') ||
  classesOf(element).some((name) => CLASSES.has(name))

/** Whether a page has sentences enough to tell its text from its menus. */
const hasSentences = (body: Element, measures: Measures): boolean => (measures.get(body)?.marks ?? 0) >= FEW

/** The element of the main text. */
export interface Main {
  element: Element
  /** By the name of its element; else there may be menus in it. */
  isKnown: boolean
}

/** The element that site builders put the article in, the innermost that holds it; `null` where there is none. */
function containerIn(body: Element, measures: Measures): Element | null {
  const whole = measures.get(body)?.marks ?? 0
  let container: Element | null = null
  let least = Number.POSITIVE_INFINITY
  for (const element of elementsBelow(body)) {
    if (!isContainer(element)) continue
    const { marks, characters } = measures.get(element) ?? { marks: 0, characters: 0 }
    if (marks < whole * SHARE || characters >= least) continue
    container = element
    least = characters
  }
  return container
}

/** Characters outside links that may stand around the text and still be the report's: its title, its signature. */
const ROOM = 200
const ROOM_SHARE = 0.02

/** The innermost element with the page's sentences, and as much around it as adds but a few lines. */
function densestIn(body: Element, measures: Measures): Element {
  const whole = measures.get(body)?.marks ?? 0
  const lengthOf = (element: Element): number => {
    const { characters, linked } = measures.get(element) ?? { characters: 0, linked: 0 }
    return characters - linked
  }
  const path = [body]
  for (let inner: Element | undefined = body; inner; ) {
    inner = inner.childNodes.filter(isElement).find((child) => (measures.get(child)?.marks ?? 0) >= whole * SHARE)
    if (inner && !measures.get(inner)?.style.isHidden) path.push(inner)
    else inner = undefined
  }
  const most = lengthOf(path.at(-1) ?? body) * (1 + ROOM_SHARE) + ROOM
  return path.find((element) => lengthOf(element) <= most) ?? body
}

/** The element of a page's main text: known by its name, else by its sentences; the body where it has hardly any. */
export function findMain(body: Element, measures: Measures): Main {
  if (!hasSentences(body, measures)) return { element: body, isKnown: true }
  const container = containerIn(body, measures)
  return container ? { element: container, isKnown: true } : { element: densestIn(body, measures), isKnown: false }
}

/** Links of the smallest menu, and the share of its characters that they have. */
const FEW_LINKS = 3
const MOSTLY = 0.5
/** Marks of sentences in menus: dates and names with commas. */
const FEW_MARKS = 2

/** Elements for what every page of a site has. */
const LANDMARKS = new Set(['nav', 'header', 'footer', 'aside'])

const isMenuBy = ({ characters, linked, links, marks }: Measure): boolean =>
  links >= FEW_LINKS && linked >= characters * MOSTLY && marks <= FEW_MARKS

const hasTitle = (element: Element): boolean => {
  for (const below of elementsBelow(element)) {
    if (/^h[1-4]$/.test(below.tagName) && isTitle(rawText(below).trim())) return true
  }
  return false
}

/** Whether an element around the text is a menu, a list of other articles or a row of services: links, and no sentence. */
export function isMenu(element: Element, measures: Measures): boolean {
  const sum = measures.get(element)
  if (!sum?.style.isBlock || element.tagName === 'body') return false
  const isLandmark = LANDMARKS.has(element.tagName) && sum.marks <= FEW_MARKS
  return (isLandmark || isMenuBy(sum)) && !hasTitle(element)
}
