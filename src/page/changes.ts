import { diffChars, diffLines } from 'diff'
import type { Edit } from '../finding.js'

/** Lines of a text that read otherwise afterwards. */
export interface Change extends Edit {
  /** Of the text before, from 1. */
  line: number
  before: string
}

/** A run of text that stays, goes or comes. */
export interface Piece {
  text: string
  is: 'same' | 'gone' | 'new'
}

/** What differs between two texts, by whole lines. Lines end with `\n`. */
export function changesBetween(before: string, after: string): Change[] {
  const changes: Change[] = []
  let line = 1
  let at = 0
  let open: Change | null = null
  for (const { value, added, removed, count } of diffLines(before, after)) {
    if (!added && !removed) {
      open = null
      line += count
      at += value.length
      continue
    }
    if (!open) {
      open = { line, start: at, end: at, before: '', text: '' }
      changes.push(open)
    }
    if (added) open.text += value
    else {
      open.before += value
      open.end += value.length
      line += count
      at += value.length
    }
  }
  return changes
}

/** Longest text that is compared sign by sign, in UTF-16 units. */
const COMPARED = 20_000
/** Signs shown of a run that stays, on either side of what changes. */
const AROUND = 14

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= AROUND * 2 + 2) return text
  const head = isFirst ? '' : text.slice(0, AROUND)
  const tail = isLast ? '' : text.slice(-AROUND)
  return `${head}\u2026\u2026${tail}`
}

/** A change sign by sign, with as much around it as shows where it is. */
export function piecesOf({ before, text }: Change): Piece[] {
  const [old, now] = [before.replace(/\n$/, ''), text.replace(/\n$/, '')]
  const parts = old.length + now.length > COMPARED ? undefined : diffChars(old, now, { timeout: 200 })
  if (!parts) {
    return [
      { text: shortened(old, false, false), is: 'gone' },
      { text: shortened(now, false, false), is: 'new' },
    ]
  }
  return parts.map(({ value, added, removed }, i): Piece => {
    if (added) return { text: value, is: 'new' }
    if (removed) return { text: value, is: 'gone' }
    return { text: shortened(value, i === 0, i === parts.length - 1), is: 'same' }
  })
}
