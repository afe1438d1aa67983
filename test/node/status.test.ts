import { describe, expect, it } from 'vitest'
import { complaintOf, fazhi, folderWith, resultsOf } from './cli.js'
import { GOOD, LATE, LATE_AND_EMPTY, UNFILLED } from './samples.js'

describe('the exit status of lint', () => {
  it('is 0 where nothing is found', () => {
    const cwd = folderWith({ 'a.md': GOOD })
    expect(fazhi(['lint', 'a.md'], { cwd }).status).toBe(0)
  })

  it('is 0 for warnings alone', () => {
    const cwd = folderWith({ 'a.md': LATE })
    expect(fazhi(['lint', 'a.md'], { cwd }).status).toBe(0)
  })

  it('is 1 for an error', () => {
    const cwd = folderWith({ 'a.md': UNFILLED })
    expect(fazhi(['lint', 'a.md'], { cwd }).status).toBe(1)
  })

  it('is 1 for an error with --quiet too', () => {
    const cwd = folderWith({ 'a.md': UNFILLED })
    expect(fazhi(['lint', '-q', 'a.md'], { cwd }).status).toBe(1)
  })

  it.each([
    ['0', 1],
    ['1', 1],
    ['2', 0],
    ['3', 0],
  ])('with --max-warnings %s and two warnings is %i', (most, status) => {
    const cwd = folderWith({ 'a.md': LATE_AND_EMPTY })
    expect(fazhi(['lint', '--max-warnings', most, 'a.md'], { cwd }).status).toBe(status)
  })

  it('counts the warnings of all files against --max-warnings', () => {
    const cwd = folderWith({ 'a.md': LATE, 'b.md': LATE })
    expect(fazhi(['lint', '--max-warnings', '1', 'a.md', 'b.md'], { cwd }).status).toBe(1)
    expect(fazhi(['lint', '--max-warnings', '2', 'a.md', 'b.md'], { cwd }).status).toBe(0)
  })

  it('is 2 for a file that cannot be read', () => {
    const cwd = folderWith()
    expect(fazhi(['lint', 'nowhere.md'], { cwd }).status).toBe(2)
  })

  it('is the highest that applies, and one bad file never stops the others', () => {
    const cwd = folderWith({ 'a.md': UNFILLED, 'b.md': '', 'c.md': GOOD })
    const run = fazhi(['lint', '--format', 'ndjson', 'a.md', 'b.md', 'missing.md', 'c.md'], { cwd })
    expect(run.status).toBe(2)
    expect(resultsOf(run).map(({ path, verdict, error }) => [path, verdict ?? error?.code])).toEqual([
      ['a.md', 'return'],
      ['b.md', 'empty-file'],
      ['missing.md', 'not-found'],
      ['c.md', 'pass'],
    ])
  })

  it('is 1 where one of several has an error', () => {
    const cwd = folderWith({ 'a.md': UNFILLED, 'c.md': GOOD })
    expect(fazhi(['lint', 'c.md', 'a.md'], { cwd }).status).toBe(1)
  })
})

describe('wrong usage is told in one Chinese sentence, status 2', () => {
  const cases: [string, string[], RegExp][] = [
    ['lint without files', ['lint'], /请写明要检查的文件/],
    ['convert without files', ['convert'], /请写明要转换的文件/],
    ['a command that does not exist', ['check'], /没有“check”这个命令/],
    ['a misspelt command', ['lnt', 'a.md'], /没有“lnt”这个命令，是不是想写 lint？/],
    ['an option that does not exist', ['lint', '--colour', 'a.md'], /没有“--colour”这个选项/],
    ['a misspelt option', ['lint', '--frmat', 'json', 'a.md'], /是不是想写 --format？/],
    ['a short option that does not exist', ['lint', '-x', 'a.md'], /没有“-x”这个选项/],
    ['an option without its value', ['lint', 'a.md', '--format'], /--format <格式> 后面要写值/],
    ['a format that does not exist', ['lint', '-f', 'xml', 'a.md'], /不能写“xml”，可以写 pretty、json、ndjson/],
    ['convert --to pdf', ['convert', '--to', 'pdf', 'a.md'], /不能写“pdf”，可以写 md、docx、html、json/],
    ['a kind that does not exist', ['lint', '--kind', 'city', 'a.md'], /可以写 government、department、township/],
    ['a year in hexadecimal', ['new', '--year', '0x7e9'], /“0x7e9”不对：应为 1990 至 2100 之间的年份/],
    ['a year with blanks', ['new', '--year', ' 2025 '], /“ 2025 ”不对：应为 1990 至 2100 之间的年份/],
    ['an empty number of processes', ['lint', '--jobs', '', 'a.md'], /“”不对：应为不小于 0 的整数/],
    ['a size with an exponent', ['lint', '--max-size', '1e3', 'a.md'], /“1e3”不对：应为大于 0 的数/],
    ['a negative number of warnings', ['lint', '--max-warnings', '-1', 'a.md'], /“-1”不对：应为不小于 0 的整数/],
    ['a number of warnings that is none', ['lint', '--max-warnings', '许多', 'a.md'], /“许多”不对/],
    ['a size of nothing', ['lint', '--max-size', '0', 'a.md'], /应为大于 0 的数/],
    ['a number of jobs that is none', ['lint', '--jobs', '1.5', 'a.md'], /应为不小于 0 的整数/],
    ['a year that is none', ['new', '--issuer', '云溪县人民政府', '--year', '1800'], /应为 1990 至 2100 之间的年份/],
    ['an argument too many', ['new', '云溪县人民政府'], /参数太多：云溪县人民政府/],
    ['two rules at once', ['rules', 'late-report', 'early-report'], /参数太多/],
    ['a rule that does not exist', ['rules', 'no-such-thing'], /没有“no-such-thing”这条规则/],
    ['a misspelt rule', ['rules', 'missing-sections'], /是不是想看 missing-section？/],
  ]
  it.each(cases)('%s', (_, args, sentence) => {
    const run = fazhi(args)
    expect(complaintOf(run)).toMatch(sentence)
    expect(run.status).toBe(2)
  })

  it('help for a command that does not exist', () => {
    const run = fazhi(['help', 'check'])
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toMatch(/fazhi: 没有“check”这个命令/)
  })

  it('no command at all, with the help', () => {
    const run = fazhi([])
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain('用法')
  })
})

describe('help and version', () => {
  it.each([[['--help']], [['help']], [['lint', '--help']], [['help', 'convert']], [['new', '-h']], [['rules', '-h']]])(
    '%j goes to standard output, status 0, in Chinese',
    (args) => {
      const run = fazhi(args)
      expect(run).toMatchObject({ status: 0, stderr: '' })
      expect(run.stdout).toMatch(/^用法/)
      expect(run.stdout).not.toMatch(/Usage|Options|Commands|Arguments|display help|default:|choices:/)
      expect(run.stdout).not.toMatch(/(?<=[\u4e00-\u9fff])[,:;?!()]|[,:;?!()](?=[\u4e00-\u9fff])/)
    },
  )

  it('the version is that of the package', () => {
    expect(fazhi(['--version'])).toEqual({ status: 0, stdout: 'fazhi 0.1.0\n', stderr: '' })
  })
})
