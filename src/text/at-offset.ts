/** The one that holds an offset, of runs in the order of a text; the first for an offset before them all. */
export function atOffset<T extends { at: number }>(runs: T[], offset: number): T | undefined {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return runs[low]
}
