import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint.js'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { squeeze } from '../../src/text/marks.js'
import { toDocx } from '../../src/write/docx/docx.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { toMdast } from '../../src/write/mdast.js'
import { draftOf, statesOf } from '../drafts.js'
import { type Parts, partsOf } from './word-parts.js'

const SAMPLES = readdirSync('seeds/drafts').sort()

async function readBack(draft: Draft): Promise<Draft> {
  return build(await read({ name: 'draft.docx', bytes: toDocx(draft) }))
}

const textOf = (node: Nodes): string =>
  'value' in node && node.type !== 'html' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

/** What a report is made of: its blocks with their depth, lists and tables with their items and cells. */
const shapeOf = (draft: Draft): string[] => {
  const shape = (node: Nodes): string[] => {
    switch (node.type) {
      case 'heading':
        return [`${'#'.repeat(node.depth)} ${squeeze(textOf(node))}`]
      case 'paragraph':
        return [squeeze(textOf(node))]
      case 'tableRow':
        return [node.children.map((cell) => squeeze(textOf(cell))).join(' | ')]
      case 'list':
        return node.children.flatMap((item, i) => {
          const mark = node.ordered ? `${(node.start ?? 1) + i}.` : '-'
          return item.children.flatMap(shape).map((line) => `${mark} ${line}`)
        })
      default:
        return 'children' in node ? node.children.flatMap(shape) : []
    }
  }
  return shape(toMdast(draft))
}

/** Columns come back from Word without the alignment that Markdown gave them. */
const unaligned = (parts: Parts): Parts => ({
  ...parts,
  'word/document.xml': (parts['word/document.xml'] ?? '').replace(
    /(<w:pStyle w:val="Table\w+" \/>)<w:jc [^>]*>/g,
    '$1',
  ),
})

const sampleOf = async (name: string): Promise<Draft> => {
  const path = join('seeds/drafts', name)
  return build(await read({ name: path, bytes: readFileSync(path) }))
}

describe('a report written as Word and read back', () => {
  it.each(SAMPLES)('has the same text, headings, lists and tables: %s', async (name) => {
    const draft = await sampleOf(name)
    expect(shapeOf(await readBack(draft))).toEqual(shapeOf(draft))
  })

  it.each(SAMPLES)('is the same report: %s', async (name) => {
    const draft = await sampleOf(name)
    const { title, issuer, kind, year, signature, signedOn, addressee } = draft.report
    const back = await readBack(draft)
    expect(back.report).toMatchObject(
      Object.fromEntries(
        Object.entries({ title, issuer, kind, year, signature, signedOn, addressee }).filter(([, value]) => value),
      ),
    )
    expect(statesOf(back)).toEqual(statesOf(draft))
  })

  it.each(SAMPLES)('is the same Word document again by way of Markdown: %s', async (name) => {
    const draft = await sampleOf(name)
    const again = toDocx(await draftOf(toMarkdown(await readBack(draft)), 'draft.md'))
    expect(unaligned(partsOf(again))).toEqual(unaligned(partsOf(toDocx(draft))))
  })

  const REPORT = `# 云溪县司法局 云溪县财政局关于2023年法治政府建设情况的报告

（2024年1月25日）

县委、县政府：

2023年，县司法局、县财政局依法行政，**重点突破**难点[^1]。

[^1]: 见《法治政府建设实施纲要（2021—2025年）》。

## 一、主要举措和成效

全年办理下列事项：

- 修订规范性文件3件
- 开展清理
  - 废止2件
  - 修改4件
    3. 其中规章1件
    4. 规范性文件3件
- 公布目录

1. 学习
2. 执法
   1. 评查
   2. 监督

| 指标 | 数量 |
| --- | --- |
| 行政复议 | 120 |

## 二、存在的不足和原因

力量不足，原因是编制少。

## 三、2024年主要安排

充实力量，加强培训，把各项任务落到实处。

云溪县司法局

云溪县财政局

2024年1月25日
`

  it('keeps joint issuers, a subtitle, footnotes, bold, numbered and other lists in lists and tables', async () => {
    const draft = await draftOf(REPORT, 'a.md')
    const back = await readBack(draft)
    expect(shapeOf(back)).toEqual(shapeOf(draft))
    expect(toMarkdown(back)).toContain('**重点突破**难点[^1]。')
    expect(back.report).toMatchObject({ issuer: '云溪县司法局、云溪县财政局', signature: '云溪县司法局、云溪县财政局' })
  })

  it('has no finding that it had not before, but for the date that only a web page told', async () => {
    for (const name of SAMPLES) {
      const draft = await sampleOf(name)
      const before = new Set(lint(draft).map(({ rule }) => rule))
      if (draft.report.publishedOn) before.add('missing-date')
      const added = lint(await readBack(draft)).filter(({ rule }) => !before.has(rule))
      expect(added.map(({ rule, message }) => `${name} ${rule} ${message}`)).toEqual([])
    }
  })
})
