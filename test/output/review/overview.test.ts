import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Review, UnitReview } from '../../../src/corpus/review.js'
import { tool } from '../../../src/generated/tool.js'
import { overviewHtml } from '../../../src/output/review/overview.js'
import { SCRIPT, SCRIPT_HASH } from '../../../src/output/review/overview-script.js'
import { OVERVIEW_STYLE } from '../../../src/output/review/overview-style.js'
import { type Element, elementsIn, named, parsed } from '../markup.js'
import { reviewOf, SLIP_OF, TOPICS, VOCABULARY } from './fixture.js'

const textOf = (review: Review, vocabulary = VOCABULARY): string =>
  [...overviewHtml(review, vocabulary, SLIP_OF)].join('')

/** The tree of the page of a review, which must be well-formed. */
const pageOf = (review: Review): Element => parsed(textOf(review))

const section = (page: Element, id: string): Element => {
  const found = named(page, 'section').find(({ attributes }) => attributes['aria-labelledby'] === id)
  if (!found) throw new Error(`no section ${id}`)
  return found
}

const cells = (table: Element): string[][] =>
  named(table, 'tr').map((row) => named(row, 'th', 'td').map(({ text }) => text.trim()))

const ofClass = (element: Element, name: string): Element[] =>
  elementsIn(element).filter(({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name))

const unitNamed = (review: Review, name: string): UnitReview =>
  review.units.find(({ unit }) => unit.name === name) as UnitReview

/** A review with some things changed. */
function changed(change: (review: Review) => void, count = 40, isCompared = false): Review {
  const review = reviewOf(count, isCompared)
  change(review)
  return review
}

describe('the page', () => {
  it('is in Chinese, with landmarks, the version, and its sections in order', () => {
    const page = pageOf(reviewOf(40, true))
    expect(page.children[0]?.attributes).toEqual({ lang: 'zh-CN' })
    for (const landmark of ['header', 'nav', 'main', 'footer']) expect(named(page, landmark)).toHaveLength(1)
    expect(named(page, 'footer')[0]?.text).toContain(`fazhi ${tool.version}`)
    expect(named(page, 'h1')[0]?.text).toBe('2025年度法治政府建设年度报告审核总览')
    const titles = [
      ...['报送与时限', '各单位', '最常见的问题', '八个体系涉及情况', '指标与同类比较'],
      ...['相似度高，请核对', '没有计入的文件', '与上次相比'],
    ]
    expect(named(page, 'h2').map(({ text }) => text)).toEqual(titles)
    expect(
      named(page, 'nav')
        .flatMap((nav) => named(nav, 'a'))
        .map(({ text }) => text),
    ).toEqual(titles)
  })

  it('has its headings in order', () => {
    const levels = named(pageOf(reviewOf(40)), 'h1', 'h2', 'h3', 'h4', 'h5').map(({ name }) => Number(name[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1)).toBe(true)
  })

  it('says in a sentence who was to hand in and what came of it', () => {
    const [lead] = ofClass(pageOf(reviewOf(40, true)), 'lead')
    expect(lead?.text).toContain('应报送 39 家，已报送 37 家，未报送 2 家；另有名册外 1 家。')
    expect(lead?.text).toMatch(/迟报 \d+ 家/)
    expect(lead?.text).toMatch(/与上次相比，已改正 \d+ 处/)
  })

  it('does not speak of a roster where there was none', () => {
    const page = pageOf(changed((review) => Object.assign(review, { roster: null, place: '安徽' })))
    expect(ofClass(page, 'lead')[0]?.text).toContain('共 40 家')
    expect(named(page, 'header')[0]?.text).toContain('没有名册，单位按报告所写')
    expect(named(page, 'header')[0]?.text).toContain('时限和要求按：安徽')
  })

  it('lets run its one script alone, and loads nothing', () => {
    const page = pageOf(reviewOf(40))
    const hash = createHash('sha256').update(SCRIPT).digest('base64')
    expect(SCRIPT_HASH, 'the script changed: its hash is to be written beside it').toBe(hash)
    const policy = named(page, 'meta').find(({ attributes }) => attributes['http-equiv'])?.attributes['content']
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`,
    )
    expect(named(page, 'script').map(({ text }) => text)).toEqual([SCRIPT])
    expect(named(page, 'link', 'img', 'iframe', 'object', 'base', 'image', 'use')).toEqual([])
    const attributes = elementsIn(page).flatMap((element) => Object.entries(element.attributes))
    expect(attributes.filter(([name]) => /^on|^style$|^src|^xlink/.test(name))).toEqual([])
    expect(OVERVIEW_STYLE.replaceAll('url(#hatch)', '')).not.toMatch(/url\(|@import/)
  })

  it('leads nowhere in itself that is not there, and names nothing twice', () => {
    const all = elementsIn(pageOf(reviewOf(40, true)))
    const values = (name: string): string[] => all.flatMap(({ attributes }) => attributes[name] ?? [])
    const ids = values('id')
    expect(new Set(ids).size).toBe(ids.length)
    const within = values('href').filter((target) => target.startsWith('#'))
    const wanted = [...within.map((target) => target.slice(1)), ...values('aria-labelledby').join(' ').split(' ')]
    expect(wanted.length).toBeGreaterThan(100)
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('is the same for the same review', () => {
    expect(textOf(reviewOf(40, true))).toBe(textOf(reviewOf(40, true)))
  })

  it('shows whatever stands in names, files and reports as text', () => {
    const hostile = `<script>alert(1)</script>&amp;"'><b onclick='x'>`
    const review = changed((each) => {
      each.roster = hostile
      each.place = hostile
      const [first, second] = each.units as [UnitReview, UnitReview]
      for (const unit of [first, second]) unit.unit = { ...unit.unit, name: `${hostile}${unit.number}` }
      first.files = [hostile, hostile]
      second.error = { code: hostile, message: hostile }
      first.indicators['penalties'] = {
        state: 'given',
        value: 1e9,
        unit: hostile,
        qualifier: null,
        line: 3,
        sentence: hostile,
      }
      each.others = [{ path: hostile, reason: 'unreadable', unit: hostile, message: hostile }]
      each.frequencies = [{ rule: hostile, summary: hostile, severity: 'error', findings: 1, units: 1 }]
      const [pair] = each.similar
      if (!pair) return
      pair.units = [`${hostile}1`, `${hostile}2`]
      pair.files = [hostile, hostile]
      for (const place of pair.passages[0]?.places ?? []) Object.assign(place, { text: hostile, same: [[0, 8]] })
    }, 12)
    const page = parsed(textOf(review, [{ key: 'penalties', label: hostile, group: hostile }]))
    expect(named(page, 'script')).toHaveLength(1)
    expect(named(page, 'b')).toEqual([])
    expect(named(page, 'mark')[0]?.text).toBe('<script>')
    expect(page.text.split(hostile).length).toBeGreaterThan(15)
    const address = named(page, 'a').find(({ text }) => text === '审核意见单')?.attributes['href'] ?? ''
    expect(decodeURIComponent(address)).toBe(`意见单/${hostile}1.docx`)
  })

  it('is whole for ten thousand units, in pieces', () => {
    const pieces = [...overviewHtml(reviewOf(10_000, true), VOCABULARY, SLIP_OF)]
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(400_000)
    const page = pieces.join('')
    expect(page.match(/<tr id="unit-/g)).toHaveLength(10_000)
    expect(page.match(/<section class="pair"/g)).toHaveLength(40)
    expect(page).toContain('一共 833 对，这里是相同最多的 40 对')
    expect(page.length).toBeLessThan(12_000_000)
  })

  it('says so where there is nothing to show', () => {
    const empty = changed((review) => {
      Object.assign(review, { units: [], others: [], frequencies: [], similar: [] })
    })
    const page = pageOf(empty)
    expect(page.text).toContain('没有未报送的单位。')
    expect(page.text).toContain('没有发现大段相同的报告。')
    expect(page.text).toContain('文件夹里的文件全部计入。')
    expect(ofClass(page, 'plot')).toEqual([])
  })
})

describe('punctuality', () => {
  it('names who is missing, late, undated, twice or unknown', () => {
    const review = reviewOf(40)
    const rows = cells(section(pageOf(review), 'punctuality'))
    const row = (word: string): string[] => rows.find(([first]) => first === word) ?? []
    expect(row('未报送').slice(1)).toEqual(['2', '清河县财政局、清河县黄岭镇人民政府'])
    expect(row('迟报')[2]).toMatch(/（成文日期 3月\d+日，晚 \d+ 天）/)
    expect(row('没有日期')[2]).toBe('清河县民政局')
    expect(row('报送不止一份')[2]).toContain('（修改稿）.docx')
    expect(row('名册外')[1]).toBe('1')
    expect(row('无法读取')[2]).toContain('文件加了密码，打不开')
  })

  it('says before the deadline that reports are not there yet, not that they are missing', () => {
    const page = pageOf({ ...reviewOf(40), date: '2026-02-10' })
    const rows = cells(section(page, 'punctuality')).map(([first]) => first)
    expect(rows).toContain('尚未收到')
    expect(rows).not.toContain('未报送')
    expect(ofClass(page, 'lead')[0]?.text).toContain('已报送 37 家，尚未收到 2 家')
  })

  it('draws the dates against the deadline, and says the same in words', () => {
    const [dates] = ofClass(section(pageOf(reviewOf(40)), 'punctuality'), 'plot')
    expect(dates?.attributes['role']).toBe('img')
    expect(dates && named(dates, 'desc')[0]?.text).toMatch(
      /^\d+ 家报告载明的日期从1月\d+日到3月\d+日，其中 \d+ 家迟报。$/,
    )
    expect(dates && ofClass(dates, 'deadline').map(({ text }) => text)).toContain('期限 3月1日')
    expect(dates && ofClass(dates, 'late').length).toBeGreaterThan(0)
  })

  it('keeps apart in its columns what is in time and what is late', () => {
    for (const count of [27, 40, 200]) {
      const [dates] = ofClass(section(pageOf(reviewOf(count)), 'punctuality'), 'plot')
      const columns = dates ? named(dates, 'g').filter((group) => named(group, 'title').length > 0) : []
      expect(columns.length).toBeGreaterThan(4)
      expect(columns.filter((column) => named(column, 'rect').length !== 1)).toEqual([])
    }
  })

  it('claims nothing about time where no deadline is known', () => {
    const review = changed(({ units }) => {
      for (const { punctuality } of units) {
        if (punctuality) Object.assign(punctuality, { state: 'unknown', deadline: null })
      }
    })
    const punctuality = section(pageOf(review), 'punctuality')
    expect(punctuality.text).not.toMatch(/按时|迟报|期限/)
    expect(ofClass(punctuality, 'plot')).toHaveLength(1)
  })

  it('counts dates that are far off in words, and stays drawable', () => {
    const review = changed(({ units }) => {
      Object.assign(units[1]?.punctuality ?? {}, { on: '1999-01-01' })
    })
    const punctuality = section(pageOf(review), 'punctuality')
    expect(punctuality.text).toContain('另有 1 家的日期离得太远，没有画出')
  })
})

describe('the grid', () => {
  it('has a row a unit with the state of each content in words', () => {
    const review = reviewOf(40)
    const [table] = ofClass(pageOf(review), 'grid')
    const [head, ...rows] = table ? cells(table) : []
    const contents = ['主要举措和成效', '不足和原因', '第一责任人履职', '下一年度安排', '其他需要报告的情况']
    expect(head).toEqual(['序号', '单位', '类别', '报告载明的日期', '结论', ...contents, '错误', '疑似', '审核意见单'])
    expect(rows).toHaveLength(41)
    const [first] = review.units as [UnitReview]
    expect(rows[0]?.slice(0, 3)).toEqual(['1', '清河县人民政府', '政府'])
    expect(rows[0]?.slice(-3)).toEqual([String(first.counts.error), String(first.counts.warning), '审核意见单'])
    expect(rows[7]).toEqual(['8', '清河县财政局', '部门', '', '未报送', '—', '', '', ''])
    expect(rows[11]?.[5]).toBe('文件加了密码，打不开')
    expect(rows.map((row) => row[5])).toEqual(expect.arrayContaining(['独立成节', '合并', '嵌入', '提及', '未见']))
  })

  it('sums up how many reports lack each content', () => {
    const review = reviewOf(40)
    const [table] = ofClass(pageOf(review), 'grid')
    const sums = table ? cells(table).at(-1) : []
    const { lacking } = review.totals
    expect(sums?.slice(3, 7)).toEqual(
      ['achievements', 'shortcomings', 'responsibility', 'plan'].map((key) => `${lacking[key]} 家`),
    )
  })

  it('leads to slips by an address that any name can stand in', () => {
    const name = '甲?乙#丙%丁 镇'
    const review = changed(({ units: [first] }) => {
      if (first) first.unit = { ...first.unit, name }
    }, 2)
    const address = named(section(pageOf(review), 'units'), 'a')[0]?.attributes['href'] ?? ''
    const resolved = new URL(address, 'file:///out/page.html')
    expect(decodeURIComponent(resolved.pathname)).toBe(`/out/意见单/${name}.docx`)
    expect(resolved.search + resolved.hash).toBe('')
  })

  it('has the contents that own schemas ask for', () => {
    const review = changed((each) => {
      each.contents = [...each.contents, { key: 'secrecy', title: '保密审查', required: true }]
      each.totals.lacking['secrecy'] = 2
    }, 2)
    const [table] = ofClass(pageOf(review), 'grid')
    const [head, first] = table ? cells(table) : []
    expect(head?.[10]).toBe('保密审查')
    expect(first?.[10]).toBe('未见')
  })
})

describe('defects and topics', () => {
  it('puts first what most units have, in numbers beside the bar', () => {
    const review = reviewOf(40)
    const rows = cells(section(pageOf(review), 'defects')).slice(1)
    const [first] = review.frequencies
    expect(rows[0]?.[0]).toContain(first?.summary)
    expect(rows[0]?.slice(-2)).toEqual([String(first?.units), String(first?.findings)])
    const units = rows.map((row) => Number(row.at(-2)))
    expect(units).toEqual([...units].sort((a, b) => b - a))
  })

  it('counts for every system how many of each kind have it, and who has not', () => {
    const review = reviewOf(40)
    const rows = cells(section(pageOf(review), 'topics'))
    expect(rows[0]).toEqual(['体系', '政府', '部门', '乡镇街道', '没有提到的单位（仅供参考）'])
    expect(rows.slice(1).map(([topic]) => topic)).toEqual(TOPICS)
    const departments = review.units.filter(({ unit, topics }) => topics !== null && unit.kind === 'department')
    const touched = departments.filter(({ topics }) => topics?.touched.includes('行政执法工作')).length
    expect(rows[4]?.[2]).toMatch(new RegExp(`^${touched}/${departments.length}`))
    expect(rows[3]?.[3]).toBe('不要求')
    expect(rows[8]?.[4]).toMatch(/等 \d+ 家$/)
  })
})

describe('reports too short to tell their topics', () => {
  it('are named nowhere and counted apart', () => {
    const review = changed(({ units }) => {
      for (const unit of units) if (unit.topics && unit.unit.kind === 'township') unit.topics.expected = []
    }, 40)
    const short = review.units.filter(({ unit, topics }) => topics !== null && unit.kind === 'township')
    const part = section(pageOf(review), 'topics')
    for (const row of cells(part).slice(1)) {
      expect(row[3]).toBe('—')
      for (const { unit } of short) expect(row[4]).not.toContain(unit.name)
    }
    expect(part.text).toContain(`另有 ${short.length} 份没有统计`)
  })
})

describe('indicators', () => {
  const given = (value: number) =>
    ({ state: 'given', value, unit: '件', qualifier: null, line: 9, sentence: `处罚${value}件。` }) as const

  /** Departments that give these figures of 行政处罚; everything else is absent. */
  const figures = (values: (number | 'absent' | 'notApplicable')[]): Review =>
    changed((review) => {
      const read = review.units.filter(({ report }) => report !== null)
      review.units = values.map((value, i) => ({
        ...(read[i % read.length] as UnitReview),
        number: i + 1,
        unit: { name: `${i + 1}局`, kind: 'department', parent: null, aliases: [] },
        indicators: { penalties: typeof value === 'number' ? given(value) : { state: value } },
      }))
    })

  const band = (review: Review): string[] => cells(section(pageOf(review), 'indicators'))[1] ?? []

  it('gives number, quartiles and ends of a kind, and counts zero, absent and not applicable apart', () => {
    expect(band(figures([10, 20, 30, 40, 50, 0, 0, 'absent', 'notApplicable']))).toEqual([
      '部门',
      '5',
      '10',
      '20',
      '30',
      '40',
      '50',
      '2',
      '1',
      '1',
    ])
  })

  it('makes no quartiles of three figures', () => {
    expect(band(figures([10, 20, 30]))).toEqual(['部门', '3', '10', '—', '20', '—', '30', '0', '0', '0'])
  })

  it('names who stands far outside, with the sentence', () => {
    const page = section(pageOf(figures([10, 11, 12, 13, 14, 90])), 'indicators')
    expect(named(page, 'li').map(({ text }) => text)).toEqual(['6局 90件，部门中位数 12.5。第 9 行：“处罚90件。”'])
    expect(ofClass(page, 'far')).toHaveLength(1)
    expect(ofClass(page, 'dot')).toHaveLength(5)
  })

  it('sets no trap where figures are small or nearly equal', () => {
    for (const values of [
      [1, 1, 1, 1, 1, 2, 3],
      [98, 98, 98, 98, 100],
      [10, 10, 10, 90],
    ]) {
      expect(named(section(pageOf(figures(values)), 'indicators'), 'li')).toEqual([])
    }
  })

  it('takes a logarithmic scale where the figures spread widely, and says so', () => {
    const wide = section(pageOf(figures([1, 10, 100, 1000, 10000])), 'indicators')
    expect(wide.text).toContain('图用对数刻度')
    expect(ofClass(wide, 'axis')[0]?.text).toBe('1101001,0001万')
    expect(section(pageOf(figures([10, 20, 30])), 'indicators').text).not.toContain('对数')
  })

  it('begins at zero but for large figures close together, and counts wholes in wholes', () => {
    const ticks = (values: number[]): string | undefined =>
      ofClass(section(pageOf(figures(values)), 'indicators'), 'axis')[0]?.text
    expect(ticks([2, 3])).toBe('0123')
    expect(ticks([94.5, 99])).toBe('949596979899')
    expect(ticks([5])).toMatch(/^0/)
  })

  it('says the same to those who hear the plot', () => {
    const [strip] = ofClass(section(pageOf(figures([10, 20, 30, 40, 50])), 'indicators'), 'plot')
    expect(strip && named(strip, 'desc')[0]?.text).toBe('部门 5 家，从 10 到 50，中位数 30。')
  })

  it('draws the box alone where there are very many units', () => {
    const many = section(pageOf(figures(Array.from({ length: 38 }, (_, i) => i + 1))), 'indicators')
    expect(ofClass(many, 'dot')).toHaveLength(38)
    const page = section(pageOf(reviewOf(1000)), 'indicators')
    expect(ofClass(page, 'dot').length).toBeLessThan(200)
  })

  it('names the indicators that nobody gives, and other ways to count', () => {
    const page = section(pageOf(reviewOf(40)), 'indicators')
    expect(page.text).toContain('没有一家写到：没有人写的指标。')
    expect(page.text).toMatch(/单位写法：次 \d+ 家，家次 \d+ 家/)
  })

  it('has every point inside its plot', () => {
    const points = ofClass(pageOf(reviewOf(200)), 'plot').flatMap((plot) => named(plot, 'circle', 'line', 'rect'))
    const places = points.flatMap(({ attributes }) => [attributes['cx'], attributes['x1'], attributes['x2']])
    const shares = places.filter((place) => place?.endsWith('%')).map((place) => Number.parseFloat(place ?? ''))
    expect(shares.length).toBeGreaterThan(100)
    expect(shares.filter((share) => !(share >= 0 && share <= 100))).toEqual([])
  })
})

describe('similar pairs', () => {
  it('stand side by side with what is the same marked, and accuse nobody', () => {
    const review = reviewOf(40)
    const similar = section(pageOf(review), 'similar')
    expect(similar.text).toContain('供核对，不是结论')
    expect(similar.text).not.toContain('抄')
    const [pair] = ofClass(similar, 'pair')
    const [first] = review.similar
    expect(pair && named(pair, 'h3')[0]?.text).toBe(first?.units.join(' — '))
    expect(pair && named(pair, 'blockquote')).toHaveLength(6)
    expect(pair && named(pair, 'mark')[0]?.text).toBe('全年排查矛盾纠纷')
    expect(pair && ofClass(pair, 'sides')[0]?.text).toContain('第 9 行')
    expect(pair?.text).toContain('另外 3 家也有')
  })

  it('mark ranges as far as they go, however they lie', () => {
    const review = changed(({ similar: [pair] }) => {
      for (const place of pair?.passages[0]?.places ?? []) {
        Object.assign(place, {
          text: '甲乙丙丁',
          same: [
            [2, 99],
            [0, 1],
            [0, 3],
          ],
        })
      }
    })
    const [pair] = ofClass(pageOf(review), 'pair')
    expect(pair && named(pair, 'blockquote')[0]?.text).toBe('甲乙丙丁')
    expect(
      pair &&
        named(pair, 'mark')
          .slice(0, 3)
          .map(({ text }) => text)
          .join(''),
    ).toBe('甲乙丙丁')
  })

  it('star out long numbers', () => {
    const review = changed(({ similar: [pair] }) => {
      for (const place of pair?.passages[0]?.places ?? []) {
        Object.assign(place, { text: '联系电话13812345678', same: [[0, 4]] })
      }
    })
    expect(textOf(review)).not.toContain('13812345678')
  })
})

describe('files that do not count, and the review before', () => {
  it('lists every file with its reason', () => {
    const rows = cells(section(pageOf(reviewOf(40)), 'others'))
    expect(rows.slice(1).map(([path, reason]) => [path, reason])).toEqual([
      ['关于报送年度报告的通知.txt', '不是年度报告'],
      ['旧/清河县财政局2024年报告.docx', '不是本年度的报告'],
    ])
  })

  it('tells what was mended, stands and is new, in all and by unit', () => {
    const review = reviewOf(40, true)
    const rows = cells(section(pageOf(review), 'changes'))
    const { mended, standing, added } = unitNamed(review, '清河县公安局').changes ?? {
      mended: 0,
      standing: 0,
      added: 0,
    }
    expect(rows.find(([name]) => name === '清河县公安局')?.slice(-3)).toEqual([mended, standing, added].map(String))
    const total = review.totals.changes
    expect(rows.at(-1)?.slice(-3)).toEqual([total?.mended, total?.standing, total?.added].map(String))
  })

  it('says nothing of a review before where there was none', () => {
    expect(named(pageOf(reviewOf(40)), 'h2').map(({ text }) => text)).not.toContain('与上次相比')
  })
})
