import { isMap, isNode, isPair, type ParsedNode, parseDocument, type YAMLMap } from 'yaml'
import type { FazhiError } from './error.js'
import { nearest } from './text/nearest.js'

/** Where in a value: names and indices from the outside in. */
export type Path = (string | number)[]

/** A mistake in a file of settings: where, and what to write. */
export interface Mistake {
  path: Path
  /** Whether the name at the end of the path is meant, not its value. */
  isKey: boolean
  what: string
}

/** Mistakes told at once. */
const MOST = 5

type Document = ReturnType<typeof parseDocument>

function keyNode(map: unknown, key: string | number | undefined): ParsedNode | null {
  if (!isMap(map)) return null
  const pair = (map as YAMLMap).items.find((item) => isPair(item) && String(item.key) === String(key))
  return (pair?.key as ParsedNode | undefined) ?? null
}

/** Offset of a value, or of its name; that of what holds it where it is missing. */
function offsetOf(document: Document, { path, isKey }: Mistake): number {
  const key = isKey
    ? keyNode(path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents, path.at(-1))
    : null
  for (let length = path.length; length >= 0; length--) {
    const node = key ?? (length === 0 ? document.contents : document.getIn(path.slice(0, length), true))
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 列`
}

/** The path that a JSON pointer names. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A name that none of those known at its place is. */
export function unknownName(path: Path, name: string, names: string[]): Mistake {
  const guess = nearest(name, names)
  const hint = guess ? `，是不是 ${guess}？` : `，可以写 ${names.join('、')}`
  return { path: [...path, name], isKey: true, what: `不认识“${name}”${hint}` }
}

function parse(text: string, refuse: (offset: number, what: string) => FazhiError): [Document, unknown] {
  const document = parseDocument(text, { prettyErrors: false })
  const [error] = document.errors
  if (error) {
    const isTwice = error.code === 'DUPLICATE_KEY'
    throw refuse(
      error.pos[0],
      isTwice ? '同一个名称写了两次' : '写法有误，请检查冒号、逗号、引号和缩进（冒号用半角，后面空一格）',
    )
  }
  try {
    return [document, document.toJS({ maxAliasCount: 10 }) ?? {}]
  } catch {
    throw refuse(0, '引用（*）有误，或者层层嵌套')
  }
}

/**
 * The value of a file of settings in JSON or YAML, in which nobody finds a mistake. Nothing in it is ever run.
 * @param mistakesIn what is wrong with a value
 * @param fail makes the error to throw of all mistakes with their places
 */
export function parseFaultless(
  text: string,
  mistakesIn: (value: unknown) => Mistake[],
  fail: (mistakes: string) => FazhiError,
): unknown {
  const [document, value] = parse(text, (offset, what) => fail(`${lineAndColumn(text, offset)}，${what}`))
  const told = mistakesIn(value)
    .map((mistake) => ({ ...mistake, offset: offsetOf(document, mistake) }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, what }) => `${lineAndColumn(text, offset)}，${what}`)
  if (told.length > 0) throw fail([...new Set(told)].slice(0, MOST).join('；'))
  return value
}
