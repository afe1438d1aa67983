import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules/all.js'
import { fazhi } from './cli.js'

const OVERLAY = resolve('seeds/schemas/enforcement-data.schema.json')

describe('fazhi rules', () => {
  it('lists the contents a report must have, and every rule with its level and summary', () => {
    const run = fazhi(['rules'])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toMatch(/^ {2}achievements +错误 {2}主要举措和成效（《[^》]+》第二十五条）$/m)
    expect(run.stdout).toMatch(/^ {2}other +可选 {2}其他需要报告的情况/m)
    const words = { error: '错误', warning: '疑似', info: '提示' }
    const listed = [
      ...run.stdout.matchAll(/^ {2}([a-z]+(?:-[a-z0-9]+)+) +(错误|疑似|提示) {2}(?:可改| {4}) {2}(.+)$/gm),
    ]
    expect(listed.map(([, id, level, summary]) => [id, level, summary])).toEqual(
      rules.map(({ id, severity, summary }) => [id, words[severity], summary]),
    )
  })

  it('lists what an own schema demands', () => {
    const run = fazhi(['rules', '--schema', OVERLAY])
    expect(run.stdout).toMatch(
      /^ {2}enforcementData +错误 {2}行政执法数据公开情况（《某省行政执法数据公开办法》第八条）$/m,
    )
    expect(run.status).toBe(0)
  })

  it.each(rules.map(({ id }) => id))('%s is shown with why, basis, wrong and right examples', (id) => {
    const rule = rules.find((each) => each.id === id)
    const { stdout, status } = fazhi(['rules', id])
    expect(status).toBe(0)
    expect(stdout).toContain(`说明：${rule?.why}\n`)
    if (rule?.basis) expect(stdout).toContain(`依据：${rule.basis}\n`)
    if (rule?.certain) expect(stdout).toContain(`认定理由：${rule.certain}\n`)
    for (const { message } of rule?.examples.wrong ?? []) expect(stdout).toContain(`  → ${message}\n`)
    for (const { draft } of rule?.examples.right ?? []) expect(stdout).toContain(`  | ${draft.split('\n')[0]}\n`)
  })

  it('missing-section shows the contents demanded as well', () => {
    expect(fazhi(['rules', 'missing-section']).stdout).toContain('报告必须包含的内容（缺少时的级别）：\n  achievements')
  })

  it('gives all of it as JSON', () => {
    const catalogue = JSON.parse(fazhi(['rules', '-f', 'json', '--schema', OVERLAY]).stdout)
    expect(catalogue.version).toBe(1)
    expect(catalogue.contents.map(({ key }: { key: string }) => key)).toEqual([
      'achievements',
      'shortcomings',
      'responsibility',
      'plan',
      'enforcementData',
      'other',
    ])
    expect(catalogue.contents[4]).toEqual({
      key: 'enforcementData',
      title: '行政执法数据公开情况',
      required: true,
      severity: 'error',
      basis: '《某省行政执法数据公开办法》第八条',
      duty: '行政执法数据公开情况',
      guidance: expect.stringContaining('行政许可'),
    })
    // Functions have no place in JSON.
    expect(catalogue.rules).toEqual(JSON.parse(JSON.stringify(rules)))
  })

  it('gives one rule as JSON', () => {
    const catalogue = JSON.parse(fazhi(['rules', 'late-report', '--format', 'json']).stdout)
    expect(catalogue.rules.map(({ id }: { id: string }) => id)).toEqual(['late-report'])
  })
})
