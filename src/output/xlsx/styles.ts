import type { Element } from 'xast'
import { x } from 'xastscript'
import { SPREADSHEET } from './parts.js'
import type { Look } from './sheet.js'

/** What a cell is: `quoted`: of text that begins like a formula; `band`: of a heading over others. */
export type Role = 'cell' | 'quoted' | 'heading' | 'band'

/** Gathers the looks of a workbook's cells. */
export interface Styles {
  /** Number by which cells name the look. */
  indexOf(look: Look, role: Role): number
  /** `xl/styles.xml`; after all cells. */
  part(): Element
}

const FONT = '\u5b8b\u4f53'
const SIZE = 10
const HEAD_FILL = 'D9E2EC'
const LINE = 'A6A6A6'
/** Numbers below are built in. */
const FIRST_FORMAT = 164

/** Distinct things in the order they came. */
function registry<T>(): { indexOf(value: T): number; all: T[] } {
  const known = new Map<string, number>()
  const all: T[] = []
  return {
    all,
    indexOf(value) {
      const key = JSON.stringify(value)
      const index = known.get(key) ?? all.push(value) - 1
      known.set(key, index)
      return index
    },
  }
}

interface Font {
  bold: boolean
  italic: boolean
  color: string | null
}

interface Format {
  font: number
  fill: number
  format: number
  align: Look['align'] | null
  role: Role
}

const fontElement = ({ bold, italic, color }: Font): Element =>
  x('font', [
    ...(bold ? [x('b')] : []),
    ...(italic ? [x('i')] : []),
    x('sz', { val: String(SIZE) }),
    ...(color === null ? [] : [x('color', { rgb: `FF${color}` })]),
    x('name', { val: FONT }),
    x('charset', { val: '134' }),
  ])

const fillElement = (color: string): Element =>
  x('fill', [x('patternFill', { patternType: 'solid' }, [x('fgColor', { rgb: `FF${color}` })])])

function formatElement({ font, fill, format, align, role }: Format): Element {
  const alignment = {
    ...(align ? { horizontal: align } : {}),
    vertical: 'center',
    ...(role === 'band' ? {} : { wrapText: '1' }),
  }
  return x(
    'xf',
    {
      ...{ numFmtId: String(format), fontId: String(font), fillId: String(fill), borderId: '1', xfId: '0' },
      ...{ applyNumberFormat: '1', applyFont: '1', applyFill: '1', applyBorder: '1', applyAlignment: '1' },
      ...(role === 'quoted' ? { quotePrefix: '1' } : {}),
    },
    [x('alignment', alignment)],
  )
}

const counted = (name: string, elements: Element[]): Element => x(name, { count: String(elements.length) }, elements)

const SIDES = ['left', 'right', 'top', 'bottom']

const borders = (): Element =>
  counted('borders', [
    x('border', [...SIDES.map((side) => x(side)), x('diagonal')]),
    x('border', [
      ...SIDES.map((side) => x(side, { style: 'thin' }, [x('color', { rgb: `FF${LINE}` })])),
      x('diagonal'),
    ]),
  ])

export function stylesOf(): Styles {
  const fonts = registry<Font>()
  const fills = registry<string>()
  const codes = registry<string>()
  const formats = registry<Format>()
  fonts.indexOf({ bold: false, italic: false, color: null })
  /** Looks are few and come with every cell: they are known by themselves, not by what they say. */
  const known = new WeakMap<Look, Map<Role, number>>()

  function register(look: Look, role: Role): number {
    const { fill, color, bold = false, italic = false, align, format } = look
    const isHead = role === 'heading' || role === 'band'
    const background = isHead ? HEAD_FILL : fill
    const index = formats.indexOf({
      font: fonts.indexOf({ bold: bold || isHead, italic, color: color ?? null }),
      // Two fills are there in every workbook.
      fill: background === undefined ? 0 : fills.indexOf(background) + 2,
      format: format === undefined ? 0 : codes.indexOf(format) + FIRST_FORMAT,
      align: role === 'heading' ? 'center' : (align ?? null),
      role,
    })
    return index + 1
  }

  return {
    indexOf(look, role) {
      const seen = known.get(look) ?? new Map<Role, number>()
      const index = seen.get(role) ?? register(look, role)
      known.set(look, seen.set(role, index))
      return index
    },
    part: () =>
      x('styleSheet', { xmlns: SPREADSHEET }, [
        ...(codes.all.length === 0
          ? []
          : [
              counted(
                'numFmts',
                codes.all.map((formatCode, i) => x('numFmt', { numFmtId: String(i + FIRST_FORMAT), formatCode })),
              ),
            ]),
        counted('fonts', fonts.all.map(fontElement)),
        counted('fills', [
          ...['none', 'gray125'].map((patternType) => x('fill', [x('patternFill', { patternType })])),
          ...fills.all.map(fillElement),
        ]),
        borders(),
        counted('cellStyleXfs', [x('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' })]),
        counted('cellXfs', [
          x('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0' }),
          ...formats.all.map(formatElement),
        ]),
        counted('cellStyles', [x('cellStyle', { name: 'Normal', xfId: '0', builtinId: '0' })]),
      ]),
  }
}
