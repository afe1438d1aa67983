import { describe, expect, it } from 'vitest'
import { fazhi, folderWith, resultsOf } from './cli.js'
import { GOOD, LATE, UNFILLED } from './samples.js'

const rulesOf = (args: string[], cwd: string): string[] =>
  resultsOf(fazhi(['lint', '-f', 'ndjson', ...args], { cwd })).flatMap(({ findings }) =>
    findings.map(({ rule, severity }) => `${rule} ${severity}`),
  )

const LATE_IS_ERROR = 'rules:\n  late-report: error\n'

describe('a configuration is found', () => {
  it('beside the draft', () => {
    const cwd = folderWith({ 'a.md': LATE, '.fazhirc.yaml': LATE_IS_ERROR })
    expect(rulesOf(['a.md'], cwd)).toEqual(['late-report error'])
  })

  it('above it, whatever folder the command is run in', () => {
    const cwd = folderWith({ '报送/一组/a.md': LATE, '.fazhirc.json': '{"rules": {"late-report": "off"}}' })
    expect(rulesOf(['报送/一组/a.md'], cwd)).toEqual([])
  })

  it('the nearest one, by each draft', () => {
    const cwd = folderWith({
      'a.md': LATE,
      '.fazhirc.yaml': LATE_IS_ERROR,
      '报送/b.md': LATE,
      '报送/.fazhirc.yml': 'rules:\n  late-report: info\n',
    })
    expect(rulesOf(['a.md', '报送/b.md'], cwd)).toEqual(['late-report error', 'late-report info'])
  })

  it('for standard input, in the current folder', () => {
    const cwd = folderWith({ '.fazhirc.yaml': LATE_IS_ERROR })
    expect(fazhi(['lint', '-'], { cwd, input: LATE }).status).toBe(1)
  })
})

describe('what a configuration does not do is told once, on standard error', () => {
  const drafts = { 'a.md': LATE, '报送/b.md': LATE }

  it('where two lie in one folder: the JSON one holds', () => {
    const cwd = folderWith({ ...drafts, '.fazhirc.json': '{"rules": {"late-report": "off"}}', '.fazhirc.yaml': '' })
    const { stderr, stdout } = fazhi(['lint', '-f', 'ndjson', '.'], { cwd })
    expect(stdout).not.toContain('late-report')
    expect(stderr).toMatch(/^fazhi: 使用配置“.*\.fazhirc\.json”，同一目录的 \.fazhirc\.yaml 未采用\n$/)
  })

  it('where it names a place without deadlines of its own', () => {
    const cwd = folderWith({ ...drafts, '.fazhirc.yaml': 'place: 火星\n' })
    expect(fazhi(['lint', '.'], { cwd }).stderr).toContain('fazhi: 没有收录“火星”的时限，按全国规定核对\n')
    expect(fazhi(['lint', '.'], { cwd }).stderr.match(/火星/g)).toHaveLength(1)
    expect(fazhi(['lint', '.'], { cwd: folderWith({ ...drafts, '.fazhirc.yaml': 'place: 安徽省\n' }) }).stderr).toBe('')
  })
})

describe('--config', () => {
  it('names another', () => {
    const cwd = folderWith({
      'a.md': LATE,
      '.fazhirc.yaml': LATE_IS_ERROR,
      'own.yaml': 'rules: { late-report: off }\n',
    })
    expect(rulesOf(['--config', 'own.yaml', 'a.md'], cwd)).toEqual([])
  })

  it('tells where there is none', () => {
    const cwd = folderWith({ 'a.md': LATE })
    const { status, stderr } = fazhi(['lint', '--config', '没有.yaml', 'a.md'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('配置文件“没有.yaml”：找不到这个文件')
  })
})

it('--no-config uses none', () => {
  const cwd = folderWith({ 'a.md': LATE, '.fazhirc.yaml': LATE_IS_ERROR })
  expect(rulesOf(['--no-config', 'a.md'], cwd)).toEqual(['late-report warning'])
})

describe('a mistake in a configuration', () => {
  it('ends the run before any draft is checked, status 2', () => {
    const cwd = folderWith({ 'a.md': LATE, '报送/b.md': GOOD, '报送/.fazhirc.yaml': 'rules:\n  late-reprot: off\n' })
    const { status, stdout, stderr } = fazhi(['lint', 'a.md', '报送/b.md'], { cwd })
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /配置文件“.*\.fazhirc\.yaml”有误：第 2 行第 3 列，没有“late-reprot”这条规则，是不是 late-report？/,
    )
  })

  it('in its schema is told too', () => {
    const cwd = folderWith({ 'a.md': GOOD, '.fazhirc.yaml': 'schema: own.json\n', 'own.json': '{' })
    const { status, stderr } = fazhi(['lint', 'a.md'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('不是合法的 JSON')
  })
})

describe('what a configuration says', () => {
  it('of the schema, holds from where the configuration stands', () => {
    const own = JSON.stringify({
      properties: { sections: { properties: { data: { title: '执法数据公开情况' } }, required: ['data'] } },
    })
    const cwd = folderWith({ '报送/a.md': GOOD, '.fazhirc.yaml': 'schema: 本省/own.json\n', '本省/own.json': own })
    expect(rulesOf(['报送/a.md'], cwd)).toEqual(['missing-section error'])
  })

  it('of the kind, gives way to the draft and to the command line', () => {
    const kindOf = (text: string, ...args: string[]): unknown => {
      const cwd = folderWith({ 'a.md': text, '.fazhirc.yaml': 'kind: department\n' })
      return resultsOf(fazhi(['lint', '-f', 'ndjson', ...args, 'a.md'], { cwd }))[0]?.report?.kind
    }
    expect(kindOf(GOOD)).toBe('department')
    expect(kindOf(`---\nkind: township\n---\n\n${GOOD}`)).toBe('township')
    expect(kindOf(GOOD, '--kind', 'government')).toBe('government')
  })

  it('holds in every process of a large run', () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, LATE]))
    const cwd = folderWith({ ...files, '.fazhirc.yaml': LATE_IS_ERROR })
    const rules = rulesOf(['--jobs', '2', '.'], cwd)
    expect(rules).toHaveLength(40)
    expect(new Set(rules)).toEqual(new Set(['late-report error']))
  })
})

describe('waived findings', () => {
  const WAIVED = UNFILLED.replace('调解纠纷', '<!-- fazhi-ignore unfilled-placeholder 等统计局公布 -->\n\n调解纠纷')

  it('are counted, and listed on request', () => {
    const cwd = folderWith({ 'a.md': WAIVED })
    const { stdout, status } = fazhi(['lint', 'a.md'], { cwd })
    expect(status).toBe(0)
    expect(stdout).toContain('另有 1 处已说明，不再提示')
    expect(stdout).not.toContain('等统计局公布')
    expect(fazhi(['lint', '--report-waivers', 'a.md'], { cwd }).stdout).toContain('理由：等统计局公布')
    expect(fazhi(['lint', '--report-waivers', 'a.md', 'a.md', '.'], { cwd }).stdout).toContain('理由：等统计局公布')
  })

  it('stand in JSON with their reason', () => {
    const cwd = folderWith({ 'a.md': WAIVED })
    const [result] = resultsOf(fazhi(['lint', '-f', 'ndjson', 'a.md'], { cwd }))
    expect(result?.findings).toEqual([])
    expect(result?.waived).toMatchObject([{ rule: 'unfilled-placeholder', reason: '等统计局公布' }])
    expect(result?.verdict).toBe('pass')
  })
})
