import { FazhiError } from './error.js'
import type { Settings } from './finding.js'
import { schemas } from './generated/schemas.js'
import { config as isConfig } from './generated/validators.js'
import { type Mistake, type Path, parseFaultless, pathOf, unknownName } from './mistakes.js'
import type { SchemaFault } from './report/validate.js'
import { rules } from './rules/all.js'
import { nearest } from './text/nearest.js'

/** A configuration as written, after its schema has judged it. */
interface Config {
  kind?: NonNullable<Settings['kind']>
  schema?: string
  place?: string
  rules?: Settings['levels']
  ignore?: { rule: string; reason: string; file?: string }[]
  vocabulary?: Partial<Pick<Settings, 'titles' | 'phrases' | 'words'>>
}

/** Names a configuration may hold below a path, by its schema. */
function namesAt(path: Path): string[] {
  const { properties } = schemas.config
  if (path[0] === 'ignore') return Object.keys(properties.ignore.items.properties)
  if (path[0] === 'vocabulary') return Object.keys(properties.vocabulary.properties)
  return Object.keys(properties).filter((name) => name !== '$schema')
}

/** Whether a part of a path counts the entries of a list; wrong words may be figures too. */
const isCount = (path: Path, i: number): boolean => /^\d+$/.test(String(path[i])) && path[i - 1] !== 'words'

/** `rules.late-report`, `ignore 第 1 项的 rule`: how a place of a configuration is called. */
const spoken = (path: Path): string =>
  path
    .map((part, i) => {
      if (isCount(path, i)) return ` 第 ${Number(part) + 1} 项`
      return i > 0 && isCount(path, i - 1) ? `的 ${part}` : `${i > 0 ? '.' : ''}${part}`
    })
    .join('')

function toMistake({ instancePath, keyword, params }: SchemaFault): Mistake {
  const path = pathOf(instancePath)
  const called = spoken(path)
  const name = /项$/.test(called) || called === '' ? called : `${called} `
  const at = (what: string): Mistake => ({ path, isKey: false, what })
  switch (keyword) {
    case 'additionalProperties':
      return unknownName(path, String(params['additionalProperty']), namesAt(path))
    case 'required':
      return at(
        `${name}缺少 ${String(params['missingProperty'])}${params['missingProperty'] === 'reason' ? '，请写明理由' : ''}`,
      )
    case 'enum':
      return at(`${name}只能是 ${(params['allowedValues'] as string[]).join('、')}`)
    case 'pattern':
      return at(`${name}不能为空`)
    default: {
      const kinds: Record<string, string> = { object: '“名称: 值”的列表', array: '一个列表', string: '文字' }
      return at(`${name === '' ? '整个文件' : name}应为${kinds[String(params['type'])] ?? '别的写法'}`)
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

/**
 * The settings of a configuration in JSON or YAML. Throws `bad-config` that names every mistake with its place and what
 * to write instead. Nothing in a configuration is ever run.
 * @param name of the file, for the message
 */
export function parseSettings(text: string, name: string): Partial<Settings> {
  const mistakesIn = (value: unknown): Mistake[] =>
    isConfig(value) ? unknownRules(value as Config) : (isConfig.errors ?? []).map(toMistake)
  const value = parseFaultless(
    text,
    mistakesIn,
    (mistakes) => new FazhiError('bad-config', `配置文件“${name}”有误：${mistakes}`),
  )
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
