import { describe, expect, it } from 'vitest'
import { draftOf } from '../drafts.js'

const BODY = ['一、主要举措和成效', '全年审查行政规范性文件32件，化解行政争议12件，各项任务全面完成，成效明显。']
const TITLE = '云溪县2023年法治政府建设年度报告'

const reportOf = async (lines: string[], name = 'draft.txt') => (await draftOf(lines.join('\n\n'), name)).report

describe('the title', () => {
  it.each([
    [['云溪县人民政府', '关于2023年度法治政府建设情况的报告'], '云溪县人民政府关于2023年度法治政府建设情况的报告'],
    [['云溪县人民政府关于2023年度', '法治政府建设情况的报告'], '云溪县人民政府关于2023年度法治政府建设情况的报告'],
    [['云政〔2024〕3号', TITLE], TITLE],
    [[TITLE, '（2024年1月5日）'], TITLE],
  ])('may stand on several lines, below a document number, above a date: %j', async (lines, title) => {
    const report = await reportOf([...lines, ...BODY])
    expect(report.title).toBe(title)
    expect(report.issuer).toBe('云溪县人民政府')
  })

  it('names joint issuers, parted by a blank', async () => {
    const report = await reportOf([
      ...['中共云溪县石桥镇委员会', '云溪县石桥镇人民政府', '关于2023年法治政府建设情况的报告', ...BODY],
    ])
    expect(report.title).toBe('中共云溪县石桥镇委员会 云溪县石桥镇人民政府关于2023年法治政府建设情况的报告')
    expect(report.issuer).toBe('中共云溪县石桥镇委员会、云溪县石桥镇人民政府')
    expect(report.kind).toBe('township')
  })

  it('does not swallow the first heading', async () => {
    const draft = await draftOf([TITLE, '第一部分 总体情况', '一、工作情况', ...BODY.slice(1)].join('\n'))
    expect(draft.report.title).toBe(TITLE)
    expect(draft.sections.map(({ heading }) => heading)).toEqual(['第一部分 总体情况'])
  })

  it('does not swallow headings in brackets below it', async () => {
    const draft = await draftOf([TITLE, '（一）健全制度。修订文件3件。', '（二）规范执法。评查案卷6件。'].join('\n'))
    expect(draft.sections.map(({ heading }) => heading)).toEqual(['（一）健全制度', '（二）规范执法'])
  })

  it('is not looked for below the first sentence', async () => {
    const opening = '2023年，我县法治政府建设扎实推进。'
    const report = await reportOf([TITLE, opening, '云溪县司法局2023年法治政府建设情况报告', ...BODY])
    expect(report.title).toBe(TITLE)
  })

  it('does not swallow the name of another body above it', async () => {
    const report = await reportOf(['云溪县司法局', '云溪县人民政府关于2023年法治政府建设情况的报告', ...BODY])
    expect(report.title).toBe('云溪县人民政府关于2023年法治政府建设情况的报告')
  })

  it('is not taken from a sentence or a heading', async () => {
    const report = await reportOf(['2023年，我县法治政府建设扎实推进，依法行政水平稳步提高。', ...BODY])
    expect(report.title).toBeUndefined()
  })

  it('is taken from front matter where the text has none', async () => {
    const lines = [`---\ntitle: ${TITLE}\n---`, ...BODY]
    expect(await reportOf(lines, 'draft.md')).toMatchObject({ title: TITLE, year: 2023, issuer: '云溪县人民政府' })
  })
})

describe('a masthead and a signature in Markdown without blank lines', () => {
  it.each([['云溪县2023年法治政府建设年度报告\n（2024年1月5日）'], ['云溪县2023年法治政府建设年度报告\n2024年1月5日']])(
    'are read line by line: %j',
    async (head) => {
      expect(await reportOf([head, ...BODY], 'draft.md')).toMatchObject({ title: TITLE, signedOn: '2024-01-05' })
    },
  )

  it('are read line by line, two signers too', async () => {
    const foot = '中共石桥镇委员会\n石桥镇人民政府\n2024年1月5日'
    expect(await reportOf([`石桥镇人民政府\n${TITLE}`, ...BODY, foot], 'draft.md')).toMatchObject({
      signature: '中共石桥镇委员会、石桥镇人民政府',
      signedOn: '2024-01-05',
    })
  })
})

describe('the addressee', () => {
  it.each([
    ['市委、市政府：', '市委、市政府'],
    ['中共云溪县委、云溪县人民政府:', '中共云溪县委、云溪县人民政府'],
    ['主任、副主任、秘书长、各位委员：', '主任、副主任、秘书长、各位委员'],
    ['县委、县政府，市司法局：', '县委、县政府，市司法局'],
  ])('is the line that ends in a colon: %s', async (line, addressee) => {
    expect((await reportOf([TITLE, line, ...BODY])).addressee).toBe(addressee)
  })

  it('is not a line that announces the text', async () => {
    const report = await reportOf([TITLE, '现将2023年法治政府建设情况报告如下：', ...BODY])
    expect(report.addressee).toBeUndefined()
  })
})

describe('signature and date', () => {
  it.each([
    [['云溪县人民政府', '2024年1月25日']],
    [['云溪县人民政府', '二〇二四年一月二十五日']],
    [['　　　　　云溪县人民政府', '　　　　　2024年1月25日']],
    [['云溪县人民政府　2024年1月25日']],
    [['云溪县人民政府', '2024年1月25日', '（此件公开发布）']],
    [['云溪县人民政府', '2024年1月25日', '附件：1.统计表']],
    [['云溪县人民政府', '2024 年 1 月 25 日']],
  ])('stand below the text: %j', async (lines) => {
    expect(await reportOf([TITLE, ...BODY, ...lines])).toMatchObject({
      signature: '云溪县人民政府',
      signedOn: '2024-01-25',
    })
  })

  it('join the names of two signers', async () => {
    const report = await reportOf([TITLE, ...BODY, '中共石桥镇委员会', '石桥镇人民政府', '2024年1月5日'])
    expect(report.signature).toBe('中共石桥镇委员会、石桥镇人民政府')
  })

  it('give the date below the title where the text ends without', async () => {
    expect((await reportOf([TITLE, '（2024年1月25日）', ...BODY])).signedOn).toBe('2024-01-25')
  })

  it('are found above a long table and above footnotes', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `| 第${i}项 | ${i} |`)
    const table = ['| 事项 | 件数 |', '| --- | --- |', ...rows].join('\n')
    const notes = Array.from({ length: 9 }, (_, i) => `[^${i}]: 数据截至年底。`)
    const report = await reportOf([TITLE, ...BODY, '云溪县人民政府', '2024年1月25日', table, ...notes], 'draft.md')
    expect(report).toMatchObject({ signature: '云溪县人民政府', signedOn: '2024-01-25' })
  })

  it('are not made of the last sentence', async () => {
    const report = await reportOf([TITLE, ...BODY, '2024年1月25日召开推进会，部署下一步工作，确保任务落实到位。'])
    expect(report.signature).toBeUndefined()
    expect(report.signedOn).toBeUndefined()
  })
})
