import type { Block, Content, ContentSpec, Section, Span } from '../model.js'
import { type Sentence, sentencesOf } from '../text/sentences.js'
import { namesAnnex } from './annexes.js'
import type { Classifier } from './classify.js'
import { textBelow } from './outline.js'
import { spanOf } from './place.js'

const DEFAULT = 'achievements'
/** Nobody looks for it where it has no section of its own. */
const OPTIONAL = 'other'

/** Shortest sentence that says something; 一是加强学习。 does not. */
const TELLING = 15

/** Sentences at the head of a section that tell what a heading by topic holds. */
const OPENING = 2

/** Sections whose sentences say nothing of a content: plans for others and for next year are no account of what leaders did. */
const SILENT_IN: Record<string, string[]> = { responsibility: ['plan', 'shortcomings'] }

interface Named {
  section: Section
  keys: string[]
  /** The heading's wording shows it, not merely its text or that nothing else fits. */
  isNamed: boolean
}

interface Quote {
  text: string
  span: Span
}

/** Finds where every content stands: level-1 headings first, then lower headings, then sentences. 附件 as a section is none. */
export function findContents(
  source: string,
  all: Section[],
  opening: Block[],
  specs: ContentSpec[],
  classifier: Classifier,
): Content[] {
  const sections = all.filter(({ name }) => !namesAnnex(name))
  const top = sections.map((section): Named => {
    const named = classifier.named(section.name)
    const isNamed = named.length > 0
    return { section, keys: isNamed ? named : keysByText(section, sections, classifier), isNamed }
  })
  return specs.map((spec) => {
    const owned = top.filter(({ keys }) => keys.includes(spec.key))
    const named = owned.filter(({ isNamed }) => isNamed)
    const candidates = named.length > 0 ? named : owned
    const own = candidates.find(({ keys }) => keys.length === 1) ?? candidates[0]
    if (own) {
      const others = own.keys.filter((key) => key !== spec.key)
      return {
        key: spec.key,
        state: others.length === 0 ? 'separate' : 'merged',
        section: own.section,
        evidence: null,
        mentions: [],
        with: others,
        blocks: textBelow(own.section),
      } satisfies Content
    }
    return findWithin(source, spec.key, top, opening, classifier)
  })
}

function findWithin(source: string, key: string, top: Named[], opening: Block[], classifier: Classifier): Content {
  const absent: Content = { key, state: 'absent', section: null, evidence: null, mentions: [], with: [], blocks: [] }
  if (key === OPTIONAL) return absent
  const silent = SILENT_IN[key] ?? []
  const hosts = top.filter(({ keys }) => !keys.every((each) => silent.includes(each)))
  for (const { section } of hosts) {
    const lower = findLower(section, key, classifier)
    if (lower) {
      const evidence = evidenceIn(source, lower, key, classifier)
      return { ...absent, state: 'embedded', section: lower, evidence, blocks: textBelow(lower) }
    }
  }
  const mentions = [...opening, ...hosts.flatMap(({ section }) => textBelow(section))].flatMap((block) =>
    quotesIn(source, block, key, classifier),
  )
  const [evidence] = mentions
  return evidence ? { ...absent, state: 'mentioned', evidence, mentions } : absent
}

/** A lower heading that names the content, or hints at it with text that confirms. */
function findLower(section: Section, key: string, classifier: Classifier): Section | null {
  for (const child of section.children) {
    if (key !== DEFAULT && namesLower(child, key, classifier)) return child
    const lower = findLower(child, key, classifier)
    if (lower) return lower
  }
  return null
}

function namesLower(section: Section, key: string, classifier: Classifier): boolean {
  const named = classifier.named(section.name)
  if (named.includes(key)) return true
  return classifier.hinted(section.name).includes(key) && confirms(section, key, classifier)
}

function confirms(section: Section, key: string, classifier: Classifier): boolean {
  return textBelow(section).some((block) => classifier.speaksOf(key, block.text))
}

function quotesIn(source: string, block: Block, key: string, classifier: Classifier): Quote[] {
  if (!classifier.speaksOf(key, block.text)) return []
  return sentencesOf(block.text)
    .filter((sentence) => classifier.speaksOf(key, sentence.text))
    .map((sentence) => quote(source, block, sentence))
}

function quote(source: string, block: Block, { start, end }: Sentence): Quote {
  return { text: block.printed.slice(start, end), span: spanOf(source, block, start, end) }
}

function evidenceIn(source: string, section: Section, key: string, classifier: Classifier): Quote | null {
  const blocks = textBelow(section)
  for (const block of blocks) {
    const [first] = quotesIn(source, block, key, classifier)
    if (first) return first
  }
  for (const block of blocks) {
    const sentence = sentencesOf(block.text).find(({ text }) => text.length >= TELLING)
    if (sentence) return quote(source, block, sentence)
  }
  return null
}

/** Contents of a level-1 section whose heading names none, by how its text begins. */
function keysByText(section: Section, all: Section[], classifier: Classifier): string[] {
  const hinted = classifier.hinted(section.name).find((key) => opensWith(section, key, classifier))
  if (hinted) return [hinted]
  const isLast = all.at(-1) === section
  if (isLast && all.length > 1 && opensWith(section, 'plan', classifier)) return ['plan']
  if (all.length > 1 && opensWith(section, 'shortcomings', classifier)) return ['shortcomings']
  return [DEFAULT]
}

function opensWith(section: Section, key: string, classifier: Classifier): boolean {
  const first = textBelow(section).find(({ role }) => role === 'body')
  return (
    first !== undefined &&
    sentencesOf(first.text)
      .slice(0, OPENING)
      .some((sentence) => classifier.speaksOf(key, sentence.text))
  )
}
