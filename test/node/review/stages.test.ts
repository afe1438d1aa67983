import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fazhi, folderWith, sharedFolderWith } from '../cli.js'
import { hasTerminal, onTerminal } from '../on-terminal.js'
import { COUNTY } from './results.js'

const DATE = ['--date', '2026-03-20', '--roster', join(COUNTY, '名册.csv')]
const STAGES = ['检查', '归类', '比对', '写意见单', '写总表', '写总览', '收尾']

/** A county's reports, so many times. */
function countyTimes(count: number): string {
  const folder = sharedFolderWith({})
  for (let i = 0; i < count; i++) cpSync(COUNTY, join(folder, String(i)), { recursive: true })
  return folder
}

describe('the stages of a review', () => {
  const told = (stderr: string): string[] =>
    /^fazhi: 用时：(.*)$/m
      .exec(stderr)?.[1]
      ?.split('，')
      .map((part) => part.replace(/ \d+\.\d\d 秒$/, '')) ?? []

  it('are told with their times where it is asked for, and what is written is the same', () => {
    const cwd = folderWith()
    const asked = fazhi(['review', COUNTY, ...DATE, '--verbose', '-o', '甲'], { cwd })
    expect(told(asked.stderr)).toEqual([...STAGES, '共'])
    const unasked = fazhi(['review', COUNTY, ...DATE, '-o', '乙'], { cwd })
    expect(unasked.stderr).toBe('')
    expect(unasked.stdout.replaceAll('乙', '甲')).toBe(asked.stdout)
    const gathered = fazhi(['review', '--from', '甲/findings.ndjson', ...DATE, '--verbose', '-o', '丙'], { cwd })
    expect(told(gathered.stderr)).toEqual(['读入', ...STAGES.slice(1), '共'])
  })

  describe.skipIf(!hasTerminal)('on a terminal', () => {
    const many = countyTimes(20)

    it('are shown one after the other, and wiped out before the results', () => {
      const [output] = onTerminal(['review', COUNTY, ...DATE, '-o', join(folderWith(), '结果')], [])
      for (const stage of STAGES) expect(output).toContain(`正在${stage}`)
      expect(output).toMatch(/正在写意见单 \[█{20}\] 27\/27/)
      const after = output.split(/正在[^\r]+/).slice(1)
      expect(after.filter((text) => !text.startsWith('\r\u001b[K'))).toEqual([])
      expect(after.at(-1)).toMatch(/^\r\u001b\[K2025年度/)
    })

    it.each(STAGES)('leave nothing or everything when Ctrl-C comes in one (%s)', (stage) => {
      const out = join(folderWith(), '结果')
      const [output, status] = onTerminal(['review', many, ...DATE, '-o', out], [[`正在${stage}`, '\u0003']])
      const isDone = status === 1 && output.includes('已写入')
      if (stage === '检查' || stage === '写意见单') expect(isDone).toBe(false)
      if (isDone) expect(readdirSync(out)).toContain('.fazhi-review.json')
      else expect([status, output.includes('已中断，没有写入任何文件'), existsSync(out)]).toEqual([130, true, false])
    })
  })
})
