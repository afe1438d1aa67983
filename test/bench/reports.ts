import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from './random.js'

/** Bytes of UTF-8 a report has on average; the size the peers were measured with. */
const SIZE = 11_000

interface Shape {
  title: string
  /** Level-1 headings with their paragraphs, numerals kept. */
  sections: { heading: string; paragraphs: string[] }[]
  place: string
}

/** The UTF-8 text drafts of seeds/drafts, as shapes to vary. */
function readShapes(folder: string): Shape[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      const text = bytes.toString('utf8')
      return text.includes('\ufffd') || text.includes('\0') ? [] : [toShape(text)]
    })
}

function toShape(text: string): Shape {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const title = lines.find((line) => line.includes('法治政府建设')) ?? ''
  const sections: Shape['sections'] = []
  for (const line of lines) {
    if (/^[一二三四五六七八九十]+、/.test(line)) sections.push({ heading: line, paragraphs: [] })
    else if (line.length > 20) sections.at(-1)?.paragraphs.push(line)
  }
  return { title, sections, place: /(\S{2})[县市区街镇]/.exec(title)?.[1] ?? '云溪' }
}

const SYLLABLES = [...'安宁平和清泉松柏云岭江河湖溪山谷林泽丰瑞永兴长乐福康文德']

const FIGURE = /(?<![\d.〔(（])(?!20\d\d)\d{1,5}(?![\d年〕.%])/g

/** Other figures where one stands alone; those that belong together (其中……) stay, or no sum would be right. */
function varied(text: string, shape: Shape, place: string, random: () => number): string {
  const vary = (figure: string): string =>
    [...figure].map((_, i) => Math.floor(i === 0 ? 1 + random() * 9 : random() * 10)).join('')
  return text
    .replaceAll(shape.place, place)
    .replace(/[^。；]+/g, (sentence) =>
      (sentence.match(/\d+/g)?.length ?? 0) === 1 ? sentence.replace(FIGURE, vary) : sentence,
    )
}

const HAN = [...'一二三四五六七八九十']

/** Paragraphs with their （一）, （二） … in order. */
function renumbered(paragraphs: string[]): string[] {
  let count = 0
  return paragraphs.map((paragraph) =>
    paragraph.replace(/^（[一二三四五六七八九十]+）/, () => {
      const numeral = count < 10 ? HAN[count] : `十${HAN[count - 10] ?? ''}`
      count++
      return `（${numeral}）`
    }),
  )
}

/** A report of the size: sections of one draft, filled up from others; no paragraph twice. */
function oneReport(shapes: Shape[], random: () => number): { title: string; sections: Shape['sections'] } {
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)] as T
  const shape = pick(shapes)
  const place = pick(SYLLABLES) + pick(SYLLABLES)
  let left = SIZE
  const sections = shape.sections.map(({ heading, paragraphs }) => {
    const kept = paragraphs.filter((paragraph, i) => {
      const size = Buffer.byteLength(paragraph)
      if (i > 0 && left < size) return false
      left -= size
      return true
    })
    return { heading, paragraphs: kept }
  })
  const taken = new Set(sections.flatMap(({ paragraphs }) => paragraphs))
  const fillers = shapes
    .flatMap((each) => each.sections[0]?.paragraphs ?? [])
    .filter((paragraph) => paragraph.startsWith('（') && !taken.has(paragraph))
  while (left > 400 && fillers.length > 0) {
    const [filler = ''] = fillers.splice(Math.floor(random() * fillers.length), 1)
    sections[0]?.paragraphs.push(filler)
    left -= Buffer.byteLength(filler)
  }
  return {
    title: varied(shape.title, shape, place, random),
    sections: sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: renumbered(paragraphs).map((paragraph) => varied(paragraph, shape, place, random)),
    })),
  }
}

const asText = ({ title, sections }: ReturnType<typeof oneReport>): string =>
  [title, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])].join('\n')

const asMarkdown = ({ title, sections }: ReturnType<typeof oneReport>): string => {
  const body = sections.flatMap(({ heading, paragraphs }) => [
    `## ${heading}`,
    ...paragraphs.flatMap((paragraph) => {
      const runIn = /^(（[一二三四五六七八九十]+）[^。]{2,40})。(.+)$/.exec(paragraph)
      return runIn ? [`### ${runIn[1]}`, runIn[2]] : [paragraph]
    }),
  ])
  return [`# ${title}`, ...body].join('\n\n')
}

/** Writes distinct real-size reports as NNNNN.txt or .md; each file differs from every other. */
export function writeReports(folder: string, count: number, extension: 'txt' | 'md'): void {
  mkdirSync(folder, { recursive: true })
  const shapes = readShapes('seeds/drafts')
  const random = createRandom(20251122)
  for (let i = 0; i < count; i++) {
    const report = oneReport(shapes, random)
    const text = extension === 'txt' ? asText(report) : asMarkdown(report)
    writeFileSync(join(folder, `${String(i).padStart(5, '0')}.${extension}`), `${text}\n`)
  }
}
