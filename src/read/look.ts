import type { Span } from '../model.js'
import { squeeze } from '../text/marks.js'

/** A run of characters that look alike, and its place in the line's text. */
interface Run {
  text: Span
  /** Name of the font of its Chinese characters; size in half points. */
  look: { font?: string; size?: number; bold?: boolean }
}

/** A paragraph or line with the looks of its text. */
export interface Lined {
  text: string
  runs: Run[]
}

/** Families of Chinese fonts by the names Word, WPS and LibreOffice know them under. */
const FAMILIES: [string, RegExp][] = [
  ['title', /小标宋|中宋|XiaoBiaoSong|Zhongsong/i],
  ['fang', /仿宋|Fang ?Song/i],
  ['song', /宋|Sim ?Sun|Song/i],
  ['kai', /楷|Kai/i],
  ['hei', /黑|Hei/i],
]

/** Fonts that set a heading off from the text, the highest first (GB/T 9704—2012: title, 黑体, 楷体). */
const FOR_HEADINGS = ['title', 'hei', 'kai']

/** Word's size where nothing says one: 10 points. */
const DEFAULT_SIZE = 20

/** How a run looks, as far as it tells headings from text. */
interface Look {
  /** A key of `FAMILIES`, or the font's name. */
  family: string
  /** Half points. */
  size: number
  bold: boolean
}

const lookOf = ({ font = '', size = DEFAULT_SIZE, bold = false }: Run['look']): Look => ({
  family: FAMILIES.find(([, names]) => names.test(font))?.[0] ?? font,
  size,
  bold,
})

const HAN = /[\u3400-\u9fff]/g

const countHan = (text: string): number => text.match(HAN)?.length ?? 0

const textOf = (paragraph: Lined, { text }: Run): string => paragraph.text.slice(text.start, text.end)

/** The look of the text itself: the commonest by characters, among paragraphs that stand in no table. */
function commonest(lines: Lined[]): Look {
  const counts = new Map<string, { look: Look; count: number }>()
  for (const line of lines) {
    for (const run of line.runs) {
      const look = lookOf(run.look)
      const known = counts.get(keyOf(look)) ?? { look, count: 0 }
      known.count += countHan(textOf(line, run))
      counts.set(keyOf(look), known)
    }
  }
  const none = { look: lookOf({}), count: 0 }
  return [...counts.values()].reduce((most, each) => (each.count > most.count ? each : most), none).look
}

/** A part of a paragraph, and whether it is set off from the text. */
export interface Stretch extends Span {
  isStrong: boolean
}

export interface Looks<Line extends Lined> {
  /** The paragraph's text in stretches; one that is wholly strong looks like a heading. */
  stretches(line: Line): Stretch[]
  /** Order of a wholly strong paragraph's look among all such, 1 for the highest; `null` for others. */
  rank(line: Line): number | null
}

/** Longest line that another font alone, without bold, makes a heading; longer ones are quotations. */
const LONGEST_BY_FONT = 80

const isLarger = (look: Look, body: Look): boolean => look.size > body.size + 1

const hasHeadingFont = (look: Look, body: Look): boolean =>
  look.family !== body.family && FOR_HEADINGS.includes(look.family)

/** Whether a run is set off: what has no Chinese character, such as a number in another font, goes with its neighbours. */
function emphasisOf(line: Lined, run: Run, isSetOff: (look: Look) => boolean): boolean | null {
  return countHan(textOf(line, run)) === 0 ? null : isSetOff(lookOf(run.look))
}

/** Neighbouring runs of like emphasis as one; what has none of its own takes that of the text before, else after. */
function stretchesOf(line: Lined, isSetOff: (look: Look) => boolean): Stretch[] {
  const stretches: Stretch[] = []
  const own = line.runs.map((run) => emphasisOf(line, run, isSetOff))
  let isStrong = own.find((emphasis) => emphasis !== null) ?? false
  let start = 0
  for (const [i, run] of line.runs.entries()) {
    isStrong = own[i] ?? isStrong
    const last = stretches.at(-1)
    if (last?.isStrong === isStrong) last.end = run.text.end
    else stretches.push({ start, end: run.text.end, isStrong })
    start = run.text.end
  }
  const last = stretches.at(-1)
  if (last) last.end = line.text.length
  return stretches.length > 0 ? stretches : [{ start: 0, end: line.text.length, isStrong: false }]
}

const isWhole = (stretches: Stretch[]): boolean => stretches.length === 1 && stretches[0]?.isStrong === true

/** Higher looks first: larger, then 小标宋, 黑体, 楷体 and others, then bold. */
function compare(a: Look, b: Look): number {
  const order = ({ family }: Look): number =>
    (FOR_HEADINGS.indexOf(family) + FOR_HEADINGS.length + 1) % (FOR_HEADINGS.length + 1)
  return b.size - a.size || order(a) - order(b) || Number(b.bold) - Number(a.bold)
}

const keyOf = ({ family, size, bold }: Look): string => `${family} ${size} ${bold}`

/** Tells the lines and words that are set off by font, weight or size from the text of the document; `lines` are those outside tables. */
export function readLooks<Line extends Lined>(lines: Line[]): Looks<Line> {
  const body = commonest(lines)
  const isBold = (look: Look): boolean => look.bold && !body.bold
  const setsOffALine = (look: Look): boolean => isBold(look) || hasHeadingFont(look, body) || isLarger(look, body)
  const setsOffAHead = (look: Look): boolean => isBold(look) || hasHeadingFont(look, body)

  const stretches = (paragraph: Lined): Stretch[] => {
    const line = stretchesOf(paragraph, setsOffALine)
    const weighed = stretchesOf(paragraph, isBold)
    if (isWhole(line) && (squeeze(paragraph.text).length <= LONGEST_BY_FONT || isWhole(weighed))) return line
    const [head] = stretchesOf(paragraph, setsOffAHead)
    const [, next] = stretchesOf(paragraph, setsOffAHead)
    // A run-in heading in another font, before text that looks like all text.
    if (head?.isStrong && next && head.end <= LONGEST_BY_FONT) {
      return [
        head,
        ...weighed
          .filter(({ end }) => end > head.end)
          .map((each) => ({ ...each, start: Math.max(each.start, head.end) })),
      ]
    }
    return weighed
  }
  const lookOfLine = (paragraph: Lined): Look | null => {
    if (!isWhole(stretches(paragraph))) return null
    const run = paragraph.runs.find((each) => countHan(textOf(paragraph, each)) > 0)
    return run ? lookOf(run.look) : null
  }
  const found = lines.flatMap((line) => lookOfLine(line) ?? [])
  const sorted = [...new Map(found.map((look) => [keyOf(look), look])).values()].sort(compare)
  const ranks = new Map(sorted.map((look, i) => [keyOf(look), i + 1]))
  return {
    stretches,
    rank(paragraph) {
      const look = lookOfLine(paragraph)
      return look ? (ranks.get(keyOf(look)) ?? null) : null
    },
  }
}
