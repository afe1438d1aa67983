import { attribute, classesOf, type Document, type Element, elementsBelow, rawText } from './dom.js'

/** Declarations by property, values in lower case save for fonts. */
export type Declarations = Record<string, string>

/** Properties that tell what is shown and what looks like a heading. */
const WANTED = new Set([
  'display',
  'visibility',
  'font',
  'font-family',
  'font-size',
  'font-weight',
  'white-space',
  'list-style',
  'list-style-type',
])

/** Rules of one page, and those with one last name; frameworks have some thousands and some dozens. */
const MOST_RULES = 5000
const MOST_OF_A_NAME = 200

/** `p.title#top`, as far as it is told by names: `p`, `.title`, `#top`. */
type Compound = string[]

interface Rule {
  /** Names the element itself must have. */
  own: Compound
  /** Names that elements around it must have, in any order. */
  around: Compound
  declarations: Declarations
  specificity: number
  order: number
}

/** What style sheets in a page say of its elements, which are entered and left in the order of the markup. */
export interface StyleSheet {
  /** The declarations for an element inside those entered before. */
  enter(element: Element): Declarations
  leave(element: Element): void
}

/** Reads `a: b; c: d`. */
export function parseDeclarations(css: string): Declarations {
  const declarations: Declarations = {}
  for (const part of css.split(';')) {
    const colon = part.indexOf(':')
    const property = part.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (WANTED.has(property))
      declarations[property] = part
        .slice(colon + 1)
        .replace(/!\s*important/i, '')
        .trim()
  }
  return declarations
}

/** Elements a selector goes through. */
const MOST_PARTS = 10

const SELECTOR = /^(?:[a-z][\w-]*|\*)?(?:[.#][\w\-\u0080-\uffff]+)*$/i

/** `null` for selectors by attribute, state or neighbour: they dress up and do not tell text from headings. */
function parseSelector(selector: string): Compound[] | null {
  const parts = selector.trim().split(/\s*>\s*|\s+/)
  if (parts.length > MOST_PARTS || !parts.every((part) => part !== '' && SELECTOR.test(part))) return null
  return parts.map((part) => {
    const names = part.match(/[.#]?[^.#]+/g) ?? []
    return names.map((name) => (/^[.#]/.test(name) ? name : name.toLowerCase())).filter((name) => name !== '*')
  })
}

const WEIGHTS: Record<string, number> = { '#': 10_000, '.': 100 }

const specificityOf = (names: Compound): number => names.reduce((sum, name) => sum + (WEIGHTS[name[0] ?? ''] ?? 1), 0)

/** Rules outside @media and the like, which are for other screens. */
function* rulesOf(css: string): Generator<{ selectors: string; body: string }> {
  const clean = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').replace(/<!--|-->/g, '')
  let at = 0
  while (at < clean.length) {
    const open = clean.indexOf('{', at)
    if (open < 0) return
    const selectors = clean.slice(at, open).replace(/@(?:charset|import|namespace)[^;]*;/gi, '')
    const isPlain = !selectors.includes('@')
    let close = clean.indexOf('}', open)
    // An at-rule with rules inside ends at its own brace.
    for (let inner = clean.indexOf('{', open + 1); !isPlain && inner >= 0 && close >= 0 && inner < close; ) {
      inner = clean.indexOf('{', inner + 1)
      close = clean.indexOf('}', close + 1)
    }
    if (close < 0) return
    if (isPlain) yield { selectors, body: clean.slice(open + 1, close) }
    at = close + 1
  }
}

/** Names of an element by which rules know it. */
function namesOf(element: Element): Compound {
  const id = attribute(element, 'id')
  const classes = classesOf(element).map((name) => `.${name}`)
  return [element.tagName, ...(id ? [`#${id}`] : []), ...(classes.length > 1 ? new Set(classes) : classes)]
}

/** The rules of all style sheets written into a page, by a name of the element they are for. */
function rulesByName(page: Document): Map<string, Rule[]> {
  const byName = new Map<string, Rule[]>()
  let order = 0
  for (const element of elementsBelow(page)) {
    if (element.tagName !== 'style' || /print/i.test(attribute(element, 'media') ?? '')) continue
    for (const { selectors, body } of rulesOf(rawText(element))) {
      const declarations = parseDeclarations(body)
      if (order >= MOST_RULES) return byName
      if (Object.keys(declarations).length === 0) continue
      for (const selector of selectors.split(',')) {
        const compounds = parseSelector(selector)
        const own = compounds?.pop()
        if (!compounds || !own) continue
        const around = compounds.flat()
        const specificity = specificityOf(own) + specificityOf(around)
        const name = own.at(-1) ?? '*'
        const known = byName.get(name) ?? []
        if (known.length >= MOST_OF_A_NAME) continue
        known.push({ own, around, declarations, specificity, order: order++ })
        byName.set(name, known)
      }
    }
  }
  return byName
}

/** Style sheets written into a page, as far as they tell hidden text and headings. Linked ones are not at hand. */
export function readStyleSheets(page: Document): StyleSheet {
  const byName = rulesByName(page)
  if (byName.size === 0) return { enter: () => ({}), leave() {} }
  /** How many of the elements entered have a name. */
  const entered = new Map<string, number>()
  const add = (names: Compound, step: number): void => {
    for (const name of names) entered.set(name, (entered.get(name) ?? 0) + step)
  }
  return {
    enter(element) {
      const names = namesOf(element)
      const rules = [...names, '*']
        .flatMap((name) => byName.get(name) ?? [])
        .filter(
          ({ own, around }) =>
            own.every((name) => names.includes(name)) && around.every((name) => (entered.get(name) ?? 0) > 0),
        )
        .sort((a, b) => a.specificity - b.specificity || a.order - b.order)
      add(names, 1)
      return Object.assign({}, ...rules.map(({ declarations }) => declarations)) as Declarations
    },
    leave(element) {
      add(namesOf(element), -1)
    },
  }
}
