import type { IndicatorState } from '../../corpus/review.js'

/** An indicator of the vocabulary, as tables and pages head it. */
export interface IndicatorHeading {
  /** Key in `UnitReview.indicators`. */
  key: string
  label: string
  /** What it belongs to, such as 行政执法; neighbours of one group stand under one heading. */
  group: string
}

/** A figure that a report gives. */
export type Given = Extract<IndicatorState, { state: 'given' }>

/** What stands beside the number: 约 before it, 余 and what is counted behind it. */
export function wordsBeside({ unit, qualifier }: Given): [before: string, behind: string] {
  const counted = unit ?? ''
  if (qualifier === '余') return ['', `余${counted}`]
  if (qualifier === '含结转') return ['', `${counted}（含结转）`]
  return [qualifier ?? '', counted]
}
