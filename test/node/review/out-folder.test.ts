import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../../src/error.js'
import { openOutFolder } from '../../../src/node/review/out-folder.js'
import { hashOf, MANIFEST } from '../../../src/node/review/own-results.js'
import { folderWith } from '../cli.js'

const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8')

function write(folder: string, files: Record<string, string>, force = false): void {
  const out = openOutFolder(folder, { force })
  try {
    for (const [name, text] of Object.entries(files)) out.write(name, text)
    out.commit(Object.keys(files))
  } finally {
    out.discard()
  }
}

const refusal = (action: () => void): string => {
  try {
    action()
  } catch (error) {
    expect(error).toBeInstanceOf(FazhiError)
    return (error as FazhiError).message
  }
  throw new Error('nothing was refused')
}

const ownerOf = (owner: { pid: number; host?: string; started: string | null }): string =>
  JSON.stringify({ host: hostname(), ...owner })

const stagedIn = (folder: string, ...name: string[]): string =>
  join(folder, `.fazhi-${process.pid}.tmp`, 'new', ...name)

describe('the folder a review writes to', () => {
  it('holds nothing before everything is done, and then all of it', () => {
    const folder = join(folderWith(), '新的', '审核结果')
    const out = openOutFolder(folder)
    out.write('意见单/甲.docx', '一')
    out.write('总表.xlsx', '二')
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([])
    out.commit(['意见单/甲.docx', '总表.xlsx'])
    out.discard()
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx', '意见单'])
    expect(read(folder, '意见单', '甲.docx')).toBe('一')
  })

  it('is as before when a review is given up', () => {
    const parent = folderWith()
    const fresh = join(parent, '审核结果')
    const given = openOutFolder(fresh)
    given.write('a', '1')
    given.discard()
    expect(existsSync(fresh)).toBe(false)
    mkdirSync(fresh)
    const again = openOutFolder(fresh)
    again.discard()
    expect(readdirSync(parent)).toEqual(['审核结果'])
  })

  it('is refused where it is not empty, noise of systems aside', () => {
    const folder = folderWith({ 'Thumbs.db': '' })
    write(folder, { '总表.xlsx': '1' })
    expect(refusal(() => openOutFolder(folder))).toContain('已有一次审核的结果')
    expect(refusal(() => openOutFolder(folderWith({ '别的.docx': '' })))).toContain('不是空目录')
    expect(refusal(() => openOutFolder(join(folderWith({ f: '' }), 'f')))).toMatch('应写文件夹')
  })

  it('with force has its own files replaced, those gone that are no longer made, and all others kept', () => {
    const folder = folderWith({ '别的.docx': '留着' })
    write(folder, { '总表.xlsx': '1', '意见单/旧.docx': '1' }, true)
    write(folder, { '总表.xlsx': '2', '意见单/新.docx': '2' }, true)
    expect(read(folder, '总表.xlsx')).toBe('2')
    expect(readdirSync(join(folder, '意见单'))).toEqual(['新.docx'])
    expect(read(folder, '别的.docx')).toBe('留着')
  })

  it('with force keeps a file that is not its own, and own files that someone has written in', () => {
    const folder = folderWith({ '总表.xlsx': '手写' })
    expect(refusal(() => write(folder, { '总表.xlsx': '1' }, true))).toContain('“总表.xlsx”不是 fazhi 写的')
    expect(read(folder, '总表.xlsx')).toBe('手写')
    const other = folderWith()
    write(other, { '意见单/甲.docx': '1' })
    writeFileSync(join(other, '意见单', '甲.docx'), '答复')
    expect(refusal(() => openOutFolder(other, { force: true }))).toContain('“意见单/甲.docx”写出之后有人改过')
  })

  it('takes away what a process that was killed left, and waits for none that lives', () => {
    const folder = folderWith()
    mkdirSync(join(folder, '.fazhi-999999999.tmp'))
    write(folder, { '总表.xlsx': '1' })
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx'])
    const other = folderWith()
    mkdirSync(join(other, `.fazhi-${process.ppid}.tmp`))
    expect(refusal(() => openOutFolder(other))).toContain('另一个 fazhi 正在')
  })

  it('does not take itself for another where its number was that of one that was killed', () => {
    const folder = folderWith({ [`.fazhi-${process.pid}.tmp/owner.json`]: ownerOf({ pid: process.pid, started: '1' }) })
    write(folder, { '总表.xlsx': '1' })
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx'])
  })

  it.skipIf(!existsSync('/proc/self/stat'))('does not wait for a process that only has the number of another', () => {
    const folder = folderWith({
      [`.fazhi-${process.ppid}.tmp/owner.json`]: ownerOf({ pid: process.ppid, started: '1' }),
    })
    write(folder, { '总表.xlsx': '1' })
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx'])
  })

  it('waits for one on another computer only while it is heard of', () => {
    const owner = ownerOf({ pid: process.pid, host: '别处', started: null })
    const folder = folderWith({ '.fazhi-7.tmp/owner.json': owner })
    expect(refusal(() => openOutFolder(folder))).toContain('在另一台电脑“别处”上')
    const before = new Date(Date.now() - 600_000)
    utimesSync(join(folder, '.fazhi-7.tmp', 'owner.json'), before, before)
    write(folder, { '总表.xlsx': '1' })
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx'])
  })

  it('takes the folders away that it made on the way, where nothing is put in it', () => {
    const parent = folderWith()
    openOutFolder(join(parent, 'a', 'b', 'c')).discard()
    expect(readdirSync(parent)).toEqual([])
    expect(refusal(() => openOutFolder(join(parent, 'a', 'x'.repeat(300))))).toContain('名字太长')
    expect(readdirSync(parent)).toEqual([])
  })

  it('is refused in a sentence where it is a file or a link that leads nowhere', () => {
    const parent = folderWith({ 文件: '' })
    symlinkSync('没有', join(parent, '链接'))
    expect(refusal(() => openOutFolder(join(parent, '文件')))).toContain('应写文件夹')
    expect(refusal(() => openOutFolder(join(parent, '链接')))).toContain('失效的链接')
    expect(refusal(() => openOutFolder(join(parent, '文件', '下面')))).toContain('路径中有一段不是目录')
  })
})

const TWO = { '总表.xlsx': '1', '意见单/甲.docx': '1' }

/** A folder with a review in it, and a second one that is ready to be put in place. */
function second(): { folder: string; commit: () => void; discard: () => void } {
  const folder = join(folderWith(), '结果')
  write(folder, TWO)
  const out = openOutFolder(folder, { force: true })
  for (const name of Object.keys(TWO)) out.write(name, '2')
  return { folder, commit: () => out.commit(Object.keys(TWO)), discard: out.discard }
}

const contentsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true, withFileTypes: true }) as Dirent[])
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [relative(folder, join(parentPath, name)), read(parentPath, name)]),
  )

describe('results put in place', () => {
  it('are all as before where one of them cannot be', () => {
    const { folder, commit, discard } = second()
    const before = read(folder, MANIFEST)
    rmSync(stagedIn(folder, '意见单', '甲.docx'))
    expect(refusal(commit)).toMatch(/写不了.*甲\.docx.*没有写入任何内容/)
    discard()
    expect(contentsOf(folder)).toEqual({ ...TWO, [MANIFEST]: before })
  })

  it.each([0, 1, 2, 3, 4])('are all as before after a kill when %i files were moved, and can be replaced', (moved) => {
    const { folder } = second()
    const staging = stagedIn(folder, '..')
    const names = Object.keys(TWO)
    writeFileSync(stagedIn(folder, MANIFEST), '{}')
    const files = Object.fromEntries(names.map((name) => [name, hashOf(stagedIn(folder, name))]))
    writeFileSync(join(staging, 'journal.json'), JSON.stringify({ files, old: names }))
    const moves = [
      ...names.map((name) => [join(folder, name), join(staging, 'old', name)]),
      ...names.map((name) => [stagedIn(folder, name), join(folder, name)]),
    ].slice(0, moved)
    for (const [from = '', to = ''] of moves) {
      mkdirSync(dirname(to), { recursive: true })
      renameSync(from, to)
    }
    expect(refusal(() => openOutFolder(folder))).toContain('已有一次审核的结果')
    expect(contentsOf(folder)).toMatchObject(TWO)
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx', '意见单'])
    write(folder, { '总表.xlsx': '3' }, true)
    expect(read(folder, '总表.xlsx')).toBe('3')
  })

  it('keep after a kill what someone has written in since', () => {
    const { folder } = second()
    const staging = stagedIn(folder, '..')
    writeFileSync(stagedIn(folder, MANIFEST), '{}')
    const files = { '总表.xlsx': hashOf(stagedIn(folder, '总表.xlsx')) }
    writeFileSync(join(staging, 'journal.json'), JSON.stringify({ files, old: ['总表.xlsx'] }))
    mkdirSync(join(staging, 'old'))
    renameSync(join(folder, '总表.xlsx'), join(staging, 'old', '总表.xlsx'))
    renameSync(stagedIn(folder, '总表.xlsx'), join(folder, '总表.xlsx'))
    writeFileSync(join(folder, '总表.xlsx'), '手写')
    expect(refusal(() => openOutFolder(folder, { force: true }))).toContain('“总表.xlsx”写出之后有人改过')
    expect(read(folder, '总表.xlsx')).toBe('手写')
  })

  it('overwrite nothing that was changed while they were made', () => {
    const { folder, commit, discard } = second()
    writeFileSync(join(folder, '意见单', '甲.docx'), '答复')
    expect(refusal(commit)).toContain('“意见单/甲.docx”写出之后有人改过')
    discard()
    expect(contentsOf(folder)).toMatchObject({ '总表.xlsx': '1', '意见单/甲.docx': '答复' })
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, '总表.xlsx', '意见单'])
  })

  it('overwrite nothing of others that came while they were made', () => {
    const folder = folderWith()
    const out = openOutFolder(folder)
    out.write('总表.xlsx', '2')
    writeFileSync(join(folder, '总表.xlsx'), '手写')
    expect(refusal(() => out.commit(['总表.xlsx']))).toContain('“总表.xlsx”不是 fazhi 写的')
    out.discard()
    expect(contentsOf(folder)).toEqual({ '总表.xlsx': '手写' })
  })

  it('are refused at the start where a file or a link stands for the folder of the slips', () => {
    expect(refusal(() => openOutFolder(folderWith({ 意见单: '我的' }), { force: true }))).toContain('是一个文件')
    const folder = folderWith({ '别处/甲.docx': '留着' })
    write(folder, { '意见单/甲.docx': '1' }, true)
    rmSync(join(folder, '意见单'), { recursive: true })
    symlinkSync('别处', join(folder, '意见单'))
    expect(refusal(() => openOutFolder(folder, { force: true }))).toContain('是一个链接')
    expect(read(folder, '别处', '甲.docx')).toBe('留着')
  })

  it('without a manifest are not overwritten: no one knows whether they were changed', () => {
    const folder = folderWith({ '总表.xlsx': '', 'review.json': '', 'findings.ndjson': '' })
    expect(refusal(() => openOutFolder(folder, { force: true }))).toContain('缺少记录')
  })
})

describe('a journal', () => {
  it('has no say about what a review cannot have written', () => {
    const cwd = folderWith({ 'victim.docx': '1', '结果/.fazhi-999999999.tmp/new/.fazhi-review.json': '{}' })
    const files = { '../victim.docx': hashOf(join(cwd, 'victim.docx')) }
    const staging = join(cwd, '结果', '.fazhi-999999999.tmp')
    writeFileSync(join(staging, 'journal.json'), JSON.stringify({ files, old: [] }))
    write(join(cwd, '结果'), TWO)
    expect(read(cwd, 'victim.docx')).toBe('1')
  })
})

describe('a manifest', () => {
  it('has no say about what a review cannot have written', () => {
    const cwd = folderWith({ 'victim.docx': '1', '结果/别的.docx': '1' })
    const folder = join(cwd, '结果')
    write(folder, TWO, true)
    const hash = hashOf(join(cwd, 'victim.docx'))
    const names = ['../victim.docx', '意见单/../../victim.docx', join(cwd, 'victim.docx'), '别的.docx', '意见单']
    const { files } = JSON.parse(read(folder, MANIFEST)) as { files: Record<string, string> }
    const added = Object.fromEntries(names.map((name) => [name, hash]))
    writeFileSync(join(folder, MANIFEST), JSON.stringify({ files: { ...files, ...added } }))
    write(folder, { '总表.xlsx': '2' }, true)
    expect(contentsOf(cwd)).toMatchObject({ 'victim.docx': '1', '结果/别的.docx': '1', '结果/总表.xlsx': '2' })
    expect(existsSync(join(folder, '意见单', '甲.docx'))).toBe(false)
  })

  it('leaves a file of somebody else alone that is called like its own remains', () => {
    const folder = folderWith({ '.fazhi-999999999.tmp': '别人的' })
    expect(refusal(() => openOutFolder(folder))).toContain('不是空目录')
    expect(read(folder, '.fazhi-999999999.tmp')).toBe('别人的')
  })
})
