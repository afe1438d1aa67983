import type { Edit, Finding } from './finding.js'
import type { Draft } from './model.js'

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

const overlaps = (a: Edit, b: Edit): boolean => a.start < b.end && b.start < a.end

/** Findings whose fixes can be made at once: none touches what another changes. */
function compatible(findings: Finding[]): Finding[] {
  const taken: Edit[] = []
  return findings.filter(({ fix = [] }) => {
    if (fix.length === 0 || fix.some((edit) => taken.some((other) => overlaps(edit, other)))) return false
    taken.push(...fix)
    return true
  })
}

/** A draft after its fixes. */
export interface Fixed {
  draft: Draft
  /** Places changed, by rule. */
  changes: Record<string, number>
}

/** Turns after which fixes that make room for each other are taken for a circle. */
const TURNS = 10

/**
 * Makes every fix that the findings of a draft offer; those that overlap are made in turns, each on the text as it then is.
 * @param findingsOf what is found in a draft
 * @param reread the draft with another text
 */
export async function fix(
  draft: Draft,
  findingsOf: (draft: Draft) => Finding[],
  reread: (text: string) => Promise<Draft>,
): Promise<Fixed> {
  const changes: Record<string, number> = {}
  let current = draft
  for (let turn = 0; turn < TURNS; turn++) {
    const chosen = compatible(findingsOf(current))
    if (chosen.length === 0) break
    for (const { rule, fix: edits = [] } of chosen) changes[rule] = (changes[rule] ?? 0) + edits.length
    current = await reread(
      applyEdits(
        current.source.text,
        chosen.flatMap(({ fix: edits = [] }) => edits),
      ),
    )
  }
  return { draft: current, changes }
}
