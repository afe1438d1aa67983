import type { Rule } from '../finding.js'
import type { Report } from '../generated/report.js'
import { holds } from '../text/units.js'
import { TOPICS, TOPICS_SINCE, type Topic } from './topics.js'

/** A draft shorter than this leaves out most topics, and other rules say so; in UTF-16 units. */
const SHORTEST = 1000

function concerns({ kinds, departments }: Topic, { kind, issuer }: Report): boolean {
  if (kind === undefined || !kinds.includes(kind)) return false
  return kind !== 'department' || departments === undefined || departments.test(issuer ?? '')
}

/** Whether a text has one of the words; the frequent ones are looked for by themselves, which is faster by far. */
const touches = (text: string, { signs, words }: Topic): boolean =>
  signs.some((sign) => holds(text, sign)) || words().test(text)

/** A county's report for the examples, long enough and silent on two topics; what else it shall say goes into its achievements. */
const reportWith = (more: string): string =>
  `# 云溪县2023年法治政府建设年度报告

2023年，云溪县深入学习贯彻习近平法治思想，扎实推进依法行政，着力建设职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府。现将有关情况报告如下。

## 一、主要举措和成效

（一）优化营商环境。梳理权责清单4200项，推行告知承诺，政务服务大厅办件26万件，群众满意率98.6%。对涉及经营主体的64件政策措施开展公平竞争审查，修改5件。组织律师走进128家企业开展“法治体检”，帮助查找合同管理、劳动用工、知识产权等方面的风险点273个，提出整改建议并逐一回访。

（二）健全制度。制定规范性文件9件，清理文件186件，全部报市政府和县人大常委会备案。起草过程中召开座谈会12次，走访村（社区）36个，收到意见213条，采纳86条，对没有采纳的逐条说明理由。

（三）规范重大行政决策。公布决策事项5项，组织专家论证6场，法律顾问出具意见120条。对2021年出台的农村客运补贴办法开展决策后评估，听取乘客和司机代表意见，评估报告提交县政府常务会议讨论，据此调整补贴标准2项。

（四）规范行政执法。组织执法人员培训4期，评查案卷240件，制发监督文书9份。推行“综合查一次”，减少重复检查312次；落实轻微违法行为免罚清单，对96件案件不予处罚。完善行政执法与刑事司法衔接机制，向公安机关移送案件8件。

（五）化解矛盾纠纷。调解案件5432件，办结行政复议案件86件，负责人出庭率100%。建成公共法律服务点152个，办理法律援助案件463件，为受援人挽回损失1127万元。选派法官、检察官、律师担任法治副校长58名，讲授法治课176节。

（六）强化权力监督。办理人大代表建议142件、政协提案168件，公开政府信息4300条。对6个乡镇和12个部门开展法治督察，反馈问题47个，年底前全部整改到位，督察结果纳入年度绩效考核。聘请人大代表、政协委员和律师28名担任特邀监督员，参加案卷评查、旁听庭审和明察暗访41次，收集意见37条，全部得到办理。
${more}
## 二、存在的不足和原因

一是个别干部依法办事的能力不强，主要原因是日常学法不系统、考核不够硬。二是基层执法力量不足，原因在于编制有限、新进人员少。

## 三、党政主要负责人履行第一责任人职责情况

县委书记、县长主持会议研究法治建设议题12个，带头述法。

## 四、2024年主要安排

抓好干部学法、案卷评查和源头预防，力争行政诉讼败诉率降到5%以下。
`

export const topicNotCovered: Rule = {
  id: 'topic-not-covered',
  severity: 'info',
  basis: '《法治政府建设实施纲要（2021—2025年）》',
  summary: '纲要的八个体系中，有的没有写到',
  why: '纲要把法治政府建设分为政府机构职能、依法行政制度等八个体系，督察和考核都照此对账。没做的不必硬写，做了没写就可惜了。',
  get examples() {
    return {
      wrong: [
        {
          draft: reportWith(''),
          message:
            '全文没有写到“突发事件应对”“法治政府建设科技保障”。《法治政府建设实施纲要（2021—2025年）》的八个体系里有这几项，做了的请补写，与本单位无关的不必写。',
        },
        {
          draft: reportWith('\n（七）强化科技支撑。“智慧执法”系统归集案件1200件。\n'),
          message:
            '全文没有写到“突发事件应对”。《法治政府建设实施纲要（2021—2025年）》的八个体系里有这一项，做了的请补写，与本单位无关的不必写。',
        },
      ],
      right: [
        // One of the lesser topics alone is not worth a word.
        { draft: reportWith('\n（七）应对突发事件。修订应急预案27个，组织演练63场。\n') },
        { draft: reportWith('\n（七）防汛防台。转移群众2314人，用好“智慧执法”系统。\n') },
        // The plan had not been published.
        { draft: reportWith('').replaceAll('2024', '2021').replaceAll('2023', '2020') },
        { draft: reportWith('\n（七）处置突发事件。组织演练6场。\n').replace('云溪县2023年', '云溪县石桥镇2023年') },
        { draft: reportWith('').replaceAll('云溪县', '云溪县审计局').replace('9份。', '9份，上线信息系统2个。') },
      ],
    }
  },
  *check({ text, report }) {
    const { year } = report
    if (year === undefined || year < TOPICS_SINCE || text.length < SHORTEST) return
    const missing = TOPICS.filter((topic) => concerns(topic, report) && !touches(text, topic))
    if (missing.length < 2 && !missing.some(({ isCentral }) => isCentral)) return
    const names = missing.map(({ name }) => `“${name}”`).join('')
    yield {
      message: `全文没有写到${names}。《法治政府建设实施纲要（2021—2025年）》的八个体系里有${missing.length > 1 ? '这几项' : '这一项'}，做了的请补写，与本单位无关的不必写。`,
      at: null,
    }
  },
}
