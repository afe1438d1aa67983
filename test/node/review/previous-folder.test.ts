import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { complaintOf, fazhi, folderWith, sharedFolderWith } from '../cli.js'
import { COUNTY } from './results.js'

const drafts = sharedFolderWith({})
const DRAFT = '司法局2025年法治政府建设年度报告.txt'
const OTHER = '农业农村局2025年度法治政府建设年度报告.txt'

const review = (...args: string[]) => fazhi(['review', '--date', '2026-03-20', ...args], { cwd: drafts })

beforeAll(() => {
  for (const name of [DRAFT, OTHER]) cpSync(join(COUNTY, name), join(drafts, '报告', name))
  review('报告', '-o', '一')
})

/** What a review says whose earlier result was changed. */
function complaintAfter(change: (folder: string) => void): string {
  const folder = join(folderWith(), '上次')
  cpSync(join(drafts, '一'), folder, { recursive: true })
  change(folder)
  const run = review('报告', '-o', '二', '--previous', folder)
  expect(run.status).toBe(2)
  return complaintOf(run).replaceAll(folder, '上次')
}

const records = (folder: string): string => join(folder, 'findings.ndjson')
const linesOf = (folder: string): string[] => readFileSync(records(folder), 'utf8').trimEnd().split('\n')

describe('an earlier result that is not whole', () => {
  it.each<[string, (folder: string) => void, string]>([
    ['is not there', (folder) => rmSync(folder, { recursive: true }), '没有上一次审核的结果，找不到“上次”'],
    [
      'is a file',
      (folder) => {
        rmSync(folder, { recursive: true })
        writeFileSync(folder, '')
      },
      '“上次”里没有上一次审核的结果（review.json 和 findings.ndjson）',
    ],
    [
      'has a folder for its records',
      (folder) => {
        rmSync(records(folder))
        mkdirSync(records(folder))
      },
      '“上次”里没有上一次审核的结果（review.json 和 findings.ndjson）',
    ],
    ['has no review', (folder) => writeFileSync(join(folder, 'review.json'), 'null'), '“上次/review.json”已损坏'],
    ['has half a review', (folder) => truncateSync(join(folder, 'review.json'), 2000), '“上次/review.json”已损坏'],
    [
      'has garbage for its records',
      (folder) => writeFileSync(records(folder), 'x\n'),
      '“上次/findings.ndjson”第 1 行已损坏：不是 JSON',
    ],
    [
      'has null for a record',
      (folder) => writeFileSync(records(folder), 'null\n'),
      '“上次/findings.ndjson”第 1 行已损坏：应为 JSON 对象',
    ],
    [
      'is cut within a line',
      (folder) => writeFileSync(records(folder), linesOf(folder).join('\n').slice(0, -50)),
      '“上次/findings.ndjson”第 2 行已损坏：不是 JSON',
    ],
    [
      'is cut between two lines',
      (folder) => writeFileSync(records(folder), `${linesOf(folder)[0]}\n`),
      '“上次/findings.ndjson”不完整，没有“司法局2025年法治政府建设年度报告.txt”的结果',
    ],
    [
      'has no records',
      (folder) => writeFileSync(records(folder), ''),
      '“上次/findings.ndjson”不完整，没有“农业农村局2025年度法治政府建设年度报告.txt”等 2 份的结果',
    ],
  ])('because it %s is told with the file, and nothing is compared', (_, change, what) => {
    expect(complaintAfter(change)).toBe(`${what}，不能对照。请核对 --previous`)
  })

  it('but only lacks the end of its last line is compared', () => {
    const folder = join(folderWith(), '上次')
    cpSync(join(drafts, '一'), folder, { recursive: true })
    writeFileSync(records(folder), linesOf(folder).join('\n'))
    expect(review('报告', '-o', '三', '--previous', folder).stdout).toMatch(/^与上次相比：已改正 0 处/m)
  })
})
