import { parseXml, type Tag } from './xml.js'

/** How characters look, as far as it is said at one place. */
export interface RunProperties {
  style?: string
  /** Font of Chinese characters. */
  font?: string
  /** Half points. */
  size?: number
  bold?: boolean
  hidden?: boolean
}

/** What a paragraph says of itself, as far as it is said at one place. */
export interface ParagraphProperties {
  style?: string
  /** 0 for the highest level, 9 for body text. */
  outline?: number
  /** `0` takes a paragraph out of the list its style puts it in. */
  list?: string
  /** 0 for the highest level of the list. */
  listLevel?: number
}

/** An on-off property: there and not switched off. */
export const isOn = ({ attributes }: Tag): boolean => !/^(?:0|false|off|none)$/.test(attributes['w:val'] ?? '')

const numberOf = ({ attributes }: Tag): number | undefined => {
  const value = Number.parseInt(attributes['w:val'] ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

/** Takes down a child of `w:rPr`. */
export function takeRunProperty(into: RunProperties, tag: Tag): void {
  const value = tag.attributes['w:val']
  switch (tag.name) {
    case 'w:rStyle':
      if (value !== undefined) into.style = value
      break
    case 'w:rFonts': {
      const font = tag.attributes['w:eastAsia'] ?? tag.attributes['w:eastAsiaTheme'] ?? tag.attributes['w:ascii']
      if (font !== undefined) into.font = font
      break
    }
    case 'w:sz': {
      const size = numberOf(tag)
      if (size !== undefined) into.size = size
      break
    }
    case 'w:b':
      into.bold = isOn(tag)
      break
    case 'w:vanish':
      into.hidden = isOn(tag)
      break
  }
}

/** Takes down a child of `w:pPr`, or of its `w:numPr`. */
export function takeParagraphProperty(into: ParagraphProperties, tag: Tag): void {
  const value = tag.attributes['w:val']
  switch (tag.name) {
    case 'w:pStyle':
      if (value !== undefined) into.style = value
      break
    case 'w:outlineLvl':
      into.outline = numberOf(tag) ?? 9
      break
    case 'w:numId':
      if (value !== undefined) into.list = value
      break
    case 'w:ilvl':
      into.listLevel = numberOf(tag) ?? 0
      break
  }
}

interface Style {
  id: string
  name: string
  basedOn: string | null
  run: RunProperties
  paragraph: ParagraphProperties
}

/** A paragraph style with all it takes over from those it is based on. */
export interface ParagraphStyle {
  /** Names of the style and of those it is based on, the nearest first, in small letters. */
  names: string[]
  run: RunProperties
  paragraph: ParagraphProperties
  /** Identifiers of the styles whose list this is, the nearest first: the list may know its level by them. */
  ids: string[]
}

/** What the styles of a document say, those they are based on among them. */
export interface Styles {
  /** Look of characters that say nothing themselves. */
  defaults: RunProperties
  /** @param id the default style where it is undefined or unknown */
  paragraph(id: string | undefined): ParagraphStyle
  /** Look a character style gives. */
  character(id: string | undefined): RunProperties
  /** List a numbering style stands for. */
  list(id: string): string | undefined
}

/** Styles of a document; `null` where the part is missing. Circles of styles end where they begin. */
export function readStyles(xml: string | null): Styles {
  const styles = new Map<string, Style>()
  const defaults: RunProperties = {}
  let defaultId: string | undefined
  let style: Style | null = null
  const path: string[] = []
  const open = (tag: Tag): void => {
    const parent = path.at(-1)
    const inDefaults = path.includes('w:docDefaults')
    if (tag.name === 'w:style') {
      const id = tag.attributes['w:styleId'] ?? ''
      style = { id, name: '', basedOn: null, run: {}, paragraph: {} }
      styles.set(id, style)
      if (tag.attributes['w:type'] === 'paragraph' && tag.attributes['w:default'] === '1') defaultId = id
    } else if (parent === 'w:style' && style) {
      if (tag.name === 'w:name') style.name = (tag.attributes['w:val'] ?? '').toLowerCase()
      if (tag.name === 'w:basedOn') style.basedOn = tag.attributes['w:val'] ?? null
    } else if (parent === 'w:rPr' && inDefaults) takeRunProperty(defaults, tag)
    // Looks of parts of a table stand deeper.
    else if (style && path.length <= 5 && !path.includes('w:tblStylePr')) {
      if (parent === 'w:rPr' && path.at(-2) === 'w:style') takeRunProperty(style.run, tag)
      if (parent === 'w:pPr' || parent === 'w:numPr') takeParagraphProperty(style.paragraph, tag)
    }
    path.push(tag.name)
  }
  if (xml !== null) parseXml(xml, 'word/styles.xml', { open, close: () => void path.pop() })

  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = []
    for (let next = id; next !== undefined; next = found.at(-1)?.basedOn ?? undefined) {
      const one = styles.get(next)
      if (!one || found.includes(one)) break
      found.push(one)
    }
    return found
  }
  const merge = <T extends object>(parts: T[]): T => Object.assign({}, ...parts.reverse()) as T
  const paragraphs = new Map<string | undefined, ParagraphStyle>()
  const characters = new Map<string | undefined, RunProperties>()
  return {
    defaults,
    paragraph(id) {
      const key = id !== undefined && styles.has(id) ? id : defaultId
      let known = paragraphs.get(key)
      if (!known) {
        const parts = chain(key)
        known = {
          names: parts.map(({ name }) => name),
          run: merge(parts.map(({ run }) => run)),
          paragraph: merge(parts.map(({ paragraph }) => paragraph)),
          ids: parts.map((part) => part.id),
        }
        paragraphs.set(key, known)
      }
      return known
    },
    character(id) {
      let known = characters.get(id)
      if (!known) {
        known = merge(chain(id).map(({ run }) => run))
        characters.set(id, known)
      }
      return known
    },
    list: (id) => styles.get(id)?.paragraph.list,
  }
}
