import type { Kind } from '../../generated/report.js'
import type { IndicatorFigure } from '../record.js'
import type { IndicatorState } from '../review.js'
import { INDICATORS, type Indicator } from './vocabulary.js'

type Given = IndicatorFigure & { value: number }

const isGiven = (figure: IndicatorFigure): figure is Given => figure.value !== null

/**
 * The figure that stands for a report in tables. Of several it is the first: reports give the total before its parts. Parts
 * that one sentence gives without a total (建议7件、提案5件) are added up where they are counted alike and none is rough.
 */
function standing(figures: Given[], { parts }: Indicator): Given | null {
  const [first] = figures
  if (!first || !parts) return first ?? null
  const alike = figures.filter(
    ({ sentence, line, unit }) => sentence === first.sentence && line === first.line && unit === first.unit,
  )
  if (alike.some(({ qualifier }) => qualifier !== null)) return first
  return { ...first, value: alike.reduce((sum, { value }) => sum + value, 0) }
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
