import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../src/error.js'
import { parseSettings } from '../src/settings.js'
import fc from './fast-check.js'

/** What a configuration is refused with. */
function refusal(text: string): string {
  try {
    parseSettings(text, '.fazhirc.yaml')
  } catch (error) {
    if (error instanceof FazhiError && error.code === 'bad-config') return error.message
    throw error
  }
  throw new Error('it was taken')
}

const WHOLE = `kind: department
schema: 本省.schema.json
place: 安徽
rules:
  stray-space: off
  late-report: error
ignore:
  - rule: missing-date
    reason: 由办公室统一落款
  - rule: late-report
    reason: 县里统一延期
    file: 石桥镇.txt
vocabulary:
  titles: [云溪县河长制工作条例]
  phrases: [一网统管、一网通办]
  words:
    河长治: 河长制
`

describe('a configuration', () => {
  it('gives its settings, in YAML', () => {
    expect(parseSettings(WHOLE, '.fazhirc.yaml')).toEqual({
      kind: 'department',
      schema: '本省.schema.json',
      place: '安徽',
      levels: { 'stray-space': 'off', 'late-report': 'error' },
      ignore: [
        { rule: 'missing-date', reason: '由办公室统一落款', file: null },
        { rule: 'late-report', reason: '县里统一延期', file: '石桥镇.txt' },
      ],
      titles: ['云溪县河长制工作条例'],
      phrases: ['一网统管、一网通办'],
      words: { 河长治: '河长制' },
    })
  })

  it('gives its settings, in JSON', () => {
    expect(parseSettings('{"$schema": "x", "rules": {"late-report": "off"}}', '.fazhirc.json')).toEqual({
      levels: { 'late-report': 'off' },
    })
  })

  it.each(['', '# 还没有写\n', '{}'])('may be empty: %j', (text) => {
    expect(parseSettings(text, '.fazhirc.yaml')).toEqual({})
  })

  it('is described by its schema', () => {
    const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'))
    const ajv = new Ajv2020({ allErrors: true, strict: true })
    expect(ajv.validate(schema, { rules: { x: 'off' }, vocabulary: { words: { a: 'b' } } })).toBe(true)
    expect(ajv.validate(schema, { rule: {} })).toBe(false)
  })
})

describe('a mistake in a configuration is named with its place and what to write:', () => {
  it.each([
    ['an unknown name', 'place: 安徽\nrulse: {}\n', '第 2 行第 1 列，不认识“rulse”，是不是 rules？'],
    [
      'a name like none',
      'xyzzyxyzzy: 1\n',
      '第 1 行第 1 列，不认识“xyzzyxyzzy”，可以写 kind、schema、place、rules、ignore、vocabulary',
    ],
    ['an unknown name further down', 'vocabulary:\n  word: {}\n', '第 2 行第 3 列，不认识“word”，是不是 words？'],
    [
      'an unknown rule',
      'rules:\n  late-reprot: off\n',
      '第 2 行第 3 列，没有“late-reprot”这条规则，是不是 late-report？',
    ],
    [
      'an unknown rule like none',
      'rules:\n  qqqqqqqqqqqqqqqqqqqq: off\n',
      '第 2 行第 3 列，没有“qqqqqqqqqqqqqqqqqqqq”这条规则。用 fazhi rules 列出全部规则',
    ],
    [
      'an unknown rule to be ignored',
      'ignore:\n  - rule: mising-date\n    reason: 统一落款\n',
      '第 2 行第 11 列，没有“mising-date”这条规则，是不是 missing-date？',
    ],
    [
      'an unknown level',
      'rules:\n  late-report: 关\n',
      '第 2 行第 16 列，rules.late-report 只能是 off、info、warning、error',
    ],
    ['no reason', 'ignore:\n  - rule: late-report\n', '第 2 行第 5 列，ignore 第 1 项缺少 reason，请写明理由'],
    ['an empty reason', 'ignore:\n  - rule: late-report\n    reason: " "\n', 'ignore 第 1 项的 reason 不能为空'],
    ['a value of another kind', 'kind: 部门\n', '第 1 行第 7 列，kind 只能是 government、department、township'],
    ['a list where a text belongs', 'place: [安徽]\n', '第 1 行第 8 列，place 应为文字'],
    ['a text where a list belongs', 'ignore: late-report\n', '第 1 行第 9 列，ignore 应为一个列表'],
    ['no mapping at all', '- late-report\n', '第 1 行第 1 列，整个文件应为“名称: 值”的列表'],
    ['a name given twice', 'place: 安徽\nplace: 江苏\n', '第 2 行第 1 列，同一个名称写了两次'],
    ['broken JSON', '{"rules": {"late-report": "off"}', '写法有误'],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toContain('配置文件“.fazhirc.yaml”有误：')
    expect(refusal(text)).toContain(message)
  })

  it('several at once', () => {
    const told = refusal('rulse: {}\nplace: 1\nkind: x\n')
    expect(told.match(/第 \d 行/g)).toEqual(['第 1 行', '第 2 行', '第 3 行'])
  })

  it('a bomb of aliases', () => {
    const bomb = `a: &a [${'x,'.repeat(20)}x]\nb: &b [${'*a,'.repeat(20)}*a]\nc: &c [${'*b,'.repeat(20)}*b]\nd: [${'*c,'.repeat(20)}*c]\n`
    expect(refusal(bomb)).toContain('引用（*）有误')
  })

  it('any text is taken or refused in so many words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(WHOLE), fc.string({ unit: 'grapheme' })), (text) => {
        try {
          parseSettings(text, 'x')
        } catch (error) {
          expect(error).toBeInstanceOf(FazhiError)
          expect((error as FazhiError).message).toMatch(/^配置文件“x”有误：/)
        }
      }),
    )
  })
})
