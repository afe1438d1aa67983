import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overlayFinder } from '../../src/node/own-files.js'
import { complaintOf, fazhi, folderWith, resultsOf } from './cli.js'
import { GOOD } from './samples.js'

const OVERLAY = resolve('seeds/schemas/enforcement-data.schema.json')

const withSection = (section: unknown): string =>
  JSON.stringify({ properties: { sections: { properties: { data: section }, required: ['data'] } } })

describe('an own schema', () => {
  it('has its section reported missing, with its own basis', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const run = fazhi(['lint', '-f', 'ndjson', '--schema', OVERLAY, 'a.md'], { cwd })
    expect(run.status).toBe(1)
    const [result] = resultsOf(run)
    expect(result?.report?.sections['enforcementData']).toEqual({ state: 'absent' })
    expect(result?.findings).toMatchObject([
      { rule: 'missing-section', severity: 'error', basis: '《某省行政执法数据公开办法》第八条' },
    ])
    expect(result?.findings[0]?.message).toMatch(/^缺少“行政执法数据公开情况”。《某省行政执法数据公开办法》第八条要求/)
  })

  it('has its section shown among the contents', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    expect(fazhi(['lint', '--schema', OVERLAY, 'a.md'], { cwd }).stdout).toMatch(/\n {2}行政执法数据公开情况 {2}未见\n/)
  })

  it('has its section recognised by its words', () => {
    const text = GOOD.replace(
      '石桥镇人民政府\n',
      '## 五、行政执法数据\n\n行政处罚12件，行政检查240次。\n\n石桥镇人民政府\n',
    )
    const cwd = folderWith({ 'a.md': text })
    const run = fazhi(['lint', '-f', 'ndjson', '--schema', OVERLAY, 'a.md'], { cwd })
    expect(run.status).toBe(0)
    expect(resultsOf(run)[0]?.report?.sections['enforcementData']).toMatchObject({ state: 'separate', line: 19 })
  })

  it('is compiled once for all files of a run', async () => {
    const overlayOf = overlayFinder()
    expect(await overlayOf(OVERLAY)).toBe(await overlayOf(OVERLAY))
    expect(await overlayOf(undefined)).toBeUndefined()
  })

  it('may ask as advice only', () => {
    const cwd = folderWith({ 'a.md': GOOD, 's.json': withSection({ title: '执法数据', 'x-severity': 'info' }) })
    const run = fazhi(['lint', '-f', 'ndjson', '--schema', 's.json', 'a.md'], { cwd })
    expect(run.status).toBe(0)
    expect(resultsOf(run)[0]?.findings).toMatchObject([{ rule: 'missing-section', severity: 'info', basis: null }])
  })
})

describe('a mistake in an own schema is told in one sentence, before any file, status 2', () => {
  const json = (value: unknown): string => JSON.stringify(value)
  const cases: [string, string, RegExp][] = [
    ['JSON that ends too soon', '{\n  "title": "甲",\n', /“s\.json”不是合法的 JSON：第 2 行附近/],
    ['a comma too many', '{\n  "title": "甲",\n}\n', /第 3 行附近/],
    ['a comma missing', '{\n  "title": "甲"\n  "type": "object"\n}\n', /第 3 行附近/],
    ['Chinese quotation marks', '{\n  "title": “甲”\n}\n', /第 2 行附近/],
    ['a value missing', '{\n\n\n  "title": }\n', /第 4 行附近/],
    ['a full-width comma', '{\n  "title": "甲"\uff0c\n  "type": "object"\n}\n', /第 2 行附近/],
    ['text after its end', '{\n}\n甲\n', /第 3 行附近/],
    ['nothing in it', '', /第 1 行附近/],
    ['no object', '[]', /最外层应为一个对象/],
    ['a broken $ref', json({ $ref: 'nowhere.json' }), /\$ref 指向的“nowhere\.json”不存在/],
    ['a $ref to a part that is not there', json({ $ref: '#/$defs/x' }), /\$ref 指向的“#\/\$defs\/x”不存在/],
    [
      'an unknown keyword of ours',
      withSection({ title: '甲', 'x-word': ['甲'] }),
      /x-word 不是本工具的关键字，是不是想写“x-words”？/,
    ],
    ['another', withSection({ title: '甲', 'x-serverity': 'info' }), /是不是想写“x-severity”？/],
    ['one like none of ours', withSection({ title: '甲', 'x-internal': 1 }), /可以写 x-binding-since、x-heading、/],
    ['an unknown keyword', json({ foo: 1 }), /不认识关键字“foo”/],
    [
      'a bad pattern in our keyword',
      withSection({ title: '甲', 'x-words': ['(甲'] }),
      /x-words\/0 的“\(甲”不是合法的正则表达式/,
    ],
    ['a bad pattern', json({ properties: { title: { pattern: '(' } } }), /“\(”不是合法的正则表达式/],
    ['words that are no list', withSection({ title: '甲', 'x-words': '甲' }), /x-words 应为文字的列表/],
    [
      'a severity that does not exist',
      withSection({ title: '甲', 'x-severity': '错误' }),
      /只能是 error、warning、info，不能是“错误”/,
    ],
    ['a title that is no text', withSection({ title: 1 }), /#\/properties\/sections\/properties\/data\/title 的值不合/],
    [
      'a type that does not exist',
      json({ properties: { title: { type: 'text' } } }),
      /#\/properties\/title\/type 的值不合/,
    ],
    ['allOf that is no list', json({ allOf: {} }), /#\/allOf 的值不合/],
    [
      'a section without a title',
      json({ properties: { sections: { required: ['data'] } } }),
      /required 要求“data”.*请至少写上 title/,
    ],
    [
      'the name of a built-in schema',
      json({ $id: 'report.schema.json' }),
      /\$id 不能与内置的“report\.schema\.json”相同/,
    ],
  ]
  it.each(cases)('%s', (_, text, sentence) => {
    const cwd = folderWith({ 's.json': text, 'a.md': GOOD })
    const run = fazhi(['lint', '-f', 'json', '--schema', 's.json', 'a.md', 'missing.md'], { cwd })
    expect(complaintOf(run)).toMatch(sentence)
    expect(run.status).toBe(2)
  })

  it('a file that is not there, or not in UTF-8', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'gb.json': Uint8Array.from([0x7b, 0xc7, 0xc5, 0x7d]) })
    const missing = fazhi(['lint', '--schema', 'none.json', 'a.md'], { cwd })
    expect(complaintOf(missing)).toBe('本地补充要求“none.json”：找不到这个文件')
    expect(missing.status).toBe(2)
    expect(complaintOf(fazhi(['lint', '--schema', 'gb.json', 'a.md'], { cwd }))).toContain('文件应为 UTF-8 编码')
  })

  it('for every command that takes one', () => {
    const cwd = folderWith({ 's.json': '{', 'a.md': GOOD })
    for (const args of [['convert', 'a.md'], ['rules'], ['new', '--issuer', '云溪县人民政府', '--year', '2025']]) {
      const run = fazhi([...args, '--schema', 's.json'], { cwd })
      expect(complaintOf(run)).toContain('不是合法的 JSON')
      expect(run.status).toBe(2)
    }
  })

  it('with several processes too', () => {
    const cwd = folderWith({ 's.json': '{', 'a.md': GOOD, 'b.md': GOOD })
    const run = fazhi(['lint', '--jobs', '2', '--schema', 's.json', 'a.md', 'b.md'], { cwd })
    expect(complaintOf(run)).toContain('不是合法的 JSON')
  })
})
