const LINE_FEED = 0x0a

const utf8 = new TextDecoder('utf-8')

/**
 * Lines of a stream of UTF-8, without their ends; a last one without end counts. Node's own reader would also break lines
 * at U+2028, which JSON may hold.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array[] = []
  const take = (last: Uint8Array): string => {
    const line = held.length === 0 ? last : Buffer.concat([...held, last])
    held = []
    return utf8.decode(line).replace(/\r$/, '')
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield take(chunk.subarray(start, end))
      start = end + 1
    }
    if (start < chunk.length) held.push(chunk.subarray(start))
  }
  if (held.length > 0) yield take(new Uint8Array())
}
