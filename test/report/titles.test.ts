import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAbout, isReportTitle, readTitle } from '../../src/report/title.js'
import { draftOf } from '../drafts.js'
import { describeShared, jsonLines } from './corpus.js'

interface Entry {
  title: string
  issuer: string
  kind: string
  year: number
}

/** The name itself, its tail where the title shortens it, or joint issuers of the place it names. */
function namesTheSame(found: string | undefined, expected: string): boolean {
  if (found === undefined) return false
  return expected.endsWith(found) || found.split('、').every((body) => body.includes(expected))
}

describeShared('titles of real reports', 'corpus', (folder) => {
  it.each(jsonLines<Entry>(join(folder, 'titles.jsonl')))('tell issuer, kind and year: $title', async (entry) => {
    const { isReport, report } = await draftOf(`${entry.title}\n\n一、主要举措和成效\n\n审查文件32件。\n`)
    expect(isReport).toBe(true)
    expect(report.title).toBe(entry.title)
    expect(report.year).toBe(entry.year)
    expect(report.kind).toBe(entry.kind)
    expect(namesTheSame(report.issuer, entry.issuer), `${report.issuer} is not ${entry.issuer}`).toBe(true)
  })
})

describe('isReportTitle', () => {
  it.each([
    ['云溪县人民政府关于2023年法治政府建设情况的报告'],
    ['2023年法治政府建设年度报告'],
    ['云溪县司法局2023年度法治政府建设工作总结'],
    ['2017年度依法行政工作报告'],
    ['云溪县2023年法治政府建设情况报告（公开稿）'],
    ['云溪县 2023年 法治政府建设 年度报告'],
  ])('holds for %s', (line) => {
    expect(isReportTitle(line)).toBe(true)
  })

  it.each([
    ['关于报送2023年度法治政府建设年度报告的通知'],
    ['云溪县2024年法治政府建设工作要点'],
    ['法治政府建设实施纲要（2021—2025年）'],
    ['云溪县人民政府2023年政府信息公开工作年度报告'],
    ['2023年政府工作报告'],
    ['现将2023年法治政府建设情况报告如下：'],
    ['全县法治政府建设取得明显成效。现将有关情况报告'],
    ['县长关于2023年述职述法报告'],
    ['法治政府建设'],
  ])('does not hold for %s', (line) => {
    expect(isReportTitle(line)).toBe(false)
  })
})

describe('isAbout', () => {
  it.each([
    ['关于报送法治政府建设年度报告的通知'],
    ['法治政府建设情况报告的审议意见'],
    ['法治政府建设工作要点（试行）'],
  ])('tells a document about reports: %s', (title) => {
    expect(isAbout(title)).toBe(true)
  })

  it('does not take a report for one', () => {
    expect(isAbout('云溪县2023年法治政府建设情况报告')).toBe(false)
  })
})

describe('readTitle', () => {
  it.each([
    ['云溪县2023年法治政府建设年度报告', '云溪县人民政府', 2023],
    ['2023年云溪县法治政府建设情况报告', '云溪县人民政府', 2023],
    ['云溪县人民政府关于2023年度法治政府建设情况的报告', '云溪县人民政府', 2023],
    ['石桥镇2023年法治政府建设年度报告', '石桥镇人民政府', 2023],
    ['听潮街道办事处2023年法治政府建设年度报告', '听潮街道办事处', 2023],
    ['澜川经济技术开发区管理委员会2024年法治政府建设报告', '澜川经济技术开发区管理委员会', 2024],
    ['中共临泽市交通运输局党组关于2023年度法治政府建设情况的报告', '中共临泽市交通运输局党组', 2023],
    ['云溪县二〇二三年度法治政府建设情况报告', '云溪县人民政府', 2023],
    ['关于2023年法治政府建设情况的报告', null, 2023],
    ['法治政府建设情况报告', null, null],
  ])('reads issuer and year of %s', (title, issuer, year) => {
    expect(readTitle(title)).toEqual({ issuer, year })
  })
})
