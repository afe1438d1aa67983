import { describe, expect, it } from 'vitest'
import type { Finding, Local } from '../../src/finding.js'
import { examine } from '../../src/lint.js'
import { bodyName } from '../../src/rules/body-name.js'
import { documentTitle } from '../../src/rules/document-title.js'
import { fixedPhrase } from '../../src/rules/fixed-phrase.js'
import { foreignIssuer } from '../../src/rules/foreign-issuer.js'
import { SET_PHRASES } from '../../src/rules/set-phrases.js'
import { LAWS } from '../../src/rules/titles-laws.js'
import { PARTY, PLANS, WRONG } from '../../src/rules/titles-plans.js'
import { REGULATIONS } from '../../src/rules/titles-regulations.js'
import { draftOf } from '../drafts.js'

const RULES = [documentTitle, fixedPhrase, foreignIssuer, bodyName]

async function findingsIn(issuer: string, text: string, local: Partial<Local> = {}): Promise<Finding[]> {
  const draft = await draftOf(`${issuer}关于2023年法治政府建设情况的报告\n\n一、主要举措和成效\n\n${text}\n`)
  return examine({ ...draft, isReport: true }, local, RULES).findings
}

const told = async (issuer: string, text: string, local: Partial<Local> = {}): Promise<string[]> =>
  (await findingsIn(issuer, text, local)).map(({ rule, severity }) => `${rule} ${severity}`)

const DISTRICT = '青禾区人民政府'
const COUNTY = '云溪县人民政府'

describe('document-title', () => {
  it.each([
    '《法治政府建设与责任落实督查工作规定》',
    '《法治政府建设与责任落实督察工作条例》',
    '《法治政府建设实施纲要（2021—2025）》',
    '《法治政府建设实施纲要(2021-2025)》',
    '《法治政府建设实施纲要（2020—2025年）》',
    '《法治政府建设实施纲要（2022—2025年）》',
    '《法治社会建设实施纲要（2021—2025年）》',
    '《法治中国建设规划（2021—2025年）》',
    '《中共中央、国务院关于印发〈法治政府建设实施纲要（2021—2025）〉的通知》',
    '《有组织犯罪法》',
    '《突发事件应急法》',
    '《优化营商环境条列》',
  ])('tells %s as an error', async (title) => {
    expect(await told(COUNTY, `落实${title}要求。`)).toEqual(['document-title error'])
  })

  it.each([
    '《重大行政决策暂行条例》',
    '《重大行政决策程序条例》',
    '《法治政府建设和责任落实督察工作规定》',
    '《法治政府建设纲要（2021—2025年）》',
    '《党政主要负责人履行推进法治政府建设第一责任人职责规定》',
    '《党政主要负责人推进法治建设第一责任人职责规定》',
    '《优化经商环境条例》',
    '《保障农民工工资条例》',
    '《中华人民共和国行政复义法》',
    '《党政机关公文处理条例》',
    '《行政执法机关移送涉嫌犯罪案件规定》',
    '《公平竞争审查制度条例》',
    '《重大行政决策程序暂行办法》',
    '《党政主要负责人履行推进法治建设第一责任人职责办法》',
    '《法治政府建设实施规划（2021—2025年）》',
    '《乡村振兴法》',
    '《提升行政执法质量三年行动计划（2022—2024年）》',
  ])('doubts %s', async (title) => {
    expect(await told(COUNTY, `落实${title}要求。`)).toEqual(['document-title warning'])
  })

  it.each([
    '《行政处罚法》《行政复议法》《行政许可法》《行政强制法》《监察法》《监督法》',
    '《中华人民共和国公务员法（2018年修订）》《立法法（修正草案）》《新行政复议法》《 民 法 典 》',
    '《法治政府建设实施纲要（2021－2025年）》《法治政府建设实施纲要（2021～2025年）》《法治政府建设实施纲要(2021—2025年)》',
    '《法治政府建设实施纲要》（2021—2025）《法治政府建设实施纲要（2026—2030年）》《法治政府建设实施纲要（20212025年）》',
    '《纲要》《规定》《条例》《督察规定》《法治政府建设纲要》《第一责任人职责规定》',
    '《云溪县法治政府建设实施纲要（2021—2025）》《云溪县贯彻〈法治政府建设实施纲要（2021—2025年）〉实施方案》',
    '《法治云溪建设规划（2021—2025年）》《法治政府建设实施方案（2021—2025）》',
    '《重大行政决策程序规定》《行政执法条例》《省行政执法监督条例》《城乡供水条例》《优化营商环境条例实施办法》',
    '《关于加强行政执法协调监督工作体系建设的实施意见》《关于加强法治政府建设的意见》',
    '《云溪日报》《今日说法》《我和我的祖国》《习近平谈治国理政》《行政法》《民法典与生活》',
    '《2023年法治政府建设工作要点》。《2022年法治政府建设工作要点》。《云溪县总体应急预案》。《云溪县专项应急预案》',
    '《云溪县行政执法监督办法》《云溪县行政执法责任办法》',
  ])('leaves %s alone', async (titles) => {
    expect(await told(COUNTY, `印发、学习${titles}。`)).toEqual([])
  })

  it.each([
    ['《云溪县行政规范性文件管理办法》', '《云溪县行政规范文件管理办法》'],
    ['《云溪县重大行政决策程序规定》', '《云溪县重大行政决策程序规则》'],
  ])('finds %s and %s to be one paper', async (one, other) => {
    expect(await told(COUNTY, `印发${one}。\n\n贯彻${other}。`)).toEqual(['document-title warning'])
    expect(await told(COUNTY, `印发${one}${other}。`)).toEqual([])
  })

  it('knows the titles of the configuration, and their misspellings', async () => {
    const local = { titles: ['云溪县重大决策终身责任追究办法', '重大行政决策暂行条例'] }
    expect(await told(COUNTY, '执行《重大行政决策暂行条例》。', local)).toEqual([])
    expect(await told(COUNTY, '执行《云溪县重大决策终身责任追纠办法》。', local)).toEqual(['document-title warning'])
  })

  it('tells a title once, with its other places', async () => {
    const [finding, ...others] = await findingsIn(COUNTY, '落实《有组织犯罪法》，宣传《有组织犯罪法》。')
    expect(others).toEqual([])
    expect(finding?.related?.length).toBe(1)
  })

  it('has a table without repetitions, whose wrong forms are no titles', () => {
    const titles = [...LAWS, ...REGULATIONS, ...PARTY].flatMap((list) => list.titles.trim().split(/\s+/))
    const all = [...titles, ...PLANS.map(({ base }) => base)]
    expect(all.length).toBeGreaterThan(120)
    expect(all.filter((title, i) => all.indexOf(title) !== i)).toEqual([])
    expect(WRONG.filter(({ wrong, right }) => all.includes(wrong) || !all.includes(right))).toEqual([])
  })

  it('finds nothing wrong with any title of its own table', async () => {
    const titles = [...LAWS, ...REGULATIONS, ...PARTY].flatMap((list) => list.titles.trim().split(/\s+/))
    const printed = titles.map((title) => `学习《${title}》。`).join('\n\n')
    expect((await findingsIn(COUNTY, printed)).map(({ message }) => message)).toEqual([])
  })
})

describe('another kind of paper than the known title', () => {
  it.each([
    '修订《重大行政决策程序暂行规定》',
    '印发《政府信息公开规定》',
    '落实《云溪县重大行政决策程序暂行办法》',
    '落实《规范性文件备案审查办法》',
    '落实《生态环境保护督察工作规定》',
  ])('is left alone in %s', async (text) => {
    expect(await told(COUNTY, `${text}。`)).toEqual([])
  })
})

describe('fixed-phrase', () => {
  it.each([
    '增强“四个自信”、坚定“四个意识”、做到“两个维护”',
    '统筹推进“五位一体”总体布局和“四个全面”总体布局',
    '坚持严格立法、科学执法、公正司法、全民守法',
    '法定职责必需为、法无授权不可为',
    '落实“谁普法谁执法”责任',
    '做到小事不出镇、大事不出村',
    '落实重大执法决定法治审核制度',
    '坚持新时代“枫侨经验”',
    '增强“四个意识”，坚决做到“四个维护”',
    '深刻领悟“四个确立”',
    '学习习近平新时代特色社会主义思想',
  ])('tells %s as an error', async (text) => {
    expect(await told(COUNTY, `${text}。`)).toEqual(['fixed-phrase error'])
  })

  it.each([
    '重点工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办',
    '重要工作亲自部署，重要问题亲自过问，重点环节亲自协调，重要任务亲自督办',
    '职能科学、权责法定、执法严格、公开公正、智能高效、廉洁诚信、人民满意',
    '公众参与、专家论证、风险评估、合法性核查、集体讨论决定',
    '坚持依法治国、依法执政、依法行政一体推进',
    '坚持法治国家、法治政府、法治社会共同建设',
    '政治建设、经济建设、文化建设、社会建设、生态文明建设',
    '学法尊法守法用法',
    '坚持以事实为依据，以法律为准绳',
    '深刻领悟“两个维护”的决定性意义',
    '坚持严格公正规范文明执法',
  ])('doubts %s', async (text) => {
    expect(await told(COUNTY, `${text}。`)).toEqual(['fixed-phrase warning'])
  })

  it.each([
    '树牢“四个意识”，坚定“四个自信”，坚决做到“两个维护”，坚决捍卫“两个确立”',
    '增强四个意识、坚定四个自信、做到两个维护',
    '新建四个维护点，明确四个维护标准',
    '深刻领会“两个确立”的决定性意义，深刻认识“两个确立”的重大意义',
    '坚持依法治县、依法执政、依法行政共同推进，法治云溪、法治政府、法治社会一体建设',
    '坚持法治国家、法治政府、法治社会一体化建设，一体推进法治国家、法治政府、法治社会建设',
    '经过公众参与、专家论证、风险评估，履行合法性审查和集体讨论决定程序',
    '履行公众参与、专家咨询论证、社会稳定风险评估、合法性审核、公平竞争审查、集体讨论决定等程序',
    '职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府',
    '重要工作亲自部署，重大问题亲自过问，重点环节亲自协调，重要任务亲自督办，重大案件亲自调度',
    '落实“谁主管谁普法”“谁执法谁普法”，坚持谁管理谁普法、谁执法谁普法、谁服务谁普法',
    '推行双随机一公开和“双随机，一公开”监管',
    '行政执法公示制度、行政执法全过程记录制度、重大行政执法决定法制审核制度',
    '统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局',
    '小事不出社区、大事不出街道，小事不出网格、大事不出村',
    '法无授权不得为，法定职责必须为，将权力关进制度笼子里',
    '引导群众学法懂法守法用法，尊法、学法、守法、用法',
    '让群众在每一个执法决定、每一宗司法案件中都感受到公平正义',
    '推进基层治理体系和治理能力现代化、市域社会治理现代化',
    '自治、法治、德治相结合，法治、德治、自治“三治融合”',
    '学习《关于“双随机、一公示”的说明》',
  ])('leaves %s alone', async (text) => {
    expect(await told(COUNTY, `${text}。`)).toEqual([])
  })

  it('takes the phrases of the configuration for right, and tells their near misses', async () => {
    const local = { phrases: ['重点工作亲自部署', '云溪是平安之溪、法治之溪、幸福之溪'] }
    const duty = '重点工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。'
    expect(await told(COUNTY, duty, local)).toEqual([])
    expect(await told(COUNTY, '建设云溪是平安之溪、法制之溪、幸福之溪。', local)).toEqual(['fixed-phrase warning'])
  })

  it('has a table of phrases, each found right as it stands; near misses are told of eight characters or more', async () => {
    const phrases = SET_PHRASES.map(({ phrase }) => phrase)
    expect(phrases.length).toBeGreaterThanOrEqual(60)
    const short = SET_PHRASES.filter(({ phrase }) => phrase.replace(/[“”、]/g, '').length < 8)
    expect(short.filter(({ isLoose }) => !isLoose)).toEqual([])
    expect((await findingsIn(COUNTY, phrases.join('。'))).map(({ message }) => message)).toEqual([])
  })

  it('finds every listed wrong form', async () => {
    const missed: string[] = []
    for (const { wrong = [], odd = [] } of SET_PHRASES) {
      for (const form of [...wrong, ...odd]) if ((await told(COUNTY, `${form}。`)).length === 0) missed.push(form)
    }
    expect(missed).toEqual([])
  })
})

describe('foreign-issuer', () => {
  it.each([
    [DISTRICT, '我县调解纠纷12件'],
    [DISTRICT, '县委常委会会议听取汇报'],
    [DISTRICT, '县政府常务会议学法4次'],
    [DISTRICT, '我局开展执法检查'],
    [COUNTY, '我区调解纠纷12件'],
    [COUNTY, '我镇调解纠纷12件'],
    ['洛泽市人民政府', '我区调解纠纷12件'],
    ['北山市市场监督管理局', '我县调解纠纷12件'],
    ['青禾区听潮街道办事处', '我镇调解纠纷12件'],
    ['云溪县石桥镇人民政府', '我街道调解纠纷12件'],
    ['云溪县石桥镇人民政府', '我局开展执法检查'],
  ])('tells in the report of %s: %s', async (issuer, text) => {
    expect(await told(issuer, `${text}。`)).toEqual(['foreign-issuer error'])
  })

  it.each([
    [DISTRICT, '在县委、县政府领导下推进工作'],
    [DISTRICT, '全县调解纠纷12件'],
    [DISTRICT, '现将我市工作情况报告如下'],
    ['青禾区听潮街道办事处', '全镇调解纠纷12件'],
    ['青禾区听潮街道办事处', '镇党委研究法治工作'],
    ['洛泽市人民政府', '县委常委会会议听取汇报'],
    ['青禾区司法局', '我委开展执法检查'],
    [COUNTY, '贯彻省、州实施方案，我市审查文件12件'],
    ['云溪自治县人民政府', '州委、州人民政府部署，我市审查文件12件'],
    [COUNTY, '市委、市政府部署，我州审查文件12件'],
    [COUNTY, '自撤县设区以来，我区调解纠纷12件'],
    ['腾云经济技术开发区管理委员会', '市委、市政府部署，承接市级赋权62项，我县企业信访量下降'],
  ])('doubts in the report of %s: %s', async (issuer, text) => {
    expect(await told(issuer, `${text}。`)).toEqual(['foreign-issuer warning'])
  })

  it.each([
    [DISTRICT, '我区在我市率先推行，全市第一，我省首个，区委常委会会议听取汇报，各镇党委、街道党工委述法'],
    [DISTRICT, '赴云溪县考察，云溪县委常委会会议通过，兄弟县政府常务会议借鉴，县（市、区）政府，县级以上'],
    [DISTRICT, '“我县我家”活动，打破自我局限，我市场监管体系，建成食品安全县城，观看《我县的变迁》'],
    [COUNTY, '我县在我市率先推行，自治区首个，我区首个，全区第一'],
    ['云溪县司法局', '我局在县委、县政府领导下，我县首个，镇党委、镇政府落实，街道办事处执行，我市第一'],
    ['北山市生态环境局云溪分局', '我局推进，我县首个，全县第一，县委、县政府重视'],
    ['石桥镇人民政府', '我镇在县委、县政府领导下，全县第一，我县首个，我区首个'],
    ['腾云经济技术开发区管理委员会', '我区推进，我委落实，县委、县政府重视，我县首个，全区第一'],
    ['洛泽市人民政府', '我市推进，指导云溪县人民政府、云溪县委，云溪县政府述法，全县第一，县委书记、县长述法'],
    ['云溪自治县人民政府', '云溪县坚持依法行政，我县首个'],
    ['中共云溪县委、云溪县人民政府', '我县推进，县委常委会会议听取汇报'],
    ['沙市区人民政府', '我市首个，我区推进'],
    [COUNTY, '州委、州政府部署，市人民政府通报，我市首个'],
    [COUNTY, '州委、州政府部署，我州首个，贯彻省、州实施方案'],
    ['云岭市人民政府', '州委、州政府部署，我市首个'],
  ])('is silent in the report of %s: %s', async (issuer, text) => {
    expect(await told(issuer, `${text}。`)).toEqual([])
  })

  it('doubts which is the slip where a county’s title stands over a bureau’s text', async () => {
    expect(await told('云溪县', '我局推进。我局落实。我局部署。')).toEqual(['foreign-issuer warning'])
  })

  it('finds another place in the opening, again and again, and in the signature', async () => {
    const found = await findingsIn(
      COUNTY,
      '青禾县坚持依法行政。青禾县人民政府落实责任。青禾县政府学法。青禾县委听取汇报。\n\n青禾县人民政府\n2024年1月20日',
    )
    expect(found.map(({ message }) => /“([^”]+)”/.exec(message)?.[1])).toEqual(['青禾县', '青禾县人民政府'])
  })

  it.each([
    [COUNTY, '2024年，青禾区将重点做好以下工作：一是组织跟班学习。'],
    [COUNTY, '青禾区委、区政府高度重视。'],
    [COUNTY, '虽然青禾区法治政府建设取得一定成效，但仍有差距。'],
    ['云溪县石桥镇人民政府', '下一步，双河镇将继续推进。'],
    [
      '云溪县石桥镇人民政府',
      '镇党委、政府压实责任，双河镇党委、政府多次召开会议研究法治工作，制定《石桥镇工作要点》。',
    ],
    ['青禾区听潮街道办事处', '压实各方责任，双河街道党工委、办事处高度重视普法工作。'],
    ['云溪县司法局', '完善机制，青禾县委、县政府高度重视法治建设。'],
  ])('doubts another place at the head of a paragraph: %s, %s', async (issuer, text) => {
    expect(await told(issuer, text)).toEqual(['foreign-issuer warning'])
  })

  it.each([
    [COUNTY, '示范区坚持服务企业。\n\n试验区积极推进改革。\n\n工业园区坚持服务。\n\n各县区全面落实。'],
    [COUNTY, '青禾县积极探索的经验在我县推广。\n\n自治区全面推行。\n\n老旧小区全面改造。'],
    ['洛泽市人民政府', '青禾县全面推行三项制度。'],
    ['云溪县石桥镇人民政府', '青禾区将石桥镇列为试点。'],
    ['云溪县石桥镇人民政府', '联合化解跨界纠纷，双河镇党委、政府多次召开会议，各镇党委、政府高度重视。'],
    ['云溪县石桥镇人民政府', '借鉴双河镇做法，双河镇党委、政府坚持的机制已推广，县委、县政府高度重视。'],
    ['云溪县司法局', '健全机制，承担县委全面依法治县委员会工作，筹备县委严格执法会议，要求县政府高度重视。'],
    [COUNTY, '压实责任，双河镇党委、政府多次召开会议研究法治工作。'],
    ['洛泽市人民政府', '压实责任，青禾县委、县政府多次召开会议研究法治工作。'],
  ])('is silent about zones and those above or below: %s, %s', async (issuer, text) => {
    expect(await told(issuer, text)).toEqual([])
  })

  it('is silent where the page’s publisher alone names the issuer', async () => {
    const draft = await draftOf(
      '2023年法治政府建设情况报告\n\n发布机构：青禾区人民政府　发布日期：2024-01-20\n\n一、主要做法\n\n我局推进。\n',
    )
    expect(examine(draft, {}, [foreignIssuer]).findings).toEqual([])
  })
})

describe('body-name', () => {
  it.each([
    '镇党组会议研究法治工作',
    '乡政府党组研究法治工作',
    '镇党工委研究法治工作',
    '街道党委研究法治工作',
    '街道办事处党组研究法治工作',
    '街道人民政府研究法治工作',
    '街道政府常态化邀请居民列席会议',
    '街道党委政府主要负责人带头学法',
    '街道政府定期听取汇报',
    '街道人大常委会听取汇报',
    '镇人大常委会听取汇报',
    '区人民政府党委研究法治工作',
    '区人民政府委员会研究法治工作',
  ])('doubts %s', async (text) => {
    expect((await told(DISTRICT, `${text}。`)).filter((each) => each === 'body-name warning').length).toBe(1)
  })

  it.each([
    '镇党委、街道党工委、镇党组织书记、街道党组织、局党委、局党组、县政府党组',
    '各乡镇街道党委、镇（街道）党委、镇、街道党委、街道党委（党工委）',
    '区、街道政府两级联动，区街道政府服务热线，街道政府购买服务',
    '街道政府信息公开、街道、政府部门协同、街道人大工委、街道人大代表联络站、镇人大主席团、区人大常委会',
    '市人民政府国有资产监督管理委员会、村民委员会、村委会主任、社区居委会、区委、区政府党组',
  ])('leaves %s alone', async (text) => {
    expect(await told(DISTRICT, `${text}。`)).toEqual([])
  })

  it('counts one body once', async () => {
    const found = await findingsIn('云溪县石桥镇人民政府', '镇党组研究。镇党组学习。')
    expect(found.map(({ related }) => related?.length)).toEqual([1])
  })
})

describe('these rules on hostile text', () => {
  it.each([
    '《',
    '《甲',
    '《甲乙丙丁戊》。',
    '镇',
    '街道',
    '我县',
    '全县',
    '县委',
    '青禾县政府。',
    '重点工作亲自部署、',
    '四个自信坚定',
    '“',
    '、',
    '法治',
  ])('end on a megabyte of %s', async (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const draft = await draftOf('青禾区2023年法治政府建设情况报告\n\n一、主要做法\n\n调解纠纷12件。\n')
    const long = { ...draft, isReport: true, text: `${draft.text}\n${text}` }
    for (const rule of RULES) {
      if ('check' in rule) {
        const local = { place: null, titles: [], phrases: [], words: {} }
        expect([...rule.check(long, local)].length).toBeLessThan(100)
      }
    }
  })
})
