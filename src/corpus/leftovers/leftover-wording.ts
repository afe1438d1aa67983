import { clauseAround, isQuoteOpen, sentenceAround } from '../../text/sentence-around.js'
import type { Relation } from '../unit-places.js'

/** What tells, in the same sentence, why another place is spoken of: offices learn, work together, and have borders. */
const TOGETHER =
  /(?<!理论|深入|集体|认真|会前)学习(?!贯彻|宣传|习近平|党的|领会)|借鉴|经验|考察|调研|观摩|参观|取经|交流|合作|协作|协同|协议|联合|携手|联动|联防|联调|联席|会商|共建|共享|共治|共管|共同|结对|帮扶|对口|支援|(?<!法律)援助|互[设认派访评助查通]|签订|签署|兄弟|友好|毗邻|相邻|邻近|邻[县区镇乡]|周边|交界|接壤|边界|界[山河线]|跨[镇乡区县市界域省]|异地|来访|会同|配合|协助|邀请|受邀|应邀|移交|移送|转交|转来|报来|发来|来函|致函|反馈|委托|批准|批复|备案|督察|督导|抽查|暗访|约谈|承办|协办|主办|授课|讲课|派员|管辖|交叉|抽调|选派|挂职|调任|派驻|原告|被告|申请人|第三人|(?<![应投])诉|案例|划入|划归|并入|合并|撤[并乡镇]|更名|改名|区划|评为|命名|授予|列为|牵头|模式|做法|样板|对标|看齐|参照|相比|落后于|领先/
/** What tells that one office below the same roof acts for, upon or beside the other. */
const BESIDE =
  /我(?!国|省)|本(?:局|委|办|厅|院|单位|机关|中心|部门|系统)|全[市县区省州](?!.{0,4}(?:首|率先))|各(?:有关|相关)?(?:部门|单位|成员|局|镇|乡|县|区)|有关部门|统一|共同|一道|支持|提供|推送|通报|指导|督促|监督|考核|评为|要求|通知|部署|参加|参与|代表|等\d*(?:家|个)?(?:部门|单位)/
/** Offices whose work is upon others: what they hold and check is for all. */
const FOR_ALL =
  /(?:司法局|审计局|财政局|信访局|人社局|社会保障局|党校|编办|机关事务.*|数据局|行政审批.*|政务.*|依法治.*|监委|大数据.*)$/
/** Before a name: what it is only a companion, a place or an origin to. */
const COMPANION = /[、和与及同跟或至/到赴往从比自于]$|(?:以及|还有|分别|位于|居住|地处|来自|途经|前往|例如|比如|诸如)$/
/** Whom one serves under: 在槐渡镇党委领导下, 向槐渡镇党委述法; but 在槐渡镇开展, 向槐渡镇移送. */
const SERVES = /^(?:党委|党工委|人民政府|政府|办事处)[^\u3002\uff0c\uff1b]{0,12}(?:领导|述法|述职|汇报|报告)/
const UNDER = /[在向]$/
/** Behind a name: lists, people, courts and places that lie there. */
const ELSEWHERE =
  /^(?:[、/]|[和与及]|以及|等|人民法庭|法庭|法院|检察|派出所|中学|小学|中心(?:学校|小学|卫生院|幼儿园)|学校|医院|卫生院|水库|境内|方向|籍|至|通往|出发|入境|(?:人民政府|政府|办事处|党委|司法所)?(?:组织|成立|设立|建立|创建|印发|制定|出台|编制|举办|开展|召开)的|村民|居民|群众|百姓|农户|商户|企业|(?![各全])[\u4e00-\u9fff]{1,3}村(?![级务规民])|某|的?[张王李赵刘陈杨黄周吴]某|人(?!大|民|员))/
/** When: 全年, 2025年, 截至目前. */
const TIME =
  '(?:20\\d\\d年(?:度|以来|来)?|(?:今|本|去)年(?:以来)?|一年来|近年来|过去一年|年内|全年|上半年|下半年|同期|目前|截至(?:目前|年底|\\d{1,2}月底?|去年底))'
/** Organs of a unit, whose doings a report tells as its own. */
const ORGAN =
  '(?:党委|党工委|党组|委(?![托派员])|常务会议?|人民政府|政府|办事处|管委会|人大|司法所|综合(?:行政)?执法(?:大队|中队|队|办公室|办|中心|局)?|执法(?:大队|中队|队)|综治(?:中心|办)|平安办|党政办|便民服务中心|调委会|调解委员会|领导班子|党政班子|班子|党政主要负责人|主要负责人|主要领导|书记|镇长|乡长|县长|区长|主任|局长|机关|干部|、|和){0,4}'
/** How an office tells what it stands for. */
const STANDS =
  '坚持|坚决|深入|认真|紧紧|紧扣|始终|全面|切实|持续|严格|扎实|高度重视|以习近平|牢固|牢牢|充分|大力|不断|进一步|着力|围绕|立足|聚焦'
/** How it tells what it did. */
const DOES =
  '积极|将|把|推进|推动|推行|开展|组织|落实|贯彻|建立|健全|完善|共|累计|先后|已|现有|召开|主持|带头|听取|成立|印发|出台|制定|修订|清理|编制|审查|审核|办理|办结|受理|收到|立案|查处|查办|处罚|作出|出动|检查|巡查|排查|整改|化解|调处|调解|举办|培训|轮训|公开|发布|接待|聘请|配备|评查|加强|强化|依托|创新|探索|实行|承接|履行|法治(?:政府)?建设'
/** Of that, what an office does within its own house or walks, and no other need tell. */
const DOES_ALONE =
  '共|累计|先后|已|组织(?:(?:全[局委]|本系统)?(?:执法|干部|机关|党员|法治|人员|职工))|出动执法|开展(?:(?:行政)?执法检查|行政检查|案卷|学法)|党组|制定|修订|印发|出台|清理|审查|审核|办理|办结|受理|立案|查处|处罚|作出|检查|巡查|整改|培训|轮训|聘请|配备|评查|法治(?:政府)?建设'
/** What it will do. */
const WILL = '将(?:继续|持续|进一步|深入|坚持|以|从|围绕|加强|聚焦|全面|认真|切实|不断)'
const ACTS = new RegExp(`^${ORGAN}[\uff0c,]?${TIME}?[\uff0c,]?(?:${STANDS}|全年|(?:${DOES})(?!的))`)
const STANDS_FOR = new RegExp(`^${ORGAN}${TIME}?(?:${STANDS}|${WILL})`)
const HAS_DONE = new RegExp(`^${ORGAN}${TIME}?(?:${DOES_ALONE})(?!的)`)
const FIGURE = /\d(?!\d{0,3}年)/
/** What may stand before a name that begins what is said: a mark, a numeral, a time. */
const HEAD = new RegExp(
  `(?:^|[\u3002\uff1b;\uff01\uff1a:\\n\uff09)])(?:[一二三四五六七八九十\\d]+[、.\uff0e]|[一二三四五六七八九十]是|${TIME}[\uff0c,]?|(?:同时|下一步|此外)[\uff0c,]?|现将)*$`,
)
/** What may stand before it inside a sentence: ……，全年槿塘镇共受理. */
const TIME_BEFORE = new RegExp(`(?:^|[\uff0c,])${TIME}[\uff0c,]?$`)
/** What ends before a name in running text: it is no part of a longer name. */
const EDGE = new RegExp(
  `(?:^|[^\\u4e00-\\u9fff]|[将对为把让使给由经按据当现是的了着及]|推动|推进|提升|提高|加强|围绕|立足|结合|坚持|确保|助力|服务|打造|建设|促进|做好|根据|按照|成立|印发|制定|贯彻|宣传|展示|全面|实现|维护|展现|融入|具有|符合|体现|反映|依托|紧扣|以及|指导|督促|组织|成为|作为|法治|平安|美丽|和谐|幸福|${TIME})$`,
)
/** 我槿塘镇: half of a name that was to be changed. */
const MIXED = /(?<![自忘])我$/
/** Before and behind a place whose law-based work only its own report, or those above, can promise. */
const PROMISED = /(?:确保|推进|推动|加快|深化|提升|提高|加强|抓好|做好|开创|实现|强化|(?:担负|扛)起|扛牢|履行|压实)$/
const OWN_WORK = /^的?(?:法治(?:政府)?建设|依法行政|依法治[县区市镇乡]|全面依法|各项(?:工作|任务)|法治工作)/

/** The clause that holds the offset, with the one before it. */
function clausesAt(text: string, at: number): string {
  const clause = clauseAround(text, at)
  const isFirst = clause.start === 0 || !/[\uff0c,]/.test(text[clause.start - 1] as string)
  const start = isFirst ? clause.start : clauseAround(text, clause.start - 1).start
  return text.slice(start, clause.end)
}

/** Whether the work of an office is upon others: 司法局, 审计局. It speaks of how they work, and holds trainings for all. */
export const worksUponOthers = (name: string): boolean => FOR_ALL.test(name)

/** Whether an office is told to do, in its own name, what only its own report tells. */
function isSiblingActing(name: string, after: string): boolean {
  return STANDS_FOR.test(after) || (HAS_DONE.test(after) && FIGURE.test(after) && !worksUponOthers(name))
}

/**
 * Whether another's name stands where a report speaks of itself, as it does in text that was made of the other's report.
 * @param name half open, in UTF-16 units
 * @param isUponOthers whether the report is of an office that `worksUponOthers`
 */
export function isSaidOfItself(
  text: string,
  { start, end }: { start: number; end: number },
  { relation, isUponOthers }: { relation: Exclude<Relation, 'ordinary'>; isUponOthers: boolean },
): boolean {
  const sentence = sentenceAround(text, start)
  const before = text.slice(sentence.start, start)
  const after = text.slice(end, sentence.end)
  if (isQuoteOpen(before) || ELSEWHERE.test(after)) return false
  if (UNDER.test(before)) return relation === 'stranger' && SERVES.test(after)
  if (COMPANION.test(before)) return false
  const isHead = HEAD.test(text.slice(Math.max(0, start - 24), start))
  const whole = text.slice(sentence.start, sentence.end)
  if (relation === 'sibling') {
    if (TOGETHER.test(whole) || BESIDE.test(whole)) return false
    if (isHead && isSiblingActing(text.slice(start, end), after)) return true
    return !isUponOthers && EDGE.test(before) && OWN_WORK.test(after)
  }
  const clause = clauseAround(text, start)
  const isAlone = !TOGETHER.test(text.slice(clause.start, clause.end))
  if (isAlone && isHead && ACTS.test(after)) return true
  if (TIME_BEFORE.test(before) && ACTS.test(after) && !TOGETHER.test(clausesAt(text, start))) return true
  if (isAlone && (MIXED.test(before) || (PROMISED.test(before) && OWN_WORK.test(after)))) return true
  if (relation === 'neighbour' || TOGETHER.test(whole)) return false
  return EDGE.test(before)
}
