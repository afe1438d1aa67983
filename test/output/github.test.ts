import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { tool } from '../../src/generated/tool.js'
import { github } from '../../src/output/github.js'
import { GOOD } from '../node/samples.js'
import { checkedWith, findingAt, outputOf, unreadable } from './runs.js'

/** The commands for one finding of a file. */
async function commandsFor(values: Partial<Finding>, name = 'a.md'): Promise<string[]> {
  const file = await checkedWith(name, GOOD, [findingAt(GOOD, '120件', values)])
  return outputOf(github, [file]).trimEnd().split('\n')
}

describe('a workflow command', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('tells %s as %s, with its place and rule', async (severity, command) => {
    const [first] = await commandsFor({ severity, message: '没有填写。' })
    expect(first).toBe(
      `::${command} file=a.md,line=5,endLine=5,col=5,endColumn=9,title=unfilled-placeholder::没有填写。`,
    )
  })

  it('is one line, whatever the message', async () => {
    const [first, ...others] = await commandsFor({ message: '办结率100%，\r\n::error::注入' })
    expect(first).toMatch(/::办结率100%25，\ufffd%0A::error::注入$/)
    expect(others).toHaveLength(1)
  })

  it('has the basis, where the message does not name it', async () => {
    const [cited] = await commandsFor({ message: '没有填写。', basis: '《规定》第二十五条' })
    expect(cited).toMatch(/::没有填写。%0A依据：《规定》第二十五条$/)
    const [named] = await commandsFor({ message: '《规定》第二十五条要求填写。', basis: '《规定》第二十五条' })
    expect(named).toMatch(/::《规定》第二十五条要求填写。$/)
  })

  it('keeps the marks of its own out of the names of files', async () => {
    const [first] = await commandsFor({}, '年报\\a,b:c%.md')
    expect(first).toContain('file=年报/a%2Cb%3Ac%25.md,line=5')
  })

  it('has no columns where the place runs over lines, which GitHub does not know', async () => {
    const [first] = await commandsFor({ endLine: 7, endColumn: 2 })
    expect(first).toMatch(/^::error file=a\.md,line=5,endLine=7,title=/)
  })
})

describe('a run', () => {
  it('tells the files it could not read, and ends with the version and the count', async () => {
    const files = [await checkedWith('a.md', GOOD, [findingAt(GOOD, '120件')]), unreadable('b.md')]
    expect(outputOf(github, files).split('\n').slice(1)).toEqual([
      '::error file=b.md,title=not-found::找不到这个文件',
      `::notice title=fazhi ${tool.version}::共 2 份，其中 1 份无法读取：错误 1，疑似 0，提示 0`,
      '',
    ])
  })

  it('with nothing to complain of says so in its count', async () => {
    const output = outputOf(github, [await checkedWith('a.md', GOOD, [])])
    expect(output).toBe(`::notice title=fazhi ${tool.version}::共 1 份：错误 0，疑似 0，提示 0\n`)
  })
})
