import { FazhiError } from '../error.js'
import { MEGABYTE } from '../read/read.js'
import { readingFailed, STDIN } from './files.js'

const LINE_FEED = 0x0a

/** Longer lines do not fit into a string. */
const MOST = 384 * MEGABYTE

const utf8 = new TextDecoder('utf-8')

/**
 * The longest line that is read, in bytes: a text of the size allowed, each character escaped in JSON, or what a record says
 * of it.
 * @param maxBytes of a file that is checked
 */
export const longestLine = (maxBytes: number): number => Math.min(4 * maxBytes + MEGABYTE, MOST)

/** A stream to be read by lines. */
export interface LinesFrom {
  chunks: AsyncIterable<Uint8Array>
  /** Where they come from, for sentences; `-` is standard input. */
  path: string
  /** In bytes. */
  longest: number
}

/** What became of reading, as a sentence that names the file. */
function brokenOff(error: unknown, path: string): unknown {
  if (error instanceof FazhiError || !(error instanceof Error && 'code' in error)) return error
  const { message } = readingFailed(error, path)
  return new FazhiError('usage', path === STDIN ? `标准输入：${message}` : `“${path}”：${message}`)
}

/**
 * Lines of a stream of UTF-8, without their ends; a last one without end counts, and `null` stands for one that is too long.
 * Node's own reader would also break lines at U+2028, which JSON may hold. Throws `usage` where reading fails.
 */
export async function* linesOf({ chunks, path, longest }: LinesFrom): AsyncGenerator<string | null> {
  let held: Uint8Array[] = []
  let length = 0
  const hold = (part: Uint8Array): void => {
    length += part.length
    if (length <= longest) held.push(part)
    else held = []
  }
  const take = (): string | null => {
    const line = length <= longest ? utf8.decode(Buffer.concat(held)).replace(/\r$/, '') : null
    held = []
    length = 0
    return line
  }
  try {
    for await (const chunk of chunks) {
      let start = 0
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        hold(chunk.subarray(start, end))
        yield take()
        start = end + 1
      }
      if (start < chunk.length) hold(chunk.subarray(start))
    }
  } catch (error) {
    throw brokenOff(error, path)
  }
  if (length > 0) yield take()
}
