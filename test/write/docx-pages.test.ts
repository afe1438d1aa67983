import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toDocx } from '../../src/write/docx/docx.js'
import { draftOf } from '../drafts.js'
import { byLibreOffice } from '../read/programs.js'
import { canLook, pagesOf } from './pages.js'

const indentOf = (line: string): number => line.length - line.trimStart().length

/** Text of Chinese characters alone, of a given length. */
const prose = (length: number): string => `${'依法行政'.repeat(Math.ceil(length / 4)).slice(0, length - 1)}。`

const HEADINGS = Array.from({ length: 60 }, (_, i) => `（${'一二三四五六七八九十'[i % 10]}）健全制度机制${i}`)

/** Ten pages: long text first, then headings with text of every length. */
const LONG = `石桥镇2023年法治政府建设年度报告

市委、市政府：

${prose(28 * 50 - 2)}

一、主要举措和成效

${HEADINGS.map((heading, i) => `${heading}\n\n${prose(30 + ((i * 37) % 120))}`).join('\n\n')}

石桥镇人民政府

2024年1月25日
`

/** Marks behind every number of characters that a line can hold. */
const MARKED = `石桥镇2023年法治政府建设年度报告

一、主要举措和成效

${Array.from({ length: 12 }, (_, i) => `${'法'.repeat(20 + i)}\uff0c${'治'.repeat(30)}\uff0c完成。`).join('\n\n')}
`

describe.skipIf(!canLook())('the pages of a Word document as LibreOffice prints them', () => {
  let pages: string[][] = []
  let samples: string[][][] = []
  let marked: string[][] = []

  beforeAll(async () => {
    const names = readdirSync('seeds/drafts')
    const files: Record<string, Uint8Array> = {
      long: toDocx(await draftOf(LONG)),
      marked: toDocx(await draftOf(MARKED)),
    }
    for (const [i, name] of names.entries()) {
      files[`sample${i}`] = toDocx(build(await read({ name, bytes: readFileSync(`seeds/drafts/${name}`) })))
    }
    const pdfs = byLibreOffice(files, 'docx', 'pdf')
    pages = pagesOf(pdfs.get('long') as Uint8Array)
    marked = pagesOf(pdfs.get('marked') as Uint8Array)
    samples = names.map((_, i) => pagesOf(pdfs.get(`sample${i}`) as Uint8Array))
  }, 180_000)

  it('have 22 lines and the page number', () => {
    expect(pages.length).toBeGreaterThanOrEqual(10)
    const [, second = []] = pages
    expect(second).toHaveLength(23)
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(23)
  })

  it('have 28 characters on a line, the first indented by two', () => {
    const [first = [], second = []] = pages
    const [opening = ''] = first.filter((line) => line.includes('依法行政'))
    expect(opening.trim()).toHaveLength(26)
    expect(second.slice(0, 22).map((line) => line.trim().length)).toEqual(Array(22).fill(28))
  })

  it('show the marks at the ends of full lines', () => {
    const text = marked.flat().join('').replace(/\s/g, '')
    expect(text.match(/\uff0c/g)).toHaveLength(MARKED.split('\uff0c').length - 1)
  })

  it('are numbered — 1 — at the right of odd pages and the left of even ones', () => {
    for (const [i, page] of pages.entries()) {
      const last = page.at(-1) ?? ''
      expect(last.replace(/\s/g, '')).toBe(`\u2014${i + 1}\u2014`)
      expect(indentOf(last) > 20).toBe(i % 2 === 0)
    }
  })

  it('never end with a heading', () => {
    const feet = [...samples, pages].flatMap((each) => each.slice(0, -1).map((page) => page.at(-2)?.trim() ?? ''))
    const isHeading = (line: string): boolean =>
      HEADINGS.includes(line.replace(/\s/g, '')) ||
      /^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]+）)[^。]{2,26}$/.test(line)
    expect(feet.length).toBeGreaterThan(30)
    expect(feet.filter(isHeading)).toEqual([])
  })

  it('have title in the middle, name and date at the right, and text above them on the last', () => {
    const [first = []] = pages
    expect(indentOf(first[0] ?? '')).toBeGreaterThan(0)
    expect(indentOf(first[1] ?? '')).toBe(0)
    const last = pages.at(-1) ?? []
    const [name = '', date = ''] = last.slice(-3, -1)
    expect([name.trim(), date.replace(/\s/g, '')]).toEqual(['石桥镇人民政府', '2024年1月25日'])
    expect(indentOf(name)).toBeGreaterThan(14)
    expect(last.length).toBeGreaterThan(3)
  })
})
