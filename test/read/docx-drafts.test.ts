import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { statesOf } from '../drafts.js'
import { charactersOf, headingsOf, samples, setByHand, withAutomaticNumbers, withStyles } from './word-drafts.js'

const drafts = await samples()

const draftIn = async (bytes: Uint8Array, name = 'draft.docx'): Promise<Draft> => build(await read({ name, bytes }))

function expectSame(found: Draft, wanted: Draft): void {
  expect(headingsOf(found.sections)).toEqual(headingsOf(wanted.sections))
  expect(charactersOf(found)).toBe(charactersOf(wanted))
  expect(statesOf(found)).toEqual(statesOf(wanted))
}

describe.each(drafts)(
  '$name as a Word document has every heading at its level and every character',
  ({ draft, lines }) => {
    it('with heading styles', async () => {
      expectSame(await draftIn(withStyles(lines)), draft)
    })

    it('with fonts set by hand and no styles', async () => {
      expectSame(await draftIn(setByHand(lines)), draft)
    })

    it("with Word's automatic numbers", async () => {
      expectSame(await draftIn(withAutomaticNumbers(lines).bytes), draft)
    })
  },
)

describe('the sample drafts', () => {
  it('have some hundred numbers that Word makes itself', () => {
    const automatic = drafts.map(({ lines }) => withAutomaticNumbers(lines).automatic)
    expect(automatic.reduce((sum, count) => sum + count)).toBeGreaterThan(200)
  })
})
