import type { Draft, Source } from '../src/model.js'
import { read } from '../src/read/read.js'
import { type BuildOptions, build } from '../src/report/build.js'

/** The source of a draft typed in a test; the name's extension tells the format. */
export function sourceOf(text: string, name = 'draft.txt'): Promise<Source> {
  return read({ name, bytes: new TextEncoder().encode(text) })
}

/** The report recognised in a draft typed in a test. */
export async function draftOf(text: string, name = 'draft.txt', options: BuildOptions = {}): Promise<Draft> {
  return build(await sourceOf(text, name), options)
}

/** State of every content of the draft, by key; contents not found left out. */
export function statesOf({ contents }: Draft): Record<string, string> {
  return Object.fromEntries(contents.filter(({ state }) => state !== 'absent').map(({ key, state }) => [key, state]))
}

/** How often each Chinese character stands in a text, by its code. */
function countHan(text: string): Uint32Array {
  const counts = new Uint32Array(0xa000)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x3400 && code < 0xa000) counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** Chinese characters that `before` has more of than `after`. */
export function lostHan(before: string, after: string): string {
  const kept = countHan(after)
  let lost = ''
  for (const [code, count] of countHan(before).entries()) {
    if (count > (kept[code] ?? 0)) lost += String.fromCharCode(code)
  }
  return lost
}
