import * as fs from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readBytes } from '../../src/node/files.js'
import { folderWith } from './cli.js'

/** Called after the file was looked at, before it is read. */
let meanwhile = (): void => {}

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const fstatSync = (descriptor: number): fs.Stats => {
    const stats = real.fstatSync(descriptor)
    meanwhile()
    return stats
  }
  return { ...real, default: real, fstatSync }
})

describe('a file that is written while it is read', () => {
  let path = ''
  let changes = 0

  const changeTimes = (times: number, change: () => void): void => {
    meanwhile = () => {
      if (changes++ < times) change()
    }
  }

  beforeEach(() => {
    path = join(folderWith({ 'a.txt': '旧的' }), 'a.txt')
    changes = 0
    meanwhile = () => {}
  })

  it('is read again until it stands still', () => {
    changeTimes(2, () => fs.appendFileSync(path, '新'))
    expect(new TextDecoder().decode(readBytes(path, 1000))).toBe('旧的新新')
  })

  it('is never given cut short', () => {
    changeTimes(1, () => fs.writeFileSync(path, '短'))
    expect(new TextDecoder().decode(readBytes(path, 1000))).toBe('短')
  })

  it('is told where it does not stand still', () => {
    changeTimes(99, () => fs.appendFileSync(path, '新'))
    expect(() => readBytes(path, 1000)).toThrow('文件一直在变化')
  })

  it('is refused as soon as it has grown over the limit', () => {
    changeTimes(1, () => fs.appendFileSync(path, '长'.repeat(1000)))
    expect(() => readBytes(path, 1000)).toThrow('超过上限')
  })
})
