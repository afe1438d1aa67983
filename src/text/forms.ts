/** A form of words to look for around a unit that is rare in ordinary text. */
export interface Form {
  /** The units the text is searched for. */
  signs: string
  /** Sticky; tried where a sign stands, with lookbehind for what stands before it. */
  pattern: RegExp
}

export interface FormMatch<T> {
  form: T
  /** Offset of the sign in the text. */
  index: number
  match: RegExpExecArray
}

/** A search for many forms at once: a look-up for each unit of the text, and a pattern only where a sign of it stands. */
export function formSearch<T extends Form>(forms: T[]): (text: string) => FormMatch<T>[] {
  const isSign = new Uint8Array(0x10000)
  const bySign = new Map<number, T[]>()
  for (const form of forms) {
    for (const sign of form.signs) {
      const code = sign.charCodeAt(0)
      isSign[code] = 1
      bySign.set(code, [...(bySign.get(code) ?? []), form])
    }
  }
  return (text) => {
    const found: FormMatch<T>[] = []
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (isSign[code] === 0) continue
      for (const form of bySign.get(code) ?? []) {
        form.pattern.lastIndex = index
        const match = form.pattern.exec(text)
        if (match) found.push({ form, index, match })
      }
    }
    return found
  }
}
