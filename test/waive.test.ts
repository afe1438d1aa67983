import { describe, expect, it } from 'vitest'
import { type Examined, examine } from '../src/lint.js'
import { draftOf } from './drafts.js'

const REPORT = '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n'

const examined = async (text: string, settings = {}, name = 'draft.md'): Promise<Examined> =>
  examine(await draftOf(text, name), settings)

const placeholdersOf = ({ findings }: Examined): number[] =>
  findings.filter(({ rule }) => rule === 'unfilled-placeholder').map(({ line }) => line)

const UNFILLED = '调解纠纷XX件。\n\n'
const WAIVER = '<!-- fazhi-ignore unfilled-placeholder 数字以统计局公布为准 -->\n\n'

describe('a comment fazhi-ignore', () => {
  it('silences its rule in the next block, and keeps what it silenced with the reason', async () => {
    const result = await examined(`${REPORT}${WAIVER}${UNFILLED}`)
    expect(placeholdersOf(result)).toEqual([])
    expect(result.waived).toMatchObject([{ rule: 'unfilled-placeholder', line: 7, reason: '数字以统计局公布为准' }])
  })

  it('holds for the next block alone', async () => {
    expect(placeholdersOf(await examined(`${REPORT}${WAIVER}调解纠纷12件。\n\n${UNFILLED}`))).toEqual([9])
  })

  it('leaves the other places of a finding that has several, and their fixes', async () => {
    const words = '布署普法工作。\n\n'
    const waiver = WAIVER.replace('unfilled-placeholder', 'confusable-word')
    const { findings, waived } = await examined(`${REPORT}${waiver}${words}继续${words}再次${words}`)
    const left = findings.filter(({ rule }) => rule === 'confusable-word')
    expect(left.map(({ line, related = [] }) => [line, ...related.map((place) => place.line)])).toEqual([[9, 11]])
    expect(left[0]?.fix).toHaveLength(2)
    expect(waived).toHaveLength(1)
  })

  it('holds for its rule alone', async () => {
    const other = WAIVER.replace('unfilled-placeholder', 'late-report')
    expect(placeholdersOf(await examined(`${REPORT}${other}${UNFILLED}`))).toEqual([7])
  })

  it('may stand before another for the same block', async () => {
    const result = await examined(`${REPORT}${WAIVER}<!-- fazhi-ignore late-report 统一延期 -->\n\n${UNFILLED}`)
    expect(placeholdersOf(result)).toEqual([])
  })

  it('is no guidance that was left in', async () => {
    const { findings } = await examined(`${REPORT}${WAIVER}${UNFILLED}`)
    expect(findings.filter(({ message }) => message.includes('填写说明'))).toEqual([])
  })

  it('may run over several lines', async () => {
    const result = await examined(
      `${REPORT}<!-- fazhi-ignore unfilled-placeholder\n  数字以统计局\n  公布为准 -->\n\n${UNFILLED}`,
    )
    expect(result.waived.map(({ reason }) => reason)).toEqual(['数字以统计局\n  公布为准'])
  })

  it('at the end of a draft waives nothing, and is told so', async () => {
    const { findings } = await examined(`${REPORT}${UNFILLED}${WAIVER}`)
    expect(findings.map(({ rule }) => rule)).toContain('useless-waiver')
  })

  it('does nothing in plain text, where there are no comments', async () => {
    const { waived } = await examined(
      `石桥镇2023年法治政府建设年度报告\n一、主要做法\n${WAIVER}${UNFILLED}`,
      {},
      'draft.txt',
    )
    expect(waived).toEqual([])
  })
})

describe('a comment fazhi-ignore-file', () => {
  it('silences its rule everywhere, wherever it stands', async () => {
    const forFile = WAIVER.replace('fazhi-ignore', 'fazhi-ignore-file')
    for (const text of [`${forFile}${REPORT}${UNFILLED}`, `${REPORT}${UNFILLED}${forFile}`]) {
      expect(placeholdersOf(await examined(text))).toEqual([])
    }
  })

  it('silences what stands at no block: a section that is missing', async () => {
    const result = await examined(
      `${REPORT}调解纠纷12件。\n\n<!-- fazhi-ignore-file missing-section 只报送第一部分 -->\n`,
    )
    expect(result.findings.filter(({ rule }) => rule === 'missing-section')).toEqual([])
    expect(result.waived).toHaveLength(3)
  })
})

describe('ignore in the configuration', () => {
  const ignore = (file: string | null): object => ({
    ignore: [{ rule: 'unfilled-placeholder', reason: '等统计局公布', file }],
  })

  it.each([
    [null, 'draft.md', 0],
    ['draft.md', 'draft.md', 0],
    ['draft.md', '报送/draft.md', 0],
    ['报送/draft.md', 'C:\\报送\\draft.md', 0],
    ['raft.md', 'draft.md', 1],
    ['other.md', 'draft.md', 1],
  ])('for file %j leaves in %s %i findings', async (file, name, count) => {
    const result = await examined(`${REPORT}${UNFILLED}`, ignore(file), name)
    expect(placeholdersOf(result)).toHaveLength(count)
    expect(result.waived).toHaveLength(1 - count)
  })
})

describe('a level in the configuration', () => {
  it('takes the place of the rule’s own', async () => {
    const { findings } = await examined(`${REPORT}${UNFILLED}`, { levels: { 'unfilled-placeholder': 'info' } })
    expect(findings.find(({ rule }) => rule === 'unfilled-placeholder')?.severity).toBe('info')
  })

  it('off switches the rule off', async () => {
    expect(
      placeholdersOf(await examined(`${REPORT}${UNFILLED}`, { levels: { 'unfilled-placeholder': 'off' } })),
    ).toEqual([])
  })
})
