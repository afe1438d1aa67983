/** Half open, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** Longest title in 《》 is of 80 UTF-16 units. */
const TITLE = /《[^》]{0,80}》/g
/** Shortest quotation that is a provision and no catchword. */
const SHORTEST_QUOTE = 20
/** Farthest the end of a sentence is looked for. */
const REACH = 300

const ARTICLE =
  '(?:第[一二三四五六七八九十百零〇\\d]+条(?:之[一二三四五六七八九十])?(?:、第[一二三四五六七八九十百零〇\\d]+条)*(?:第[一二三四五六七八九十\\d]+款)?(?:第[\uff08(]?[一二三四五六七八九十\\d]+[\uff09)]?项)?)'
/** What stands behind a title before what is said of it: its number, its articles. */
const BEHIND = `^(?:[\uff08(][^\uff09)]{0,40}[\uff09)]|\u3014[^\u3015]{0,10}\u3015[^\uff0c,\u3002]{0,6}号)*${ARTICLE}?(?:等)?(?:中)?(?:都|均|也|已|还)?(?:明确|明文|专门)?`
/** Whether a title is followed by anything of the kind: most are not. */
const SPEAKS = new RegExp(`${BEHIND}(?:关于|有关|规定|要求|指出|提出|强调|(?<=明确))`)
/** 《公平竞争审查条例》明确，起草…… */
const SAYS = new RegExp(`${BEHIND}(?:规定|要求|指出|提出|强调|(?<=明确))(?:了)?[\uff0c,\uff1a:]`)
/** 《优化营商环境条例》关于没有依据不得……的规定. */
const ON = new RegExp(
  `${BEHIND}(?:关于|有关)(?:\u201c[^\u201d]{0,200}\u201d|[^\u3002\uff1b\uff0c\u201c]){2,80}?的?(?:规定|要求|精神|部署|决定|条款)`,
)
/** 《某某办法》关于“……”, 《某某意见》要求“……”. */
const QUOTES = new RegExp(`${BEHIND}(?:关于|有关|规定|要求|指出|提出|强调|的)?(?:了)?[\uff0c,\uff1a:]?$`)
/** “……”的规定. */
const PROVISION = /^[\uff08(]?(?:这一|等)?的?(?:法律|法定|明确|有关|相关)?(?:规定|要求|原则|精神|论述)/
/** A law, or a paper of which an article is named. */
const IS_STATUTE = new RegExp(`(?:(?<!办)法|法典|条例)(?:[\uff08(][^\uff09)]*[\uff09)])?》|》${ARTICLE}`)
/** Papers of those above, as against a village's pact or an office's own scheme. */
const IS_PAPER =
  /(?:法|条例|规定|规则|办法|细则|纲要|意见|决定|解释|准则|规划|方案|通知)(?:[\uff08(][^\uff09)]*[\uff09)])*》$/
const IS_LAW = /(?:(?<!办)法|法典|条例)(?:[\uff08(][^\uff09)]*[\uff09)])*》$/
const IS_OF_TOWN = /[镇乡村]|街道|社区/
/** Before a title: what follows is what the office itself wrote, or did on its ground. */
const OWN_DOING =
  /(?:印发|制[定订]|出台|修订|修改|起草|发布|公布|拟[定订]|编制|完善|建立|根据|按照|依据|依照|遵照|对照|围绕|落实|贯彻|执行|遵循|结合)[^\u3002\uff0c,\uff1b]*$/
/** Clauses that no paper says: what the office did, and how often. */
const OWN_CLAUSE =
  /[\uff0c,](?:我|本[局委办镇乡市县区厅单]|据此|为此|对此|因此|全[市县区镇乡局省]|截至|20\d\d年|今年|一年来|全年)|[\uff0c,][^\uff0c,\u3002]*\d+(?:\.\d+)?(?:余|多)?(?:万|亿)?(?:件|次|人|户|场|家|起|宗|份|项|期|批|元|艘|处|辆|条)/

const ENDS = '\u3002\uff1b\uff01\uff1f\n'

/** Where the sentence that holds the offset ends; marks inside a quotation end none. */
function sentenceEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + REACH)
  let depth = 0
  for (let i = from; i < last; i++) {
    if (text[i] === '\u201c') depth++
    else if (text[i] === '\u201d') depth = Math.max(0, depth - 1)
    else if (depth === 0 && ENDS.includes(text[i] as string)) return i
  }
  return last
}

const rangeOf = (match: RegExpExecArray): Range => ({ start: match.index, end: match.index + match[0].length })

const titlesIn = (text: string): Range[] => [...text.matchAll(TITLE)].map(rangeOf)

/** What a sentence says behind a title that the paper says, not the office. */
function saidBy(text: string, { start, end }: Range): Range[] {
  if (!SPEAKS.test(text.slice(end, end + 80))) return []
  const title = text.slice(start, end)
  const rest = text.slice(end, sentenceEnd(text, end))
  const on = ON.exec(rest)
  if (on) return [{ start: end, end: end + on[0].length }]
  const says = SAYS.exec(rest)
  const isOwn = IS_OF_TOWN.test(title) && !IS_LAW.test(title)
  const before = text.slice(Math.max(0, start - 40), start)
  if (!says || isOwn || !IS_PAPER.test(title) || OWN_DOING.test(before)) return []
  const own = OWN_CLAUSE.exec(rest.slice(says[0].length - 1))
  return [{ start: end, end: end + (own ? says[0].length - 1 + own.index : rest.length) }]
}

/** Whether a quotation is of a paper whose title stands in the same sentence, or is called a provision. */
function isProvision(text: string, quote: Range): boolean {
  if (PROVISION.test(text.slice(quote.end, quote.end + 12))) return true
  const from = Math.max(0, quote.start - REACH)
  const near = text.slice(from, sentenceEnd(text, quote.end))
  const [start, end] = [quote.start - from, quote.end - from]
  return titlesIn(near).some((title) => {
    if (title.start < start && sentenceEnd(near, title.end) < end) return false
    const isNamed = IS_STATUTE.test(near.slice(title.start, title.end + 12))
    return isNamed || (title.end <= start && QUOTES.test(near.slice(title.end, start)))
  })
}

/** Quotations long enough for a provision. */
const provisionsIn = (text: string): Range[] =>
  [...text.matchAll(/\u201c[^\u201c\u201d]+\u201d/g)]
    .map(rangeOf)
    .filter((quote) => quote.end - quote.start >= SHORTEST_QUOTE && isProvision(text, quote))

/** Ranges in order, those that meet made one. */
function merged(ranges: Range[]): Range[] {
  const kept: Range[] = []
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else kept.push({ start, end })
  }
  return kept
}

/** Titles in 《》 and what a text quotes from laws and papers: alike wherever they are quoted. In order, none meets another. */
export function quotedIn(text: string): Range[] {
  const hasTitle = text.includes('《')
  if (!hasTitle && !text.includes('\u201c')) return []
  const titles = titlesIn(text)
  return merged([...titles, ...titles.flatMap((title) => saidBy(text, title)), ...provisionsIn(text)])
}
