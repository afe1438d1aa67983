import { distance } from 'fastest-levenshtein'
import type { Unit } from '../unit.js'
import { type Body, bodyOf, isShortOf, isVague, keysOf, mayBeSame, plainName } from './body.js'

/** Finds units by the names reports give. */
export interface UnitFinder {
  add(unit: Unit): void
  /** The units a name may mean: one where it is certain, none, or several that fit equally well. */
  find(name: string): Unit[]
  /** The one unit that the file's name, else the name of its folder, speaks of; `null` where it is none or several. */
  inPath(path: string): Unit | null
  /** A unit whose name is nearly the same; `null` where there is none. */
  like(name: string): Unit | null
}

/** A name of a unit. */
interface Named {
  unit: Unit
  body: Body
}

/** Shorter names stand in too many others. */
const SHORTEST_IN_PATH = 3

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** 榆口乡 and 榆口镇, 青禾镇 and 青禾街道: a town that rose. */
const stemOfTown = (name: string): string => name.replace(/(?:街道|镇|乡|苏木)$/, '')

/** A short form that can hardly be of another: four characters or more, with the same end. */
const isAbbreviation = (short: string, long: string): boolean =>
  short.length >= 4 && short.length <= long.length && short.at(-1) === long.at(-1) && isShortOf(short, long)

/** Names of departments of five characters or more with one that differs; shorter ones and towns are too alike by nature. */
const isSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 5 && Math.abs(a.length - b.length) <= 1 && distance(a, b) === 1

/** A settled name, with its stem where it is that of a town: worked out once, for it is compared with thousands. */
interface Compared {
  name: string
  /** `null` for what is no town. */
  town: string | null
}

function toCompare({ name }: Body): Compared {
  const stem = stemOfTown(name)
  return { name, town: stem === name ? null : stem }
}

function areAlike(a: Compared, b: Compared): boolean {
  if (a.town !== null || b.town !== null) return a.town === b.town
  return isAbbreviation(a.name, b.name) || isAbbreviation(b.name, a.name) || isSlip(a.name, b.name)
}

/** A short name is of the place that the full one names: 公安局, 县公安局. */
const within = (places: string[], body: Body): Body =>
  body.places.some((place) => place.length > 1) ? body : { ...body, places: places.length > 0 ? places : body.places }

const unitsOf = (named: Named[]): Unit[] => [...new Set(named.map(({ unit }) => unit))]

/** @param variants traditional characters of the names with their simplified forms */
export function unitFinder(units: Unit[], variants: Record<string, string> = {}): UnitFinder {
  const byName = new Map<string, Unit[]>()
  const byAlias = new Map<string, Unit[]>()
  const byKey = new Map<string, Named[]>()
  const all: (Named & { compared: Compared })[] = []
  /** What a file's name may call a unit. */
  const byWord = new Map<string, Unit[]>()

  function add(unit: Unit): void {
    push(byName, plainName(unit.name, variants), unit)
    for (const alias of unit.aliases) push(byAlias, plainName(alias, variants), unit)
    const { places } = bodyOf(plainName(unit.name, variants))
    for (const name of [unit.name, ...unit.aliases]) {
      const plain = plainName(name, variants)
      const body = within(places, bodyOf(plain))
      all.push({ unit, body, compared: toCompare(body) })
      if (!isVague(body)) for (const key of keysOf(body)) push(byKey, key, { unit, body })
      for (const word of new Set([plain, ...keysOf(body)])) {
        if (word.length >= SHORTEST_IN_PATH && !byWord.get(word)?.includes(unit)) push(byWord, word, unit)
      }
    }
  }

  function find(name: string): Unit[] {
    const plain = plainName(name, variants)
    const exact = byName.get(plain) ?? byAlias.get(plain)
    if (exact) return [...new Set(exact)]
    const body = bodyOf(plain)
    if (isVague(body)) return []
    const near = keysOf(body).flatMap((key) => byKey.get(key) ?? [])
    return unitsOf(near.filter((each) => mayBeSame(each.body, body)))
  }

  /** Of words within words, 县公安局 in 县公安局交警大队, the longest count. */
  function inText(text: string): Unit | null {
    const plain = plainName(text, variants)
    const words = [...byWord.keys()].filter((word) => plain.includes(word))
    const longest = words.filter((word) => !words.some((other) => other.length > word.length && other.includes(word)))
    const found = [...new Set(longest.flatMap((word) => byWord.get(word) ?? []))]
    return found.length === 1 ? (found[0] as Unit) : null
  }

  for (const unit of units) add(unit)
  return {
    add,
    find,
    inPath(path) {
      const [file = '', folder = ''] = path.split('/').reverse()
      return inText(file.replace(/\.[^.]+$/, '')) ?? inText(folder)
    },
    like(name) {
      const body = bodyOf(plainName(name, variants))
      const own = toCompare(body)
      const alike = all.filter(({ compared }) => areAlike(compared, own))
      const found = unitsOf(alike.filter((each) => mayBeSame({ ...each.body, name: body.name }, body)))
      return found.length === 1 ? (found[0] as Unit) : null
    },
  }
}
