import { squeeze } from '../text/marks.js'
import type { Unit } from './unit.js'

const LEVELS = '自治[州县旗]|街道|[省市县区州盟旗镇乡]'
/** Words in which a level's character names no level. */
const NO_PLACE =
  /市场|市政|城市|县域|区域|社区|城区|地区|城乡|乡村|村镇|城镇|乡镇|(?:经济|技术|产业|开发|经开|高新|工业|保税|综保|度假|示范|自贸|园|景|新|辖|功能|合作|试验)+区/g
const PLACE = new RegExp(`[\\u4e00-\\u9fff]{2,5}?(?:${LEVELS})`, 'g')
const LEVEL_AT_END = new RegExp(`(?:${LEVELS})$`)
/** A zone that has no government but a 管委会. */
const ZONE = /^[\u4e00-\u9fff]{4,}?(?:区|园)(?=(?:管理委员会|管委会)$)/
const OFFICE = /(?:人民政府|办事处|管理委员会|委员会|管委会|政府)$/

/** 石桥镇 → 石桥. */
export const withoutLevel = (place: string): string => place.replace(LEVEL_AT_END, '')

/** Levels of places, counties and districts being one, and towns of all forms. */
type Tier = '省' | '市' | '县' | '镇'

/** A unit's name taken apart. */
export interface Placed {
  unit: Unit
  /** The places it belongs to, by their level, from its name and its parent's; a government's or town's own is among them. */
  within: Map<Tier, string>
  /** The place it governs: 蓼川县, 槐渡镇; `null` for a department. */
  own: string | null
  /** Whether that is a zone, which stands on the ground of others. */
  isZone: boolean
  /** What it is called: its name and aliases, and the places it governs or governed by them. */
  names: Set<string>
}

/** Before the place in the names of those who serve the state or the party there. */
const HIGHER = /^(?:国家税务总局|中华人民共和国|中国共产党|中共)/

/** Places named in a name, from the largest: 蓼川县槐渡镇人民政府 → 蓼川县, 槐渡镇. */
export function placesIn(name: string): string[] {
  return squeeze(name).replace(HIGHER, '').replace(OFFICE, '').replace(NO_PLACE, '\n').match(PLACE) ?? []
}

function tierOf(place: string): Tier {
  if (/[镇乡]$|街道$/.test(place)) return '镇'
  if (/[县区旗]$/.test(place)) return '县'
  return /省$/.test(place) ? '省' : '市'
}

/** The place a name stands for: 蓼川县槐渡镇人民政府 → 槐渡镇. */
function governed(name: string): string | null {
  const last = placesIn(name).at(-1)
  return last !== undefined && squeeze(name).replace(OFFICE, '').endsWith(last) ? last : null
}

/** The zone a name stands for: 棠洲高新技术产业开发区管理委员会 → 棠洲高新技术产业开发区. */
const zoneOf = (name: string): string | null => ZONE.exec(squeeze(name))?.[0] ?? null

/** A unit with the places that its names tell. */
export function placed(unit: Unit): Placed {
  const names = [unit.name, ...unit.aliases]
  const within = new Map(
    [...placesIn(unit.parent ?? ''), ...placesIn(unit.name)].map((place) => [tierOf(place), place]),
  )
  const zone = unit.kind === 'department' ? null : zoneOf(unit.name)
  if (zone !== null) return { unit, within, own: zone, isZone: true, names: new Set([...names, zone]) }
  const own = unit.kind === 'department' ? null : governed(unit.name)
  const places = own === null ? [] : names.map(governed).filter((place) => place !== null)
  return { unit, within, own, isZone: false, names: new Set([...names, ...places]) }
}

/** The places a unit belongs to: offices that have the same are below one roof. */
export const roofOf = ({ within }: Placed): string => [...within.values()].join('\n')

/**
 * The family of a unit, those of one kind below one body, which hands papers round to them; `null` where its body is not told.
 * Without a parent, the places before its own stand for it.
 */
export function familyOf(unit: Unit): string | null {
  const { within, own } = placed(unit)
  const places = [...within.values()].filter((place) => place !== own)
  const body = unit.parent ?? places.join('')
  return body === '' ? null : `${unit.kind}\n${body}`
}

/** Whether one is a zone and the other a county or town that the zone is not named after: 棠洲高新区 and 泊陵区. */
function isBeside(a: Placed, b: Placed): boolean {
  const [zone, place] = a.isZone ? [a.own, b.own] : [b.own, a.own]
  if (zone === null || place === null) return false
  return !/[省市]$/.test(place) && !zone.startsWith(withoutLevel(place))
}

/**
 * What one unit's name in another's report is. `ordinary`: they have to do with one another, or nothing can be told.
 * `sibling`: two offices below one roof, that work together all the time. `neighbour`: of another place and kind; spoken of now
 * and then. `stranger`: of the same kind and another place, whose name is a slip, or there for a reason that is told.
 */
export type Relation = 'ordinary' | 'sibling' | 'neighbour' | 'stranger'

/** What the name of one unit is in the report of another. */
export function relationOf(own: Placed, other: Placed): Relation {
  const [mine, theirs] = [own.unit, other.unit]
  if (mine.name === theirs.name || mine.parent === theirs.name || theirs.parent === mine.name) return 'ordinary'
  const isApart = [...own.within].some(([tier, place]) => (other.within.get(tier) ?? place) !== place)
  if (own.isZone || other.isZone) return isApart || isBeside(own, other) ? 'neighbour' : 'ordinary'
  const areOffices = own.own === null && other.own === null
  if (!isApart) return areOffices && own.within.size > 0 && other.within.size > 0 ? 'sibling' : 'ordinary'
  const areAlike = areOffices || (own.own && other.own && tierOf(own.own) === tierOf(other.own))
  return areAlike ? 'stranger' : 'neighbour'
}
