import { FazhiError } from '../../error.js'
import { validate as isProfile, schema } from '../../generated/docx-profile.js'
import { type Mistake, parseFaultless, pathOf, unknownName } from '../../mistakes.js'
import type { SchemaFault } from '../../report/validate.js'
import { nearest } from '../../text/nearest.js'
import { type Face, measure, NATIONAL, type Profile, SIZES } from './profile.js'

type Size = number | string

/** Some of a face, as written. */
type GivenFace = Partial<Omit<Face, 'size'>> & { size?: Size }

/** A profile as written, after its schema has judged it. */
interface Given {
  margins?: Partial<Profile['margins']>
  lines?: number
  pitch?: number
  characters?: number
  latin?: string
  title?: GivenFace & { pitch?: number }
  body?: GivenFace
  heading1?: GivenFace
  heading2?: GivenFace
  heading3?: GivenFace
  heading4?: GivenFace
  table?: GivenFace & { pitch?: number; header?: string }
  pageNumber?: GivenFace & { position?: Profile['pageNumber']['position'] }
  signature?: Partial<Profile['signature']>
}

type SchemaNode = { properties?: Record<string, SchemaNode>; $ref?: string; title?: string }

/** Names that may stand at a path, by the schema. */
function namesAt(path: Mistake['path']): string[] {
  const resolve = (node: SchemaNode | undefined): SchemaNode | undefined =>
    node?.$ref === undefined ? node : (schema.$defs as Record<string, SchemaNode>)[node.$ref.replace('#/$defs/', '')]
  const node = path.reduce<SchemaNode | undefined>(
    (at, key) => resolve(at?.properties?.[String(key)]),
    schema as SchemaNode,
  )
  return Object.keys(node?.properties ?? {}).filter((name) => name !== '$schema')
}

const KINDS: Record<string, string> = {
  object: '“名称: 值”的列表',
  string: '文字',
  boolean: ' true 或 false',
  number: '一个数',
  integer: '一个整数',
}

function sizeMistake(path: Mistake['path'], value: unknown): Mistake {
  const guess = typeof value === 'string' ? nearest(value, Object.keys(SIZES)) : null
  return {
    path,
    isKey: false,
    what: `${path.join('.')} 应为字号（如 三号）或 5 到 72 之间的磅数${guess ? `，是不是 ${guess}？` : ''}`,
  }
}

function toMistake({ instancePath, keyword, params }: SchemaFault, value: unknown): Mistake {
  const path = pathOf(instancePath)
  const name = path.join('.')
  const at = (what: string): Mistake => ({ path, isKey: false, what })
  if (path.at(-1) === 'size') return sizeMistake(path, valueAt(value, path))
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = String(params['additionalProperty'])
      return unknownName(path, unknown, namesAt(path))
    }
    case 'enum':
      return at(`${name} 只能是 ${(params['allowedValues'] as string[]).join('、')}`)
    case 'minimum':
      return at(`${name} 太小，至少为 ${String(params['limit'])}`)
    case 'maximum':
      return at(`${name} 太大，至多为 ${String(params['limit'])}`)
    case 'pattern':
      return at(`${name} 应为字体名称，不超过 31 个字`)
    default:
      return at(`${name === '' ? '整个文件' : `${name} `}应为${KINDS[String(params['type'])] ?? '别的写法'}`)
  }
}

function valueAt(value: unknown, path: Mistake['path']): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[String(key)], value)
}

/** Narrowest and lowest text in twips: six centimetres. */
const LEAST_ROOM = 3402

/** What the schema cannot say: two ways to say one thing, and lines that leave letters no room. */
function contradictionsIn(given: Given): Mistake[] {
  const profile = toProfile(given)
  const { pitch, width, character, margins, paper } = measure(profile)
  const least = profile.body.size * 20
  const mistakes: Mistake[] = []
  const add = (path: Mistake['path'], what: string): void => void mistakes.push({ path, isKey: true, what })
  if (given.lines !== undefined && given.pitch !== undefined) add(['lines'], 'lines 和 pitch 只写一个：行距由行数算出')
  if (width < LEAST_ROOM || paper.height - margins.top - margins.bottom < LEAST_ROOM)
    add(['margins'], '页边距太大，正文放不下')
  else if (pitch < least) {
    const name = given.pitch === undefined ? 'lines' : 'pitch'
    add([name], `行距只有 ${pitch / 20} 磅，比正文的字（${profile.body.size} 磅）还小，字会被切掉`)
  } else if (character < least * 0.8)
    add(['characters'], `一行放不下 ${profile.characters} 个正文的字，请改小字号或字数`)
  return mistakes
}

const pointsOf = (size: Size): number => (typeof size === 'number' ? size : (SIZES[size] as number))

/** A face with what was given laid over it. */
function over<Type extends Face>(face: Type, given: GivenFace = {}): Type {
  return { ...face, ...given, ...(given.size === undefined ? {} : { size: pointsOf(given.size) }) }
}

/** The national form with what an office sets otherwise laid over it; what follows from the text follows the office's text. */
function toProfile(given: Given): Profile {
  const body = over(NATIONAL.body, given.body)
  const [first, second, third, fourth] = NATIONAL.headings
  // Headings and tables are as large as the text, levels 3 and 4 and tables have its font.
  const like = (face: Face): Face => ({
    ...face,
    size: body.size,
    font: face.font === NATIONAL.body.font ? body.font : face.font,
  })
  const isNatural =
    given.body?.size !== undefined || given.margins?.left !== undefined || given.margins?.right !== undefined
  return {
    margins: { ...NATIONAL.margins, ...given.margins },
    lines: given.lines ?? NATIONAL.lines,
    pitch: given.pitch ?? NATIONAL.pitch,
    characters: given.characters ?? (isNatural ? null : NATIONAL.characters),
    latin: given.latin ?? NATIONAL.latin,
    title: over(NATIONAL.title, given.title),
    body,
    headings: [
      over(like(first), given.heading1),
      over(like(second), given.heading2),
      over(like(third), given.heading3),
      over(like(fourth), given.heading4),
    ],
    table: over({ ...NATIONAL.table, ...like(NATIONAL.table) }, given.table),
    pageNumber: over(NATIONAL.pageNumber, given.pageNumber),
    signature: { ...NATIONAL.signature, ...given.signature },
  }
}

/**
 * The profile of a file in JSON or YAML. Throws `bad-config` that names every mistake with its place and what to write
 * instead.
 * @param name of the file, for the message
 */
export function parseProfile(text: string, name: string): Profile {
  const mistakesIn = (value: unknown): Mistake[] =>
    isProfile(value)
      ? contradictionsIn(value as Given)
      : (isProfile.errors ?? []).map((error) => toMistake(error, value))
  const given = parseFaultless(
    text,
    mistakesIn,
    (mistakes) => new FazhiError('bad-config', `版式文件“${name}”有误：${mistakes}`),
  )
  return toProfile(given as Given)
}
