import type { Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { leadingFigure } from '../text/figures.js'
import { once } from '../text/once.js'

/** What is counted, with its measure word; places and offices (36部门, 9乡镇) go without one by custom. */
const THINGS: [string, string][] = [
  [
    '名',
    '(?:公职|执法|工作|从业|技术|法务|辅助|参训|审核)?人员(?![工额])|调解员|律师|法律顾问|干部|党员|网格员|志愿者|监督员|陪审员|协管员|辅警|民警|队员|公证员|仲裁员|法治副校长|法官|检察官|专家|学员|教师|学生|村民|居民|群众|职工|工人|农民工|代表(?=[,\uff0c。、参列旁])|人大代表(?!建议|议案|政协|及)|政协委员(?!提案)|法律明白人',
  ],
  ['家', '企业(?!家)|商户|经营主体|市场主体|协会|养老机构|培训机构|医疗机构'],
  ['所', '中小学校?(?!生)|学校|幼儿园|民办学校'],
  ['件', '案件|纠纷|规范性文件|文件|投诉|举报|信访件|信访事项|来信'],
  ['份', '合同|行政协议|文书|意见书|建议书|通知书|宣传资料'],
  ['卷', '案卷'],
  ['处', '隐患|图斑'],
  ['台', '执法记录仪|设备(?!齐)|摄像头'],
  ['辆', '执法车(?:辆)?|警车'],
  [
    '个',
    '问题|案例|项目(?=[,\uff0c。;\uff1b、落开投建])|示范点|联系点|服务点|监测站?点|监测站|工作站|服务站|检查站|调委会|调解室|工作室|窗口|宣传栏',
  ],
  ['条', '意见|建议|线索'],
  ['次', '会议|讲座|培训|演练'],
  ['项', '事项|制度(?!化)'],
  ['本', '执法证件?'],
]
/** What may stand between the number and the noun. */
const MODIFIER =
  '(?:人民|行业|专职|兼职|专业|村级|镇级|县级|街道|社区|基层|乡贤|公职|值班|领导|机关|镇村|科级|普法|法治|特邀|社会|行政|执法|综合|重点|规上|规模以上|生产|民营|小微|民事|刑事|复议|诉讼|处罚|违法|应诉|程序|法律援助|信访|矛盾|邻里|安全|专题|常务|野外|典型|优秀|骨干|年轻|青年|新任|退休|涉企|一般|较大|政府|法律|整改|持证|人民)'

/** Hotlines, days of commemoration and brand numbers: 12345投诉, 110警情, 365律师. */
const CODE = /^(?:11[0249]|12[02]|12\d{3}|9\d{4}|315|365|124|415|626|(?:19|20)\d\d|1)$/
/** Before a number that numbers: 附件3, 表2, 一村1. */
const NUMBERS = /(?:附件|表|图|栏|例|号|型|款|条|第|每|一[村企校社居]|[村企校]|之)\s?$/

const NUMBER = /^[1-9]\d{0,5}(?:,\d{3})?$/
/** Longest such number, in UTF-16 units. */
const LONGEST = 10
/** Characters after a number that begin a measure word or end a date; 人 does not in 人民调解员, nor 项 in 项目. */
const MEASURED = new Set([...'件家个名次万年月日份起场条户余多号期宗处至%亿元'].map((char) => char.charCodeAt(0)))
const PERSON = '人'.charCodeAt(0)
const ITEM = '项'.charCodeAt(0)
const MARK_HERE = /[,\uff0c。;\uff1b](?!\d{3})/y
const NOUN_HERE = once(
  () => new RegExp(`${MODIFIER}{0,3}(?:${THINGS.map(([, words]) => words).join('|')}|人员(?![工额]))`, 'y'),
)
/** First characters of what is counted. */
const HEADS = once(() => {
  const words = `${MODIFIER}|${THINGS.map(([, things]) => things).join('|')}|人员`
  return new Set(Array.from(words.matchAll(/(?:^|\||\(\?:|\)\?)([\u4e00-\u9fff])/g), ([, head]) => head))
})
/** What the text before a number ends in where it counts: Chinese or a mark, no digit, no quotation. */
const COUNTS = /(?:[\u4e00-\u9fff、;\uff1b:\uff1a(\uff08\u201d\u300b]|(?<!\d)[,\uff0c]) ?$/
/** Verbs that take persons: 选派18业务骨干. */
const TAKES_PERSONS =
  /(?:[选委指]派|招[录聘收]|[聘邀]请|选[聘拔任]|[新增续]聘|配[备齐强]|抽[调派]|遴选|录用|引进|吸纳|增[配派]|组织|培[训养]|表彰|任命|充实|调配|安排)了?$/
/** Persons by the end of their name, whatever they do: 水政监察员. */
const PERSONS_HERE =
  /[\u4e00-\u9fff]{0,6}?(?:[业技]务骨干|骨干|人才|[\u4e00-\u9fff]员(?![工额会单])|法官|专家|教师|律师|人士)/y

/** The noun a number follows: 检查企业32。 */
const NOUN_BEFORE =
  /(?:企业|商户|经营主体|市场主体|案件|纠纷|规范性文件|合同|案卷|隐患|调解员|律师|干部|执法人员|工作人员|群众|网格员|志愿者|投诉|举报|线索|问题|意见|建议)$/
/** Nouns whose items are numbered as well as counted: 问题3, 建议2. */
const NUMBERED = /^(?:问题|意见|建议|案件|合同|线索|企业)$/
const LEAST = 10

/** The measure word of a noun, by how it ends. */
function measureOf(noun: string): string {
  const bare = THINGS.map(([measure, words]) => [measure, words.replace(/\(\?[!=][^)]*\)/g, '')] as const)
  return bare.find(([, words]) => new RegExp(`(?:${words})$`).test(noun))?.[0] ?? '个'
}

/** Whether the text at an offset stands in a cell of a table. */
function isInTable({ blocks }: Draft, offset: number): boolean {
  return blocks.some(({ at, text, node }) => node.type === 'tableCell' && at <= offset && offset <= at + text.length)
}

function problem(printed: string, mended: string, start: number): Problem {
  return {
    message: `“${printed}”缺少量词，请补上，如“${mended}”。`,
    at: { text: { start, end: start + printed.length } },
  }
}

function isHere(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** 选派18业务骨干: what the number is of, where a verb says that it is persons and no measure word follows. */
function personsAt(text: string, before: string, index: number, end: number): string | undefined {
  const next = text.charAt(end)
  if (next < '\u4e00' || next > '\u9fff' || !TAKES_PERSONS.test(before)) return undefined
  PERSONS_HERE.lastIndex = end
  const [noun] = PERSONS_HERE.exec(text) ?? []
  return noun !== undefined && leadingFigure(text.slice(index, end + 6)) === null ? noun : undefined
}

function nounAt(text: string, at: number): string | undefined {
  const pattern = NOUN_HERE()
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** 47公职人员. */
function beforeNoun(text: string, before: string, number: string, index: number): Problem | null {
  const end = index + number.length
  const from = text.charAt(end) === ' ' ? end + 1 : end
  if (!COUNTS.test(before) || NUMBERS.test(before)) return null
  const known = HEADS().has(text.charAt(from)) ? nounAt(text, from) : undefined
  if (known !== undefined)
    return problem(text.slice(index, from + known.length), `${number}${measureOf(known)}${known}`, index)
  const persons = personsAt(text, before, index, end)
  return persons === undefined ? null : problem(number + persons, `${number}名${persons}`, index)
}

/** 检查企业32. */
function afterNoun(before: string, number: string, index: number): Problem | null {
  const [noun] = NOUN_BEFORE.exec(before) ?? []
  if (noun === undefined || (NUMBERED.test(noun) && Number(number) < LEAST)) return null
  return problem(`${noun}${number}`, `${noun}${number}${measureOf(noun)}`, index - noun.length)
}

export const missingMeasureWord: Rule = {
  id: 'missing-measure-word',
  severity: 'warning',
  basis: null,
  summary: '数字和名词之间缺少量词',
  why: '“47公职人员”多半是改数字时误删了“名”；“检查企业32”让人不知道是32家还是32次。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n组织47公职人员旁听庭审。\n',
          message: '“47公职人员”缺少量词，请补上，如“47名公职人员”。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全年检查企业32，发现隐患16处。\n',
          message: '“企业32”缺少量词，请补上，如“企业32家”。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n带头化解3案件。\n',
          message: '“3案件”缺少量词，请补上，如“3件案件”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n办理12345投诉310件，110警情下降，公布2023案件质量评查结果。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n会同36部门、9乡镇开展“1+6”行动，推行一村1法律顾问。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n12项目标全部完成，培训80后干部30人、3A企业5家，惠及3.2万群众。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n| 类别 | 数量 |\n| --- | --- |\n| 检查企业32 | 3案件 |\n',
        },
      ],
    }
  },
  *check(draft) {
    const { text } = draft
    const { count, starts, ends } = numbersIn(text)
    for (let i = 0; i < count; i++) {
      const index = starts[i] as number
      const end = ends[i] as number
      const code = text.charCodeAt(end)
      if (MEASURED.has(code) || index === 0 || end - index > LONGEST) continue
      if (code === ITEM && text.charAt(end + 1) !== '目') continue
      if (code === PERSON && !'民大员'.includes(text.charAt(end + 1) || '-')) continue
      const number = text.slice(index, end)
      if (!NUMBER.test(number)) continue
      const before = text.slice(Math.max(0, index - 5), index)
      const isLast = isHere(MARK_HERE, text, end)
      const found = isLast ? afterNoun(before, number, index) : beforeNoun(text, before, number, index)
      if (found && !CODE.test(number) && !isInTable(draft, index)) yield found
    }
  },
}
