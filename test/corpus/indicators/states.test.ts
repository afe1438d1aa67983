import { describe, expect, it } from 'vitest'
import { extractIndicators } from '../../../src/corpus/indicators/extract.js'
import { indicatorStates } from '../../../src/corpus/indicators/states.js'
import { INDICATORS } from '../../../src/corpus/indicators/vocabulary.js'
import type { IndicatorState } from '../../../src/corpus/review.js'
import type { Kind } from '../../../src/generated/report.js'
import { draftOf } from './drafts.js'

async function statesOf(text: string, kind: Kind | null = 'government'): Promise<Record<string, IndicatorState>> {
  return indicatorStates(extractIndicators(await draftOf(text)), kind)
}

describe('the states of the indicators', () => {
  it('have an entry for every indicator', async () => {
    expect(Object.keys(await statesOf('工作平稳。'))).toEqual(INDICATORS.map(({ key }) => key))
  })

  it('tell zero, absent and not applicable apart', async () => {
    const states = await statesOf('未发生行政复议案件。行政许可不涉及。')
    expect(states['reviewsReceived']).toMatchObject({ state: 'given', value: 0, unit: '件', line: 5 })
    expect(states['licences']).toEqual({ state: 'notApplicable' })
    expect(states['penalties']).toEqual({ state: 'absent' })
  })

  it('say that what does not concern a kind of issuer does not apply', async () => {
    expect((await statesOf('工作平稳。', 'township'))['lawInspections']).toEqual({ state: 'notApplicable' })
    expect((await statesOf('工作平稳。', null))['lawInspections']).toEqual({ state: 'absent' })
  })

  it('add up the parts of one sentence', async () => {
    const states = await statesOf('办理代表建议7件、政协提案5件。')
    expect(states['proposals']).toMatchObject({ state: 'given', value: 12 })
  })

  it('are of several figures the greatest, as totals are, and of rates the first', async () => {
    const text = '县长出庭应诉1件。\n\n负责人出庭应诉35件，败诉率5%。\n\n一审行政诉讼败诉率6%。'
    const states = await statesOf(text)
    expect(states['leadersInCourt']).toMatchObject({ state: 'given', value: 35 })
    expect(states['lawsuitsLostRate']).toMatchObject({ state: 'given', value: 5 })
  })
})
