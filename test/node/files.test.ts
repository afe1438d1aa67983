import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complaintOf, fazhi, folderWith, resultsOf, shell } from './cli.js'
import { GOOD } from './samples.js'

const pathsOf = (args: string[], cwd: string): string[] =>
  resultsOf(fazhi(['lint', '-f', 'ndjson', ...args], { cwd })).map(({ path }) => path)

describe('a folder', () => {
  it('gives its .md and .txt files and those of the folders below, in order', () => {
    const cwd = folderWith({
      '年报/b.md': GOOD,
      '年报/a.txt': GOOD,
      '年报/乡镇/石桥镇.txt': GOOD,
      '年报/乡镇/深/处.markdown': GOOD,
      '年报/c.text': GOOD,
    })
    expect(pathsOf(['年报'], cwd)).toEqual([
      '年报/a.txt',
      '年报/b.md',
      '年报/c.text',
      '年报/乡镇/深/处.markdown',
      '年报/乡镇/石桥镇.txt',
    ])
  })

  it('leaves out hidden files and folders, node_modules and other formats', () => {
    const cwd = folderWith({
      'a.md': GOOD,
      '.hidden.md': GOOD,
      '.git/b.md': GOOD,
      'node_modules/pkg/readme.md': GOOD,
      'deep/node_modules/readme.md': GOOD,
      'b.pdf': GOOD,
      'c.docm': GOOD,
      'd.json': '{}',
      '~$e.docx': GOOD,
      md: GOOD,
    })
    expect(pathsOf(['.'], cwd)).toEqual(['a.md'])
  })

  it('gives Word documents and web pages too', () => {
    const cwd = folderWith({ 'a.docx': GOOD, 'b.doc': GOOD, 'c.wps': GOOD, 'd.html': GOOD, 'e.HTM': GOOD })
    expect(pathsOf(['.'], cwd)).toEqual(['a.docx', 'b.doc', 'c.wps', 'd.html', 'e.HTM'])
  })

  it('gives files whose extension is in capitals, as Windows writes them', () => {
    const cwd = folderWith({ 'drafts/A.TXT': GOOD, 'drafts/B.Md': GOOD })
    expect(pathsOf(['drafts'], cwd)).toEqual(['drafts/A.TXT', 'drafts/B.Md'])
  })

  it.runIf(process.platform === 'linux')(
    'gives files with line breaks in their names, and tells names that are not UTF-8',
    () => {
      const cwd = folderWith({ 'drafts/a\nb.md': GOOD, 'drafts/a\u2028b.md': GOOD })
      writeFileSync(Buffer.concat([Buffer.from(`${cwd}/drafts/`), Buffer.from([0xb0, 0xa1]), Buffer.from('.md')]), GOOD)
      const run = fazhi(['lint', '-f', 'ndjson', 'drafts'], { cwd })
      expect(resultsOf(run).map(({ path, error }) => [path, error?.message ?? null])).toEqual([
        ['drafts/a\nb.md', null],
        ['drafts/a\u2028b.md', null],
        ['drafts/\ufffd\ufffd.md', '文件或所在目录的名字不是 UTF-8 编码，读不到这个文件，请改名后再试'],
      ])
    },
  )

  it('gives linked files, and leaves linked folders, which may run in circles', () => {
    const cwd = folderWith({ 'drafts/sub/a.md': GOOD, 'elsewhere.txt': GOOD })
    symlinkSync('..', join(cwd, 'drafts/sub/up'))
    symlinkSync('../elsewhere.txt', join(cwd, 'drafts/linked.txt'))
    expect(pathsOf(['drafts'], cwd)).toEqual(['drafts/linked.txt', 'drafts/sub/a.md'])
  })

  it('tells of a broken link in it', () => {
    const cwd = folderWith({ 'drafts/a.md': GOOD })
    symlinkSync('gone.md', join(cwd, 'drafts/b.md'))
    const run = fazhi(['lint', '-f', 'ndjson', 'drafts'], { cwd })
    expect(run.status).toBe(2)
    expect(resultsOf(run).map(({ error }) => error?.message ?? null)).toEqual([
      null,
      '这是一个失效的链接，它指向的文件不存在',
    ])
  })

  it.skipIf(process.platform === 'win32')('tells of pipes and devices in it, and of links to them', () => {
    const cwd = folderWith({ 'drafts/a.md': GOOD })
    shell('mkfifo drafts/b.md pipe; ln -s ../pipe drafts/c.md; ln -s /dev/zero drafts/d.md', cwd)
    const run = fazhi(['lint', '-f', 'ndjson', 'drafts'], { cwd })
    const told = [null, '这不是普通文件', '这不是普通文件', '这不是普通文件']
    expect(resultsOf(run).map(({ error }) => error?.message ?? null)).toEqual(told)
  })

  it('gives a file once, however many links lead to it', () => {
    const cwd = folderWith({ 'drafts/a.md': GOOD })
    symlinkSync('a.md', join(cwd, 'drafts/b.md'))
    symlinkSync('drafts', join(cwd, 'linked'))
    expect(pathsOf(['drafts', 'linked', 'linked/a.md'], cwd)).toEqual(['drafts/a.md'])
  })

  it.skipIf(process.platform === 'win32')('gives way to a pipe that is named', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const { stdout, status } = shell('mkfifo p.md; cat a.md > p.md & fazhi lint -f ndjson p.md', cwd)
    expect([JSON.parse(stdout).path, status]).toEqual(['p.md', 0])
  })

  it('without drafts is told, status 2', () => {
    const cwd = folderWith({ 'empty/readme.pdf': '' })
    const run = fazhi(['lint', 'empty'], { cwd })
    expect(complaintOf(run)).toBe('empty：目录里没有 .docx、.md、.txt 等报告文件')
    expect(run.status).toBe(2)
  })

  it('whose name has brackets is a folder and no pattern', () => {
    const cwd = folderWith({ '年报[2023]/a.md': GOOD })
    expect(pathsOf(['年报[2023]'], cwd)).toEqual(['年报[2023]/a.md'])
  })

  it('named .git or node_modules is searched where it is asked for', () => {
    const cwd = folderWith({ '.drafts/a.md': GOOD, 'node_modules/b.md': GOOD })
    expect(pathsOf(['.drafts', 'node_modules'], cwd)).toEqual(['.drafts/a.md', 'node_modules/b.md'])
  })
})

describe('a pattern', () => {
  const files = { 'a.md': GOOD, 'b.txt': GOOD, 'sub/c.md': GOOD, '.d.md': GOOD, 'node_modules/e.md': GOOD }

  it.each([
    ['*.md', ['a.md']],
    ['**/*.md', ['a.md', 'sub/c.md']],
    ['*.{md,txt}', ['a.md', 'b.txt']],
    ['[ab].*', ['a.md', 'b.txt']],
    ['sub\\*.md', ['sub/c.md']],
    ['?.md', ['a.md']],
    ['./*.md', ['a.md']],
  ])('%s gives %j', (pattern, paths) => {
    expect(pathsOf([pattern], folderWith(files))).toEqual(paths)
  })

  it('that fits nothing is told, status 2', () => {
    const run = fazhi(['lint', '*.md'], { cwd: folderWith() })
    expect(complaintOf(run)).toBe('*.md：没有文件符合这个通配符')
    expect(run.status).toBe(2)
  })
})

describe('a file', () => {
  it.each(['年报[草稿].md', '年报{1}.txt', '第*稿.md', '年报!.md', '年 报（定稿）.txt', '-年报.md'])(
    'named %s is a file and no pattern',
    (name) => {
      const cwd = folderWith({ [name]: GOOD })
      expect(pathsOf(['--', name], cwd)).toEqual([name])
    },
  )

  it('given twice, in whatever spelling, is checked once, where it was first named', () => {
    const cwd = folderWith({ 'drafts/a.md': GOOD, 'drafts/b.md': GOOD })
    const spellings = [
      'drafts/b.md',
      'drafts',
      './drafts/a.md',
      'drafts/../drafts/b.md',
      '*/*.md',
      join(cwd, 'drafts/a.md'),
    ]
    expect(pathsOf(spellings, cwd)).toEqual(['drafts/b.md', 'drafts/a.md'])
  })

  it('keeps its name as given in the result', () => {
    const cwd = folderWith({ 'drafts/a.md': GOOD })
    expect(pathsOf(['./drafts/a.md'], cwd)).toEqual(['./drafts/a.md'])
  })

  it.each([
    ['PDF', 'PDF 文件'],
    ['pdf', 'PDF 文件'],
    ['ofd', 'OFD 文件'],
    ['odt', 'ODT 文档'],
    ['rtf', 'RTF 文档'],
    ['xlsx', '表格文件'],
    ['xyz', '.xyz 文件'],
  ])('of a format that is not read (.%s) is told in one sentence', (extension, what) => {
    const cwd = folderWith({ [`年报.${extension}`]: GOOD })
    const run = fazhi(['lint', `年报.${extension}`], { cwd })
    expect(complaintOf(run)).toMatch(new RegExp(`不支持 ?${what.replace('.', '\\.')}`))
    expect(run.status).toBe(2)
  })

  it('without an extension is told', () => {
    const cwd = folderWith({ 年报: GOOD })
    expect(complaintOf(fazhi(['lint', '年报'], { cwd }))).toContain('没有扩展名')
  })

  it('that is Word or a web page by its bytes is told, whatever its name', () => {
    const cwd = folderWith({
      'word.txt': Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]),
      'old.txt': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'page.txt': '<!DOCTYPE html>\n<html><body><p>年报</p></body></html>',
    })
    expect(complaintOf(fazhi(['lint', 'word.txt'], { cwd }))).toContain('Word（.docx）')
    expect(complaintOf(fazhi(['lint', 'old.txt'], { cwd }))).toContain('旧版 Word（.doc）')
    expect(complaintOf(fazhi(['lint', 'page.txt'], { cwd }))).toContain('网页（HTML）')
  })
})

describe('what is no file', () => {
  it.each([
    ['a folder where a file is meant', 'a.md/', '路径中有一段是文件，不是目录'],
    ['a path through a file', 'a.md/x.txt', '路径中有一段是文件，不是目录'],
    ['a path deep through a file', 'a.md/x/y.txt', '路径中有一段是文件，不是目录'],
    ['a file that is not there', 'b.md', '找不到这个文件'],
    ['a link to nowhere', 'broken.md', '失效的链接'],
    ['links in a circle', 'circle.md', '绕回自身的链接'],
  ])('%s is told', (_, path, sentence) => {
    const cwd = folderWith({ 'a.md': GOOD })
    symlinkSync('gone.md', join(cwd, 'broken.md'))
    symlinkSync('round.md', join(cwd, 'circle.md'))
    symlinkSync('circle.md', join(cwd, 'round.md'))
    const run = fazhi(['lint', path], { cwd })
    expect(complaintOf(run)).toContain(sentence)
    expect(run.status).toBe(2)
  })

  it('a folder named like a file is searched', () => {
    const cwd = folderWith({ '年报.md/a.txt': GOOD })
    expect(pathsOf(['年报.md'], cwd)).toEqual(['年报.md/a.txt'])
  })

  it('a folder given where one file is read is told', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    mkdirSync(join(cwd, 'folder'))
    expect(complaintOf(fazhi(['lint', '--schema', 'folder', 'a.md'], { cwd }))).toContain('这是一个目录，不是文件')
    const made = fazhi(['new', '--data', 'folder'], { cwd })
    expect(complaintOf(made)).toContain('这是一个目录，不是文件')
  })
})
