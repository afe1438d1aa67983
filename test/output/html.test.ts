import { describe, expect, it } from 'vitest'
import { tool } from '../../src/generated/tool.js'
import type { Draft } from '../../src/model.js'
import { html } from '../../src/output/html.js'
import { DARK, LIGHT, STYLE } from '../../src/output/html-style.js'
import type { Checked } from '../../src/output/reporter.js'
import { rules } from '../../src/rules/all.js'
import { GOOD, LATE, UNFILLED } from '../node/samples.js'
import { type Element, elementsIn, named, parsed } from './markup.js'
import { checked, checkedWith, findingAt, outputOf, unreadable } from './runs.js'

/** The tree of the page of a run, which must be well-formed. */
const pageOf = (files: Checked[]): Element => parsed(outputOf(html, files))

const ofClass = (element: Element, ...classes: string[]): Element[] =>
  elementsIn(element).filter(({ attributes }) => {
    const own = (attributes['class'] ?? '').split(' ')
    return classes.every((each) => own.includes(each))
  })

const NOTICE = '# 关于报送年度报告的通知\n\n各乡镇：请于2月10日前报送。\n'

const several = async (): Promise<Checked[]> => [
  await checked('a.md', GOOD),
  await checked('b.md', UNFILLED),
  await checked('c.md', LATE),
  await checked('d.md', NOTICE),
  unreadable('gone.md'),
]

describe('the page', () => {
  it('is in Chinese, with landmarks and the version', async () => {
    const page = pageOf(await several())
    expect(page.children[0]?.attributes).toEqual({ lang: 'zh-CN' })
    for (const landmark of ['header', 'main', 'footer']) expect(named(page, landmark)).toHaveLength(1)
    const generator = named(page, 'meta').find(({ attributes }) => attributes['name'] === 'generator')
    expect(generator?.attributes['content']).toBe(`fazhi ${tool.version}`)
    expect(named(page, 'footer')[0]?.text).toContain(`fazhi ${tool.version}`)
  })

  it('has its headings in order', async () => {
    const levels = named(pageOf(await several()), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ name }) => Number(name[1]))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1)).toBe(true)
  })

  it('needs no script and nothing from elsewhere', async () => {
    const page = pageOf(await several())
    const policy = named(page, 'meta').find(({ attributes }) => attributes['http-equiv'])
    expect(policy?.attributes['content']).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(named(page, 'script', 'link', 'img', 'iframe', 'object', 'form', 'base')).toEqual([])
    const attributes = elementsIn(page).flatMap((element) => Object.entries(element.attributes))
    expect(attributes.filter(([name]) => /^on|^style$|^src/.test(name))).toEqual([])
    expect(attributes.filter(([name, value]) => name === 'href' && !value.startsWith('#'))).toEqual([])
    expect(STYLE).not.toMatch(/url\(|@import/)
  })

  it('leads nowhere that is not there, and names nothing twice', async () => {
    const all = elementsIn(pageOf(await several()))
    const values = (name: string): string[] => all.flatMap(({ attributes }) => attributes[name] ?? [])
    const ids = values('id')
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...values('href').map((target) => target.slice(1)), ...values('aria-labelledby')]
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('is the same for the same drafts', async () => {
    expect(outputOf(html, await several())).toBe(outputOf(html, await several()))
  })

  it('shows whatever stands in a draft as text', async () => {
    const hostile = `<script>alert(1)</script>&amp;"'><b onclick='x'>\u202e`
    const draft = GOOD.replace('石桥镇2023', `石桥镇${hostile}2023`).replace('120件', `${hostile}件`)
    const finding = findingAt(draft, `${hostile}件`, { message: hostile, rule: hostile, basis: hostile })
    const waived = { ...finding, reason: hostile }
    const files = [
      await checkedWith(`${hostile}.md`, draft, [finding], [waived]),
      unreadable(`${hostile}2.md`, hostile),
    ]
    const page = pageOf(files)
    expect(named(page, 'script', 'b')).toEqual([])
    const visible = hostile.replace('\u202e', '\ufffd')
    expect(named(page, 'mark')[0]?.text).toBe(`${visible}件`)
    expect(page.text.split(visible).length).toBeGreaterThan(8)
  })
})

describe('the overview', () => {
  it('has a row a file: whose, of which year, the verdict, the contents, the counts', async () => {
    const [table] = ofClass(pageOf(await several()), 'overview')
    const [head, ...rows] = table ? named(table, 'tr').map((row) => row.children.map(({ text }) => text)) : []
    const contents = ['主要举措和成效', '不足和原因', '第一责任人履职', '下一年度安排']
    expect(head).toEqual(['文件', '发文机关', '年度', '结论', ...contents, '错误', '疑似', '提示'])
    const states = contents.map(() => '独立成节')
    expect(rows[0]).toEqual(['a.md', '石桥镇人民政府', '2023', '通过', ...states, '0', '0', '0'])
    expect(rows[1]).toEqual(['b.md', '石桥镇人民政府', '2023', '退回修改', ...states, '1', '0', '0'])
    expect(rows[2]?.[3]).toBe('建议修改')
    expect(rows[3]?.slice(3, 8)).toEqual(['没有检查', '—', '—', '—', '—'])
    expect(rows[4]).toEqual(['gone.md', '', '无法读取', '找不到这个文件'])
  })

  it('stands below the counts of the run', async () => {
    const counts = named(pageOf(await several()), 'header')[0]?.text.replaceAll(/\s+/g, ' ')
    expect(counts).toContain('共 5 份 退回修改 1 建议修改 1 通过 1 没有检查 1 无法读取 1')
    expect(counts).toContain('错误 1 疑似 2 提示 0')
  })
})

describe('the section of a file', () => {
  it('has its title, its identity and its contents with their states and places', async () => {
    const page = pageOf([await checked('a.md', GOOD.replace(/## 三、[\s\S]*?(?=## 四)/, ''))])
    expect(named(page, 'h2')[1]?.text).toBe('石桥镇2023年法治政府建设年度报告')
    expect(page.text).toContain('石桥镇人民政府，乡镇街道，2023年度，2024年1月25日成文')
    const rows = named(ofClass(page, 'contents')[0] as Element, 'tr').map((row) => row.children.map(({ text }) => text))
    expect(rows[1]).toEqual(['主要举措和成效', '独立成节', '第 3 行', '一、主要举措和成效'])
    expect(rows.find(([title]) => title === '第一责任人履职')).toEqual(['第一责任人履职', '未见', '', ''])
  })

  it('has its findings by severity, each told in a word and not in colour alone', async () => {
    const findings = (['info', 'error', 'warning'] as const).map((severity) =>
      findingAt(GOOD, '120件', { severity, message: `这是${severity}。` }),
    )
    const page = pageOf([await checkedWith('a.md', GOOD, findings)])
    expect(ofClass(page, 'finding').map(({ text }) => /错误|疑似|提示/.exec(text)?.[0])).toEqual([
      '错误',
      '疑似',
      '提示',
    ])
    expect(named(page, 'h3').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['错误 1 处', '疑似 1 处', '提示 1 处']),
    )
  })

  it('shows each with its place, basis, further places, and the way to mend it', async () => {
    const text = GOOD.replaceAll('纠纷', 'XX')
    const finding = findingAt(text, 'XX', {
      basis: '《规定》第二十五条',
      fixable: true,
      related: [findingAt(text, '32份'), findingAt(text, '7名')],
    })
    const [item] = ofClass(pageOf([await checkedWith('a.md', text, [finding])]), 'finding')
    expect(item?.text).toContain('第 5 行第 3 列')
    expect(item?.text).toContain('依据：《规定》第二十五条')
    expect(item?.text).toContain('另有 2 处，在第 5、9 行')
    expect(item?.text).toContain('可以自动改正')
    expect(item && named(item, 'a')[0]?.attributes['href']).toBe('#rule-unfilled-placeholder')
  })

  it('speaks of mending only what can be mended, and quotes headings without their marks', async () => {
    const text = GOOD.replace('# ', '#  ')
    const finding = { ...findingAt(text, '#  '), endColumn: 8, fixable: true }
    const file = await checkedWith('a.md', text, [finding])
    const [quote] = ofClass(pageOf([file]), 'excerpt')
    expect(quote?.text.startsWith('#')).toBe(false)
    const source = { ...(file.draft as Draft).source, format: 'docx' as const }
    const [item] = ofClass(pageOf([{ ...file, draft: { ...(file.draft as Draft), source } }]), 'finding')
    expect(item?.text).not.toContain('自动改正')
  })

  it('says so where there is nothing to complain of', async () => {
    expect(pageOf([await checked('a.md', GOOD)]).text).toContain('没有发现问题。')
  })

  it('lists what was waived, folded', async () => {
    const waived = { ...findingAt(GOOD, '120件'), reason: '已核对' }
    const [details] = named(pageOf([await checkedWith('a.md', GOOD, [], [waived])]), 'details')
    expect(details?.text).toContain('另有 1 处已说明，不再提示')
    expect(details?.text).toContain('理由：已核对')
    expect(details?.attributes).toEqual({})
  })

  it('gives the reason where the file could not be read', () => {
    const page = pageOf([unreadable('gone.md', '文件是空的')])
    expect(named(page, 'h2').map(({ text }) => text)).toEqual(['总览', 'gone.md'])
    expect(page.text).toContain('无法读取：文件是空的')
  })
})

describe('the excerpt', () => {
  /** Excerpt and marked part for a text in a line of its own. */
  async function shown(line: string, text: string): Promise<{ excerpt: string; marked: string }> {
    const draft = GOOD.replace('调解纠纷120件，审查合同32份。', line)
    const [excerpt] = ofClass(pageOf([await checkedWith('a.md', draft, [findingAt(draft, text)])]), 'excerpt')
    return { excerpt: excerpt?.text ?? '', marked: (excerpt && named(excerpt, 'mark')[0]?.text) ?? '' }
  }

  it('is the line with the place marked', async () => {
    expect(await shown('办结𠮷😀案XX件。', 'XX')).toEqual({ excerpt: '办结𠮷😀案XX件。', marked: 'XX' })
  })

  it('is cut around the place, between characters', async () => {
    for (const step of ['', '甲']) {
      const { excerpt, marked } = await shown(`${step}${'𠮷'.repeat(60)}XX${'𠮷'.repeat(60)}${step}`, 'XX')
      expect(marked).toBe('XX')
      expect(excerpt).toMatch(/^…𠮷{19,20}XX𠮷{30}…$/u)
    }
  })

  it('is cut within a long place', async () => {
    const { excerpt, marked } = await shown(`甲${'乙'.repeat(300)}丙`, '乙'.repeat(300))
    expect(marked).toBe(`${'乙'.repeat(120)}…`)
    expect(excerpt).toBe(`甲${marked}`)
  })

  it('marks what follows a place without length', async () => {
    const draft = GOOD
    const finding = findingAt(draft, '120件')
    const file = await checkedWith('a.md', draft, [{ ...finding, endColumn: finding.column }])
    expect(named(pageOf([file]), 'mark')[0]?.text).toBe('1')
  })
})

describe('the rules', () => {
  it('are told at the end, those that occur and no others', async () => {
    const page = pageOf([await checkedWith('a.md', GOOD, [findingAt(GOOD, '120件')])])
    const sections = ofClass(page, 'rule')
    expect(sections).toHaveLength(1)
    const rule = rules.find(({ id }) => id === 'unfilled-placeholder')
    expect(sections[0]?.text).toContain(rule?.summary)
    expect(sections[0]?.text).toContain(rule?.why)
    expect(named(sections[0] as Element, 'pre')[0]?.text).toBe(rule?.examples.wrong[0]?.draft.trimEnd())
  })

  it('are left out where none occurs', async () => {
    expect(pageOf([await checked('a.md', GOOD)]).text).not.toContain('规则说明')
  })
})

/** Relative luminance and contrast by WCAG 2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(colour.slice(i, i + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('the style', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('has enough contrast: %s', (_, colours) => {
    const texts = ['text', 'muted', 'link', 'good', 'error', 'warning', 'info'] as const
    const pairs = [
      ...texts.flatMap((text) => (['ground', 'raised'] as const).map((ground) => [text, ground] as const)),
      ...(['error', 'warning', 'info'] as const).map((severity) => [severity, `${severity}-ground`] as const),
      ['mark-text', 'mark'] as const,
    ]
    const weak = pairs.filter(([text, ground]) => contrast(colours[text], colours[ground]) < 4.5)
    expect(weak).toEqual([])
  })

  it('prints on A4, without the colours of the dark', () => {
    expect(STYLE).toMatch(/@page\{size:A4;margin:/)
    expect(STYLE).toContain('@media screen and (prefers-color-scheme:dark)')
    expect(STYLE).toMatch(/@media print\{[^@]*\.finding\{break-inside:avoid\}/)
  })
})
