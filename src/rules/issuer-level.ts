import type { Draft } from '../model.js'
import { squeeze } from '../text/marks.js'
import { matchesOf } from '../text/matches.js'

/** Levels by the last character of a place's name; 区 is a district, never a zone such as 开发区. */
type Level = '省' | '自治区' | '州' | '盟' | '市' | '县' | '区' | '旗' | '镇' | '乡' | '街道'

/** Whose report it is, as far as its name tells. */
export interface Issuer {
  name: string
  kind: 'government' | 'department' | 'township'
  /** Level of the place it governs or, for a department, belongs to; `null` where the name does not tell. */
  level: Level | null
  /** A development zone: anything may be above it. */
  isZone: boolean
  /** For 乡镇 and 街道: level of the place above, where the name tells it. */
  parent: Level | null
  /** Name of its place without the level: 云溪. */
  place: string | null
}

/** Words that hold a level's character and name no place. */
const NO_PLACE = /市场|市政|城市|县域|区域|社区|城区|地区|城乡|乡村|村镇|城镇|乡镇|自由贸易/g
const ZONE =
  /(?:开发|高新|经开|新|园|示范|度假|保税|风景|景|保护|合作|功能|工业|产业集聚|试验|灌|林|矿|库|牧|管理)区|产业园|管委会|管理委员会/
/** Bodies of a place whose name may lack the level of the place they are in: 青禾分局, 云溪海关. */
const BRANCH = /分局|支局|支队|大队|总队|海关|海事|分中心|监狱|戒毒|[所站队]$/
const PLACE = /([\u4e00-\u9fff]+?)(自治区|[省市县区州盟旗])/g
const TOWN = /([\u4e00-\u9fff]{2,6}?)(街道|镇|乡)(?:办事处|人民政府|党工委|工作委员会|党委|委员会)?$/

/** The last place a name tells: 岭南市青禾区 → 青禾, 区. */
function lastPlace(name: string): { place: string; level: Level } | null {
  const last = matchesOf(name.replace(NO_PLACE, ''), PLACE).at(-1)
  const [, place = '', level = ''] = last ?? []
  return place.length >= 2 ? { place, level: level as Level } : null
}

/** Reads a name such as 云溪县石桥镇人民政府; joint issuers are one name, their bodies being of one place. */
export function readIssuer(name: string, kind: Issuer['kind']): Issuer {
  const bare = squeeze(name).replace(/中共|中国共产党/g, '')
  const unknown: Issuer = { name: bare, kind, level: null, isZone: ZONE.test(bare), parent: null, place: null }
  if (unknown.isZone || (kind === 'department' && BRANCH.test(bare))) return unknown
  if (kind !== 'township') {
    const found = lastPlace(bare.split('、')[0] ?? '')
    return found ? { ...unknown, ...found } : unknown
  }
  const town = TOWN.exec(bare.split('、').at(-1) ?? '')
  if (!town) return unknown
  const above = lastPlace(bare.slice(0, bare.lastIndexOf(town[2] as string)))
  const place = (town[1] ?? '').replace(/^.*[省市县区州盟旗](?=.{2})/, '')
  return { ...unknown, level: town[2] as Level, parent: above?.level ?? null, place }
}

/**
 * The issuer, where the draft itself names it: in its title, its signature or its front matter. The publisher of a web
 * page is no proof.
 */
export function issuerIn({ report, source }: Draft): Issuer | null {
  const { issuer, kind, title, signature } = report
  if (!issuer || !kind) return null
  const read = readIssuer(issuer, kind)
  const told = squeeze(`${title ?? ''}${signature ?? ''}${source.metadata.issuer ?? ''}`)
  const core = read.name.replace(/人民政府|办事处|管理委员会|管委会|委员会/g, '').split('、')[0] ?? ''
  return core.length >= 2 && told.includes(core.slice(-3)) ? read : null
}

/** Levels that may stand above: 我市 in a county's report is the city it belongs to. */
const ABOVE: Record<Level, string> = {
  省: '',
  自治区: '区',
  州: '省',
  盟: '省',
  市: '省州盟',
  县: '省市州盟',
  区: '省市州盟',
  旗: '省市州盟区',
  镇: '省市县区州盟旗',
  乡: '省市县区州盟旗',
  街道: '省市县区州盟旗',
}

/** Levels the issuer may call its own or its superior's; `null` where nothing can be told. */
export function levelsOf({ level, parent, isZone, kind }: Issuer): string | null {
  if (isZone || level === null) return null
  if (kind !== 'township') return `${level}${ABOVE[level]}`
  return parent === null ? `${level}${ABOVE[level]}` : `${level}${parent}${ABOVE[parent]}`
}
