import type { FileResult, Finding } from '../finding.js'
import type { Examined } from '../lint.js'
import type { Block, Content, Draft, Place, Section, Span, State } from '../model.js'
import { resultOf, wasChecked } from '../output/result.js'
import { placesIn, spansIn } from '../report/place.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'
import { sentencesOf } from '../text/sentences.js'

/** A content that the report owes, as the page shows it. */
export interface Duty {
  key: string
  title: string
  state: State
  /** Whether nothing but placeholders stands there yet. */
  isBlank: boolean
  /** Titles of the contents under the same heading. */
  together: string[]
  /** Heading as printed. */
  heading: string | null
  place: Place | null
  /** The report's own words for it: the sentence that shows it, or the first below its heading. */
  quote: string | null
  /** What the law asks. */
  duty: string
  /** What to write. */
  guidance: string
  basis: string | null
}

/** Text of the draft that is a heading; level 0 is the title. */
export interface HeadingSpan extends Span {
  level: number
}

/** What the page shows of a checked draft. */
export interface Checked {
  result: FileResult
  /** False for a text that is no report: its duties say nothing. */
  isReport: boolean
  duties: Duty[]
  /** For every finding, the key of the duty it belongs to; `null` for the whole draft. */
  homes: (string | null)[]
  headings: HeadingSpan[]
  /** Front matter and comments: what is no text of the report. */
  asides: Span[]
}

/** Longest sentence quoted, in UTF-16 units. */
const QUOTED = 90

/** Places of blocks and spans of one draft. */
interface Surveyor {
  ofBlock(block: Block): Place
  ofSpan(span: Span): Place
}

function surveyorOf({ source }: Draft): Surveyor {
  const spanOf = spansIn(source.text)
  const ofSpan = placesIn(source.text)
  return { ofSpan, ofBlock: (block) => ofSpan(spanOf(block)) }
}

function quoteOf({ evidence, blocks }: Content): string | null {
  const first = blocks.find(({ role, text }) => role === 'body' && text.trim() !== '')?.printed ?? ''
  const sentence = evidence?.text ?? sentencesOf(first)[0]?.text ?? ''
  if (sentence === '') return null
  return sentence.length > QUOTED ? `${sentence.slice(0, QUOTED)}\u2026\u2026` : sentence
}

const bodyOf = ({ blocks }: Content): string =>
  blocks.flatMap(({ role, text }) => (role === 'body' ? [text] : [])).join('')

function dutiesOf({ demands, contents }: Draft, surveyor: Surveyor): Duty[] {
  const titleOf = new Map(demands.contents.map(({ key, title }) => [key, title]))
  const contentOf = new Map(contents.map((content) => [content.key, content]))
  return demands.contents.flatMap(({ key, title, required, duty, guidance, basis }): Duty[] => {
    const content = contentOf.get(key)
    const state = content?.state ?? 'absent'
    if (!required && state === 'absent') return []
    const place = content?.section
      ? surveyor.ofBlock(content.section.block)
      : content?.evidence
        ? surveyor.ofSpan(content.evidence.span)
        : null
    const together = (content?.with ?? []).map((other) => titleOf.get(other) ?? other)
    const heading = content?.section?.heading ?? null
    const isBlank = content !== undefined && isOnlyPlaceholders(bodyOf(content))
    const quote = content && !isBlank ? quoteOf(content) : null
    return [{ key, title, state, isBlank, together, heading, place, quote, duty, guidance, basis }]
  })
}

/** Lines that belong to a content; the later of two ranges wins. */
interface Range {
  key: string
  from: number
  to: number
}

/** Sections of the report one after another, each with the content it holds; a topic goes with the one before it. */
function rangesOf(draft: Draft, surveyor: Surveyor): Range[] {
  const { sections, contents, blocks } = draft
  const lineOf = (block: Block): number => surveyor.ofBlock(block).line
  const [first] = sections
  if (!first) return []
  const foot = blocks.find(({ role, at }) => (role === 'signature' || role === 'date') && at > first.block.at)
  const end = foot ? lineOf(foot) - 1 : Number.POSITIVE_INFINITY
  const ownerOf = new Map<Section, string>()
  for (const { section, state, key } of contents) {
    if (section && state !== 'embedded' && !ownerOf.has(section)) ownerOf.set(section, key)
  }
  let owner: string | null = null
  const own = sections.flatMap((section, i): Range[] => {
    owner = ownerOf.get(section) ?? owner
    const next = sections[i + 1]
    return owner === null ? [] : [{ key: owner, from: lineOf(section.block), to: next ? lineOf(next.block) - 1 : end }]
  })
  const embedded = contents.flatMap(({ state, section, key, blocks: below }): Range[] => {
    const last = below[below.length - 1] ?? section?.block
    if (state !== 'embedded' || !section || !last) return []
    return [{ key, from: lineOf(section.block), to: surveyor.ofBlock(last).endLine }]
  })
  return [...own, ...embedded].reverse()
}

function homesOf(draft: Draft, findings: Finding[], surveyor: Surveyor): (string | null)[] {
  const ranges = rangesOf(draft, surveyor)
  return findings.map(({ rule, line, message }) => {
    // A content that is missing has no place: the finding stands at the title, and names it.
    const missing = draft.demands.contents.find(({ title }) => message.startsWith(`缺少“${title}”`))
    if (rule === 'missing-section' && missing) return missing.key
    return ranges.find(({ from, to }) => from <= line && line <= to)?.key ?? null
  })
}

const below = (section: Section): Section[] => [section, ...section.children.flatMap(below)]

function headingsOf({ source, blocks, sections }: Draft): HeadingSpan[] {
  const spanOf = spansIn(source.text)
  const titles = blocks.filter(({ role }) => role === 'title').map((block) => ({ block, level: 0 }))
  return [...titles, ...sections.flatMap(below)].map(({ block, level }) => ({ ...spanOf(block), level }))
}

/** From the first line of three dashes to the second, at the very head of a text. */
const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/

function asidesOf({ source, comments }: Draft): Span[] {
  const head = FRONT_MATTER.exec(source.text)
  const spans = comments.map(({ position }) => ({
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  }))
  return [...(head ? [{ start: 0, end: head[0].length }] : []), ...spans].filter(({ start, end }) => end > start)
}

/** What the page shows of a draft and of what was found in it. */
export function checkedOf(draft: Draft, { findings, waived }: Examined): Checked {
  const result = resultOf(draft, findings, waived)
  const surveyor = surveyorOf(draft)
  return {
    result,
    isReport: wasChecked(findings),
    duties: dutiesOf(draft, surveyor),
    homes: homesOf(draft, findings, surveyor),
    headings: headingsOf(draft),
    asides: asidesOf(draft),
  }
}
