import { EXCERPT, type Finding } from '../../finding.js'
import type { Place } from '../../model.js'
import { wordSearch } from '../../text/word-search.js'
import type { Passage } from '../record.js'
import type { Unit } from '../unit.js'
import { type Placed, placed, placesIn, type Relation, relationOf, roofOf, withoutLevel } from '../unit-places.js'
import { isSaidOfItself, worksUponOthers } from './leftover-wording.js'

/** A report in which names of other units may have been left over. */
export interface SearchedReport {
  /** Whose it is; one of the units given to `leftoverSearch`, or one that the roster does not have. */
  unit: Unit
  passages: Passage[]
  /** What the rules found in it: places that `foreign-issuer` tells are not told again. */
  findings: Finding[]
}

const RULE = 'foreign-issuer'
/** Words that a search takes at once. */
const AT_ONCE = 60_000

/** A name to look for, and the units it may mean. */
interface Name {
  word: string
  key: number
  owners: number[]
  /** Of 市水务局, which any city has: who is meant below each roof. */
  below: Map<string, number[]>
}

const LETTERS = /^[\u4e00-\u9fff]{3,}$/

/** The names of a unit that hold the name of a place: 公安局 and 县政府 are said of any. */
function telling({ names, within, own }: Placed): string[] {
  const cores = [...within.values()].map(withoutLevel)
  return [...names].filter(
    (name) =>
      LETTERS.test(name) &&
      (placesIn(name).length > 0 ||
        (own !== null && name.startsWith(own)) ||
        cores.some((core) => core.length >= 2 && name.startsWith(core))),
  )
}

/** 市水务局, 县公安局: what offices below one roof call each other. */
const OF_LEVEL = /^[省市县区州旗](?!场|政(?!务|府)|民)[\u4e00-\u9fff]{2,}(?:局|委|委员会|办|办公室|中心|支队|大队)$/

/** The names of an office that hold the level of its place instead of the place: 棠洲市水务局, 市水利局 → 市水务局, 市水利局. */
function levelNames({ unit, own, names, within }: Placed): string[] {
  if (own !== null || unit.kind === 'township') return []
  const places = [...within.values()]
  const short = [...names].flatMap((name) => {
    const place = places.find((each) => name.includes(each))
    return place === undefined ? [name] : [name.slice(name.indexOf(place) + place.length - 1)]
  })
  return [...new Set(short)].filter((name) => OF_LEVEL.test(name))
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

function excerptAt(text: string, at: number): string {
  const { longest, lead } = EXCERPT
  const from = at > longest - lead ? at - lead : 0
  return text.slice(from, from + longest).trim()
}

/** Whether the rule said so already: in that line, of that name or one that holds it. */
function isTold(findings: Finding[], line: number, word: string): boolean {
  return findings.some(({ rule, line: at, related = [], message }) => {
    if (rule !== RULE || (at !== line && related.every((place) => place.line !== line))) return false
    const told = /“([^”]+)”/.exec(message)?.[1] ?? ''
    return told !== '' && (told.includes(word) || word.includes(told))
  })
}

/** Of several units that a name may mean, the one that is spoken of most. */
const closest = (relations: Relation[]): Exclude<Relation, 'ordinary'> =>
  relations.includes('sibling') ? 'sibling' : relations.includes('neighbour') ? 'neighbour' : 'stranger'

/** Where the names of one other unit stand. */
interface Leftover {
  word: string
  owner: string
  at: Place
  excerpt: string
  related: Place[]
}

function toFinding({ word, owner, at, excerpt, related }: Leftover, unit: Unit): Finding {
  const count = related.length > 0 ? `，全文共${related.length + 1}处` : ''
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
  const nameOf = (word: string): Name => {
    const name = byWord.get(word) ?? { word, key: keyOf(word), owners: [], below: new Map() }
    byWord.set(word, name)
    return name
  }
  for (const [owner, each] of all.entries()) {
    for (const word of telling(each)) nameOf(word).owners.push(owner)
    const roof = roofOf(each)
    for (const word of levelNames(each)) {
      const { below } = nameOf(word)
      below.set(roof, [...(below.get(roof) ?? []), owner])
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
  const othersIn = (text: string, roof: string): Found[] =>
    searches.flatMap((search) =>
      search(text).flatMap(({ sought: { word, owners, below }, index }) => {
        const meant = [...owners, ...(below.get(roof) ?? [])]
        return meant.length === 0 ? [] : [{ word, owners: meant, start: index, end: index + word.length }]
      }),
    )
  return ({ unit, passages, findings }) => {
    const own = placed(unit)
    const roof = roofOf(own)
    const isUponOthers = worksUponOthers(unit.name)
    const relationTo = (owner: number): Relation => relationOf(own, all[owner] as Placed)
    const leftovers = new Map<string, Leftover>()
    for (const { line, column = 1, text } of passages) {
      const others = othersIn(text, roof)
      if (others.length === 0) continue
      for (const found of outermost([...others, ...ownIn(text, own.names)])) {
        const { word, owners, start, end } = found
        const relations = owners.map(relationTo)
        if (relations.length === 0 || relations.includes('ordinary') || isTold(findings, line, word)) continue
        if (!isSaidOfItself(text, found, { relation: closest(relations), isUponOthers })) continue
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
