import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { tool } from '../../src/generated/tool.js'
import { parsed } from '../output/markup.js'
import { fazhi, type Run, sharedFolderWith } from './cli.js'
import { GOOD, LATE, UNFILLED } from './samples.js'

const NAMES = ['a.md', '年 报/b#1.md', '年 报/c.md', 'gone.md', 'd.md']

const cwd = sharedFolderWith({ 'a.md': GOOD, '年 报/b#1.md': UNFILLED, '年 报/c.md': LATE, 'd.md': GOOD })

const lint = (format: string, names: string[], ...options: string[]): Run =>
  fazhi(['lint', '-f', format, ...options, ...names], { cwd })

describe.each(['sarif', 'junit', 'github', 'html'])('--format %s', (format) => {
  it('tells of errors, warnings and files that cannot be read, with the version', () => {
    const { stdout, stderr, status } = lint(format, NAMES)
    expect(status).toBe(2)
    expect(stderr).toBe('')
    for (const said of ['unfilled-placeholder', 'late-report', '找不到这个文件', tool.version]) {
      expect(stdout).toContain(said)
    }
  })

  it('is written for a run without findings too', () => {
    const { stdout, status } = lint(format, ['a.md', 'd.md'])
    expect(status).toBe(0)
    expect(stdout).toContain(tool.version)
  })

  it('is the same from one process and from several', () => {
    expect(lint(format, NAMES, '--jobs', '2')).toEqual(lint(format, NAMES, '--jobs', '1'))
  })
})

describe('what is written', () => {
  it('is JSON for sarif, whatever files have findings', () => {
    for (const names of [NAMES, ['a.md'], ['gone.md'], ['gone.md', 'a.md', '年 报/b#1.md'], ['年 报/b#1.md', 'a.md']]) {
      const log: Log = JSON.parse(lint('sarif', names).stdout)
      const uris = log.runs[0]?.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)
      expect(uris?.every((uri) => uri?.startsWith('%E5%B9%B4%20%E6%8A%A5/'))).toBe(true)
    }
  })

  it('is well-formed for junit and html', () => {
    for (const format of ['junit', 'html']) {
      for (const names of [NAMES, ['a.md'], ['gone.md']]) expect(() => parsed(lint(format, names).stdout)).not.toThrow()
    }
  })
})
