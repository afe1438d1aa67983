import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { examine } from '../../src/lint.js'
import { TERMS } from '../../src/rules/confusable-terms.js'
import { confusableWord } from '../../src/rules/confusable-word.js'
import { fixedPhrase } from '../../src/rules/fixed-phrase.js'
import { meetingName } from '../../src/rules/meeting-name.js'
import { draftOf } from '../drafts.js'

const RULES = [confusableWord, fixedPhrase, meetingName]

const reportOf = (text: string, year = 2025): string =>
  `# 云溪县${year}年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n${text}。\n`

async function findingsIn(text: string, year?: number): Promise<Finding[]> {
  const draft = await draftOf(reportOf(text, year), 'a.md')
  return examine({ ...draft, isReport: true }, {}, RULES).findings
}

const told = async (text: string, year?: number): Promise<string[]> =>
  (await findingsIn(text, year)).map(({ rule, severity }) => `${rule} ${severity}`)

/** The text as the fixes leave it. */
async function mended(text: string): Promise<string> {
  const fixes = (await findingsIn(text)).flatMap(({ fix = [] }) => fix).sort((a, b) => b.start - a.start)
  return fixes.reduce((draft, fix) => draft.slice(0, fix.start) + fix.text + draft.slice(fix.end), reportOf(text))
}

describe('a term of government by law', () => {
  it('is mended in every form of the table', async () => {
    for (const [right, wrongs] of Object.entries(TERMS))
      for (const wrong of wrongs) expect([wrong, await mended(wrong)]).toEqual([wrong, reportOf(right)])
  })

  it.each([
    ['行政机关负责人出庭应诉律达100%，败诉律下降', '行政机关负责人出庭应诉率达100%，败诉率下降'],
    ['开展年终诉法、述职诉法和专题诉法', '开展年终述法、述职述法和专题述法'],
    ['推进法冶政府建设，依发行政', '推进法治政府建设，依法行政'],
    ['纳入法制化轨道，培养法制带头人', '纳入法治化轨道，培养法治带头人'],
    ['邀请公众参予，落实普法责任治，实现执法全过程纪录', '邀请公众参与，落实普法责任制，实现执法全过程记录'],
  ])('is mended in %s', async (wrong, right) => {
    expect(await mended(wrong)).toBe(reportOf(right))
  })

  it.each([
    '健全府院连动机制',
    '推行“双随时、一公开”监管',
    '落实“谁执法、谁普发”责任',
    '深化“放管福”改革',
    '坚持新时代“枫乔经验”，建设“枫桥式”派出所',
    '建设“风桥式”人民法庭',
    '领会习近平法治思想“十二个坚持”',
    '增强“四个意思”',
    '履行推进法治建设第一负责人职责',
    '落实“一规划二纲要”',
    '制定“八五”普发规划',
    '审议“三大一重”事项',
    '推进“一件事一件办”改革',
    '党的十九大、二十届精神',
    '党的二十届和二十届三中全会精神',
    '党的二十届历届全会精神',
    '二十大历届全会精神',
    '一体推进不能腐、不敢腐、不想腐',
  ])('is told once in %s', async (text) => {
    expect(await told(text)).toHaveLength(1)
  })

  it('was another before the regulation that names it', async () => {
    expect(await told('开展法治督查', 2025)).toEqual(['fixed-phrase warning'])
    expect(await told('开展法治督查', 2018)).toEqual([])
  })

  it.each([
    '政府与法院建立府院联动机制，府检联动',
    '贯彻落实党的二十大和二十届历次全会精神',
    '党的十九届、二十届历次全会精神',
    '党的十九大和十九届历次全会、党的二十大精神',
    '市第二十届精神文明建设先进',
    '团的十九大、十九届精神',
    '县委十四届历次全会精神',
    '党的二十大及二十届二中、三中全会精神',
    '中国共产党第二十届中央委员会第三次全体会议',
    '习近平新时代中国特色社会主义思想和习近平法治思想“十一个坚持”',
    '增强“四个意识”、坚定“四个自信”、做到“两个维护”',
    '这句话有四个意思，四种意识都要树牢',
    '坚决拥护“两个确立”、坚决做到“两个维护”',
    '统筹推进“五位一体”总体布局和协调推进“四个全面”战略布局，落实战略部署',
    '坚持和发展新时代“枫桥经验”，建设“枫桥式”派出所，凤桥镇的经验',
    '修建风雨桥式样的长廊',
    '沿街接访群众，上街接受咨询，大街接头',
    '职衔结构，头衔结合',
    '机关健全制度，海关健康申报，机关健身',
    '聘请应诉律师3名，败诉律师费由对方承担',
    '行政答复意见书，批复意见',
    '书面诉法院的，专题诉法官不公',
    '党员专家参予以肯定，没收违法所得由第三人参予以监督',
    '执法全过程纪录片',
    '大街上，一网统管、一网通办、一网通管',
    '无法冶炼，方法冶金，司法冶',
    '依发行政策调整债券',
    '落实普法责任治理体系',
    '少数关键岗位，这些少数关键人员',
    '三大一重点工程，一大三重，篮球队坚持“三从一大”训练',
    '体现“不敢腐、不能腐、不想腐”一体推进',
    '简政放权、放管结合、优化服务改革',
    '法治督察与政府督查衔接',
    '“八五”普法规划，八五普法',
    '双随机、一公开监管',
    '谁执法谁普法，谁立法谁普法，谁主管、谁普法',
    '行政执法“三项制度”：行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度',
    '法制机构、法制审核、法制员，述法制度',
    '申请单、权责清单、报请单位',
    '宪法宣示的原则，举行宪法宣誓仪式',
    '各级人民政府、纳入民政府外采购',
    '检查防风桥式起重机12台，办成一件是一件，一件事一件办好，抓好关键小数据',
    '这个少数民族村，以示范创健康县城',
    '制定“一规划两纲要”实施方案',
    '包容审慎监管，审慎包容',
    '行政复议、行政诉讼，行政复核',
    '人民调解，人民调解员介入',
    '多元化介入，多元化介绍',
    '破坏境内营商环境',
    '高效办成一件事，高效办好每一件事',
    '落实告知承诺制，告之承诺人',
    '专家论证，身份认证',
    '推进法治建设第一责任人职责',
    '会前学法，年终述法',
    '“三会一课”“两学一做”“三重一大”“一岗双责”',
    '关键少数、关键环节',
    '证照分离，先照后证',
    '法治政府建设实施纲要，工程建设实施刚刚要收尾',
    '十九大以来历次全会',
    '召开三种全会议形式的会议，三种全会员制',
  ])('is left alone in %s', async (text) => {
    expect(await told(text)).toEqual([])
  })
})
