import type { Table } from 'mdast'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SimilarPair, UnitFinding, UnitReview } from '../../../src/corpus/review.js'
import type { ReportSummary } from '../../../src/finding.js'
import { readWord } from '../../../src/read/docx/docx.js'
import { plainText } from '../../../src/write/plain-text.js'
import { type Slip, slipDocx, slipWriter } from '../../../src/write/review/slip.js'
import { linesOf, partsOf } from '../word-parts.js'
import { missing, type Reviewed, reviewed } from './county.js'

const DRAFT = `石桥镇2025年法治政府建设年度报告

一、主要举措和成效

（一）健全制度。审查规范性文件32件，清理文件XX件，贯彻《中华人民共和国有组织犯罪法》。

（二）第一责任人履职情况。镇长主持会议研究法治建设议题6个，带头学法4次，年底述法。

二、存在的不足和原因

一是执法力量不足，原因是编制少。

云溪县石桥镇人民政府

2026年3月9日
`

const NAME = '云溪县石桥镇人民政府'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

let town: Reviewed

beforeAll(async () => {
  town = (await reviewed(NAME, '石桥镇年报.txt', bytesOf(DRAFT), 3)) as Reviewed
})

const slipOf = (more: Partial<Slip> = {}): Slip => ({
  ...{
    year: 2025,
    date: '2026-04-08',
    roster: '名册.csv',
    unit: town.unit,
    findings: town.findings,
    similar: [],
    others: [],
  },
  ...more,
})

/** The slip as the house's own reader of Word reads it. */
function textOf(slip: Slip): string {
  return readWord(slipDocx(slip)).text
}

const tablesOf = (slip: Slip): string[][][] =>
  readWord(slipDocx(slip))
    .root.children.filter((node): node is Table => node.type === 'table')
    .map(({ children: rows }) => rows.map(({ children: cells }) => cells.map((cell) => plainText(cell.children))))

const xmlOf = (slip: Slip): string => partsOf(slipDocx(slip))['word/document.xml'] ?? ''

const tableWith = (slip: Slip, head: string): string[][] => tablesOf(slip).find(([row]) => row?.includes(head)) ?? []

const finding = (more: Partial<UnitFinding> = {}): UnitFinding => ({ ...(town.findings[0] as UnitFinding), ...more })

const PAIR: SimilarPair = {
  units: ['云溪县青禾镇人民政府', NAME],
  files: ['青禾镇.docx', '石桥镇年报.txt'],
  weight: 60,
  share: 0.1,
  passages: [
    {
      units: 2,
      length: 30,
      places: [
        {
          line: 9,
          text: '从源头管住村级合同，审查合同86份，没有公示结果不得付款。',
          same: [
            [0, 13],
            [17, 27],
          ],
        },
        {
          line: 5,
          text: '从源头管住村级合同，审查合同32份，没有公示结果不得付款。',
          same: [
            [0, 13],
            [17, 27],
          ],
        },
      ],
    },
  ],
}

describe('a slip', () => {
  it('bears title, number, unit, date and room for the office', () => {
    const lines = linesOf(xmlOf(slipOf()))
    expect(lines.slice(0, 3).map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Title 2025年度法治政府建设年度报告\n审核意见单',
      'Subtitle 编号：2025-003-20260408',
      `Salutation ${NAME}：`,
    ])
    expect(lines.slice(-2).map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Signature 【请填写审核单位】',
      'Date 2026年4月8日',
    ])
  })

  it('says what was handed in, when, and what the verdict means', () => {
    const [facts = []] = tablesOf(slipOf())
    expect(Object.fromEntries(facts)).toMatchObject({
      审核文件: '石桥镇年报.txt',
      报告标题: '石桥镇2025年法治政府建设年度报告',
      报告载明的日期: '成文日期2026年3月9日，晚于报送期限（2026年3月1日）。',
      审核意见: expect.stringContaining('退回修改：有应当修改的问题，请修改后重新报送。'),
    })
  })

  it('asks a unit that the roster does not have for its name', () => {
    const unit = { ...town.unit, receipt: 'unlisted' as const }
    expect(textOf(slipOf({ unit }))).toMatch(/名册上没有这个名称：可能是名册漏列[\s\S]*请核对单位全称/)
    expect(textOf(slipOf({ unit, roster: null }))).not.toContain('名册')
  })

  it('names the other files of a unit and asks which one counts', () => {
    const unit = { ...town.unit, files: ['石桥镇年报.txt', '修改稿.docx', '定稿.docx'] }
    expect(textOf(slipOf({ unit }))).toMatch(/另收到：修改稿\.docx、定稿\.docx[\s\S]*告知以哪一份报告为准/)
  })

  it('holds every duty against the report, with heading and line', () => {
    const rows = tableWith(slipOf(), '规定要求')
    expect(rows.map(([name]) => name)).toEqual([
      '内容',
      '主要举措和成效',
      '不足和原因',
      '第一责任人履职',
      '下一年度安排',
      '其他需要报告的情况',
    ])
    expect(rows[1]?.slice(2)).toEqual([expect.stringMatching(/独立成节.*第3行“一、主要举措和成效”/s), '已列入'])
    expect(rows[3]?.slice(2)).toEqual([expect.stringContaining('嵌入'), '请单独成节'])
    expect(rows[4]?.slice(1)).toEqual(['下一年度推进法治政府建设的主要安排', '未见', '请补写'])
    expect(textOf(slipOf())).toContain('《法治政府建设与责任落实督察工作规定》第二十五条规定了年度报告应当写明的内容')
  })

  it('lists errors, then what is doubtful, then advice, numbered on, with an empty column for the reply', () => {
    const tables = tablesOf(slipOf()).filter(([head]) => head?.[0] === '序号')
    expect(tables.map(([head]) => head)).toEqual([
      ['序号', '位置和原文', '问题和修改意见', '答复'],
      ['序号', '位置和原文', '问题和修改意见', '答复'],
      ...(town.unit.counts.info > 0 ? [['序号', '位置', '建议']] : []),
    ])
    const rows = tables.flatMap((table) => table.slice(1))
    expect(rows.map(([number]) => number)).toEqual(town.findings.map((_, i) => String(i + 1)))
    expect(rows.filter((row) => row.length === 4).every(([, , , reply]) => reply === '')).toBe(true)
    const text = textOf(slipOf())
    const titles = ['（一）应当修改的问题（错误，', '（二）需要核实的问题（疑似，'].map((title) => text.indexOf(title))
    expect(titles[0]).toBeGreaterThan(0)
    expect(titles[1]).toBeGreaterThan(titles[0] ?? 0)
  })

  it('quotes the place and gives message and basis once', () => {
    const rows = tableWith(slipOf(), '位置和原文')
    const title = rows.find((row) => row[1]?.includes('有组织犯罪法'))
    expect(title?.[1]).toMatch(/^第5行.*“…?.*《中华人民共和国有组织犯罪法》/s)
    const absent = rows.find((row) => row[2]?.startsWith('缺少'))
    expect(absent?.[2]?.match(/第二十五条/g)).toHaveLength(1)
    const own = finding({ message: '请核对。', basis: '《立法法》第一条' })
    expect(tableWith(slipOf({ findings: [own] }), '答复')[1]?.[2]).toBe('请核对。依据：《立法法》第一条')
  })

  it('names further places of a defect, those on other lines', () => {
    const at = (line: number) => ({ line, column: 1, endLine: line, endColumn: 2 })
    const wordsWith = (...lines: number[]): string =>
      tableWith(
        slipOf({ findings: [finding({ line: 5, message: '前后不一。', basis: null, related: lines.map(at) })] }),
        '答复',
      )[1]?.[2] ?? ''
    expect(wordsWith(5, 9, 12, 9)).toBe('前后不一。另见第9、12行')
    expect(wordsWith(5)).toBe('前后不一。')
    expect(wordsWith(...Array.from({ length: 20 }, (_, i) => i + 10))).toContain(
      '另见第10、11、12、13、14、15、16、17等行',
    )
  })

  it('counts paragraphs, not lines, in Word files', () => {
    const unit = { ...town.unit, files: ['石桥镇年报.docx'] }
    const text = textOf(slipOf({ unit, findings: [finding({ path: '石桥镇年报.docx', line: 7 })] }))
    expect(text).toContain('第7段')
    expect(text).toContain('位置是从头数起的段次')
  })

  it.each([
    [{ mended: 0, standing: 0, added: 0 }, {}, '上次没有指出问题，本次也没有。'],
    [{ mended: 0, standing: 0, added: 2 }, {}, '上次没有指出问题；本次新增2处。'],
    [{ mended: 3, standing: 0, added: 0 }, {}, '上次指出的问题，已改正3处，仍在0处；本次没有新增。'],
    [{ mended: 0, standing: 0, added: 2 }, { newlyReceived: true }, '上次未报；本次新增2处。'],
    [
      { mended: 0, standing: 2, added: 0 },
      { carried: { date: '2026-03-20', because: 'settled' as const } },
      '没有新的报告可以对照，上次指出的2处照列。',
    ],
  ])('says what became of the findings of the review before: %j %j', (changes, more, words) => {
    const rows = tablesOf(slipOf({ unit: { ...town.unit, ...more, changes } })).flat()
    expect(rows.find(([name]) => name === '对照上次')?.[1]).toBe(words)
  })

  it('tells what was mended since the review before, what stands and what is new', () => {
    const findings = [
      finding({ change: 'standing' }),
      finding({ change: 'added' }),
      finding({ change: 'mended', line: 12, message: '日期不存在。' }),
    ]
    const slip = slipOf({ findings, unit: { ...town.unit, changes: { mended: 1, standing: 1, added: 1 } } })
    const text = textOf(slip)
    expect(text).toContain('已改正1处，仍在1处；本次新增1处')
    expect(text).toMatch(/第\d+行（仍在）[\s\S]*第\d+行（新增）/)
    expect(tableWith(slip, '上次指出的问题')[1]).toEqual(['1', '第12行', '日期不存在。'])
    expect(tableWith(slip, '答复').slice(1).flat().join()).not.toContain('日期不存在')
  })

  it('quotes no number in part', () => {
    const excerpt = `${'依法行政，'.repeat(6)}执法装备100%配齐，群众满意率99.6%，全年未发生负面舆情。`
    const [, row] = tableWith(slipOf({ findings: [finding({ severity: 'error', column: 1, excerpt })] }), '位置和原文')
    expect(row?.[1]).toContain(`${'依法行政，'.repeat(6)}执法装备…`)
  })

  it('shows of the report of another unit no more than the beginning of a passage', () => {
    const text = `${'从源头管住村级合同，'.repeat(12)}没有公示结果不得付款。`
    const place = (line: number) => ({ line, text, same: [[0, text.length]] as [number, number][] })
    const pair: SimilarPair = { ...PAIR, passages: [{ units: 2, length: 120, places: [place(9), place(5)] }] }
    const [, row] = tableWith(slipOf({ similar: [pair] }), '对方报告')
    expect(row?.[1]).toBe(`第5行${text}`)
    expect(row?.[2]).toBe(`第9段${text.slice(0, 60)}…`)
  })

  it('shows similar passages side by side, its own first, without a word of blame', () => {
    const slip = slipOf({ similar: [PAIR] })
    const [head, row] = tableWith(slip, '对方报告')
    expect(head).toEqual(['序号', '本单位报告', '对方报告', '答复'])
    expect(row?.slice(1)).toEqual([
      '第5行从源头管住村级合同，审查合同32份，没有公示结果不得付款。',
      '第9段从源头管住村级合同，审查合同86份，没有公示结果不得付款。',
      '',
    ])
    expect(xmlOf(slip)).toMatch(/<w:b \/>.{0,80}从源头管住村级合同，审查合/s)
    const text = textOf(slip)
    expect(text).toContain('与云溪县青禾镇人民政府的报告有1段文字相似度高，请核对')
    expect(text).not.toMatch(/抄袭|雷同|剽窃|照搬/)
  })

  it('lets a sound report go, and says by when it is to be published', () => {
    const unit = { ...town.unit, verdict: 'pass' as const, counts: { error: 0, warning: 0, info: 0 } }
    const sound = { ...unit, report: unit.report && { ...unit.report, signedOn: '2026-02-09' } }
    const text = textOf(slipOf({ unit: sound, findings: [] }))
    expect(text).toContain('通过：没有发现需要修改的问题。')
    expect(text).toContain('报告可以定稿。')
    expect(text).toContain(
      '《法治政府建设与责任落实督察工作规定》第二十四条要求，除涉及党和国家秘密的外，在2026年4月1日之前向社会公开，还没有公开的请尽快公开。',
    )
    expect(text).not.toContain('答复')
    expect(textOf(slipOf({ unit: sound, findings: [], date: '2026-03-20' }))).toContain('之前向社会公开。')
  })
})

describe('the conclusion of a slip', () => {
  const passed = (more: Partial<UnitReview> = {}, report: Partial<ReportSummary> = {}): UnitReview => ({
    ...{ ...town.unit, verdict: 'pass', counts: { error: 0, warning: 0, info: 0 } },
    report: town.unit.report && { ...town.unit.report, signedOn: '2026-02-09', ...report },
    ...more,
  })
  const advice = (rule = 'topic-not-covered'): UnitFinding => finding({ rule, severity: 'info', message: '请看。' })
  const ANSWER = '请于【请填写日期】之前答复“审核意见”中所列的事项；报告有改动的，重新报送。'

  it('tells of advice, and lets the report stand once it is heard', () => {
    const unit = passed({ counts: { error: 0, warning: 0, info: 1 } })
    const text = textOf(slipOf({ unit, findings: [advice()] }))
    expect(text).toContain('通过：没有发现必须修改的问题；另有1条提示，请酌情处理。')
    expect(text).toContain('请酌情处理以上提示后定稿。')
    expect(text).not.toContain('可以定稿')
  })

  it('asks for what is not written at the end', () => {
    const unit = passed({ counts: { error: 0, warning: 0, info: 2 } }, { signedOn: null, signature: null })
    const text = textOf(slipOf({ unit, findings: [advice('missing-date'), advice('missing-signature')] }))
    expect(text).toContain('报告未载明日期，无法判断是否按时报送。')
    expect(text).toContain('另请补写署名和成文日期。')
    expect(text).toContain(ANSWER)
    expect(text).not.toContain('可以定稿')
  })

  it('asks which of several files counts, and for similar passages', () => {
    const text = textOf(
      slipOf({ unit: passed({ files: ['石桥镇年报.txt', '修改稿.docx'] }), findings: [], similar: [PAIR] }),
    )
    expect(text).toContain('通过：没有发现必须修改的问题。')
    expect(text).toContain('请告知以哪一份报告为准；核对与其他单位相似的文字，在答复栏写明情况。')
    expect(text).toContain(ANSWER)
    expect(text).not.toContain('可以定稿')
  })

  it('tells of a former name, and what to write', () => {
    const unit = passed(
      { unit: { ...town.unit.unit, aliases: ['石桥镇', '柳坪乡'] } },
      { issuer: '云溪县柳坪乡人民政府' },
    )
    const text = textOf(slipOf({ unit, findings: [] }))
    expect(text).toContain(`报告里的名称是“云溪县柳坪乡人民政府”，名册上的全称是“${NAME}”。`)
    expect(text).toContain(`已经更名的把“云溪县柳坪乡人民政府”改为“${NAME}”`)
    expect(text).not.toContain('可以定稿')
  })

  it('asks a late report that is sound for the reason alone', () => {
    const late = finding({ rule: 'late-report', severity: 'warning', message: '晚于规定期限。' })
    const unit = passed({ verdict: 'revise', counts: { error: 0, warning: 1, info: 0 } }, { signedOn: '2026-03-09' })
    const text = textOf(slipOf({ unit, findings: [late] }))
    expect(text).toContain('建议修改：没有发现必须修改的问题，只是报告载明的日期晚于规定期限。')
    expect(text).toContain('请核对日期，日期有误的改正，确实迟报的说明原因。')
    expect(text).not.toContain('逐条核实修改')
  })

  it('tells signing and publication apart, each against its own deadline', () => {
    const unit = passed({}, { signedOn: '2026-02-09', publishedOn: '2026-04-09' })
    const rows = Object.fromEntries(tablesOf(slipOf({ unit, findings: [] }))[0] ?? [])
    expect(rows['报告载明的日期']).toBe(
      '成文日期2026年2月9日，不晚于报送期限（2026年3月1日）。公开日期2026年4月9日，晚于公开期限（2026年4月1日）。',
    )
    expect(textOf(slipOf({ unit, findings: [] }))).not.toContain('向社会公开')
  })

  it('asks for mending where there is something to mend, and for the rest beside it', () => {
    const text = textOf(slipOf({ similar: [PAIR] }))
    expect(text).toContain('退回修改：有应当修改的问题，请修改后重新报送。')
    expect(text).toMatch(/连同修改后的报告一并报送。“审核意见”中所列的其他事项一并答复。/)
  })
})

describe('a short slip', () => {
  it('goes to a unit that handed in nothing, with deadline and basis', () => {
    const text = textOf(slipOf({ unit: missing('云溪县教育局', 7), findings: [] }))
    expect(text).toContain('2025年度法治政府建设年度报告\n催报通知\n编号：2025-007-20260408')
    expect(text).not.toContain('审核意见单')
    expect(text).toContain(
      '《法治政府建设与责任落实督察工作规定》第二十三条要求，2025年度法治政府建设年度报告在2026年3月1日之前报送；第二十四条要求，除涉及党和国家秘密的外，在2026年4月1日之前向社会公开。',
    )
    expect(text).toContain('截至2026年4月8日，你单位未报送2025年度法治政府建设年度报告，请于【请填写日期】之前报送。')
    expect(tablesOf(slipOf({ unit: missing('云溪县教育局', 7), findings: [] }))).toEqual([])
  })

  it('cites to street offices what they report after, and to nobody what does not bind the year', () => {
    const street = textOf(slipOf({ unit: missing('听潮街道办事处', 7, 'township') }))
    expect(street).toContain('参照《法治政府建设与责任落实督察工作规定》第二十三条要求')
    expect(textOf(slipOf({ year: 2017, unit: missing('云溪县教育局', 7) }))).not.toContain('督察工作规定')
  })

  it('waits for a unit whose deadline is not past', () => {
    const text = textOf(slipOf({ unit: missing('云溪县教育局', 7), findings: [], date: '2026-02-10' }))
    expect(text).toContain(
      '截至2026年2月10日，尚未收到你单位的2025年度法治政府建设年度报告（期限为2026年3月1日），请按期报送。',
    )
    expect(text).not.toContain('未报送')
    expect(text).toContain('2025年度法治政府建设年度报告\n报送提醒\n')
  })

  it('names a file of another year that came instead', () => {
    const others = [{ path: '教育局2024.docx', reason: 'other-year' as const, unit: null, message: '写的是2024年度' }]
    expect(textOf(slipOf({ unit: missing('云溪县教育局'), others }))).toContain(
      '你单位报送的“教育局2024.docx”没有审核：写的是2024年度。',
    )
  })

  it('goes to a unit whose report is of another year', () => {
    const report = town.unit.report && { ...town.unit.report, year: 2024 }
    const text = textOf(slipOf({ unit: { ...town.unit, report } }))
    expect(text).toContain('是2024年度的报告，这次审核的是2025年度，没有审核。')
    expect(text).toContain('2025年度法治政府建设年度报告\n重新报送通知\n')
    expect(text).not.toContain('规定内容')
  })

  it('gives the reason why a file could not be read, and no advice beside it', () => {
    const unit = {
      ...missing(NAME),
      receipt: 'received' as const,
      files: ['年报.doc'],
      error: { code: 'not-text', message: '文件有密码' },
    }
    const text = textOf(slipOf({ unit, findings: [] }))
    expect(text).toContain('“年报.doc”无法读取，没有审核。原因：文件有密码。请于【请填写日期】之前重新报送。')
    expect(text).not.toMatch(/加密|另存为/)
  })
})

describe('the form of a slip', () => {
  const long = (count: number): UnitFinding[] => Array.from({ length: count }, (_, i) => finding({ line: i + 1 }))

  it('keeps every table to the 156 mm of the text, in columns of fixed widths', () => {
    const xml = xmlOf(slipOf({ similar: [PAIR] }))
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
    expect(tables.length).toBeGreaterThanOrEqual(5)
    for (const table of tables) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
      const sum = widths.reduce((all, each) => all + each, 0)
      expect(Math.round((sum * 25.4) / 1440)).toBe(156)
      expect(Math.min(...widths)).toBeGreaterThan(2 * 240 + 216)
      expect(table).toContain('<w:tblLayout w:type="fixed" />')
    }
  })

  it('repeats head rows and breaks no short row, in 小四', () => {
    const slip = slipOf({ findings: [...long(60), finding({ line: 99, message: '长。'.repeat(300) })] })
    const xml = xmlOf(slip)
    const table = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([each]) => each).find((each) => each.includes('答复'))
    expect(table?.match(/<w:tblHeader \/>/g)).toHaveLength(1)
    expect(table?.match(/<w:tr>/g)).toHaveLength(62)
    expect(table?.match(/<w:cantSplit \/>/g)).toHaveLength(61)
    const styles = partsOf(slipDocx(slip))['word/styles.xml'] ?? ''
    expect(/w:styleId="TableText".*?<\/w:style>/s.exec(styles)?.[0]).toContain('<w:sz w:val="24" />')
  })

  it('gives the same bytes for the same review', () => {
    const slip = slipOf({ similar: [PAIR], findings: long(60) })
    expect(slipDocx(slip)).toEqual(slipDocx(structuredClone(slip)))
  })

  it('gives the same bytes whatever slips were made before', () => {
    const slips = [slipOf({ similar: [PAIR], findings: long(60) }), slipOf({}), slipOf({ findings: long(3) })]
    const write = slipWriter()
    for (const slip of [...slips, ...[...slips].reverse()]) expect(write(slip)).toEqual(slipDocx(slip))
  })

  it('quotes a draft in Markdown without its marks, and any other as it stands', () => {
    const excerpt = '## **三、存在的不足和原因**'
    const textFor = (path: string): string =>
      textOf(slipOf({ findings: [finding({ severity: 'error', excerpt, path, column: 4 })] }))
    expect(textFor('年报.md')).toContain('“三、存在的不足和原因”')
    expect(textFor('年报.txt')).toContain('“## **三、存在的不足和原因**”')
  })

  it('is well-formed whatever a unit, a file or an excerpt is called', () => {
    const odd = '<w:p>&amp;\u0000\u202e\ud800|{{x}}【】'
    const unit = { ...town.unit, unit: { ...town.unit.unit, name: odd }, files: [`${odd}.txt`, odd] }
    const text = textOf(slipOf({ unit, findings: [finding({ excerpt: odd, message: odd, column: 70 })] }))
    expect(text).toContain('<w:p>&amp;')
    expect(text).toContain('{{x}}')
  })
})
