import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { complaintOf, fazhi, folderWith, type Run, resultsOf, shell } from './cli.js'
import { hasTerminal, onTerminal } from './on-terminal.js'
import { UNFILLED } from './samples.js'

const OVERLAY = resolve('seeds/schemas/enforcement-data.schema.json')
const NEW = ['new', '--issuer', '云溪县人民政府', '--year', '2025']

const headingsOf = (text: string): string[] => text.match(/^## .*$/gm) ?? []

const lintOf = (input: string, ...options: string[]): ReturnType<typeof resultsOf>[number] | undefined =>
  resultsOf(fazhi(['lint', '-f', 'ndjson', ...options, '--stdin-name', 'a.md', '-'], { input }))[0]

describe('fazhi new', () => {
  it('gives every demanded section with guidance and placeholders', () => {
    const run = fazhi(NEW)
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toMatch(/^---\nissuer: 云溪县人民政府\nkind: government\nyear: 2025\n---\n/)
    expect(run.stdout).toContain('\n# 云溪县人民政府关于2025年法治政府建设情况的报告\n')
    expect(headingsOf(run.stdout)).toEqual([
      '## 一、2025年推进法治政府建设的主要举措和成效',
      '## 二、2025年推进法治政府建设存在的不足和原因',
      '## 三、党政主要负责人履行推进法治建设第一责任人职责情况',
      '## 四、2026年推进法治政府建设的主要安排',
    ])
    expect(run.stdout).toMatch(/^<!-- [^\n]+第二十五条） -->$/m)
    expect(run.stdout).toContain('【请填写')
  })

  it.each([
    ['云溪县司法局', 'department'],
    ['云溪县石桥镇人民政府', 'township'],
    ['云溪县听潮街道办事处', 'township'],
    ['云溪经济开发区管委会', 'government'],
  ])('knows the kind of %s: %s', (issuer, kind) => {
    const run = fazhi(['new', '--issuer', issuer, '--year', '2025'])
    expect(run.stdout).toContain(`\nissuer: ${issuer}\nkind: ${kind}\n`)
  })

  it('gives a draft in which lint misses no section and finds only what was left open', () => {
    for (const issuer of ['云溪县人民政府', '云溪县司法局', '云溪县石桥镇人民政府']) {
      const result = lintOf(fazhi(['new', '--issuer', issuer, '--year', '2025']).stdout)
      const found = new Set(result?.findings.map(({ rule }) => rule))
      expect([...found].filter((rule) => rule !== 'unfilled-placeholder')).toEqual([])
      expect(result?.verdict).toBe('return')
    }
  })

  it('obeys --kind, whatever the name and the data say', () => {
    const cwd = folderWith({ 'facts.yaml': 'issuer: 云溪县人民政府\nyear: 2025\nkind: department\n' })
    for (const args of [NEW, ['new', '--data', 'facts.yaml']]) {
      expect(fazhi([...args, '--kind', 'township'], { cwd }).stdout).toContain('\nkind: township\n')
    }
    expect(fazhi(['new', '--data', 'facts.yaml'], { cwd }).stdout).toContain('\nkind: department\n')
  })

  it('asks for the kind where the name does not tell it, status 2', () => {
    const run = fazhi(['new', '--issuer', '云溪', '--year', '2025'])
    expect(complaintOf(run)).toContain('从“云溪”看不出是政府、部门还是乡镇街道，请用 --kind')
    expect(run.status).toBe(2)
    expect(fazhi(['new', '--issuer', '云溪', '--year', '2025', '--kind', 'department']).status).toBe(0)
  })

  it.each([
    ['nothing', []],
    ['no year', ['--issuer', '云溪县人民政府']],
    ['no issuer', ['--year', '2025']],
    ['an issuer of nothing', ['--issuer', ' ', '--year', '2025']],
  ])('given %s and no terminal to ask on says what to give, status 2', (_, args) => {
    const run = fazhi(['new', ...args])
    expect(complaintOf(run)).toMatch(/^请用 --issuer 写明发文机关，用 --year 写明报告年度/)
    expect(run.status).toBe(2)
  })

  it('scaffolds the section of an own schema, and lint takes it for that section', () => {
    const text = fazhi([...NEW, '--schema', OVERLAY]).stdout
    expect(headingsOf(text).at(-1)).toBe('## 五、行政执法数据公开情况')
    expect(text).toContain('（依据：《某省行政执法数据公开办法》第八条）')
    expect(lintOf(text, '--schema', OVERLAY)?.report?.sections['enforcementData']).toMatchObject({ state: 'separate' })
  })
})

describe('fazhi new --data', () => {
  it.each(['government', 'department', 'township'])('takes seeds/facts/%s.yaml, and the same as JSON', (name) => {
    const path = resolve(`seeds/facts/${name}.yaml`)
    const facts = parse(readFileSync(path, 'utf8'))
    const run = fazhi(['new', '--data', path])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const paragraphs = Object.values<string | string[]>(facts.sections ?? {}).flat()
    for (const paragraph of paragraphs) expect(run.stdout).toContain(`\n${paragraph}\n`)
    const cwd = folderWith({ 'facts.json': JSON.stringify(facts) })
    expect(fazhi(['new', '--data', 'facts.json'], { cwd })).toEqual(run)
  })

  it('leaves nothing open where everything is given', () => {
    const { stdout } = fazhi(['new', '--data', resolve('seeds/facts/government.yaml')])
    expect(stdout).not.toContain('【')
    expect(stdout).toMatch(/\n云溪县人民政府\n\n2026年2月12日\n$/)
    const result = lintOf(stdout.replace(/<!--.*?-->\n\n/g, ''))
    expect(result?.verdict).toBe('pass')
    expect(result?.findings.filter(({ rule }) => rule !== 'topic-not-covered')).toEqual([])
  })

  it('is less than the options', () => {
    const path = resolve('seeds/facts/government.yaml')
    const run = fazhi(['new', '--data', path, '--issuer', '石桥镇人民政府', '--year', '2024'])
    expect(run.stdout).toMatch(/^---\nissuer: 石桥镇人民政府\nkind: township\nyear: 2024\n/)
  })

  it('takes its own example back', () => {
    const cwd = folderWith()
    const run = shell('fazhi new --data-example > facts.yaml && fazhi new --data facts.yaml', cwd)
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('县长主持政府常务会议听取法治政府建设汇报2次，带头学法6次。')
    expect(shell('fazhi new --data-example | fazhi new --data /dev/stdin', cwd)).toEqual(run)
  })

  const lines = (...all: string[]): string => `issuer: 云溪县人民政府\nyear: 2025\n${all.join('\n')}\n`
  const cases: [string, string, string, RegExp][] = [
    ['an unknown key', 'a.yaml', lines('author: 甲'), /不认识“author”，可以写 issuer、year、/],
    ['an unknown section', 'a.yaml', lines('sections:', '  plans: 甲'), /sections 里有“plans”，可以写 achievements、/],
    ['a year that is none', 'a.yaml', 'issuer: 云溪县人民政府\nyear: 今年\n', /year 应为四位数的年份/],
    ['a kind that does not exist', 'a.yaml', lines('kind: 县'), /kind 只能是 government、department、township/],
    ['a date that is none', 'a.yaml', lines('signedOn: 1月25日'), /signedOn 应为日期，如 2026-01-25/],
    ['a day that does not exist', 'a.yaml', lines('signedOn: 2026-02-30'), /signedOn 应为日期，如 2026-01-25/],
    ['a title of blanks', 'a.yaml', lines('title: " "'), /title 应为文字，不能为空/],
    ['a number for text', 'a.yaml', lines('signature: 1'), /signature 应为文字/],
    ['sections that are a list', 'a.yaml', lines('sections: [甲]'), /sections 应为各部分的列表/],
    [
      'a section without text',
      'a.yaml',
      lines('sections:', '  plan:'),
      /sections\.plan 应为文字或文字的列表，不能为空/,
    ],
    ['an empty list', 'a.yaml', lines('sections:', '  plan: []'), /sections\.plan 应为文字或文字的列表/],
    ['a full-width colon', 'a.yaml', lines('title\uff1a年报'), /第 3 行有误：冒号应为半角/],
    ['a key twice', 'a.yaml', lines('year: 2024'), /第 3 行有误：“year”写了两次/],
    ['broken YAML', 'a.yaml', lines('title: [甲'), /第 \d 行有误：不合 YAML 的写法/],
    ['no mapping', 'a.yaml', '- 甲\n', /应为“名称: 值”的列表，请参照 fazhi new --data-example/],
    ['nothing', 'a.yaml', '', /应为“名称: 值”的列表/],
    ['broken JSON', 'a.json', '{\n  "issuer": "甲",\n}\n', /“a\.json”不是合法的 JSON：第 3 行附近有误/],
    ['a JSON of another kind', 'a.json', '[1]', /应为“名称: 值”的列表/],
    [
      'aliases that multiply',
      'a.yaml',
      'a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n',
      /展开后过大/,
    ],
  ]
  it.each(cases)('tells %s, status 2', (_, name, text, sentence) => {
    const cwd = folderWith({ [name]: text })
    const run = fazhi(['new', '--data', name], { cwd })
    expect(complaintOf(run)).toMatch(sentence)
    expect(run.status).toBe(2)
  })

  it('tells a file that is not there', () => {
    const run = fazhi(['new', '--data', 'none.yaml'], { cwd: folderWith() })
    expect(complaintOf(run)).toBe('材料文件“none.yaml”：找不到这个文件')
    expect(run.status).toBe(2)
  })
})

describe('fazhi new --template', () => {
  const withTemplate = (template: string, ...args: string[]): Run => {
    const cwd = folderWith({ 'own.hbs': template })
    return fazhi([...(args.length > 0 ? args : NEW), '--template', 'own.hbs'], { cwd })
  }

  it('gives every value of the context', () => {
    const values = ['title', 'issuer', 'kind', 'year', 'next', 'addressee', 'opening', 'signature', 'signedOn']
    const template = `${values.map((name) => `${name}={{${name}}}`).join('\n')}
{{#each sections}}
{{key}}|{{numeral}}|{{title}}|{{heading}}|{{basis}}|{{guidance}}
{{#each paragraphs}}p={{this}}
{{/each}}{{#each topics}}t={{numeral}}|{{title}}|{{guidance}}
{{/each}}{{/each}}`
    const { stdout, status } = withTemplate(template, 'new', '--data', resolve('seeds/facts/government.yaml'))
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, 9)).toEqual([
      'title=云溪县人民政府关于2025年法治政府建设情况的报告',
      'issuer=云溪县人民政府',
      'kind=government',
      'year=2025',
      'next=2026',
      'addressee=县委、县人大常委会',
      expect.stringMatching(/^opening=2025年，云溪县人民政府坚持/),
      'signature=云溪县人民政府',
      'signedOn=2026年2月12日',
    ])
    expect(stdout).toMatch(
      /^plan\|四\|下一年度安排\|2026年推进法治政府建设的主要安排\|《[^》]+》第二十五条\|写清下一年要抓哪几件事/m,
    )
    expect(stdout).toMatch(/^p=一是衔接新的五年规划/m)
    expect(stdout).toMatch(/^t=一\|[^|\n]+\|[^|\n]+$/m)
  })

  it('never adds up figures that stand side by side, and escapes nothing', () => {
    const { stdout } = withTemplate('{{year}}{{next}} {{{title}}} {{title}}', ...NEW)
    expect(stdout).toBe(`20252026 ${Array(2).fill('云溪县人民政府关于2025年法治政府建设情况的报告').join(' ')}\n`)
    const cwd = folderWith({
      'f.yaml': 'issuer: 云溪县人民政府\nyear: 2025\ntitle: 甲<乙>&“丙”\n',
      'o.hbs': '{{title}}',
    })
    expect(fazhi(['new', '--data', 'f.yaml', '--template', 'o.hbs'], { cwd }).stdout).toBe('甲<乙>&“丙”\n')
  })

  it('may use the built-in partials', () => {
    const builtIn = readFileSync('templates/government.hbs', 'utf8')
    expect(withTemplate(builtIn).stdout).toBe(fazhi(NEW).stdout)
  })

  const cases: [string, string, RegExp][] = [
    ['a brace left open', '标题\n# {{title}\n', /第 2 行有误：不合 Handlebars 的写法/],
    ['a block left open', '{{#if title}}\n甲\n', /有误：文件结束时，还有 \{\{#…\}\} 没有对应的 \{\{\/…\}\}/],
    ['a block closed by another', '{{#if title}}甲{{/each}}', /第 1 行有误：\{\{#if\}\} 与 \{\{\/each\}\} 不成对/],
    ['an unknown value', '\n\n{{author}}', /第 3 行有误：没有“author”这个值/],
    ['an unknown value of a section', '{{#each sections}}{{text}}{{/each}}', /没有“text”这个值/],
    ['an unknown value of a text', '{{title.first}}', /没有“first”这个值/],
    ['an unknown partial', '{{> header}}', /没有“header”这个片段，可以写 .*head/],
    ['a helper that does not exist', '{{upper title}}', /没有“upper”这个值/],
    ['a block without its value', '{{#if}}甲{{/if}}', /\{\{#if\}\} 后面要写一个值/],
    ['a loop without its list', '{{#each}}甲{{/each}}', /\{\{#each\}\} 后面要写一个值/],
    ['a partial that calls itself', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', /层层引用自身/],
    ['a helper that throws', '{{lookup}}', /不合 Handlebars 的写法，请对照内置模板检查/],
  ]
  it.each(cases)('tells %s, status 2', (_, template, sentence) => {
    const run = withTemplate(template)
    expect(complaintOf(run)).toMatch(/^模板“own\.hbs”/)
    expect(complaintOf(run)).toMatch(sentence)
    expect(run.status).toBe(2)
  })

  it('tells a template that is not there', () => {
    const run = fazhi([...NEW, '--template', 'none.hbs'], { cwd: folderWith() })
    expect(complaintOf(run)).toBe('模板“none.hbs”：找不到这个文件')
    expect(run.status).toBe(2)
  })
})

describe('fazhi new -o x.docx', () => {
  const word = (...args: string[]): { cwd: string; parts: Record<string, string> } => {
    const cwd = folderWith()
    expect(fazhi([...NEW, ...args, '-o', 'a.docx'], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' })
    const parts = Object.entries(unzipSync(readFileSync(join(cwd, 'a.docx'))))
    return { cwd, parts: Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)])) }
  }

  it('gives the skeleton in the national form, every piece of guidance as a comment on its heading', () => {
    const { parts } = word()
    const guidance = fazhi(NEW).stdout.match(/(?<=<!-- ).*(?= -->)/g) ?? []
    expect(guidance.length).toBeGreaterThan(10)
    for (const text of guidance) expect(parts['word/comments.xml']).toContain(text)
    expect(parts['word/document.xml']?.match(/<w:commentReference/g)).toHaveLength(guidance.length)
    const annotated = parts['word/document.xml']?.match(/<w:pStyle w:val="Heading\d" \/><\/w:pPr><w:commentRangeStart/g)
    expect(annotated).toHaveLength(guidance.length)
    for (const text of guidance) expect(parts['word/document.xml']).not.toContain(text)
  })

  it('gives a draft in which lint finds nothing that it does not find in Markdown', () => {
    const { cwd } = word()
    const [result] = resultsOf(fazhi(['lint', '-f', 'ndjson', 'a.docx'], { cwd }))
    const plain = lintOf(fazhi(NEW).stdout)
    expect(result?.report?.sections).toMatchObject(
      Object.fromEntries(Object.entries(plain?.report?.sections ?? {}).map(([key, { state }]) => [key, { state }])),
    )
    const known = new Set(plain?.findings.map(({ message }) => message))
    expect(result?.findings.filter(({ message }) => !known.has(message))).toEqual([])
    expect(result?.findings).not.toEqual([])
  })

  it('takes an own schema, a template and a profile', () => {
    const cwd = folderWith({ 'p.yaml': 'latin: 仿宋\n', 't.hbs': '# {{title}}\n\n{{signature}}\n' })
    expect(fazhi([...NEW, '--schema', OVERLAY, '-o', 'a.docx'], { cwd }).status).toBe(0)
    expect(fazhi(['convert', 'a.docx'], { cwd }).stdout).toContain('## 五、行政执法数据公开情况')
    expect(fazhi([...NEW, '--template', 't.hbs', '--docx-profile', 'p.yaml', '-o', 'b.docx'], { cwd }).status).toBe(0)
    const { 'word/styles.xml': styles } = unzipSync(readFileSync(join(cwd, 'b.docx')))
    expect(strFromU8(styles as Uint8Array)).toContain('w:ascii="仿宋"')
  })

  it.each([
    ['a page', ['-o', 'a.html'], /^这个命令不能写网页，请用 \.md、\.docx 结尾的名字$/],
    ['a binary Word document', ['-o', 'a.doc'], /^不能写 \.doc 文件，请用 \.md、\.docx 结尾的名字$/],
    ['a profile for Markdown', ['--docx-profile', 'p.yaml'], /--docx-profile 只用于 Word 文档，现在要写的是 ?Markdown/],
  ])('refuses %s, status 2', (_, args, sentence) => {
    const run = fazhi([...NEW, ...args], { cwd: folderWith({ 'p.yaml': '' }) })
    expect(complaintOf(run)).toMatch(sentence)
    expect(run.status).toBe(2)
  })
})

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it('new asks for what was not given, until it has it', () => {
    const [output, status] = onTerminal(
      ['new'],
      [
        ['发文机关全称', '\r'],
        ['发文机关全称', '云溪县人民政府\r'],
        ['报告年度', '去年\r'],
        ['报告年度', '2025\r'],
      ],
    )
    expect(status).toBe(0)
    expect(output).toContain('\nissuer: 云溪县人民政府\nkind: government\nyear: 2025\n')
  })

  it('new asks for the year alone where the issuer was given', () => {
    const [output, status] = onTerminal(['new', '--issuer', '云溪县司法局'], [['报告年度', '2025\r']])
    expect(status).toBe(0)
    expect(output).not.toContain('发文机关全称')
    expect(output).toContain('\nissuer: 云溪县司法局\nkind: department\n')
  })

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('new ends without a draft after %s, status 2', (_, key) => {
    const [output, status] = onTerminal(['new'], [['发文机关全称', key]])
    expect(status).toBe(2)
    expect(output).toContain('fazhi: 没有答完，没有生成报告\n')
    expect(output).not.toContain('---')
  })

  it('convert never writes Word to it, status 2', () => {
    const [output, status] = onTerminal(
      ['convert', resolve('seeds/drafts/qinghe-district-2022.md'), '--to', 'docx'],
      [],
    )
    expect(status).toBe(2)
    expect(output).toBe('fazhi: Word 文档不能显示在屏幕上，请用 -o 写明文件，如 fazhi convert 年报.md -o 年报.docx\n')
  })

  it('lint has colours with one process and with several, and none with NO_COLOR', () => {
    const seeds = resolve('seeds/drafts')
    const colours = /\u001b\[3\dm(?:通过|建议修改)/g
    const count = (jobs: string, env = {}): number =>
      onTerminal(['lint', '--jobs', jobs, seeds, 'seeds/drafts'], [], env)[0].match(colours)?.length ?? 0
    expect(count('1')).toBe(12)
    expect(count('2')).toBe(12)
    expect(count('1', { NO_COLOR: '1' })).toBe(0)
    expect(count('2', { NO_COLOR: '1' })).toBe(0)
  })

  it('lint counts the files, and wipes the count out before results and notices', () => {
    const damaged = Buffer.concat([Buffer.from(UNFILLED), Uint8Array.from([0xff, 0x0a])])
    const files = Array.from({ length: 300 }, (_, i) => [`${100 + i}.md`, i % 50 === 0 ? damaged : UNFILLED])
    const cwd = folderWith(Object.fromEntries(files))
    const [output] = onTerminal(['lint', cwd], [])
    expect(output).toMatch(/正在检查 \[█{20}\] 300\/300\r\u001b\[K/)
    // What is written over the count, up to the next count or the wiping.
    const after = output.split(/正在检查 \[[█·]{20}\] \d+\/300(?:，约剩 \d+ 秒)?/).slice(1)
    expect(after.filter((text) => !/^\r(?:\u001b\[K|$)/.test(text))).toEqual([])
  })
})
