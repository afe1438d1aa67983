import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../../src/error.js'
import { openOutFolder } from '../../../src/node/review/out-folder.js'
import { MANIFEST } from '../../../src/node/review/own-results.js'
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
})
