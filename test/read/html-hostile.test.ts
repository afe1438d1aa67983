import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { toMarkdown } from '../../src/write/markdown.js'
import { cpuTime } from '../cpu-time.js'
import fc from '../fast-check.js'
import { expectSmallAnswer } from './measured.js'

const SENTENCE = '2023年，县政府坚持依法行政，各项工作取得进展，现将情况报告如下。'
const TEXT = `<p>${SENTENCE}</p>`

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The page as Markdown, or the sentence that refuses it; anything else fails the test. */
async function answerTo(markup: string): Promise<string> {
  try {
    return toMarkdown(build(await read({ name: '年报.html', bytes: bytesOf(markup) })))
  } catch (error) {
    if (!(error instanceof FazhiError)) throw error
    return `${error.code} ${error.message}`
  }
}

const filled = (part: string, bytes: number): string => part.repeat(Math.floor(bytes / bytesOf(part).length))

const MB = 1024 * 1024

/** Answers are wanted within ten seconds of the processor. */
const WITHIN = 10_000

describe('a page that is too much', () => {
  it.each([
    ['100,000 levels deep', '<div>'.repeat(100_000), '标签套了 1000 层以上'],
    ['1,001 levels deep', `${'<div>'.repeat(1001)}${TEXT}`, '标签套了 1000 层以上'],
    ['formatting that nests without end', filled('<b><div>', MB), '标签套了 1000 层以上'],
    ['11 MB', `<p>${filled('字', 11 * MB)}`, '超过上限 10 MB'],
    ['a million elements', filled('<p>字', 9 * MB), '标签超过 6 万个'],
    ['formatting made anew in every paragraph', formatting(), '标签超过 6 万个'],
    ['three million characters', `<p>${filled('字', 9 * MB)}`, '200 万字以上'],
    ['a hundred thousand lines', `<div><pre>${filled('字\n', MB)}`, '2 万段以上'],
  ])('is refused: %s', async (_, markup, reason) => {
    let answer = ''
    const time = await cpuTime(async () => {
      answer = await answerTo(markup)
    })
    expect(answer).toMatch(/^too-large /)
    expect(answer).toContain(reason)
    expect(time).toBeLessThan(WITHIN)
  })

  function formatting(): string {
    return Array.from({ length: 900 }, (_, i) => `<font color=${i}>`).join('') + filled('<p>', MB)
  }
})

describe('a page that is deep or long, but not too much', () => {
  it.each([
    ['990 elements inside one another', `${'<div>'.repeat(990)}${TEXT}`],
    ['lists inside one another', `${'<ul><li>'.repeat(490)}${TEXT}`],
    ['a table nested 200 deep', `${'<table><tr><td>'.repeat(200)}${TEXT}`],
    ['thousands of paragraphs and items that are never closed', `${'<p>甲<li>乙<br>'.repeat(3000)}${TEXT}`],
    ['badly nested formatting', `${'<b>'.repeat(400)}${'<div>'.repeat(500)}${TEXT}${'</b>'.repeat(400)}`],
    ['links around everything', `${'<a href=x><div>'.repeat(400)}${TEXT}`],
    [
      'style sheets without end',
      `<style>${'.a .b{font-size:1pt}'.repeat(50_000)}</style>${'<div class="a b">'.repeat(900)}${TEXT}`,
    ],
    ['style sheets of braces', `<style>${'{@media{'.repeat(100_000)}</style>${TEXT}`],
    [
      'cells that claim a million columns',
      `<table><tr><td colspan=1000000 rowspan=1000000>甲<td>乙<tr><td>丙</table>${TEXT}`,
    ],
    ['a million attributes', `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>${SENTENCE}</p>`],
    ['megabytes of blanks', `<p>${' '.repeat(5 * MB)}${'&nbsp;'.repeat(100_000)}${SENTENCE}</p>`],
  ])('is read: %s', async (_, markup) => {
    expect(await cpuTime(async () => expect(await answerTo(markup)).toContain(SENTENCE))).toBeLessThan(WITHIN)
  })

  it('gives every line of a table nested 200 deep once', async () => {
    const answer = await answerTo(
      `${Array.from({ length: 200 }, (_, i) => `<table><tr><td>第${i}层</td><td>`).join('')}${TEXT}`,
    )
    expect(answer.match(/第\d+层/g)).toHaveLength(200)
  })
})

describe('the command line on a hostile page', () => {
  it.each<[string, () => string]>([
    ['100,000 levels deep', () => '<div>'.repeat(100_000)],
    ['formatting that nests without end', () => filled('<b><div>', MB)],
    ['11 MB', () => `<p>${filled('字', 11 * MB)}`],
    ['a million elements', () => filled('<p>字', 9 * MB)],
    [
      '58,000 elements with a look of their own',
      () => `${TEXT}<p>${'<span style="font-size:16pt;font-family:仿宋">字</span><b>节</b>'.repeat(29_000)}`,
    ],
    ['19,000 paragraphs', () => `<p>${SENTENCE}</p>`.repeat(19_000)],
    ['19,000 numbered headings', () => '<p><b>（一）法治政府建设。</b>推进依法行政</p>'.repeat(19_000)],
    ['two million characters', () => `<p>${SENTENCE.repeat(500)}</p>`.repeat(110)],
    ['three million characters', () => `<p>${filled('字', 9 * MB)}`],
    ['19,000 cells in a row', () => `${TEXT}<table><tr>${'<td>甲</td>'.repeat(19_000)}</tr><tr><td>乙</table>`],
    ['style sheets without end', () => `<style>${'.a .b{font-size:1pt}'.repeat(400_000)}</style>${TEXT}`],
    ['megabytes of attributes', () => `<p ${filled('a="甲" ', 8 * MB)}>${SENTENCE}</p>`],
    ['megabytes of blanks', () => `<p>${' '.repeat(9 * MB)}${SENTENCE}</p>`],
  ])('answers within 10 s and 300 MB: %s', { timeout: 60_000 }, (name, markup) => {
    expectSmallAnswer(`${name}.html`, bytesOf(markup()))
  })
})

describe('what a page would run', () => {
  it.each([
    ['scripts', '<script>evil()</script><SCRIPT src=evil.js></SCRIPT><script>evil()'],
    ['handlers', '<p onclick="evil()">甲</p><body onload=evil()><img src=x onerror=evil()>'],
    [
      'addresses',
      '<a href="javascript:evil()">甲</a><a href="data:text/html,evil()">乙</a><iframe src="evil()"></iframe>',
    ],
    [
      'drawings and formulas',
      '<svg onload=evil()><script>evil()</script></svg><math><mtext><style><!--</style><img title="--&gt;&lt;img onerror=evil()&gt;">',
    ],
    [
      'documents in attributes',
      '<iframe srcdoc="<script>evil()</script>"></iframe><object data="evil()"></object><embed src=evil()>',
    ],
    ['text for browsers without programs', '<noscript><p title="</noscript><img src=x onerror=evil()>"></noscript>'],
    ['templates', '<template><script>evil()</script><p>evil()</p></template>'],
    [
      'meta elements',
      '<meta name="Author" content="<script>evil()</script>"><meta http-equiv=refresh content="0;url=javascript:evil()">',
    ],
    ['titles', '<title><script>evil()</script></title><h1 title="evil()">甲</h1>'],
    ['styles', '<style>p{background:url(evil())}</style><p style="background:url(javascript:evil())">甲</p>'],
    ['comments', '<!--[if IE]><script>evil()</script><![endif]--><!--><script>evil()</script>-->'],
  ])('never comes out: %s', async (_, markup) => {
    for (const page of [`${markup}${TEXT}`, `${TEXT}${markup}`]) {
      expect(await answerTo(page)).not.toMatch(/evil|javascript|onerror|onclick/)
    }
  })

  it('comes out as text where the page shows it as text', async () => {
    expect(await answerTo(`${TEXT}<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>`)).toContain('\\<script>alert(1)')
  })
})

describe('odd bytes', () => {
  it('null bytes are passed over, as browsers do', async () => {
    expect(await answerTo(`<p>\0甲\0乙。</p>\0${TEXT}`)).toContain('甲乙。')
  })

  it('entities of a document type are never expanded', async () => {
    const lol = Array.from({ length: 20 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join('')
    const answer = await answerTo(`<!DOCTYPE html [<!ENTITY lol0 "lol">${lol}]><html><body><p>&lol20;</p>${TEXT}`)
    expect(answer).toContain(SENTENCE)
    expect(answer.length).toBeLessThan(3000)
  })

  it('any mixture of markup is read or refused with a sentence, its places inside its text', async () => {
    const pieces = fc.constantFrom(
      ...['<p>', '</p>', '<div>', '</div>', '<table>', '<tr>', '<td>', '</td>', '</table>', '<caption>', '<b>', '</b>'],
      ...[
        '<h2>',
        '</h2>',
        '<ul>',
        '<ol>',
        '<li>',
        '</ol>',
        '<br>',
        '<pre>',
        '<a href=x>',
        '</a>',
        '<!--',
        '-->',
        '<style>',
      ],
      ...[
        '</style>',
        '<p hidden>',
        '<td colspan=3>',
        '<td rowspan=2>',
        '<font face=黑体>',
        '<form>',
        '</html>',
        '<body>',
      ],
      ...[
        '一、主要举措',
        '（一）健全机制。',
        SENTENCE,
        '来源：',
        '2024-03-12',
        '&nbsp;',
        '\n',
        '　',
        'a',
        '<',
        '&lt;',
        '\0',
        '。',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), async (parts) => {
        const bytes = bytesOf(`<html>${parts.join('')}`)
        const source = await read({ name: '年报.html', bytes }).catch((error: unknown) => {
          if (error instanceof FazhiError) return null
          throw error
        })
        if (!source) return
        for (const { position } of source.root.children) {
          const [start, end] = [position?.start.offset ?? -1, position?.end.offset ?? -1]
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(source.text.length)
        }
        toMarkdown(build(source))
      }),
      { numRuns: 500 },
    )
  })
})
