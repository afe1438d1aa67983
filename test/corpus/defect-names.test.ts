import { describe, expect, it } from 'vitest'
import { DEFECT_NAMES } from '../../src/corpus/defect-names.js'
import { rules } from '../../src/rules/all.js'

describe('what defects are called beside units', () => {
  it('names no alternatives, of which a unit may have but one', () => {
    const names = rules.map(({ id, summary }) => DEFECT_NAMES[id] ?? summary)
    expect(names.filter((name) => name.includes('或'))).toEqual([])
  })

  it('is known for rules alone', () => {
    const ids = rules.map(({ id }) => id)
    expect(Object.keys(DEFECT_NAMES).filter((id) => !ids.includes(id))).toEqual([])
  })
})
