import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { tool } from '../../src/generated/tool.js'
import { junit } from '../../src/output/junit.js'
import type { Checked } from '../../src/output/reporter.js'
import { GOOD } from '../node/samples.js'
import { type Element, named, parsed } from './markup.js'
import { checkedWith, findingAt, outputOf, unreadable } from './runs.js'

/** The root of an output, which must be well-formed. */
const treeOf = (files: Checked[]): Element => parsed(outputOf(junit, files)).children[0] as Element

const finding = (values: Partial<Finding> = {}): Finding => findingAt(GOOD, '120件', values)

/** The test cases of one file. */
const casesOf = async (findings: Finding[]): Promise<Element[]> =>
  named(treeOf([await checkedWith('a.md', GOOD, findings)]), 'testcase')

describe('a suite', () => {
  it('is a file, with the version and the verdict', async () => {
    const suites = treeOf([await checkedWith('a.md', GOOD, []), await checkedWith('b.md', GOOD, [finding()])])
    expect(suites.name).toBe('testsuites')
    expect(suites.children.map(({ attributes }) => attributes['name'])).toEqual(['a.md', 'b.md'])
    expect(suites.children.map((suite) => named(suite, 'property').map(({ attributes }) => attributes))).toEqual([
      [
        { name: 'fazhi', value: tool.version },
        { name: 'verdict', value: 'pass' },
      ],
      [
        { name: 'fazhi', value: tool.version },
        { name: 'verdict', value: 'return' },
      ],
    ])
  })

  it('counts its cases', async () => {
    const findings = [finding(), finding({ severity: 'warning' }), finding({ severity: 'info' })]
    const file = await checkedWith('a.md', GOOD, findings, [{ ...finding(), reason: '已核' }])
    const [suite] = treeOf([file]).children
    expect(suite?.attributes).toEqual({ name: 'a.md', tests: '4', failures: '1', errors: '0', skipped: '1' })
    expect(suite && named(suite, 'testcase')).toHaveLength(4)
  })

  it('of a good draft has one case, which passes', async () => {
    const [only, ...others] = await casesOf([])
    expect(others).toEqual([])
    expect(only?.attributes).toEqual({ classname: 'a.md', name: '没有发现问题', file: 'a.md' })
    expect(only?.children).toEqual([])
  })

  it('of a file that cannot be read has one case, which is an error', () => {
    const [suite] = treeOf([unreadable('a.md')]).children
    expect(suite?.attributes).toMatchObject({ tests: '1', failures: '0', errors: '1' })
    const [error] = suite ? named(suite, 'error') : []
    expect(error?.attributes).toEqual({ type: 'not-found', message: '找不到这个文件' })
  })
})

describe('a case', () => {
  it('is a finding, with its place and what to do', async () => {
    const [only] = await casesOf([finding({ message: '没有填写。请填好。', basis: '《规定》第二条' })])
    expect(only?.attributes).toEqual({
      classname: 'a.md',
      name: '第 5 行 unfilled-placeholder：没有填写',
      file: 'a.md',
      line: '5',
    })
    expect(only?.children[0]).toMatchObject({
      name: 'failure',
      attributes: { type: 'error', message: '没有填写。请填好。' },
      text: '错误  第 5 行第 5 列\n没有填写。请填好。\n依据：《规定》第二条\n| 调解纠纷120件，审查合同32份。',
    })
  })

  it('fails for errors alone, as the exit status does', async () => {
    const cases = await casesOf([finding(), finding({ severity: 'warning' }), finding({ severity: 'info' })])
    expect(cases.map(({ children }) => children[0]?.name)).toEqual(['failure', 'system-out', 'system-out'])
    expect(cases[1]?.text).toMatch(/^疑似 {2}第 5 行/)
  })

  it('is skipped where the finding was waived, and says why', async () => {
    const file = await checkedWith('a.md', GOOD, [], [{ ...finding(), reason: '已核' }])
    expect(named(treeOf([file]), 'skipped').map(({ attributes }) => attributes)).toEqual([
      { message: '已说明，不再提示：已核' },
    ])
  })
})

describe('the document', () => {
  it('is well-formed whatever stands in the draft', async () => {
    const hostile = `]]><x a="1">&amp;'\u0000\u0007\u001b[2J\ud800\uffff\ufffe𠮷`
    const file = await checkedWith(`${hostile}.md`, GOOD, [finding({ message: hostile, excerpt: hostile })])
    const [failure] = named(treeOf([file]), 'failure')
    expect(failure?.attributes['message']).toBe(`]]><x a="1">&amp;'\ufffd\ufffd\ufffd[2J\ufffd\ufffd\ufffd𠮷`)
  })
})
