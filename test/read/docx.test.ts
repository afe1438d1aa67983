import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/model.js'
import { readWord } from '../../src/read/docx/docx.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import {
  cell,
  levelsXml,
  numberingXml,
  OFFICIAL,
  paragraph,
  run,
  stylesXml,
  table,
  type WordParts,
  wordFile,
} from './word.js'
import { headingsOf } from './word-drafts.js'

const source = (body: string, parts?: WordParts): Promise<Source> =>
  read({ name: 'draft.docx', bytes: wordFile(body, parts) })

/** The lines of the text as read. */
const linesOf = async (body: string, parts?: WordParts): Promise<string[]> =>
  (await source(body, parts)).text.replace(/\n$/, '').split('\n')

/** The tree as a sketch: `heading2(一、做法)`. */
function sketch(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '⏎'
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  const name = node.type === 'heading' ? `heading${node.depth}` : node.type
  const inner = 'children' in node ? node.children.map(sketch).join(node.type === 'paragraph' ? '' : ' ') : ''
  return node.type === 'root' ? inner : `${name}(${inner})`
}

const sketchOf = async (body: string, parts?: WordParts): Promise<string> => sketch((await source(body, parts)).root)

const PROSE = '全年审查行政规范性文件32件，化解行政争议12件，办理行政复议案件68件，成效明显。'

const TITLE = paragraph('云溪县2023年法治政府建设年度报告')

const headings = async (body: string, parts?: WordParts): Promise<string[]> =>
  headingsOf(build(await source(TITLE + body, parts)).sections)

describe("Word's numbers", () => {
  const numbering = numberingXml([OFFICIAL])
  const item = (text: string, level: number, list = 1): string => paragraph(text, { list: [list, level] })

  it('are restored at every level, lower ones anew below each higher one', async () => {
    const body =
      item('做法', 0) +
      item('学习', 1) +
      item('带头', 2) +
      item('专题', 3) +
      item('执法', 1) +
      item('评查', 2) +
      item('不足', 0)
    expect(await linesOf(body, { numbering })).toEqual([
      '一、做法',
      '（一）学习',
      '1.带头',
      '（1）专题',
      '（二）执法',
      '1.评查',
      '二、不足',
    ])
  })

  it('are restored past ten, and for empty lines too, as Word prints them', async () => {
    const body = Array.from({ length: 21 }, (_, i) => item(i === 3 ? '' : '条', 0)).join('')
    const lines = await linesOf(body, { numbering })
    expect([lines[3], lines[9], lines[10], lines[19], lines[20]]).toEqual([
      '四、',
      '十、条',
      '十一、条',
      '二十、条',
      '二十一、条',
    ])
  })

  it.each([
    ['chineseCountingThousand', '第%1条', '第二条 文'],
    ['japaneseCounting', '%1、', '二、文'],
    ['ideographTraditional', '%1、', '乙、文'],
    ['chineseLegalSimplified', '%1、', '贰、文'],
    ['decimalFullWidth', '%1\uff0e', '２．文'],
    ['decimalEnclosedCircle', '%1', '② 文'],
    ['decimalEnclosedCircleChinese', '%1', '② 文'],
    ['decimalZero', '%1', '02 文'],
    ['upperLetter', '%1.', 'B.文'],
    ['lowerLetter', '%1)', 'b)文'],
    ['upperRoman', '%1.', 'II.文'],
    ['lowerRoman', '(%1)', '(ii)文'],
    ['cardinalText', '%1.', '2.文'],
    ['none', '附件', '附件 文'],
  ])('of the format %s are restored', async (format, text, wanted) => {
    const lines = await linesOf(item('文', 0) + item('文', 0), { numbering: numberingXml([[[format, text]]]) })
    expect(lines[1]).toBe(wanted)
  })

  it('are Arabic throughout where a level asks for it', async () => {
    const legal = numberingXml([
      [
        ['chineseCounting', '第%1章'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
      ],
    ])
    expect(await linesOf(item('总则', 0) + item('目的', 1), { numbering: legal })).toEqual(['第一章 总则', '1.1 目的'])
  })

  it('run on through lists of one definition, and begin anew where a list overrides the start', async () => {
    const more =
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const body = item('甲', 0) + item('乙', 0, 2) + item('丙', 0, 3) + item('丁', 0, 3) + item('戊', 0)
    expect(await linesOf(body, { numbering: numbering + more })).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
      '三、戊',
    ])
  })

  it('run on across higher levels where the list says so', async () => {
    const running = numberingXml([
      [
        ['chineseCounting', '\uff08%1\uff09'],
        ['decimal', '%2.', '<w:lvlRestart w:val="0"/>'],
      ],
    ])
    const body = item('甲', 0) + item('子', 1) + item('乙', 0) + item('丑', 1)
    expect(await linesOf(body, { numbering: running })).toEqual(['（一）甲', '1.子', '（二）乙', '2.丑'])
  })

  it('come from a style as well, at the level the list gives the style', async () => {
    const styles = stylesXml(
      '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="一级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="二级"/><w:basedOn w:val="h1"/></w:style>',
    )
    const linked = numberingXml([
      [
        ['chineseCounting', '%1、', '<w:pStyle w:val="h1"/>'],
        ['chineseCounting', '\uff08%2\uff09', '<w:pStyle w:val="h2"/>'],
      ],
    ])
    const body =
      paragraph('做法', { style: 'h1' }) +
      paragraph('学习', { style: 'h2' }) +
      paragraph('没有编号', { style: 'h1', list: [0, 0] })
    expect(await linesOf(body, { styles, numbering: linked })).toEqual(['一、做法', '（一）学习', '没有编号'])
  })

  it('come through numbering styles, and end where these run in a circle', async () => {
    const link = (id: number, to: string): string =>
      `<w:abstractNum w:abstractNumId="${id}"><w:numStyleLink w:val="${to}"/></w:abstractNum>`
    const list = (id: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
    const style = (id: string, to: number): string =>
      `<w:style w:type="numbering" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="${to}"/></w:numPr></w:pPr></w:style>`
    const parts = {
      styles: stylesXml(style('公文', 5) + style('甲', 7) + style('乙', 6)),
      numbering:
        `<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="公文"/>${levelsXml(OFFICIAL)}</w:abstractNum>` +
        `${link(4, '公文')}${link(6, '甲')}${link(7, '乙')}${[4, 5, 6, 7].map(list).join('')}`,
    }
    expect(await linesOf(item('做法', 0, 4) + item('循环', 0, 6), parts)).toEqual(['一、做法', '循环'])
  })

  it('make headings like typed ones', async () => {
    const body =
      item('主要做法', 0) + item('健全制度', 1) + paragraph(PROSE) + item('存在的不足和原因', 0) + paragraph(PROSE)
    expect(await headings(body, { numbering })).toEqual([
      '1 一、主要做法',
      '2 （一）健全制度',
      '1 二、存在的不足和原因',
    ])
  })

  it('that are bullets make lists, nested ones inside', async () => {
    const bullets = numberingXml([
      [
        ['bullet', '\uf06c'],
        ['bullet', 'o'],
      ],
    ])
    const body = paragraph('如下') + item('甲', 0) + item('子', 1) + item('丑', 1) + item('乙', 0) + paragraph('完')
    expect(await sketchOf(body, { numbering: bullets })).toBe(
      'paragraph(如下) list(listItem(paragraph(甲) list(listItem(paragraph(子)) listItem(paragraph(丑)))) listItem(paragraph(乙))) paragraph(完)',
    )
  })
})

describe("paragraphs in Word's styles for lists", () => {
  const styled = (names: string[]): string =>
    stylesXml(
      names
        .map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`)
        .join(''),
    )
  const styles = styled(['List Number', 'List Number 2', 'List Bullet'])
  const numbering = numberingXml([
    [
      ['decimal', '%1.'],
      ['decimal', '%2.'],
    ],
    OFFICIAL,
  ])
  const point = (text: string, style: string, level = 0, list = 1): string =>
    paragraph(text, { style, list: [list, level] })

  it('are points of a numbered list', async () => {
    const body = point('甲', 'List Number') + point('子', 'List Number 2', 1) + point('乙', 'List Number')
    const { root, text } = await source(body, { styles, numbering })
    expect(sketch(root)).toBe('list(listItem(paragraph(甲) list(listItem(paragraph(子)))) listItem(paragraph(乙)))')
    expect(root.children[0]).toMatchObject({ ordered: true, start: 1 })
    expect(text).toBe('甲\n子\n乙\n')
  })

  it('begin another list where their numbers begin anew', async () => {
    const twice = numberingXml([[['decimal', '%1.']], [['decimal', '%1.']]])
    const body = point('甲', 'List Number') + point('乙', 'List Number') + point('丙', 'List Number', 0, 2)
    expect(await sketchOf(body, { styles, numbering: twice })).toBe(
      'list(listItem(paragraph(甲)) listItem(paragraph(乙))) list(listItem(paragraph(丙)))',
    )
  })

  it('keep 一、 and （一） in the text: such numbers head parts of the report', async () => {
    const body = point('做法', 'List Number', 0, 2) + point('学习', 'List Number', 1, 2)
    expect(await linesOf(body, { styles, numbering })).toEqual(['一、做法', '（一）学习'])
  })

  it('leave numbers of other paragraphs in the text', async () => {
    expect(await linesOf(paragraph('健全制度', { list: [1, 0] }), { styles, numbering })).toEqual(['1.健全制度'])
  })
})

describe('headings of a Word document', () => {
  const styles = stylesXml()

  it('by style stand below the title, with 一、 at depth 2 whatever the style of the title', async () => {
    const body = (title: string, first: string, second: string): string =>
      paragraph('云溪县2023年法治政府建设年度报告', { style: title }) +
      paragraph('一、做法', { style: first }) +
      paragraph('（一）学习', { style: second })
    const wanted = 'heading1(云溪县2023年法治政府建设年度报告) heading2(一、做法) heading3(（一）学习)'
    expect(await sketchOf(body('Title', '1', '2'), { styles })).toBe(wanted)
    expect(await sketchOf(body('1', '2', '3'), { styles })).toBe(wanted)
  })

  it('by outline level alone are headings too', async () => {
    expect(await sketchOf(paragraph('一、做法', { outline: 0 }) + paragraph('正文', { outline: 9 }))).toBe(
      'heading2(一、做法) paragraph(正文)',
    )
  })

  it('are not whole paragraphs of text that were given a heading style', async () => {
    expect(await headings(paragraph(`（一）健全制度。${PROSE}`, { style: '2' }), { styles })).toEqual([
      '1 （一）健全制度',
    ])
  })

  it('in styles that are based on one another in a circle are read', async () => {
    const circle = stylesXml(
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="z"/><w:basedOn w:val="z"/></w:style>',
    )
    expect(
      await linesOf(paragraph('甲', { style: 'x' }) + paragraph('乙', { style: 'z' }), { styles: circle }),
    ).toEqual(['甲', '乙'])
  })

  const body = { font: '仿宋_GB2312', size: 16 }
  const hei = { font: '黑体', size: 16 }
  const kai = { font: '楷体_GB2312', size: 16 }

  it('by look alone, without style and number, have the levels their fonts tell', async () => {
    const text =
      paragraph('主要举措和成效', hei) +
      paragraph('加强理论武装，把准法治建设方向', kai) +
      paragraph(PROSE, body) +
      paragraph('健全政府机构职能体系', kai) +
      paragraph(PROSE, body) +
      paragraph('存在的不足和原因', hei) +
      paragraph(PROSE, body) +
      paragraph('下一年度工作安排', hei) +
      paragraph(PROSE, body)
    expect(await headings(text)).toEqual([
      '1 主要举措和成效',
      '2 加强理论武装，把准法治建设方向',
      '2 健全政府机构职能体系',
      '1 存在的不足和原因',
      '1 下一年度工作安排',
    ])
  })

  it('without number stand beside numbered ones of the same look', async () => {
    const text =
      paragraph('一、主要举措和成效', hei) +
      paragraph('健全政府机构职能体系', kai) +
      paragraph(PROSE, body) +
      paragraph('二、存在的不足和原因', hei) +
      paragraph(PROSE, body) +
      paragraph('下一年度工作安排', hei) +
      paragraph(PROSE, body)
    expect(await headings(text)).toEqual([
      '1 一、主要举措和成效',
      '2 健全政府机构职能体系',
      '1 二、存在的不足和原因',
      '1 下一年度工作安排',
    ])
  })

  it.each([
    ['in 楷体', kai],
    ['in bold', { ...body, bold: true }],
  ])('run in before their text are set off: %s', async (_, look) => {
    const text = paragraph(run('（一）加强领导。', look) + run(PROSE, body))
    expect(await sketchOf(paragraph(PROSE, body) + text)).toContain(`paragraph(strong(（一）加强领导。)${PROSE})`)
    expect(await headings(paragraph('一、做法', hei) + text)).toEqual(['1 一、做法', '2 （一）加强领导'])
  })

  it('cut into many runs, with digits in a Latin font, are whole', async () => {
    const digits = { font: 'Times New Roman', size: 16 }
    const text = paragraph(run('一、', hei) + run('2024', digits) + run('年工作', hei) + run('安排', hei))
    expect(await sketchOf(text + paragraph(PROSE, body))).toContain('paragraph(strong(一、2024年工作安排))')
  })

  it('are not words in bold, nor a long quotation in another font', async () => {
    const quotation = PROSE.repeat(3)
    const text = paragraph(
      run('审查', body) + run('32', { ...body, bold: true }) + run('重点', { ...body, bold: true }) + run('件', body),
    )
    const found = await sketchOf(paragraph(PROSE, body).repeat(9) + text + paragraph(quotation, kai))
    expect(found).toContain('paragraph(审查32strong(重点)件)')
    expect(found).toContain(`paragraph(${quotation})`)
  })

  it('are not told by bold where all the text is bold', async () => {
    expect(await sketchOf(paragraph(PROSE, { bold: true }))).toBe(`paragraph(${PROSE})`)
  })
})

describe('the text of a Word document', () => {
  it('has soft line breaks, tabs, hyphens and known symbols; page breaks and blanks at the ends are none', async () => {
    const body =
      paragraph('\u3000\u3000第一行\n第二行\t尾  ') +
      paragraph('<w:r><w:br w:type="page"/><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/></w:r>') +
      paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Odd" w:char="F0FE"/></w:r>')
    expect(await sketchOf(body)).toBe('paragraph(第一行⏎第二行\t尾) paragraph(甲-乙) paragraph(\u2611是\u25a1)')
  })

  it('is as after accepting all changes, with a notice', async () => {
    const deletedMark = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>'
    const body =
      paragraph(
        `${run('原')}<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="3">${run('新')}</w:ins>` +
          `<w:moveFrom w:id="4">${run('移走')}</w:moveFrom><w:moveTo w:id="5">${run('移来')}</w:moveTo>`,
      ) +
      deletedMark +
      paragraph('后半') +
      '<w:p><w:pPr><w:rPr><w:del w:id="6"/></w:rPr></w:pPr></w:p>' +
      paragraph(
        `<w:pPr><w:pPrChange w:id="7"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>${run('格式改过')}`,
      ) +
      '<w:p><w:pPr><w:rPr><w:del w:id="8"/></w:rPr></w:pPr><w:r><w:t>末段</w:t></w:r></w:p>'
    const { root, notices } = await source(body)
    expect(sketch(root)).toBe('paragraph(原新移来) paragraph(前半后半) paragraph(格式改过) paragraph(末段)')
    expect(notices.join()).toMatch(/修订 \d+ 处，按全部接受/)
  })

  it('has each text box once, whichever alternative holds it', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框中文字')}</wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox>${box('框中文字')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('段落')}`,
    )
    expect(await linesOf(body + paragraph('下文'))).toEqual(['段落', '框中文字', '下文'])
  })

  it('has the results of fields, links and content controls, not their codes', async () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const body =
      paragraph(
        `${field('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${field('separate')}${run('2024年')}${field('end')}` +
          `<w:hyperlink r:id="x">${run('链接')}</w:hyperlink><w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple>`,
      ) +
      `<w:sdt><w:sdtPr><w:alias w:val="控件"/></w:sdtPr><w:sdtContent>${paragraph('控件文字')}</w:sdtContent></w:sdt>` +
      paragraph(`${field('begin')}<w:r><w:instrText>IF</w:instrText></w:r>`) +
      paragraph('没有结束的域之后')
    expect(await linesOf(body)).toEqual(['2024年链接3', '控件文字', '没有结束的域之后'])
  })

  it('has no hidden text, no contents, no pictures and no comments, and says so', async () => {
    const styles = stylesXml(
      '<w:style w:type="character" w:styleId="hid"><w:name w:val="hid"/><w:rPr><w:vanish/></w:rPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
    )
    const body =
      paragraph('目录一\t1', { style: 'TOC1' }) +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录二')}</w:sdtContent></w:sdt>` +
      paragraph(run('看得见') + run('看不见', { hidden: true }) + run('也看不见', { style: 'hid' })) +
      paragraph('整段隐藏', { hidden: true }) +
      paragraph('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>')
    const comments = '<w:comment w:id="0"><w:p/></w:comment><w:comment w:id="1"><w:p/></w:comment>'
    const { text, notices } = await source(body, { styles, comments })
    expect(text).toBe('看得见\n')
    expect(notices).toEqual([
      '文中有批注 2 条，没有读入正文',
      '文中有隐藏文字 11 字，没有读入，请确认是否应当删去',
      '文中有图片或图表 1 个，其中的文字没有读入',
      '文中的目录没有读入',
    ])
  })

  it('keeps the places of pictures, and says what no conversion keeps', async () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    const rows = [
      [cell(paragraph('类别'), { merge: 'restart' }), cell(paragraph('件数'), { columns: 2 })],
      [cell('<w:p/>', { merge: 'continue' }), cell(paragraph('2024年')), cell(paragraph('2025年'))],
    ]
    const body = paragraph(run('见图') + picture + run('所示。')) + table(rows) + paragraph(picture) + paragraph('甲。')
    const { root, text, lost } = await source(body)
    expect(sketch(root)).toBe(
      'paragraph(见图image()所示。) table(tableRow(tableCell(类别) tableCell(件数) tableCell()) tableRow(tableCell() tableCell(2024年) tableCell(2025年))) paragraph(image()) paragraph(甲。)',
    )
    expect(text).toBe('见图所示。\n类别\n件数\n\n\n2024年\n2025年\n甲。\n')
    expect(lost).toEqual([
      '图片（图表）2 个没有转换，请在转换后的文件里补上',
      '表格中合并的单元格 2 处已经拆开，文字都在，请在转换后的文件里重新合并',
    ])
  })

  it('has footnotes and endnotes below the paragraph that refers to them', async () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const footnotes =
      `<w:footnote w:type="separator" w:id="-1">${paragraph('线')}</w:footnote>` +
      `<w:footnote w:id="1">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' 据统计局。')}`)}</w:footnote>`
    const endnotes = `<w:endnote w:id="1">${paragraph('尾注。')}</w:endnote>`
    const body =
      paragraph(run('增长5%') + reference('footnote', 1) + run('，居前') + reference('endnote', 1)) + paragraph('下文')
    expect(await sketchOf(body, { footnotes, endnotes })).toBe(
      'paragraph(增长5%[^1]，居前[^2]) footnoteDefinition(paragraph(据统计局。)) footnoteDefinition(paragraph(尾注。)) paragraph(下文)',
    )
  })

  it('keeps tables, merged cells as empty ones; a table in a table as lines; a frame of one cell as text', async () => {
    const inner = table([[cell('甲'), cell('乙')]])
    const body =
      table([
        [cell('项目', { merge: 'restart' }), cell('数量', { columns: 2 })],
        [cell('', { merge: 'continue' }), cell(paragraph('第一') + paragraph('第二')), cell(`${inner}<w:p/>`)],
      ]) + table([[cell(paragraph('框内') + paragraph('正文'))]])
    expect(await sketchOf(body)).toBe(
      'table(tableRow(tableCell(项目) tableCell(数量) tableCell()) tableRow(tableCell() tableCell(第一 ⏎ 第二) tableCell(甲   乙))) paragraph(框内) paragraph(正文)',
    )
  })

  it('is the same whatever prefix the file gives the namespace, and in strict files', async () => {
    const strict = (prefix: string): string =>
      `<${prefix}:document xmlns:${prefix}="http://purl.oclc.org/ooxml/wordprocessingml/main"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:t>正文&amp;𠮷</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`
    for (const prefix of ['w', 'ns0']) {
      expect(await linesOf('', { files: { 'word/document.xml': strict(prefix) } })).toEqual(['正文&𠮷'])
    }
  })
})

describe('the way back from the text into the file', () => {
  const numbering = numberingXml([OFFICIAL])
  const body =
    paragraph('审查 A&B <32>件\n第二行') +
    paragraph(run('主要', { bold: true }) + run('做法'), { list: [1, 0] }) +
    table([[cell(paragraph('甲') + paragraph('乙')), cell('丙')]]) +
    paragraph('<w:r>\r\n<w:t> 去掉空白 </w:t></w:r>')
  const word = readWord(wordFile(body, { numbering }))

  it('leads from every paragraph to its place in the text', () => {
    expect(word.paragraphs.map(({ at, text }) => [text, word.text.slice(at ?? -1, (at ?? -1) + text.length)])).toEqual(
      word.paragraphs.map(({ text }) => [text, text]),
    )
  })

  it('leads from every piece of text to the XML that made it', () => {
    const decode = (xml: string): string =>
      xml.replace('<w:br/>', '\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    for (const each of word.paragraphs) {
      expect(word.xml.slice(each.xml.start, each.xml.end)).toMatch(/^<w:p>[\s\S]*<\/w:p>$/)
      for (const one of each.runs) {
        expect(word.xml.slice(one.xml.start, one.xml.end)).toMatch(/^<w:r>[\s\S]*<\/w:r>$/)
        for (const piece of one.pieces) {
          const xml = word.xml.slice(piece.xml.start, piece.xml.end)
          expect(decode(xml).trimEnd()).toBe(each.text.slice(piece.text.start, piece.text.end).trimEnd())
        }
      }
    }
  })

  it('knows that restored numerals have no run', () => {
    const [, heading] = word.paragraphs
    expect([heading?.text, heading?.numeral, heading?.runs[0]?.text]).toEqual([
      '一、主要做法',
      '一、',
      { start: 2, end: 4 },
    ])
  })

  it('begins at the blocks of the tree', () => {
    const indexes = word.root.children.map((node) => (node.type === 'paragraph' ? node.data?.paragraph : undefined))
    expect(indexes).toEqual([0, 1, undefined, 5])
  })
})
