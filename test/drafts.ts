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

/** Chinese characters of a text, each as often as it stands there. */
export function hanOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const char of text.match(/[\u3400-\u9fff]/g) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1)
  return counts
}

/** Chinese characters that `before` has more of than `after`, in the order of `before`. */
export function lostHan(before: string, after: string): string {
  const kept = hanOf(after)
  return [...hanOf(before)].flatMap(([char, count]) => (count > (kept.get(char) ?? 0) ? [char] : [])).join('')
}
