import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import type { Input } from '../../src/model.js'
import { type ReadOptions, read } from '../../src/read/read.js'
import { draftOf, sourceOf, statesOf } from '../drafts.js'
import { encoders } from './encodings.js'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function refusalOf(input: Partial<Input>, options?: ReadOptions): Promise<FazhiError> {
  const error = await read({ name: 'draft.txt', bytes: bytesOf('正文。'), ...input }, options).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FazhiError)
  return error as FazhiError
}

describe('read', () => {
  it.each([
    ['draft.txt', 'text'],
    ['DRAFT.TXT', 'text'],
    ['2023.年报.md', 'markdown'],
    ['a/b.markdown', 'markdown'],
  ])('tells the format of %s by its extension', async (name, format) => {
    expect((await sourceOf('正文。', name)).format).toBe(format)
  })

  it('takes the format it is told over the extension', async () => {
    const source = await read({ name: '<stdin>', bytes: bytesOf('# 标题'), format: 'markdown' })
    expect(source.root.children[0]?.type).toBe('heading')
  })

  it.each([
    ['draft.PDF', 'PDF 文件（.pdf），请用起草时的 Word 原稿'],
    ['draft.ofd', 'OFD 文件（.ofd），请用起草时的 Word 原稿'],
    ['draft.odt', 'ODT 文档（.odt），请用 LibreOffice、Word 或 WPS 打开，另存为 .docx'],
    ['draft.rtf', 'RTF 文档（.rtf），请用 Word 或 WPS 打开，另存为 .docx'],
    ['draft.xyz', '.xyz 文件'],
    ['draft', '没有扩展名的文件'],
    ['dir.md/draft', '没有扩展名的文件'],
  ])('refuses %s and says what it is', async (name, what) => {
    const error = await refusalOf({ name })
    expect(error.code).toBe('unsupported-format')
    expect(error.message).toContain(what)
  })

  it.each([[''], ['\n\n'], [' \u3000\t\r\n'], ['\ufeff']])('refuses the empty file %j', async (text) => {
    expect((await refusalOf({ bytes: bytesOf(text) })).code).toBe('empty-file')
  })

  it('refuses a file above the limit, naming both sizes', async () => {
    const error = await refusalOf({ bytes: new Uint8Array(3 * 1024 * 1024).fill(0x61) }, { maxBytes: 2 * 1024 * 1024 })
    expect(error.code).toBe('too-large')
    expect(error.message).toContain('3 MB')
    expect(error.message).toContain('2 MB')
  })

  it.each(['draft.txt', 'draft.md'])('refuses a text longer than any document may be: %s', async (name) => {
    const text = `${'一是开展执法检查。'.repeat(1000)}\n`.repeat(230)
    const error = await refusalOf({ name, bytes: bytesOf(text) })
    expect(error.code).toBe('too-large')
    expect(error.message).toBe('文件有 200 万字以上，远远超过一份报告，未作检查。请确认没有选错文件')
  })

  it.each([
    ['照片.PNG', '不支持图片（.png），请用起草时的 Word 原稿'],
    ['统计表.et', '不支持表格文件（.et），请把正文放到 Word 文档里再试'],
    ['汇报.pptx', '不支持演示文稿（.pptx），请把正文放到 Word 文档里再试'],
    ['年报.zip', '不支持压缩包（.zip），请解压后，用里面的文件再试'],
    ['年报.xyz', '不支持 .xyz 文件，能读的是 .docx、.doc、.wps、.html、.txt 和 .md'],
  ])('says what to do with %s', async (name, message) => {
    expect((await refusalOf({ name, bytes: bytesOf('文') })).message).toContain(message)
  })

  it.each([
    ['a document', '<!DOCTYPE html>\n<html><body><p>法治政府建设</p></body></html>'],
    ['a saved page without head', '\n<html lang="zh">\n<p>法治政府建设</p>\n</html>'],
    ['a fragment', '<div class="content">\n<p>一、主要做法</p>\n<p>审查文件32件。</p>\n</div>\n'],
  ])('refuses a web page under the name of a text: %s', async (_, text) => {
    const error = await refusalOf({ bytes: bytesOf(text) })
    expect(error.code).toBe('unsupported-format')
    expect(error.message).toContain('HTML')
  })

  it('reads a draft that only speaks of tags', async () => {
    expect((await sourceOf('一、网站改版\n\n清理失效的<div>标签</div>3处。\n')).root.children).toHaveLength(2)
  })

  it('names the first damaged line in a notice, and none for a sound file', async () => {
    const sentence = '本行的文字完整，共审查文件32件，调解纠纷120件。'
    const good = bytesOf(`标题\n\n${sentence.repeat(4)}\n第四行`)
    const bytes = new Uint8Array([...good, 0xff, ...bytesOf('也有文字。\n')])
    const source = await read({ name: 'draft.txt', bytes })
    expect(source.notices).toHaveLength(1)
    expect(source.notices[0]).toContain('1 处')
    expect(source.notices[0]).toContain('第 4 行')
    expect((await sourceOf('正文。')).notices).toEqual([])
  })

  it.each(Object.keys(encoders))('gives the same source whatever the encoding: %s', async (name) => {
    const text = '石桥镇2023年法治政府建设年度报告\r\n\r\n一、主要做法\r\n\r\n调解纠纷120件，镇长带头学法4次。\r\n'
    const encode = encoders[name] as (text: string) => Uint8Array
    expect(await read({ name: 'draft.txt', bytes: encode(text) })).toEqual(await sourceOf(text))
  })

  it('lets front matter win over the header of a page', async () => {
    const text =
      '---\npublishedOn: 2024-03-28\n---\n\n发布日期：2024-03-12 来源：县司法局\n\n# 云溪县2023年法治政府建设年度报告\n'
    const { metadata } = await sourceOf(text, 'draft.md')
    expect(metadata).toEqual({ publishedOn: '2024-03-28', rest: { source: '县司法局' } })
  })

  it('knows traditional characters, so that such a copy is recognised', async () => {
    const text =
      '青禾區2023年法治政府建設年度報告\n\n一、推進法治政府建設的主要舉措和成效\n\n審查規範性文件32件，總體進展順利。\n\n二、存在的不足和原因\n\n執法力量薄弱，原因是編制少。\n\n三、下一年度安排\n\n充實執法隊伍。\n'
    const draft = await draftOf(text)
    expect(draft.source.variants).toMatchObject({ 區: '区', 設: '设' })
    expect(statesOf(draft)).toMatchObject({ achievements: 'separate', shortcomings: 'separate', plan: 'separate' })
    expect(draft.report.title).toBe('青禾區2023年法治政府建設年度報告')
    expect(draft.sections[0]?.heading).toBe('一、推進法治政府建設的主要舉措和成效')
    expect((await sourceOf('法治政府建设年度报告')).variants).toEqual({})
  })
})
