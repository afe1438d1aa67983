import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paragraph, stylesXml, wordFile } from '../read/word.js'
import { expectFaithful, ourComments } from '../write/annotated.js'
import { complaintOf, fazhi, folderWith, resultsOf } from './cli.js'
import { GOOD, UNFILLED } from './samples.js'

/** A draft as a Word file: headings with styles. */
const word = (markdown: string): Uint8Array =>
  wordFile(
    markdown
      .split('\n\n')
      .map((line) => {
        const level = /^#*/.exec(line)?.[0].length ?? 0
        const text = line.trim().replace(/^#+ /, '')
        return paragraph(text, level === 0 ? {} : { style: level === 1 ? 'Title' : String(level - 1) })
      })
      .join(''),
    { styles: stylesXml() },
  )

const draft = word(UNFILLED)
const LINT = ['lint', '年报.docx', '--annotate', '批注.docx']

describe('lint --annotate', () => {
  it('writes the draft with a comment for each finding, and tells and ends as lint does', () => {
    const cwd = folderWith({ '年报.docx': draft })
    const run = fazhi(LINT, { cwd })
    const without = fazhi(['lint', '年报.docx'], { cwd })
    expect(run.stdout).toBe(without.stdout)
    expect(run.status).toBe(without.status)
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('fazhi: 年报.docx：已把 1 处问题写成批注，存为“批注.docx”\n')
    const bytes = readFileSync(join(cwd, '批注.docx'))
    expectFaithful(bytes, draft)
    expect(ourComments(bytes).map(({ paragraphs }) => paragraphs)).toEqual([
      [
        '错误：有1处没有填写：“XX”，请填好或删去。',
        '原文：“调解纠纷XX件，审查合同32份。”',
        '规则：unfilled-placeholder',
      ],
    ])
    expect(new Uint8Array(readFileSync(join(cwd, '年报.docx')))).toEqual(draft)
    expect(readdirSync(cwd).sort()).toEqual(['年报.docx', '批注.docx'].sort())
  })

  it('gives the same findings for what it wrote', () => {
    const cwd = folderWith({ '年报.docx': draft })
    fazhi(LINT, { cwd })
    const findings = ['年报.docx', '批注.docx'].map(
      (name) => resultsOf(fazhi(['lint', name, '--format', 'ndjson'], { cwd }))[0]?.findings,
    )
    expect(findings[1]).toEqual(findings[0])
  })

  it('goes with every format of the findings', () => {
    const cwd = folderWith({ '年报.docx': draft })
    const run = fazhi([...LINT, '--format', 'json'], { cwd })
    expect(JSON.parse(run.stdout)).toMatchObject({ summary: { errors: 1 } })
    expect(existsSync(join(cwd, '批注.docx'))).toBe(true)
  })

  it('copies a draft with nothing to comment on, and says so', () => {
    const cwd = folderWith({ '年报.docx': word(GOOD) })
    const run = fazhi(LINT, { cwd })
    expect(run.status).toBe(0)
    expect(run.stderr).toContain('没有要批注的问题，“批注.docx”与草稿相同')
    expect(new Uint8Array(readFileSync(join(cwd, '批注.docx')))).toEqual(word(GOOD))
  })

  it('writes no comment on what was waived', () => {
    const config = JSON.stringify({ ignore: [{ rule: 'unfilled-placeholder', reason: '数字待核' }] })
    const cwd = folderWith({ '年报.docx': draft, '.fazhirc.json': config })
    expect(fazhi(LINT, { cwd }).stderr).toContain('没有要批注的问题')
  })

  it('takes a draft from standard input that is named as Word', () => {
    const cwd = folderWith()
    const run = fazhi(['lint', '-', '--stdin-name', '年报.docx', '--annotate', '批注.docx'], { cwd, input: draft })
    expect(run.status).toBe(1)
    expect(ourComments(readFileSync(join(cwd, '批注.docx')))).toHaveLength(1)
  })

  it('overwrites a file with --force alone', () => {
    const cwd = folderWith({ '年报.docx': draft, '批注.docx': 'old' })
    const run = fazhi(LINT, { cwd })
    expect(complaintOf(run)).toBe('“批注.docx”已经存在，没有覆盖。要覆盖请加 --force，或换一个名字')
    expect(run.status).toBe(2)
    expect(readFileSync(join(cwd, '批注.docx'), 'utf8')).toBe('old')
    expect(fazhi([...LINT, '--force'], { cwd }).status).toBe(1)
    expect(ourComments(readFileSync(join(cwd, '批注.docx')))).toHaveLength(1)
  })
})

describe('lint --annotate is refused in a sentence, and nothing is written', () => {
  const files = { '年报.docx': draft, '二.docx': draft, '年报.md': GOOD, '旧.doc': 'x', '夹/三.docx': draft }
  it.each<[string, string[], string]>([
    [
      'for several drafts',
      ['年报.docx', '二.docx', '--annotate', '批注.docx'],
      '一次只给一份 Word 文档加批注，现在有 2 份',
    ],
    [
      'for a draft that is no Word file',
      ['年报.md', '--annotate', '批注.docx'],
      '“年报.md”不是。可以先用 fazhi convert',
    ],
    ['for a Word file of the old kind', ['旧.doc', '--annotate', '批注.docx'], '另存为 .docx 后再试'],
    ['for standard input without a name', ['-', '--annotate', '批注.docx'], '--stdin-name 年报.docx'],
    ['where the result is no Word file', ['年报.docx', '--annotate', '批注.md'], '“批注.md”请改成以 .docx 结尾的名字'],
    ['over the draft itself', ['年报.docx', '--annotate', './年报.docx'], '就是草稿本身'],
    [
      'over the draft itself, with --force too',
      ['年报.docx', '--annotate', '夹/../年报.docx', '--force'],
      '就是草稿本身',
    ],
    ['together with --fix', ['年报.docx', '--annotate', '批注.docx', '--fix'], '不能与 --fix 同用'],
    [
      'together with --fix-dry-run',
      ['年报.docx', '--annotate', '批注.docx', '--fix-dry-run'],
      '不能与 --fix-dry-run 同用',
    ],
    ['without a name', ['年报.docx', '--annotate'], '选项 --annotate <文件> 后面要写值'],
  ])('%s', (_, args, sentence) => {
    const cwd = folderWith(files)
    const before = readdirSync(cwd, { recursive: true }).sort()
    const run = fazhi(['lint', ...args], { cwd })
    expect(complaintOf(run)).toContain(sentence)
    expect(run.status).toBe(2)
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before)
    expect(new Uint8Array(readFileSync(join(cwd, '年报.docx')))).toEqual(draft)
  })

  it.each([
    ['a link to the draft', symlinkSync],
    ['another name of the draft', linkSync],
  ])('over %s', (_, link) => {
    const cwd = folderWith(files)
    link(join(cwd, '年报.docx'), join(cwd, '别名.docx'))
    expect(complaintOf(fazhi(['lint', '年报.docx', '--annotate', '别名.docx', '--force'], { cwd }))).toContain(
      '就是草稿本身',
    )
    expect(new Uint8Array(readFileSync(join(cwd, '年报.docx')))).toEqual(draft)
  })

  it.each([
    ['that cannot be read', { '年报.docx': 'no zip' }, '批注.docx', '这不是 Word 文档'],
    ['that is not there', {}, '批注.docx', '找不到这个文件'],
    ['where the folder is missing', files, '没有/批注.docx', '写不了“没有/批注.docx”：目标目录不存在'],
  ])('for a draft %s', (_, some, path, sentence) => {
    const cwd = folderWith(some as Record<string, string>)
    const run = fazhi(['lint', '年报.docx', '--annotate', path], { cwd })
    expect(run.stderr).toContain(sentence)
    expect(run.status).toBe(2)
    expect(existsSync(join(cwd, path))).toBe(false)
  })

  it('for a file of the old kind under a new name', () => {
    const cwd = folderWith({ '年报.docx': readFileSync('test/fixtures/docx/odd.doc') })
    const run = fazhi(LINT, { cwd })
    expect(run.stderr).toMatch(/不是新版 Word 文档（\.docx），加不了批注/)
    expect(run.status).toBe(2)
    expect(existsSync(join(cwd, '批注.docx'))).toBe(false)
  })
})
