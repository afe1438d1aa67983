import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { CLI, complaintOf, fazhi, folderWith, type Run, shell } from './cli.js'
import { GOOD } from './samples.js'

const NEW = ['new', '--issuer', '云溪县人民政府', '--year', '2025', '-o']

describe('a result that cannot be written', () => {
  it.each([
    ['into a folder that is not there', 'nowhere/x.md', '目标目录不存在'],
    ['into a file as if it were a folder', 'a.md/x.md', '路径中有一段不是目录'],
    ['over a folder', 'folder', '目标是一个目录'],
    ['over a folder, with its slash', 'folder/', '目标是一个目录'],
  ])('%s leaves nothing behind, status 2', (_, path, reason) => {
    const cwd = folderWith({ 'a.md': GOOD, 'folder/b.md': GOOD })
    const run = fazhi([...NEW, path], { cwd })
    expect(complaintOf(run)).toBe(`写不了“${path}”：${reason}，没有写入任何内容`)
    expect(run.status).toBe(2)
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(['a.md', 'folder', 'folder/b.md'])
  })

  it('where a file stands in the place of the folder leaves nothing behind', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const run = fazhi(['convert', 'a.md', '-o', 'a.md/'], { cwd })
    expect(complaintOf(run)).toContain('写不了“a.md/”')
    expect(run.status).toBe(2)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  it.skipIf(!existsSync('/dev/full'))('to a device that is full is told, status 2', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    for (const args of [
      [...NEW, '/dev/full'],
      ['convert', 'a.md', '-o', '/dev/full'],
      ['convert', 'a.md', '-o', '/dev/full', '--force'],
    ]) {
      const run = fazhi(args, { cwd })
      expect(complaintOf(run)).toContain('写不了“/dev/full”：磁盘已满，没有写入任何内容')
      expect(run.status).toBe(2)
    }
    expect(readdirSync('/dev').filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it.skipIf(!existsSync('/proc/self'))('into a file system that takes no files is told, status 2', () => {
    const run = fazhi([...NEW, '/proc/x.md'])
    expect(complaintOf(run)).toContain('写不了“/proc/x.md”')
    expect(run.status).toBe(2)
  })

  it.skipIf(!existsSync('/proc/self')).each([
    ['convert', 'a.md', '-o', '/proc/one/two/'],
    ['review', 'drafts', '-o', '/proc/one'],
    ['review', 'drafts', '-o', '/proc/one/two'],
  ])('into a folder of such a file system is told, status 2 (%s %s %s %s)', (...args) => {
    const cwd = folderWith({ 'a.md': GOOD, 'drafts/a.md': GOOD })
    const run = fazhi(args, { cwd, timeout: 20_000 })
    expect(complaintOf(run)).toContain('写不了“/proc/one')
    expect(run.status).toBe(2)
  })

  it('goes to a device without --force: nothing there is overwritten', () => {
    expect(fazhi([...NEW, '/dev/null'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('overwrites nothing without --force', () => {
    const cwd = folderWith({ 'a.md': '原有' })
    const run = fazhi([...NEW, 'a.md'], { cwd })
    expect(complaintOf(run)).toBe('“a.md”已经存在，没有覆盖。要覆盖请加 --force，或换一个名字')
    expect(run.status).toBe(2)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('原有')
    expect(fazhi([...NEW, 'a.md', '--force'], { cwd }).status).toBe(0)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toMatch(/^---\nissuer: 云溪县人民政府\n/)
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })
})

describe('a result that is written', () => {
  it.skipIf(process.platform === 'win32')('keeps the permissions of what it overwrites, and the link to it', () => {
    const cwd = folderWith({ 'a.md': '原有' })
    chmodSync(join(cwd, 'a.md'), 0o600)
    symlinkSync('a.md', join(cwd, 'link.md'))
    expect(fazhi([...NEW, 'link.md', '--force'], { cwd }).status).toBe(0)
    expect(readlinkSync(join(cwd, 'link.md'))).toBe('a.md')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toMatch(/^---\nissuer: /)
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o600)
  })

  it('may have a name as long as a file system takes', () => {
    const cwd = folderWith()
    const name = `${'关于法治政府建设情况的报告'.repeat(6)}.md`
    expect(Buffer.byteLength(name)).toBeGreaterThan(230)
    expect(fazhi([...NEW, name], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readdirSync(cwd)).toEqual([name])
    expect(complaintOf(fazhi([...NEW, `长${name}`.repeat(2)], { cwd }))).toContain('名字太长')
  })

  it.skipIf(process.platform === 'win32')('is whole or not there, where the disk gives out midway', () => {
    const cwd = folderWith()
    const run = shell(`trap '' XFSZ; ulimit -f 1; fazhi ${NEW.join(' ')} x.md`, cwd)
    expect(complaintOf(run)).toBe('写不了“x.md”：超过了系统允许的文件大小，没有写入任何内容')
    expect(run.status).toBe(2)
    expect(readdirSync(cwd)).toEqual([])
  })
})

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** A copy of the command line that everybody may read. */
const copy = mkdtempSync(join(tmpdir(), 'fazhi-cli-'))
cpSync(dirname(CLI), copy, { recursive: true })
for (const name of ['.', ...readdirSync(copy, { recursive: true })]) chmodSync(join(copy, String(name)), 0o755)
afterAll(() => rmSync(copy, { recursive: true }))

/** Runs the command line as somebody who is not root. */
function asNobody(args: string[], cwd: string): Run {
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(copy, 'fazhi.cjs'), ...args], {
    ...identity,
    cwd,
    env: {},
    encoding: 'utf8',
  })
  if (error) throw error
  expect(stderr).not.toMatch(/^\s+at /m)
  return { status, stdout, stderr }
}

function canActAsNobody(): boolean {
  if (process.platform === 'win32') return false
  if (!isRoot) return true
  const { status } = spawnSync(process.execPath, ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' })
  return status === 0
}

const isPossible = canActAsNobody()
if (!isPossible)
  console.warn('NOT TESTED: files without permission, as no process can be started for another user here')

/** A folder open to everybody, with one file and one folder that are closed to all. */
function closedPlaces(): string {
  const cwd = folderWith({
    'open.md': GOOD,
    'closed.md': GOOD,
    'vault/a.md': GOOD,
    'mixed/a.md': GOOD,
    'mixed/vault/b.md': GOOD,
  })
  const closed = ['closed.md', 'vault', 'mixed/vault'].map((name) => join(cwd, name))
  chmodSync(cwd, 0o755)
  for (const path of closed) chmodSync(path, 0o000)
  onTestFinished(() => {
    for (const path of closed) chmodSync(path, 0o700)
  })
  return cwd
}

describe.skipIf(!isPossible)('without permission', () => {
  it.each([
    ['a file', 'closed.md'],
    ['a folder', 'vault'],
    ['a file in a closed folder', 'vault/a.md'],
  ])('%s to check is told, status 2', (_, path) => {
    const run = asNobody(['lint', path], closedPlaces())
    expect(complaintOf(run)).toBe(`${path}：没有读取的权限`)
    expect(run.status).toBe(2)
  })

  it('a folder among others is told, and the others are checked', () => {
    const run = asNobody(['lint', '-f', 'json', 'mixed'], closedPlaces())
    expect(JSON.parse(run.stdout).files).toMatchObject([
      { path: 'mixed/a.md', error: null },
      { path: 'mixed/vault', error: { code: 'not-permitted' } },
    ])
    expect(run.status).toBe(2)
  })

  it.each([
    ['beside a draft', ['convert', 'open.md', '-o', 'new.md']],
    ['into a new folder', ['convert', 'open.md', '-o', 'new/']],
    ['into a closed folder', [...NEW, 'vault/new.md']],
    ['over a file in a closed folder', [...NEW, 'vault/a.md', '--force']],
  ])('to write %s nothing is written, status 2', (_, args) => {
    const cwd = closedPlaces()
    const before = readdirSync(cwd)
    const run = asNobody(args, cwd)
    expect(complaintOf(run)).toContain('没有写入的权限，没有写入任何内容')
    expect(run.status).toBe(2)
    expect(readdirSync(cwd)).toEqual(before)
  })

  it('to read a schema, template or data file is told, status 2', () => {
    const cwd = closedPlaces()
    expect(complaintOf(asNobody(['lint', '--schema', 'closed.md', 'open.md'], cwd))).toContain('没有读取的权限')
    expect(complaintOf(asNobody(['new', '--template', 'closed.md'], cwd))).toContain('没有读取的权限')
    expect(complaintOf(asNobody(['new', '--data', 'closed.md'], cwd))).toContain('没有读取的权限')
  })
})
