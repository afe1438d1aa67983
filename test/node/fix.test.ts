import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fazhi, folderWith, resultsOf } from './cli.js'
import { GOOD } from './samples.js'

/** A sound report with slips that have one answer, and beside them what must never be touched. */
const SLIPS = GOOD.replace(
  '调解纠纷120件，审查合同32份。',
  '调解纠纷120件,审查合同32份。。布署专项行动“1+6+5”，8:30开始，占比2.5%，罚没2,481.83万元。',
).replace('2024年1月25日', '2024年01月25日')
const MENDED = GOOD.replace(
  '调解纠纷120件，审查合同32份。',
  '调解纠纷120件，审查合同32份。部署专项行动“1+6+5”，8:30开始，占比2.5%，罚没2,481.83万元。',
)

const read = (folder: string, name = 'a.md'): string => readFileSync(join(folder, name), 'utf8')

describe('lint --fix', () => {
  it('mends what has one answer, and leaves every other byte as it is', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    const { status, stderr, stdout } = fazhi(['lint', '--fix', 'a.md'], { cwd })
    expect(read(cwd)).toBe(MENDED)
    expect(status).toBe(0)
    expect(stderr).toMatch(/^fazhi: a\.md：已改 4 处（.*）\n$/)
    expect(stdout).toContain('结论：通过')
  })

  it('says which rules it followed', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    const { stderr } = fazhi(['lint', '--fix', 'a.md'], { cwd })
    for (const rule of ['half-width-mark', 'doubled-mark', 'confusable-word', 'zero-padded-date'])
      expect(stderr).toContain(`${rule} 1 处`)
  })

  it('changes nothing the second time', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    fazhi(['lint', '--fix', 'a.md'], { cwd })
    const { mtimeMs } = statSync(join(cwd, 'a.md'))
    expect(fazhi(['lint', '--fix', 'a.md'], { cwd }).stderr).toBe('')
    expect(statSync(join(cwd, 'a.md')).mtimeMs).toBe(mtimeMs)
  })

  it('leaves a file alone in which there is nothing to mend', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    const { mtimeMs } = statSync(join(cwd, 'a.md'))
    expect(fazhi(['lint', '--fix', 'a.md'], { cwd }).stderr).toBe('')
    expect(statSync(join(cwd, 'a.md')).mtimeMs).toBe(mtimeMs)
  })

  it('leaves no temporary file, and keeps permissions and links', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    chmodSync(join(cwd, 'a.md'), 0o640)
    symlinkSync('a.md', join(cwd, 'link.md'))
    fazhi(['lint', '--fix', 'link.md'], { cwd })
    expect(read(cwd)).toBe(MENDED)
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'link.md'])
  })

  const text = SLIPS.replace(/^#+ /gm, '')
  const mended = MENDED.replace(/^#+ /gm, '')
  const utf16 = (mark: number[], body: Buffer): Buffer => Buffer.concat([Buffer.from(mark), body])

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (each) => Buffer.from(each)],
    ['UTF-8 with a mark', (each) => Buffer.from(`\ufeff${each}`)],
    ['UTF-16 LE', (each) => utf16([0xff, 0xfe], Buffer.from(each, 'utf16le'))],
    ['UTF-16 BE', (each) => utf16([0xfe, 0xff], Buffer.from(each, 'utf16le').swap16())],
    ['GB18030', (each) => iconv.encode(each, 'gb18030')],
    ['Windows line ends', (each) => Buffer.from(each.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', (each) => Buffer.from(each.replaceAll('\n', '\r'))],
    ['line ends of several kinds', (each) => Buffer.from(each.replace('\n', '\r\n').replace(/\n(?=石桥)/, '\r'))],
  ])('keeps %s', (_, encode) => {
    const cwd = folderWith({ 'a.txt': encode(text) })
    expect(fazhi(['lint', '--fix', 'a.txt'], { cwd }).status).toBe(0)
    expect(Buffer.compare(readFileSync(join(cwd, 'a.txt')), encode(mended))).toBe(0)
  })

  it('refuses a file whose other bytes it could not keep, and leaves it alone', () => {
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x0a])])
    const cwd = folderWith({ 'a.txt': broken })
    const { status, stderr } = fazhi(['lint', '--fix', 'a.txt'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('没有改动')
    expect(Buffer.compare(readFileSync(join(cwd, 'a.txt')), broken)).toBe(0)
  })

  it('obeys the configuration and the waivers of the draft', () => {
    const waived = SLIPS.replace('调解纠纷', '<!-- fazhi-ignore half-width-mark 原文如此 -->\n\n调解纠纷')
    const cwd = folderWith({ 'a.md': waived, '.fazhirc.yaml': 'rules:\n  zero-padded-date: off\n' })
    fazhi(['lint', '--fix', 'a.md'], { cwd })
    expect(read(cwd)).toContain('120件,审查合同32份。部署')
    expect(read(cwd)).toContain('2024年01月25日')
  })

  it('mends words of the configuration', () => {
    const cwd = folderWith({
      'a.md': GOOD.replace('120件', '120件，落实河长治'),
      '.fazhirc.yaml': 'vocabulary:\n  words: { 河长治: 河长制 }\n',
    })
    fazhi(['lint', '--fix', 'a.md'], { cwd })
    expect(read(cwd)).toContain('落实河长制')
  })

  it('mends many files, each told', () => {
    const cwd = folderWith({ 'a.md': SLIPS, 'b.md': GOOD, 'c.txt': text })
    const { stderr } = fazhi(['lint', '--fix', '.'], { cwd })
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect([read(cwd), read(cwd, 'b.md'), read(cwd, 'c.txt')]).toEqual([MENDED, GOOD, mended])
  })

  it('is no use on standard input', () => {
    const { status, stderr } = fazhi(['lint', '--fix', '-'], { input: SLIPS })
    expect(status).toBe(2)
    expect(stderr).toContain('--fix-dry-run')
  })

  it('tells where the file may not be written, and loses nothing', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    chmodSync(cwd, 0o555)
    const { status } = fazhi(['lint', '--fix', 'a.md'], { cwd })
    chmodSync(cwd, 0o755)
    // The superuser may write anywhere.
    expect([SLIPS, MENDED]).toContain(read(cwd))
    expect(status).toBe(read(cwd) === SLIPS ? 2 : 0)
  })
})

describe('lint --fix-dry-run', () => {
  it('shows a unified diff, and changes nothing', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    const { stdout, status, stderr } = fazhi(['lint', '--fix-dry-run', 'a.md'], { cwd })
    expect(read(cwd)).toBe(SLIPS)
    expect(status).toBe(0)
    expect(stderr).toContain('可改 4 处')
    expect(stdout).toMatch(/^--- a\.md\n\+\+\+ a\.md\n@@ /)
    expect(stdout).toContain('\n-2024年01月25日\n+2024年1月25日\n')
  })

  it('shows what `patch` takes', () => {
    const files = { 'a.md': SLIPS, 'b.md': GOOD, '报送/c.md': SLIPS }
    const cwd = folderWith(files)
    const { stdout } = fazhi(['lint', '--fix-dry-run', '.'], { cwd })
    writeFileSync(join(cwd, 'x.diff'), stdout)
    execFileSync('git', ['apply', '-p0', 'x.diff'], { cwd })
    expect([read(cwd), read(cwd, 'b.md'), read(cwd, '报送/c.md')]).toEqual([MENDED, GOOD, MENDED])
  })

  it('says so where there is nothing to mend', () => {
    const cwd = folderWith({ 'a.md': GOOD, 'b.md': GOOD.replace('32份', 'XX份') })
    expect(fazhi(['lint', '--fix-dry-run', 'a.md'], { cwd })).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'fazhi: 没有可以自动改正的问题，文件不会改动\n',
    })
    const { status, stderr } = fazhi(['lint', '--fix-dry-run', 'a.md', 'b.md'], { cwd })
    expect(status).toBe(1)
    expect(stderr).toBe('fazhi: 没有可以自动改正的问题，文件不会改动。另有错误 1 处、疑似 0 处，请人修改\n')
  })

  it('reads standard input too', () => {
    const { stdout } = fazhi(['lint', '--fix-dry-run', '-', '--stdin-name', 'a.md'], { input: SLIPS })
    expect(stdout).toContain('+++ a.md')
  })

  it('cannot be had with --fix', () => {
    const cwd = folderWith({ 'a.md': SLIPS })
    const { status, stderr } = fazhi(['lint', '--fix', '--fix-dry-run', 'a.md'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/[\u4e00-\u9fff]/)
    expect(read(cwd)).toBe(SLIPS)
  })
})

describe('an error that no fix mends', () => {
  it('still gives status 1, after the others are mended', () => {
    const cwd = folderWith({ 'a.md': SLIPS.replace('120件', 'XX件') })
    expect(fazhi(['lint', '--fix', 'a.md'], { cwd }).status).toBe(1)
    expect(read(cwd)).toBe(MENDED.replace('120件', 'XX件'))
    const [result] = resultsOf(fazhi(['lint', '-f', 'ndjson', 'a.md'], { cwd }))
    expect(result?.findings.map(({ rule }) => rule)).toEqual(['unfilled-placeholder'])
    expect(existsSync(join(cwd, 'x.diff'))).toBe(false)
  })
})
