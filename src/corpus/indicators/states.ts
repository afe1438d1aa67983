import type { Kind } from '../../generated/report.js'
import type { IndicatorFigure } from '../record.js'
import type { IndicatorState } from '../review.js'
import { INDICATORS, type Indicator } from './vocabulary.js'

type Given = IndicatorFigure & { value: number }

const isGiven = (figure: IndicatorFigure): figure is Given => figure.value !== null

/** What one sentence comes to: its first figure; parts without a total that are counted alike, none of them rough, are added up. */
function sumOf(figures: Given[], { parts }: Indicator): Given | null {
  const [first] = figures
  if (!first || !parts) return first ?? null
  const alike = figures.filter(({ unit }) => unit === first.unit)
  if (alike.some(({ qualifier }) => qualifier !== null)) return first
  return { ...first, value: alike.reduce((sum, { value }) => sum + value, 0) }
}

/** The figure that stands for a report in tables: of several the greatest, as totals are; of rates the first. */
function standing(figures: Given[], indicator: Indicator): Given | null {
  const sentences = new Map<string, Given[]>()
  for (const figure of figures) {
    const id = `${figure.line} ${figure.sentence}`
    sentences.set(id, [...(sentences.get(id) ?? []), figure])
  }
  let best: Given | null = null
  for (const alike of sentences.values()) {
    const sum = sumOf(alike, indicator)
    if (sum && (!best || (!indicator.isRate && sum.value > best.value))) best = sum
  }
  return best
}

function stateOf(indicator: Indicator, figures: IndicatorFigure[], kind: Kind | null): IndicatorState {
  const given = standing(figures.filter(isGiven), indicator)
  if (given) {
    const { value, unit, qualifier, line, sentence } = given
    return { state: 'given', value, unit, qualifier, line, sentence }
  }
  const isConcerned = kind === null || indicator.kinds.includes(kind)
  return figures.length > 0 || !isConcerned ? { state: 'notApplicable' } : { state: 'absent' }
}

/**
 * What a report gives for each indicator of the vocabulary, by key: every indicator has an entry. A figure counts before
 * the words that an indicator does not apply.
 * @param kind of the issuer; `null` where it is not known, then every indicator may concern it
 */
export function indicatorStates(figures: IndicatorFigure[], kind: Kind | null): Record<string, IndicatorState> {
  return Object.fromEntries(
    INDICATORS.map((indicator) => [
      indicator.key,
      stateOf(
        indicator,
        figures.filter(({ indicator: key }) => key === indicator.key),
        kind,
      ),
    ]),
  )
}
