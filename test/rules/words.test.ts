import { describe, expect, it } from 'vitest'
import type { Finding, Rule } from '../../src/finding.js'
import { DEFAULTS, examine } from '../../src/lint.js'
import { confusableWord } from '../../src/rules/confusable-word.js'
import { doubledWord } from '../../src/rules/doubled-word.js'
import { repeatedSentence } from '../../src/rules/repeated-sentence.js'
import { draftOf } from '../drafts.js'

const rules: Rule[] = [doubledWord, confusableWord, repeatedSentence]

async function findingsIn(text: string): Promise<Finding[]> {
  const draft = `# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n${text}\n`
  return examine(await draftOf(draft, 'draft.md'), {}, rules).findings
}

const rulesOf = (findings: Finding[]): string[] => findings.map(({ rule, severity }) => `${rule} ${severity}`)

describe('a word written twice', () => {
  it.each([
    '县政府县政府高度重视法治建设。',
    '及时及时化解矛盾纠纷。',
    '石桥镇石桥镇长期坚持。',
    '县人民政府人民政府印发方案。',
    '把法治建设工作工作纳入考核。',
    '进一步进一步规范执法程序。',
    '推进法治法治政府建设。',
    '深入深入学习贯彻习近平法治思想。',
    '规范行政行政执法行为。',
    '遵守法律法律法规。',
    '相关部门部门密切配合。',
    '区政府政府常务会议审议通过。',
    '三是三是加强队伍建设。',
    '群众的的满意度提升。',
    '开展了了专项整治。',
    '问题主要集中在在窗口单位。',
    '司法局和和公安局联合检查。',
    '云溪县人民政府云溪县人民政府印发方案。',
    '信访件办结后得到得到群众认可。',
  ])('is beyond doubt in %s', async (text) => {
    expect(rulesOf(await findingsIn(text))).toEqual(['doubled-word error'])
  })

  it.each([
    '通过人民调解调解纠纷120件。',
    '全年共调处水事纠纷调处19起。',
    '整改问题整改32个。',
    '评查行政执法案卷评查86件。',
    '全年新收投诉举报新收5.6万件。',
    '全年受理法律援助申请受理320件。',
    '共审查合同共审查32份。',
    '全年举办专题讲座举办12场。',
    '制定综合行政执法工作工作方案。',
  ])('is for a human to look at in %s', async (text) => {
    expect(rulesOf(await findingsIn(text))).toEqual(['doubled-word warning'])
  })

  it.each([
    '学习习近平法治思想，人人学法、天天用法，方方面面扎扎实实推进。',
    '县人民政府政府信息公开平台和市政府政府网站改版。',
    '班子一起研究研究、讨论讨论，落实落实再落实。',
    '一步一步推进，一件一件销号，一项一项落实，一件事一件事办好。',
    '点对点对接企业，面对面对话群众，一对一对口帮扶，手把手把关。',
    '二零二零年以来越来越来之不易的成绩。',
    '能不能不罚、会不会不办，都有依据。',
    '镇综合行政执法队执法队员24人，司法所司法所长，执法大队大队长，石桥村石桥村民。',
    '少数民族民族团结，全过程人民民主民主监督，工程建设建设单位，人民代表大会大会主席团。',
    '督查组督查12次，接待大厅接待32人次，巡查队伍巡查32次，建立健全机制建立3项制度。',
    '以营利为目的的活动，标的的交付，的的确确查实。',
    '为了了解社情民意，除了了结旧案，不了了之的一律追责。',
    '现在在建工程、所在在编人员逐一登记，调解和和解并用，家庭和和睦睦。',
    '民营企业企业家、县委理论学习中心组、政务服务中心中心主任参加。',
    '落实主体责任责任清单和安全生产责任责任制。',
    '生态环境环境保护、食品安全安全隐患同步整治。',
    '依法行政行政争议减少，人大代表代表建议全部办结。',
    '县政府办公室办公室主任、县委依法治县委员会委员会办公室成员参加。',
    '市市场监督管理局、各区区级部门、党委委员、常委会委员会商。',
    '推进社会社会化治理和制度制度化建设。',
    '受理中心受理32件，调解委员会调解120件，检查组检查40家。',
    '办理案件的办理率和办理32件。',
    '审查32件，备案审查32件，其中重大行政执法决定32件。',
    '提升法治能力和水平，水平评价靠前。',
    '依法依规、应赔尽赔、应收尽收、谁执法谁普法。',
  ])('is no slip in %s', async (text) => {
    expect(rulesOf(await findingsIn(text))).toEqual([])
  })
})

describe('a wrong word', () => {
  it.each([
    ['建立帐簿', '建立账簿'],
    ['周密布署', '周密部署'],
    ['截止2023年底，办结32件', '截至2023年底，办结32件'],
    ['全县截止12月底办结32件', '全县截至12月底办结32件'],
    ['截止目前，办结32件', '截至目前，办结32件'],
    ['实现零突破', '实现零的突破'],
    ['加强法制教育', '加强法治教育'],
    ['运用法制思维', '运用法治思维'],
    ['树立法制思维', '树立法治思维'],
    ['确立法制观念', '确立法治观念'],
    ['推进法制政府建设', '推进法治政府建设'],
    ['优化法制化营商环境', '优化法治化营商环境'],
    ['成效显着', '成效显著'],
    ['以及其它事项', '以及其他事项'],
    ['公布权利清单', '公布权力清单'],
    ['规范行政权利', '规范行政权力'],
    ['群众反应情况', '群众反映情况'],
    ['统一按排', '统一安排'],
    ['把普法做为重点', '把普法作为重点'],
    ['登陆平台查询', '登录平台查询'],
    ['县人民检查院', '县人民检察院'],
    ['园满完成任务', '圆满完成任务'],
    ['浓厚的法治分围', '浓厚的法治氛围'],
    ['取得了行之有校的经验', '取得了行之有效的经验'],
    ['加强拔款管理', '加强拨款管理'],
    ['既使困难再大', '即使困难再大'],
    ['经济基础簿弱', '经济基础薄弱'],
    ['举办知识竟赛', '举办知识竞赛'],
  ])('is mended in %s', async (wrong, right) => {
    const findings = await findingsIn(`${wrong}。`)
    expect(rulesOf(findings)).toEqual(['confusable-word warning'])
    expect(findings[0]?.fix?.map(({ text }) => text).join('')).not.toBe('')
    const [edit] = findings[0]?.fix ?? []
    const draft = `# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n${wrong}。\n`
    expect(`${draft.slice(0, edit?.start)}${edit?.text}${draft.slice(edit?.end)}`).toContain(`${right}。`)
  })

  it.each([
    '落实法制审核制度，县政府法制机构、法制办、法制科、法制股、法制大队、法制员参加。',
    '执行述法制度、执法制度、普法制度、立法制度、司法制度，合法制度健全。',
    '述法制度建设和执法制度建设同步推进，普法制宣传品3万份。',
    '全国法制宣传日，县司法局法制宣传股和法制教育科承办。',
    '按照《云溪县法制宣传教育条例》和《其它事项目录》执行。',
    '公布截止日期和截止时间，报名截止3月1日，申报期限截止2023年12月31日，截止到2023年底。',
    '搭建帐篷，保护蚊帐厂商标，开设专用账户。',
    '明显着力于、彰显着、凸显着法治力量，尤其它的作用。',
    '依法保护公民权利，明确权利义务、行政权利救济，公布当事人权利清单。',
    '按排名通报，按排放标准监管，按排班表值守。',
    '公布署名文章，颁布署理规定。',
    '应急反应情况通报，化学反应问题排查。',
    '既使群众受益，又使企业满意。',
    '敢于做为民办实事的带头人，台风登陆平台县沿海。',
    '月份内办结，股份内部转让，究竟争议何在，评审记录和庭审记录完整。',
    '监督检查机关作风，检查长江岸线，检查院内卫生，纪律检查机关介入。',
    '校园满意度提升，企业规模底数清楚，规模排放达标，安排察看现场。',
    '应诉答辩认真，倾覆行为查处，确保秘密安全，公函盖章，攻坚难题。',
    '给予防汛补助，支付主任基金，商铺助力夜经济，工人材料齐全。',
    '反复盖章一律取消，十分围绕中心，部分围墙拆除，自己经办，检查官网更新。',
    '控制栽种面积，限制栽植品种，能否不能自已另当别论。',
    '渡过难关，明查暗访，四不两直，撤消机构。',
    '由零突破口入手，从零突破。',
  ])('is none in %s', async (text) => {
    expect((await findingsIn(text)).map(({ message }) => message)).toEqual([])
  })

  it('is one finding with all its places', async () => {
    const [finding, ...others] = await findingsIn('建立台帐，更新台帐。\n\n台帐销号。')
    expect(others).toEqual([])
    expect(finding?.message).toBe('“台帐”应作“台账”，全文共3处。')
    expect(finding?.related).toHaveLength(2)
    expect(finding?.fix).toHaveLength(3)
  })

  it('is silent on what the configuration writes itself', async () => {
    const draft = await draftOf(
      '# 云溪县2023年法治政府建设年度报告\n\n## 一、成效\n\n共享法庭平台系统上线。\n',
      'draft.md',
    )
    const words = { 共享法庭平台: '共享法庭平台系统' }
    expect(examine(draft, { words }, rules).findings).toEqual([])
  })
})

describe('a sentence that stands twice', () => {
  const LONG = '全面推行行政执法公示、全过程记录和重大执法决定法制审核三项制度，评查案卷86件'

  it('is found behind different numerals and in a run-in heading', async () => {
    expect(rulesOf(await findingsIn(`一是${LONG}。\n\n（二）${LONG}；办结率100%。`))).toEqual([
      'repeated-sentence warning',
    ])
  })

  it('is one finding for sentences that follow each other', async () => {
    const other = '充分发挥法律顾问和公职律师在合同审查、案件代理和纠纷化解中的作用，出具意见42份'
    const findings = await findingsIn(`${LONG}。${other}。\n\n今年以来，${other}。\n\n${LONG}。${other}。`)
    expect(rulesOf(findings)).toEqual(['repeated-sentence warning'])
  })

  it('is found whatever the width of its marks', async () => {
    expect(rulesOf(await findingsIn(`${LONG}。\n\n${LONG.replace('，', ',')}。`))).toEqual([
      'repeated-sentence warning',
    ])
  })

  it.each([
    ['a shorter one', '评查案卷86件，办结率100%。\n\n评查案卷86件，办结率100%。'],
    ['one that differs by a figure', `${LONG}。\n\n${LONG.replace('86', '92')}。`],
    ['a line without a final mark', `${LONG}\n\n${LONG}`],
  ])('is none for %s', async (_, text) => {
    expect(rulesOf(await findingsIn(text))).toEqual([])
  })
})

describe('hostile input', () => {
  it.each([
    ['one character', '的'.repeat(1_000_000)],
    ['one word', '工作'.repeat(300_000)],
    ['digits behind a verb', '新收1'.repeat(200_000)],
    ['words that may be wrong', '截止法制宣'.repeat(150_000)],
    ['one sentence', '全面推行行政执法公示全过程记录和法制审核三项制度切实规范执法。'.repeat(20_000)],
  ])('of a megabyte of %s is read to its end', async (_, text) => {
    const draft = await draftOf(`云溪县2023年法治政府建设年度报告\n一、主要举措\n${text}\n`)
    const problems = rules.flatMap((rule) => ('check' in rule ? [...rule.check(draft, DEFAULTS)] : []))
    expect(problems.length).toBeLessThan(10)
  })
})
