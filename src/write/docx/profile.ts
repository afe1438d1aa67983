/** A font for Chinese characters and a size in points. */
export interface Face {
  font: string
  size: number
  bold: boolean
}

/** How a report looks on paper. Millimetres for the page, points for letters and lines. */
export interface Profile {
  margins: { top: number; bottom: number; left: number; right: number }
  /** Lines of text on a page; their distance follows from the margins. */
  lines: number
  /** Distance of lines in points; wins over `lines`. */
  pitch: number | null
  /** Characters of the text's size on a line; `null` sets them as the font does. */
  characters: number | null
  /** Font of Latin letters and digits. */
  latin: string
  title: Face & { pitch: number | null }
  body: Face
  /** Headings of the levels 一、 （一） 1. （1）. */
  headings: [Face, Face, Face, Face]
  table: Face & { pitch: number | null; header: string }
  pageNumber: Face & { position: 'outside' | 'center' | 'none' }
  signature: { seal: boolean }
}

/** Chinese sizes of type in points (字号). */
export const SIZES: Record<string, number> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
}

const face = (font: string, size: number): Face => ({ font, size, bold: false })

/** GB/T 9704—2012: 5.2 paper and margins, 5.2.3 type, 7.3.1 title, 7.3.3 headings, 7.3.5 signature, 7.5 page number. */
export const NATIONAL: Profile = {
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  lines: 22,
  pitch: null,
  characters: 28,
  latin: 'Times New Roman',
  title: { ...face('方正小标宋简体', 22), pitch: null },
  body: face('仿宋_GB2312', 16),
  headings: [face('黑体', 16), face('楷体_GB2312', 16), face('仿宋_GB2312', 16), face('仿宋_GB2312', 16)],
  table: { ...face('仿宋_GB2312', 16), pitch: null, header: '黑体' },
  pageNumber: { ...face('宋体', 14), position: 'outside' },
  signature: { seal: true },
}

/** A4 in twips, twentieths of a point. */
const PAPER = { width: 11_906, height: 16_838 }
const TWIPS_PER_MILLIMETRE = 1440 / 25.4
const TWIPS_PER_POINT = 20

const millimetres = (value: number): number => Math.round(value * TWIPS_PER_MILLIMETRE)
const points = (value: number): number => Math.round(value * TWIPS_PER_POINT)

/** A profile's distances in twips, as Word counts. */
export interface Measures {
  paper: typeof PAPER
  margins: Profile['margins']
  /** Width of the text. */
  width: number
  /** Distance of the lines of text, of the title, of tables. */
  pitch: number
  titlePitch: number
  tablePitch: number
  /** What is added to each character of the text, so that the right number fills a line. */
  spacing: number
  /** Width of a character of the text. */
  character: number
  /** From the lower edge of the paper to that of the page number. */
  footer: number
}

/** The page number stands some 7 mm below the text (GB/T 9704—2012, 7.5). */
const FOOTER_BELOW_TEXT = 10

/** The measures that follow from a profile: where the page, its lines and its characters stand. */
export function measure(profile: Profile): Measures {
  const { body, title, table } = profile
  const margins = {
    top: millimetres(profile.margins.top),
    bottom: millimetres(profile.margins.bottom),
    left: Math.floor(profile.margins.left * TWIPS_PER_MILLIMETRE),
    right: Math.floor(profile.margins.right * TWIPS_PER_MILLIMETRE),
  }
  const width = PAPER.width - margins.left - margins.right
  const height = PAPER.height - margins.top - margins.bottom
  const pitch = profile.pitch === null ? Math.floor(height / profile.lines) : points(profile.pitch)
  const character = profile.characters === null ? points(body.size) : Math.floor(width / profile.characters)
  const fitting = (face: Face & { pitch: number | null }): number =>
    face.pitch === null ? Math.max(pitch, Math.ceil(points(face.size) * 1.2)) : points(face.pitch)
  return {
    paper: PAPER,
    margins,
    width,
    pitch,
    titlePitch: fitting(title),
    tablePitch: table.size < body.size && table.pitch === null ? Math.ceil(points(table.size) * 1.5) : fitting(table),
    spacing: character - points(body.size),
    character,
    footer: Math.max(millimetres(5), margins.bottom - millimetres(FOOTER_BELOW_TEXT)),
  }
}
