import { describe, expect, it } from 'vitest'
import type { Finding, Rule } from '../../src/finding.js'
import { DEFAULTS, examine } from '../../src/lint.js'
import { conversionResidue } from '../../src/rules/conversion-residue.js'
import { namedPerson } from '../../src/rules/named-person.js'
import { pageChrome } from '../../src/rules/page-chrome.js'
import { personalData } from '../../src/rules/personal-data.js'
import { requestInReport } from '../../src/rules/request-in-report.js'
import { secrecyMark } from '../../src/rules/secrecy-mark.js'
import { draftOf } from '../drafts.js'

const HEAD = '云溪县2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n'

async function findingsBy(rule: Rule, text: string): Promise<Finding[]> {
  return examine(await draftOf(text), {}, [rule]).findings
}

const messages = (findings: Finding[]): string[] => findings.map(({ message }) => message)

describe('a request in the report', () => {
  const inShortcomings = (text: string): string =>
    `${HEAD}审查文件32件。\n\n二、存在的不足和原因\n\n由于编制少，执法力量薄弱。${text}\n\n三、2024年工作安排\n\n充实队伍。\n\n深化改革。\n\n优化服务。\n`

  it.each([
    '恳请市里在编制上予以倾斜。',
    '望能定期开展业务培训。',
    '请予支持。',
    '希望上级部门加强业务指导。',
    '建议上级进一步明确赋权事项。',
    '建议由市级层面统一组织培训。',
    '请县财政加大对法治经费的支持。',
    '请求县委编办增加编制。',
    '一是建议增加乡镇执法编制。',
    '盼上级给予支持。',
    '妥否，请批示。',
    '请协调解决办公用房。',
    '请市水务局在装备配备上给予倾斜支持。',
    '区级层面宜尽早核增专项编制。',
    '盼予研究解决。',
    '上级部门应尽快出台裁量基准。',
    '能否由市里统一采购执法记录仪。',
    '请上级部门加强业务培训。',
    '希望能得到上级的支持。',
    '望予解决为盼。',
  ])('is found in %s', async (text) => {
    expect(await findingsBy(requestInReport, inShortcomings(text))).toHaveLength(1)
  })

  it.each([
    '人大代表建议办理不够及时，检察建议县级部门反馈率不高，意见建议上级转办较多。',
    '群众希望县里加大普法力度，居民恳请解决停车难，企业请求市里协调解决的问题较多。',
    '建议居民依法维权，建议企业自查，邀请省委党校教授支持授课，聘请市级专家指导。',
    '请示报告制度落实不到位，信访请求化解不及时，与群众期望有差距，声望能力并重。',
    '积极争取上级支持，主动向县财政申请经费，提请县人大常委会审议，报请市政府批准。',
    '落实“请上级支持、请部门协调解决”的吹哨机制。',
    '有待上级部门进一步明确，需要上下联动。',
    '县级层面需要完善的制度3项，上级应急部门加强值守，市级应急预案完善不及时。',
    '商请市公安局协助，聘请律师给予支持，邀请市司法局指导，企业期盼优化环境。',
    '以上报告，请予审议。请批评指正。',
  ])('is none in %s', async (text) => {
    expect(messages(await findingsBy(requestInReport, inShortcomings(text)))).toEqual([])
  })

  it('is found in a heading that announces it', async () => {
    const draft = inShortcomings('').replace('三、2024年工作安排', '三、需要上级支持解决的问题')
    expect(await findingsBy(requestInReport, draft)).toHaveLength(1)
  })
})

describe('what a conversion left', () => {
  it.each([
    '按照云政发〔〕36号文件执行。',
    '按照云政发〔2023〕号文件执行。',
    '按照通知（云政发〔〕号）执行。',
    '按照通知（云政发〔2023〕 号）执行。',
    '按照通知（云政发〔〕12号）执行。',
    '按照通知（云政发〔202〕12号）执行。',
    '按照通知（云政发〔2023〕）执行。',
    '按照国发201033号文件执行。',
    '印发通知（号）。',
    '办结率达到%，满意度为99%。',
    '合计份，共件。',
    '制定规范性文件件，清理12件。',
    '共出动执法人员人次、检查农资门店家次，发现线索98条。',
    '走访企业家次，培训12场。',
    '发放宣传资料份，培训12场。',
    '排查隐患线索条，整改12处。',
    '组织培训　期，参训　　人次。',
    '依据《行政处罚法》第条的规定。',
    '提高个百分点。',
    '于年月日召开会议。',
    '于月日召开会议。',
    '2023年 月 日召开会议。',
    '2023年月底前完成。',
    '审查□文件。',
    '审查\ufffd文件。',
    '审查&nbsp;文件。',
    '审查<br/>文件。',
    '见错误!未找到引用源。',
    '见Error! Reference source not found.',
    '见[图片]。',
    '见 HYPERLINK "http://www.yunxi.example" 。',
    '第 页 共 页',
    '一、主要举措......3',
    '依据《》执行。',
  ])('is found in %s', async (text) => {
    expect(await findingsBy(conversionResidue, `${HEAD}审查文件32件。\n${text}\n评查案卷86件。\n`)).toHaveLength(1)
  })

  it.each([
    '按照云政发〔2023〕36号文件和第12号公告执行，12号楼。',
    '同比增长8.5%，提高2个百分点，提高几个百分点，100%覆盖。',
    '出生年月日、签署年月日齐全，2023年月均办结32件，年月日均有记录。',
    '受理件、办结件、共享件全部公开，公共场所检查32次，公共件管理。',
    '第一条至第三条，次第号令，第12届。',
    '受理案件件数、检查家次、出动人次均有统计，执法人员人数，服务企业家代表。',
    '出动执法人员612人次，检查门店86家次，发放宣传资料1200份，资金万元以上，开展活动场所检查。',
    '“法治同行 共建共享”活动，县司法局 县公安局联合发文。',
    '学习（2023）第3期，5<8，A&B公司。',
    '建设“1+6+X”体系……取得成效。',
    '达到以上标准的，全部纳入。',
  ])('is none in %s', async (text) => {
    expect(messages(await findingsBy(conversionResidue, `${HEAD}审查文件32件。\n${text}\n评查案卷86件。\n`))).toEqual(
      [],
    )
  })
})

describe('what a website left', () => {
  it.each([
    ['a footer', `${HEAD}审查文件32件。\n\n打印本页　关闭窗口\n`],
    ['a breadcrumb', `首页 > 政务公开 > 法治政府建设\n${HEAD}审查文件32件。\n`],
    ['labels alone', `索引号：YX001　主题分类：司法\n${HEAD}审查文件32件。\n`],
    ['words in the text', `${HEAD}审查文件32件。【字体：大 中 小】\n\n二、2024年安排\n\n充实队伍，办好实事。\n`],
  ])('is one finding for %s', async (_, text) => {
    expect(await findingsBy(pageChrome, text)).toHaveLength(1)
  })

  it.each([
    '（五）推进阳光政务。全年发布各类政府信息1260条，网站访问量超2万次。',
    '县林业公众号阅读量达2万次。主动公开政府信息305条。',
    '（一）加强普法。推文阅读量超10万次，短视频点击量3.2万次，专栏浏览次数1.8万次。',
    '**（一）加强普法。**公众号阅读量超10万次。',
    '一是开设普法专栏（浏览量：2.3万次），公众号阅读量：23000次，网站访问量：12万次。',
    '（六）政务公开。发布日期、来源、字号统一规范，字体：方正仿宋；索引号编制率100%。',
    '分享到群众身边的法治故事12个，分享典型案例3个。',
    '信息来源：12345热线、网格员上报，发布日期前完成审核。',
    '学校普法：大中小学法治课全覆盖，走访企业（大中小微企业120家）。',
    '整合窗口，关闭窗口2个，免费打印页面3万张，依法关闭页面12个。',
    '完成政府网站ICP备案核查，发文字号、主题分类、生成日期按规范著录。',
    '【分享会】举办法治分享会6场。',
  ])('is none in %s', async (text) => {
    for (const name of ['a.txt', 'a.md'])
      expect(messages(examine(await draftOf(`${HEAD}${text}\n`, name), {}, [pageChrome]).findings)).toEqual([])
  })

  it.each([
    '关闭违规场所3处。',
    '分享典型案例3个。',
    '打印普法资料2万份。',
    '收藏法治书籍300册。',
    '访问量 超2万次。',
    '来源：群众来信12件。',
    '相关信息均已公开。',
    '无障碍设施整改到位。',
    '技术支持由县大数据局负责。',
    '热线电话24小时值守。',
    '分享 经验3次。',
  ])('is none where a report ends with %s', async (line) => {
    for (const name of ['a.txt', 'a.md']) {
      const draft = await draftOf(`${HEAD}审查文件32件。\n\n${line}\n`, name)
      expect(messages(examine(draft, {}, [pageChrome]).findings)).toEqual([])
      expect(draft.text.replaceAll('\n', '')).toContain(line)
    }
  })

  it('is none where the document only tells who issued it', async () => {
    const imprint = '云溪县人民政府办公室　　2024年2月5日印发'
    expect(await findingsBy(pageChrome, `${HEAD}审查文件32件。\n\n${imprint}\n`)).toEqual([])
  })
})

describe('personal data', () => {
  it.each([
    ['13800138000', '手机号码'],
    ['138 0013 8000', '手机号码'],
    ['138-0013-8000', '手机号码'],
    ['+8613800138000', '手机号码'],
    ['１３８００１３８０００', '手机号码'],
    ['11010519491231002x', '身份证号码'],
    ['110105 19491231 002X', '身份证号码'],
    ['6222020200112230004', '银行卡号'],
    ['6222 0202 0011 2230 004', '银行卡号'],
  ])('is found in %s and never told in full', async (number, kind) => {
    const [finding, ...others] = await findingsBy(personalData, `${HEAD}联系张某（${number}）。\n`)
    expect(others).toEqual([])
    expect(finding?.message).toContain(kind)
    expect(finding?.message).not.toContain(number.slice(3, 9))
  })

  it.each([
    '12345热线、12348热线、0571-88880000、110和119。',
    '统一社会信用代码113301000025012345，编号13800138000，项目代码2023138001380001234。',
    '身份证件齐全，号码138****8000，投入13800138000元。',
    '索引号110105194912310020，订单号6222020200112230004。',
    '面积1234567.13800138000平方米。',
  ])('is none in %s', async (text) => {
    expect(messages(await findingsBy(personalData, `${HEAD}${text}\n`))).toEqual([])
  })

  it('is one finding for a whole list', async () => {
    const list = Array.from({ length: 9 }, (_, i) => `1380013800${i}`).join('、')
    expect(messages(await findingsBy(personalData, `${HEAD}联系电话${list}。\n`))).toEqual([
      '文中有9处个人信息（手机号码），报告要向社会公开，请全部删去。',
    ])
  })
})

describe('a marking of secrecy', () => {
  it.each([
    '秘密★5年',
    '机密 ★ 1年',
    '绝密★长期',
    '机密',
    '密级：秘密',
    '000012 秘密★1年 特急',
    '内部资料　注意保存',
    '（内部资料，不得外传）',
    '【内部文件】',
    '仅供内部参考',
  ])('is found in the line %s', async (line) => {
    expect(await findingsBy(secrecyMark, `${line}\n${HEAD}审查文件32件。\n`)).toHaveLength(1)
    expect(await findingsBy(secrecyMark, `${HEAD}审查文件32件。\n\n${line}\n`)).toHaveLength(1)
  })

  it('is found behind the title', async () => {
    expect(await findingsBy(secrecyMark, HEAD.replace('报告\n', '报告（内部资料）\n'))).toHaveLength(1)
  })

  it.each(['严守国家秘密，规范内部资料管理，机密文件专柜存放。', '（一）内部监督', '密级：公开', '工作秘密管理'])(
    'is none in %s',
    async (text) => {
      expect(await findingsBy(secrecyMark, `${HEAD}${text}\n`)).toEqual([])
    },
  )
})

describe('a person by name', () => {
  it.each([
    ['副县长林晓峰批示肯定', '林晓峰'],
    ['县委书记李建国同志对普法工作作出批示', '李建国'],
    ['市长高明远就信访工作多次作出指示', '高明远'],
    ['镇长欧阳明带队到司法所调研', '欧阳明'],
    ['妥善处理申请人周文秀等12人诉镇政府一案', '周文秀'],
    ['街道党工委书记韦松龄3次作出批示', '韦松龄'],
    ['副县长林晓峰两次批示', '林晓峰'],
    ['获副市长林见山的批示肯定', '林见山'],
    ['村民吴大勇、李二牛因土地纠纷起诉', '吴大勇'],
    ['原告张建军的诉讼请求被驳回', '张建军'],
    ['王大勇诉云溪县自然资源局一案开庭', '王大勇'],
    ['对石桥镇村民吴大勇不服处罚决定一案组织听证', '吴大勇'],
    ['村民赵明与李强宅基地纠纷调解成功', '赵明'],
    ['被告人钱多多涉嫌诈骗', '钱多多'],
    ['州长贡觉扎西对违规收费问题作出批示', '贡觉扎西'],
    ['副县长白玛旺堆到司法所调研', '白玛旺堆'],
    ['县委书记次仁多次作出批示', '次仁'],
    ['市长艾力·买买提对普法工作作出批示', '艾力·买买提'],
  ])('is told in %s', async (text, name) => {
    const found = await findingsBy(namedPerson, `${HEAD}${text}。\n`)
    expect(messages(found)).toEqual([expect.stringContaining(name)])
  })

  it.each([
    '习近平总书记作出重要指示批示，县委书记高度重视、亲自批示。',
    '县长于年初作出批示，书记马上批示，镇长任组长并调研，局长周密部署调研。',
    '副县长张某某作出批示，申请人李某诉镇政府，村民王某不服处罚决定一案。',
    '原告方胜诉，被告方败诉，当事人申请复议，申请人向县司法局提出申请，当事人陈述、申辩。',
    '高效诉前调解，支持诉讼，全面诉源治理，万人起诉率、成讼率下降。',
    '当事人于收到决定之日起申请复议，申请人房屋被征收，居民安全感提升。',
    '县长常态调研，主任陈述3次后批示，书记安排3次调研，局长严格督办4次。',
    '中央政治局常委王明远调研。',
    '县长多次提到普法并作出批示，书记特别对信访作出批示，镇长努力对标并调研，局长加强对执法的调研督办。',
    '州长对某县违规收费问题作出批示，书记第一时间对此作出批示，区长带头就近到企业调研。',
    '县长接待日·法治专场对群众诉求批示督办，“书记·镇长”联合调研。',
    '主任科员向群众调研，常委会议听取批示办理情况。',
  ])('is none in %s', async (text) => {
    expect(messages(await findingsBy(namedPerson, `${HEAD}${text}\n`))).toEqual([])
  })
})

describe('hostile input', () => {
  const all: Rule[] = [requestInReport, conversionResidue, pageChrome, personalData, secrecyMark, namedPerson]

  it.each([
    ['digits', '1'.repeat(1_000_000)],
    ['digits and blanks', '1 '.repeat(500_000)],
    ['blanks', `审${' '.repeat(1_000_000)}件`],
    ['brackets', '（'.repeat(500_000) + '）'.repeat(500_000)],
    ['titles of officials', '书记'.repeat(500_000)],
    ['suits', '王大诉'.repeat(300_000)],
    ['requests', '建议上级'.repeat(250_000)],
    ['per cent', '增长%'.repeat(300_000)],
    ['tags', '<p '.repeat(300_000)],
    ['dots', '.'.repeat(1_000_000)],
    ['labels', '浏览次数'.repeat(250_000)],
  ])('of a megabyte of %s is read to its end', async (_, text) => {
    const draft = await draftOf(`${HEAD}审查文件32件。\n\n二、存在的不足和原因\n\n${text}\n`)
    const problems = all.flatMap((rule) => ('check' in rule ? [...rule.check(draft, DEFAULTS)] : []))
    expect(problems.length).toBeLessThan(10)
  })
})
