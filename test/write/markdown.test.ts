import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { lint } from '../../src/lint.js'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { draftOf, lostHan, statesOf } from '../drafts.js'
import fc from '../fast-check.js'
import { mixture } from '../fragments.js'
import { describeShared } from '../report/corpus.js'

const TITLE = '云溪县2023年法治政府建设年度报告'

const bodyOf = (markdown: string): string => markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '')

const convert = async (text: string, name = 'draft.txt'): Promise<string> => toMarkdown(await draftOf(text, name))

/** Converted text of a draft below its title, front matter left out. */
async function below(lines: string[], name = 'draft.md'): Promise<string> {
  const body = bodyOf(await convert([TITLE, ...lines].join('\n\n'), name))
  expect(body.startsWith(`# ${TITLE}\n\n`)).toBe(true)
  return body.slice(TITLE.length + 4)
}

describe('toMarkdown', () => {
  it('gives front matter, title, headings at the depth of their numbering, a paragraph a block', async () => {
    const text = [
      ...['索引号：YX001 发布日期：2024-03-12', TITLE, '来源：县司法局', '打印本页', '市人民政府：'],
      ...['2023年，云溪县深入推进法治政府建设，现将有关情况报告如下。', '一、主要举措和成效'],
      ...['（一）健全制度。修订规范性文件3件。', '　　1.规范执法', '（1）评查案卷。共评查一批案卷。'],
      ...['二、存在的不足：', '力量不足，原因是编制少。', '云溪县人民政府', '2024年1月25日'],
    ].join('\n')
    expect(await convert(text)).toBe(`---
title: ${TITLE}
issuer: 云溪县人民政府
kind: government
year: 2023
publishedOn: 2024-03-12
signedOn: 2024-01-25
signature: 云溪县人民政府
addressee: 市人民政府
indexNumber: YX001
source: 县司法局
chrome:
  - 打印本页
---

# ${TITLE}

市人民政府：

2023年，云溪县深入推进法治政府建设，现将有关情况报告如下。

## 一、主要举措和成效

### （一）健全制度

修订规范性文件3件。

#### 1.规范执法

##### （1）评查案卷

共评查一批案卷。

## 二、存在的不足：

力量不足，原因是编制少。

云溪县人民政府

2024年1月25日
`)
  })

  it('keeps a heading below the one it stands under', async () => {
    expect(
      await below(['第一部分 主要做法', '一、健全制度', '全年修订文件。', '（一）清理文件', '全年清理文件。']),
    ).toBe('## 第一部分 主要做法\n\n### 一、健全制度\n\n全年修订文件。\n\n#### （一）清理文件\n\n全年清理文件。\n')
  })

  it.each([
    ['document numbers', '按云政发〔2023〕12号、〔2025〕3号文件执行。'],
    ['bold next to Chinese marks', '落实**“四个亲自”**要求，**重点：**后文。'],
    ['a bold lead', '**一是健全制度。**修订文件。'],
    ['quotes and titles', '落实《法治政府建设实施纲要（2021—2025年）》“三项制度”。'],
    ['an image', '![统计图](figure.png)'],
    ['an image in a line', '审查文件![统计图](figure.png)，成效明显![图](b.png)'],
    ['a list', '- 加强学习\n- 规范执法\n  - 评查案卷'],
    ['a numbered list', '1. 加强学习\n2. 规范执法'],
    ['a quote', '> 引用的话。'],
    ['a comment', '<!-- 写清做了什么 -->'],
    ['a table', '| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |'],
    ['code', '```\n代码\n```'],
    ['a rule', '---'],
  ])('leaves %s as it is', async (_, line) => {
    expect(await below(['## 一、主要做法', line, '全年工作扎实推进，任务全面完成。'])).toBe(
      `## 一、主要做法\n\n${line}\n\n全年工作扎实推进，任务全面完成。\n`,
    )
  })

  it('keeps spans of numbers, in text and tables', async () => {
    const lines = ['每月10~20件，满意率85%~90%。', '| 领域 | 件 |\n| --- | ---: |\n| 食品 | 10~20 |']
    const again = await draftOf(
      await convert([TITLE, '## 一、主要做法', ...lines].join('\n\n'), 'draft.md'),
      'draft.md',
    )
    expect(again.blocks.slice(2).map(({ printed }) => printed)).toEqual([lines[0], '领域', '件', '食品', '10~20'])
    expect(again.source.root.children.at(-1)).toMatchObject({ type: 'table', align: [null, 'right'] })
  })

  it('escapes what is no markup in plain text', async () => {
    const lines = [
      '# 井号',
      '- 横线',
      '1. 编号；',
      '* 星号',
      '> 引号',
      '| 竖线 |',
      '<b>标签</b>',
      '&amp;',
      '_下划_',
      '~~波浪~~',
      '===',
      '---',
      '[链接](a)',
      '`代码`',
      '\\',
    ]
    const text = [
      TITLE,
      '一、主要做法',
      '全年工作扎实推进，任务全面完成。',
      ...lines,
      '全年工作扎实推进，任务全面完成。',
    ].join('\n')
    const again = await draftOf(await convert(text), 'draft.md')
    expect(again.blocks.map(({ printed }) => printed)).toEqual(text.split('\n'))
  })

  it('joins the lines of a paragraph and of a title', async () => {
    const text = `云溪县人民政府\n\n关于2023年度法治政府建设情况的报告\n\n一、主要做法\n\n全年审查行政规范性文件32件，化解\n行政争议12件，成效明显。\n`
    expect(bodyOf(await convert(text, 'draft.md'))).toBe(
      '# 云溪县人民政府关于2023年度法治政府建设情况的报告\n\n## 一、主要做法\n\n全年审查行政规范性文件32件，化解行政争议12件，成效明显。\n',
    )
  })

  it('keeps traditional characters as printed', async () => {
    const text =
      '青禾區2023年法治政府建設年度報告\n\n一、推進法治政府建設的主要舉措和成效\n\n審查規範性文件32件，總體進展順利。\n'
    expect(bodyOf(await convert(text))).toBe(
      '# 青禾區2023年法治政府建設年度報告\n\n## 一、推進法治政府建設的主要舉措和成效\n\n審查規範性文件32件，總體進展順利。\n',
    )
  })

  it('keeps what front matter said beyond the report', async () => {
    const text = `---\ntags:\n  - 报告\nyear: 2023\n---\n\n# ${TITLE}\n`
    expect(await convert(text, 'draft.md')).toContain('tags:\n  - 报告\n')
  })
})

/** What a page left in stands in front matter once it is converted. */
const ASIDE = ['page-chrome']
/** Looks for a lost numeral in the source around it, which of lines that are no report's may stand elsewhere. */
const ASIDE_IN_MIXTURES = [...ASIDE, 'heading-number-gap']

/** What lint sees of a draft, its places left out. */
function seen(draft: Draft, aside: string[]) {
  const { title, issuer, kind, year, publishedOn, signedOn, signature, addressee } = draft.report
  return {
    isReport: draft.isReport,
    report: { title, issuer, kind, year, publishedOn, signedOn, signature, addressee },
    states: statesOf(draft),
    rules: lint(draft)
      .filter(({ rule }) => !aside.includes(rule))
      .map(({ rule, severity }) => `${rule} ${severity}`)
      .sort(),
  }
}

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : ''

/** Converts, then reads the result again: nothing may change, and nothing be lost. */
async function expectRoundTrip(draft: Draft, aside = ASIDE): Promise<void> {
  const markdown = toMarkdown(draft)
  const again = await draftOf(markdown, 'converted.md')
  expect(seen(again, aside)).toEqual(seen(draft, aside))
  expect(toMarkdown(again)).toBe(markdown)
  const { root, metadata, chrome } = draft.source
  expect(lostHan([textOf(root), JSON.stringify(metadata), ...chrome].join('\n'), markdown)).toBe('')
}

const drafts = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
    .map((name) => join(folder, name))

async function expectRoundTripOf(path: string): Promise<void> {
  const source = await read({ name: path, bytes: readFileSync(path) }).catch((error: unknown) => {
    if (error instanceof FazhiError) return null
    throw error
  })
  if (source) await expectRoundTrip(build(source))
}

describe('converting, then checking', () => {
  it.each(['seeds/drafts', 'test/fixtures/labelled', 'test/fixtures/labelled-second'].flatMap(drafts))(
    'gives what checking the original gives: %s',
    expectRoundTripOf,
  )

  it.each([
    [
      'parts above 一、',
      ['第一部分 主要举措和成效', '一、健全制度', '第二部分 存在的不足', '一、力量不足', '第三部分 下一步打算'],
    ],
    [
      '一、 anew under headings without number',
      ['主要举措和成效', '一、健全制度', '二、规范执法', '存在的不足和原因', '一、力量不足'],
    ],
    [
      '一、 before the first heading that it stands below',
      ['一、总体情况', '主要举措和成效', '一、健全制度', '存在的不足和原因', '一、力量不足'],
    ],
    ['headings without number', ['主要举措和成效', '存在的不足和原因', '第一责任人履职情况', '2024年主要安排']],
    ['1. right below 一、', ['一、主要举措和成效', '1.健全制度', '2.规范执法', '二、存在的不足和原因']],
    ['sloppy numerals', ['一.主要举措和成效', '(一)健全制度', '二 、存在的不足和原因', '三,下一步打算']],
  ])('keeps the levels of %s', async (_, headings) => {
    const prose = '全年审查行政规范性文件，化解行政争议，各项任务全面完成，仍有不足，原因是编制少。'
    const text = [TITLE, ...headings.flatMap((heading) => [heading, prose])].join('\n\n')
    await expectRoundTrip(await draftOf(text))
    await expectRoundTrip(await draftOf(text, 'draft.md'))
  })

  it('gives what checking the original gives, whatever lines it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (text) => {
        const draft = await draftOf(`${TITLE}\n${text}`).catch(() => null)
        if (draft) await expectRoundTrip(draft, ASIDE_IN_MIXTURES)
      }),
      { numRuns: 300 },
    )
  })

  it('loses no Chinese character of Markdown', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async (text) => {
        const draft = await draftOf(`# ${TITLE}\n\n${text}`, 'draft.md').catch(() => null)
        if (!draft) return
        const { root, metadata, chrome } = draft.source
        const had = [textOf(root), JSON.stringify(metadata), ...chrome].join('\n')
        expect(lostHan(had, toMarkdown(draft))).toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describeShared('converting real reports, then checking', 'seeds', (folder) => {
  it.each(drafts(folder))('gives what checking the original gives: %s', expectRoundTripOf)
})
