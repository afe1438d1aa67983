/** The figures that a report gives for the indicators of the vocabulary. */

import type { Block, Draft } from '../../model.js'
import { placesIn, spansIn } from '../../report/place.js'
import { once } from '../../text/once.js'
import { type Sentence, sentencesOf } from '../../text/sentences.js'
import { wordSearch } from '../../text/word-search.js'
import type { IndicatorFigure, Qualifier } from '../record.js'
import { claimsOf, firstOf, settled } from './claims.js'
import { inWords, mayTellOfNone } from './in-words.js'
import { type Marked, markedOf } from './marked.js'
import { type Region, regionsOf } from './region.js'
import { type Row, tableRows } from './tables.js'
import { type Indicator, type Sought, type Strength, sought } from './vocabulary.js'
import {
  isForeign,
  isOfAPart,
  isOfJustice,
  isOfThePlace,
  isQuoted,
  isWhatIsLeft,
  qualifierOf,
  widerThan,
} from './whose.js'

/** A longer one is no sentence. */
const LONGEST_SENTENCE = 1500

const search = once(() => {
  const words = new Map<string, Sought[]>()
  for (const each of sought())
    for (const sign of each.indicator.signs) words.set(sign, [...(words.get(sign) ?? []), each])
  return wordSearch([...words].map(([word, owners]) => ({ word, key: 0, owners })))
})

/** What a sentence gives for an indicator. */
interface Hit {
  indicator: Indicator
  strength: Strength
  value: number | null
  unit: string | null
  qualifier: Qualifier | null
  block: Block
  sentence: Sentence
  printed: string
  /** Offset in the block. */
  at: number
}

interface Reading {
  draft: Draft
  year: number | null
  wider: RegExp
  isGovernment: boolean
  isOfJustice: boolean
}

/** A sentence of a block with the indicators whose signs stand in it. */
interface Scanned {
  block: Block
  region: Region
  sentence: Sentence
  /** The sentence as printed. */
  printed: string
  /** The sentence before, for topics. */
  before: string
  wanted: Set<Sought>
}

function counts({ indicator }: Sought, { region }: Scanned, { draft }: Reading): boolean {
  const { kind } = draft.report
  return (region !== 'leaders' || indicator.leaders === true) && (kind === undefined || indicator.kinds.includes(kind))
}

function hitsIn(scanned: Scanned, reading: Reading): Hit[] {
  const { block, sentence, printed, before, wanted } = scanned
  const { year, wider, isGovernment } = reading
  const indicators = [...wanted].filter((each) => counts(each, scanned, reading))
  const marked = markedOf(sentence.text, year)
  const hits: Hit[] = []
  const isOfAll = ({ forAll }: Indicator, of: Marked, at: number): boolean =>
    reading.isOfJustice && scanned.region !== 'leaders' && forAll !== undefined && isOfThePlace(of, at, forAll)
  const base = { block, sentence, printed }
  const claims = indicators.flatMap((each) => claimsOf(each, marked, before, isGovernment))
  const own = settled(claims, marked.marked).filter(({ sought: { indicator }, figure, index }) => {
    const from = marked.figures[index - 1]?.end ?? 0
    if (isQuoted(marked, figure.start) || isOfAPart(marked, figure.start, isGovernment && indicator.byOffices === true))
      return false
    if (indicator.taken && isWhatIsLeft(marked, figure.start)) return false
    if (isOfAll(indicator, marked, figure.start)) return false
    return !isForeign(marked, figure.start, from, { year, wider, anyAge: indicator.anyAge === true })
  })
  for (const { sought: each, strength, figure } of firstOf(own, marked)) {
    const qualifier = qualifierOf(marked, figure)
    if (qualifier === undefined) continue
    const { value, unit, start } = figure
    hits.push({
      ...base,
      indicator: each.indicator,
      strength,
      value,
      unit,
      qualifier,
      at: sentence.start + marked.placeOf(start),
    })
  }
  const told = mayTellOfNone(marked.plain) ? indicators : []
  for (const { indicator } of told) {
    if (hits.some((hit) => hit.indicator === indicator)) continue
    const found = inWords(marked.plain, before, indicator)
    if (!found || isForeign(marked, found.start, 0, { year, wider, anyAge: false })) continue
    if (isOfAll(indicator, marked, found.start)) continue
    const unit = found.value === null ? null : (indicator.units[0] ?? null)
    const at = sentence.start + marked.placeOf(found.start)
    hits.push({ ...base, indicator, strength: 'own', value: found.value, unit, qualifier: null, at })
  }
  return hits.sort((a, b) => a.at - b.at)
}

/** A row of a table in which a sign of an indicator stands. */
function rowAsScanned(row: Row | undefined, regionOf: (block: Block) => Region | null): Scanned | null {
  const region = row && regionOf(row.block)
  if (!row || !region) return null
  const { block, sentence } = row
  const wanted = new Set(search()(sentence.text).flatMap(({ sought }) => sought.owners))
  return wanted.size === 0 ? null : { block, region, sentence, printed: sentence.text, before: '', wanted }
}

/** The sentences and rows of tables of a draft in which a sign of an indicator stands. */
function* scan(draft: Draft): Generator<Scanned> {
  const regionOf = regionsOf(draft)
  const rows = tableRows(draft)
  const signs = search()(draft.text)
  let next = 0
  for (const block of draft.blocks) {
    const end = block.at + block.text.length
    if (block.node.type === 'tableCell') {
      const told = rowAsScanned(rows.get(block), regionOf)
      if (told) yield told
      continue
    }
    while ((signs[next]?.index ?? Number.POSITIVE_INFINITY) < block.at) next++
    if ((signs[next]?.index ?? Number.POSITIVE_INFINITY) >= end) continue
    const region = regionOf(block)
    if (region === null) continue
    let before = ''
    for (const sentence of sentencesOf(block.text)) {
      const wanted = new Set<Sought>()
      const until = block.at + sentence.end
      for (; (signs[next]?.index ?? Number.POSITIVE_INFINITY) < until; next++)
        for (const owner of signs[next]?.sought.owners ?? []) wanted.add(owner)
      const printed = block.printed.slice(sentence.start, sentence.end)
      if (wanted.size > 0 && sentence.text.length <= LONGEST_SENTENCE)
        yield { block, region, sentence, printed, before, wanted }
      before = sentence.text
    }
  }
}

const TOTAL = /全年|共|累计|总计|全[县市区镇乡街系]/

/** The clause up to a figure says that it is a total. */
function isTotal({ sentence, at }: Hit): boolean {
  const before = sentence.text.slice(0, at - sentence.start)
  return TOTAL.test(before.slice(Math.max(before.lastIndexOf('\uff0c'), before.lastIndexOf(',')) + 1))
}

const greater = (a: Hit, b: Hit): Hit => {
  const [first, second] = [isTotal(a), isTotal(b)]
  if (first !== second) return first ? a : b
  return (b.value ?? 0) > (a.value ?? 0) ? b : a
}

/** The one hit of each indicator that stands for its weak ones, and the greatest that its forms and roles give. */
function foremost(hits: Hit[]): { best: Map<Indicator, Hit>; greatest: Map<Indicator, Hit> } {
  const best = new Map<Indicator, Hit>()
  const greatest = new Map<Indicator, Hit>()
  for (const hit of hits) {
    const known = best.get(hit.indicator)
    if (hit.strength !== 'weak' || !known) best.set(hit.indicator, hit)
    else if (known.strength === 'weak') best.set(hit.indicator, greater(known, hit))
    const most = greatest.get(hit.indicator)
    if (hit.strength !== 'weak' && (!most || (hit.value ?? 0) > (most.value ?? 0))) greatest.set(hit.indicator, hit)
  }
  return { best, greatest }
}

/** A report that gives an indicator more often is none, and would take long. */
const MOST = 20

/**
 * Of weak hits, where no stronger one is there, what is most like a total; nothing that is told again in another sentence,
 * and nothing that a verb alone tells where the report gives more elsewhere.
 */
function distinct(hits: Hit[]): Hit[] {
  const { best, greatest } = foremost(hits)
  const told = new Map<string, Sentence>()
  const counts = new Map<Indicator, number>()
  return hits.filter((hit) => {
    const { indicator, strength, value, unit, sentence } = hit
    if (strength === 'weak' && best.get(indicator) !== hit) return false
    const most = greatest.get(indicator)
    const isLesser = most !== undefined && most.sentence !== sentence && (most.value ?? 0) > (value ?? 0)
    if (strength === 'role' && !indicator.parts && isLesser) return false
    const id = `${indicator.key} ${value} ${unit}`
    if ((told.get(id) ?? sentence) !== sentence) return false
    told.set(id, sentence)
    const count = (counts.get(indicator) ?? 0) + 1
    counts.set(indicator, count)
    return count <= MOST
  })
}

/**
 * The figures that a report gives for the indicators of `schemas/indicators.json`, in the order of the text: its own, of its
 * year. Zero said in words is a figure; where a report says that an indicator does not apply to it, the value is `null`.
 */
export function extractIndicators(draft: Draft): IndicatorFigure[] {
  const { report } = draft
  const isGovernment = report.kind === 'government'
  const reading: Reading = {
    ...{ draft, year: report.year ?? null, wider: widerThan(report) },
    ...{ isGovernment, isOfJustice: isOfJustice(report) },
  }
  const hits: Hit[] = []
  for (const scanned of scan(draft)) hits.push(...hitsIn(scanned, reading))
  const place = placesIn(draft.source.text)
  const span = spansIn(draft.source.text)
  return distinct(hits).map(({ indicator, value, unit, qualifier, block, printed, at }) => {
    const { line, column } = place(span(block, at, at + 1))
    return { indicator: indicator.key, value, unit, qualifier, sentence: printed, line, column }
  })
}
