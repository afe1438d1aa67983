import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toDocx } from '../../src/write/docx/docx.js'
import { toHtml } from '../../src/write/html.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { draftOf } from '../drafts.js'
import { linesOf, written } from './word-parts.js'

const draftWith = (note: string): string => `云溪县人民政府关于2025年法治政府建设情况的报告

一、主要举措和成效

办理行政复议案件12件。

二、2026年主要安排

补充人员。

${note}

云溪县人民政府

2026年1月25日

附件1

2026年工作要点

一、健全制度

制定文件3件。

（一）立项

2月完成。

附件2：典型案例

某公司无证经营，县城管局依法查处。
`
const TEXT = draftWith('附件：1.2026年工作要点\n      2.典型案例')

const again = async (name: string, bytes: Uint8Array): Promise<string> => toMarkdown(build(await read({ name, bytes })))

describe('a report with annexes', () => {
  it('comes back the same from Markdown, Word and a page', async () => {
    const draft = await draftOf(TEXT)
    const markdown = toMarkdown(draft)
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
    expect(await again('a.md', bytes(markdown))).toBe(markdown)
    expect(await again('a.docx', toDocx(draft))).toBe(markdown)
    expect(await again('a.html', bytes(toHtml(draft)))).toBe(markdown)
  })

  it('has no heading in Markdown but its own and those of the annexes', async () => {
    const headings = toMarkdown(await draftOf(TEXT)).match(/^#.*/gm)
    expect(headings).toEqual([
      '# 云溪县人民政府关于2025年法治政府建设情况的报告',
      '## 一、主要举措和成效',
      '## 二、2026年主要安排',
      '## 一、健全制度',
      '### （一）立项',
    ])
  })

  it('has the note, the labels, the names and the headings of annexes in their styles in Word', async () => {
    const lines = linesOf((await written(TEXT, 'a.txt'))['word/document.xml'] ?? '')
    const from = lines.findIndex(({ text }) => text.startsWith('附件'))
    expect(lines.slice(from).map(({ style, text }) => `${style} ${text}`)).toEqual([
      'AnnexNote 附件：1.2026年工作要点',
      'AnnexNote 2.典型案例',
      'Signature 云溪县人民政府',
      'Date 2026年1月25日',
      'Annex 附件1',
      'AnnexTitle 2026年工作要点',
      'Heading1 一、健全制度',
      'BodyText 制定文件3件。',
      'Heading2 （一）立项',
      'BodyText 2月完成。',
      'Annex 附件2：典型案例',
      'BodyText 某公司无证经营，县城管局依法查处。',
    ])
  })

  it('does not take a remark below an annex for another', async () => {
    const text = `${TEXT}\n附：以上为公开案例。\n`
    const lines = linesOf((await written(text, 'a.txt'))['word/document.xml'] ?? '')
    expect(lines.at(-1)).toMatchObject({ style: 'BodyText', text: '附：以上为公开案例。' })
  })

  it('may have headings for its labels', async () => {
    const text = TEXT.replace('附件1\n\n2026', '## 附件1\n\n### 2026').replace('附件2', '## 附件2')
    const lines = linesOf((await written(text))['word/document.xml'] ?? '')
    const styles = lines.flatMap(({ style, text }) => (style.startsWith('Annex') ? [`${style} ${text}`] : []))
    expect(styles.slice(2)).toEqual(['Annex 附件1', 'AnnexTitle 2026年工作要点', 'Annex 附件2：典型案例'])
  })
})

describe('the note that lists annexes, in Word', () => {
  const placesOf = async (note: string): Promise<string[]> => {
    const lines = linesOf((await written(draftWith(note), 'a.txt'))['word/document.xml'] ?? '')
    return lines.flatMap(({ style, xml }) => {
      if (style !== 'AnnexNote') return []
      const of = (name: string): number => Number(new RegExp(`w:${name}="(\\d+)"`).exec(xml)?.[1] ?? 0)
      return [`${of('leftChars') - of('hangingChars')} ${of('leftChars')}`]
    })
  }

  it.each([
    ['one annex: 附件 two in, the rest of its name below its first character', '附件：数据表', ['200 500']],
    ['two: numbers below one another', '附件：1.数据表\n2.典型案例', ['200 575', '500 575']],
    ['two with blanks behind the numbers', '附件：1. 数据表\n2. 典型案例', ['200 600', '500 600']],
    ['ten and more', '附件：1.数据表\n10.典型案例', ['200 575', '500 625']],
    ['附件 on a line of its own', '附件：\n1.数据表\n2.典型案例', ['200 500', '500 575', '500 575']],
    ['附件 before each', '附件1：数据表\n附件2：典型案例', ['200 575', '200 575']],
  ])('places %s', async (_, note, places) => {
    expect(await placesOf(note)).toEqual(places)
  })
})
