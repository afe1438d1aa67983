import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import { draftOf } from '../drafts.js'

const REPORT = '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n'

async function findings(rule: string, paragraph: string): Promise<string[]> {
  const found = lint(await draftOf(`${REPORT}${paragraph}\n`, 'draft.md'))
  return found.filter((finding) => finding.rule === rule).map(({ severity, message }) => `${severity} ${message}`)
}

describe('lists that claim to be all', () => {
  it.each([
    ['对126件文件进行清理，分别作出保留88件、修改17件、废止19件的处理决定。', 'error', '88+17+19=124'],
    ['清理文件126件，分别予以保留88件、修改17件、废止19件。', 'error', '88+17+19=124'],
    ['审查文件205件，县政府及其办公室、县直部门、乡镇政府制发的分别为96件、61件、38件。', 'warning', '96+61+38=195'],
    ['办结132件，按结案方式分，维持61件、驳回23件、其他方式结案46件。', 'error', '61+23+46=130'],
    ['办结132件，其中按案件类型划分：治安61件、交通23件、城管46件。', 'error', '61+23+46=130'],
    ['收案148件，加上结转的11件，共159件；办结132件，按结案方式分，维持61件、驳回69件。', 'error', '61+69=130'],
  ])('must meet it in %s', async (text, severity, working) => {
    const found = await findings('sum-mismatch', text)
    expect(found).toHaveLength(1)
    expect(found[0]?.startsWith(severity)).toBe(true)
    expect(found[0]).toContain(working)
  })

  it.each([
    ['对124件文件进行清理，分别作出保留88件、修改17件、废止19件的处理决定。'],
    ['审查文件205件，居前三位的县政府、县直部门、乡镇政府分别为96件、61件、38件。'],
    ['审查文件205件，县政府、县直部门、乡镇政府等制发的分别为96件、61件、38件。'],
    ['审查文件205件，县政府、县直部门、乡镇政府制发的分别为96件、61件、38件，其余10件为转发。'],
    ['办结132件，按结案方式分，维持61件、驳回23件，其余48件正在审理。'],
    ['办结132件，按行政管理领域分，公安61件、市场监管23件、自然资源9件等。'],
    ['按风险等级分类监管企业1200家，其中高风险20家、中风险30家。'],
    ['办结132件，按时限要求评分，优秀61件、良好23件。'],
  ])('is silent in %s', async (text) => {
    expect(await findings('sum-mismatch', text)).toEqual([])
  })
})

describe('shares of a whole further back', () => {
  it.each([
    ['查处案件1460件，其中超限412件，占28.2%；超载533件，占案件总数的39.8%。', '533÷1460=36.5%'],
    ['查处案件1460件，其中超限412件，占28.2%；超载533件，占39.8%。', '533÷1460=36.5%'],
    ['受理投诉6240件，按期办结6115件，按期办结率99.8%。', '6115÷6240=98.0%'],
  ])('finds %s', async (text, working) => {
    expect((await findings('percentage-mismatch', text)).join()).toContain(working)
  })

  it.each([
    ['查处案件1460件，其中超限412件，占28.2%；超载533件，占案件总数的36.5%。'],
    ['查处案件1460件，其中超限412件，占28.2%；上年超载533件，占39.8%。'],
    ['受理投诉6240件，按期办结6115件，按期办结率100%。'],
    ['收到申请145件，受理131件，经调解、和解后终止37件，复议后起诉率4.9%。'],
    ['办理代表建议14件、政协提案11件，办理满意率100%。'],
  ])('is silent in %s', async (text) => {
    expect(await findings('percentage-mismatch', text)).toEqual([])
  })
})

describe('figures before their noun', () => {
  const draft = (achievements: string, shortcomings: string): string =>
    `${achievements}\n\n## 二、存在的不足和原因\n\n${shortcomings}`

  it.each([
    ['全市现有持证行政执法人员6,218名。', '全市6,128名持证行政执法人员中，法律专业的少。'],
    ['全年新设经营主体5217户。', '对全年5271户新设经营主体的服务不够细。'],
    ['受理群众来信来访42件。', '对24件群众来信来访逐件督办，但源头治理不够。'],
    ['全县新收行政复议申请1246件。', '全县新收的1264件行政复议案件反映出执法不规范。'],
    ['以区政府及其部门为被告的行政诉讼案件214件。', '对全区224件行政诉讼案件逐季分析，但败诉仍有发生。'],
    ['全区9个镇街全部组建执法队。', '系统建成，11个镇街全部接入，但应用不够。'],
  ])('differ in %s … %s', async (achievements, shortcomings) => {
    expect(await findings('figure-conflict', draft(achievements, shortcomings))).toHaveLength(1)
  })

  it.each([
    ['全市现有持证行政执法人员6,218名。', '全市6,218名持证行政执法人员中，法律专业的少。'],
    ['新增持证行政执法人员120名。', '全市6,218名持证行政执法人员中，法律专业的少。'],
    ['全年培训持证行政执法人员1,200名。', '全市6,218名持证行政执法人员中，法律专业的少。'],
    ['以区政府为被告的行政诉讼案件21件。', '对全区224件行政诉讼案件逐季分析，但败诉仍有发生。'],
    ['受理群众来信来访42件。', '县长对24件群众来信来访作出安排。'],
    ['全区9个镇街全部组建执法队。', '首批5个镇街全部接入，其余4个镇街进度慢。'],
    ['全区9个镇街全部组建执法队。', '选取3个镇街开展试点。'],
  ])('agree in %s … %s', async (achievements, shortcomings) => {
    expect(await findings('figure-conflict', draft(achievements, shortcomings))).toEqual([])
  })
})

describe('what was done, worded a little differently', () => {
  const draft = (achievements: string, shortcomings: string): string =>
    `${achievements}\n\n## 二、存在的不足和原因\n\n${shortcomings}`

  it.each([
    ['整合资源，全年调解各类矛盾纠纷486件，化解率98%。', '2023年，全县共调解矛盾纠纷468件，但仍有不足。'],
    [
      '开展根治欠薪专项行动，为1246名农民工追回工资2386.5万元。',
      '通过根治欠薪，共追回农民工工资2368.5万元，但仍有不足。',
    ],
    ['审核规范性文件32件。', '全年审查规范性文件35件，但力量不足。'],
  ])('differs in %s … %s', async (achievements, shortcomings) => {
    expect(await findings('figure-conflict', draft(achievements, shortcomings))).toHaveLength(1)
  })

  it.each([
    ['整合资源，全年调解各类矛盾纠纷486件。', '2023年，全县共调解矛盾纠纷486件，但仍有不足。'],
    ['整合资源，全年调解各类矛盾纠纷486件。', '石桥镇全年调解矛盾纠纷468件，但仍有不足。'],
    ['县司法局牵头推进，全年调解各类矛盾纠纷486件。', '全县共调解矛盾纠纷568件，但仍有不足。'],
    ['建成“老赵”调解室，全年调解各类矛盾纠纷386件。', '全县共调解矛盾纠纷468件，但仍有不足。'],
    ['开展“百日攻坚”行动，共调解各类矛盾纠纷386件。', '全县共调解矛盾纠纷468件，但仍有不足。'],
    ['国庆期间共调解各类矛盾纠纷386件。', '全县共调解矛盾纠纷468件，但仍有不足。'],
    ['全县全年调解各类矛盾纠纷486件，其中共调解矛盾纠纷468件涉及邻里。', '力量不足。'],
    ['全年调解各类矛盾纠纷4860件。', '2022年共调解矛盾纠纷4680件，有所上升，但仍有不足。'],
    ['全年调解各类矛盾纠纷4860件。', '上半年共调解矛盾纠纷4680件，但仍有不足。'],
    ['全年调解各类矛盾纠纷4860件。', '累计调解矛盾纠纷4680件，但仍有不足。'],
    ['全年调解各类矛盾纠纷486件。', '全年调解物业矛盾纠纷468件，但仍有不足。'],
    ['全年调解各类矛盾纠纷486件。', '全年化解矛盾纠纷468件，但仍有不足。'],
    ['在查处某公司拖欠工资案中，为17名农民工追回工资23.6万元。', '共追回农民工工资26.3万元，但仍有不足。'],
    ['为1246名农民工追回工资2386.5万元。', '共追回货款2368.5万元，但仍有不足。'],
    ['全年调解各类矛盾纠纷486件。', '全年调解矛盾纠纷468件，共调解各种矛盾纠纷456件。'],
  ])('agrees, or may, in %s … %s', async (achievements, shortcomings) => {
    expect(await findings('figure-conflict', draft(achievements, shortcomings))).toEqual([])
  })

  const parts = (first: string, second: string): string =>
    `### （一）化解争议\n\n${first}\n\n### （二）强化监督\n\n${second}`

  it('differs between two parts of the achievements, where the issuer has one number of it', async () => {
    const text = parts(
      '受理来信264件。办理行政复议案件29件，均得到维持。',
      '办理建议98件。全年办理行政复议案件34件，被纠错2件。',
    )
    expect(await findings('figure-conflict', text)).toHaveLength(1)
  })

  it.each([
    ['办理行政处罚案件129件，罚款12万元。', '全年办理行政处罚案件134件，罚款14万元。'],
    ['作为被申请人，办理行政复议案件29件。', '全年办理行政复议案件34件。'],
    ['办理行政复议案件29件。', '办理行政复议案件34件。'],
    ['上年办理行政复议案件29件。', '全年办理行政复议案件34件。'],
  ])('may agree between two parts in %s … %s', async (first, second) => {
    expect(await findings('figure-conflict', parts(first, second))).toEqual([])
  })
})

describe('numbers without a measure word', () => {
  it.each([
    ['选派18业务骨干到省厅跟班学习。', '18名业务骨干'],
    ['招录11水政监察员充实基层一线。', '11名水政监察员'],
    ['全市312中小学、幼儿园完成章程修订。', '312所中小学'],
  ])('finds %s', async (text, mended) => {
    expect((await findings('missing-measure-word', text)).join()).toContain(`“${mended}”`)
  })

  it.each([
    ['选派3批业务骨干，招录11名水政监察员，组织5期骨干培训。'],
    ['组织12处室负责人、16岁以上人员、3级调解员参加。'],
    ['选派2025届优秀人才，安排24小时值班人员，培训12345热线工作人员。'],
  ])('is silent in %s', async (text) => {
    expect(await findings('missing-measure-word', text)).toEqual([])
  })
})
