import { describe, expect, it } from 'vitest'
import { FIGURE_SETS, judgeFigures, tallyOfFigures } from '../../src/tools/judge-indicators.js'

describe('the figures extracted', () => {
  it.each(FIGURE_SETS)('are right nineteen times in twenty, and most are found: $name', async (set) => {
    const { hits, true: right, missed } = tallyOfFigures(await judgeFigures(set))
    expect(right / hits).toBeGreaterThanOrEqual(0.95)
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.85)
  })
})
