import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { parseFrontMatter } from '../../src/read/front-matter.js'
import { sourceOf } from '../drafts.js'

const metadataOf = async (yaml: string) => (await sourceOf(`---\n${yaml}\n---\n\n正文。\n`, 'draft.md')).metadata

async function mistakeOf(yaml: string): Promise<string> {
  const error = await metadataOf(yaml).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FazhiError)
  expect((error as FazhiError).code).toBe('bad-front-matter')
  return (error as FazhiError).message
}

describe('front matter', () => {
  it('gives the fields of the report and keeps every other key', async () => {
    const yaml =
      'title: 云溪县2023年法治政府建设年度报告\nissuer: 云溪县人民政府\nkind: government\nyear: 2023\nsignature: 云溪县人民政府\naddressee: 市政府\nsource: 县司法局'
    expect(await metadataOf(yaml)).toEqual({
      title: '云溪县2023年法治政府建设年度报告',
      issuer: '云溪县人民政府',
      kind: 'government',
      year: 2023,
      signature: '云溪县人民政府',
      addressee: '市政府',
      rest: { source: '县司法局' },
    })
  })

  it.each([
    ['政府', 'government'],
    ['部门', 'department'],
    ['乡镇', 'township'],
    ['街道', 'township'],
  ])('takes kind: %s', async (word, kind) => {
    expect((await metadataOf(`kind: ${word}`)).kind).toBe(kind)
  })

  it.each([
    ['2024-03-28', '2024-03-28'],
    ['2024年3月28日', '2024-03-28'],
    ['二〇二四年三月二十八日', '2024-03-28'],
  ])('reads the date %s in whichever spelling', async (printed, iso) => {
    expect((await metadataOf(`publishedOn: ${printed}`)).publishedOn).toBe(iso)
  })

  it('keeps a date that is none as printed, and a year in words of digits', async () => {
    expect(await metadataOf('publishedOn: 三月底\nyear: 2023年度')).toEqual({
      year: 2023,
      rest: { publishedOn: '三月底' },
    })
  })

  it('takes a title that YAML reads as a number, and leaves out what is empty', async () => {
    expect(await metadataOf("title: 2023\nissuer: ''\nsignature:")).toEqual({ title: '2023', rest: {} })
  })

  it('stands under CRLF line ends and after a byte order mark', async () => {
    const source = await sourceOf('\ufeff---\r\nyear: 2023\r\n---\r\n\r\n正文。\r\n', 'draft.md')
    expect(source.metadata.year).toBe(2023)
  })

  it('gives back the chrome that an earlier conversion filed in it', async () => {
    const source = await sourceOf('---\nchrome:\n  - 打印本页\n  - 关闭窗口\n---\n\n正文。\n', 'draft.md')
    expect(source.chrome).toEqual(['打印本页', '关闭窗口'])
    expect(source.metadata.rest).toEqual({})
  })

  it.each([
    ['title: 甲\nyear: [2023', 3, '不合 YAML 的写法'],
    ['title: "未闭合', 2, '不合 YAML 的写法'],
    ['title: 甲\nissuer: 乙\ntitle: 丙', 4, '写了两次'],
    ['title\uff1a云溪县报告\nyear\uff1a2023', 2, '冒号应为半角'],
    ['title: 云溪县报告\nyear\uff1a2023', 3, '冒号应为半角'],
    ['title: 甲\nkind: 学校', 3, '“学校”'],
    ['kind: constructor', 2, '“constructor”'],
    ['issuer: 甲\nyear: 二〇二三', 3, '“二〇二三”'],
    ['year: 1023', 2, '“1023”'],
    ['year: 2023\ntitle: {甲: 乙}', 3, '应为一行文字'],
    ['year: 2023\ntitle: *重要*', 3, '要加引号'],
  ])('names the line and the mistake in %j', async (yaml, line, what) => {
    const message = await mistakeOf(yaml)
    expect(message).toContain(`第 ${line} 行`)
    expect(message).toContain(what)
    expect(message).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/i)
  })

  it('refuses aliases that multiply, instead of unfolding them', async () => {
    const layers = Array.from({ length: 12 }, (_, i) => {
      const inner = i === 0 ? '甲' : `*l${i - 1}`
      return `k${i}: &l${i} [${Array(9).fill(inner).join(', ')}]`
    })
    expect(await mistakeOf(layers.join('\n'))).toContain('过大')
  }, 2000)

  it('refuses front matter longer than any page of metadata', () => {
    expect(() => parseFrontMatter(`a: ${'甲'.repeat(100_001)}`)).toThrow('过长')
  })

  it('does not take keys for properties of objects', async () => {
    const { rest } = await metadataOf('constructor: 甲\ntoString: 乙')
    expect(rest).toEqual({ constructor: '甲', toString: '乙' })
  })
})

describe('`---` that is no front matter', () => {
  it.each([
    [
      'a rule above the text',
      '---\n正文第一段，讲的是工作。\n\n---\n\n第二段。\n',
      ['正文第一段，讲的是工作。', '第二段。'],
    ],
    ['rules around the title', '---\n\n云溪县报告\n\n---\n\n正文。\n', ['云溪县报告', '正文。']],
    ['a list between rules', '---\n- 一\n- 二\n---\n正文。\n', ['一', '二', '正文。']],
    ['no second rule', '---\ntitle: 甲\n', ['title: 甲']],
    ['nothing between', '---\n---\n正文。\n', ['正文。']],
  ])('stays part of the draft: %s', async (_, text, lines) => {
    const source = await sourceOf(text, 'draft.md')
    const json = JSON.stringify(source.root)
    for (const line of lines) expect(json).toContain(line)
    expect(source.metadata).toEqual({ rest: {} })
  })
})
