import type { Block, NumeralStyle, Section } from '../model.js'
import { leadingNumeral, type Numeral } from '../text/numerals.js'

/** Where the headings and texts of a report stand, each found in one step. */
interface Places {
  /** The heading a text stands right below. */
  hosts: Map<Block, Section>
  /** The heading above a heading. */
  parents: Map<Section, Section | undefined>
  /** The next heading of the same numbering below the same one. */
  following: Map<Section, Section>
  /** The first heading of each numbering below one; below none, the report's own. */
  firsts: Map<Section | undefined, Map<NumeralStyle, Section>>
  /** Numberings of any heading. */
  styles: Set<NumeralStyle>
}

function placesOf(sections: Section[]): Places {
  const places: Places = {
    hosts: new Map(),
    parents: new Map(),
    following: new Map(),
    firsts: new Map(),
    styles: new Set(),
  }
  const visit = (fellows: Section[], parent: Section | undefined): void => {
    const nearest = new Map<NumeralStyle, Section>()
    for (const section of [...fellows].reverse()) {
      places.parents.set(section, parent)
      for (const block of section.body) places.hosts.set(block, section)
      const style = section.numeral?.style
      if (style) {
        const next = nearest.get(style)
        if (next) places.following.set(section, next)
        nearest.set(style, section)
        places.styles.add(style)
      }
      visit(section.children, section)
    }
    places.firsts.set(parent, nearest)
  }
  visit(sections, undefined)
  return places
}

/** The highest heading of a numbering among those that a text stands below. */
function fellowAbove(style: NumeralStyle, host: Section | undefined, { parents }: Places): Section | undefined {
  let fellow: Section | undefined
  for (let above = host; above; above = parents.get(above)) if (above.numeral?.style === style) fellow = above
  return fellow
}

/**
 * Tells of text lines, asked in their order, whether each would be the next heading of its numbering, and leave none above
 * it without text. Of any other line its author is to say what it is.
 */
export function nextHeadings(sections: Section[]): (block: Block) => boolean {
  const places = placesOf(sections)
  // The last line that was one.
  let last: { host: Section | undefined; numeral: Numeral } | null = null
  return (block) => {
    const numeral = leadingNumeral(block.text)
    if (!numeral || !places.styles.has(numeral.style)) return false
    const host = places.hosts.get(block)
    const fellow = fellowAbove(numeral.style, host, places)
    const following = fellow ? places.following.get(fellow) : places.firsts.get(host)?.get(numeral.style)
    const isAfterLine = last?.host === host && last?.numeral.style === numeral.style
    const value = isAfterLine ? (last?.numeral.value ?? 0) : (fellow?.numeral?.value ?? 0)
    const fits = numeral.value === value + 1 && (following?.numeral?.value ?? Infinity) > numeral.value
    if (!fits || (fellow && host?.body[0] === block)) return false
    last = { host, numeral }
    return true
  }
}
