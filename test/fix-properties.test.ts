import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../src/error.js'
import { fix } from '../src/fix.js'
import { lint } from '../src/lint.js'
import type { Draft } from '../src/model.js'
import { read } from '../src/read/read.js'
import { build } from '../src/report/build.js'
import { draftOf } from './drafts.js'
import fc from './fast-check.js'
import { mixture } from './fragments.js'

/** Findings by rule: how many places each has. */
function placesByRule(draft: Draft): Map<string, number> {
  const places = new Map<string, number>()
  for (const { rule, related = [] } of lint(draft)) places.set(rule, (places.get(rule) ?? 0) + 1 + related.length)
  return places
}

const fixed = async (draft: Draft, name: string): Promise<Draft> =>
  (await fix(draft, lint, (text) => draftOf(text, name))).draft

/** What no fix may touch: letters, and digits but for the zeros that pad dates. */
const kept = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').replaceAll('0', '')

async function expectSoundFix(draft: Draft, name: string): Promise<void> {
  const once = await fixed(draft, name)
  const before = placesByRule(draft)
  const after = placesByRule(once)
  const grown = [...after].filter(([rule, count]) => count > (before.get(rule) ?? 0))
  expect(grown, 'a fix made a finding').toEqual([])
  expect(lint(once).filter(({ fixable }) => fixable)).toEqual([])
  expect((await fixed(once, name)).source.text).toBe(once.source.text)
  expect(kept(once.source.text)).toBe(kept(draft.source.text))
}

const FOLDERS = [
  'seeds/drafts',
  ...readdirSync('test/fixtures')
    .filter((name) => /^(?:labelled|slips|sound|broken)/.test(name))
    .map((name) => join('test/fixtures', name)),
  '../shared/seeds',
].filter((folder) => existsSync(folder))

const drafts = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
    .map((name) => join(folder, name)),
)

describe('fixing a draft makes no finding, leaves nothing to fix, and keeps letters and digits:', () => {
  it.each(drafts)('%s', async (path) => {
    const draft = await read({ name: path, bytes: readFileSync(path) }).then(build, (error) => {
      if (error instanceof FazhiError) return null
      throw error
    })
    if (draft) await expectSoundFix(draft, path)
    expect(draft === null || draft.text.length > 0).toBe(true)
  })

  it.each([
    [
      'a title whose year stands behind a word that is mended',
      [
        ...['---', '《法治政府建设实施纲要(2021-2025)》,截止2023年12月底,其它帐目', '首页 > 公开 > 报告'],
        ...['占比2.5%,共1,234件,8:30开始,构建“1+6+5”体系;比例12:1。', '云溪县2023年法治政府建设年度报告'],
        '全年审查行政规范性文件32件，化解行政争议12件，各项任务全面完成，成效明显。',
      ],
    ],
    [
      'a heading whose last line is a mark alone',
      [
        ...['云溪县2023年法治政府建设年度报告', '：', '---', '　　审查文件。', '索引号'],
        '关于2023年度法治政府建设情况的报告',
      ],
    ],
    [
      'an item that would be a heading without its mark',
      ['云溪县2023年法治政府建设年度报告', '（一）健全制度', '(一)、规范执法；', '占比2.5%，比例12:1，完成1,234件。'],
    ],
  ])('%s', async (_, lines) => {
    for (const name of ['draft.txt', 'draft.md']) await expectSoundFix(await draftOf(lines.join('\n'), name), name)
  })

  it.each(['draft.txt', 'draft.md'])('any mixture of lines, as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(mixture, async (text) => {
        const draft = await draftOf(text, name).catch((error: unknown) => {
          if (error instanceof FazhiError) return null
          throw error
        })
        if (draft) await expectSoundFix(draft, name)
      }),
      { numRuns: 300 },
    )
  })
})
