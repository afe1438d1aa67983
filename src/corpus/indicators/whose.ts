/** Whose number it is, and of which year: what a report quotes beside its own figures of the year. */

import type { Report } from '../../generated/report.js'
import type { Figure } from '../../text/figures.js'
import type { Qualifier } from '../record.js'
import type { Marked } from './marked.js'

/** A comparison, growth, or what is new, right before the figure. */
const COMPARED =
  /(?:(?:增长|增幅|增加(?!到|至)|上升(?!到|至)|提升(?!到|至)|提高(?!到|至)|下降(?!到|至)|减少(?!到|至)|降低(?!到|至)|压减(?!到|至)|压缩|多|少)(?:了|近|约|超)?$|(?:同比|环比|(?:较|比|同|与)(?:上年|去年|上一?年度?|往年|20\d\d年|同期)|上年(?!度?结转)|去年|上一年|往年|同期|新增(?![^\uff0c]{0,10}(?:案件|复议|诉讼|应诉|申请|纠纷))|增设|此前|原有|原来的?)[^\uff0c]{0,10}$|各$)/
/** What the year asks for, or the next. */
const PLANNED =
  /(?:(?<![年动项作施查度])计划(?:开展|完成|组织|检查|抽查|评查|举办|安排|办理|新增|新建|审查|培训|清理)?|拟|力争|预计|预期|目标(?:任务|值)?|要求|不少于|不低于|至少|最少|每[年月季周]|每[^\uff0c]{1,6}至少|平均|人均|年均|月均|争取|将(?:开展|组织|举办|新增|完成|达到|实现))[^\uff0c]{0,8}$/
/** Several years: what begins long ago and ends now; 今年以来 is the year. */
const SINCE =
  /(?:20\d\d年(?:\d{1,2}月)?|“?十[二三四五]五”?[^\uff0c\u3002]{0,4}|[近过这][二两三四五六七八九十几]年|[两三四五六七八九十]年|成立|启动|试点[^\uff0c]{0,4}|试行|运行|实施|施行|换届|上线|创办|设立|党的[^\uff0c]{1,5}大|改革)(?:以)?来(?!的)|自[^\uff0c\u3002\uff1b]{2,14}以来(?!的)|历年|20\d\d年[、和及]20\d\d年|近[三五]年[^\uff0c]{0,6}(?:累计|共)|至今|(?:20\d\d|“?十[三四]五)[^\uff0c]{0,8}期间/
const THIS_YEAR = /今年|本年|年初|全年|一年来|本年度/
/** Another year heads the clause, or stands right before the figure. */
const YEAR_HEAD =
  /(?:^|[\uff0c\u3002\uff1b、])(?:截[至止]|其中|而|在|相比)?(20\d\d)年(?:度)?(?!以[来前]|之?前|底前|修|版|起|出台|印发|制定|发布|公布|\d{1,2}月\d{1,2}日|[^\uff0c]{0,6}(?:相比|减少|增加))/g
/** What names the year of the report again. */
const AGAIN = /(?<!年)全年|今年|本年/
const LAST_YEAR = /(?:^|[\uff0c\u3002\uff1b])(?:上年度?|去年|上一年度?|上年同期|去年同期)(?!度?结转|的)[^\uff0c]{0,20}$/
/** Scopes from the widest; an issuer's own level and below are its own. */
const SCOPES = ['全国', '全省|全自治区', '全市', '全县|全区|全旗']
const SCOPE_PRAISE =
  '(?!、|人大|政协|两会|首|率先|第|前|领先|优秀|先进|统一|平均|通报|推广|示范|试点|法治|依法|一流|综合|行政执法|信息|社会|性|唯一|经验|人民调解大数据|政务)'

/** The scopes that are wider than an issuer's own; none where its level is not known. */
export function widerThan({ issuer, kind }: Report): RegExp {
  const name = issuer ?? ''
  const level = levelOf(name, kind)
  return new RegExp(`(?:${SCOPES.slice(0, level).join('|')})${SCOPE_PRAISE}`)
}

/** Index in the scopes of the issuer's own. */
function levelOf(name: string, kind: Report['kind']): number {
  if (kind === 'township' || /(?:镇|乡|街道|街道办事处|镇人民政府|乡人民政府)$/.test(name)) return SCOPES.length
  if (/[县旗]/.test(name)) return 3
  if (/(?<![地城市灾社小校园辖片景厂库])区(?!划|块)/.test(name) && !/自治区/.test(name)) return 3
  if (/市(?!场|政|容)/.test(name)) return 2
  return 1
}

const CARRIED_IN_BRACKETS = /^\s{0,2}\uff08[^\uff09]{0,24}(?:结转|转结|旧存|转入|转接)/
const CARRIED_NEXT = /^\uff0c?(?:其中)?(?:含|包括|包含|其中)[^\uff0c\u3002\uff1b]{0,12}(?:结转|转结|旧存|转入)/
const CARRIED_BEFORE = /\uff08[^\uff09]{0,12}(?:结转|转结)[^\uff09]{0,8}\uff09[^\uff0c]{0,4}$/

/** How exact a figure is, `undefined` for one that names no number of the year: 不少于, 以内, a span. */
export function qualifierOf({ text }: Marked, { qualifiers, start, end, to }: Figure): Qualifier | null | undefined {
  if (to !== null) return undefined
  if (qualifiers.some((word) => /几|少|至|最|不[低超]|以下|以内|不等|不少|多数/.test(word))) return undefined
  const after = text.slice(end, end + 40)
  if (CARRIED_IN_BRACKETS.test(after) || CARRIED_NEXT.test(after)) return '含结转'
  if (CARRIED_BEFORE.test(text.slice(Math.max(0, start - 40), start))) return '含结转'
  const words = qualifiers.join('')
  if (/[余多]/.test(words)) return '余'
  if (/[超逾破]|以上/.test(words)) return '逾'
  if (/[近足到]/.test(words)) return '近'
  return words === '' ? null : '约'
}

/** 6个中心镇全年办理……: a part of the area does it. */
const OF_A_PART =
  /(?:^|[\uff0c\u3002\uff1b])(?:其中|20\d\d年|全年)?\d{1,3}个[^\uff0c\d]{0,6}(?:镇|乡镇|街道|村|社区|部门|单位|试点|园区|所)(?:全年|共|累计|已|办理|作出|实施|调解|开展)[^\uff0c]{0,20}$/

/** 该村全年调解…, 枫树村成功化解…: one place, or one of the offices named just before. */
const OF_ONE =
  /(?:^|[\uff0c\u3002\uff1b])(?:其中)?(?:该(?:村|社区|镇|乡|街道|局|所|站|单位|部门|企业|平台|案)|(?![各全每辖本我])[^\uff0c\u3002\uff1b、各全每\d]{2,4}(?:村|社区)(?:全年|共|累计|成功|开展|组织|调解))[^\uff0c]{0,20}$/
/** Clauses told of one office in the report of a government, that for justice aside: it does things for all. */
const OFFICE =
  /(?:^|[\uff0c\uff1a\uff1b、])(?:其中)?(?!各|全|司法|[县市区州旗]司法)(?:(?!各|全|等|级部门|司法|审批局|政务服务|综合行政执法大队|执法机关|执法部门|行政机关|负责|牵头|会同|联合|指导|督促|对|由|为|向)[\u4e00-\u9fff]){2,12}(?:局|委|大队|支队|机关|部门)(?!、|和|及|与|等|人员|负责|牵头|联合|会同|之间|依法行政)[^\uff0c\uff1b]{0,40}/g
/** 分部门看，…；从类型看，…: what follows takes the whole apart. */
const TAKEN_APART = /(?:^|[\uff0c\u3002\uff1b])(?:从|分|按)[^\uff0c\u3002\uff1b]{1,14}(?:看|划分|分)\uff0c/
const OF_ALL = /全[县市区州旗]|各级|各地|各部门|各执法|各单位|合计|共计|总计/

/**
 * Whether what stands at an offset of a sentence is told of a part of the issuer's area.
 * @param byOffices what one of its offices did is a part, too
 */
export function isOfAPart({ plain }: Marked, at: number, byOffices: boolean): boolean {
  const near = plain.slice(Math.max(0, at - 60), at)
  if (OF_A_PART.test(near) || OF_ONE.test(near) || TAKEN_APART.test(plain.slice(0, at))) return true
  if (!byOffices) return false
  const before = plain.slice(plain.lastIndexOf('\uff1b', at - 1) + 1, at)
  const last = [...before.matchAll(OFFICE)].at(-1)
  return last !== undefined && !OF_ALL.test(before.slice(last.index))
}

const LEFT = /(?:减|缩|降|精简|压缩|清理|调整|优化|减少|下降)(?:至|到|为|成)(?:仅|只|约|近)?(?:剩|余|有)?$/

/** What is the issuer's own. */
interface Own {
  /** Of the report; `null` where it is not known. */
  year: number | null
  wider: RegExp
  /** What was made in years before counts when the year deals with it. */
  anyAge: boolean
}

/** Whether what stands at an offset of a sentence is told of another year, of several, of a plan or of a wider area. */
export function isForeign({ plain }: Marked, at: number, from: number, { year, wider, anyAge }: Own): boolean {
  const clauseStart = Math.max(plain.lastIndexOf('\uff0c', at - 1), plain.lastIndexOf('\uff1b', at - 1)) + 1
  const label = plain.slice(Math.max(from, clauseStart), at)
  if (COMPARED.test(label) || PLANNED.test(label) || LAST_YEAR.test(plain.slice(clauseStart, at))) return true
  const before = plain.slice(plain.lastIndexOf('\uff1b', at - 1) + 1, at)
  if (wider.test(plain.slice(clauseStart, at))) return true
  const since = anyAge && !before.includes('累计') ? null : SINCE.exec(before)
  const told = since ? before.slice(since.index) : ''
  if (since && !THIS_YEAR.test(told) && !(since[0].startsWith('自') && told.includes(`${year}年`))) return true
  if (year === null) return false
  const last = [...before.matchAll(YEAR_HEAD)].at(-1)
  return last !== undefined && Number(last[1]) !== year && !AGAIN.test(before.slice(last.index + last[0].length))
}

/** What an office of justice tells of the whole place: of its people and bodies, and of cases of its government. */
const OF_PLACE =
  /全[省市县区旗州](?!首|第|前|率先|领先|先进|优秀|示范|试点|唯一|推广|通报|会|人大|政协|性|一流|经验)|[省市县区旗州]政府|指导|代理|(?:管理|统筹|协调)(?=[^\uff0c\uff1b]*$)/g
/** Cases against the office itself. */
const AGAINST_ITSELF = /被申请人|被复议|被告|被诉|[涉以][及对]?[本我][局厅]/
const ITSELF = /[本我][局厅]|[局厅](?:机关|内|属)|全[局厅]|全系统|本机关|本单位|本部门/

/** Whether a report is that of an office of justice, which deals with reviews, mediation and enforcement for its whole place. */
export const isOfJustice = ({ issuer, kind }: Report): boolean =>
  kind === 'department' && /司法[局厅]/.test(issuer ?? '')

/**
 * Whether what an office of justice tells at an offset of a sentence is of the whole place, which is the government's.
 * @param forAll whether it is unless the office itself is named as a party, or where the sentence says so
 */
export function isOfThePlace({ plain }: Pick<Marked, 'plain'>, at: number, forAll: 'always' | 'told'): boolean {
  const start = plain.lastIndexOf('\uff1b', at - 1) + 1
  const length = plain.slice(at).search(/[\uff0c\uff1b\u3002]/)
  const told = plain.slice(start, length < 0 ? plain.length : at + length)
  if (AGAINST_ITSELF.test(told)) return false
  if (forAll === 'always') return true
  const last = [...plain.slice(start, at).matchAll(OF_PLACE)].at(-1)
  return last !== undefined && !ITSELF.test(told.slice(last.index + last[0].length))
}

/** 证明事项压减至9项: whether the figure at an offset is what something was brought down to. */
export const isWhatIsLeft = ({ plain }: Marked, at: number): boolean => LEFT.test(plain.slice(Math.max(0, at - 8), at))

/** Whether a quotation is open at an offset: “民法典进万家12场”. */
export function isQuoted({ plain }: Marked, at: number): boolean {
  return plain.lastIndexOf('“', at - 1) > plain.lastIndexOf('”', at - 1)
}
