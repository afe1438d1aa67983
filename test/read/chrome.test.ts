import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/model.js'
import { LABELS } from '../../src/read/chrome-words.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { lostHan, sourceOf } from '../drafts.js'
import fc from '../fast-check.js'

const TITLE = '云溪县人民政府关于2023年度法治政府建设情况的报告'
const BODY = [
  '一、主要举措和成效',
  '审查规范性文件32件，化解行政争议12件，全面完成了年度各项任务，成效明显。',
  '二、存在的不足和原因',
  '执法力量还比较薄弱，执法人员的能力也有待提高，主要原因是编制少、待遇不高。',
]

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('\n')
  return 'value' in node ? node.value : ''
}

const linesOf = ({ root }: Source): string[] => root.children.map((node) => textOf(node).trim())

const pageOf = (head: string[], tail: string[] = []): Promise<Source> =>
  sourceOf([...head, ...BODY, ...tail].join('\n'))

describe('the header of a page', () => {
  it('becomes metadata and leaves title and text', async () => {
    const source = await pageOf([
      '索引号：YX001-2024-00037    主题分类：法治政府建设',
      '发布机构：县政府办公室    成文日期：2024-02-26',
      TITLE,
      '信息来源：县司法局    发布日期：2024-03-12    浏览次数：',
    ])
    expect(linesOf(source)).toEqual([TITLE, ...BODY])
    expect(source.metadata).toEqual({
      publishedOn: '2024-03-12',
      rest: {
        indexNumber: 'YX001-2024-00037',
        category: '法治政府建设',
        publisher: '县政府办公室',
        writtenOn: '2024-02-26',
        source: '县司法局',
      },
    })
    expect(source.chrome).toEqual([])
  })

  it('may have labels and values on lines of their own', async () => {
    const source = await pageOf(['索引号', 'YX001', '发布机构', '县政府办公室', '发布日期', '2024-03-12', TITLE])
    expect(linesOf(source)).toEqual([TITLE, ...BODY])
    expect(source.metadata).toEqual({
      publishedOn: '2024-03-12',
      rest: { indexNumber: 'YX001', publisher: '县政府办公室' },
    })
  })

  it('may have labels that were spaced out, in brackets, or parted by bars', async () => {
    const source = await pageOf([TITLE, '来　源：县司法局 | 发 布 日 期：2024年3月12日 【字号：大 中 小】'])
    expect(source.metadata.publishedOn).toBe('2024-03-12')
    expect(source.metadata.rest).toMatchObject({ source: '县司法局' })
    expect(linesOf(source)).toEqual([TITLE, ...BODY])
  })

  it('puts menus, breadcrumbs and buttons with the chrome, as printed', async () => {
    const source = await pageOf(['首页 > 政务公开 > 法治政府', TITLE, '分享到：', '【打印】【关闭】'])
    expect(linesOf(source)).toEqual([TITLE, ...BODY])
    expect(source.chrome.join()).toContain('首页 > 政务公开 > 法治政府')
    expect(source.chrome.join()).toContain('打印')
  })

  it('takes the date of generation where none of publication is told', async () => {
    const source = await pageOf(['索引号：YX001 生成日期：2024-03-15', TITLE])
    expect(source.metadata.publishedOn).toBe('2024-03-15')
  })

  it('keeps a value whose key was told twice', async () => {
    const source = await pageOf([TITLE, '来源：县司法局', '来源：云溪发布'])
    expect(source.metadata.rest['source']).toBe('县司法局')
    expect(source.chrome).toEqual(['来源：云溪发布'])
  })

  it('gives the title where the text has none', async () => {
    const source = await pageOf([`标题：${TITLE}`, '发布日期：2024-03-12'])
    expect(source.metadata.title).toBe(TITLE)
    const crumbs = await pageOf([`首页 > 公开 > ${TITLE}`, '发布日期：2024-03-12'])
    expect(crumbs.metadata.title).toBe(TITLE)
  })

  it('is told from Markdown pasted without blank lines, the title too', async () => {
    const head = [
      '索引号：YX001    主题分类：法治',
      '成文日期：2024-02-26',
      TITLE,
      '来源：县司法局  发布日期：2024-03-12',
    ]
    const text = `${head.join('\n')}\n\n${BODY.join('\n\n')}\n`
    const source = await sourceOf(text, 'draft.md')
    expect(linesOf(source)).toEqual([TITLE, ...BODY])
    expect(source.metadata.publishedOn).toBe('2024-03-12')
    const title = source.root.children[0]?.position
    expect(text.slice(title?.start.offset, title?.end.offset)).toBe(TITLE)
    expect(title?.start).toMatchObject({ line: 3, column: 1 })
  })

  it('leaves the lines of such Markdown where they stand, wide indents too', async () => {
    const text = '来源：县司法局\r\n　　第一行。  \r\n  第二行。\r\n第三行。'
    const { root } = await sourceOf(text, 'draft.md')
    const cut = root.children.map(({ position }) => text.slice(position?.start.offset, position?.end.offset))
    expect(cut).toEqual(['　　第一行。', '第二行。', '第三行。'])
    expect(root.children.map(({ position }) => position?.start.column)).toEqual([1, 3, 1])
  })

  it.each([['县委、县政府：'], ['市人民政府：'], ['市委：'], ['各位代表：']])(
    'leaves the addressee below it: %s',
    async (line) => {
      const source = await pageOf(['索引号：YX001 发布日期：2024-03-12', TITLE, '来源：县司法局', line])
      expect(linesOf(source)).toEqual([TITLE, line, ...BODY])
      expect(build(source).report.addressee).toBe(line.slice(0, -1))
    },
  )

  it('is not made of sentences and headings that begin like labels', async () => {
    const lines = ['来源于群众的意见建议，县政府逐条研究、逐项答复，满意率达到百分之九十八。', '时间紧、任务重']
    const source = await sourceOf([TITLE, ...BODY.slice(0, 2), ...lines, ...BODY.slice(2)].join('\n'))
    expect(linesOf(source)).toEqual(expect.arrayContaining(lines))
  })
})

describe('the footer of a page', () => {
  it('becomes chrome and metadata', async () => {
    const source = await pageOf(
      [TITLE],
      [
        '云溪县人民政府',
        '2024年2月26日',
        '责任编辑：县司法局',
        '【打印本页】【关闭窗口】',
        '上一篇：2022年报告',
        '版权所有：云溪县人民政府',
      ],
    )
    expect(linesOf(source)).toEqual([TITLE, ...BODY, '云溪县人民政府', '2024年2月26日'])
    expect(source.metadata.rest).toEqual({ editor: '县司法局' })
    expect(source.chrome).toEqual(['【打印本页】【关闭窗口】', '上一篇：2022年报告', '版权所有：云溪县人民政府'])
  })

  it('never begins before a heading of the report', async () => {
    const source = await sourceOf([TITLE, '一、主要做法', '时间：全年', '二、存在的不足', '力量不足。'].join('\n'))
    expect(linesOf(source)).toContain('二、存在的不足')
  })

  it('is not looked for in a draft that has none', async () => {
    const source = await pageOf([TITLE], ['云溪县人民政府', '2024年2月26日'])
    expect(source.chrome).toEqual([])
    expect(linesOf(source)).toHaveLength(BODY.length + 3)
  })
})

const FOLDERS = ['seeds/drafts', 'test/fixtures/labelled', 'test/fixtures/labelled-second', '../shared/seeds']

describe('whatever stands in a report', () => {
  const paths = FOLDERS.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
      .map((name) => join(folder, name)),
  )
  // Names of labels go where their values are filed, and dates are filed without 年月日.
  const filed = [...Object.keys(LABELS), '年月日'].join('').repeat(9)

  it.each(paths)('is in its text, its metadata or its chrome: %s', async (path) => {
    const source = await read({ name: path, bytes: readFileSync(path) }).catch(() => null)
    if (!source) return
    const kept = [textOf(source.root), JSON.stringify(source.metadata), ...source.chrome, filed].join('\n')
    expect(lostHan(source.text, kept)).toBe('')
  })
})

describe('whatever a page prints around a report', () => {
  const header = fc.constantFrom(
    '索引号：YX001    主题分类：法治',
    '发布机构',
    '县政府办公室',
    '信息来源：县司法局 发布日期：2024-03-12 浏览次数：123次',
    '来源：云溪发布',
    '首页 > 政务公开 > 法治政府',
    '当前位置：首页',
    '字号：【大 中 小】',
    '分享到：微信 微博',
    '名称：年度报告',
    '公开方式：主动公开 有效性：有效',
    '云溪县司法局',
    '政务公开',
    '文号：云政〔2024〕3号',
  )
  const footer = fc.constantFrom(
    '打印本页 关闭窗口',
    '上一篇：通知',
    '主办：云溪县人民政府',
    '附件下载',
    '网站地图',
    '扫一扫在手机打开',
  )

  it('the title is never lost, and no Chinese character of the page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(header, { maxLength: 10 }),
        fc.nat(10),
        fc.uniqueArray(footer, { maxLength: 4 }),
        fc.constantFrom('draft.txt', 'draft.md'),
        async (lines, above, tail, name) => {
          const text = [...lines.slice(0, above), TITLE, ...lines.slice(above), ...BODY, ...tail].join('\n')
          const source = await sourceOf(text, name)
          expect(build(source).report.title).toBe(TITLE)
          const { rest, ...own } = source.metadata
          const labels = '索引号主题分类发布机构信息来源日期浏览次数字号分享到名称公开方式有效性文号责任编辑'.repeat(12)
          const kept = [textOf(source.root), JSON.stringify([rest, own]), ...source.chrome, labels].join('\n')
          expect(lostHan(text, kept)).toBe('')
        },
      ),
    )
  })
})
