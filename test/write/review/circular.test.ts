import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Frequency, Review, SimilarPair, Standing, UnitReview } from '../../../src/corpus/review.js'
import { readWord } from '../../../src/read/docx/docx.js'
import { circularDocx, circularMarkdown } from '../../../src/write/review/circular.js'
import { circularContext } from '../../../src/write/review/circular-context.js'
import fc from '../../fast-check.js'
import { linesOf, partsOf } from '../word-parts.js'
import { county, missing, reviewOf } from './county.js'

let units: UnitReview[]

beforeAll(async () => {
  units = (await county()).map(({ unit }) => unit)
})

const pair = (first: string, second: string): SimilarPair => ({
  ...{ units: [first, second], files: [`${first}.txt`, `${second}.txt`], weight: 300, share: 0.2 },
  passages: [
    {
      units: 2,
      length: 30,
      places: [
        { line: 9, text: '甲', same: [] },
        { line: 9, text: '甲', same: [] },
      ],
    },
  ],
})

const FREQUENT: Frequency = {
  ...{ rule: 'late-report', summary: '报告载明的日期晚于规定期限', severity: 'warning', findings: 3, units: 3 },
}

/** Towns that handed in nothing. */
const absent = (count: number): UnitReview[] =>
  Array.from({ length: count }, (_, i) => missing(`云溪县第${i + 1}镇人民政府`, i + 1, 'township'))

const sound = (): UnitReview => {
  const unit = units.find(({ verdict, punctuality }) => verdict === 'pass' && punctuality?.state === 'inTime')
  if (!unit) throw new Error('the county has a sound report')
  return unit
}

const own = (source: string) => Handlebars.compile(source, { noEscape: true, strict: true, preventIndent: true })

describe('the draft of a circular', () => {
  it('tells who handed in, who did not, and who was late, by name', () => {
    const text = circularMarkdown(reviewOf(units))
    expect(text).toContain('应报送年度报告的单位28家，截至2026年4月8日，已报送26家，未报送2家。')
    expect(text).toContain('未报送的单位：蓼川县教育局、蓼川县寒碓乡人民政府。')
    expect(text).toContain(
      '按报告载明的日期，成文日期晚于报送期限（2026年3月1日）的3家：蓼川县农业农村局（成文日期3月9日）、蓼川县沙渚镇人民政府（成文日期3月16日）、蓼川经济开发区管理委员会（成文日期3月4日）。',
    )
    expect(text).toContain('报告未载明日期、无法判断是否按时报送的2家：蓼川县卫生健康委员会、蓼川县梨峪乡人民政府。')
  })

  it('tells which duties are lacking, and where', () => {
    const text = circularMarkdown(reviewOf(units))
    expect(text).toContain('《法治政府建设与责任落实督察工作规定》第二十五条规定，年度报告应当写明主要举措和成效、')
    expect(text).toContain('审核的26份报告中，规定内容齐全的23份，有缺项的3份。')
    expect(text).toContain('缺少“第一责任人履职”的2份：蓼川县东济街道办事处、蓼川县柏陂镇人民政府。')
    expect(text).toContain('缺少“下一年度安排”的1份：蓼川县桐铺镇人民政府。')
    expect(text).toContain('规定内容没有单独成节的2份。')
    expect(text).toContain('与其他内容合为一节的1份：蓼川县石鹿镇人民政府。')
    expect(text).toContain('仅作为其他部分小标题的1份：蓼川县公安局。')
  })

  it('tells of files that are doubled, unknown, unreadable or of another year', () => {
    const [first, second, third, ...rest] = units as [UnitReview, UnitReview, UnitReview, ...UnitReview[]]
    const text = circularMarkdown(
      reviewOf(
        [
          { ...first, files: ['一.txt', '二.txt'] },
          { ...second, receipt: 'unlisted' },
          { ...third, report: null, verdict: null, error: { code: 'not-text', message: '打不开' } },
          ...rest,
        ],
        { others: [{ path: '旧.docx', reason: 'other-year', unit: null, message: '写的是2024年度' }] },
      ),
    )
    expect(text).toContain(`需要确认以哪一份为准的1家：${first.unit.name}。`)
    expect(text).toContain(`另收到名册外1家的报告，需要核对名册是否漏列：${second.unit.name}。`)
    expect(text).toContain(`需要重新报送的1家：${third.unit.name}。`)
    expect(text).toContain('不是2025年度报告的文件1份：旧.docx。')
    expect(text).toContain('审核的25份报告（含名册外1家，不含无法读取的1家）中')
  })

  it('reviews no report of another year', () => {
    const [first, ...rest] = units as [UnitReview, ...UnitReview[]]
    const report = first.report && { ...first.report, year: 2024 }
    const text = circularMarkdown(reviewOf([{ ...first, report }, ...rest]))
    expect(text).toContain(`不是2025年度报告的文件1份：${first.files[0]}。`)
    expect(text).toContain('审核的25份报告中')
  })

  it('counts findings, verdicts and frequent defects', () => {
    const review = reviewOf(units, { frequencies: [FREQUENT] })
    const text = circularMarkdown(review)
    const { errors, warnings, infos, verdicts } = review.totals
    expect(text).toContain(`共指出${errors + warnings + infos}处，其中错误（应当修改）${errors}处`)
    expect(text).toContain(`审核意见为通过的${verdicts.pass}份、建议修改的${verdicts.revise}份`)
    expect(text).toContain('| 1 | 报告载明的日期晚于规定期限 | 疑似 | 3家 | 3处 |')
  })

  it('lists the defects that several units have, and counts the others', () => {
    const rare = {
      ...FREQUENT,
      rule: 'heading-number-gap',
      summary: '标题的序号缺号、重号或顺序错乱',
      units: 1,
      findings: 9,
    }
    const text = circularMarkdown(reviewOf(units, { frequencies: [FREQUENT, rare] }))
    expect(text).toContain('按涉及单位的多少列出如下，另有1种问题没有列出，见审核总表。')
    expect(text).not.toContain('标题的序号缺号、重号或顺序错乱')
    expect(circularMarkdown(reviewOf(units, { frequencies: [rare] }))).toContain('没有两家以上单位共有的问题。')
  })

  it('lists every defect of very few units', () => {
    const rare = { ...FREQUENT, units: 1, findings: 1 }
    const some = units.filter(({ verdict }) => verdict === 'return').slice(0, 4)
    expect(circularMarkdown(reviewOf(some, { frequencies: [rare] }))).toContain('按涉及单位的多少列出如下。')
  })

  it('tells late signing and late publication apart, each with its deadline', () => {
    const report = sound().report
    const dated = (name: string, signedOn: string | null, publishedOn: string | null): UnitReview => ({
      ...sound(),
      unit: { ...sound().unit, name },
      report: report && { ...report, issuer: name, signedOn, publishedOn },
    })
    const text = circularMarkdown(
      reviewOf([dated('云溪县甲镇', '2026-03-09', null), dated('云溪县乙镇', '2026-02-09', '2026-04-09')]),
    )
    expect(text).toContain('成文日期晚于报送期限（2026年3月1日）的1家：云溪县甲镇（成文日期3月9日）。')
    expect(text).toContain('公开日期晚于公开期限（2026年4月1日）的1家：云溪县乙镇（公开日期4月9日）。')
  })

  it('says before the deadline that reports have not come yet, and names the day', () => {
    const text = circularMarkdown(reviewOf(absent(40), { date: '2026-02-10' }))
    expect(text).toContain('已报送0家，尚未收到40家（期限为2026年3月1日）。')
    expect(text).toContain('| 1 | 云溪县第1镇人民政府 | 尚未收到（期限为2026年3月1日） |')
    expect(text).not.toContain('未报送')
  })

  it('compares with the review before, where there is one', () => {
    const review = reviewOf(units, { frequencies: [FREQUENT] })
    expect(circularMarkdown(review)).not.toContain('与上次审核相比')
    review.totals.changes = { mended: 5, standing: 2, added: 1 }
    expect(circularMarkdown(review)).toContain('上次指出的问题，已改正5处，仍在2处；本次新增1处。')
  })

  it('counts similar pairs, names none of them, and blames nobody', () => {
    const text = circularMarkdown(reviewOf(units, { similar: [pair('云溪县甲镇', '云溪县乙镇')] }))
    expect(text).toContain('有1对报告的部分段落相似度高，涉及2家单位，需要核对。')
    expect(text).not.toMatch(/云溪县[甲乙]镇|附件/)
    expect(text).not.toMatch(/抄袭|雷同|剽窃|照搬/)
  })

  it('tells how far the eight 体系 are covered, of the reports they concern', () => {
    const [first, ...rest] = units as [UnitReview, ...UnitReview[]]
    const topics = { touched: ['行政决策制度'], expected: ['行政决策制度', '突发事件应对'] }
    const text = circularMarkdown(reviewOf([{ ...first, topics }, ...rest]))
    expect(text).toContain('| 1 | 行政决策制度体系 | 1份 | 1份 |\n| 2 | 突发事件应对体系 | 1份 | 0份 |')
    expect(circularMarkdown(reviewOf(units))).not.toContain('体系覆盖')
  })

  it('numbers its headings without a gap, and leaves out one that stands alone', () => {
    const headings = (review: Review): string[] =>
      circularMarkdown(review)
        .split('\n')
        .filter((line) => line.startsWith('##'))
    expect(headings(reviewOf(units, { frequencies: [FREQUENT], similar: [pair('甲局', '乙局')] }))).toEqual([
      '## 一、报送情况',
      '## 二、内容情况',
      '## 三、问题情况',
      '### （一）总体情况',
      '### （二）常见问题',
      '### （三）相似情况',
      '## 四、下一步要求',
    ])
    expect(headings(reviewOf([sound()]))).toEqual([
      '## 一、报送情况',
      '## 二、内容情况',
      '## 三、问题情况',
      '## 四、下一步要求',
    ])
  })

  it('says so where nobody is missing, late or wrong', () => {
    const text = circularMarkdown(reviewOf([sound()]))
    expect(text).toContain('应报送年度报告的单位1家，截至2026年4月8日，已报送1家，全部报齐。')
    expect(text).toContain('按报告载明的日期，写明日期的1家，没有晚于规定期限的。')
    expect(text).toContain('规定内容齐全的1份。')
    expect(text).toContain('没有指出问题。')
    expect(text).not.toMatch(/附件|未报送/)
  })

  it('says so where nothing was handed in at all', () => {
    const text = circularMarkdown(reviewOf(absent(2)))
    expect(text).toContain('已报送0家，未报送2家。')
    expect(text).toContain('没有可以审核的报告。')
    expect(text).not.toContain('0份')
  })

  it('knows no missing units without a roster', () => {
    const text = circularMarkdown(reviewOf([{ ...sound(), receipt: 'unlisted' }], { roster: null }))
    expect(text).toContain('截至2026年4月8日，收到1家单位的年度报告。')
    expect(text).not.toMatch(/应报送|名册/)
  })

  it('shortens long lists and puts them into annexes', () => {
    const text = circularMarkdown(reviewOf([...absent(40), ...units]))
    expect(text).toContain('、云溪县第5镇人民政府等42家（名单见附件）。')
    expect(text).toContain('| 40 | 云溪县第40镇人民政府 | 未报送 |')
    expect(text).toContain('| 43 | 蓼川县农业农村局 | 成文日期3月9日 |')
  })

  it('tells apart who is beside the roster', () => {
    const late = (receipt: UnitReview['receipt'], number: number): UnitReview => ({
      ...{ ...sound(), receipt, unit: { ...sound().unit, name: `云溪县第${number}镇人民政府` } },
      report: { ...(sound().report as NonNullable<UnitReview['report']>), signedOn: '2026-03-09', publishedOn: null },
    })
    const some = circularMarkdown(reviewOf([late('received', 1), late('unlisted', 2)]))
    expect(some).toContain('的2家（含名册外1家）：云溪县第1镇人民政府（成文日期3月9日）、')
    expect(circularMarkdown(reviewOf([late('unlisted', 2)]))).toContain('的1家（均为名册外单位）：')
    expect(circularMarkdown({ ...reviewOf([late('unlisted', 2)]), roster: null })).not.toContain('（均为')
  })

  it('names who was to mend a report and did not, not those whose report had passed or was only late', () => {
    const carriedOf = (name: string, because: Standing): UnitReview => ({
      ...sound(),
      ...{ unit: { ...sound().unit, name }, carried: { date: '2026-03-20', because } },
    })
    const changes = { mended: 0, standing: 1, added: 0 }
    const textOf = (some: UnitReview[]): string => {
      const review = reviewOf(some)
      return circularMarkdown({ ...review, totals: { ...review.totals, changes } })
    }
    const two = textOf([
      ...[carriedOf('甲镇人民政府', 'unmended'), carriedOf('乙镇人民政府', 'settled')],
      carriedOf('丙镇人民政府', 'late'),
    ])
    expect(two).toContain('未收到修改稿、沿用上次审核结果的1家：甲镇人民政府。')
    expect(two).toContain('上次审核已通过、沿用上次审核结果的1家。')
    expect(two).not.toContain('丙镇')
    expect(textOf(Array.from({ length: 13 }, (_, i) => carriedOf(`第${i}镇人民政府`, 'unmended')))).toContain(
      '沿用上次审核结果的13家。',
    )
  })

  it('stays a circular with ten thousand units', async () => {
    const many = reviewOf([...absent(9_000), ...Array.from({ length: 40 }, () => units).flat()], {
      similar: Array.from({ length: 2_000 }, (_, i) => pair(`甲${i}镇`, `乙${i}镇`)),
    })
    const text = circularMarkdown(many)
    expect(text.length).toBeLessThan(60_000)
    expect(text).toContain('附件：1. 未报送、报告载明的日期晚于期限的单位\n\n2. 规定内容有缺项的单位')
    expect(text).toContain('另有8900行没有列出，见审核总表。')
    expect(readWord(await circularDocx(text)).text).toContain('等9080家（名单见附件1）')
  })

  it('reads as an official document: no blank placeholders, no English, full-width marks', () => {
    const text = circularMarkdown(
      reviewOf([...absent(40), ...units], { frequencies: [FREQUENT], similar: [pair('甲局', '乙局')] }),
    )
    const prose = text.replace(/<br>|<!--[\s\S]*?-->/g, '')
    expect(prose).not.toMatch(/undefined|null|NaN|\[object|[A-Za-z]/)
    expect(prose).not.toMatch(/[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|。。|：。|、。/)
    expect(text).not.toMatch(/\n{3}/)
  })
})

describe('the template of a circular', () => {
  const review = (): Review =>
    reviewOf([...absent(40), ...units], { frequencies: [FREQUENT], similar: [pair('甲局', '乙局')] })

  it('gives the same when it is copied and used as an own one', () => {
    const template = own(readFileSync('templates/circular.hbs', 'utf8'))
    expect(circularMarkdown(review(), template)).toBe(circularMarkdown(review()))
    for (const few of [reviewOf([sound()]), reviewOf(absent(1)), reviewOf([], { roster: null })])
      expect(circularMarkdown(few, template)).toBe(circularMarkdown(few))
  })

  it('can be changed', () => {
    const template = own(
      '# 关于{{year}}年情况的通报\n\n## 总体\n\n{{#if missing}}未报{{missing.count}}家：{{missing.names}}。{{/if}}\n',
    )
    expect(circularMarkdown(reviewOf(units), template)).toBe(
      '# 关于2025年情况的通报\n\n## 一、总体\n\n未报2家：蓼川县教育局、蓼川县寒碓乡人民政府。\n',
    )
  })

  it('sees strings alone, so that numbers side by side are not added up', () => {
    const numbers = (value: unknown): boolean =>
      typeof value === 'number' || (value !== null && typeof value === 'object' && Object.values(value).some(numbers))
    const context = circularContext(review())
    expect(numbers(context)).toBe(false)
    expect(own('{{expected}}{{received}}')(context)).toBe(`${context.expected}${context.received}`)
  })

  it('is documented, value by value', () => {
    const documented = readFileSync('docs/templates.md', 'utf8')
    for (const key of Object.keys(circularContext(review()))) expect(documented).toContain(`\`${key}\``)
  })

  it('is safe from names with marks of Markdown', async () => {
    const name = '# **甲** | <!-- x --> [乙](http://x) `丙` 1. _丁_ \\ & &lt; {{x}}'
    const text = circularMarkdown(reviewOf([missing(name, 1), ...absent(20)]))
    const read = readWord(await circularDocx(text)).text
    expect(
      read.match(/# \*\*甲\*\* \| <!-- x --> \[乙\]\(http:\/\/x\) `丙` 1\. _丁_ \\ & &lt; \{\{x\}\}/g),
    ).toHaveLength(2)
  })

  it('survives any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (name) => {
        const text = circularMarkdown(reviewOf([missing(name, 1)]))
        expect(partsOf(await circularDocx(text))['word/document.xml']).toContain('未报送的单位')
      }),
      { numRuns: 30 },
    )
  })
})

describe('the Word document of a circular', () => {
  it('has title, addressee, headings, signature, date and annexes in the styles of the house', async () => {
    const review = reviewOf([...absent(40), ...Array.from({ length: 5 }, () => units).flat()], {
      similar: [pair('甲局', '乙局')],
    })
    const parts = partsOf(await circularDocx(circularMarkdown(review)))
    const lines = linesOf(parts['word/document.xml'] ?? '').map(({ style, text }) => `${style} ${text}`)
    expect(lines.slice(0, 2)).toEqual([
      'Title 关于2025年度法治政府建设年度报告\n审核情况的通报',
      'Salutation 【请填写主送单位】：',
    ])
    expect(lines).toContain('Heading1 一、报送情况')
    const at = lines.indexOf('Signature 【请填写通报单位】')
    expect(lines.slice(at - 2, at + 4)).toEqual([
      'AnnexNote 附件：1. 未报送、报告载明的日期晚于期限的单位',
      'AnnexNote 2. 规定内容有缺项的单位',
      'Signature 【请填写通报单位】',
      'Date 2026年4月8日',
      'Annex 附件1',
      'AnnexTitle 未报送、报告载明的日期晚于期限的单位',
    ])
    expect(parts['word/comments.xml']).toContain('印发前请删去')
    expect(parts['docProps/core.xml']).toContain('关于2025年度法治政府建设年度报告审核情况的通报')
  })

  it('has the same bytes for the same review', async () => {
    const make = () => circularDocx(circularMarkdown(reviewOf(units)))
    expect(await make()).toEqual(await make())
  })
})
