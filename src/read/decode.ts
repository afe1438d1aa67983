import { FazhiError } from '../error.js'
import { once } from '../text/once.js'
import { binaryOf, butIs } from './foreign.js'

/** Bytes as text, and how they were read. */
export interface Decoded {
  text: string
  /** WHATWG label, so that a writer can keep it. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  /** Whether the file began with a byte order mark; the text does not hold it. */
  mark: boolean
  /** Byte sequences that were no text and became U+FFFD. */
  damaged: number
}

const SAVE_AS = '请在 Word 或 WPS 中另存为“纯文本（.txt）”，编码选 UTF-8'

/** Frequent characters of simplified and of traditional text: a wrong decoding hardly ever yields them. */
const frequent = once(
  () =>
    new Set(
      '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞這為個國時來們對會發動過說產種學經進著電裡現實體當點從業應開還義樣與關線數問題黨員設長統義見計證職責務縣區',
    ),
)

/** Share of the text's CJK and control characters that a reader would expect; 1 for plain ASCII. */
function plausibility(text: string): number {
  let expected = 0
  let judged = 0
  for (const char of text.slice(0, 4000)) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) {
      if (code >= 0x20 || code === 9 || code === 10 || code === 13) continue
      judged++
      continue
    }
    judged++
    if (frequent().has(char)) expected++
  }
  return judged === 0 ? 1 : expected / judged
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const utf8 = once(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }))

/** Text of bytes in UTF-8 without their mark; `null` where they are none. */
export type DecodeUtf8 = (bytes: Uint8Array) => string | null

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8().decode(bytes)
  } catch {
    return null
  }
}

const startsWith = (bytes: Uint8Array, magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

/** Real text has a fifth of frequent characters or more; a wrong code page next to none. */
const PLAUSIBLE = 0.12

function decodeByLooks(bytes: Uint8Array): Decoded {
  const candidates = (['gb18030', 'utf-16le', 'utf-16be', 'big5'] as const).flatMap((encoding) => {
    if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return []
    const text = tryDecode(bytes, encoding)
    if (text === null || text.includes('\0')) return []
    return [{ encoding, text, score: plausibility(text) }]
  })
  const best = candidates.sort((a, b) => b.score - a.score)[0]
  if (best && best.score >= PLAUSIBLE) {
    if (best.encoding === 'big5') {
      throw new FazhiError('not-text', `这份文件是 Big5（繁体）编码，读不准，未作检查。${SAVE_AS}，再试一次`)
    }
    return { text: best.text, encoding: best.encoding, mark: false, damaged: 0 }
  }
  for (const encoding of bytes.includes(0) ? [] : (['utf-8', 'gb18030'] as const)) {
    const text = new TextDecoder(encoding).decode(bytes)
    const damaged = text.split('\ufffd').length - 1
    if (damaged <= text.length / 50 && plausibility(text) >= PLAUSIBLE) return { text, encoding, mark: false, damaged }
  }
  if (bytes.includes(0))
    throw new FazhiError('not-text', `这份文件里有空字节，不是文本文件，未作检查。${SAVE_AS}，再试一次`)
  throw new FazhiError(
    'not-text',
    `认不出这份文件的文字编码（不是 UTF-8、UTF-16、GB18030），未作检查。${SAVE_AS}，再试一次`,
  )
}

/** Refuses text in which nothing can be checked. */
function refuseNoise(text: string): void {
  const head = text.slice(0, 20_000)
  if (!/[\0-\x08\x0e-\x1f\ufffd]/.test(head)) return
  const replaced = head.split('\ufffd').length - 1
  if (replaced > head.length / 10) {
    throw new FazhiError('not-text', '这份文件的文字大多已损坏，只剩替代符号，未作检查。请找到原稿，重新另存')
  }
  const control = head.replace(/[^\0-\x08\x0e-\x1f]/g, '').length
  if (control > 0 && (head.includes('\0') || control > head.length / 20)) {
    throw new FazhiError('not-text', `这份文件里有空字节或控制字符，不是文本文件，未作检查。${SAVE_AS}，再试一次`)
  }
}

/**
 * Text of a file in UTF-8, UTF-16 (each with or without mark) or GB18030. Line ends stay as they are.
 * Throws `not-text` with the reason for anything else: binary files, Big5, text that was lost before.
 */
export function decode(bytes: Uint8Array, utf8Decoder: DecodeUtf8 = decodeUtf8): Decoded {
  const binary = binaryOf(bytes)
  if (binary) throw new FazhiError('not-text', `这不是文本，${butIs(binary)}，未作检查。${binary.hint}`)
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf])
  const decoded = decodeMarked(bytes, marked, utf8Decoder) ?? decodeUnmarked(bytes, utf8Decoder)
  refuseNoise(decoded.text)
  return decoded
}

function decodeMarked(bytes: Uint8Array, utf8Mark: boolean, utf8Decoder: DecodeUtf8): Decoded | null {
  if (utf8Mark) {
    const text = utf8Decoder(bytes.subarray(3))
    return text === null ? null : { text, encoding: 'utf-8', mark: true, damaged: 0 }
  }
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
  if (encoding === null) return null
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, mark: true, damaged: text.split('\ufffd').length - 1 }
}

function decodeUnmarked(bytes: Uint8Array, utf8Decoder: DecodeUtf8): Decoded {
  const text = bytes.includes(0) ? null : utf8Decoder(bytes)
  return text === null ? decodeByLooks(bytes) : { text, encoding: 'utf-8', mark: false, damaged: 0 }
}
