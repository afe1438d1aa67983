import { describe, expect, it } from 'vitest'
import { fazhi, folderWith } from '../node/cli.js'
import { GOOD, UNFILLED } from '../node/samples.js'

const COLOUR = /\u001b\[\d+m/

describe('colours', () => {
  const lint = (env: Record<string, string>, ...args: string[]): string => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': UNFILLED })
    return fazhi(['lint', ...(args.length > 0 ? args : ['b.md'])], { cwd, env }).stdout
  }

  it('are left out where standard output is no terminal', () => {
    expect(lint({})).not.toMatch(COLOUR)
    expect(lint({}, 'a.md', 'b.md')).not.toMatch(COLOUR)
    expect(lint({ TERM: 'xterm-256color', COLORTERM: 'truecolor' })).not.toMatch(COLOUR)
  })

  it('are forced by FORCE_COLOR, and change nothing else', () => {
    const coloured = lint({ FORCE_COLOR: '1' })
    expect(coloured).toContain('\u001b[31m错误\u001b[39m')
    expect(coloured).toContain('\u001b[32m独立成节')
    expect(coloured.replace(new RegExp(COLOUR, 'g'), '')).toBe(lint({}))
    const several = lint({ FORCE_COLOR: '1' }, 'a.md', 'b.md')
    expect(several).toContain('\u001b[31m退回修改\u001b[39m')
    expect(several.replace(new RegExp(COLOUR, 'g'), '')).toBe(lint({}, 'a.md', 'b.md'))
  })

  it('are left out for FORCE_COLOR=0 and NO_COLOR', () => {
    expect(lint({ FORCE_COLOR: '0' })).not.toMatch(COLOUR)
    expect(lint({ NO_COLOR: '1' })).not.toMatch(COLOUR)
  })

  it('never come into JSON', () => {
    expect(lint({ FORCE_COLOR: '1' }, '-f', 'json', 'a.md', 'b.md')).not.toMatch(COLOUR)
    expect(lint({ FORCE_COLOR: '1' }, '-f', 'ndjson', 'b.md')).not.toMatch(COLOUR)
  })
})

describe('--quiet', () => {
  it('shows errors alone, for one file and for several', () => {
    const cwd = folderWith({ 'a.md': GOOD.replace('2024年1月25日', '2024年3月25日'), 'b.md': UNFILLED })
    const alone = fazhi(['lint', '-q', 'a.md'], { cwd }).stdout
    expect(alone).not.toContain('late-report')
    expect(alone).toContain('结论：建议修改（错误 0，疑似 1，提示 0）')
    expect(fazhi(['lint', '--quiet', 'a.md', 'b.md'], { cwd }).stdout).toBe(
      'a.md  建议修改\nb.md  退回修改\n  错误  第 5 行  有1处没有填写：“XX”，请填好或删去。（unfilled-placeholder）\n\n共 2 份：错误 1，疑似 1，提示 0\n',
    )
  })
})
