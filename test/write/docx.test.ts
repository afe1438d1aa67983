import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import type { Paragraph, Root, Table, TableCell, TableRow, Text } from 'mdast'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { documentOf, documentsIn, toDocx } from '../../src/write/docx/docx.js'
import { draftOf } from '../drafts.js'
import fc from '../fast-check.js'
import { mixture } from '../fragments.js'
import { linesOf, lineWith, type Parts, partsOf, styleOf, written } from './word-parts.js'

const TITLE = '云溪县2023年法治政府建设年度报告'

const REPORT = `# ${TITLE}

县委、县人大常委会：

2023年，云溪县坚持“全面依法治国”，现将有关情况报告如下。

## 一、主要举措和成效

### （一）健全制度

#### 1.规范文件

##### （1）清理

全年清理文件32件。

## 二、存在的不足和原因

力量不足，原因是编制少。

云溪县人民政府

2024年1月25日
`

/** The main part of a report with these blocks in its first section. */
async function body(...blocks: string[]): Promise<string> {
  const parts = await written(REPORT.replace('全年清理文件32件。', blocks.join('\n\n')))
  return parts['word/document.xml'] ?? ''
}

const main = (parts: Parts): string => parts['word/document.xml'] ?? ''

describe('the page of GB/T 9704—2012', () => {
  it('is A4 with margins of 37, 35, 28 and 26 mm', async () => {
    const xml = main(await written(REPORT))
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" />')
    const [, top, right, bottom, left] =
      /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml) ?? []
    const millimetres = [top, bottom, left, right].map((twips) => (Number(twips) * 25.4) / 1440)
    expect(millimetres.map((each) => Number(each.toFixed(1)))).toEqual([37, 35, 28, 26])
  })

  it('has 22 lines at a fixed distance, and as many in its grid', async () => {
    const parts = await written(REPORT)
    expect(styleOf(parts, 'Normal')).toContain('<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact" />')
    expect(main(parts)).toContain('<w:docGrid w:type="lines" w:linePitch="579" />')
    const room = 16838 - 2098 - 1984
    expect([Math.floor(room / 579), Math.floor(room / 580)]).toEqual([22, 21])
  })

  it('has 28 characters of 16 points on a line', async () => {
    const normal = styleOf(await written(REPORT), 'Normal')
    const [, spacing, size] = /<w:spacing w:val="(-?\d+)" \/><w:sz w:val="(\d+)"/.exec(normal) ?? []
    const character = Number(size) * 10 + Number(spacing)
    expect(Number(size)).toBe(32)
    expect(Math.floor((11906 - 1587 - 1474) / character)).toBe(28)
  })

  it('numbers odd pages at the right and even ones at the left, a character from the edge', async () => {
    const parts = await written(REPORT)
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders />')
    const [, odd, even] =
      /w:type="default" r:id="(\w+)".*w:type="even" r:id="(\w+)"/.exec(main(parts))?.map((id) => {
        const relationships = parts['word/_rels/document.xml.rels'] ?? ''
        return parts[`word/${new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relationships)?.[1]}`]
      }) ?? []
    expect(odd).toMatch(/w:rightChars="100".*<w:jc w:val="right" \/>.*\u2014 .* PAGE .* \u2014/s)
    expect(even).toMatch(/w:leftChars="100".*<w:jc w:val="left" \/>.*\u2014 .* PAGE .* \u2014/s)
    expect(styleOf(parts, 'Footer')).toMatch(/w:ascii="宋体".*<w:sz w:val="28" \/>/)
  })
})

describe('toDocx', () => {
  it('sets title, addressee, headings, text, name and date in the styles of their own', async () => {
    const lines = linesOf(main(await written(REPORT)))
    expect(lines.map(({ style, text }) => `${style} ${text}`)).toEqual([
      `Title ${TITLE}`,
      'Salutation 县委、县人大常委会：',
      'BodyText 2023年，云溪县坚持“全面依法治国”，现将有关情况报告如下。',
      'Heading1 一、主要举措和成效',
      'Heading2 （一）健全制度',
      'Heading3 1.规范文件',
      'Heading4 （1）清理',
      'BodyText 全年清理文件32件。',
      'Heading1 二、存在的不足和原因',
      'BodyText 力量不足，原因是编制少。',
      'Signature 云溪县人民政府',
      'Date 2024年1月25日',
    ])
  })

  it.each([
    ['Title', '方正小标宋简体', 44],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Heading4', '仿宋_GB2312', 32],
    ['Normal', '仿宋_GB2312', 32],
  ])('sets %s in %s, %i half points', async (id, font, size) => {
    const style = styleOf(await written(REPORT), id)
    expect(style).toContain(`w:eastAsia="${font}"`)
    expect(style).toContain(`<w:sz w:val="${size}" />`)
    expect(style).toContain('w:ascii="Times New Roman"')
  })

  it('gives headings the names and levels that a navigation pane knows', async () => {
    const parts = await written(REPORT)
    for (const level of [1, 2, 3, 4]) {
      const style = styleOf(parts, `Heading${level}`)
      expect(style).toContain(`<w:name w:val="heading ${level}" />`)
      expect(style).toContain(`<w:outlineLvl w:val="${level - 1}" />`)
      expect(style).toContain('<w:keepNext />')
    }
    expect(styleOf(parts, 'Title')).toContain('<w:name w:val="Title" />')
  })

  it('indents first lines by two characters, counted in characters', async () => {
    const parts = await written(REPORT)
    for (const id of ['BodyText', 'Heading1', 'Heading4']) {
      expect(styleOf(parts, id)).toContain('<w:ind w:firstLineChars="200" w:firstLine="630" />')
    }
    expect(styleOf(parts, 'Salutation')).not.toContain('w:ind')
  })

  it('leaves no line of a paragraph alone on a page', async () => {
    expect(styleOf(await written(REPORT), 'Normal')).toContain('<w:widowControl />')
  })

  it('keeps name and date with each other and with the end of the text', async () => {
    const parts = await written(REPORT)
    expect(styleOf(parts, 'Signature')).toContain('<w:keepNext />')
    expect(lineWith(main(parts), '原因是编制少').xml).toContain('<w:keepNext />')
    expect(lineWith(main(parts), '2023年，云溪县').xml).not.toContain('<w:keepNext />')
  })

  it.each(['“引用”', '‘引用’', '甲——乙', '甲……', '张·王', '±1℃'])(
    'sets the marks of %s in the Chinese font',
    async (text) => {
      expect(lineWith(await body(text), text).xml).toContain('<w:rFonts w:hint="eastAsia" />')
    },
  )

  it('says nothing of fonts where a run has no such marks', async () => {
    expect(lineWith(await body('全年清理文件32件。'), '32件').xml).not.toContain('w:rFonts')
  })

  it('keeps bold, italics and deletions, and opens web addresses alone', async () => {
    const xml = await body('**甲**和*乙*和~~丙~~，[丁](https://a.cn/?x=1&y=2)，[戊](javascript:alert(1))')
    const { xml: line, text } = lineWith(xml, '甲')
    expect(text).toBe('甲和乙和丙，丁，戊')
    expect(line).toMatch(/<w:b \/><w:bCs \/><\/w:rPr><w:t [^>]*>甲/)
    expect(line).toMatch(/<w:i \/><w:iCs \/><\/w:rPr><w:t [^>]*>乙/)
    expect(line).toMatch(/<w:strike \/><\/w:rPr><w:t [^>]*>丙/)
    expect(line.match(/<w:hyperlink/g)).toHaveLength(1)
  })

  it('joins wrapped lines of lists without a blank, and those of Latin text with one', async () => {
    const xml = await body('- 修订文件\n  三件\n- open\n  data')
    expect(linesOf(xml).map(({ text }) => text)).toEqual(expect.arrayContaining(['修订文件三件', 'open data']))
  })

  it('stays well-formed with what ends a CDATA section in title and text', async () => {
    const text = REPORT.replace(TITLE, `${TITLE}]]>`).replace('全年清理', '全年]]>]]>清理')
    const parts = await written(text, '年报.md')
    expect(parts['word/document.xml']).toContain('全年]]&gt;]]&gt;清理')
    expect(parts['docProps/core.xml']).toContain(']]&gt;')
  })

  it('writes a draft of nothing but a line', async () => {
    expect(linesOf(main(await written('甲', 'a.txt'))).map(({ text }) => text)).toEqual(['甲'])
  })
})

describe('a title', () => {
  const titleOf = async (title: string): Promise<string[]> =>
    linesOf(main(await written(REPORT.replace(TITLE, title)))).flatMap(({ style, text }) =>
      style === 'Title' ? [text] : [],
    )

  it('that fits a line stays on it', async () => {
    expect(await titleOf('石桥镇关于2023年法治政府建设情况的报告')).toEqual(['石桥镇关于2023年法治政府建设情况的报告'])
  })

  it('that is too long is broken before 关于', async () => {
    expect(await titleOf('云溪县人民政府关于2023年度法治政府建设情况的报告')).toEqual([
      '云溪县人民政府\n关于2023年度法治政府建设情况的报告',
    ])
  })

  it('of joint issuers has each on a line of its own', async () => {
    expect(await titleOf('中共云溪县委 云溪县人民政府关于2023年法治政府建设情况的报告')).toEqual([
      '中共云溪县委',
      '云溪县人民政府',
      '关于2023年法治政府建设情况的报告',
    ])
  })

  it('has the date in brackets below it, centred', async () => {
    const parts = await written(REPORT.replace(`${TITLE}\n`, `${TITLE}\n\n（2024年1月25日）\n`))
    expect(lineWith(main(parts), '（2024年').style).toBe('Subtitle')
    expect(lineWith(main(parts), TITLE).xml).toContain('<w:spacing w:after="0" />')
  })
})

describe('name and date', () => {
  const rightOf = (xml: string, text: string): number =>
    Number(/w:rightChars="(\d+)"/.exec(lineWith(xml, text).xml)?.[1] ?? Number.NaN)

  it('stand for a seal: the date four characters from the right, the name centred on it', async () => {
    const xml = main(await written(REPORT))
    // 2024年1月25日: seven digits, three characters, and a gap at each of five borders between them.
    const width = 3.5 + 3 + 5 / 4
    expect(rightOf(xml, '2024年1月25日')).toBe(400)
    expect(rightOf(xml, '云溪县人民政府')).toBe(Math.round(100 * (4 + width / 2 - 7 / 2)))
    expect(styleOf(await written(REPORT), 'Date')).toContain('<w:jc w:val="right" />')
  })

  it('never stand outside the text', async () => {
    const xml = main(
      await written(REPORT.replace('云溪县人民政府\n', '云溪县平安镇社会治安综合治理中心委员会办公室\n')),
    )
    expect(rightOf(xml, '办公室')).toBe(0)
  })

  it('of joint issuers stand one above the other, the first some lines below the text', async () => {
    const xml = main(await written(REPORT.replace('云溪县人民政府\n\n2024', '云溪县司法局\n\n云溪县财政局\n\n2024')))
    const names = linesOf(xml).filter(({ style }) => style === 'Signature')
    expect(names.map(({ text }) => text)).toEqual(['云溪县司法局', '云溪县财政局'])
    expect(names.map((line) => line.xml.includes('<w:spacing w:before="1158" />'))).toEqual([true, false])
  })

  it('have a place for a date that is not filled in yet', async () => {
    const xml = main(await written(REPORT.replace('2024年1月25日', '【请填写成文日期】')))
    expect(lineWith(xml, '成文日期').style).toBe('Date')
  })
})

describe('marks at the end of a line', () => {
  it('may hang, said outright for programs that read silence otherwise', async () => {
    expect(styleOf(await written(REPORT), 'Normal')).toContain('<w:overflowPunct />')
  })
})

describe('annexes', () => {
  const WITH_ANNEXES = `${REPORT.replace('云溪县人民政府\n\n2024', '附件：1. 统计表\n\n2. 典型案例\n\n云溪县人民政府\n\n2024')}
附件1

统计表

| 单位 | 件数 |
| --- | --- |
| 司法局 | 12 |

附件2

典型案例

某县某案。
`

  it('are announced below the text and begin on pages of their own', async () => {
    const lines = linesOf(main(await written(WITH_ANNEXES)))
    const from = lines.findIndex(({ text }) => text.startsWith('附件'))
    expect(lines.slice(from).map(({ style, text }) => `${style} ${text}`)).toEqual([
      'AnnexNote 附件：1. 统计表',
      'AnnexNote 2. 典型案例',
      'Signature 云溪县人民政府',
      'Date 2024年1月25日',
      'Annex 附件1',
      'AnnexTitle 统计表',
      'TableHeading 单位',
      'TableHeading 件数',
      'TableText 司法局',
      'TableText 12',
      'Annex 附件2',
      'AnnexTitle 典型案例',
      'BodyText 某县某案。',
    ])
    expect(styleOf(await written(WITH_ANNEXES), 'Annex')).toContain('<w:pageBreakBefore />')
  })
})

describe('tables', () => {
  const TABLE = '| 指标 | 数量 | 说明 |\n| --- | ---: | :-: |\n| 复议 | 120 | 同比增长3.2% |\n| 诉讼 | 32 |\n'

  it('are as wide as the text, with borders and a header row that is repeated', async () => {
    const parts = await written(REPORT.replace('全年清理文件32件。', TABLE))
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(main(parts))?.[0] ?? ''
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845)
    expect(table.match(/<w:tblHeader \/>/g)).toHaveLength(1)
    expect(table.match(/<w:cantSplit \/>/g)).toHaveLength(3)
    expect(table.match(/<w:tc>/g)).toHaveLength(9)
    expect(styleOf(parts, 'TableGrid')).toMatch(/<w:insideV w:val="single"/)
    expect(styleOf(parts, 'TableText')).toContain('<w:sz w:val="32" />')
  })

  it('keep the alignment of their columns', async () => {
    const xml = await body(TABLE)
    expect(lineWith(xml, '120').xml).toContain('<w:jc w:val="right" />')
    expect(lineWith(xml, '同比').xml).toContain('<w:jc w:val="center" />')
    expect(lineWith(xml, '复议').xml).not.toContain('w:jc')
  })

  it('break between pages only in rows that are long', async () => {
    const xml = await body(TABLE.replace('同比增长3.2%', '依法行政。'.repeat(60)))
    expect(xml.match(/<w:cantSplit \/>/g)).toHaveLength(2)
  })

  it('have the widths and the head that their maker gives them', () => {
    const cell = (value: string): TableCell => ({ type: 'tableCell', children: [{ type: 'text', value }] })
    const row = (...cells: string[]): TableRow => ({ type: 'tableRow', children: cells.map(cell) })
    const table: Table = {
      type: 'table',
      data: { widths: [1, 3], head: 'column' },
      children: [row('单位', '云溪县司法局'), row('文件', '年报.docx')],
    }
    const xml = main(partsOf(documentOf({ type: 'root', children: [table] }, undefined)))
    expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([2211, 6634])
    expect(xml).toContain('<w:tblLayout w:type="fixed" />')
    expect(xml).not.toContain('w:tblHeader')
    expect(linesOf(xml).map(({ style, text }) => `${style} ${text}`)).toEqual([
      'TableKey 单位',
      'TableText 云溪县司法局',
      'TableKey 文件',
      'TableText 年报.docx',
      'BodyText ',
    ])
  })

  it('that follow each other stay two', async () => {
    expect(await body(TABLE, '<!-- 分开 -->', TABLE)).toMatch(/<\/w:tbl><w:p>.*?<\/w:p><w:tbl>/s)
  })
})

describe('lists', () => {
  it('are lists of Word, each with numbers of its own', async () => {
    const parts = await written(REPORT.replace('全年清理文件32件。', '3. 甲\n4. 乙\n\n文\n\n1. 丙\n\n- 丁\n  - 戊\n'))
    const list = (text: string): string[] => {
      const { xml, style } = lineWith(main(parts), text)
      return [style, /w:ilvl w:val="(\d)"/.exec(xml)?.[1] ?? '', /w:numId w:val="(\d)"/.exec(xml)?.[1] ?? '']
    }
    expect([list('甲'), list('乙'), list('丙'), list('丁'), list('戊')]).toEqual([
      ['ListNumber', '0', '1'],
      ['ListNumber', '0', '1'],
      ['ListNumber', '0', '2'],
      ['ListBullet', '0', '3'],
      ['ListBullet', '1', '4'],
    ])
    const first = /<w:abstractNum w:abstractNumId="1".*?<\/w:lvl>/s.exec(parts['word/numbering.xml'] ?? '')?.[0]
    expect(first).toContain('<w:start w:val="3" /><w:numFmt w:val="decimal" />')
  })
})

describe('what Word shows beside the text', () => {
  it('has the guidance of a skeleton as comments on its headings', async () => {
    const parts = await written(REPORT.replace('### （一）健全制度\n', '### （一）健全制度\n\n<!-- 写明依据 -->\n'))
    expect(parts['word/comments.xml']).toMatch(/<w:comment w:id="0" w:author="fazhi" w:initials="fazhi">.*写明依据/s)
    expect(lineWith(main(parts), '健全制度').xml).toMatch(
      /<w:commentRangeStart w:id="0" \/>.*<w:commentRangeEnd w:id="0" \/>.*<w:commentReference w:id="0" \/>/s,
    )
    expect(main(parts)).not.toContain('写明依据')
  })

  it('has other comments on the text after them, and the last on the text before it', async () => {
    const parts = await written(`${REPORT.replace('力量不足', '甲。\n\n<!-- 一 -->\n\n力量不足')}\n<!-- 二 -->\n`)
    expect(lineWith(main(parts), '力量不足').xml).toContain('<w:commentReference w:id="0" />')
    expect(lineWith(main(parts), '2024年1月25日').xml).toContain('<w:commentReference w:id="1" />')
  })

  it('says what could not be written: pictures and HTML', async () => {
    const parts = await written(
      REPORT.replace('全年清理文件32件。', '![示意图](a.png)\n\n<div>表</div>\n\n<script>1</script>\n\n文。'),
    )
    const comments = linesOf(parts['word/comments.xml'] ?? '').map(({ text }) => text)
    expect(comments).toEqual(['此处原有图片（示意图，a.png），请在这里插入', '此处的 HTML 代码没有写入：<div>表</div>'])
    expect(main(parts)).not.toContain('script')
  })

  it('has footnotes, those that notes refer to among them', async () => {
    const parts = await written(
      REPORT.replace('全年清理文件32件。', '甲[^a]。\n\n[^a]: 见《纲要》[^b]，[网](https://a.cn)。\n\n[^b]: 乙。'),
    )
    expect(main(parts)).toContain('<w:footnoteReference w:id="1" />')
    expect(parts['word/footnotes.xml']).toMatch(
      /w:id="1".*见《纲要》.*<w:footnoteReference w:id="2" \/>.*w:id="2".*乙。/s,
    )
    expect(parts['word/_rels/footnotes.xml.rels']).toContain('Target="https://a.cn"')
  })
})

const SAMPLES = readdirSync('seeds/drafts').sort()

async function sample(name: string): Promise<Uint8Array> {
  const path = join('seeds/drafts', name)
  return toDocx(build(await read({ name: path, bytes: readFileSync(path) })))
}

/** Every reference within the package leads somewhere. */
function expectSound(parts: Parts): void {
  const all = (xml: string | undefined, pattern: RegExp): string[] =>
    [...(xml ?? '').matchAll(pattern)].map(([, id = '']) => id)
  const styles = new Set(all(parts['word/styles.xml'], /w:styleId="([^"]+)"/g))
  const numbers = new Set(all(parts['word/numbering.xml'], /<w:num w:numId="(\d+)"/g))
  const comments = new Set(all(parts['word/comments.xml'], /<w:comment w:id="(\d+)"/g))
  const notes = new Set(all(parts['word/footnotes.xml'], /<w:footnote w:id="(\d+)"/g))
  for (const part of ['document', 'footnotes', 'comments', 'footer1', 'footer2']) {
    const xml = parts[`word/${part}.xml`]
    const relationships = new Set(all(parts[`word/_rels/${part}.xml.rels`], /Id="([^"]+)"/g))
    for (const id of all(xml, /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)) expect(styles).toContain(id)
    for (const id of all(xml, /<w:numId w:val="(\d+)"/g)) expect(numbers).toContain(id)
    for (const id of all(xml, /<w:comment(?:Reference|RangeStart|RangeEnd) w:id="(\d+)"/g))
      expect(comments).toContain(id)
    for (const id of all(xml, /<w:footnoteReference w:id="(\d+)"/g)) expect(notes).toContain(id)
    for (const id of all(xml, / r:id="([^"]+)"/g)) expect(relationships).toContain(id)
  }
  for (const id of all(parts['word/styles.xml'], /<w:(?:basedOn|next) w:val="([^"]+)"/g)) expect(styles).toContain(id)
  for (const name of all(parts['[Content_Types].xml'], /PartName="\/([^"]+)"/g)) expect(parts).toHaveProperty([name])
}

describe('the package', () => {
  it.each(SAMPLES)('is sound, and the same bytes every time: %s', async (name) => {
    const docx = await sample(name)
    expectSound(partsOf(docx))
    expect(Buffer.compare(docx, await sample(name))).toBe(0)
  })

  it('tells neither author, program nor time', async () => {
    const docx = toDocx(await draftOf(REPORT, 'a.md'))
    const parts = partsOf(docx)
    expect(Object.keys(parts).filter((name) => name.startsWith('docProps'))).toEqual(['docProps/core.xml'])
    expect(parts['docProps/core.xml']).toMatch(
      new RegExp(`<dc:title>${TITLE}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>$`),
    )
    for (const xml of Object.values(parts)) expect(xml).not.toMatch(/w:date=|w:rsid|20\d\d-\d\d-\d\dT/)
    const archive = new DataView(docx.buffer, docx.byteOffset)
    const stamps = [...docx.keys()].filter((at) => at + 4 <= docx.length && archive.getUint32(at, true) === 0x04034b50)
    expect(stamps).toHaveLength(Object.keys(parts).length)
    // 1 January 1980, midnight.
    for (const at of stamps) expect(archive.getUint32(at + 10, true)).toBe(0x00210000)
  })

  it('begins with the list of its parts', async () => {
    const docx = toDocx(await draftOf(REPORT, 'a.md'))
    expect(Object.keys(unzipSync(docx))[0]).toBe('[Content_Types].xml')
  })

  it('is sound for any text', async () => {
    const anything = fc.oneof(mixture, fc.string({ unit: 'binary', maxLength: 200 }))
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom('a.md', 'a.txt'), async (text, name) => {
        fc.pre(text.trim() !== '' && !text.includes('\0'))
        const draft = await draftOf(text, name).catch(() => null)
        if (draft) expectSound(partsOf(toDocx(draft)))
      }),
      { numRuns: 150 },
    )
  })
})

describe('documents of one profile', () => {
  const text = (value: string): Text => ({ type: 'text', value })
  const ofParagraph = (...children: Paragraph['children']): Root => ({
    type: 'root',
    children: [{ type: 'paragraph', children }],
  })

  it('hold nothing of the one before', () => {
    const linked = ofParagraph({ type: 'link', url: 'https://example.org/', children: [text('链接')] })
    const listed: Root = {
      type: 'root',
      children: [
        {
          type: 'list',
          ordered: true,
          children: [{ type: 'listItem', children: ofParagraph(text('甲')).children as Paragraph[] }],
        },
      ],
    }
    const roots = [linked, ofParagraph(text('文字')), listed, ofParagraph({ type: 'html', value: '<!-- 请核 -->' })]
    const make = documentsIn()
    for (const root of [...roots, ...[...roots].reverse()]) expect(make(root, '题目')).toEqual(documentOf(root, '题目'))
  })

  it('are as any zip program packs them', () => {
    const bytes = documentOf(ofParagraph(text('甲&乙<丙>"丁"')), '题目 & "名"')
    const again = zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1), level: 9 })
    expect(bytes).toEqual(again)
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('甲&#x26;乙&#x3C;丙>"丁"')
    expect(strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array())).toContain('题目 &#x26; "名"')
  })
})
