import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FileResult } from '../../src/finding.js'
import { CLI, fazhi, folderWith, sharedFolderWith, shell } from './cli.js'
import { GOOD, LATE, UNFILLED } from './samples.js'

const MANY = sharedFolderWith(
  Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`年报/${String(i).padStart(3, '0')}.txt`, i % 2 === 0 ? UNFILLED : LATE]),
  ),
)

describe('standard output and standard error', () => {
  it.each(['pretty', 'json', 'ndjson'])('are not mixed up: results alone go to the one (%s)', (format) => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': UNFILLED })
    const run = fazhi(['lint', '-f', format, 'a.md', 'b.md'], { cwd })
    expect(run.stdout).not.toBe('')
    expect(run.stderr).toBe('')
  })

  it('name a file that cannot be read once: in the results of several, else as a notice', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': '' })
    const several = fazhi(['lint', 'a.md', 'b.md'], { cwd })
    expect(several.stdout).toContain('b.md  无法读取\n  文件是空的\n')
    expect(several.stderr).toBe('')
    const alone = fazhi(['lint', 'b.md'], { cwd })
    expect(alone).toMatchObject({ stdout: '', stderr: 'fazhi: b.md：文件是空的\n' })
  })

  it('keep JSON whole where files cannot be read', () => {
    const cwd = folderWith({ 'b.md': '' })
    const run = fazhi(['lint', '-f', 'json', 'b.md', 'gone.md'], { cwd })
    expect(JSON.parse(run.stdout).files).toHaveLength(2)
    expect(run.stderr).toBe('')
  })

  it('have notices on the one, and the draft alone on the other (convert)', () => {
    const damaged = Buffer.concat([Buffer.from(GOOD), Uint8Array.from([0xff, 0x0a])])
    const cwd = folderWith({ 'a.md': damaged })
    const run = fazhi(['convert', 'a.md'], { cwd })
    expect(run.stderr).toMatch(/^fazhi: a\.md：有 1 处无法识别的字节/)
    expect(run.stdout).toMatch(/^---\ntitle: 石桥镇/)
  })
})

describe('the same input gives the same bytes', () => {
  it.each([
    [['lint', '.']],
    [['lint', '-f', 'json', '.']],
    [['lint', '-f', 'ndjson', '.']],
    [['convert', 'a.md']],
    [['convert', '--to', 'json', 'a.md']],
    [['rules', '-f', 'json']],
    [['new', '--issuer', '云溪县人民政府', '--year', '2025']],
  ])('%j', (args) => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': UNFILLED, 'sub/c.txt': LATE })
    expect(fazhi(args, { cwd })).toEqual(fazhi(args, { cwd }))
  })
})

describe('a reader that hangs up', () => {
  it.each(['pretty', 'json', 'ndjson'])('ends the run without a word (%s)', (format) => {
    const run = shell(`fazhi lint -f ${format} 年报 | head -n 1`, MANY)
    expect(run.stdout.split('\n')).toHaveLength(2)
    expect(run.stderr).toBe('')
  })

  it.each(['lint --jobs 2 年报', 'rules', '--help', 'convert 年报/000.txt', 'convert --to json 年报/000.txt'])(
    'ends the run without a word (%s)',
    (args) => {
      const run = shell(`fazhi ${args} | head -n 1`, MANY)
      expect(run.stdout).not.toBe('')
      expect(run.stderr).toBe('')
    },
  )
})

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it.each([
    'lint 年报/000.txt',
    'lint -f json 年报',
    'lint --jobs 2 年报',
    'convert 年报/000.txt',
    'rules',
    'new --issuer 云溪县人民政府 --year 2025',
    '--help',
  ])('under standard output is told, status 2 (%s)', (args) => {
    expect(shell(`fazhi ${args} > /dev/full`, MANY)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'fazhi: 写不了标准输出（磁盘已满）\n',
    })
  })
})

describe('a closed standard stream', () => {
  it('ends nothing with a stack trace', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    expect(shell('fazhi lint - <&-', cwd).status).toBe(2)
    expect(shell('fazhi lint nowhere.md 2>&-', cwd).status).toBe(2)
  })
})

describe.runIf(process.platform === 'linux')('standard input under another name', () => {
  it.each(['/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'])('is standard input (%s)', (name) => {
    const cwd = folderWith({ 'a.md': UNFILLED })
    expect(shell(`cat a.md | fazhi lint ${name}`, cwd)).toEqual(shell('cat a.md | fazhi lint -', cwd))
    expect(shell(`fazhi lint -f json ${name} --stdin-name b.md < a.md`, cwd).stdout).toContain('"path":"b.md"')
    expect(shell(`cat a.md | fazhi lint --fix ${name}`, cwd).stderr).toContain('标准输入没有文件可改')
  })

  it('may be a pipe that a shell made, of any format', () => {
    const cwd = folderWith({ 'a.txt': UNFILLED, 'b.md': GOOD })
    const run = shell('bash -c \'"$0" "$1" lint -f json --jobs 2 <(cat a.txt) <(cat b.md)\' "$NODE" "$CLI"', cwd, {
      ...{ NODE: process.execPath, CLI },
    })
    const { files } = JSON.parse(run.stdout) as { files: FileResult[] }
    expect(files.map(({ verdict, error }) => [verdict, error])).toEqual([
      ['return', null],
      ['pass', null],
    ])
    expect(files[0]?.path).toMatch(/^\/dev\/fd\/\d+$/)
  })

  it('is no folder to review', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    expect(shell('cat a.md | fazhi review /dev/stdin -o out', cwd)).toMatchObject({
      ...{ status: 2, stderr: expect.stringContaining('审核要读一个文件夹，不读标准输入') },
    })
  })
})

describe.runIf(process.platform === 'linux')('a folder as standard input', () => {
  it.each([
    'lint -',
    'lint /dev/stdin',
    'convert -',
    'extract --to json -',
    'lint --stdin-ndjson',
    'review --from - -o out',
  ])('is told, status 2 (%s)', (args) => {
    const { status, stderr } = shell(`fazhi ${args} < .`, folderWith({ 'a.md': GOOD }))
    expect(status).toBe(2)
    expect(stderr).toMatch(/^fazhi: (?:-：)?标准输入是一个目录，读不出内容。请把目录名直接写在命令后面，不要用 <\n$/)
  })
})
