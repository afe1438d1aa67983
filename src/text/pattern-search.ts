/** A search for many patterns at once, each tried only where a unit of its own stands. */

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

/** Slots of the table of pairs; a power of two. */
const SLOTS = 0x4000

const slotOf = (before: number, code: number): number => ((before << 5) ^ code) & (SLOTS - 1)

/** What a unit is to the search: no sign, a sign of forms that all tell what stands beside it, or any other sign. */
const NONE = 0
const BOUND = 1
const FREE = 2

const setOf = (chars: string | undefined): Set<number> | null => (chars === undefined ? null : new Set(codesOf(chars)))

/** A search for many forms at once: a look-up for each unit of the text, and a pattern only where a sign of it stands. */
export function formSearch<T extends Form>(forms: T[]): (text: string) => FormMatch<T>[] {
  const kinds = new Uint8Array(0x10000)
  const behinds = new Uint8Array(SLOTS)
  const aheads = new Uint8Array(SLOTS)
  const bySign = new Map<number, Candidate<T>[]>()
  for (const form of forms) {
    const candidate = { form, behind: setOf(form.behind), ahead: setOf(form.ahead) }
    for (const code of codesOf(form.signs)) {
      if (!candidate.behind && !candidate.ahead) kinds[code] = FREE
      else if (kinds[code] === NONE) kinds[code] = BOUND
      for (const before of candidate.behind ?? []) behinds[slotOf(before, code)] = 1
      if (!candidate.behind) for (const after of candidate.ahead ?? []) aheads[slotOf(code, after)] = 1
      const known = bySign.get(code)
      if (known) known.push(candidate)
      else bySign.set(code, [candidate])
    }
  }
  return (text) => {
    const found: FormMatch<T>[] = []
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      const kind = kinds[code]
      if (kind === NONE) continue
      const before = index > 0 ? text.charCodeAt(index - 1) : 0
      const after = index + 1 < text.length ? text.charCodeAt(index + 1) : 0
      if (kind === BOUND && behinds[slotOf(before, code)] === 0 && aheads[slotOf(code, after)] === 0) continue
      for (const { form, behind, ahead } of bySign.get(code) ?? []) {
        if (behind?.has(before) === false || ahead?.has(after) === false) continue
        form.pattern.lastIndex = index
        const match = form.pattern.exec(text)
        if (match) found.push({ form, index, match })
      }
    }
    return found
  }
}
