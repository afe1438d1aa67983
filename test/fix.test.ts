import { describe, expect, it } from 'vitest'
import type { Edit, Finding } from '../src/finding.js'
import { applyEdits, fix } from '../src/fix.js'
import type { Draft } from '../src/model.js'
import { draftOf } from './drafts.js'

const finding = (rule: string, edits: Edit[]): Finding => ({
  rule,
  severity: 'warning',
  message: '。',
  excerpt: '',
  basis: null,
  fixable: true,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  fix: edits,
})

/** Findings that replace every occurrence of a word, one finding an occurrence. */
const replacing =
  (rule: string, wrong: string, right: string) =>
  ({ source: { text } }: Draft): Finding[] =>
    [...text.matchAll(new RegExp(wrong, 'g'))].map(({ index }) =>
      finding(rule, [{ start: index, end: index + wrong.length, text: right }]),
    )

const reread = (text: string): Promise<Draft> => draftOf(text)

describe('edits', () => {
  it('are made in the order of their places, whatever order they come in', () => {
    expect(
      applyEdits('甲乙丙', [
        { start: 2, end: 3, text: '三' },
        { start: 0, end: 1, text: '一' },
      ]),
    ).toBe('一乙三')
  })

  it('may insert and delete', () => {
    expect(
      applyEdits('甲乙丙', [
        { start: 1, end: 1, text: '、' },
        { start: 2, end: 3, text: '' },
      ]),
    ).toBe('甲、乙')
  })
})

describe('fixing', () => {
  it('makes every fix and counts the places by rule', async () => {
    const draft = await draftOf('帐目与帐户布署')
    const findings = (current: Draft): Finding[] => [
      ...replacing('a', '帐', '账')(current),
      ...replacing('b', '布署', '部署')(current),
    ]
    const { draft: fixed, changes } = await fix(draft, findings, reread)
    expect(fixed.source.text).toBe('账目与账户部署')
    expect(changes).toEqual({ a: 2, b: 1 })
  })

  it('makes fixes that overlap in turns, each on the text as it then is', async () => {
    const draft = await draftOf('甲乙丙')
    const findings = (current: Draft): Finding[] => [
      ...replacing('a', '甲乙', '一乙')(current),
      ...replacing('b', '乙丙', '乙三')(current),
    ]
    expect((await fix(draft, findings, reread)).draft.source.text).toBe('一乙三')
  })

  it('makes all edits of a finding or none', async () => {
    const draft = await draftOf('甲乙丙')
    const findings = ({ source: { text } }: Draft): Finding[] =>
      text.startsWith('甲')
        ? [
            finding('a', [{ start: 0, end: 2, text: '一二' }]),
            finding('b', [
              { start: 1, end: 2, text: '？' },
              { start: 2, end: 3, text: '？' },
            ]),
          ]
        : []
    expect((await fix(draft, findings, reread)).draft.source.text).toBe('一二丙')
  })

  it('ends where fixes run in a circle', async () => {
    const draft = await draftOf('甲')
    const findings = (current: Draft): Finding[] => [
      ...replacing('a', '甲', '乙')(current),
      ...replacing('b', '乙', '甲')(current),
    ]
    expect(['甲', '乙']).toContain((await fix(draft, findings, reread)).draft.source.text)
  })

  it('leaves a draft with nothing to fix as it is', async () => {
    const draft = await draftOf('甲')
    expect(await fix(draft, () => [], reread)).toEqual({ draft, changes: {} })
  })
})
