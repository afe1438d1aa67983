/** Units of a list, as text of a circular. */
export interface Named {
  /** How many. */
  count: string
  /** （含名册外1家）; empty where all are on the roster. */
  note: string
  /** Their names, 、 between them; of many the first with 等n家 and the annex, empty without one. */
  names: string
}

/** Names that a sentence holds; of more, so many are told. */
const MOST = 12
const TOLD = 5

/** What Markdown would take for markup, as text. */
export const inMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&{}]/g, '\\$&')
    .replace(/^(?:[-+#=]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

/** Whether a list of so many is told in full. */
export const isShort = (count: number): boolean => count <= MOST

/**
 * A list as text: in full; of many its beginning with 等n家 where an annex has all, else the number alone; `null` where it is
 * empty.
 * @param annex where the whole list stands; empty for nowhere
 * @param beside how many of them are beside the roster, in words
 */
export function named(names: string[], annex = '', measure = '家', beside = ''): Named | null {
  if (names.length === 0) return null
  const count = String(names.length)
  const note = beside === '' ? '' : `（${beside}）`
  const list = (some: string[]): string => some.map(inMarkdown).join('、')
  if (isShort(names.length)) return { count, note, names: list(names) }
  return {
    count,
    note,
    names: annex === '' ? '' : `${list(names.slice(0, TOLD))}等${count}${measure}（名单见${annex}）`,
  }
}
