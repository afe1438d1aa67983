import type { Edit } from './finding.js'

/** The text with all edits made; one that overlaps an earlier one is left out. */
export function applyEdits(text: string, edits: Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
