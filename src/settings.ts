import { isMap, isNode, isPair, type ParsedNode, parseDocument, type YAMLMap } from 'yaml'
import { FazhiError } from './error.js'
import type { Settings } from './finding.js'
import { schemas } from './generated/schemas.js'
import { config as validateConfig } from './generated/validators.js'
import { rules } from './rules/all.js'
import { nearest } from './text/nearest.js'

interface AjvError {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
}

/** A configuration as written, after its schema has judged it. */
interface Config {
  kind?: NonNullable<Settings['kind']>
  schema?: string
  place?: string
  rules?: Settings['levels']
  ignore?: { rule: string; reason: string; file?: string }[]
  vocabulary?: Partial<Pick<Settings, 'titles' | 'phrases' | 'words'>>
}

type Path = (string | number)[]

/** A mistake in a configuration: where, and what to write. */
interface Mistake {
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

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Names a configuration may hold below a path, by its schema. */
function namesAt(path: Path): string[] {
  const { properties } = schemas.config
  if (path[0] === 'ignore') return Object.keys(properties.ignore.items.properties)
  if (path[0] === 'vocabulary') return Object.keys(properties.vocabulary.properties)
  return Object.keys(properties).filter((name) => name !== '$schema')
}

function unknownName(path: Path, name: string): Mistake {
  const names = namesAt(path)
  const guess = nearest(name, names)
  const hint = guess ? `，是不是 ${guess}？` : `，可以写 ${names.join('、')}`
  return { path: [...path, name], isKey: true, what: `不认识“${name}”${hint}` }
}

function toMistake({ instancePath, keyword, params }: AjvError): Mistake {
  const path = pathOf(instancePath)
  const name = path.join('.')
  const at = (what: string): Mistake => ({ path, isKey: false, what })
  switch (keyword) {
    case 'additionalProperties':
      return unknownName(path, String(params['additionalProperty']))
    case 'required':
      return at(
        `${name} 缺少 ${String(params['missingProperty'])}${params['missingProperty'] === 'reason' ? '，请写明理由' : ''}`,
      )
    case 'enum':
      return at(`${name} 只能是 ${(params['allowedValues'] as string[]).join('、')}`)
    case 'pattern':
      return at(`${name} 不能为空`)
    default: {
      const kinds: Record<string, string> = { object: '“名称: 值”的列表', array: '一个列表', string: '文字' }
      return at(`${name === '' ? '整个文件' : `${name} `}应为${kinds[String(params['type'])] ?? '别的写法'}`)
    }
  }
}

function unknownRule(path: Path, isKey: boolean, id: string): Mistake {
  const guess = nearest(
    id,
    rules.map((rule) => rule.id),
  )
  const hint = guess ? `，是不是 ${guess}？` : '。用 fazhi rules 列出全部规则'
  return { path, isKey, what: `没有“${id}”这条规则${hint}` }
}

/** Rules named that are not in the catalogue. */
function unknownRules({ rules: levels = {}, ignore = [] }: Config): Mistake[] {
  const isKnown = (id: string): boolean => rules.some((rule) => rule.id === id)
  return [
    ...Object.keys(levels)
      .filter((id) => !isKnown(id))
      .map((id) => unknownRule(['rules', id], true, id)),
    ...ignore.flatMap(({ rule }, i) => (isKnown(rule) ? [] : [unknownRule(['ignore', i, 'rule'], false, rule)])),
  ]
}

function parse(
  text: string,
  refuse: (offset: number, what: string) => FazhiError,
): { document: Document; value: unknown } {
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
    return { document, value: document.toJS({ maxAliasCount: 10 }) ?? {} }
  } catch {
    throw refuse(0, '引用（*）有误，或者层层嵌套')
  }
}

/**
 * The settings of a configuration in JSON or YAML. Throws `bad-config` that names every mistake with its place and what
 * to write instead. Nothing in a configuration is ever run.
 * @param name of the file, for the message
 */
export function parseSettings(text: string, name: string): Partial<Settings> {
  const fail = (complaints: string[]): FazhiError =>
    new FazhiError('bad-config', `配置文件“${name}”有误：${complaints.slice(0, MOST).join('；')}`)
  const { document, value } = parse(text, (offset, what) => fail([`${lineAndColumn(text, offset)}，${what}`]))
  const validate = validateConfig as unknown as { (data: unknown): boolean; errors?: AjvError[] | null }
  const mistakes = validate(value) ? unknownRules(value as Config) : (validate.errors ?? []).map(toMistake)
  if (mistakes.length > 0) {
    const told = mistakes.map((mistake) => `${lineAndColumn(text, offsetOf(document, mistake))}，${mistake.what}`)
    throw fail([...new Set(told)])
  }
  return toSettings(value as Config)
}

function toSettings({ kind, schema, place, rules: levels, ignore, vocabulary }: Config): Partial<Settings> {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(schema === undefined ? {} : { schema }),
    ...(place === undefined ? {} : { place }),
    ...(levels === undefined ? {} : { levels }),
    ...(ignore === undefined ? {} : { ignore: ignore.map(({ file = null, ...entry }) => ({ ...entry, file })) }),
    ...vocabulary,
  }
}
