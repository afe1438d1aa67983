import type { Finding } from '../finding.js'
import type { Place } from '../model.js'
import { clauseAround, isQuoteOpen, sentenceAround } from '../text/sentence-around.js'
import { wordSearch } from '../text/word-search.js'
import type { Passage } from './record.js'
import type { Unit } from './unit.js'
import { type Placed, placed, placesIn, type Relation, relationOf, withoutLevel } from './unit-places.js'

/** A report in which names of other units may have been left over. */
export interface SearchedReport {
  /** Whose it is; one of the units given to `leftoverSearch`, or one that the roster does not have. */
  unit: Unit
  passages: Passage[]
  /** What the rules found in it: places that `foreign-issuer` tells are not told again. */
  findings: Finding[]
}

const RULE = 'foreign-issuer'
/** Longest excerpt, in UTF-16 units. */
const EXCERPT = 80
/** Words that a search takes at once. */
const AT_ONCE = 60_000

/** What tells, in the same sentence, why another place is spoken of: offices learn, work together, and have borders. */
const TOGETHER =
  /学习|借鉴|经验|考察|调研|观摩|参观|取经|交流|合作|协作|协同|协议|联合|携手|联动|联防|联调|联席|会商|共建|共享|共治|共管|共同|结对|帮扶|对口|支援|援助|互[设认派访评助查通]|签订|签署|兄弟|友好|毗邻|相邻|邻近|邻[县区镇乡]|周边|交界|接壤|边界|界[山河线]|跨[镇乡区县市界域省]|异地|来访|会同|配合|协助|邀请|移交|移送|转交|委托|管辖|交叉|抽调|选派|挂职|调任|派驻|原告|被告|申请人|第三人|诉|案例|划入|划归|并入|合并|撤[并乡镇]|更名|改名|区划|评为|命名|授予|列为|牵头|模式|做法|样板|对标|看齐|参照|相比|落后于|领先/
/** Before a name: what it is only a companion, a place or an origin to. */
const COMPANION = /[、和与及同跟或/至到赴往从比自于]$|(?:以及|还有|分别|位于|居住|地处|来自|途经|前往|例如|比如|诸如)$/
/** Whom one serves under: 在槐渡镇党委领导下, 向槐渡镇党委述法; but 在槐渡镇开展, 向槐渡镇移送. */
const SERVES = /^(?:党委|党工委|人民政府|政府|办事处)[^\u3002\uff0c\uff1b]{0,12}(?:领导|述法|述职|汇报|报告)/
const UNDER = /[在向]$/
/** Behind a name: lists, people, courts and places that lie there. */
const ELSEWHERE =
  /^(?:[、/]|[和与及]|以及|等|人民法庭|法庭|法院|检察|派出所|中学|小学|中心(?:学校|小学|卫生院|幼儿园)|学校|医院|卫生院|水库|境内|方向|籍|至|村民|居民|群众|百姓|农户|商户|企业|(?![各全])[\u4e00-\u9fff]{1,3}村(?![级务规民])|某|的?[张王李赵刘陈杨黄周吴]某|人(?!大|民|员))/
/** Organs of a unit, whose doings a report tells as its own. */
const ORGAN =
  '(?:党委|党工委|党组|人民政府|政府|办事处|管委会|人大|司法所|综合(?:行政)?执法(?:大队|中队|队|办公室|办|中心|局)?|执法(?:大队|中队|队)|综治(?:中心|办)|平安办|党政办|便民服务中心|调委会|调解委员会|领导班子|党政班子|班子|党政主要负责人|主要负责人|主要领导|书记|镇长|乡长|县长|区长|主任|局长|机关|干部|、|和){0,4}'
const ACTS = new RegExp(
  `^${ORGAN}(?:20\\d\\d年(?:度)?)?(?:坚持|坚决|深入|认真|紧紧|紧扣|始终|全面|切实|持续|积极|严格|扎实|高度重视|以习近平|牢固|牢牢|充分|大力|不断|进一步|着力|将|把|围绕|立足|聚焦|推进|推动|推行|开展|组织|落实|贯彻|建立|健全|完善|共|现有|召开|主持|带头|听取|成立|印发|出台|制定|办理|全年|加强|强化|依托|创新|探索|实行|承接|法治(?:政府)?建设)`,
)
/** What may stand before a name that begins what is said: a mark, a numeral, a time. */
const HEAD =
  /(?:^|[\u3002\uff1b;\uff01\uff1a:\n\uff09)])(?:[一二三四五六七八九十\d]+[、.\uff0e]|[一二三四五六七八九十]是|20\d\d年(?:度|以来|来)?[\uff0c,]?|(?:一年来|近年来|过去一年|今年以来|年内|全年)[\uff0c,]?|同时[\uff0c,]?|下一步[\uff0c,]?|此外[\uff0c,]?|现将)*$/
/** What ends before a name in running text: it is no part of a longer name. */
const EDGE =
  /(?:^|[^\u4e00-\u9fff]|[将对为把让使给由经按据当现是的了着及]|推动|推进|提升|提高|加强|围绕|立足|结合|坚持|确保|助力|服务|打造|建设|促进|做好|根据|按照|成立|印发|制定|贯彻|宣传|展示|全面|实现|维护|展现|融入|具有|符合|体现|反映|依托|紧扣|以及|指导|督促|组织|成为|作为|法治|平安|美丽|和谐|幸福)$/

/** A name to look for, and the units it may mean. */
interface Name {
  word: string
  key: number
  owners: number[]
}

const LETTERS = /^[\u4e00-\u9fff]{3,}$/

/** The names of a unit that hold the name of a place: 公安局 and 县政府 are said of any. */
function telling({ names, within }: Placed): string[] {
  const cores = [...within.values()].map(withoutLevel)
  return [...names].filter(
    (name) =>
      LETTERS.test(name) &&
      (placesIn(name).length > 0 || cores.some((core) => core.length >= 2 && name.startsWith(core))),
  )
}

/** Where in a name the two units stand that set it apart: its last place, behind the county that others share. */
const keyOf = (word: string): number => Math.max(0, word.lastIndexOf(placesIn(word).at(-1) ?? word))

interface Found {
  word: string
  /** Units it may mean; empty for the report's own. */
  owners: number[]
  start: number
  end: number
}

/** The report's own names in a text: what they hold is no other's name. */
function ownIn(text: string, names: Set<string>): Found[] {
  const found: Found[] = []
  for (const word of names) {
    if (word.length < 2) continue
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
      found.push({ word, owners: [], start, end: start + word.length })
  }
  return found
}

/** Names in a text, those left out that stand inside a longer one. */
function outermost(found: Found[]): Found[] {
  const kept: Found[] = []
  for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end || a.owners.length - b.owners.length)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  }
  return kept
}

/** Whether the name stands where the report speaks of itself. */
function isLeftover(text: string, { start, end }: Found, isNeighbour: boolean): boolean {
  const sentence = sentenceAround(text, start)
  const clause = clauseAround(text, start)
  const before = text.slice(sentence.start, start)
  const after = text.slice(end, sentence.end)
  if (isQuoteOpen(before) || ELSEWHERE.test(after)) return false
  if (UNDER.test(before)) return !isNeighbour && SERVES.test(after)
  if (COMPANION.test(before)) return false
  const isHead = HEAD.test(text.slice(Math.max(0, start - 24), start))
  const acts = ACTS.test(after)
  if (isHead && acts && !TOGETHER.test(text.slice(clause.start, clause.end))) return true
  if (isNeighbour || TOGETHER.test(text.slice(sentence.start, sentence.end))) return false
  return EDGE.test(before)
}

function excerptAt(text: string, at: number): string {
  const from = at > EXCERPT - 20 ? at - 20 : 0
  return text.slice(from, from + EXCERPT).trim()
}

/** Whether the rule said so already: in that line, of that name or one that holds it. */
function isTold(findings: Finding[], line: number, word: string): boolean {
  return findings.some(({ rule, line: at, related = [], message }) => {
    if (rule !== RULE || (at !== line && related.every((place) => place.line !== line))) return false
    const told = /“([^”]+)”/.exec(message)?.[1] ?? ''
    return told !== '' && (told.includes(word) || word.includes(told))
  })
}

/** Where the names of one other unit stand. */
interface Leftover {
  word: string
  owner: string
  at: Place
  excerpt: string
  related: Place[]
}

function toFinding({ word, owner, at, excerpt, related }: Leftover, unit: Unit): Finding {
  const count = related.length > 0 ? `，全文共 ${related.length + 1} 处` : ''
  const whose = owner === word ? '' : `（${owner}）`
  return {
    rule: RULE,
    severity: 'warning',
    message: `这是${unit.name}的报告，文中出现“${word}”${whose}${count}，请核对这里说的是哪个单位。`,
    ...at,
    excerpt,
    basis: null,
    fixable: false,
    ...(related.length > 0 ? { related } : {}),
  }
}

/** Every name to look for, with the units that bear it. */
function namesOf(all: Placed[]): Name[] {
  const byWord = new Map<string, Name>()
  for (const [owner, each] of all.entries()) {
    for (const word of telling(each)) {
      const known = byWord.get(word)
      if (known) known.owners.push(owner)
      else byWord.set(word, { word, key: keyOf(word), owners: [owner] })
    }
  }
  return [...byWord.values()]
}

/**
 * A search for names of other units that stand where a report speaks of itself, left over from the text it was made of.
 * One pass over a text, however many the units are. Findings come by the place of the first name of each unit.
 * @param units of the roster; without one, the issuers of all reports
 */
export function leftoverSearch(units: Unit[]): (report: SearchedReport) => Finding[] {
  const all = units.map(placed)
  const names = namesOf(all)
  const searches = Array.from({ length: Math.ceil(names.length / AT_ONCE) }, (_, i) =>
    wordSearch(names.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
  )
  const othersIn = (text: string): Found[] =>
    searches.flatMap((search) =>
      search(text).map(({ sought: { word, owners }, index }) => ({
        word,
        owners,
        start: index,
        end: index + word.length,
      })),
    )
  return ({ unit, passages, findings }) => {
    const own = placed(unit)
    const relationTo = (owner: number): Relation => relationOf(own, all[owner] as Placed)
    const leftovers = new Map<string, Leftover>()
    for (const { line, column = 1, text } of passages) {
      const others = othersIn(text)
      if (others.length === 0) continue
      for (const found of outermost([...others, ...ownIn(text, own.names)])) {
        const { word, owners, start, end } = found
        const relations = owners.map(relationTo)
        if (relations.length === 0 || relations.includes('ordinary') || isTold(findings, line, word)) continue
        if (!isLeftover(text, found, relations.includes('neighbour'))) continue
        const at = { line, column: column + start, endLine: line, endColumn: column + end }
        const owner = all[owners[0] as number]?.unit.name ?? word
        const known = leftovers.get(owner)
        if (known) known.related.push(at)
        else leftovers.set(owner, { word, owner, at, excerpt: excerptAt(text, start), related: [] })
      }
    }
    return [...leftovers.values()].map((leftover) => toFinding(leftover, unit))
  }
}
