import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { lint } from '../../src/lint.js'
import type { BuildOptions } from '../../src/report/build.js'
import { draftOf } from '../drafts.js'

async function findingsOf(text: string, options: BuildOptions = {}): Promise<Finding[]> {
  return lint(await draftOf(text, 'draft.md', options))
}

async function findingsBy(rule: string, text: string): Promise<Finding[]> {
  return (await findingsOf(text)).filter((finding) => finding.rule === rule)
}

const severities = (findings: Finding[]): string[] => findings.map(({ severity }) => severity)

const REPORT = '# 石桥镇2023年法治政府建设年度报告\n\n'

/** A report with nothing to complain of, its parts to be replaced. */
function reportWith(parts: Record<string, string> = {}): string {
  const {
    title = '石桥镇2023年法治政府建设年度报告',
    achievements = '调解纠纷120件，审查合同32份。',
    shortcomings = '一是执法力量不足。全镇执法人员仅7名，专业对口的不到一半，遇到跨领域案件难以独立办理，主要原因是编制有限、新进人员少。二是普法针对性不强。宣传多在集镇开展，偏远村覆盖不够，形式以发放资料为主，群众参与不多，原因在于力量分散、经费偏少，也缺少熟悉本地情况的普法骨干。',
    responsibility = '镇党委书记、镇长主持会议研究法治建设3次，带头述法。',
    plan = '充实执法队伍，办好民生实事。',
    signature = '石桥镇人民政府',
    date = '2024年1月25日',
  } = parts
  return `# ${title}

## 一、主要举措和成效

${achievements}

## 二、存在的不足和原因

${shortcomings}

## 三、第一责任人履职情况

${responsibility}

## 四、下一年度主要安排

${plan}

${signature}

${date}
`
}

const LONG_PRAISE = '全镇法治建设取得明显成效，群众满意度持续上升，各项工作走在全县前列。'.repeat(5)

describe('a report with all that is asked for', () => {
  it('gives no finding', async () => {
    expect(await findingsOf(reportWith())).toEqual([])
  })

  it('may have its sections in any order', async () => {
    const sections = reportWith().split(/(?=^## )/m)
    const [head = '', first = '', second = '', third = '', last = ''] = sections
    const [plan = '', foot = ''] = last.split(/(?=^石桥镇人民政府$)/m)
    const numerals = [...'一二三四']
    const turned = [head, third, first, plan, second, foot]
      .join('')
      .replace(/^## .、/gm, () => `## ${numerals.shift()}、`)
    expect(turned).toMatch(/^## 一、第一责任人/m)
    expect(await findingsOf(turned)).toEqual([])
  })
})

describe('missing-section', () => {
  it('is a warning that quotes the sentences, where only sentences speak of the content', async () => {
    const text = `${REPORT}## 一、主要举措和成效

调解纠纷120件。镇党委主要负责人认真履行第一责任人职责，主持会议研究3次。镇长作为第一责任人带头学法4次。

## 二、存在的不足和原因

力量不足，原因是编制少。

## 三、下一年度安排

充实队伍。
`
    const [finding, ...others] = await findingsBy('missing-section', text)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ severity: 'warning', line: 5, column: 10 })
    expect(finding?.message).toContain(
      '“镇党委主要负责人认真履行第一责任人职责，主持会议研究3次”“镇长作为第一责任人带头学法4次”',
    )
    expect(finding?.related).toEqual([{ line: 5, column: 39, endLine: 5, endColumn: 55 }])
  })

  it('is an error for each content that is nowhere, at the title', async () => {
    const findings = await findingsBy('missing-section', `${REPORT}## 一、主要做法\n\n调解纠纷120件。\n`)
    expect(findings.map(({ message }) => /“([^”]+)”/.exec(message)?.[1])).toEqual([
      '不足和原因',
      '第一责任人履职',
      '下一年度安排',
    ])
    expect(new Set(severities(findings))).toEqual(new Set(['error']))
    expect(findings.map(({ line }) => line)).toEqual([1, 1, 1])
    expect(findings[0]?.basis).toBe('《法治政府建设与责任落实督察工作规定》第二十五条')
  })

  it('is advice that cites nothing for years before the regulation', async () => {
    const text = '# 石桥镇2017年法治政府建设情况报告\n\n## 一、主要做法\n\n调解纠纷120件。\n'
    const findings = await findingsBy('missing-section', text)
    expect(findings.length).toBe(3)
    for (const { severity, basis, message } of findings) {
      expect(severity).toBe('info')
      expect(basis).toBeNull()
      expect(message).not.toContain('《')
    }
  })

  it('cites by way of reference for a street office, which reports by practice', async () => {
    const text = '# 听潮街道办事处2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n'
    const [finding] = await findingsBy('missing-section', text)
    expect(finding?.basis).toBe('参照《法治政府建设与责任落实督察工作规定》第二十五条')
    expect(finding?.message).toContain('参照《法治政府建设与责任落实督察工作规定》第二十五条，应当报告')
  })

  it('demands what all kinds have in common where the kind is not known, and says so', async () => {
    const text = '# 2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n'
    const findings = await findingsOf(text)
    expect(findings.filter(({ rule }) => rule === 'missing-section').length).toBe(3)
    expect(findings.filter(({ rule }) => rule === 'unknown-kind').map(({ severity }) => severity)).toEqual(['info'])
  })
})

describe('shortcomings-without-cause', () => {
  it.each(['因地制宜推进普法', '因此须加强', '因势利导', '因材施教', '因案施策', '因企施策', '因人而异'])(
    'takes %s for no cause',
    async (phrase) => {
      const text = reportWith({ shortcomings: `一是普法针对性不强，${phrase}不够。二是执法力量薄弱。` })
      expect(severities(await findingsBy('shortcomings-without-cause', text))).toEqual(['warning'])
    },
  )

  it.each([
    '主要是因人手少',
    '由于编制少',
    '究其根源，投入少',
    '源于认识不足',
    '受经费制约',
    '造成积压',
    '症结在于人少',
  ])('takes %s for a cause', async (phrase) => {
    const text = reportWith({ shortcomings: `一是普法针对性不强，${phrase}。二是执法力量薄弱。` })
    expect(await findingsBy('shortcomings-without-cause', text)).toEqual([])
  })

  it('does not take the heading for one', async () => {
    const text = reportWith({ shortcomings: '一是普法针对性不强。二是执法力量薄弱。' })
    expect((await findingsBy('shortcomings-without-cause', text)).map(({ line }) => line)).toEqual([7])
  })

  it('searches the whole of a merged section', async () => {
    const text = `${REPORT}## 一、存在问题和下一步打算

### （一）存在问题

执法力量薄弱。

### （二）下一步打算

编制少是主要原因，下一步充实队伍。
`
    expect(await findingsBy('shortcomings-without-cause', text)).toEqual([])
  })
})

describe('a word spelled wrong within a set phrase', () => {
  it.each([
    '重要工作亲自布署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办',
    '重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自都办',
  ])('is one finding: %s', async (phrase) => {
    const findings = await findingsOf(reportWith({ responsibility: `镇党委书记带头述法，对${phrase}，听取汇报3次。` }))
    expect(findings.map(({ rule }) => rule)).toEqual([phrase.includes('布署') ? 'confusable-word' : 'fixed-phrase'])
  })
})

describe('empty-section', () => {
  it('is an error where a heading has no text', async () => {
    const findings = await findingsBy('empty-section', reportWith({ plan: '' }).replace('石桥镇人民政府\n', ''))
    expect(severities(findings)).toEqual(['error'])
  })

  it('does not say of a short account with causes that it has none', async () => {
    const shortcomings =
      '一是执法力量薄弱，主要原因是编制有限、新进人员少。二是普法针对性不强，源于形式以发放资料为主。三是制度执行不到位，由于督促检查偏少。'
    const [finding, ...others] = await findingsBy('empty-section', reportWith({ shortcomings }))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      severity: 'warning',
      message: `“二、存在的不足和原因”只有${shortcomings.length}字，写得偏少，请核对是否写全。`,
    })
    const causeless = await findingsBy('empty-section', reportWith({ shortcomings: '一是执法力量薄弱。' }))
    expect(causeless[0]?.message).toContain('也没有写原因')
  })

  it('is a warning where shortcomings are praise only, however long', async () => {
    const findings = await findingsBy('empty-section', reportWith({ shortcomings: LONG_PRAISE }))
    expect(severities(findings)).toEqual(['warning'])
    expect(findings[0]?.message).toContain('没有写出任何不足')
  })

  it('does not measure shortcomings that share their section', async () => {
    const text = `${REPORT}## 一、存在的不足和下一步打算\n\n力量不足，原因是编制少。下一步充实队伍。\n`
    expect(await findingsBy('empty-section', text)).toEqual([])
  })
})

describe('a section that holds nothing but placeholders', () => {
  it('is told once, and silences the other rules on it', async () => {
    const text = reportWith({
      achievements: '【请填写主要举措和成效】',
      shortcomings: '【请填写不足和原因】',
      responsibility: '【请填写第一责任人履职】',
      plan: '【请填写下一年度安排】',
    })
    const findings = await findingsOf(text)
    expect(findings.map(({ rule }) => rule)).toEqual(['unfilled-placeholder'])
    expect(findings[0]?.message).toContain('有4处没有填写')
    expect(findings[0]?.related?.length).toBe(3)
  })
})

describe('unfilled-placeholder', () => {
  it.each([
    '播出“某某说法”12期',
    '推进“互联网+监管”',
    '面积3×5米',
    '实行“X+1”模式',
    '二〇二三年一月修订',
    '参加XXL级演练',
    '见（附件）和[2023]12号',
  ])('leaves %s alone', async (text) => {
    expect(await findingsBy('unfilled-placeholder', reportWith({ achievements: `${text}，调解纠纷120件。` }))).toEqual(
      [],
    )
  })

  it.each(['办结XX件', '走访××户', '20XX年办结', '待补充', '【请填写数字】', '{{数字}}', '____件', '○○县'])(
    'finds %s',
    async (text) => {
      const findings = await findingsBy(
        'unfilled-placeholder',
        reportWith({ achievements: `调解纠纷120件，${text}。` }),
      )
      expect(severities(findings)).toEqual(['error'])
    },
  )

  it('stands at the first place and names the others', async () => {
    const text = reportWith({ achievements: '办结XX件。\n\n走访××户，发放【请填写】份。' })
    const [finding] = await findingsBy('unfilled-placeholder', text)
    expect(finding).toMatchObject({ line: 5, column: 3, endLine: 5, endColumn: 5 })
    expect(finding?.related).toEqual([
      { line: 7, column: 3, endLine: 7, endColumn: 5 },
      { line: 7, column: 9, endLine: 7, endColumn: 14 },
    ])
  })

  it('takes comments of ours for no guidance', async () => {
    const text = reportWith({ achievements: '<!-- fazhi-ignore late-report 已说明 -->\n\n调解纠纷120件。' })
    expect(await findingsBy('unfilled-placeholder', text)).toEqual([])
  })
})

describe('late-report', () => {
  it('is a warning for a town', async () => {
    const findings = await findingsBy('late-report', reportWith({ date: '2024年3月20日' }))
    expect(severities(findings)).toEqual(['warning'])
    expect(findings[0]).toMatchObject({ line: 21, excerpt: '2024年3月20日' })
  })

  it('is advice, by way of reference, for a street office', async () => {
    const text = reportWith({
      title: '听潮街道办事处2023年法治政府建设年度报告',
      signature: '听潮街道办事处',
      date: '2024年3月20日',
    })
    const findings = await findingsBy('late-report', text)
    expect(severities(findings)).toEqual(['info'])
    expect(findings[0]?.basis).toMatch(/^参照《/)
  })

  it('is silent for years before the regulation, though published in June', async () => {
    const text = reportWith({ title: '石桥镇2017年法治政府建设情况报告', date: '2018年6月15日' })
    expect(await findingsBy('late-report', text)).toEqual([])
  })

  it('binds the report on 2019, which is the first', async () => {
    const text = reportWith({ title: '石桥镇2019年法治政府建设情况报告', date: '2020年6月15日' })
    expect(severities(await findingsBy('late-report', text))).toEqual(['warning'])
  })

  it.each(['云海省人民政府', '重庆市人民政府'])('gives %s until 1 April', async (issuer) => {
    const title = `${issuer}关于2023年法治政府建设情况的报告`
    expect(await findingsBy('late-report', reportWith({ title, signature: issuer, date: '2024年4月1日' }))).toEqual([])
    const late = await findingsBy('late-report', reportWith({ title, signature: issuer, date: '2024年4月2日' }))
    expect(severities(late)).toEqual(['warning'])
  })
})

describe('early-report', () => {
  it('tells the date of signature before that of publication', async () => {
    const text = reportWith({ date: '2023年11月25日' })
    const [finding] = await findingsBy('early-report', text)
    expect(finding).toMatchObject({ severity: 'info', line: 21 })
  })
})

describe('responsibility-without-evidence', () => {
  it.each(['镇长主持研究3次', '召开会议部署', '听取汇报2次', '专题述法1次', '作出批示5次', '出庭应诉1次'])(
    'takes %s for evidence',
    async (responsibility) => {
      expect(
        await findingsBy('responsibility-without-evidence', reportWith({ responsibility: `${responsibility}。` })),
      ).toEqual([])
    },
  )

  it('is advice that cites nothing for years before the regulation', async () => {
    const text = reportWith({
      title: '石桥镇2017年法治政府建设情况报告',
      date: '2018年1月15日',
      responsibility: '坚持高位推动，压紧压实责任。',
    })
    const findings = await findingsBy('responsibility-without-evidence', text)
    expect(findings).toMatchObject([{ severity: 'info', basis: null }])
  })
})

describe('merged-section and embedded-section', () => {
  it('tells a merged section once, with all contents it holds', async () => {
    const text = `${REPORT}## 一、主要举措和成效、存在不足及下一步打算\n\n调解纠纷120件。力量不足，原因是编制少。下一步充实队伍。\n`
    const findings = await findingsBy('merged-section', text)
    expect(severities(findings)).toEqual(['info'])
    expect(findings[0]?.message).toMatch(/^“主要举措和成效”与“不足和原因”与“下一年度安排”合写在/)
  })

  it('is a warning where a content is only a lower heading', async () => {
    const text = `${REPORT}## 一、主要做法\n\n### （一）第一责任人履职情况\n\n镇长学法4次。\n\n### （二）规范执法\n\n评查案卷6件。\n`
    expect(severities(await findingsBy('embedded-section', text))).toEqual(['warning'])
  })
})

describe('not-a-report', () => {
  it('speaks alone', async () => {
    const findings = await findingsOf('# 关于报送2023年度法治政府建设年度报告的通知\n\n各乡镇：\n\n请报送XX份。\n')
    expect(findings).toMatchObject([{ rule: 'not-a-report', severity: 'warning' }])
  })
})

describe('findings', () => {
  it('stand in the order of their places, then of the names of their rules', async () => {
    const findings = await findingsOf(`${REPORT}## 一、主要做法\n\n办结XX件。\n\n## 二、存在的不足\n\n力量不足。\n`)
    const order = findings.map(({ line, column, rule }) => [line, column, rule] as const)
    const sorted = [...order].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0))
    expect(order).toEqual(sorted)
    expect(new Set(findings.map(({ line }) => line)).size).toBeGreaterThan(2)
  })

  it('name a basis wherever they are errors of the regulation', async () => {
    const findings = await findingsOf(`${REPORT}## 一、主要做法\n\n办结120件。\n`)
    for (const { severity, basis } of findings) if (severity === 'error') expect(basis).toMatch(/第二十五条$/)
  })
})
