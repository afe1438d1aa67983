import { squeeze } from '../../text/marks.js'
import { SHORT_NAMES } from './short-names.js'

/**
 * A body as its name tells it, however the name is written: 中共蓼川县公安局党委, 县公安局 and 蓼川公安局 are one body, and so
 * are 青笠镇 and 蓼川县青笠镇人民政府.
 */
export interface Body {
  /** Places it belongs to, the greatest first; 县 alone, as in 县公安局, stands for any of that level. */
  places: string[]
  /** Name below these places in a settled form; `GOVERNMENT` for the government of the last of them. */
  name: string
}

/** What the body of a place is called: 蓼川县人民政府, 县政府, 中共蓼川县委. */
const GOVERNMENT = '政府'

/** A place above the town at the head of a name. 市场, 社区 and 城市 are none: two characters stand before the level. */
const PLACE = /^[\u4e00-\u9fff]{2,12}?(?:省|自治区|自治州|自治县|特别行政区|市|县|(?<!社)区|旗|盟)/
const LEVEL = /(?:省|自治区|自治州|自治县|特别行政区|市|县|区|旗|盟)$/
/** 县公安局, 市政府; not 市场监督管理局, 市中区公安局. */
const OWN_LEVEL =
  /^[省市州县区旗](?!场|容|民|[中北南]区|[域划](?!局))(?=.*(?:政府|局|委|办|室|中心|会|院|队|站|处|所)$|$)/
/** Zones have no government but a 管委会. */
const ZONE = /(?:开发区|高新区|经开区|示范区|度假区|保税区|园区)(?:管委会|管理委员会|管委|党工委)?$/
/** What is the name of no body without the place before it. */
const NEEDS_PLACE = /^(?:管委|管理局|管理处|管理办|办|服务中心|中心|建设管理局)$/

/** A name in half-width simplified characters without blanks. @param variants traditional characters with their simplified forms */
export function plainName(name: string, variants: Record<string, string> = {}): string {
  const plain = squeeze(name.normalize('NFKC'))
  return Object.keys(variants).length === 0 ? plain : [...plain].map((char) => variants[char] ?? char).join('')
}

/** 人民政府, 党委, 办事处 and the like at the end of a name, which say nothing of whose they are. */
const ENDS: [pattern: RegExp, instead: string][] = [
  [/(?<=.{2})(?:党组|党委|党工委|党总支)$/, ''],
  [/(?<=[\u4e00-\u9fff][省市县区旗镇乡])(?:委员会|委)$/, ''],
  [/(?<=^[省市县区])委$/, ''],
  [/(?<=.)(?:人民政府|政府)$/, ''],
  [/(?<=街道)(?:办事处|办|工委|工作委员会|管理委员会)$/, ''],
  [/(?:管理委员会|管委会)$/, '管委'],
]

/** 国家税务总局云溪县税务局 is 云溪县税务局; what stands in brackets are further names of the same body. */
const ASIDE = /^(?:中国共产党|中共)|^国家税务总局(?=.)|\([^)]*\)$/g

function withoutEnds(name: string): string {
  let rest = name.replace(ASIDE, '')
  for (const [pattern, instead] of ENDS) rest = rest.replace(pattern, instead)
  return rest
}

/** 鹤浔市生态环境局蓼川县分局 → 蓼川县生态环境局; 生态环境分局 → 生态环境局. */
function withBranchFirst(name: string): string {
  const branch = /^(?:市(?!场)|.{2,12}?[市州盟])?(.{2,10}?)局(.{2,10}?)分局$/.exec(name)
  if (branch) return `${LEVEL.test(branch[2] as string) ? branch[2] : `${branch[2]}区`}${branch[1]}局`
  return name.replace(/(?<=.{2})分局$/, '局')
}

/** Names of towns and zones stand as they are: 义和镇. */
const IS_TOWN = /(?:镇|乡|街道|苏木|管委)$/

function settled(name: string): string {
  if (IS_TOWN.test(name)) return name
  const plain = name
    .replace(/[和与及、]/g, '')
    .replace(/委员会$/, '委')
    .replace(/办公室$/, '办')
  const short = Object.keys(SHORT_NAMES)
    .filter((each) => plain.startsWith(each))
    .sort((a, b) => b.length - a.length)[0]
  return short === undefined ? plain : `${SHORT_NAMES[short]}${plain.slice(short.length)}`
}

/** The body that a name names. @param plain as `plainName` gives it */
export function bodyOf(plain: string): Body {
  let rest = withBranchFirst(withoutEnds(plain))
  const places: string[] = []
  if (OWN_LEVEL.test(rest)) {
    places.push(rest.slice(0, 1))
    rest = rest.slice(1)
  }
  for (let place = PLACE.exec(rest); place; place = PLACE.exec(rest)) {
    places.push(place[0])
    rest = rest.slice(place[0].length)
  }
  // 江宁区人民政府禄口街道办事处.
  if (places.length > 0) rest = rest.replace(/^(?:人民)?政府(?=.{2,}(?:街道|[镇乡局]|管委)$)/, '')
  if (rest === '' && ZONE.test(plain)) return { places: places.slice(0, -1), name: `${places.at(-1)}管委` }
  if (rest === '') return { places, name: GOVERNMENT }
  if (NEEDS_PLACE.test(rest)) rest = `${places.pop() ?? ''}${rest}`
  return { places, name: settled(rest) }
}

const stemOf = (place: string): string => {
  const stem = place.replace(LEVEL, '')
  return stem.length >= 2 ? stem : place
}

function isSamePlace(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.endsWith(b) || b.endsWith(a)
  return a === b || stemOf(a) === stemOf(b)
}

/** Names below its places under which a body may be looked for: 蓼川县 经济开发区管委 is 蓼川经济开发区管委, too. */
export function keysOf({ places, name }: Body): string[] {
  const last = places.at(-1)
  return last === undefined || last.length === 1 || name === GOVERNMENT ? [name] : [name, `${stemOf(last)}${name}`]
}

/** Whether two bodies that share a key may be the same one: where both tell their places, these agree from the last on. */
export function mayBeSame(a: Body, b: Body): boolean {
  if (a.name !== b.name) return true
  const count = Math.min(a.places.length, b.places.length)
  return Array.from({ length: count }, (_, i) => [a.places.at(-1 - i), b.places.at(-1 - i)]).every(([one, other]) =>
    isSamePlace(one as string, other as string),
  )
}

/** Whether the characters of one name stand in the other in their order: 卫健委 in 卫生健康委员会. */
export function isShortOf(short: string, long: string): boolean {
  let at = 0
  for (const char of long) if (char === short[at]) at++
  return at === short.length
}

/** Whether the name tells nothing but the government of some place or other: 政府, 县. */
export const isVague = ({ places, name }: Body): boolean => name === GOVERNMENT && places.length === 0
