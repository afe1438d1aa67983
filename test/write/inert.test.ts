import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../src/write/markdown.js'
import { draftOf } from '../drafts.js'

const REPORT = '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n'

const written = async (text: string): Promise<string> => toMarkdown(await draftOf(`${REPORT}${text}\n`, 'draft.md'))

describe('Markdown that is written', () => {
  it.each([
    ['a script of its own', '<script>alert(1)</script>\n\n调解纠纷120件。', /^<script/m],
    ['a script in a line', '调解<script>alert(1)</script>纠纷120件。', /(?<!\\)<script/],
    ['a handler', '<img src=x onerror=alert(1)>\n\n调解纠纷120件。', /^<img/m],
    ['a frame', '<iframe src="https://example.cn"></iframe>\n\n调解纠纷120件。', /^<iframe/m],
    ['an address of a script', '调解[纠纷](javascript:alert(1))120件。', /\(javascript:/],
  ])('runs nothing in a browser, and loses nothing: %s', async (_, text, live) => {
    const markdown = await written(text)
    expect(markdown).not.toMatch(live)
    expect(markdown).toContain('120件')
  })

  it('keeps comments and plain tags', async () => {
    const markdown = await written('<!-- fazhi-ignore late-report 统一延期 -->\n\n调解<br>纠纷120件。')
    expect(markdown).toContain('<!-- fazhi-ignore late-report 统一延期 -->')
    expect(markdown).toContain('<br>')
  })
})
