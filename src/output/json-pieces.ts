const INDENT = '  '

const indented = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, INDENT).replaceAll('\n', `\n${indent}`)

/**
 * An object as `JSON.stringify` writes it with an indent of two and a line feed at the end, in pieces: the items of its
 * lists one by one, for lists may be too long for one string. Values are as JSON knows them.
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{'
  for (const [key, own] of Object.entries(value)) {
    if (own === undefined) continue
    yield `${before}\n${INDENT}${JSON.stringify(key)}: `
    before = ','
    if (!Array.isArray(own) || own.length === 0) {
      yield indented(own, INDENT)
      continue
    }
    for (const [i, item] of own.entries())
      yield `${i === 0 ? '[' : ','}\n${INDENT}${INDENT}${indented(item, INDENT + INDENT)}`
    yield `\n${INDENT}]`
  }
  yield before === '{' ? '{}\n' : '\n}\n'
}
