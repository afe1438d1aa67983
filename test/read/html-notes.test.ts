import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toHtml } from '../../src/write/html.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { draftOf } from '../drafts.js'

const TITLE = '云溪县人民政府关于2023年度法治政府建设情况的报告'

/** A page in Markdown, from its first section to its signature. */
async function markdownOf(body: string, notes: string): Promise<string> {
  const html = `<div id="zoom"><p>${TITLE}</p><h2>一、主要举措</h2>${body}<p>云溪县人民政府</p><p>2024年1月25日</p>${notes}</div>`
  const bytes = new TextEncoder().encode(html)
  const markdown = toMarkdown(build(await read({ name: 'a.html', bytes })))
  return markdown.slice(markdown.indexOf('## 一、')).trim()
}

const FOOT = '云溪县人民政府\n\n2024年1月25日'

describe('notes of a page', () => {
  it.each([
    [
      'of this program',
      '<p>办案<sup><a href="#fn-1" id="fnref-1">1</a></sup>12件。</p>',
      '<section><h2 id="l">注释</h2><ol><li id="fn-1"><p>含旧案。 <a href="#fnref-1">↩</a></p></li></ol></section>',
    ],
    [
      'of pandoc',
      '<p>办案<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>12件。</p>',
      '<section class="footnotes"><hr><ol><li id="fn1"><p>含旧案。<a href="#fnref1">↩︎</a></p></li></ol></section>',
    ],
    [
      'of Word',
      '<p>办案<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>12件。</p>',
      '<div><br><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 含旧案。</p></div></div>',
    ],
    [
      'of LibreOffice',
      '<p>办案<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>12件。</p>',
      '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>含旧案。</p></div>',
    ],
  ])('are notes, and hide no signature: %s', async (_, body, notes) => {
    expect(await markdownOf(body, notes)).toBe(`## 一、主要举措\n\n办案[^1]12件。\n\n[^1]: 含旧案。\n\n${FOOT}`)
  })

  it('stand behind the paragraph that first refers to them, in its order', async () => {
    const mark = (n: number): string => `<a href="#n${n}" id="r${n}">${n}</a>`
    const note = (n: number): string => `<li id="n${n}">注文${n}。<a href="#r${n}">↑</a></li>`
    const body = `<p>甲${mark(2)}乙<b>丙</b>${mark(1)}</p><table><tr><td>丁${mark(3)}</td><td>戊</td></tr></table>`
    expect(await markdownOf(body, `<ol>${note(1)}${note(2)}${note(3)}</ol>`)).toMatch(
      /甲\[\^1\]乙\*{0,2}丙\*{0,2}\[\^2\]\n\n\[\^1\]: 注文2。\n\n\[\^2\]: 注文1。\n\n\| 丁\[\^3\].*\n\n\[\^3\]: 注文3。/s,
    )
  })

  it.each([
    ['a link within the page that nothing leads back from', '<p>见<a href="#b">附表</a>。</p><p id="b">甲。</p>'],
    ['contents', '<p><a href="#b" id="t">甲</a></p><h3 id="b">甲<a href="#">↑</a></h3><p>乙。</p>'],
  ])('are not made of %s', async (_, body) => {
    expect(await markdownOf(body, '')).not.toContain('[^')
  })

  it('do not take the text around them along', async () => {
    const notes = '<div><p id="n">含旧案。<a href="#r">↑</a></p><p>抄送：县人大常委会办公室、县政协办公室。</p></div>'
    const markdown = await markdownOf('<p>办案<a href="#n" id="r">1</a>12件。</p>', notes)
    expect(markdown).toContain('[^1]: 含旧案。')
    expect(markdown).toContain('抄送：县人大常委会办公室、县政协办公室。')
  })

  it('of a draft come back from its page', async () => {
    const text = `# ${TITLE}\n\n## 一、主要举措\n\n办案[^1]12件。\n\n[^1]: 含旧案。\n\n${FOOT}\n`
    const draft = await draftOf(text, 'a.md')
    const page = await draftOf(toHtml(draft), 'a.html')
    expect(toMarkdown(page)).toBe(toMarkdown(draft))
  })
})
