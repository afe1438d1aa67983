import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { decode } from '../../src/read/decode.js'
import fc from '../fast-check.js'
import { encoders, isInGb } from './encodings.js'

const REPORT =
  '云溪县人民政府关于2023年法治政府建设情况的报告\n\n2023年，云溪县深入学习贯彻习近平法治思想，全面推进依法行政，审查规范性文件32件，调解纠纷1200件。\n'

const UTF8 = encoders['UTF-8'] as (text: string) => Uint8Array
const GB18030 = encoders['GB18030'] as (text: string) => Uint8Array

function codeOf(bytes: Uint8Array): string {
  try {
    decode(bytes)
    return 'decoded'
  } catch (error) {
    if (error instanceof FazhiError) return error.code
    throw error
  }
}

function messageOf(bytes: Uint8Array): string {
  try {
    decode(bytes)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

const concat = (...parts: (Uint8Array | number[])[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]))

describe('decode', () => {
  it.each([
    ['UTF-8', 'utf-8', false],
    ['UTF-8 with mark', 'utf-8', true],
    ['UTF-16 LE', 'utf-16le', false],
    ['UTF-16 LE with mark', 'utf-16le', true],
    ['UTF-16 BE', 'utf-16be', false],
    ['UTF-16 BE with mark', 'utf-16be', true],
    ['GB18030', 'gb18030', false],
  ])('reads %s and tells what it was', (name, encoding, mark) => {
    const encode = encoders[name] as (text: string) => Uint8Array
    expect(decode(encode(REPORT))).toEqual({ text: REPORT, encoding, mark, damaged: 0 })
  })

  it('reads what the encoder of any of the encodings wrote', () => {
    const usual = fc.constantFrom(...REPORT, '。', '，', '、', '“', '”', '（', '）', '\r', '\u3000', '〔', '—')
    const any = fc
      .integer({ min: 0x4e00, max: 0x9fa5 })
      .map((code) => String.fromCharCode(code))
      .filter(isInGb)
    const text = fc
      .array(fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: any }), {
        minLength: 100,
        maxLength: 600,
      })
      .map((chars) => chars.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.keys(encoders)), (written, name) => {
        const encode = encoders[name] as (text: string) => Uint8Array
        expect(decode(encode(written)).text).toBe(written)
      }),
    )
  })

  it.each([['\n'], ['\r\n'], ['\r'], ['\u2028']])('keeps the line ends %j as they are, in every encoding', (end) => {
    const text = REPORT.replaceAll('\n', end)
    for (const [name, encode] of Object.entries(encoders)) {
      if (name === 'GB18030' && end === '\u2028') continue
      expect(decode(encode(text)).text).toBe(text)
    }
  })

  it('reads plain ASCII and an empty file', () => {
    expect(decode(UTF8('README\n')).text).toBe('README\n')
    expect(decode(new Uint8Array()).text).toBe('')
  })

  it.each([
    ['Word（.docx）文件或压缩包', '把扩展名改回 .docx', [0x50, 0x4b, 0x03, 0x04]],
    ['旧版 Word（.doc）或 WPS 文件', '把扩展名改回 .doc 后', [0xd0, 0xcf, 0x11, 0xe0]],
    ['PDF 文件', 'Word 原稿', [0x25, 0x50, 0x44, 0x46]],
    ['RTF 文档', '另存为 .docx', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
    ['图片', 'Word 原稿', [0x89, 0x50, 0x4e, 0x47]],
    ['图片', 'Word 原稿', [0xff, 0xd8, 0xff]],
    ['压缩包', '解压', [0x1f, 0x8b]],
  ])('names the binary file by its first bytes and says what to do: %s', (what, hint, magic) => {
    const bytes = concat(magic, UTF8(REPORT))
    expect(codeOf(bytes)).toBe('not-text')
    expect(messageOf(bytes)).toMatch(new RegExp(`^这不是文本，而是 ?${what}，未作检查。.*${hint}`))
  })

  it('refuses a text with NUL bytes and says so', () => {
    const bytes = concat(UTF8(REPORT), [0, 0, 0], UTF8(REPORT))
    expect(codeOf(bytes)).toBe('not-text')
    expect(messageOf(bytes)).toContain('空字节')
  })

  it('refuses random binary data', () => {
    const data = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff)
    expect(codeOf(data)).toBe('not-text')
  })

  it('refuses a text full of control characters', () => {
    expect(codeOf(UTF8('法\u0001治\u0002政\u0003府'.repeat(50)))).toBe('not-text')
  })

  it('refuses Big5 by name instead of reading it as nonsense', () => {
    // 青禾區二零二三年法治政府建設年度報告。全區行政執法人員學習法治建設要求，審查文件三十二件，調解糾紛一百二十件，群眾滿意度不斷提高。下一步將繼續加強執法隊伍建設。
    const bytes = Buffer.from(
      'ab43a5ddb0cfa447b973a447a454a67eaa6baa76ac46a9b2abd8b35da67eabd7b3f8a769a143a5feb0cfa6e6ac46b0f5aa6b' +
        'a448adfbbec7b2dfaa6baa76abd8b35dad6ea844a141bc66ac64a4e5a5f3a454a451a447a5f3a141bdd5b8d1aac8afc9a440' +
        'a6caa447a451a5f3a141b873b2b3baa1b74eabd7a4a3c25fb4a3b0aaa143a455a440a842b14ec47ec4f2a55bb16ab0f5aa6b' +
        'b6a4a5eeabd8b35da143',
      'hex',
    )
    expect(codeOf(bytes)).toBe('not-text')
    expect(messageOf(bytes)).toContain('Big5')
  })

  it('refuses a text that was lost before: mostly replacement characters', () => {
    const bytes = UTF8('\ufffd\ufffd法治\ufffd'.repeat(100))
    expect(codeOf(bytes)).toBe('not-text')
    expect(messageOf(bytes)).toContain('损坏')
  })

  it('accepts UTF-8 with a few invalid bytes, and counts them', () => {
    const decoded = decode(concat(UTF8(REPORT), [0xff, 0xe4], UTF8(REPORT)))
    expect(decoded).toMatchObject({ encoding: 'utf-8', damaged: 2 })
    expect(decoded.text).toBe(`${REPORT}\ufffd\ufffd${REPORT}`)
  })

  it('accepts UTF-8 cut off in the middle of a character', () => {
    expect(decode(UTF8(REPORT.trim()).slice(0, -1))).toMatchObject({ encoding: 'utf-8', damaged: 1 })
  })

  it('accepts GB18030 cut off in the middle of a character', () => {
    const bytes = GB18030(REPORT.repeat(3).trim().slice(0, -1))
    expect(decode(bytes.slice(0, -1))).toMatchObject({ encoding: 'gb18030', damaged: 1 })
  })

  it('accepts a marked UTF-8 file with an invalid byte', () => {
    const decoded = decode(concat([0xef, 0xbb, 0xbf], UTF8(REPORT), [0xff]))
    expect(decoded.text).toBe(`${REPORT}\ufffd`)
    expect(decoded.damaged).toBe(1)
  })

  it('counts the half character at the end of marked UTF-16', () => {
    const bytes = (encoders['UTF-16 LE with mark'] as (text: string) => Uint8Array)(REPORT)
    expect(decode(bytes.slice(0, -1))).toMatchObject({ encoding: 'utf-16le', damaged: 1 })
  })

  it('reads short GB18030 drafts, such as a title and one sentence', () => {
    const text = '石桥镇2023年法治政府建设年度报告\r\n镇长带头学法4次，调解纠纷120件。\r\n'
    expect(decode(GB18030(text)).text).toBe(text)
  })

  it('throws nothing but not-text, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['decoded', 'not-text']).toContain(codeOf(bytes))
      }),
    )
  })
})
