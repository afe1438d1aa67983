/** Encoders that tests need and the platform does not have. */

/** Bytes of every character that GB18030 writes in one or two, from its decoder. */
const gbBytes = new Map<string, number[]>()
const decoder = new TextDecoder('gb18030')
for (let byte = 0; byte < 0x80; byte++) gbBytes.set(String.fromCharCode(byte), [byte])
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    const char = second === 0x7f ? '' : decoder.decode(new Uint8Array([first, second]))
    if (char.length === 1 && char !== '\ufffd' && !gbBytes.has(char)) gbBytes.set(char, [first, second])
  }
}

export const isInGb = (char: string): boolean => gbBytes.has(char)

function toGb18030(text: string): Uint8Array {
  return new Uint8Array(
    [...text].flatMap((char) => {
      const bytes = gbBytes.get(char)
      if (!bytes) throw new Error(`${char} takes four bytes in GB18030`)
      return bytes
    }),
  )
}

function toUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), isLittleEndian)
  return new Uint8Array(bytes.buffer)
}

const MARK = '\ufeff'

/** The encodings a draft may come in, with and without byte order mark. */
export const encoders: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with mark': (text) => new TextEncoder().encode(MARK + text),
  'UTF-16 LE': (text) => toUtf16(text, true),
  'UTF-16 LE with mark': (text) => toUtf16(MARK + text, true),
  'UTF-16 BE': (text) => toUtf16(text, false),
  'UTF-16 BE with mark': (text) => toUtf16(MARK + text, false),
  GB18030: toGb18030,
}
