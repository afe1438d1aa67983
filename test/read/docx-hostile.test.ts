import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { read } from '../../src/read/read.js'
import fc from '../fast-check.js'
import { expectSmallAnswer } from './measured.js'
import {
  cell,
  numberingXml,
  OFFICIAL,
  paragraph,
  run,
  stylesXml,
  table,
  type WordParts,
  wordFile,
  wordFiles,
} from './word.js'

const MEGABYTE = 1024 * 1024

async function refusal(bytes: Uint8Array, name = 'draft.docx'): Promise<FazhiError> {
  const error = await read({ name, bytes }).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FazhiError)
  return error as FazhiError
}

interface Header {
  method?: number
  flags?: number
  size?: number
}

/** A zip file whose directory says something else of a file. */
function patched(bytes: Uint8Array, name: string, { method, flags, size }: Header): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const text = new TextDecoder('latin1').decode(copy)
  for (let at = text.indexOf('PK\x01\x02'); at >= 0; at = text.indexOf('PK\x01\x02', at + 4)) {
    if (!text.startsWith(name, at + 46)) continue
    if (flags !== undefined) view.setUint16(at + 8, flags, true)
    if (method !== undefined) view.setUint16(at + 10, method, true)
    if (size !== undefined) view.setUint32(at + 24, size, true)
    return copy
  }
  throw new Error(`no ${name}`)
}

/** Deflated bytes that inflate to so many megabytes of blanks. */
function bomb(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), Buffer.from([3, 0])])
}

/** A Word file whose text is a bomb; the directory says so, or another size. */
function withBomb(megabytes: number, size = megabytes * MEGABYTE): Uint8Array {
  const files = { ...wordFiles(''), 'word/document.xml': bomb(megabytes) }
  return patched(zipSync(files, { level: 0 }), 'word/document.xml', { method: 8, size })
}

const withDocument = (xml: string): Uint8Array => wordFile('', { files: { 'word/document.xml': xml } })

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const withEntities = (dtd: string): Uint8Array =>
  withDocument(
    `<?xml version="1.0"?>${dtd}<w:document ${W}><w:body>${paragraph('<w:r><w:t>&x;</w:t></w:r>')}</w:body></w:document>`,
  )

const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "哈哈">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}<!ENTITY x "&a30;">]>`

const manyFiles = (count: number): WordParts => ({
  files: Object.fromEntries(Array.from({ length: count }, (_, i) => [`word/media/${i}.png`, ''])),
})

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(stream)])

const whole = wordFile(paragraph('云溪县2023年法治政府建设年度报告'))
const named = (name: string): Uint8Array => zipSync({ ...wordFiles(''), [name]: strToU8('x') })
const without = (name: string): Uint8Array => {
  const { [name]: _, ...files } = wordFiles(paragraph('正文'))
  return zipSync(files)
}

const REFUSED: [what: string, bytes: () => Uint8Array, code: string, sentence: RegExp][] = [
  ['a bomb of 2 GB', () => withBomb(2000), 'too-large', /解压后超过 50 MB/],
  ['a bomb that lies about its size', () => withBomb(2000, 1000), 'bad-document', /大小与目录所写不符/],
  ['a bomb that lies just below the limit', () => withBomb(2000, 29 * MEGABYTE), 'too-large', /解压后超过 30 MB/],
  [
    'many files that are large together',
    () =>
      wordFile('', { files: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, new Uint8Array(40 * MEGABYTE)])) }),
    'too-large',
    /解压后超过 100 MB/,
  ],
  ['6,000 files', () => wordFile('', manyFiles(6000)), 'too-large', /6\d{3} 个文件/],
  ['5,000,000 paragraphs', () => wordFile('<w:p/>'.repeat(4_999_000)), 'too-large', /段以上|内容过多/],
  [
    'an external entity',
    () => withEntities('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'bad-document',
    /DTD/,
  ],
  ['a billion laughs', () => withEntities(LAUGHS), 'bad-document', /DTD/],
  ['an entity that nothing defines', () => withEntities(''), 'bad-document', /不是完好的 XML/],
  [
    '10,000 nested elements',
    () => withDocument(`<w:document ${W}>${'<w:p>'.repeat(10_000)}`),
    'bad-document',
    /嵌套超过/,
  ],
  ['XML that breaks off', () => withDocument(`<w:document ${W}><w:body><w:p>`), 'bad-document', /不是完好的 XML/],
  [
    'text that is no UTF-8',
    () => wordFile('', { files: { 'word/document.xml': new Uint8Array([0x3c, 0x61, 0xff, 0xc0]) } }),
    'bad-document',
    /无法识别的字节/,
  ],
  ['a path that climbs out', () => named('../../evil.sh'), 'bad-document', /越界的路径/],
  ['a path from the root', () => named('/etc/passwd'), 'bad-document', /越界的路径/],
  ['a path of Windows', () => named('C:\\evil.exe'), 'bad-document', /越界的路径/],
  [
    'a zip file with a password',
    () => patched(whole, 'word/document.xml', { flags: 1 }),
    'bad-document',
    /打开密码.*取消密码/,
  ],
  ['a document with a password', () => ole('EncryptedPackage'), 'bad-document', /打开密码.*取消密码/],
  ['an unknown compression', () => patched(whole, 'word/document.xml', { method: 14 }), 'bad-document', /压缩方式/],
  ['half a file', () => whole.slice(0, whole.length / 2), 'bad-document', /不完整.*另存为 \.docx/],
  ['a package without text', () => without('word/document.xml'), 'bad-document', /缺少正文/],
  ['a text that its package does not name', () => without('_rels/.rels').slice(0, 40), 'bad-document', /不完整/],
  ['a zip file of something else', () => zipSync({ 'a.txt': strToU8('x') }), 'bad-document', /压缩包.*解压后/],
  [
    'a workbook',
    () => zipSync({ '[Content_Types].xml': strToU8(''), 'xl/workbook.xml': strToU8('') }),
    'bad-document',
    /表格/,
  ],
  [
    'an ODT document',
    () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('') }),
    'bad-document',
    /ODT.*另存为/,
  ],
  ['a web page', () => strToU8('<!DOCTYPE html>\n<html><p>报告</p></html>'), 'bad-document', /网页.*改为 \.html/],
  ['an RTF document', () => strToU8('{\\rtf1\\ansi 报告}'), 'bad-document', /RTF.*另存为/],
  ['a PDF file', () => strToU8('%PDF-1.7\n'), 'bad-document', /PDF.*Word 原稿/],
  [
    'a Word document in one XML file',
    () => strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="x">'),
    'bad-document',
    /XML.*另存为/,
  ],
  ['an old workbook', () => ole('Workbook'), 'bad-document', /不是 Word 文档/],
  ['text', () => strToU8('云溪县2023年法治政府建设年度报告'), 'bad-document', /不是 Word 文档.*另存为/],
  ['nothing', () => new Uint8Array(), 'empty-file', /空的/],
] // prettier-ignore

describe('a Word document that cannot be read is refused in a sentence of its own', () => {
  it.each(REFUSED)('%s', async (_, bytes, code, sentence) => {
    for (const name of ['draft.docx', 'draft.doc']) {
      const error = await refusal(bytes(), name)
      expect([error.code, error.message]).toEqual([code, expect.stringMatching(sentence)])
    }
  })

  it('without any text at all', async () => {
    expect((await refusal(wordFile('<w:p/>'))).code).toBe('empty-file')
  })
})

describe('a Word document under a wrong name', () => {
  it('is read, and the right name is told', async () => {
    const { text, notices } = await read({ name: 'draft.wps', bytes: whole })
    expect(text).toBe('云溪县2023年法治政府建设年度报告\n')
    expect(notices[0]).toContain('.docx')
  })
})

describe('a Word document that is odd', () => {
  it('is read with tables nested 200 deep', async () => {
    let inner = paragraph('最里层')
    for (let depth = 0; depth < 200; depth++)
      inner = table([[cell(`${paragraph(`第${depth}层`)}${inner}`), cell('旁')]])
    const { text } = await read({ name: 'draft.docx', bytes: wordFile(inner) })
    expect(text).toContain('最里层')
    expect(text.match(/第\d+层/g)).toHaveLength(200)
  })

  it('is read with lists and styles that say nothing sensible', async () => {
    const parts = {
      styles: stylesXml(
        '<w:style w:styleId="q"><w:basedOn/><w:pPr><w:numPr><w:numId/><w:ilvl w:val="x"/></w:numPr></w:pPr></w:style>',
      ),
      numbering: `${numberingXml([OFFICIAL])}<w:num w:numId="9"/><w:num/><w:abstractNum/><w:lvl/><w:lvlOverride/>`,
    }
    const body =
      paragraph('甲', { list: [9, 0] }) +
      paragraph('乙', { list: [77, 3] }) +
      paragraph('丙', { list: [1, 99] }) +
      paragraph('丁', { style: 'q' })
    const { text } = await read({ name: 'draft.docx', bytes: wordFile(body, parts) })
    expect(text.replace(/\n/g, '')).toBe('甲乙丙丁')
  })

  it('that is damaged anywhere is read or refused, never more', async () => {
    const parts = { styles: stylesXml(), numbering: numberingXml([OFFICIAL]) }
    const files = wordFiles(paragraph('做法', { list: [1, 0] }) + table([[cell('甲'), cell('乙')]]), parts)
    const bytes = zipSync(files, { level: 0 })
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const copy = bytes.slice()
        for (const [at, byte] of changes) copy[at] = byte
        await read({ name: 'draft.docx', bytes: copy }).catch((error: unknown) => {
          if (!(error instanceof FazhiError)) throw error
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('the command line on a hostile Word document', () => {
  it.each<[string, () => Uint8Array]>([
    ['a bomb of 2 GB', () => withBomb(2000)],
    ['a bomb that lies about its size', () => withBomb(2000, 29 * MEGABYTE)],
    ['5,000,000 paragraphs', () => wordFile('<w:p/>'.repeat(4_999_000))],
    ['a paragraph of 25 MB', () => wordFile(paragraph('法治政府建设。'.repeat(1_200_000)))],
    ['two million characters', () => wordFile(paragraph('法治政府建设。'.repeat(28_000)).repeat(10))],
    ['20,000 paragraphs of text', () => wordFile(paragraph('（一）法治政府建设。推进依法行政').repeat(19_900))],
    ['20,000 cells in a row', () => wordFile(table([Array.from({ length: 19_900 }, () => cell('甲')), [cell('乙')]]))],
    ['98,000 runs in a paragraph', () => wordFile(paragraph((run('甲', { bold: true }) + run('乙')).repeat(49_000)))],
    [
      '20,000 styles, each based on the next',
      () =>
        wordFile(paragraph('甲', { style: 's0' }), {
          styles: stylesXml(
            Array.from(
              { length: 20_000 },
              (_, i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`,
            ).join(''),
          ),
        }),
    ],
    [
      '20,000 notes that refer to one another',
      () =>
        wordFile(paragraph('<w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/></w:r>'), {
          footnotes: Array.from(
            { length: 19_000 },
            (_, i) =>
              `<w:footnote w:id="${i + 1}">${paragraph(`<w:r><w:t>乙</w:t><w:footnoteReference w:id="${i + 2}"/></w:r>`)}</w:footnote>`,
          ).join(''),
        }),
    ],
  ])('answers within 10 s and 300 MB: %s', { timeout: 60_000 }, (name, bytes) => {
    expectSmallAnswer(`${name}.docx`, bytes())
  })
})
