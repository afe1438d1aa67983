import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Judged, judgeSet, SETS, tallyOf } from '../src/tools/judge.js'

const judged: Judged[] = []
for (const set of SETS) judged.push(...(await judgeSet(set)))

const shown = ({ file, line, rule, message }: Judged): string => `${file}:${line} ${rule} ${message}`
const falseAt = (severity: Judged['severity']): string[] =>
  judged.filter((each) => each.outcome === 'false' && each.severity === severity).map(shown)

const reports = new Set(judged.map(({ file }) => file)).size

describe('over all labelled drafts, the rules', () => {
  it('are held against at least fifty reports', () => {
    expect(reports).toBeGreaterThanOrEqual(50)
  })

  it('make no false error', () => {
    expect(falseAt('error')).toEqual([])
  })

  it('make at most one false warning in ten reports', () => {
    const alarms = falseAt('warning')
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(reports / 10)
  })

  it('find nine in ten of what a careful reader finds', () => {
    const { true: found, missed } = tallyOf(judged)
    expect(found / (found + missed)).toBeGreaterThanOrEqual(0.9)
  })
})

describe.skipIf(!existsSync('../shared/seeds'))('in the real reports, the rules', () => {
  const real = judged.filter(({ file }) => file.startsWith('..'))

  it('say nothing above advice that a careful reader would not', () => {
    const alarms = real.filter(({ outcome, severity }) => outcome === 'false' && severity !== 'info')
    expect(alarms.map(shown)).toEqual([])
  })
})
