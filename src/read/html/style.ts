import { type Declarations, parseDeclarations } from './css.js'
import { attribute, type Element } from './dom.js'

/** How the text of an element is set. */
export interface Style {
  /** First font named that has Chinese characters; empty where none is named. */
  font: string
  /** Half points, as Word counts. */
  size: number
  bold: boolean
  /** The element and all in it is not shown. */
  isHidden: boolean
  isBlock: boolean
  /** Line ends of the markup end lines. */
  isPreformatted: boolean
  /** `list-style-type`, empty for that of the element. */
  listStyle: string
}

/** Browsers' size for text: 16 pixels of three quarters of a point. */
const NORMAL = 24
const PER_PIXEL = 1.5

export const PLAIN: Style = {
  font: '',
  size: NORMAL,
  bold: false,
  isHidden: false,
  isBlock: true,
  isPreformatted: false,
  listStyle: '',
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary table tbody td tfoot th
  thead tr ul`.split(/\s+/),
)

const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Sizes of headings in those of text. */
const HEADINGS: Record<string, number> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 }

/** Sizes of `<font size>`, in pixels. */
const FONT_SIZES = [10, 13, 16, 18, 24, 32, 48]

const NAMED_SIZES: Record<string, number> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}

/** Half points of a length; `inherited` is what `em` and `%` count from. */
function sizeOf(value: string, inherited: number): number {
  const name = value.toLowerCase()
  if (NAMED_SIZES[name] !== undefined) return NAMED_SIZES[name] * PER_PIXEL
  if (name === 'larger') return inherited * 1.2
  if (name === 'smaller') return inherited / 1.2
  const [, digits, unit = ''] = /^(\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|%|)$/.exec(name) ?? []
  if (digits === undefined || digits === '') return inherited
  const number = Number(digits)
  switch (unit) {
    case 'pt':
      return number * 2
    case 'em':
      return number * inherited
    case '%':
      return (number / 100) * inherited
    case 'rem':
      return number * NORMAL
    default:
      return number * PER_PIXEL
  }
}

/** The screen's own fonts: what no author chose. 微软雅黑 is not the 黑体 of headings. */
const SCREEN = /雅黑|yahei|pingfang|苹方|heiti|helvetica|arial|sans-serif|system-ui|roboto|segoe|noto|tahoma|verdana/i
const CHINESE = /[\u4e00-\u9fff]|sim|song|kai|hei|fang|hua ?wen|^st/i

function fontOf(families: string): string {
  const names = families.split(',').map((name) => name.replace(/["']/g, '').trim())
  const [first = ''] = names
  const font = names.find((name) => CHINESE.test(name)) ?? first
  return SCREEN.test(font) || SCREEN.test(first) ? '' : font
}

/** `bold 16pt/28px 黑体` as declarations of its own. */
function expandFont(declarations: Declarations): Declarations {
  const { font, ...others } = declarations
  const parts = font === undefined ? null : /(\d[\d.]*(?:px|pt|em|rem|%))(?:\s*\/\s*\S+)?\s+(.+)$/.exec(font)
  if (!parts) return others
  const weight = /\b(?:bold|[6-9]00)\b/.exec(font ?? '')?.[0] ?? 'normal'
  return { 'font-weight': weight, 'font-size': parts[1] as string, 'font-family': parts[2] as string, ...others }
}

const isBoldWeight = (weight: string): boolean => /^bold/i.test(weight) || Number(weight) >= 600

/** Declarations of attributes from before style sheets. */
function ownDeclarations(element: Element): Declarations {
  const face = element.tagName === 'font' ? attribute(element, 'face') : null
  const size = element.tagName === 'font' ? attribute(element, 'size') : null
  const steps = size === null ? Number.NaN : Number.parseInt(size, 10) + (/^[+-]/.test(size) ? 3 : 0)
  const pixels = FONT_SIZES[Math.min(7, Math.max(1, steps)) - 1]
  return {
    ...(face ? { 'font-family': face } : {}),
    ...(pixels ? { 'font-size': `${pixels}px` } : {}),
  }
}

/** Style of an element inside one of another style; `declared` is what the page's style sheets say of it. */
export function styleOf(element: Element, around: Style, declared: Declarations): Style {
  const { tagName } = element
  const inline = attribute(element, 'style')
  const declarations = expandFont({
    ...ownDeclarations(element),
    ...declared,
    ...(inline === null ? {} : parseDeclarations(inline)),
  })
  const { display = '', visibility = '' } = declarations
  const weight = declarations['font-weight']
  const family = declarations['font-family']
  const heading = HEADINGS[tagName]
  const inherited = heading === undefined ? around.size : around.size * heading
  const size = declarations['font-size'] === undefined ? inherited : sizeOf(declarations['font-size'], around.size)
  const whiteSpace = declarations['white-space']
  const isBlock = BLOCKS.has(tagName)
  return {
    font: family === undefined || /^inherit/i.test(family) ? around.font : fontOf(family),
    size,
    bold: weight === undefined || /^inherit/i.test(weight) ? around.bold || BOLD.has(tagName) : isBoldWeight(weight),
    isHidden:
      /^none/i.test(display) ||
      /^(?:hidden|collapse)/i.test(visibility) ||
      attribute(element, 'hidden') !== null ||
      size === 0,
    isBlock: isBlock ? !/^inline|^contents/i.test(display) : /^(?:block|flex|grid|table|list-item)/i.test(display),
    isPreformatted:
      whiteSpace === undefined ? around.isPreformatted || tagName === 'pre' : /^(?:pre|break-spaces)/i.test(whiteSpace),
    listStyle: declarations['list-style-type'] ?? declarations['list-style'] ?? '',
  }
}
