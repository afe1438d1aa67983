import { describe, expect, it } from 'vitest'
import { bodyOfPlace, isBodyName, kindOfBody } from '../../src/report/names.js'
import { draftOf } from '../drafts.js'

describe('kindOfBody', () => {
  it.each([
    ['云溪县人民政府', 'government'],
    ['云溪县', 'government'],
    ['澜川经济技术开发区管理委员会', 'government'],
    ['中共云溪县委', 'government'],
    ['内蒙古自治区人民政府', 'government'],
    ['云溪县司法局', 'department'],
    ['岭川省水利厅', 'department'],
    ['澜川市卫生健康委员会', 'department'],
    ['中共临泽市交通运输局党组', 'department'],
    ['云溪县人民政府办公室', 'department'],
    ['澜川市城市管理委员会', 'department'],
    ['云溪县石桥镇人民政府', 'township'],
    ['石桥镇', 'township'],
    ['柳塘乡人民政府', 'township'],
    ['听潮街道办事处', 'township'],
    ['中共石桥镇委员会', 'township'],
  ])('tells the kind of %s', (name, kind) => {
    expect(kindOfBody(name)).toBe(kind)
  })

  it('tells none where the name tells nothing', () => {
    expect(kindOfBody('我们')).toBeNull()
    expect(kindOfBody('')).toBeNull()
  })

  it('goes by the last of joint issuers', () => {
    expect(kindOfBody('中共石桥镇委员会、石桥镇人民政府')).toBe('township')
  })
})

describe('bodyOfPlace', () => {
  it.each([
    ['灵丘县', '灵丘县人民政府'],
    ['石桥镇', '石桥镇人民政府'],
    ['听潮街道', '听潮街道'],
    ['澜川经济技术开发区', '澜川经济技术开发区'],
    ['云溪县司法局', '云溪县司法局'],
  ])('names the body for %s', (place, body) => {
    expect(bodyOfPlace(place)).toBe(body)
  })
})

describe('isBodyName', () => {
  it.each([['云溪县人民政府'], ['中共云溪县委员会'], ['云溪县住房和城乡建设局'], ['听潮街道办事处']])(
    'holds for %s',
    (line) => {
      expect(isBodyName(line)).toBe(true)
    },
  )

  it.each([['云溪县人民政府关于报告'], ['2024年1月25日'], ['抓好落实。'], ['']])('does not hold for “%s”', (line) => {
    expect(isBodyName(line)).toBe(false)
  })
})

const BODY = '一、主要举措和成效\n\n审查规范性文件32件。\n\n'

describe('the issuer', () => {
  it('takes the longer name of the signature where the title shortens it', async () => {
    const { report } = await draftOf(
      `石桥镇人民政府2023年法治政府建设年度报告\n\n${BODY}云溪县石桥镇人民政府\n\n2024年1月5日\n`,
    )
    expect(report.issuer).toBe('云溪县石桥镇人民政府')
  })

  it('takes the signature, then the page, where the title names nobody', async () => {
    const title = '关于2023年度法治政府建设情况的报告'
    const signed = await draftOf(`${title}\n\n${BODY}云溪县司法局\n\n2024年1月5日\n`)
    expect(signed.report.issuer).toBe('云溪县司法局')
    const published = await draftOf(`${title}\n\n发布机构：云溪县司法局 发布日期：2024-01-05\n\n${BODY}`)
    expect(published.report.issuer).toBe('云溪县司法局')
  })

  it('takes no abbreviation from the page', async () => {
    const { report } = await draftOf(
      `关于2023年度法治政府建设情况的报告\n\n发布机构：县府办 发布日期：2024-01-05\n\n${BODY}`,
    )
    expect(report.issuer).toBeUndefined()
    expect(report.kind).toBe('government')
  })

  it('is what front matter says', async () => {
    const { report } = await draftOf(
      `---\nissuer: 云溪县司法局\n---\n\n# 云溪县2023年法治政府建设年度报告\n\n${BODY}`,
      'draft.md',
    )
    expect(report.issuer).toBe('云溪县司法局')
    expect(report.kind).toBe('department')
  })
})

describe('the kind', () => {
  const untitled = (text: string) => draftOf(`2023年法治政府建设情况报告\n\n一、主要做法\n\n${text}\n`)

  it.each([
    ['我局审查文件32件。我局执法人员全部持证。我市成绩明显。', 'department'],
    ['镇党委高度重视。全镇调解纠纷12件。', 'township'],
    ['我县审查文件32件。县政府常务会议研究4次。', 'government'],
  ])('is told by how the text speaks of itself: %s', async (text, kind) => {
    expect((await untitled(text)).report.kind).toBe(kind)
  })

  it('stays unknown where nothing tells it', async () => {
    expect((await untitled('审查文件32件。')).report.kind).toBeUndefined()
  })

  it('is what the user says, then what front matter says', async () => {
    const text = '---\nkind: department\n---\n\n# 云溪县2023年法治政府建设年度报告\n\n## 一、主要做法\n'
    expect((await draftOf(text, 'draft.md')).report.kind).toBe('department')
    expect((await draftOf(text, 'draft.md', { kind: 'township' })).report.kind).toBe('township')
  })
})

describe('the year', () => {
  it('is that of the title, not of the publication', async () => {
    const { report } = await draftOf(
      `云溪县2023年法治政府建设年度报告\n\n发布日期：2024-03-12 来源：县司法局\n\n${BODY}`,
    )
    expect(report.year).toBe(2023)
  })

  it.each([
    ['the opening', '2023年，云溪县坚持以习近平法治思想为指导，深入推进法治政府建设。', '一、主要做法'],
    ['a heading of achievements', '云溪县深入推进法治政府建设各项工作。', '一、2023年主要举措和成效'],
    ['a heading of the plan, a year later', '云溪县深入推进法治政府建设各项工作。', '一、2024年工作安排'],
  ])('is told by %s where the title does not', async (_, opening, heading) => {
    const { report } = await draftOf(`云溪县法治政府建设情况报告\n\n${opening}\n\n${heading}\n\n审查文件32件。\n`)
    expect(report.year).toBe(2023)
  })

  it('is told by the date of signature where nothing else does', async () => {
    const { report } = await draftOf(
      '云溪县法治政府建设情况报告\n\n一、主要做法\n\n审查文件32件。\n\n云溪县人民政府\n\n2024年1月5日\n',
    )
    expect(report.year).toBe(2023)
  })

  it('is not that of a document cited in the opening', async () => {
    const { report } = await draftOf(
      '云溪县法治政府建设情况报告\n\n根据《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）要求，现将有关情况报告如下。\n\n一、2023年主要做法\n\n审查文件32件。\n',
    )
    expect(report.year).toBe(2023)
  })

  it('stays unknown where nothing tells it', async () => {
    expect(
      (await draftOf('云溪县法治政府建设情况报告\n\n一、主要做法\n\n审查文件32件。\n')).report.year,
    ).toBeUndefined()
  })
})
