/** Words written twice in a row. */

/** A run of Chinese characters that repeats itself at once: 工作工作, 市政府市政府. */
export interface Repeat {
  /** Where the first of the two stands. */
  start: number
  end: number
  /** Length of what is repeated. */
  size: number
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Repeats of two to `longest` characters, without gap, from left to right; of those that overlap the shortest. */
export function repeatsIn(text: string, longest: number): Repeat[] {
  const repeats: Repeat[] = []
  for (let size = 2; size <= longest; size++) {
    let end = 0
    // Of `size` equal units in a row, every `size`-th one hits one.
    let before = text.charCodeAt(size - 1)
    for (let i = 2 * size - 1; i < text.length; i += size) {
      const code = text.charCodeAt(i)
      if (code === before && i >= end && isHan(code)) {
        const repeat = repeatAround(text, i, size)
        if (repeat) repeats.push(repeat)
        end = repeat?.end ?? end
      }
      before = code
    }
  }
  return withoutOverlaps(repeats)
}

/** The repeat of this size that runs through `i`, where there is a whole one. */
function repeatAround(text: string, i: number, size: number): Repeat | null {
  const isSame = (at: number): boolean =>
    at >= size && text.charCodeAt(at) === text.charCodeAt(at - size) && isHan(text.charCodeAt(at))
  let from = i
  let to = i + 1
  while (i - from < size && isSame(from - 1)) from--
  while (to < text.length && isSame(to)) to++
  return to - from >= size ? { start: from - size, end: to, size } : null
}

function withoutOverlaps(repeats: Repeat[]): Repeat[] {
  if (repeats.length < 2) return repeats
  const kept: Repeat[] = []
  for (const repeat of repeats.sort((a, b) => a.start - b.start || a.size - b.size)) {
    if (repeat.start >= (kept.at(-1)?.end ?? 0)) kept.push(repeat)
  }
  return kept
}
