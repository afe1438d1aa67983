import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { lint } from '../../src/lint.js'
import { draftOf } from '../drafts.js'
import { expectToEndOn } from './hostile.js'

interface Parts {
  year?: number
  opening?: string
  done?: string
  doneText?: string
  lacking?: string
  plan?: string
  planText?: string
  date?: string
}

/** A county's report of 2023, its parts to be replaced. */
function reportWith({
  year = 2023,
  opening = `${year}年，云溪县扎实推进依法行政。现将有关情况报告如下。`,
  done = '主要举措和成效',
  doneText = '审查规范性文件32件。',
  lacking = '存在的不足和原因',
  plan = '下一步工作安排',
  planText = '充实执法队伍。',
  date = '',
}: Parts): string {
  const signature = date === '' ? '' : `\n云溪县人民政府\n\n${date}\n`
  return `# 云溪县${year}年法治政府建设年度报告\n\n${opening}\n\n## 一、${done}\n\n${doneText}\n\n## 二、${lacking}\n\n由于编制少，执法力量不足。\n\n## 三、${plan}\n\n${planText}\n${signature}`
}

async function findingsOf(rule: string, parts: Parts): Promise<Finding[]> {
  const draft = await draftOf(reportWith(parts), 'draft.md')
  return lint(draft).filter((finding) => finding.rule === rule)
}

const levels = async (rule: string, parts: Parts): Promise<string[]> =>
  (await findingsOf(rule, parts)).map(({ severity }) => severity)

describe('year-mismatch in headings', () => {
  it.each<Parts>([
    { done: '2022年主要举措和成效' },
    { done: '2022年度推进法治政府建设的主要举措和成效' },
    { done: '2024年法治政府建设工作情况' },
    { done: '二〇二二年主要工作情况' },
    { done: '2022 年度主要工作情况' },
    { plan: '2023年工作安排' },
    { plan: '2022年度法治政府建设主要安排' },
    { plan: '2025年工作思路' },
    { plan: '下一步工作安排（2023年）' },
    { lacking: '2022年存在的不足和原因' },
  ])('finds the year in %o', async (parts) => {
    expect(await levels('year-mismatch', parts)).toEqual(['error'])
  })

  it.each<Parts>([
    { done: '2023年主要举措和成效', plan: '2024年工作安排' },
    { done: '二〇二三年度主要举措和成效', plan: '二〇二四年打算' },
    { done: '2022年以来推进法治政府建设情况' },
    { done: '2021年至2023年法治政府建设情况' },
    { done: '落实《法治政府建设实施纲要（2021—2025年）》情况' },
    { done: '2022年度督察反馈问题整改和2023年工作情况' },
    { plan: '2024年及今后一个时期的工作安排' },
    { plan: '2024—2025年工作安排' },
    { lacking: '2023年存在的不足', plan: '2023年存在问题的整改和2024年工作打算' },
    { plan: '锚定更高标准，谋划2024年新篇章' },
    { plan: '2024年主要举措' },
    { plan: '下一步工作安排（2024年）', done: '主要举措和成效（2023年度）' },
    { done: '2023年重点工作完成情况', plan: '到2025年的工作目标' },
  ])('is silent in %o', async (parts) => {
    expect(await findingsOf('year-mismatch', parts)).toEqual([])
  })

  it('only warns where the year may date something in the heading', async () => {
    expect(await levels('year-mismatch', { done: '高标准承办2022年全省现场会情况' })).toEqual(['warning'])
  })

  it('only warns where no title tells the year of the report', async () => {
    const text =
      '2023年，云溪县扎实推进依法行政，法治政府建设取得新进展。\n\n一、2022年法治政府建设主要举措和成效\n\n法治建设、法治政府、依法行政。\n\n二、存在的不足和原因\n\n由于编制少，力量不足。\n\n三、2024年工作安排\n\n充实队伍。\n'
    const found = lint(await draftOf(text)).filter(({ rule }) => rule === 'year-mismatch')
    expect(found.map(({ severity }) => severity)).toEqual(['warning'])
  })
})

describe('year-mismatch in sentences', () => {
  it.each<Parts>([
    { opening: '2022年，我县坚持以习近平法治思想为指导，全面推进依法行政。' },
    { opening: '2022年，在县委的坚强领导下，云溪县深入贯彻落实上级部署。现将2023年度情况报告如下。' },
    { opening: '2022年是党的二十大召开之年，云溪县扎实推进依法行政。' },
    { opening: '云溪县扎实推进依法行政。现将2022年度法治政府建设情况报告如下。' },
    { opening: '云溪县扎实推进依法行政。现将本县二〇二二年度法治政府建设情况报告如下。' },
    { doneText: '（一）加强领导。2022年，我县坚持以上率下，召开会议12次。' },
    { doneText: '2022年共受理行政复议申请86件，办结79件。' },
    { doneText: '健全调解网络，2022年全县调解纠纷5432件，成功率98%。' },
    { doneText: '一是办好实事。二是2022年组织培训12期。' },
    { doneText: '（1）2022年，全镇坚持先审后签，审查合同。' },
    { planText: '2023年，我们将充实执法队伍。' },
    { planText: '2023 年，我们将充实执法队伍。' },
    { planText: '针对上述不足，2023年我县将重点做好以下工作。' },
    { planText: '2022年，云溪县将继续推进依法行政。' },
    { planText: '2025年，我县将继续推进依法行政。' },
    { planText: '（一）强队伍。2023年6月底前完成人员划转。' },
  ])('warns of %o', async (parts) => {
    expect(await levels('year-mismatch', parts)).toEqual(['warning'])
  })

  it.each<Parts>([
    { opening: '2021年10月，我县被命名为示范县。2022年，我县获评全省先进县。' },
    { opening: '2022年以来，我县坚持以习近平法治思想为指导。现将2023年度情况和2024年安排报告如下。' },
    { opening: '2022年是开局之年，2023年是攻坚之年，我县扎实推进。' },
    { doneText: '办结案件较2022年增长12%，与2022年相比下降3个百分点，同比持平。' },
    { doneText: '开展2022年度案卷评查120卷，对2022年制发的32件文件评估。' },
    { doneText: '2022年度法治建设考核位列全市第2名。县人大常委会审议2022年法治政府建设情况报告。' },
    { doneText: '2022年受理86件，2023年受理120件。' },
    { doneText: '2021年完成33项，2022年完成41项，今年完成24项。' },
    { doneText: '2022年7月成立综合执法队，自2022年以来查处案件120件，截至2022年底共有执法证320个。' },
    { doneText: '2022年出台的《云溪县文件管理办法》得到落实，审查文件32件。' },
    { doneText: '推进改革，2022年我县被列为全省试点，审查文件32件。' },
    { doneText: '其余2件转入下年，2024年6月底前完成，2024年，将继续督办。' },
    { doneText: '学习《行政复议法》（2023年修订）和“2022年全县组织培训9期”的做法。' },
    { doneText: '按云政发〔2022〕12号文件，全面推行2021年版清单3项。' },
    { planText: '2024年，我县将充实执法队伍，到2025年基本建成体系。' },
    { planText: '2023年，我县法治建设虽取得成效，但力量将更紧张。2024年，重点抓好培训。' },
    { planText: '对2023年底前完成整改的事项开展回头看，2024年6月底前完成评估。' },
    { planText: '巩固2023年工作成果，2025年底前建成3个中心。' },
  ])('is silent in %o', async (parts) => {
    expect(await findingsOf('year-mismatch', parts)).toEqual([])
  })

  it('says one thing once, with all its places', async () => {
    const [finding, ...others] = await findingsOf('year-mismatch', {
      doneText: '2022年共受理申请86件。\n\n2022年全县调解纠纷5432件。',
    })
    expect(others).toEqual([])
    expect(finding?.related).toHaveLength(1)
  })
})

describe('expired-plan', () => {
  it.each<Parts>([
    { doneText: '深入推进“七五”普法，开展宣传40场。' },
    { doneText: '按照“七五”普法规划要求，开展宣传40场。' },
    { doneText: '全面落实七五普法规划，开展宣传40场。' },
    { doneText: '以“六五”法治宣传教育规划为抓手，开展宣传40场。' },
    { doneText: '实施法治宣传教育第七个五年规划，开展宣传40场。' },
    { doneText: '围绕“十三五”规划确定的任务，开展清理。' },
    { doneText: '贯彻落实《法治政府建设实施纲要（2015-2020年）》，开展清理。' },
    { opening: '2023年，云溪县按照《法治政府建设实施纲要(2015—2020年)》要求推进工作。' },
    { planText: '继续实施“七五”普法规划。' },
    { doneText: '建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府。' },
  ])('warns of %o', async (parts) => {
    expect(await levels('expired-plan', parts)).toEqual(['warning'])
  })

  it.each<Parts>([
    { doneText: '荣获全国“七五”普法先进集体，“七五”普法以来培训2000人次。' },
    { doneText: '“七五”普法时建成的宪法公园改造提升，“七五”普法期间命名的示范村通过复核。' },
    { doneText: '总结“七五”普法经验，推进“八五”普法。' },
    { doneText: '推动“七五”向“八五”普法转段。' },
    { year: 2021, doneText: '开展“七五”普法总结验收，做好表彰推荐。' },
    { year: 2021, doneText: '在全面总结《法治政府建设实施纲要（2015—2020年）》实施成效的基础上，启动新纲要。' },
    { year: 2020, doneText: '深入推进“七五”普法，落实《法治政府建设实施纲要（2015—2020年）》。' },
    { year: 2026, doneText: '推进“八五”普法，落实“十四五”规划和“一规划两纲要”。' },
    { year: 2019, doneText: '建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府。' },
    { doneText: '落实《云溪县“八五”普法规划》，“十三五”期间清理文件86件。' },
  ])('is silent in %o', async (parts) => {
    expect(await findingsOf('expired-plan', parts)).toEqual([])
  })
})

describe('meeting-name', () => {
  it.each<Parts>([
    { year: 2025, opening: '深入学习贯彻党的二十届三中四中全会精神。' },
    { year: 2025, opening: '深入学习贯彻党的二十届二中、三中四中全会精神。' },
    { year: 2024, opening: '深入学习贯彻二十届三中报告。' },
    { year: 2024, opening: '深入学习贯彻党的二十届三中精神。' },
    { opening: '深入学习贯彻党的二十报告精神。' },
    { opening: '深入学习贯彻党的二十精神。' },
    { opening: '深入学习贯彻党的二十届精神。' },
    { year: 2024, opening: '深入学习贯彻党的二十三中全会精神。' },
    { year: 2021, opening: '深入学习贯彻党的十九届六中全 会精神。' },
    { year: 2024, opening: '深入学习贯彻党的二十届三次全会精神。' },
    { opening: '深入学习贯彻党的二十大二十届二中全会精神。' },
    { opening: '深入学习贯彻党的十九届八中全会精神。' },
    { opening: '深入学习贯彻党的二十届六中全会精神。' },
    { year: 2022, opening: '深入学习领会党的二十届三中全会要求。' },
    { opening: '深入学习贯彻党的二十届二中、三中全会精神。' },
    { year: 2021, opening: '深入学习贯彻党的二十大精神。' },
    { year: 2021, opening: '深入学习贯彻党的十九大和十九大六中全会精神。' },
    { year: 2021, opening: '深入学习贯彻党的十九大五中、六中全会精神。' },
    { opening: '深入学习贯彻党的二十大历次全会精神。' },
    { year: 2019, opening: '落实中央全面依法治国工作会议部署。' },
    { opening: '落实中国共产党第二十届中央委员会第三次全体会议精神。', date: '2024年1月20日' },
  ])('warns of %o', async (parts) => {
    expect(await levels('meeting-name', parts)).toEqual(['warning'])
  })

  it.each<Parts>([
    { year: 2025, opening: '深入学习贯彻党的二十大和二十届历次全会精神，特别是三中、四中全会精神。' },
    { year: 2025, opening: '深入学习贯彻党的二十届二中、三中、四中全会精神，二十届三、四中全会精神。' },
    { year: 2024, opening: '落实党的二十届三中全会《决定》，二十届三中全会以来推进改革。' },
    { year: 2021, opening: '落实党的十九届六中全会精神，以优异成绩迎接党的二十大胜利召开，护航党的二十大。' },
    { opening: '落实市委十四届七次全会、县委十三届八中全会、共青团十九届八中全会和省委十九届九中全会部署。' },
    { year: 2024, opening: '落实二十届中央纪委三次全会、第二十届中央委员会第三次全体会议精神。' },
    { opening: '全面贯彻党的十九大、二十大和十九届历次全会精神，二十大报告提出要求。' },
    { year: 2022, opening: '学习党的二十大精神。', date: '2023年1月20日' },
    { year: 2025, opening: '学习党的二十届五中全会精神。', date: '2026年2月20日' },
    { opening: '推进二十大重点任务，十九大类事项、二十项措施，党的十九大、十九届六中全会精神。' },
    { year: 2022, opening: '学习党的二十届二中全会精神。', date: '2023年3月20日' },
  ])('is silent in %o', async (parts) => {
    expect(await findingsOf('meeting-name', parts)).toEqual([])
  })
})

describe('on hostile texts, the rules', () => {
  const ids = ['year-mismatch', 'expired-plan', 'meeting-name', 'achievements-without-figures', 'topic-not-covered']

  it.each(['2022年，坚持', '现将2022年报告', '七五普法', '推进七五普法', '二十届三中', '二十大', '6', '十'])(
    'end a megabyte of %s soon',
    (unit) => expectToEndOn(unit, ids),
  )
})
