import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/read/markdown.js'
import { readPlainMarkdown } from '../../src/read/plain-markdown.js'
import fc from '../fast-check.js'

/** Expects the parser's own tree, where the text is not left to the parser. */
async function expectParsersTree(text: string): Promise<boolean> {
  const root = readPlainMarkdown(text)
  if (root === null) return false
  const { root: parsed, frontMatter } = await parseMarkdown(text)
  expect(frontMatter).toBeNull()
  expect(root, JSON.stringify(text)).toEqual(parsed)
  return true
}

/** Pieces of lines that are plain, that look like markup, and that are. */
const PIECES = [
  ...[
    '审查文件32件',
    '（一）健全制度',
    '全年10~20件。',
    '“甲”；《乙》',
    '〔2023〕12号',
    'https://example.cn/甲',
    'a@b.cn',
  ],
  ...['# ', '## ', '###### ', '####### ', '#', '#甲', ' ', '  ', '\u3000\u3000', '\u00a0', '1.', '1. ', '12) ', '1.甲'],
  ...['-', '- ', '+', '+ ', '=', '===', '---', '> ', '>', ':', '!', '~', '~~~', '*', '_', '`', '[', ']', '|', '<', '&'],
  ...[
    '\\',
    '\t',
    '\0',
    '\ufeff',
    '\ufdd0',
    '\u2028',
    '\u0085',
    '\u000b',
    '\u000c',
    '\u001f',
    '\ud83d\ude00',
    '\ud83d',
    '&lt;',
    'www.甲.cn',
    '[ ]',
  ],
]
const END = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n')
const PLAIN = PIECES.slice(0, 14)
const lineOf = (pieces: string[]) => fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((each) => each.join(''))
const textOf = (pieces: string[]) =>
  fc
    .array(fc.tuple(lineOf(pieces), END), { maxLength: 8 })
    .chain((lines) => lineOf(pieces).map((last) => lines.map(([line, end]) => line + end).join('') + last))

describe('readPlainMarkdown', () => {
  it('gives the tree of the parser, or leaves the text to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(textOf(PLAIN), textOf(PIECES), fc.string({ unit: 'binary' })), async (text) => {
        await expectParsersTree(text)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措\n\n审查文件32件。\n', true],
    ['# 标题\r\n正文一行\r\n又一行\r\n\r\n', true],
    ['\u3000\u3000缩进的一段\n\n1.不是列表\n', true],
    ['满意率85%~90%，见https://example.cn/a', true],
    ['', true],
    ['\n\n甲', true],
    ['**重点**', false],
    ['- 项目', false],
    ['1. 项目', false],
    ['标题\n===', false],
    ['# 标题 #', false],
    ['#标题', false],
    ['甲  \n乙', false],
    ['| 甲 |\n| - |', false],
    ['甲<!-- 说明 -->', false],
    ['甲&amp;乙', false],
    ['~~甲~~', false],
    ['甲\r乙', false],
  ])('reads itself what has no markup but headings: %j', async (text, isRead) => {
    expect(await expectParsersTree(text)).toBe(isRead)
  })

  it('gives the tree of the parser for every draft there is', async () => {
    const files = ['seeds', 'test/fixtures'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    const drafts = files.filter((name) => /\.(?:md|txt)$/.test(name)).map((name) => readFileSync(name, 'utf8'))
    let read = 0
    for (const draft of drafts) if (await expectParsersTree(draft)) read++
    expect(read).toBeGreaterThan(drafts.length / 2)
  })
})
