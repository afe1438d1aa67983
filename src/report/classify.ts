import { signs } from '../generated/signs.js'
import type { ContentSpec } from '../model.js'
import { squeeze, widen } from '../text/marks.js'
import { once } from '../text/once.js'

/** Recognises which contents a heading names, for one report year. */
export interface Classifier {
  /** Keys of the contents the wording names, in their order in the heading; empty for a heading by topic. */
  named(heading: string): string[]
  /** Keys the wording may mean; the text below must confirm. */
  hinted(heading: string): string[]
  /** Whether the sentence speaks of the content. */
  speaksOf(key: string, sentence: string): boolean
}

/** Patterns that may match in a text or a part of it. Each is compiled when it is first wanted: a single run needs few. */
type Patterns = (text: string) => RegExp[]

interface Compiled {
  key: string
  words: Patterns
  weak: Patterns
  traps: Patterns
  sentences: Patterns
}

/** 其他需要说明的问题 names no shortcomings; 情况 in 第一责任人履职情况 no achievements: the one is read first, the other last. */
const FIRST = 'other'
const LAST = 'achievements'

/** Stands for text that a pattern has used up; matches nothing. */
const USED = '\ufffc'

/** A pattern that matches nothing. */
const NEVER = '(?!)'

const useUp = (text: string, pattern: RegExp): string => text.replace(pattern, (match) => USED.repeat(match.length))

/** Whether a text has a unit of each sign. */
const hasSigns = (text: string, signs: string[]): boolean =>
  signs.every((sign) => {
    for (const unit of sign) if (text.includes(unit)) return true
    return false
  })

/** What claims achievements beside other contents: 情况 alone does not, and 举措 after a plan belongs to the plan. */
const CLAIM =
  /(?<!抓|加强|推进)(?:法治|依法)[^，、]{0,6}(?:建设|行政)(?:工作)?情况|成效|成绩|成果|工作(?:的)?(?:开展|推进|完成)?情况|总结|回顾|进展/
const CLAIM_BEFORE = /举措|措施|做法/

function claimsAchievements(rest: string, firstOther: number): boolean {
  return CLAIM.test(rest) || CLAIM_BEFORE.test(rest.slice(0, firstOther))
}

/** Headings whose contents are kept: those of a report are asked for again and again. Few, because each holds its report's text. */
const KEPT = 64

/** The function with what it gave for the last texts kept. */
function kept<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size === KEPT) known.clear()
    const value = of(text)
    known.set(text, value)
    return value
  }
}

/** Compiling the patterns costs more than recognising a report with them. */
const compiledFor = new WeakMap<ContentSpec[], Map<number | null, Classifier>>()

/**
 * The classifier for the contents of a schema, the same object for the same arguments.
 * @param year the report year; `null` lets no year count as this or the next
 */
export function classifierFor(contents: ContentSpec[], year: number | null): Classifier {
  const byYear = compiledFor.get(contents) ?? new Map<number | null, Classifier>()
  compiledFor.set(contents, byYear)
  const classifier = byYear.get(year) ?? createClassifier(contents, year)
  byYear.set(year, classifier)
  return classifier
}

function createClassifier(contents: ContentSpec[], year: number | null): Classifier {
  const thisYear = year === null ? NEVER : String(year)
  const nextYear = year === null ? NEVER : String(year + 1)
  const dated = (source: string): string => source.replaceAll('{year}', thisYear).replaceAll('{next}', nextYear)
  const compile = (sources: string[], flags: string): Patterns => {
    const patterns = sources.map((source) => ({
      signs: signs.get(source) ?? [],
      compiled: once(() => new RegExp(dated(source), flags)),
    }))
    return (text) => {
      const possible: RegExp[] = []
      for (const { signs, compiled } of patterns) if (hasSigns(text, signs)) possible.push(compiled())
      return possible
    }
  }
  const compiled = contents.map(
    (content): Compiled => ({
      key: content.key,
      words: compile(content.words, 'g'),
      weak: compile(content.weakWords, ''),
      traps: compile(content.traps, 'g'),
      sentences: compile(content.sentences, ''),
    }),
  )
  const rank = ({ key }: Compiled): number => (key === FIRST ? 0 : key === LAST ? 2 : 1)
  const ordered = [...compiled].sort((a, b) => rank(a) - rank(b))
  const normal = (text: string): string => squeeze(widen(text))
  // What a skeleton is given is recognised, whatever its words.
  const headings = once(() => new Map(contents.map(({ key, heading }) => [normal(dated(heading)), key])))

  return {
    named: kept((heading) => {
      const asScaffolded = headings().get(normal(heading))
      if (asScaffolded !== undefined) return [asScaffolded]
      const text = normal(heading)
      let rest = text
      const found: { key: string; index: number }[] = []
      for (const { key, words, traps } of ordered) {
        const possible = words(text)
        // Most headings have none of the words, and need no closer look.
        if (!possible.some((word) => rest.search(word) >= 0)) continue
        let free = rest
        for (const trap of traps(text)) free = useUp(free, trap)
        if (key === LAST && found.length > 0 && !claimsAchievements(free, Math.min(...found.map((each) => each.index))))
          continue
        let index = -1
        for (const word of possible) {
          free = free.replace(word, (match, ...details) => {
            const at = details.find((detail) => typeof detail === 'number') as number
            if (index < 0 || at < index) index = at
            rest = rest.slice(0, at) + USED.repeat(match.length) + rest.slice(at + match.length)
            return USED.repeat(match.length)
          })
        }
        if (index >= 0) found.push({ key, index })
      }
      return found.sort((a, b) => a.index - b.index).map(({ key }) => key)
    }),
    hinted: kept((heading) => {
      const text = normal(heading)
      return compiled
        .filter(({ weak, traps }) => {
          const possible = weak(text)
          if (!possible.some((pattern) => pattern.test(text))) return false
          const free = traps(text).reduce(useUp, text)
          return possible.some((pattern) => pattern.test(free))
        })
        .map(({ key }) => key)
    }),
    speaksOf(key, sentence) {
      const text = widen(sentence)
      return compiled.some((each) => each.key === key && each.sentences(text).some((pattern) => pattern.test(text)))
    },
  }
}
