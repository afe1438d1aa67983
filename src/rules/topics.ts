import type { Kind, Report } from '../generated/report.js'
import type { Draft } from '../model.js'
import { once } from '../text/once.js'
import { holds } from '../text/units.js'

/**
 * The eight 体系 of 《法治政府建设实施纲要（2021—2025年）》 (中发〔2021〕33号, parts 二 to 九), with words that touch each.
 * The words are those of the plan's own measures and what reports write for them, the most frequent first; one is enough. None
 * stands in the string of attributes (职能科学、权责法定、执法严明……) that every report has.
 */
export interface Topic {
  /** How the plan names it, without 体系. */
  name: string
  /** The first of its words: nearly every text that touches it has one. */
  signs: string[]
  /** Matches any of the words. */
  words: () => RegExp
  /** Whether its lack alone is worth a word. */
  isCentral?: boolean
  /** Kinds of issuer it concerns. */
  kinds: Kind[]
  /** Names of departments it concerns, where it does not concern all of them. */
  departments?: RegExp
}

/** First report year the plan holds for. */
export const TOPICS_SINCE = 2021

/** A draft shorter than this leaves out most topics, and other rules say so; in UTF-16 units. */
export const SHORTEST = 1000

/** A pattern of the words between 、, made when it is first wanted. */
const listed = (words: string): (() => RegExp) => once(() => new RegExp(words.replaceAll('、', '|')))

const ALL: Kind[] = ['government', 'department', 'township']
const ABOVE_TOWNS: Kind[] = ['government', 'department']

export const TOPICS: Topic[] = [
  {
    name: '政府机构职能',
    signs: ['政务服务', '营商环境'],
    kinds: ALL,
    words: listed(
      '营商环境、政务服务、放管服、审批、权责清单、许可、权力清单、责任清单、权责事项、权力事项、职能转变' +
        '、政府职能、职责边界、机构改革、为民服务、一网通办、一件事、证明事项、告知承诺、市场准入、公平竞争' +
        '、简政放权、赋权事项、“三定”、办事指南、办事群众、办事效率、办事窗口、权责边界、就近办、一窗' +
        '、最多跑、跑一次、办件、服务事项、服务大厅、便民、网办、证照、市场主体、经营主体、惠企',
    ),
  },
  {
    name: '依法行政制度',
    signs: ['规范性文件'],
    kinds: ABOVE_TOWNS,
    words: listed(
      '规范性文件、立法、规章、地方性法规、制度建设、制度体系、文件清理、制度文件、制定办法、管理办法' +
        '、管理规定、合法性审核、建章立制、制度汇编、备案、报备、文件管理、审查文件、清理文件、出台《' +
        '、印发《、制定《、规程、实施办法、实施细则',
    ),
  },
  {
    name: '行政决策制度',
    signs: ['行政决策', '重大决策'],
    isCentral: true,
    kinds: ALL,
    words: listed(
      '行政决策、重大决策、依法决策、科学决策、民主决策、集体决策、决策程序、决策机制、决策制度、决策事项' +
        '、决策目录、决策规则、决策水平、决策行为、决策过程、决策咨询、决策前、决策合法、合法性审查' +
        '、合法性审核、法律顾问、公职律师、专家论证、风险评估、三重一大、集体讨论、集体研究、议事规则、听证' +
        '、征求意见、合同',
    ),
  },
  {
    name: '行政执法工作',
    signs: ['行政执法', '执法人员'],
    isCentral: true,
    kinds: ALL,
    words: listed(
      '行政执法、执法人员、行政处罚、执法监督、执法检查、综合执法、联合执法、执法队、执法公示、执法案' +
        '、执法行为、执法培训、执法证、执法活动、执法力量、公正文明执法、执法体制、执法办案、行政检查' +
        '、监督检查、双随机、裁量、专项整治、立案、巡查、规范执法、严格执法、执法水平、执法能力',
    ),
  },
  {
    name: '突发事件应对',
    signs: ['应急', '突发', '安全生产'],
    isCentral: true,
    kinds: ALL,
    departments:
      /应急|消防|卫生|疾控|公安|林业|自然资源|规划|水利|水务|水旱|交通|住房|城乡建设|城市管理|综合执法|市场监|教育|环境|气象|地震|农业|文化|旅游|能源|粮食|药品|商务|发展(?:和|与)?改革|民政|网信|信访|海事|海洋|工业/,
    words: listed(
      '应急、突发、疫情、防汛、防灾、减灾、救灾、安全生产、消防、预案、防火、抗旱、防台、台风、防疫、新冠' +
        '、灾害、险情、抢险、演练、防溺水、燃气安全、安全隐患、隐患排查、重大风险、舆情、救援',
    ),
  },
  {
    name: '社会矛盾纠纷行政预防调处化解',
    signs: ['纠纷', '复议', '信访'],
    isCentral: true,
    kinds: ALL,
    words: listed(
      '纠纷、调解、信访、行政争议、枫桥、应诉、诉源、仲裁、裁决、复议、诉讼、调处、化解、投诉' +
        '、公共法律服务、法律援助',
    ),
  },
  {
    name: '行政权力制约和监督',
    signs: ['信息公开', '政务公开', '人大代表'],
    kinds: ALL,
    words: listed(
      '政务公开、信息公开、人大代表、政协、提案、审计、法治督察、督察反馈、实地督察、专项督察、督察组、督查、巡察、检察建议、司法建议、村务公开' +
        '、居务公开、党务公开、问责、人大监督、民主监督、社会监督、司法监督、法律监督、群众监督、舆论监督' +
        '、层级监督、行政监督、执法监督、接受监督、方面监督、监督作用、监督体系、监督机制、监督制约' +
        '、制约监督、制约和监督、权力监督、权力运行、阳光运行、代表建议、评议、纪检、监察、监督员、公开栏',
    ),
  },
  {
    name: '法治政府建设科技保障',
    signs: ['平台', '数字'],
    kinds: ABOVE_TOWNS,
    words: listed(
      '平台、数字、信息化、互联网、智慧、数据、线上、网上、智能化、人工智能、一网、系统建设、信息系统' +
        '、管理系统、电子、非现场、在线、APP、小程序、区块链、云上、云端、视频监控、视频巡查、监控探头' +
        '、执法记录仪、掌上、科技支撑、科技赋能、科技保障、科技手段、信息技术、无人机',
    ),
  },
]

/** Whether a topic is expected of the issuer of a report. */
function concerns({ kinds, departments }: Topic, { kind, issuer }: Report): boolean {
  if (kind === undefined || !kinds.includes(kind)) return false
  return kind !== 'department' || departments === undefined || departments.test(issuer ?? '')
}

/** Whether a text has one of a topic's words; the frequent ones are looked for by themselves, which is faster by far. */
export const touches = (text: string, { signs, words }: Topic): boolean =>
  signs.some((sign) => holds(text, sign)) || words().test(text)

/** The topics that a report is expected to touch; none of one that is too short to tell, of years before the plan, of no known issuer. */
export function expectedTopics({ text, report }: Draft): Topic[] {
  const isTold = report.year !== undefined && report.year >= TOPICS_SINCE && text.length >= SHORTEST
  return isTold ? TOPICS.filter((topic) => concerns(topic, report)) : []
}
