import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toHtml } from '../../src/write/html.js'
import { draftOf, lostHan } from '../drafts.js'
import fc from '../fast-check.js'
import { mixture } from '../fragments.js'

const TITLE = '石桥镇2023年法治政府建设年度报告'

const REPORT = `# ${TITLE}

（2024年1月20日）

区委、区政府：

现将有关情况报告如下。

## 一、主要举措和成效

#### 1.规范执法

甲。

| 指标 | 数量 |
| --- | ---: |
| 复议 | 120 |

## 二、存在的不足和原因

力量不足，原因是编制少。

石桥镇人民政府

2024年1月25日
`

const convert = async (text: string, name = 'a.md'): Promise<string> => toHtml(await draftOf(text, name))

/** The page of a report with these blocks in its first section. */
const page = (...blocks: string[]): Promise<string> => convert(REPORT.replace('甲。', blocks.join('\n\n')))

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** All elements of a page as a browser would see them. */
function elementsOf(html: string): Element[] {
  const visit = (node: Node): Element[] => ('tagName' in node ? [node, ...node.childNodes.flatMap(visit)] : [])
  return parse(html).childNodes.flatMap(visit)
}

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value

describe('toHtml', () => {
  it('gives a page with language, title, one article, headings in order, tables with headers, and a footer', async () => {
    const html = await convert(REPORT)
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/)
    expect(html).toContain(`<title>${TITLE}</title>`)
    expect(html.slice(html.indexOf('<body>'))).toBe(`<body>
<main>
<article>
<h1>${TITLE}</h1>
<p class="subtitle">（<time datetime="2024-01-20">2024年1月20日</time>）</p>
<p class="addressee">区委、区政府：</p>
<p>现将有关情况报告如下。</p>
<h2>一、主要举措和成效</h2>
<h3>1.规范执法</h3>
<p>甲。</p>
<table>
<thead>
<tr>
<th scope="col">指标</th>
<th scope="col" class="right">数量</th>
</tr>
</thead>
<tbody>
<tr>
<td>复议</td>
<td class="right">120</td>
</tr>
</tbody>
</table>
<h2>二、存在的不足和原因</h2>
<p>力量不足，原因是编制少。</p>
<footer>
<p class="signature">石桥镇人民政府</p>
<p class="date"><time datetime="2024-01-25">2024年1月25日</time></p>
</footer>
</article>
</main>
</body>
</html>
`)
  })

  it('has one small style sheet, no style of an element and no script', async () => {
    const elements = elementsOf(await convert(REPORT))
    expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
    expect(elements.filter((element) => attributeOf(element, 'style') !== undefined)).toEqual([])
    expect(elements.filter(({ tagName }) => tagName === 'script')).toEqual([])
  })

  it('escapes what the draft says', async () => {
    const html = await convert(`${TITLE}\n一、做法\n处罚<3件>&“甲”。\n<script>alert(1)</script>\n`, 'a.txt')
    expect(html).toContain('<p>处罚&#x3C;3件>&#x26;“甲”。</p>')
    expect(html).not.toContain('<script')
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<img src=x onerror=alert(1)>'],
    ['a frame', '<iframe src="https://a.cn"></iframe>'],
    ['HTML within a line', '文<b onclick="alert(1)">甲</b>'],
    ['a link that runs', '[甲](javascript:alert(1))'],
    ['links of other kinds', '[乙](vbscript:x) [丙](data:text/html,1) [丁](JavaScript:alert(1))'],
    ['a picture that is none', '![甲](javascript:alert(1))'],
    ['a comment', '<!-- 填写说明 -->'],
  ])('lets nothing of %s through', async (_, markdown) => {
    const html = await page('乙。', markdown)
    expect(html).not.toMatch(/alert|iframe|onerror|onclick|script|data:|填写说明|<a>/)
  })

  it('keeps links, pictures, lists, quotes and notes', async () => {
    const html = await page('[网](https://a.cn/?x=1&y=2)[^1]', '![图](a.png)', '- 一\n  行', '> 引', '[^1]: 注。')
    expect(html).toContain('<a href="https://a.cn/?x=1&#x26;y=2">网</a>')
    expect(html).toContain('<img src="a.png" alt="图">')
    expect(html).toContain('<li>一行</li>')
    expect(html).toMatch(/<blockquote>\n<p>引<\/p>/)
    const elements = elementsOf(html)
    const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
    for (const element of elements) {
      const href = attributeOf(element, 'href') ?? ''
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
    }
    expect(html).toContain('>注释</h2>')
  })

  it('gives name and date a footer before annexes', async () => {
    const html = await convert(`${REPORT}\n附件1\n\n典型案例\n\n某案办结。\n`)
    expect(html).toMatch(/<footer>\n<p class="signature">.*<time.*<\/footer>\n<.*附件1/s)
  })

  it('tells in its head when it was published, where the draft does', async () => {
    const html = await convert(`---\npublishedOn: 2024-03-12\n---\n\n# ${TITLE}\n\n## 一、做法\n\n甲。\n`)
    expect(html).toContain('<meta name="PubDate" content="2024-03-12">')
    expect(await convert(`# ${TITLE}\n\n## 一、做法\n\n甲。\n`)).not.toContain('PubDate')
  })

  it('has the title that only front matter tells as heading', async () => {
    const html = await convert(`---\ntitle: ${TITLE}\n---\n\n## 一、做法\n\n甲。\n`)
    expect(html).toContain(`<h1>${TITLE}</h1>`)
  })
})

/** Levels of a page's headings leave none out, and only the title is the first. */
function expectOrdered(html: string): void {
  const levels = elementsOf(html).flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
  for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1)
}

const SAMPLES = readdirSync('seeds/drafts').sort()

describe('the page of a sample draft', () => {
  it.each(SAMPLES)('has every word, headings in order, and the same bytes every time: %s', async (name) => {
    const path = join('seeds/drafts', name)
    const source = await read({ name: path, bytes: readFileSync(path) })
    const draft = build(source)
    const html = toHtml(draft)
    expectOrdered(html)
    expect(lostHan(draft.blocks.map(({ printed }) => printed).join(''), html)).toBe('')
    expect(toHtml(build(await read({ name: path, bytes: readFileSync(path) })))).toBe(html)
  })
})

describe('the page of any text', () => {
  it('is a page without script, whose headings are in order', async () => {
    const RUNNING = new Set(['script', 'iframe', 'object', 'embed', 'form', 'link', 'base', 'svg', 'math'])
    await fc.assert(
      fc.asyncProperty(mixture, fc.constantFrom('a.md', 'a.txt'), async (text, name) => {
        fc.pre(text.trim() !== '')
        const draft = await draftOf(text, name).catch(() => null)
        if (!draft) return
        const html = toHtml(draft)
        for (const { tagName, attrs } of elementsOf(html)) {
          expect(RUNNING.has(tagName)).toBe(false)
          expect(attrs.filter(({ name: key }) => /^on|^style$/.test(key))).toEqual([])
        }
        expectOrdered(html)
      }),
      { numRuns: 150 },
    )
  })
})
