import type { Draft, Span } from '../model.js'
import { squeeze } from '../text/marks.js'
import { matchesOf } from '../text/matches.js'
import { sentenceAround } from '../text/sentence-around.js'
import { type Issuer, readIssuer } from './issuer-level.js'

/** A place of the issuer's own level that is not the issuer's, and where it stands in `Draft.text`. */
export interface Stranger {
  /** 青禾县. */
  name: string
  places: Span[]
}

/** Places that may be taken for one another in a template: those of one tier. */
const TIER: Record<string, string> = {
  县: '县区旗',
  区: '县区旗',
  旗: '县区旗',
  镇: '镇乡街道',
  乡: '镇乡街道',
  街道: '镇乡街道',
}

/** Another place's doings are told where offices learn from it or work with it, or as what stands above or below. */
const TOGETHER =
  /学习|借鉴|经验|合作|携手|协作|联合|兄弟|跨区域|跨县|跨界|毗邻|邻[县区镇乡近]|相邻|周边|结对|共建|共同|签订|签署|异地|对口|支援|帮扶|互设|互认|联动|交流|考察|友好|来访|案例|原告|被告|诉|上级|管辖|交叉|委托|授予|评为|命名|《|\u201c/

/** Units a place's name does not hold where two of them stand before 县人民政府. */
const NO_NAME =
  /[的和与及在由经向对被受为按以据报请将是各全本我两些该称从到至中下上内外新老原大小级位个市县区省镇乡村社园景辖城片发能范验业资、，。；：,;:()（）]/

/** What a place's government does at the head of a clause. */
const DOES =
  '(?=人民政府|党委|党工委|办事处|委、|坚持|深入|认真|紧紧|紧扣|始终|全面|切实|持续|积极|以习近平|在[省市县区]|20\\d\\d|法治政府|法治建设|严格|扎实)'
const ACTOR = new RegExp(
  `(?:^|[\\n\\u3002\\uff0c,\\uff1b;\\uff1a:])(?:20\\d\\d年(?:度|以来|来)?[\\uff0c,]?)?([\\u4e00-\\u9fff]{2,3})(县|区|旗|镇|乡|街道)${DOES}`,
  'g',
)
/** Words that stand before a level and name no place: 各县, 示范区, 部分镇. */
const COMMON =
  /^[各全本两该某邻原]|[我将现]|部分|个别|有关|相关|试点|示范|先进|所有|其他|其余|属地|重点|中心|平安|法治|标杆|模范|偏远|贫困|特色|乡镇|功能|行政|保护|合作|全体|[开发新园景社辖城片库灾矿林牧郊疫学校营街商老小山集古村名强镇乡]$/

/** Parts of places, and zones, which a paragraph may be about. */
const PART =
  /集聚|核心|试验|服务|保税|综保|自贸|自治|产业|物流|加工|经济|商业|居住|办公|居民|禁养|限养|控制|管控|风险|缓冲|隔离|安置|棚户|度假|旅游|地$|直辖|所在|上述|以上|多数|大多|一些|不少|几个|两个|三个|各个|每个|这些|毗邻/
/** A paragraph or part that begins with the place that acts: 2024年，栖云区将……. */
const HEAD =
  /(?:^|\n|\u3002(?=20|下一|新的))(?:(?:虽然|尽管|目前|当前|总的来看|一年来|近年来|今年以来|过去一年(?:来|里)?|下一步|新的一年(?:里)?|接下来|20\d\d年(?:度|以来|来|期间)?)[\uff0c,]?)?([\u4e00-\u9fff]{2,3})(县|区|旗|镇|乡|街道)(?=将|坚持|深入|认真|紧紧|紧扣|始终|全面|切实|持续|积极|严格|扎实|以习近平|继续|进一步|高度重视|法治政府|法治建设|委、|委书记|委常委会|党委|党工委)/g

/** Verbs that stand before 县政府, where the issuer's own is meant: 主持县政府常务会议. */
const VERB =
  /主持|提请|组织|参加|落实|报告|接受|协助|配合|经过|依托|成立|推动|召开|担任|出席|列席|代表|围绕|根据|按照|服务|保障|支持|指导|督促|会同|邀请|争取|提交|报送|报请|报经|列入|纳入|受到|获得|荣获|完成|开展|加强|贯彻|执行|承办|办理|印发|出台|修订|制定|起草|审核|通过|严格|抓好|做好|汇报|牵头|参与|同意|批准|作为|构建|建立|健全|转发|结合|紧扣|聚焦|设立|调整|发挥|聘请|传达|审议|研究|听取|提供|推进|涉及|担当|协调|负责|送审|提升|优化|召集|编制|公布|召回|代理|属于|就是|全面|依法|坚持/

/** Longest rest of a clause behind an organ. */
const CLAUSE = 40

/** How often a name must recur outside the opening before it is more than a mention. */
const OFTEN = 3

const isOwn = (issuer: Issuer, name: string): boolean => issuer.name.includes(name)

/** Organs of counties and districts with the two units before them. */
const ORGAN = /[县区](?:人民政府|委|政府)/g

const COLON = /[\uff1a:]/

function* organs(text: string): Generator<{ name: string; level: string; start: number }> {
  for (const { 0: organ, index } of matchesOf(text, ORGAN)) {
    const name = text.slice(Math.max(0, index - 2), index)
    if (/^[\u4e00-\u9fff]{2}$/.test(name) && !NO_NAME.test(name))
      yield { name, level: organ[0] as string, start: index - 2 }
  }
}

function isTogether(text: string, at: number): boolean {
  const { start, end } = sentenceAround(text, at)
  // ……将做好以下工作：一是…… tells of its own doings behind the colon.
  const rest = text.slice(at, end)
  const own = COLON.exec(rest)?.index ?? rest.length
  return TOGETHER.test(text.slice(start, at + own))
}

/** Whether the name heads a clause of its own with a verb after it, as no verb's object does: 青禾县坚持……. */
const isActing = (text: string, name: string): boolean =>
  new RegExp(
    `(?:^|[\\n\\u3002\\uff0c,\\uff1b;])${name}(?:坚持|深入|认真|紧|始终|全面|切实|持续|积极|严格|扎实|把|人民政府)`,
  ).test(text)

/** Other places that a paragraph begins with as its subject, behind the opening. */
function* heads(text: string, tier: string, opening: number, issuer: Issuer): Generator<Stranger> {
  for (const { 1: name = '', 2: level = '', 0: whole, index } of matchesOf(text, HEAD)) {
    if (index < opening || !tier.includes(level) || isOwn(issuer, name)) continue
    if (COMMON.test(name) || PART.test(name) || VERB.test(name) || NO_NAME.test(name)) continue
    const end = index + whole.length
    const start = end - name.length - level.length
    if (!isTogether(text, start)) yield { name: name + level, places: [{ start, end }] }
  }
}

/** Party and government of a place, at the head of a clause, with what no object goes on with: 浦坂镇党委、政府多次召开会议. */
const GOVERNS =
  /(?:^|[\n\u3002\uff0c,\uff1b;\uff1a:])([\u4e00-\u9fff]{2,3})(?:([镇乡])(?:党委(?:、?(?:镇|乡)?政府)?|(?:人民)?政府)|(街道)(?:党工委(?:、?办事处)?|办事处)|([县区])(?:委(?:、?[县区]政府)?|(?:人民)?政府))(?=多次|高度重视|先后|坚持[把将以]|始终|认真|切实|积极)/g

/** What has a government do something, and is no name: 要求镇政府高度重视. */
const CAUSES =
  /要求|监督|帮助|助力|促使|敦促|建议|请求|责成|倒逼|引导|鼓励|辅助|力促|确保|保证|提醒|提示|约束|号召|呼吁|得益|依靠/

/** Other places of the tier whose party and government act, wherever they stand. */
function* governors(text: string, tier: string, issuer: Issuer): Generator<Stranger> {
  for (const { 0: whole, 1: name = '', 2: town, 3: street, 4: county, index } of matchesOf(text, GOVERNS)) {
    const level = town ?? street ?? county ?? ''
    if (!tier.includes(level) || isOwn(issuer, name)) continue
    if (COMMON.test(name) || PART.test(name) || VERB.test(name) || NO_NAME.test(name) || CAUSES.test(name)) continue
    const start = index + whole.indexOf(name)
    const clause = text.slice(start, start + whole.length + CLAUSE).split(/[\uff0c,\u3002\uff1b;\n]/)[0] ?? ''
    if (TOGETHER.test(text.slice(sentenceAround(text, start).start, start) + clause)) continue
    yield { name: name + level, places: [{ start, end: start + name.length + level.length }] }
  }
}

/** Other places named as the one that acts, in the opening or again and again. */
function* actors({ text, sections, blocks }: Draft, issuer: Issuer): Generator<Stranger> {
  const tier = TIER[issuer.level ?? '']
  if (!tier) return
  const opening = sections[0]?.block.at ?? 0
  const title = blocks.filter(({ role }) => role === 'title').at(-1)
  const from = title ? title.at + title.text.length : 0
  for (const { 1: name = '', 2: level = '', 0: whole, index } of matchesOf(text.slice(from, opening), ACTOR)) {
    if (!tier.includes(level) || COMMON.test(name) || VERB.test(name) || isOwn(issuer, name)) continue
    const start = from + index + whole.length - name.length - level.length
    if (!isTogether(text, start)) yield { name: name + level, places: [{ start, end: from + index + whole.length }] }
  }
  yield* heads(text, tier, opening, issuer)
  yield* governors(text, tier, issuer)
  if (tier !== TIER['县']) return
  const seen = new Map<string, Span[]>()
  for (const { name, level, start } of organs(text)) {
    if (VERB.test(name) || isOwn(issuer, name) || isTogether(text, start)) continue
    const known = seen.get(name + level)
    const place = { start, end: start + name.length + level.length }
    if (known) known.push(place)
    else seen.set(name + level, [place])
  }
  for (const [name, places] of seen) if (places.length >= OFTEN && isActing(text, name)) yield { name, places }
}

/** The signature of another place of the same level: the title says 云溪县, the signature 青禾县. */
function signatureOf({ report, blocks }: Draft, issuer: Issuer): Stranger | null {
  const { signature, kind, title } = report
  const block = blocks.find(({ role }) => role === 'signature')
  if (!signature || !kind || !block || issuer.place === null || signature.includes('、')) return null
  const signed = readIssuer(signature, kind)
  if (signed.place === null || signed.level !== issuer.level) return null
  const alike = signed.place.slice(0, 2)
  if (issuer.place.includes(alike) || squeeze(title ?? '').includes(alike)) return null
  return { name: squeeze(signature), places: [{ start: block.at, end: block.at + block.text.length }] }
}

/** Places that are not the issuer's, where the issuer's own would stand. */
export function strangersIn(draft: Draft, issuer: Issuer): Stranger[] {
  const byName = new Map<string, Stranger>()
  const signed = signatureOf(draft, issuer)
  for (const stranger of [...actors(draft, issuer), ...(signed ? [signed] : [])]) {
    const known = byName.get(stranger.name)
    if (!known) byName.set(stranger.name, stranger)
    else known.places.push(...stranger.places.filter(({ start }) => known.places.every((each) => each.start !== start)))
  }
  return [...byName.values()]
}
