/** The indicators of `schemas/indicators.json`, their patterns compiled. */

import { vocabulary } from '../../generated/indicators.js'
import type { Kind } from '../../generated/report.js'
import { once } from '../../text/once.js'

/** An indicator as the vocabulary has it; `schemas/indicators.schema.json` explains each keyword. */
export interface Indicator {
  key: string
  label: string
  group: string
  kinds: readonly Kind[]
  units: readonly string[]
  counts: string
  example: string
  isRate?: boolean
  direction?: 'higher' | 'lower'
  leaders?: boolean
  parts?: boolean
  anyAge?: boolean
  byOffices?: boolean
  forAll?: 'always' | 'told'
  taken?: boolean
  signs: readonly string[]
  forms: readonly string[]
  topics?: readonly string[]
  roles?: readonly string[]
  weak?: readonly string[]
  officeWeak?: readonly string[]
  traps?: readonly string[]
  zero?: readonly string[]
  zeroUnder?: readonly string[]
  notApplicable?: readonly string[]
}

/** How much a form is worth: one of the indicator's own, one that holds under its topic, one that holds where no other is found. */
export type Strength = 'own' | 'role' | 'weak'

/** An indicator with its forms as patterns of a marked text. */
export interface Sought {
  indicator: Indicator
  /** Place in the vocabulary. */
  order: number
  /** `isOfOffices`: in the report of a government it would be a part. */
  forms: { strength: Strength; pattern: RegExp; isOfOffices: boolean }[]
  /** Forms that look like it and are not. */
  traps: RegExp | null
}

/** First and last of the units that stand for figures in a marked text. */
export const MARKS = { first: 0xe000, last: 0xf8ff }

const MARK = '[\\ue000-\\uf8ff]'
/** `…`, `…{8}`: at most 20, or 8, units of the same clause without a figure; the title of a document is one. */
const GAP = (most = '20'): string =>
  `(?:[^\\uff0c\\u3002\\uff1b\\uff1a《》\\d\\ue000-\\uf8ff]|《[^《》\\ue000-\\uf8ff]{0,60}》){0,${most}}?`
/** `~`: words that belong to what follows, so no list either. */
const NEAR = '[^\\uff0c\\u3002\\uff1b\\uff1a《》、\\d\\ue000-\\uf8ff]{0,12}?'

const compiled = (forms: readonly string[]): RegExp =>
  new RegExp(
    forms
      .map((form) =>
        form
          .replace(/…(?:\{(\d+)\})?/g, (_, most) => GAP(most))
          .replaceAll('~', NEAR)
          .replaceAll('#', MARK),
      )
      .join('|'),
    'g',
  )

/** All indicators in the order of the vocabulary. */
export const INDICATORS: readonly Indicator[] = vocabulary.indicators

/** The indicators with their patterns, in the order of the vocabulary. */
export const sought = once((): Sought[] =>
  INDICATORS.map((indicator, order) => {
    const { forms, roles = [], weak = [], officeWeak = [], traps = [] } = indicator
    const lists: { strength: Strength; list: readonly string[]; isOfOffices: boolean }[] = [
      { strength: 'own', list: forms, isOfOffices: false },
      { strength: 'role', list: roles, isOfOffices: false },
      { strength: 'weak', list: weak, isOfOffices: false },
      { strength: 'weak', list: officeWeak, isOfOffices: true },
    ]
    return {
      indicator,
      order,
      forms: lists
        .filter(({ list }) => list.length > 0)
        .map(({ strength, list, isOfOffices }) => ({ strength, pattern: compiled(list), isOfOffices })),
      traps: traps.length > 0 ? compiled(traps) : null,
    }
  }),
)

const topicWords = once(() => {
  const names = new Map<string, string>()
  for (const [name, words] of Object.entries(vocabulary.topics)) for (const word of words) names.set(word, name)
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length)
  return { names, pattern: new RegExp(longestFirst.join('|'), 'g') }
})

/** The topic a text speaks of last, or `null`. */
export function lastTopic(text: string): string | null {
  const { names, pattern } = topicWords()
  let last: string | null = null
  for (const [word] of text.matchAll(pattern)) last = names.get(word) ?? null
  return last
}
