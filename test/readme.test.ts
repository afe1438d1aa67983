import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Shown {
  command: string
  output: string
}

/** The ```console blocks of a page: a command after `$ `, then what it prints. */
function shownIn(page: string): Shown[] {
  const text = readFileSync(page, 'utf8')
  return [...text.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map(([, command = '', output = '']) => ({
    command,
    output,
  }))
}

function run(command: string): string {
  const [npx, fazhi, ...args] = command.split(' ')
  expect([npx, fazhi]).toEqual(['npx', 'fazhi'])
  const { stdout } = spawnSync(process.execPath, ['dist/cli/fazhi.cjs', ...args], { encoding: 'utf8' })
  // CSV has the mark of UTF-8 and CRLF, which a page does not show.
  return stdout.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
}

describe.each(['README.md', 'README.en.md'])('%s', (page) => {
  const shown = shownIn(page)

  it('shows commands with their output', () => {
    expect(shown.length).toBeGreaterThanOrEqual(3)
  })

  it.each(shown)('prints what it shows for $command', ({ command, output }) => {
    expect(run(command).trimEnd()).toBe(output.trimEnd())
  })

  it('shows the two commands of a fresh machine', () => {
    const text = readFileSync(page, 'utf8')
    expect(text).toContain('npm ci && npx fazhi lint seeds/drafts')
    expect(text).toContain('npm cit')
  })
})

it('says the same in both languages', () => {
  expect(shownIn('README.en.md')).toEqual(shownIn('README.md'))
})
