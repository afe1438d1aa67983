import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fazhi, folderWith, shell } from './cli.js'

const PAGE = readFileSync('dist/fazhi.html', 'utf8')

describe('fazhi page', () => {
  it('writes the page out, and says so', () => {
    const folder = folderWith({})
    const run = fazhi(['page'], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stdout: '' })
    expect(run.stderr).toContain('已写出“fazhi.html”')
    expect(readFileSync(join(folder, 'fazhi.html'), 'utf8')).toBe(PAGE)
  })

  it('writes it where it is told', () => {
    const folder = folderWith({})
    const run = shell(`fazhi page -o 检查.html`, folder)
    expect(run.status).toBe(0)
    expect(readFileSync(join(folder, '检查.html'), 'utf8')).toBe(PAGE)
  })

  it('writes it under no name that a browser would not open', () => {
    const folder = folderWith({})
    expect(fazhi(['page', '-o', '检查.docx'], { cwd: folder })).toMatchObject({ status: 2, stdout: '' })
    expect(existsSync(join(folder, '检查.docx'))).toBe(false)
  })

  it('overwrites nothing unless forced', () => {
    const folder = folderWith({ 'fazhi.html': 'mine' })
    const refused = fazhi(['page'], { cwd: folder })
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('已经存在')
    expect(readFileSync(join(folder, 'fazhi.html'), 'utf8')).toBe('mine')
    expect(fazhi(['page', '--force'], { cwd: folder }).status).toBe(0)
  })

  it.runIf(process.platform === 'linux')('opens it in the browser', async () => {
    const folder = folderWith({})
    const opener = join(folder, 'xdg-open')
    writeFileSync(opener, `#!/bin/sh\necho "$1" > "${folder}/opened"\n`)
    chmodSync(opener, 0o755)
    const run = fazhi(['page', '--open'], { cwd: folder, env: { PATH: `${folder}:${process.env['PATH']}` } })
    expect(run.status).toBe(0)
    await expect.poll(() => existsSync(join(folder, 'opened'))).toBe(true)
    expect(existsSync(join(folder, 'fazhi.html'))).toBe(false)
    expect(readFileSync(join(folder, 'opened'), 'utf8')).toMatch(/dist\/fazhi\.html\n$/)
  })

  it('says where the file is when no browser can be opened', () => {
    const folder = folderWith({})
    const run = fazhi(['page', '--open'], { cwd: folder, env: { PATH: folder } })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('请自己双击这个文件')
  })
})
