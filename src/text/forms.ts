/** A form of words to look for around a unit that is rare in ordinary text. */
export interface Form {
  /** The units the text is searched for. */
  signs: string
  /** Units one of which stands right before the sign; any, where not told. Spares the pattern where the sign is frequent. */
  behind?: string
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
}

const codesOf = (chars: string): number[] => Array.from({ length: chars.length }, (_, i) => chars.charCodeAt(i))

/** A search for many forms at once: a look-up for each unit of the text, and a pattern only where a sign of it stands. */
export function formSearch<T extends Form>(forms: T[]): (text: string) => FormMatch<T>[] {
  const isSign = new Uint8Array(0x10000)
  const bySign = new Map<number, Candidate<T>[]>()
  for (const form of forms) {
    const candidate = { form, behind: form.behind === undefined ? null : new Set(codesOf(form.behind)) }
    for (const code of codesOf(form.signs)) {
      isSign[code] = 1
      const known = bySign.get(code)
      if (known) known.push(candidate)
      else bySign.set(code, [candidate])
    }
  }
  return (text) => {
    const found: FormMatch<T>[] = []
    let before = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (isSign[code] === 1) {
        for (const { form, behind } of bySign.get(code) ?? []) {
          if (behind?.has(before) === false) continue
          form.pattern.lastIndex = index
          const match = form.pattern.exec(text)
          if (match) found.push({ form, index, match })
        }
      }
      before = code
    }
    return found
  }
}
