import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWord } from '../../src/read/docx/docx.js'
import { read } from '../../src/read/read.js'
import { placeOf } from '../../src/report/place.js'
import { annotate } from '../../src/write/annotate/annotate.js'
import { cell, numberingXml, OFFICIAL, paragraph, run, table, wordFile, wordFiles } from '../read/word.js'
import { annotatedAt, commentsIn, expectFaithful, findingAt, ourComments, partOf, textOf } from './annotated.js'

const TITLE = '云溪县人民政府2024年法治政府建设年度报告'
const BODY = '全年办理行政复议案件XX件。'
const simple = wordFile(paragraph(TITLE) + paragraph(BODY))

describe('a comment', () => {
  it('says level, message, basis and rule, and the exact words where the run has more', () => {
    const finding = findingAt(textOf(simple), 'XX', { basis: '《条例》第一条', rule: 'unfilled-placeholder' })
    expect(ourComments(annotate(simple, [finding]))).toEqual([
      {
        id: '0',
        author: 'fazhi',
        paragraphs: [
          '错误：“XX”有误，请改正。',
          '依据：《条例》第一条',
          '原文：“全年办理行政复议案件XX件。”',
          '规则：unfilled-placeholder',
        ],
      },
    ])
  })

  it('repeats neither a basis that the message cites nor words that its marks hold', () => {
    const finding = findingAt(textOf(simple), TITLE, { message: '按《条例》第一条应改。', basis: '《条例》第一条' })
    expect(ourComments(annotate(simple, [finding]))[0]?.paragraphs).toEqual([
      '错误：按《条例》第一条应改。',
      '规则：some-rule',
    ])
  })

  it.each([
    ['error', '错误'],
    ['warning', '疑似'],
    ['info', '提示'],
  ] as const)('of level %s begins with %s', (severity, word) => {
    const bytes = annotate(simple, [findingAt(textOf(simple), 'XX', { severity })])
    expect(ourComments(bytes)[0]?.paragraphs[0]).toMatch(new RegExp(`^${word}\uff1a`))
  })

  it('says what to write where the message does not', () => {
    const text = textOf(simple)
    const start = text.indexOf('行政复议')
    const fix = [{ start, end: start + 4, text: '行政诉讼' }]
    const [quiet, loud] = ['这里有误。', '应作“行政诉讼”。'].map((message) =>
      ourComments(annotate(simple, [findingAt(text, '行政复议', { message, fix, fixable: true })])),
    )
    expect(quiet?.[0]?.paragraphs).toContain('改法：“行政复议”改为“行政诉讼”')
    expect(loud?.[0]?.paragraphs.join()).not.toContain('改法')
  })

  it('counts the further places and quotes the first three', () => {
    const bytes = wordFile(paragraph(TITLE) + [1, 2, 3, 4].map((i) => paragraph(`第${i}处台帐`)).join(''))
    const text = textOf(bytes)
    const related = [1, 2, 3, 4].map((i) => {
      const start = text.indexOf(`第${i}处台帐`) + 3
      return placeOf(text, { start, end: start + 2 })
    })
    const [comment] = ourComments(annotate(bytes, [findingAt(text, '云溪县', { related })]))
    expect(comment?.paragraphs).toContain('另见 4 处：“第1处台帐”、“第2处台帐”、“第3处台帐”等')
  })

  it('keeps marks of XML in its words, and shows what XML cannot hold as such', () => {
    const message = '“<b>&amp;"\u0001\ud800”有误'
    const [comment] = ourComments(annotate(simple, [findingAt(textOf(simple), 'XX', { message })]))
    expect(comment?.paragraphs[0]).toBe('错误：“<b>&amp;"\ufffd\ufffd”有误')
  })

  it('has no date, and the same draft gives the same bytes', () => {
    const bytes = annotatedAt(simple, 'XX')
    expect(partOf(bytes, 'word/comments.xml')).not.toContain('w:date')
    expect(annotatedAt(simple, 'XX')).toEqual(bytes)
  })
})

/** What stands between the marks at the words, after everything else was found as it was. */
function between(bytes: Uint8Array, ...words: string[]): string[] {
  return expectFaithful(annotatedAt(bytes, ...words), bytes)
}

describe('the marks of a comment', () => {
  it('stand around the runs that hold the place, which are not split', () => {
    const runs = [run('甲乙'), run('丙丁', { bold: true }), run('戊己'), run('庚辛')]
    const bytes = wordFile(paragraph(runs.join('')))
    expect(between(bytes, '丁戊', '庚', '甲乙丙丁戊己庚辛')).toEqual([`${runs[1]}${runs[2]}`, runs[3], runs.join('')])
  })

  it('stand in a cell of a table', () => {
    expect(between(wordFile(table([[cell('指标'), cell('件数')]])), '件数')).toEqual([run('件数')])
  })

  it('stand around what holds the run: a link, a tracked change, a content control', () => {
    const holders = [
      `<w:hyperlink r:id="rId9">${run('链接')}</w:hyperlink>`,
      `<w:ins w:id="1" w:author="甲">${run('插入')}</w:ins>`,
      `<w:sdt><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt>`,
    ]
    const bytes = wordFile(paragraph(`${run('前')}${holders.join('')}${run('后')}`))
    expect(between(bytes, '链接', '插入', '控件')).toEqual(holders)
  })

  it('never stand inside what was deleted', () => {
    const deleted = '<w:del w:id="1" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    const bytes = wordFile(paragraph(`${run('前')}${deleted}${run('后')}`))
    expect(between(bytes, '前后')).toEqual([`${run('前')}${deleted}${run('后')}`])
  })

  it('keep a field whole', () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const code = '<w:r><w:instrText>REF a</w:instrText></w:r>'
    const whole = field('begin') + code + field('separate') + run('结果') + run('二') + field('end')
    expect(between(wordFile(paragraph(run('前') + whole + run('后'))), '结果')).toEqual([whole])
  })

  it('stand before an empty paragraph’s end where Word’s numeral is all there is', () => {
    const bytes = wordFile(paragraph(' ', { list: [1, 0] }).replace(/<w:r>.*<\/w:r>/, ''), {
      numbering: numberingXml([OFFICIAL]),
    })
    expect(between(bytes, '一、')).toEqual([''])
  })

  it('stand around the words where a place is in the numeral before them', () => {
    const bytes = wordFile(paragraph('工作情况', { list: [1, 0] }), { numbering: numberingXml([OFFICIAL]) })
    expect(between(bytes, '一、')).toEqual([run('工作情况')])
  })

  it('of several comments at one place each have their pair', () => {
    expect(between(simple, TITLE, '云溪县', '2024年')).toEqual([run(TITLE), run(TITLE), run(TITLE)])
  })

  it('of comments side by side end before the next begin', () => {
    const xml = partOf(annotatedAt(wordFile(paragraph(run('甲') + run('乙'))), '乙', '甲'), 'word/document.xml')
    const marks = [...xml.matchAll(/<w:comment(\w+) w:id="(\d)"|<w:t /g)].map(([, kind = 'text', id = '']) => kind + id)
    expect(marks).toEqual([
      ...['RangeStart1', 'text', 'RangeEnd1', 'Reference1'],
      ...['RangeStart0', 'text', 'RangeEnd0', 'Reference0'],
    ])
  })

  it('are not drawn into the next paragraph by its indent', () => {
    expect(between(wordFile(paragraph('甲乙丙丁') + paragraph('\u3000\u3000戊己')), '丁', '戊')).toEqual([
      run('甲乙丙丁'),
      run('\u3000\u3000戊己'),
    ])
  })

  it('stand around the run that a text box hangs on, and the comment says so', () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框中文字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
    const bytes = wordFile(paragraph(run('正文') + box))
    expect(between(bytes, '框中文字')).toEqual([box])
    expect(ourComments(annotatedAt(bytes, '框中'))[0]?.paragraphs).toContain('原文（在文本框里）：“框中文字”')
  })

  it('of a footnote stand around the paragraph before it, and the comment says so', () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const bytes = wordFile(paragraph(run('前一段')) + paragraph(run('有注的一段') + reference) + paragraph('后一段'), {
      footnotes: `<w:footnote w:id="2">${paragraph('注中文字')}</w:footnote>`,
    })
    expect(between(bytes, '注中文字')).toEqual([run('有注的一段')])
    expect(ourComments(annotatedAt(bytes, '注中文字'))[0]?.paragraphs).toContain('原文（在脚注里）：“注中文字”')
  })

  it('of a paragraph that goes on where its end was deleted stay in the first half', () => {
    const broken = `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>${run('上半')}</w:p>`
    const bytes = wordFile(broken + paragraph('下半'))
    expect(between(bytes, '上半下半', '下半')).toEqual([run('上半'), run('下半')])
  })
})

describe('the main part', () => {
  const xmlOf = (bytes: Uint8Array): string => partOf(bytes, 'word/document.xml')
  const withXml = (xml: string | Uint8Array): Uint8Array => wordFile('', { files: { 'word/document.xml': xml } })
  const xml = xmlOf(simple)

  it('keeps its byte order mark', () => {
    const bytes = annotatedAt(withXml(`\ufeff${xml}`), 'XX')
    expect(unzipSync(bytes)['word/document.xml']?.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    expectFaithful(bytes, withXml(`\ufeff${xml}`))
  })

  it.each(['le', 'be'])('keeps its encoding: UTF-16%s', (order) => {
    const swapped = (buffer: Buffer): Uint8Array => new Uint8Array(order === 'le' ? buffer : buffer.swap16())
    const original = withXml(swapped(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')))
    expectFaithful(annotatedAt(original, 'XX'), original)
  })

  it('keeps its line ends, its entities, its comments and characters beyond U+FFFF', () => {
    const odd = xml
      .replaceAll('><w:', '>\r\n<w:')
      .replace('件。', '件&amp;&#x3002;<!-- <w:p> --><![CDATA[𠮷<]]>')
      .replace('行政复议', '𠮷行政复议')
    expectFaithful(annotatedAt(withXml(odd), 'XX', '𠮷行政', TITLE), withXml(odd))
  })

  it('is written with the prefix it uses', () => {
    const other = withXml(xml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='))
    const bytes = annotatedAt(other, 'XX')
    expect(xmlOf(bytes)).toContain('<ns0:commentReference ns0:id="0"/>')
    expectFaithful(bytes, other)
  })

  it('is written with a prefix of its own where it uses none', () => {
    const bare = withXml(xml.replaceAll(/<(\/?)w:/g, '<$1').replace('xmlns:w=', 'xmlns='))
    const bytes = annotatedAt(bare, 'XX')
    expect(readWord(bytes).text).toBe(textOf(bare))
    expectFaithful(bytes, bare)
  })

  it('in strict form has strict comments and a strict relationship', () => {
    const strict = withXml(
      xml
        .replace(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replace('<w:document ', '<w:document w:conformance="strict" mc:Ignorable="wps" '),
    )
    const bytes = annotatedAt(strict, 'XX')
    expect(partOf(bytes, 'word/comments.xml')).toContain('xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"')
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain(
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"',
    )
    expectFaithful(bytes, strict)
  })
})

describe('the part of comments', () => {
  const old = `<w:comment w:id="7" w:author="甲" w:date="2025-01-01T00:00:00Z">${paragraph('旧批注')}</w:comment>`
  const marked = paragraph(
    `<w:commentRangeStart w:id="7"/>${run(BODY)}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
  )

  it('is declared and led to once, and nothing else is', () => {
    const bytes = annotatedAt(simple, 'XX', TITLE)
    const override =
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
    const types = partOf(bytes, '[Content_Types].xml')
    expect(types).toContain(override)
    expect(types.replace(override, '')).toBe(partOf(simple, '[Content_Types].xml'))
    const relationship =
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
    const relationships = partOf(bytes, 'word/_rels/document.xml.rels')
    expect(relationships).toContain(relationship)
    expect(relationships.replace(relationship, '')).toBe(partOf(simple, 'word/_rels/document.xml.rels'))
  })

  it('keeps the comments that are there, and the parts that go with them', () => {
    const extended = { 'word/commentsExtended.xml': '<a/>', 'word/people.xml': '<b/>' }
    const original = wordFile(paragraph(TITLE) + marked, { comments: old, files: extended })
    const bytes = annotatedAt(original, TITLE, 'XX')
    const xml = partOf(bytes, 'word/comments.xml')
    expect(xml).toContain(old)
    expect(commentsIn(xml).map(({ id }) => id)).toEqual(['7', '8', '9'])
    for (const name of ['[Content_Types].xml', 'word/_rels/document.xml.rels']) {
      expect(partOf(bytes, name)).toBe(partOf(original, name))
    }
    expectFaithful(bytes, original)
    expect(readWord(bytes).notices).toContain('文中有批注 3 条，没有读入正文')
  })

  it('takes no number that a reference without comment holds', () => {
    const original = wordFile(paragraph(TITLE) + marked)
    expect(ourComments(annotatedAt(original, 'XX')).map(({ id }) => id)).toEqual(['8'])
  })

  it('takes free numbers where the highest is the last there can be', () => {
    const last = (id: string): string => id.replaceAll('w:id="7"', 'w:id="2147483647"')
    const zero = `<w:comment w:id="0" w:author="乙">${paragraph('旧')}</w:comment>`
    const original = wordFile(paragraph(TITLE) + last(marked), { comments: last(old) + zero })
    expect(ourComments(annotatedAt(original, 'XX', TITLE)).map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('is filled where it was empty', () => {
    const files = {
      'word/comments.xml': partOf(wordFile('', { comments: '' }), 'word/comments.xml').replace('></w:comments>', '/>'),
    }
    const original = wordFile(paragraph(BODY), { comments: '', files })
    expect(files['word/comments.xml']).toMatch(/"\/>$/)
    expectFaithful(annotatedAt(original, 'XX'), original)
  })

  it('is made under the name a relationship leads to where it is missing', () => {
    const files = wordFiles(paragraph(BODY), { comments: '' })
    delete files['word/comments.xml']
    const original = zipSync(files)
    const bytes = annotatedAt(original, 'XX')
    expect(ourComments(bytes)).toHaveLength(1)
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toBe(partOf(original, 'word/_rels/document.xml.rels'))
    expectFaithful(bytes, original)
  })

  it('gets another name where a file that is no part of the document has its own', () => {
    const original = wordFile(paragraph(BODY), { files: { 'word/comments.xml': '<stray/>' } })
    const bytes = annotatedAt(original, 'XX')
    expect(ourComments(bytes, 'word/comments2.xml')).toHaveLength(1)
    expect(partOf(bytes, 'word/comments.xml')).toBe('<stray/>')
    expect(readWord(bytes).notices).toContain('文中有批注 1 条，没有读入正文')
  })

  it('is led to by a new list of relationships where the document had none', () => {
    const files = wordFiles(paragraph(BODY))
    delete files['word/_rels/document.xml.rels']
    const original = zipSync(files)
    const bytes = annotatedAt(original, 'XX')
    expect(readWord(bytes).notices).toContain('文中有批注 1 条，没有读入正文')
    expectFaithful(bytes, original)
  })

  it('is declared with the prefixes that the lists use', () => {
    const prefixed = (name: string): string =>
      partOf(simple, name)
        .replace(/<(\/?)(?=[A-Z])/g, '<$1p:')
        .replace('xmlns=', 'xmlns:p=')
    const names = ['[Content_Types].xml', 'word/_rels/document.xml.rels']
    const original = wordFile(paragraph(BODY), {
      files: Object.fromEntries(names.map((name) => [name, prefixed(name)])),
    })
    const bytes = annotatedAt(original, 'XX')
    expect(partOf(bytes, names[0] as string)).toContain('<p:Override PartName="/word/comments.xml"')
    expect(readWord(bytes).notices).toContain('文中有批注 1 条，没有读入正文')
  })
})

describe('the package', () => {
  it('without findings is the same file', () => {
    expect(annotate(simple, [])).toEqual(simple)
  })

  it('keeps files that are stored, in their order, with their times and attributes', () => {
    const files = wordFiles(paragraph(BODY))
    const picture = Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251)
    const original = zipSync({
      'word/media/image1.png': [
        picture,
        { level: 0, mtime: new Date(2001, 1, 3), attrs: 0x81a40000, os: 3, comment: '图' },
      ],
      ...Object.fromEntries(
        Object.entries(files).map(([name, content]) => [name, [content, { os: 3, attrs: 0x81a40000 }]]),
      ),
      '说明.txt': [strToU8('甲'), { mtime: new Date(2010, 1, 3), extra: { 16962: strToU8('more') } }],
    })
    expectFaithful(annotatedAt(original, 'XX'), original)
  })

  it('keeps what stands before the zip and its comment', () => {
    const original = zipSync(wordFiles(paragraph(BODY)))
    const end = original.length - 22
    const shifted = original.slice()
    const comment = strToU8('注')
    shifted[end + 20] = comment.length
    const whole = new Uint8Array([...shifted, ...comment])
    const bytes = annotatedAt(whole, 'XX')
    expect(bytes.slice(-comment.length)).toEqual(comment)
    expectFaithful(bytes, whole)
  })

  it('moves the offsets that files with large records keep behind their names', () => {
    const original = Buffer.from(zipSync({ ...wordFiles(paragraph(BODY)), 'z.bin': strToU8('large') }))
    // The last record gets its sizes and offset in an extra field, as some programs write them.
    const end = original.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    const record = original.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const extra = Buffer.alloc(28)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    for (const [i, at] of [24, 20, 42].entries()) {
      extra.writeBigUInt64LE(BigInt(original.readUInt32LE(record + at)), 4 + 8 * i)
      original.writeUInt32LE(0xffffffff, record + at)
    }
    original.writeUInt16LE(28, record + 30)
    original.writeUInt32LE(original.readUInt32LE(end + 12) + 28, end + 12)
    const large = new Uint8Array(Buffer.concat([original.subarray(0, end), extra, original.subarray(end)]))
    const bytes = annotatedAt(large, 'XX')
    expect(new TextDecoder().decode(readWord(bytes).package.read('z.bin'))).toBe('large')
  })

  it('that was given stays as it is, in a Buffer too', () => {
    const given = Buffer.from(simple)
    expect(annotatedAt(given, 'XX')).toEqual(annotatedAt(simple, 'XX'))
    expect(new Uint8Array(given)).toEqual(simple)
  })

  it('that is none is refused in a sentence', () => {
    expect(() => annotate(strToU8('云溪县'), [])).toThrow(/不是新版 Word 文档.*另存为/)
  })
})

describe('an annotated draft', () => {
  it('reads as the draft does', async () => {
    const source = async (bytes: Uint8Array) => read({ name: 'a.docx', bytes })
    const [before, after] = [await source(simple), await source(annotatedAt(simple, TITLE, 'XX'))]
    expect(after.text).toBe(before.text)
    expect(after.root).toEqual(before.root)
    expect(after.notices).toEqual(['文中有批注 2 条，没有读入正文'])
  })

  it('can be annotated again', () => {
    const once = annotatedAt(simple, 'XX')
    const twice = annotatedAt(once, TITLE, 'XX')
    expect(ourComments(twice).map(({ id }) => id)).toEqual(['0', '1', '2'])
    expect(textOf(twice)).toBe(textOf(simple))
  })
})
