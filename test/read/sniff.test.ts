import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { formatByLooks } from '../../src/read/sniff.js'
import { cpuTime } from '../cpu-time.js'
import { paragraph, wordFile } from './word.js'

const TEXT = '云溪县2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n2023年，全县依法行政。\n'
const MARKDOWN = TEXT.replace('一、', '## 一、')
const PAGE = `<html><head><title>年度报告</title></head><body><p>${TEXT}</p></body></html>`
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => iconv.encode(text, 'utf16le', { addBOM: true })

describe('the format of a draft without a name', () => {
  it.each([
    ['docx', 'a Word document', wordFile(paragraph(TEXT))],
    ['doc', 'an old Word document', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['html', 'a page', utf8(PAGE)],
    ['html', 'a page that names its kind', utf8(`<!DOCTYPE html>\n${PAGE}`)],
    ['html', 'a page below an XML head and a remark', utf8(`<?xml version="1.0"?>\n<!-- 导出 -->\n${PAGE}`)],
    ['html', 'a part of a page', utf8('<div id="zoom">\n<p>一、做法</p>\n<p>依法行政。</p>\n</div>')],
    ['html', 'a page with a byte order mark', utf8(`\ufeff${PAGE}`)],
    ['html', 'a page in GB 2312', iconv.encode(PAGE, 'gb18030')],
    ['html', 'a page in UTF-16', utf16(PAGE)],
    ['markdown', 'headings with #', utf8(MARKDOWN)],
    ['markdown', 'headings with # in UTF-16', utf16(MARKDOWN)],
    ['markdown', 'front matter', utf8(`---\ntitle: 年报\n---\n${TEXT}`)],
    ['markdown', 'Markdown with a line of HTML', utf8(`${MARKDOWN}\n<!-- 待补 -->\n<div>表</div>\n`)],
    ['text', 'plain text', utf8(TEXT)],
    ['text', 'plain text in GB 18030', iconv.encode(TEXT, 'gb18030')],
    ['text', 'text that speaks of tags', utf8(`${TEXT}网页用<p>和</p>分段，用<html>开头。\n`)],
    ['text', 'nothing', new Uint8Array()],
  ])('is %s for %s', (format, _, bytes) => {
    expect(formatByLooks(bytes)).toBe(format)
  })

  it('is told in time for a head of many remarks', async () => {
    const remarks = utf8('<!--'.repeat(5000))
    expect(await cpuTime(() => formatByLooks(remarks))).toBeLessThan(200)
  })
})
