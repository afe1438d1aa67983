import type { Finding } from '../finding.js'

/** What became of the findings of one report since the review before. */
export interface FindingChanges<Before, Now> {
  /** Of today's findings, in their order. */
  standing: Now[]
  added: Now[]
  /** Of the earlier ones, in their order. */
  mended: Before[]
}

/** What tells a finding from others, the surest first: by each, an earlier finding and one of today are the same defect. */
const SIGNS: ((finding: Finding) => string)[] = [
  ({ message, excerpt }) => `${message}\n${excerpt}`,
  ({ message }) => message,
  ({ excerpt }) => excerpt,
  // What was counted or quoted may have changed while the defect stays.
  ({ message }) => message.replace(/\u201c[^\u201d]*\u201d|\u300a[^\u300b]*\u300b|\d+/g, '#'),
]

/**
 * Findings of a report beside those of the review before: lines may have moved, and sentences been rewritten around them.
 * Each finding has at most one counterpart.
 */
export function compareFindings<Before extends Finding, Now extends Finding>(
  before: Before[],
  now: Now[],
): FindingChanges<Before, Now> {
  const standing = new Set<Now>()
  const open = new Set(before)
  for (const sign of SIGNS) {
    const waiting = new Map<string, Before[]>()
    for (const finding of open) {
      const key = `${finding.rule}\n${sign(finding)}`
      waiting.set(key, [...(waiting.get(key) ?? []), finding])
    }
    for (const finding of now) {
      if (standing.has(finding)) continue
      const counterpart = waiting.get(`${finding.rule}\n${sign(finding)}`)?.shift()
      if (!counterpart) continue
      standing.add(finding)
      open.delete(counterpart)
    }
  }
  return {
    standing: now.filter((finding) => standing.has(finding)),
    added: now.filter((finding) => !standing.has(finding)),
    mended: before.filter((finding) => open.has(finding)),
  }
}
