/** What tells one defect of a report from another, when two versions of the report are laid side by side. */

import type { Finding } from '../../finding.js'
import type { Place } from '../../model.js'
import { sentenceAround } from '../../text/sentence-around.js'
import type { Passage } from '../record.js'

/** Findings of a report with its text, as far as it is known. */
export interface Checked<F extends Finding> {
  findings: F[]
  /** In the order of the text; empty where it is not known. */
  passages: Passage[]
}

/** A place of a defect: the words that are wrong, and the sentence they stand in. */
interface Spot {
  words: string
  sentence: string
  /** Every two neighbouring characters of the sentence. */
  pairs: Set<string>
}

/** A finding, reduced to what it is about. */
export interface Defect {
  rule: string
  /** The message, figures set aside. */
  kind: string
  message: string
  /** What the message quotes first: names of contents, topics, wrong words. */
  objects: string[]
  /** Where it stands; empty for what the report as a whole lacks. */
  spots: Spot[]
  /** It stands for more places than it tells. */
  isVague: boolean
}

/** Sentences as like as this are one sentence, rewritten. */
const LIKE = 0.4
/** Words up to this length are the same or not; longer ones may be rewritten, too. */
const SHORT = 3

/** Figures may change while a defect stays. */
const withoutFigures = (text: string): string => text.replace(/\d+(?:\.\d+)?/g, '#')

const QUOTE = '\u201c[^\u201d]*\u201d|《[^》]*》'
const FIRST_QUOTES = new RegExp(`(?:${QUOTE})(?:[、和与]?(?:${QUOTE}))*`)
const COUNT = /(\d+) ?[处个]/

const inside = (quote: string): string => quote.slice(1, -1)

function pairsOf(text: string): Set<string> {
  const plain = withoutFigures(text).replace(/[^\p{L}#]/gu, '')
  const pairs = new Set<string>(plain.length === 1 ? [plain] : [])
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2))
  return pairs
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 1
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return (2 * common) / (a.size + b.size)
}

function spotOf(words: string, sentence: string): Spot {
  return { words: withoutFigures(words), sentence, pairs: pairsOf(sentence) }
}

interface Found {
  passage: Passage
  /** Offset in its text. */
  at: number
}

function foundAt({ line, column }: Place, byLine: Map<number, Passage[]>): Found | null {
  const passage = byLine
    .get(line)
    ?.filter((each) => (each.column ?? 1) <= column)
    .at(-1)
  const at = column - (passage?.column ?? 1)
  return passage && at < passage.text.length ? { passage, at } : null
}

function spotAt(place: Place, byLine: Map<number, Passage[]>): Spot | null {
  const found = foundAt(place, byLine)
  if (!found) return null
  const { text } = found.passage
  const { start, end } = sentenceAround(text, found.at)
  const length = place.endLine === place.line ? place.endColumn - place.column : text.length
  return spotOf(text.slice(found.at, found.at + length), text.slice(start, end))
}

/**
 * Where a finding stands. What a report lacks as a whole stands at its title, or at its first words, which do not hold what
 * the message names.
 */
function spotsOf(finding: Finding, objects: string[], passages: Passage[], byLine: Map<number, Passage[]>): Spot[] {
  const holds = (text: string): string | undefined => objects.find((object) => object !== '' && text.includes(object))
  const first = passages[0]
  const found = foundAt(finding, byLine)
  if (!found) {
    const words = finding.line > (first?.line ?? Infinity) ? holds(finding.excerpt) : undefined
    return words === undefined ? [] : [spotOf(words, finding.excerpt)]
  }
  if (found.passage === first && found.at === 0 && holds(first.text) === undefined) return []
  const spots = [finding, ...(finding.related ?? [])].map((place) => spotAt(place, byLine))
  return spots.filter((spot) => spot !== null)
}

/** The findings of a report as defects, in their order. */
export function defectsOf<F extends Finding>({ findings, passages }: Checked<F>): Defect[] {
  const byLine = new Map<number, Passage[]>()
  for (const passage of passages) byLine.set(passage.line, [...(byLine.get(passage.line) ?? []), passage])
  return findings.map((finding) => {
    const { rule, message, related } = finding
    const quotes = FIRST_QUOTES.exec(message)?.[0].match(new RegExp(QUOTE, 'g')) ?? []
    return {
      rule,
      message,
      kind: withoutFigures(message),
      objects: quotes.filter((quote) => !quote.startsWith('《')).map((quote) => withoutFigures(inside(quote))),
      spots: spotsOf(finding, quotes.map(inside), passages, byLine),
      isVague: Number(COUNT.exec(message)?.[1] ?? 1) > 1 && related === undefined,
    }
  })
}

function areSameWords(a: string, b: string): boolean {
  if (a === b) return true
  return Math.min(a.length, b.length) > SHORT && likeness(pairsOf(a), pairsOf(b)) >= LIKE
}

/** How like the places are that two defects have in common; 0 where they have none. */
function likenessOfSpots(before: Spot[], now: Spot[]): number {
  let most = 0
  for (const a of before) {
    for (const b of now) {
      if (!areSameWords(a.words, b.words)) continue
      most = Math.max(most, a.sentence === b.sentence ? 1 : likeness(a.pairs, b.pairs))
      if (most === 1) return 1
    }
  }
  return most >= LIKE ? most : 0
}

/**
 * How surely a defect of an earlier version and one of today's are the same, 0 where they are not. Of one rule, they are the
 * same
 * - where they stand at places: by one place in common, the same words in the same sentence, lines moved, figures changed or
 *   the sentence rewritten. What is told in one finding (“还有2处没有填写”) is one defect: it stands until its last place is gone,
 *   and the same words in another sentence are another defect;
 * - where the report as a whole lacks something: by what the message names (“下一年度安排”), else by the message but for figures;
 * - where a finding tells only the number of its places (“有120处标点是半角”): always.
 */
export function sureness(before: Defect, now: Defect): number {
  if (before.rule !== now.rule) return 0
  const isWorded = (before.kind === now.kind ? 1 : 0) + (before.message === now.message ? 1 : 0)
  if (before.spots.length > 0 && now.spots.length > 0) {
    const like = likenessOfSpots(before.spots, now.spots)
    if (like > 0) return 1 + like + isWorded
    return before.isVague || now.isVague ? 0.5 : 0
  }
  const isNamed = before.objects.some((object) => now.objects.includes(object))
  if (isNamed || before.kind === now.kind) return 1 + isWorded
  return before.isVague || now.isVague ? 0.5 : 0
}
