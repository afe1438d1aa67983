import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { flatten } from '../../src/report/leaves.js'
import { toMarkdown } from '../../src/write/markdown.js'

const TITLE = '云溪县人民政府关于2023年度法治政府建设情况的报告'
const OPENING = '2023年，县政府坚持依法行政，完善制度，规范执法，各项工作取得进展，现将情况报告如下。'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const pageIn = (bytes: Uint8Array, name = '年报.html'): Promise<Source> => read({ name, bytes })

const pageOf = (body: string, head = ''): Promise<Source> =>
  pageIn(utf8(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`))

const report = (body: string): string => `<div id="zoom"><p>${TITLE}</p><p>${OPENING}</p>${body}</div>`

/** The lines of the report in a page, below title and opening. */
async function linesOf(body: string): Promise<string[]> {
  const { text } = await pageOf(report(body))
  return text.trimEnd().split('\n').slice(2)
}

/** The error that reading gives. */
async function refusalOf(bytes: Uint8Array, name?: string): Promise<string> {
  const failure = await pageIn(bytes, name).then(
    () => null,
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  )
  expect(failure).not.toBeNull()
  return failure ?? ''
}

describe('the lines of a page', () => {
  it('end where a block or a <br> ends', async () => {
    expect(await linesOf('<div>甲<div>乙</div>丙</div>丁<br>戊<p>己<p>庚')).toEqual([...'甲乙丙丁戊己庚'])
  })

  it('do not end where the markup wraps Chinese text, and keep blanks between words', async () => {
    expect(await linesOf('<p>健全\n   机制，共2024\n年  A\nB类</p>')).toEqual(['健全机制，共2024年 A B类'])
  })

  it('lose indents and invisible characters, and keep blanks that were typed', async () => {
    expect(await linesOf('<p>&nbsp;&nbsp;　　\u200b部&nbsp;门\ufeff　负责&#8203;人</p>')).toEqual(['部 门　负责人'])
  })

  it('are those of <pre>', async () => {
    expect(await linesOf('<pre>　　一、做法\n　　印发  要点。</pre>')).toEqual(['一、做法', '印发  要点。'])
  })

  it('keep the text of links and superscripts, without addresses', async () => {
    expect(await linesOf('<p>按照<a href="http://a.example/b">规定</a>执行<sup>①</sup>。</p>')).toEqual([
      '按照规定执行①。',
    ])
  })
})

describe('headings of a page', () => {
  const rootOf = async (body: string): Promise<Source['root']['children']> =>
    (await pageOf(report(body))).root.children.slice(2)

  it('are heading elements, unless a whole paragraph is set in one', async () => {
    const [heading, paragraph] = await rootOf(`<h3>一、主要举措</h3><h3>${OPENING}</h3>`)
    expect(heading).toMatchObject({ type: 'heading', depth: 3 })
    expect(paragraph?.type).toBe('paragraph')
  })

  it.each([
    ['bold', '<p><b>主要举措和成效</b></p>'],
    ['bold by weight', '<p><span style="font-weight:700">主要举措和成效</span></p>'],
    ['in a font for headings', '<p style="font-family:黑体">主要举措和成效</p>'],
    ['in an old font element', '<font face="SimHei">主要举措和成效</font>'],
    ['larger than the text', '<p style="font-size:22px">主要举措和成效</p>'],
    ['set off by a style sheet', '<style>.bt{font:bold 18pt/2 楷体}</style><p class="bt">主要举措和成效</p>'],
  ])('are lines %s', async (_, markup) => {
    const [node] = await rootOf(`${markup}<p>${OPENING}</p>`)
    expect(node).toMatchObject({ type: 'paragraph', children: [{ type: 'strong' }], data: { look: 1 } })
  })

  it('are not made by the font of the screen', async () => {
    const [node] = await rootOf(`<p style="font-family:微软雅黑">主要举措和成效</p><p>${OPENING}</p>`)
    expect(node).toMatchObject({ children: [{ type: 'text' }] })
  })

  it('may run on into their text', async () => {
    const [node] = await rootOf('<p><strong>（一）健全机制。</strong>印发要点，分解任务。</p>')
    expect(node).toMatchObject({ children: [{ type: 'strong' }, { type: 'text' }] })
  })

  it('get the numbers that browsers print before the items of lists', async () => {
    const item = `<p>强化学习</p><p>${OPENING}</p>`
    const lines = await linesOf(`<ol style="list-style-type:cjk-ideographic"><li>${item}</li><li>${item}</li></ol>`)
    expect(lines.filter((line) => line !== OPENING)).toEqual(['一、强化学习', '二、强化学习'])
    expect((await linesOf(`<ol start="3"><li>${item}</li></ol>`))[0]).toBe('3.强化学习')
    expect(await linesOf('<ol><li>强化学习</li></ol><p>甲</p><ol start=2><li>规范执法</li></ol>')).toEqual([
      '1.强化学习',
      '甲',
      '2.规范执法',
    ])
    expect((await linesOf('<ol><li>强化学习。印发要点。</li><li>规范执法。开展评查。</li></ol>'))[1]).toBe(
      '2.规范执法。开展评查。',
    )
  })
})

describe('lists of a page', () => {
  it('stay lists where their items are a line each', async () => {
    const { root } = await pageOf(
      report('<ol start=2><li>合同12份</li><li>文件3件</li></ol><ul><li>甲</li><li>乙</li></ul>'),
    )
    expect(root.children.slice(2)).toMatchObject([
      { type: 'list', ordered: true, start: 2 },
      { type: 'list', ordered: false },
    ])
  })
})

describe('the title of a page', () => {
  const titleOf = async (body: string, head = ''): Promise<string | undefined> =>
    build(await pageOf(body, head)).report.title
  const zoom = `<div id="zoom"><p>${OPENING}</p><p>一、主要举措和成效</p><p>印发要点，分解任务，压实责任。</p></div>`

  it('is found above the text', async () => {
    expect(await titleOf(`<div class="bt">${TITLE}</div>${zoom}`)).toBe(TITLE)
  })

  it('is found above the text where it is broken over lines', async () => {
    expect(await titleOf(`<h1>云溪县人民政府<br>关于2023年度法治政府<br>建设情况的报告</h1>${zoom}`)).toBe(TITLE)
  })

  it('is not the name of the site', async () => {
    expect(await titleOf(`<h1>云溪县人民政府</h1><h2>${TITLE}</h2>${zoom}`)).toBe(TITLE)
  })

  it('is taken from the head of the page where the text has lost it', async () => {
    expect(await titleOf(zoom, `<title>${TITLE}_法治政府_云溪县人民政府</title>`)).toBe(TITLE)
    expect(await titleOf(zoom, `<title>${TITLE} - 云溪县人民政府</title>`)).toBe(TITLE)
    expect(await titleOf(zoom, `<meta name="ArticleTitle" content="${TITLE}"><title>云溪县</title>`)).toBe(TITLE)
  })

  it('is none where only the site is named', async () => {
    expect(await titleOf(zoom, '<title>云溪县人民政府门户网站</title>')).toBeUndefined()
    expect(await titleOf(zoom, '<title>法治政府建设年度报告</title>')).toBeUndefined()
    expect(await titleOf(zoom, '<title>法治政府建设年度报告_云溪县人民政府</title>')).toBeUndefined()
  })

  it('is the one the page names, even where it looks like none', async () => {
    const title = '云溪县2023年依法行政工作述评'
    expect(await titleOf(`<p>${title}</p>${zoom}`, `<meta name="ArticleTitle" content="${title}">`)).toBe(title)
  })

  it('stands once in Markdown', async () => {
    const markdown = toMarkdown(build(await pageOf(`<h1>${TITLE}</h1>${zoom}`, `<title>${TITLE}_云溪县</title>`)))
    expect(markdown.split(`# ${TITLE}`)).toHaveLength(2)
  })
})

describe('what a page says of the report', () => {
  it('comes from its meta elements', async () => {
    const { metadata } = await pageOf(
      report(''),
      `<meta name="PubDate" content="2024-03-12 10:20"><meta name="contentsource" content="县司法局">
       <meta name="SiteName" content="云溪县人民政府"><meta name="Author" content="">`,
    )
    expect(metadata).toEqual({ publishedOn: '2024-03-12', rest: { source: '县司法局', site: '云溪县人民政府' } })
  })

  it('comes from tables and lines of labels around the text', async () => {
    const { metadata, text } = await pageOf(
      `<table><tr><th>索 引 号</th><td>YX001-2024</td><th>发布机构</th><td>云溪县人民政府</td></tr>
       <tr><td>生成日期：2024-03-01</td><td></td><td>文号</td><td>云政〔2024〕3号</td></tr></table>
       <p>来源：县府办　浏览次数：<span>32</span></p>${report('')}<div>责任编辑：张三</div>`,
    )
    expect(metadata.publishedOn).toBe('2024-03-01')
    expect(metadata.rest).toMatchObject({
      indexNumber: 'YX001-2024',
      publisher: '云溪县人民政府',
      source: '县府办',
      editor: '张三',
      documentNumber: '云政〔2024〕3号',
    })
    expect(text).toContain(OPENING)
  })

  it('may be a bare date below the title', async () => {
    const { metadata } = await pageOf(`<h1>${TITLE}</h1><span class="time">2024-03-12 08:00</span>${report('')}`)
    expect(metadata.publishedOn).toBe('2024-03-12')
  })
})

describe('what is left out of a page', () => {
  const MENU = '<ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事</a></li></ul>'

  it('are menus around the text, told by their first words', async () => {
    const { text, cut } = await pageOf(`${MENU}<p>${TITLE}</p><p>${OPENING}</p>`)
    expect(text).toBe(`${TITLE}\n${OPENING}\n`)
    expect(cut).toEqual(['首页 政务公开 办事（导航或列表，共 8 字）'])
  })

  it('is all around the element of the text, and lists of other articles', async () => {
    const { text, cut } = await pageOf(`${MENU}<p>您好</p>${report('')}<h3>相关文章</h3>${MENU}`)
    expect(text).toBe(`${TITLE}\n${OPENING}\n`)
    expect(cut).toEqual([
      '首页 政务公开 办事 您好（正文之前，共 10 字）',
      '相关文章 首页 政务公开 办事（正文之后，共 12 字）',
    ])
  })

  it('are summaries of other articles beside the text, whatever its element is called', async () => {
    const other = `<p>${OPENING.replaceAll('县政府', '邻县')}</p>`
    const { text, cut } = await pageOf(
      `<div class="l"><p>${TITLE}</p><div>${`<p>${OPENING}</p>`.repeat(100)}</div><div>云溪县人民政府</div></div>
       <div class="r"><h3>动态</h3>${other.repeat(10)}</div>`,
    )
    expect(text).not.toContain('邻县')
    expect(text).toContain('云溪县人民政府\n')
    expect(cut).toHaveLength(1)
  })

  it('is never text outside a container that holds only part of it', async () => {
    const { text } = await pageOf(`<div id="zoom"><p>${OPENING}</p></div><p>县政府常务会议研究，部署，督促，落实。</p>`)
    expect(text).toContain('县政府常务会议')
  })

  it.each([
    ['display', '<p style="display: none">看不见</p>'],
    ['visibility', '<span style="visibility:hidden">看不见</span>'],
    ['an attribute', '<p hidden>看不见</p>'],
    [
      'a style sheet',
      '<style>.tip .off{color:red;display:none}</style><div class="tip"><p class="a off">看不见</p></div>',
    ],
  ])('is text hidden by %s, with a notice', async (_, markup) => {
    const { text, notices } = await pageOf(report(`<p>看得见。</p>${markup}`))
    expect(text).toContain('看得见')
    expect(text).not.toContain('看不见')
    expect(notices).toEqual(['网页中有隐藏文字 3 字，没有读入'])
  })

  it('is text without size', async () => {
    expect(await linesOf('<p>甲<span style="font-size:0">看不见</span>乙</p>')).toEqual(['甲乙'])
  })

  it('are comments, forms, programs and what is for other programs', async () => {
    expect(
      await linesOf(
        '<!-- 注释 --><!--[if mso]><p>只给 Word</p><![endif]--><select><option>选项</option></select><noscript>无</noscript><textarea>框</textarea><xml>只给 Word</xml><p>甲</p>',
      ),
    ).toEqual(['甲'])
  })

  it('are pictures, with a notice', async () => {
    const { notices } = await pageOf(report('<img src="a.png"><img src="icon.gif" width="16"><p>甲</p>'))
    expect(notices).toEqual(['网页中有图片 1 张，其中的文字没有读入'])
  })

  it('are pictures and merged cells, which no conversion keeps', async () => {
    const rows = '<tr><td rowspan=2>类别</td><td>件数</td></tr><tr><td>12</td></tr><tr><td>处罚</td><td>5</td></tr>'
    const { lost } = await pageOf(report(`<img src="a.png"><table>${rows}</table>`))
    expect(lost).toEqual([
      '图片（图表）1 个没有转换，请在转换后的文件里补上',
      '表格中合并的单元格 1 处已经拆开，文字都在，请在转换后的文件里重新合并',
    ])
  })
})

describe('a page of a builder that nobody knows', () => {
  it('gives the report alone: no menus, no column at its side, no summary of its title', async () => {
    const page = await pageIn(readFileSync('test/fixtures/html/own-builder.html'))
    const { report: found, sections } = build(page)
    expect(found).toMatchObject({
      title: '临泽市青禾区人民政府关于2023年度法治政府建设情况的报告',
      addressee: '市委、市政府',
      publishedOn: '2024-03-15',
      signedOn: '2024-02-28',
      signature: '临泽市青禾区人民政府',
    })
    expect(page.metadata.rest).toMatchObject({ source: '区司法局' })
    expect(sections.map(({ heading }) => heading)).toEqual([
      '一、主要举措和成效',
      '二、党政主要负责人履行第一责任人职责情况',
      '三、存在的不足和原因',
      '四、下一年度主要安排',
    ])
    expect(page.root.children.map(flatten).join('')).not.toMatch(/注册|首页|机构职能|关于青禾区|备案号/)
    expect(page.cut?.join('')).toMatch(/今天是.*正文之前.*首页.*导航或列表/)
  })
})

describe('tables of a page', () => {
  const tableOf = async (markup: string): Promise<string[][]> => {
    const { root } = await pageOf(report(markup))
    const table = root.children.find(({ type }) => type === 'table')
    return table?.type === 'table' ? table.children.map((row) => row.children.map(flatten)) : []
  }

  it('are kept, a name in their first row before them', async () => {
    const markup =
      '<table><tr><td colspan="2">统计表</td></tr><tr><th>项目</th><th>件数</th></tr><tr><td>审查</td><td>32</td></tr></table>'
    expect(await tableOf(markup)).toEqual([
      ['项目', '件数'],
      ['审查', '32'],
    ])
    expect((await linesOf(markup))[0]).toBe('统计表')
  })

  it('are filled up where cells take several rows and columns', async () => {
    expect(
      await tableOf(
        '<table><tr><th rowspan=2>领域</th><th colspan=2>案件</th></tr><tr><th>许可</th><th>处罚</th></tr><tr><td>食品</td><td>1</td><td>2</td></tr></table>',
      ),
    ).toEqual([
      ['领域', '案件', ''],
      ['', '许可', '处罚'],
      ['食品', '1', '2'],
    ])
  })

  it('have the lines of a cell in one cell', async () => {
    expect(
      await tableOf(
        '<table><tr><td><p>审查</p><p>合同</p></td><td>3<br>件</td></tr><tr><td>甲</td><td>乙</td></tr></table>',
      ),
    ).toEqual([
      ['审查\n合同', '3\n件'],
      ['甲', '乙'],
    ])
  })

  it('that arrange the page are lines', async () => {
    const page = await pageOf(
      `<table><tr><td><table><tr><td align=center><b>${TITLE}</b></td></tr><tr><td><p>${OPENING}</p><p>一、主要举措和成效</p><p>印发要点。</p></td></tr></table></td></tr></table>`,
    )
    expect(page.text).toBe(`${TITLE}\n${OPENING}\n一、主要举措和成效\n印发要点。\n`)
  })

  it('come out as Markdown tables', async () => {
    const page = await pageOf(
      report('<table><tr><th>项目</th><th>件数</th></tr><tr><td>审查</td><td>32</td></tr></table>'),
    )
    expect(toMarkdown(build(page))).toMatch(/\| 项目 \| 件数 \|\n\| -+ \| -+ \|\n\| 审查 \| 32 +\|/)
  })
})

describe('the encoding of a page', () => {
  const markup = (charset: string): string => `<html><head>${charset}</head><body><p>龘䶮：${OPENING}</p></body></html>`

  it.each([
    ['gb2312', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb18030'],
    ['GBK', '<meta charset=GBK>', 'gb18030'],
    ['none, GB 18030', '', 'gb18030'],
    ['none, UTF-8', '', 'utf-8'],
    ['gb2312, but saved as UTF-8', '<meta charset="gb2312">', 'utf-8'],
    ['utf-8, but saved as GBK', '<meta charset="utf-8">', 'gb18030'],
  ])('may be given as %s', async (_, charset, encoding) => {
    expect((await pageIn(iconv.encode(markup(charset), encoding))).text).toBe(`龘䶮：${OPENING}\n`)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('may be told by its mark: %s', async (encoding) => {
    expect((await pageIn(iconv.encode(markup(''), encoding, { addBOM: true }))).text).toBe(`龘䶮：${OPENING}\n`)
  })

  it('may be damaged in places, with a notice', async () => {
    const bytes = [...iconv.encode(markup('<meta charset=gb2312>'), 'gb18030')]
    const damaged = new Uint8Array([...bytes.slice(0, -20), 0xff, ...bytes.slice(-20)])
    expect((await pageIn(damaged)).notices).toEqual(['有 1 处无法识别的字节，以“\ufffd”代替，请核对原网页'])
  })
})

describe('markup that is broken', () => {
  it.each([
    ['two ends', `<html><body><p>甲</p></body></html></html>`],
    ['two bodies', '<html><body><body class=b><p>甲</p></body></body>'],
    ['text behind the end', '<html><body></body></html><p>甲</p>'],
    ['no beginning', '</div></td><p>甲'],
    ['an open comment', '<p>甲</p><!-- 乙'],
  ])('is read as browsers do: %s', async (_, markup) => {
    expect((await pageIn(utf8(markup))).text).toBe('甲\n')
  })
})

describe('a file that is no page with text', () => {
  it('is told what it is and what to do', async () => {
    expect(await refusalOf(utf8(''))).toBe('empty-file 文件是空的')
    expect(await refusalOf(utf8(`${TITLE}\n${OPENING}`))).toBe(
      'bad-document 这不是网页，而是纯文本。请把扩展名改为 .txt 后再试',
    )
    expect(await refusalOf(utf8('PK\x03\x04……'))).toBe(
      'bad-document 这不是网页，而是 Word（.docx）文件或压缩包。如果是 Word 文档，请把扩展名改回 .docx 后再试',
    )
    expect(await refusalOf(utf8('%PDF-1.7'))).toMatch(/^bad-document 这不是网页，而是 PDF 文件。/)
  })

  it('may be a page saved with its pictures', async () => {
    const archive =
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html></html>'
    expect(await refusalOf(utf8(archive))).toContain('另存为“网页，仅 HTML”')
    expect(await refusalOf(utf8(archive), '年报.mht')).toContain('另存为“网页，仅 HTML”')
  })

  it('may show its text as pictures, or fetch it', async () => {
    expect(
      await refusalOf(utf8(`<p>${TITLE.slice(0, 20)}</p><div id=zoom><img src=1.jpg><img src=2.jpg></div>`)),
    ).toContain('网页的正文是图片（2 张）')
    expect(await refusalOf(utf8('<html><body><div id="app"></div><script>load()</script></body></html>'))).toContain(
      '网页里没有文字',
    )
  })

  it('may be called .htm', async () => {
    expect((await pageIn(utf8('<p>甲</p>'), '年报.HTM')).text).toBe('甲\n')
  })
})
