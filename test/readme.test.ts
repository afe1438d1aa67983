import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

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

/** A folder in which commands find the samples as in the project, and leave what they write; gone after the tests. */
function folderOfSamples(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-readme-'))
  for (const name of ['seeds', 'test']) symlinkSync(resolve(name), join(folder, name))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function run(command: string, cwd: string): string {
  const [npx, fazhi, ...args] = command.split(' ')
  expect([npx, fazhi]).toEqual(['npx', 'fazhi'])
  const options = { cwd, encoding: 'utf8' } as const
  const { stdout } = spawnSync(process.execPath, [resolve('dist/cli/fazhi.cjs'), ...args], options)
  // CSV has the mark of UTF-8 and CRLF, which a page does not show.
  return stdout.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
}

describe.each(['README.md', 'README.en.md'])('%s', (page) => {
  const shown = shownIn(page)
  const folder = folderOfSamples()

  it('shows commands with their output', () => {
    expect(shown.length).toBeGreaterThanOrEqual(3)
  })

  it.each(shown)('prints what it shows for $command', ({ command, output }) => {
    expect(run(command, folder).trimEnd()).toBe(output.trimEnd())
  })

  it('names the folder that its commands write to, and they write nowhere else', () => {
    expect(readdirSync(folder).sort()).toEqual(['out', 'seeds', 'test'])
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('/out/')
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

it.each(['README.md', 'README.en.md', 'docs/review.md'])('has the pictures that it shows: %s', (page) => {
  const pictures = [...readFileSync(page, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path)
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.filter((path) => !existsSync(join(dirname(page), path)))).toEqual([])
})
