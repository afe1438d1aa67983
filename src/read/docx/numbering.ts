import { formatNumber } from './number-formats.js'
import { isOn, type Styles } from './styles.js'
import { parseXml, type Tag } from './xml.js'

/** Levels a list of Word's has. */
const LEVELS = 9

/** How a level of a list is numbered. */
interface Level {
  start: number
  format: string
  /** `（%2）`: the numbers of this and higher levels with what stands around them. */
  text: string
  /** Level, counted from 1, whose numbers make this one begin anew; 0 for none. */
  restart: number | null
  /** Arabic digits for all levels in it. */
  isLegal: boolean
  isHidden: boolean
  /** Style whose paragraphs stand on this level. */
  style: string | null
}

interface Abstract {
  id: string
  levels: Map<number, Level>
  /** Numbering style that holds the levels in its stead. */
  link: string | null
}

interface List {
  abstract: string
  overrides: Map<number, { start?: number; level?: Level }>
}

/** The lists of a document: what `numbering.xml` says of each, by its number. */
export interface Numbering {
  abstracts: Map<string, Abstract>
  lists: Map<string, List>
}

const newLevel = (): Level => ({
  start: 0,
  format: 'decimal',
  text: '',
  restart: null,
  isLegal: false,
  isHidden: false,
  style: null,
})

const integer = (value: string | undefined, otherwise: number): number => {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? otherwise : number
}

function takeLevelProperty(level: Level, tag: Tag, parent: string | undefined): void {
  const value = tag.attributes['w:val']
  if (parent === 'w:rPr') {
    if (tag.name === 'w:vanish') level.isHidden = isOn(tag)
    return
  }
  // A format Word has had since 2010 stands beside an older one for older programs.
  if (parent !== 'w:lvl' && tag.name !== 'w:numFmt') return
  switch (tag.name) {
    case 'w:start':
      level.start = integer(value, 0)
      break
    case 'w:numFmt':
      if (value !== undefined && value !== 'custom') level.format = value
      break
    case 'w:lvlText':
      level.text = value ?? ''
      break
    case 'w:lvlRestart':
      level.restart = integer(value, 0)
      break
    case 'w:isLgl':
      level.isLegal = isOn(tag)
      break
    case 'w:pStyle':
      level.style = value ?? null
      break
  }
}

/** The lists of a document as numbering.xml defines them; none where the part is missing. */
export function readNumbering(xml: string | null): Numbering {
  const numbering: Numbering = { abstracts: new Map(), lists: new Map() }
  let abstract: Abstract | null = null
  let list: List | null = null
  let override: { start?: number; level?: Level } | null = null
  let level: Level | null = null
  const path: string[] = []
  const open = (tag: Tag): void => {
    const { name, attributes } = tag
    const value = attributes['w:val']
    if (name === 'w:abstractNum') {
      abstract = { id: attributes['w:abstractNumId'] ?? '', levels: new Map(), link: null }
      numbering.abstracts.set(abstract.id, abstract)
    } else if (name === 'w:num') {
      list = { abstract: '', overrides: new Map() }
      numbering.lists.set(attributes['w:numId'] ?? '', list)
    } else if (name === 'w:abstractNumId' && list) list.abstract = value ?? ''
    else if (name === 'w:numStyleLink' && abstract) abstract.link = value ?? null
    else if (name === 'w:lvlOverride' && list) {
      override = {}
      list.overrides.set(integer(attributes['w:ilvl'], 0), override)
    } else if (name === 'w:startOverride' && override) override.start = integer(value, 0)
    else if (name === 'w:lvl') {
      level = newLevel()
      if (override) override.level = level
      else abstract?.levels.set(integer(attributes['w:ilvl'], 0), level)
    } else if (level) takeLevelProperty(level, tag, path.at(-1))
    path.push(name)
  }
  const close = (name: string): void => {
    path.pop()
    if (name === 'w:lvl') level = null
    else if (name === 'w:lvlOverride') override = null
    else if (name === 'w:num') list = null
    else if (name === 'w:abstractNum') abstract = null
  }
  if (xml !== null) parseXml(xml, 'word/numbering.xml', { open, close })
  return numbering
}

/** What Word prints before a paragraph of a list. */
export interface Numeral {
  /** With the blank that parts it from the text where one is needed; empty for bullets and hidden numbers. */
  text: string
  isBullet: boolean
  value: number
  /** 0 for the highest level. */
  level: number
}

/** Where in its lists a paragraph stands. */
export interface Item {
  list: string
  /** Level the paragraph names itself; 0 for the highest. */
  level: number | undefined
  /** Level its style names. */
  styleLevel: number | undefined
  /** Its style and those that is based on: a list may know its levels by them. */
  styles: string[]
}

/** Numerals of the paragraphs of a document, asked for in their order; `null` for a list that is not defined. */
export type Counter = (item: Item) => Numeral | null

/** The definition behind a list: numbering styles may point to another list, and that to another; circles end in nothing. */
function resolve(numbering: Numbering, styles: Styles, listId: string): Abstract | null {
  const seen = new Set<string>()
  for (let next: string | undefined = listId; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const abstract = numbering.abstracts.get(numbering.lists.get(next)?.abstract ?? '')
    if (!abstract) return null
    if (abstract.link === null || abstract.levels.size > 0) return abstract
    next = styles.list(abstract.link)
  }
  return null
}

/** A blank keeps 第一部分 and 1.1 off the text; 一、 （一） 1. need none, whether Word sets a tab or a blank there. */
const parted = (numeral: string): string => (/[\p{L}\p{N}]$/u.test(numeral) ? `${numeral} ` : numeral)

function levelByStyle({ styles }: Item, levelOf: (index: number) => Level): number | undefined {
  for (const style of styles) {
    for (let index = 0; index < LEVELS; index++) if (levelOf(index).style === style) return index
  }
  return undefined
}

/**
 * Counts as Word does: lists of one definition share their numbers; a list that overrides a start begins with it where it
 * first turns up; a number makes those of lower levels begin anew.
 */
export function counterOf(numbering: Numbering, styles: Styles): Counter {
  const counts = new Map<Abstract, (number | undefined)[]>()
  const started = new Set<string>()
  const definitions = new Map<string, Abstract | null>()
  return (item) => {
    const list = numbering.lists.get(item.list)
    let abstract = definitions.get(item.list)
    if (abstract === undefined) {
      abstract = resolve(numbering, styles, item.list)
      definitions.set(item.list, abstract)
    }
    if (!list || !abstract) return null
    const definition = abstract
    const levelOf = (index: number): Level =>
      list.overrides.get(index)?.level ?? definition.levels.get(index) ?? newLevel()
    const index = Math.min(LEVELS - 1, Math.max(0, item.level ?? levelByStyle(item, levelOf) ?? item.styleLevel ?? 0))
    if (!list.overrides.get(index)?.level && !definition.levels.has(index)) return null
    const level = levelOf(index)

    const count = counts.get(definition) ?? []
    counts.set(definition, count)
    const override = list.overrides.get(index)?.start
    const key = `${item.list} ${index}`
    const current = count[index]
    if (override !== undefined && !started.has(key)) count[index] = override
    else count[index] = current === undefined ? level.start : current + 1
    started.add(key)
    for (let lower = index + 1; lower < LEVELS; lower++) {
      if (index < (levelOf(lower).restart ?? lower)) count[lower] = undefined
    }
    const value = count[index]
    if (level.format === 'bullet') return { text: '', isBullet: true, value, level: index }
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1
      const { format, start } = levelOf(of)
      return formatNumber(level.isLegal ? 'decimal' : format, count[of] ?? start)
    })
    return { text: level.isHidden || text.trim() === '' ? '' : parted(text), isBullet: false, value, level: index }
  }
}
