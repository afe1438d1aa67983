import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { FazhiError } from '../error.js'
import { type Decoded, decode } from '../read/decode.js'

const MARKS: Record<Decoded['encoding'], number[]> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [],
}

/** The text in an encoding that a draft came in, with its byte order mark if it had one. */
async function encode(text: string, { encoding, mark }: Pick<Decoded, 'encoding' | 'mark'>): Promise<Uint8Array> {
  const head = Buffer.from(mark ? MARKS[encoding] : [])
  if (encoding === 'utf-8') return Buffer.concat([head, Buffer.from(text, 'utf8')])
  if (encoding === 'gb18030') {
    const { default: iconv } = await import('iconv-lite')
    return iconv.encode(text, 'gb18030')
  }
  const bytes = Buffer.from(text, 'utf16le')
  return Buffer.concat([head, encoding === 'utf-16be' ? bytes.swap16() : bytes])
}

/**
 * The bytes of a file with another text, in its own encoding.
 * Throws `cannot-write` where what is to stay could not keep its bytes.
 */
export async function rewritten(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  const decoded = decode(bytes)
  const same = await encode(decoded.text, decoded)
  if (Buffer.compare(same, bytes) !== 0) {
    throw new FazhiError('cannot-write', '原文里有无法识别的字节，改写会丢失内容，没有改动。请先另存为 UTF-8 再改')
  }
  return encode(text, decoded)
}

/** A unified diff of a file, as `patch` and `git apply` take it; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  return before === after
    ? ''
    : createTwoFilesPatch(path, path, before, after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY })
}
