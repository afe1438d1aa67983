import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { measure, NATIONAL } from '../../src/write/docx/profile.js'
import { parseProfile } from '../../src/write/docx/profile-file.js'
import { lineWith, styleOf, written } from './word-parts.js'

const parse = (text: string) => parseProfile(text, '版式.yaml')

function complaint(text: string): string {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof FazhiError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('there is nothing to complain of')
}

const DRAFT =
  '# 石桥镇2023年法治政府建设年度报告\n\n## 一、做法\n\n甲。\n\n| 一 | 二 |\n| --- | --- |\n| 三 | 四 |\n\n石桥镇人民政府\n\n2024年1月25日\n'

describe('a profile for Word', () => {
  it('that says nothing is the national one', () => {
    expect(parse('')).toEqual(NATIONAL)
    expect(parse('{}')).toEqual(NATIONAL)
  })

  it('is described in docs/docx-profile.md by an example that is the national form', () => {
    const example = /```yaml\n(.*?)```/s.exec(readFileSync('docs/docx-profile.md', 'utf8'))?.[1] ?? ''
    expect(parse(example)).toEqual(NATIONAL)
  })

  it('may be JSON', () => {
    expect(parse('{"latin": "仿宋", "margins": {"top": 40}}')).toMatchObject({
      latin: '仿宋',
      margins: { top: 40, bottom: 35, left: 28, right: 26 },
    })
  })

  it('takes sizes by name and in points', () => {
    expect(parse('title: {size: 小二}\nbody: {size: 15.5}')).toMatchObject({
      title: { size: 18 },
      body: { size: 15.5 },
    })
  })

  it('changes fonts, sizes, distances and margins of the document', async () => {
    const profile = parse(
      'margins: {left: 30}\npitch: 28\ntitle: {font: 华文中松, size: 小二}\nbody: {font: 仿宋}\nheading1: {bold: true}\ntable: {size: 五号}',
    )
    const parts = await written(DRAFT, 'a.md', profile)
    expect(parts['word/document.xml']).toContain('w:left="1700"')
    expect(styleOf(parts, 'Title')).toMatch(/w:eastAsia="华文中松".*<w:sz w:val="36" \/>/)
    expect(styleOf(parts, 'Normal')).toMatch(/w:line="560" w:lineRule="exact".*w:eastAsia="仿宋"/)
    expect(styleOf(parts, 'Heading1')).toMatch(/w:eastAsia="黑体".*<w:b \/>/)
    expect(styleOf(parts, 'Heading3')).toContain('w:eastAsia="仿宋"')
    expect(styleOf(parts, 'TableText')).toMatch(/w:eastAsia="仿宋".*<w:sz w:val="21" \/>/)
  })

  it('sets characters as the font does where size or margins change, unless it says how many', () => {
    expect(measure(parse('body: {size: 四号}')).spacing).toBe(0)
    expect(measure(parse('body: {size: 四号}\ncharacters: 31')).spacing).toBe(Math.floor(8845 / 31) - 280)
    expect(measure(parse('margins: {top: 30}')).spacing).toBe(-5)
  })

  it('gives headings and tables the size of the text', () => {
    const { headings, table } = parse('body: {size: 四号}\nheading2: {size: 三号}')
    expect([...headings.map(({ size }) => size), table.size]).toEqual([14, 16, 14, 14, 14])
  })

  it('places name and date without a seal: the name two characters from the right, the date centred on it', async () => {
    const parts = await written(DRAFT, 'a.md', parse('signature: {seal: false}'))
    const xml = parts['word/document.xml'] ?? ''
    expect(lineWith(xml, '石桥镇人民政府').xml).toContain('w:rightChars="200"')
    // The date is 7.75 characters wide, the name seven.
    expect(lineWith(xml, '2024年').xml).toContain('w:rightChars="163"')
  })

  it('puts page numbers in the middle, or leaves them out', async () => {
    const centred = await written(DRAFT, 'a.md', parse('pageNumber: {position: center}'))
    expect(centred['word/footer2.xml']).toMatch(/<w:jc w:val="center" \/>.* PAGE /s)
    const none = await written(DRAFT, 'a.md', parse('pageNumber: {position: none}'))
    expect(none['word/footer1.xml']).not.toContain('PAGE')
  })

  const cases: [string, string, RegExp][] = [
    ['an unknown name', 'margin: {top: 3}', /第 1 行第 1 列，不认识“margin”，是不是 margins？/],
    [
      'an unknown name inside',
      'margins:\n  binding: 3',
      /第 2 行第 3 列，不认识“binding”，可以写 top、bottom、left、right/,
    ],
    ['an unknown name of a face', 'heading1: {fnt: 黑体}', /不认识“fnt”，是不是 font？/],
    [
      'a size that is none',
      'body:\n  size: 三号字',
      /第 2 行第 9 列，body\.size 应为字号（如 三号）或 5 到 72 之间的磅数，是不是 三号？/,
    ],
    ['a size out of range', 'body: {size: 200}', /body\.size 应为字号（如 三号）或 5 到 72 之间的磅数/],
    ['a margin too large', 'margins: {top: 200}', /margins\.top 太大，至多为 80/],
    ['a margin too small', 'margins: {top: 1}', /margins\.top 太小，至少为 5/],
    ['text for a number', 'lines: 二十二', /lines 应为一个整数/],
    ['a fraction for a number of lines', 'lines: 22.5', /lines 应为一个整数/],
    ['text for a switch', 'signature: {seal: 是}', /signature\.seal 应为 true 或 false/],
    ['a font of blanks', 'latin: " "', /latin 应为字体名称/],
    [
      'a place that does not exist',
      'pageNumber: {position: left}',
      /pageNumber\.position 只能是 outside、center、none/,
    ],
    ['a list for names', '- 甲', /整个文件应为“名称: 值”的列表/],
    ['two ways to say one thing', 'pitch: 28\nlines: 22', /第 2 行第 1 列，lines 和 pitch 只写一个/],
    ['lines that cut letters', 'pitch: 12', /第 1 行第 1 列，行距只有 12 磅，比正文的字（16 磅）还小/],
    ['too many lines', 'lines: 50', /行距只有 12\.75 磅/],
    ['too many characters', 'characters: 60', /一行放不下 60 个正文的字/],
    ['a name twice', 'lines: 22\nlines: 20', /第 2 行第 1 列，同一个名称写了两次/],
    ['broken YAML', 'title: [甲', /写法有误/],
  ]
  it.each(cases)('tells %s with its place and what to write', (_, text, sentence) => {
    expect(complaint(text)).toMatch(/^bad-config 版式文件“版式.yaml”有误：第 \d+ 行第 \d+ 列，/)
    expect(complaint(text)).toMatch(sentence)
  })

  it('tells all mistakes at once, each once', () => {
    expect(complaint('lines: 甲\nbody: {size: 甲}').match(/第 \d+ 行/g)).toHaveLength(2)
  })
})
