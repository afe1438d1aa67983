import type { Anchor } from '../finding.js'
import type { Span } from '../model.js'

/** Where a defect stands that is told once, and how a message says how often it does. */
export interface SeveralPlaces {
  at: Anchor | null
  related: Anchor[]
  /** `，全文共3处`; empty for one place. */
  count: string
}

/** Ranges of `Draft.text` that have one defect: the first is its place, the others are related to it. */
export function severalPlaces(spans: Span[]): SeveralPlaces {
  const [at = null, ...related] = spans.map((text): Anchor => ({ text }))
  return { at, related, count: related.length > 0 ? `，全文共${spans.length}处` : '' }
}
