/** A search for many patterns at once, each tried only where a unit of its own stands. */

import { firstPlace, nextPlace } from './units.js'

/** A form of words to look for around a unit that is rare in ordinary text. */
export interface Form {
  /** The units the text is searched for. */
  signs: string
  /** Units one of which stands right before the sign; any, where not told. Spares the pattern where the sign is frequent. */
  behind?: string
  /** Units one of which stands right after the sign; any, where not told. */
  ahead?: string
  /** Sticky; tried where a sign stands, with lookbehind for what stands before it. */
  pattern: RegExp
}

/** Where a form of words was found. */
export interface FormMatch<T> {
  form: T
  /** Offset of the sign in the text. */
  index: number
  match: RegExpExecArray
}

interface Candidate<T> {
  form: T
  behind: Set<number> | null
  ahead: Set<number> | null
}

const codesOf = (chars: string): number[] => Array.from({ length: chars.length }, (_, i) => chars.charCodeAt(i))

const setOf = (chars: string | undefined): Set<number> | null => (chars === undefined ? null : new Set(codesOf(chars)))

const byIndex = <T>(a: FormMatch<T>, b: FormMatch<T>): number => a.index - b.index

/** A search for many forms at once, which looks only where a sign of one stands; matches in the order of their signs. */
export function formSearch<T extends Form>(forms: T[]): (text: string) => FormMatch<T>[] {
  const bySign = new Map<number, Candidate<T>[]>()
  for (const form of forms) {
    const candidate = { form, behind: setOf(form.behind), ahead: setOf(form.ahead) }
    for (const code of codesOf(form.signs)) {
      const known = bySign.get(code)
      if (known) known.push(candidate)
      else bySign.set(code, [candidate])
    }
  }
  const signs = [...bySign]
  return (text) => {
    const found: FormMatch<T>[] = []
    for (const [code, candidates] of signs) {
      for (let index = firstPlace(text, code); index >= 0; index = nextPlace(index)) {
        for (const { form, behind, ahead } of candidates) {
          if (behind !== null && (index === 0 || !behind.has(text.charCodeAt(index - 1)))) continue
          if (ahead !== null && !ahead.has(text.charCodeAt(index + 1))) continue
          form.pattern.lastIndex = index
          const match = form.pattern.exec(text)
          if (match) found.push({ form, index, match })
        }
      }
    }
    return found.sort(byIndex)
  }
}

const stickyOf = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags.replace('g', '')}y`)

/** Tells whether a pattern matches somewhere, tried only where one of the units stands that every match begins with. */
export function headedTest(heads: string, pattern: RegExp): (text: string) => boolean {
  const codes = codesOf(heads)
  const sticky = stickyOf(pattern)
  return (text) => {
    for (const code of codes) {
      for (let at = firstPlace(text, code); at >= 0; at = nextPlace(at)) {
        sticky.lastIndex = at
        if (sticky.test(text)) return true
      }
    }
    return false
  }
}

const ascending = (a: number, b: number): number => a - b

/**
 * All matches of a pattern, as `matchAll` gives them, tried only where one of the units stands that every match begins
 * with.
 */
export function headedSearch(heads: string, pattern: RegExp): (text: string) => RegExpExecArray[] {
  const codes = codesOf(heads)
  const sticky = stickyOf(pattern)
  return (text) => {
    const places: number[] = []
    for (const code of codes) for (let at = firstPlace(text, code); at >= 0; at = nextPlace(at)) places.push(at)
    if (codes.length > 1) places.sort(ascending)
    const found: RegExpExecArray[] = []
    let end = 0
    for (const at of places) {
      if (at < end) continue
      sticky.lastIndex = at
      const match = sticky.exec(text)
      if (!match) continue
      found.push(match)
      end = sticky.lastIndex
    }
    return found
  }
}
