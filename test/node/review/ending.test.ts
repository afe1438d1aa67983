import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, folderWith, sharedFolderWith, shell } from '../cli.js'
import { COUNTY, review, reviewIn } from './results.js'

const ROSTER = join(COUNTY, '名册.csv')
/** All in the folder but the roster. */
const FILES = readdirSync(COUNTY).length - 1

const MANY = sharedFolderWith({})
for (let i = 0; i < 40; i++) cpSync(COUNTY, join(MANY, String(i)), { recursive: true })

const isLinux = existsSync('/proc/self/stat')

/** A run that goes on while the test does. */
function begin(args: string[], cwd: string) {
  const child = spawn(process.execPath, [CLI, 'review', ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += String(chunk)
  })
  // What it told may arrive after its end.
  const ended = new Promise<number | null>((done) => child.once('close', done))
  return { child, ended, told: () => told }
}

async function until(is: () => boolean): Promise<void> {
  for (let waited = 0; !is(); waited += 20) {
    if (waited > 20_000) throw new Error('waited in vain')
    await new Promise((done) => setTimeout(done, 20))
  }
}

describe.skipIf(process.platform === 'win32')('a review that is broken off', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('by %s leaves nothing, nor folders on the way', async (signal, status) => {
    const cwd = folderWith()
    const { child, ended, told } = begin([MANY, '--roster', ROSTER, '-o', '上/下/结果'], cwd)
    await until(() => existsSync(join(cwd, '上')))
    child.kill(signal)
    expect(await ended).toBe(status)
    expect(told()).toContain('已中断，没有写入任何文件')
    expect(readdirSync(cwd)).toEqual([])
  })

  it.skipIf(!isLinux).each(['SIGTERM', 'SIGKILL'] as const)('by %s leaves no process behind', async (signal) => {
    const cwd = folderWith()
    const { child, ended } = begin([MANY, '--roster', ROSTER, '-o', '结果', '--jobs', '3'], cwd)
    const workers = (): string[] =>
      readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean)
    await until(() => workers().length === 3)
    const known = workers()
    child.kill(signal)
    await ended
    await until(() => known.every((pid) => !existsSync(`/proc/${pid}`)))
  })

  it('while it waits for a pipe hears it', async () => {
    const cwd = folderWith()
    shell('mkfifo 结果.ndjson', cwd)
    const { child, ended } = begin(['--from', '结果.ndjson', '-o', '结果'], cwd)
    await until(() => existsSync(join(cwd, '结果')))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(existsSync(join(cwd, '结果'))).toBe(false)
  })
})

describe('a review that no one listens to', () => {
  it('is made whole all the same', () => {
    const cwd = folderWith()
    shell(`fazhi review "${COUNTY}" -o 结果 2>&1 | true`, cwd)
    expect(readdirSync(join(cwd, '结果')).filter((name) => /\.tmp$/.test(name))).toEqual([])
    expect(reviewIn(join(cwd, '结果')).totals.files).toBe(FILES)
  })
})

describe('a review that fails', () => {
  it('names files as they would have been called, and takes away the folders it made', () => {
    const cwd = folderWith()
    const run = shell(`ulimit -f 8; fazhi review "${COUNTY}" -o 上/结果`, cwd)
    expect(run.stderr).toMatch(/写不了“上\/结果.*没有写入任何内容/)
    expect(run.stderr).not.toContain('.fazhi-')
    expect(readdirSync(cwd)).toEqual([])
  })
})

describe('the folder of the results', () => {
  const county = (): string => {
    const cwd = folderWith()
    cpSync(COUNTY, join(cwd, '年报'), { recursive: true })
    return cwd
  }

  it('may hold that of the reports', () => {
    const cwd = county()
    for (let i = 0; i < 2; i++) {
      expect(review(join(cwd, '年报'), '-o', cwd, '--force').status).toBe(1)
      expect(reviewIn(cwd).totals.files).toBe(FILES)
    }
  })

  it('may be that of the reports', () => {
    const reports = join(county(), '年报')
    for (let i = 0; i < 2; i++) {
      expect(review(reports, '-o', reports, '--force').status).toBe(1)
      expect(reviewIn(reports).totals.files).toBe(FILES)
    }
  })

  it('is known as such without its hidden file', () => {
    const cwd = county()
    const copy = join(cwd, '年报', '上次')
    review(join(cwd, '年报'), '-o', copy)
    rmSync(join(copy, '.fazhi-review.json'))
    review(join(cwd, '年报'), '-o', join(cwd, '结果'))
    expect(reviewIn(join(cwd, '结果')).totals.files).toBe(FILES)
  })
})

describe('the folder of the reports', () => {
  it('counts once where it is named twice, or by a link', () => {
    const cwd = folderWith()
    symlinkSync(COUNTY, join(cwd, '链接'))
    for (const [i, second] of [COUNTY, join(cwd, '链接')].entries()) {
      const out = join(cwd, `结果${i}`)
      expect(review(COUNTY, second, '-o', out).stderr).not.toContain('不止一份')
      expect(reviewIn(out).totals.files).toBe(FILES)
    }
  })

  it.skipIf(process.platform === 'win32')('has a row for what is no file, and for links to it', () => {
    const cwd = folderWith()
    mkdirSync(join(cwd, '年报'))
    cpSync(join(COUNTY, '名册.csv'), join(cwd, '名册.csv'))
    writeFileSync(join(cwd, '年报', 'a.txt'), readFileSync(join(COUNTY, '司法局2025年法治政府建设年度报告.txt')))
    shell('mkfifo 年报/管道.txt 管道; ln -s ../管道 年报/链接.txt; ln -s /dev/zero 年报/设备.txt', cwd)
    expect(review(join(cwd, '年报'), '-o', join(cwd, '结果')).status).toBe(2)
    const { others } = reviewIn(join(cwd, '结果'))
    expect(others.map(({ message }) => message)).toEqual(['这不是普通文件', '这不是普通文件', '这不是普通文件'])
  })
})
