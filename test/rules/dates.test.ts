import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import { draftOf } from '../drafts.js'
import { expectToEndOn } from './hostile.js'

/** Texts that a rule marks in a report of 2023 with the sentence among its achievements. */
async function marked(rule: string, sentence: string, title = '云溪县2023年法治政府建设年度报告'): Promise<string[]> {
  const text = `# ${title}\n\n## 一、主要举措和成效\n\n${sentence}\n\n## 二、2024年主要安排\n\n充实执法队伍。\n`
  const draft = await draftOf(text, 'draft.md')
  return lint(draft)
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => [finding, ...(finding.related ?? [])])
    .map(({ line, column, endColumn }) => (text.split('\n')[line - 1] ?? '').slice(column - 1, endColumn - 1))
}

describe('impossible-date', () => {
  it.each([
    ['2023年2月30日召开会议。', '2023年2月30日'],
    ['2023年2月29日召开会议。', '2023年2月29日'],
    ['6月31日审议通过。', '6月31日'],
    ['于 2023 年 9 月 31 日印发。', '2023 年 9 月 31 日'],
    ['13月5日集中宣传。', '13月5日'],
    ['2023年13月出台办法。', '2023年13月'],
    ['5月0日开庭。', '5月0日'],
    ['4月26日至31日集中整治。', '4月26日至31日'],
    ['4月1-31日集中整治。', '4月1-31日'],
    ['四月三十一日开庭。', '四月三十一日'],
    ['二〇二三年二月三十日开庭。', '二〇二三年二月三十日'],
    ['发布于2023-11-31。', '2023-11-31'],
    ['发布于2023.6.31。', '2023.6.31'],
  ])('finds the day in %s', async (sentence, date) => {
    expect(await marked('impossible-date', sentence)).toEqual([date])
  })

  it.each([
    '8月1-31日开展整治，1月30日—3月31日开展清查。',
    '2024年2月29日前完成，2020年2月29日印发。',
    '在2020年疫情期间，2月29日即出台办法。',
    '占比4/31，地址10.2.30.13，版本号2023.2.30，见2023.2.30版。',
    '农历二月三十日举办庙会，个别事项3个月30日内办结。',
    '编号2023-13-45，传真0571-2022-02-30，年度2021/22/23。',
    '十二月三十一日、三月一日各开庭一次，11月28日、30日宣讲。',
    '12·4宪法日、3·15当天、2.30万元、5月2.31万人次。',
  ])('is silent in %s', async (sentence) => {
    expect(await marked('impossible-date', sentence)).toEqual([])
  })

  it('asks about 29 February without year where no year near is a leap year', async () => {
    expect(await marked('impossible-date', '2月29日召开会议。')).toEqual(['2月29日'])
    expect(await marked('impossible-date', '2月29日召开会议。', '云溪县2024年法治政府建设年度报告')).toEqual([])
  })
})

describe('zero-padded-date', () => {
  it.each([
    ['2023年01月05日召开会议。', ['2023年01月05日']],
    ['2023年12月05日和03月15日宣讲。', ['2023年12月05日', '03月15日']],
    ['截至2023年09月，办结120件。', ['2023年09月']],
    ['11月01日—08日开展检查。', ['11月01日—08日']],
  ])('finds the zeros in %s', async (sentence, dates) => {
    expect(await marked('zero-padded-date', sentence)).toEqual(dates)
  })

  it.each([
    '10月20日、2023年10月、11月30日宣讲，08:30开门，107岁老人。',
    '数据更新至2023-01-05，编号01-05，2.05月均值，代码0105日志。',
    '1月5日至8日，7×24小时，0.8万件。',
  ])('is silent in %s', async (sentence) => {
    expect(await marked('zero-padded-date', sentence)).toEqual([])
  })
})

describe('lost-dash', () => {
  it.each([
    ['落实《法治政府建设实施纲要（20212025年）》。', '20212025年'],
    ['落实《法治政府建设实施纲要(20212025)》。', '20212025'],
    ['落实《法治宣传教育规划（2021 2025年）》。', '2021 2025年'],
    ['落实《三年行动方案（2021年2023年）》。', '2021年2023年'],
    ['实施第八个五年普法规划20212025年。', '20212025年'],
    ['落实《国土空间总体规划（20212035年）》。', '20212035年'],
  ])('finds the years run together in %s', async (sentence, years) => {
    expect(await marked('lost-dash', sentence)).toEqual([years])
  })

  it.each([
    '落实《法治政府建设实施纲要（2021—2025年）》《规划（2021-2025）》《要点（2021～2023年）》。',
    '电话20232024，项目20212025号，身份证明330102202120251234，备案（20212023）第5号。',
    '下表列出2021年 2022年 2023年的数据，云政发〔2021〕2022号。',
    '受理2021件、2025件，编号2021-2025-2026。',
  ])('is silent in %s', async (sentence) => {
    expect(await marked('lost-dash', sentence)).toEqual([])
  })
})

describe('year-form', () => {
  it.each([
    ['22年全县共审查文件32件。', ['22年']],
    ['21年6月，县长带队调研。', ['21年']],
    ['共有18所，21年底全部达标。', ['21年']],
    ['办结率较22年提高3个百分点。', ['22年']],
    ['截至23年，累计办理120件。', ['23年']],
    ['23年度考核名列前茅。', ['23年']],
    ['对21-22年的文件逐件梳理。', ['21-22年']],
    ['一是夯实基础，23年共组织培训5期；22年上半年完成清理。', ['23年', '22年']],
    ['自21年以来连续达标。', ['21年']],
    ['23年，我县扎实推进。', ['23年']],
    ['街道、社区两级调委会22年共受理纠纷205件，县司法局22年审查文件32件。', ['22年', '22年']],
    ['22年秋季学期起开设法治课，21年春招录用5人。', ['22年', '21年']],
    ['印发22年普法计划，完成21年工作任务。', ['22年', '21年']],
  ])('finds the short year in %s', async (sentence, years) => {
    expect(await marked('year-form', sentence)).toEqual(years)
  })

  it.each([
    '邀请工作22年的老调解员，坚守22年，22年来无一差错，22年间调解千件。',
    '连续22年开展宣传，近20年来首次，第22年举办，已有23年党龄。',
    '判处有期徒刑12年6个月，刑期12年，合同期20年，树龄20-22年。',
    '三年行动、5年规划、10年以上工龄、15-20年的老案卷。',
    '’22年度人物评选，2022年全县，2021-22年采暖季。',
    '二十二年如一日，20年底蕴深厚，20年初心不改，从业10年、15年、22年，各有奖励。',
    '扎根街道22年共调解千件，在司法所22年受理五千件，成立调委会22年办理三千件。',
    '具有22年工作经验，完成22年的夙愿，三级调委会12年共受理万件。',
    '时隔22年，土地延包22年到期，拖欠22年的工程款得到解决。',
  ])('is silent in %s', async (sentence) => {
    expect(await marked('year-form', sentence)).toEqual([])
  })
})

describe('on hostile texts, the rules', () => {
  const ids = ['impossible-date', 'zero-padded-date', 'lost-dash', 'year-form']

  it.each(['2月3', '2023年02月', '20212025', '20', '22年', '二月', '2023.2.'])('end a megabyte of %s soon', (unit) =>
    expectToEndOn(unit, ids),
  )
})
