import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Review, UnitReview } from '../../../src/corpus/review.js'
import { belowCommon } from '../../../src/node/review/shown-paths.js'
import { fazhi, folderWith, type Run } from '../cli.js'
import { COUNTY, jsonOf, recordsIn, review, reviewIn } from './results.js'
import { reportOf } from './sample-report.js'

/** The words of a part of a Word file or a workbook. */
function wordsOf(path: string, part: RegExp): string {
  const parts = unzipSync(readFileSync(path))
  return Object.keys(parts)
    .filter((name) => part.test(name))
    .map((name) => strFromU8(parts[name] as Uint8Array).replace(/<[^>]*>/g, ''))
    .join('\n')
}

const slipOf = (folder: string, name: string): string => {
  const file = readdirSync(join(folder, '意见单')).find((each) => each.includes(name)) ?? ''
  return wordsOf(join(folder, '意见单', file), /^word\/document\.xml$/)
}

const tableOf = (folder: string): string => wordsOf(join(folder, '总表.xlsx'), /^xl\/(?:worksheets|sharedStrings)/)

const overviewOf = (folder: string): string => readFileSync(join(folder, '总览.html'), 'utf8')

const unitIn = ({ units }: Review, name: string): UnitReview => {
  const found = units.find(({ unit }) => unit.name.includes(name))
  if (!found) throw new Error(`there is no ${name}`)
  return found
}

const [A, B, C] = ['青岭县甲山镇人民政府', '青岭县乙水镇人民政府', '青岭县丙田镇人民政府']
const ROSTER = `单位名称\n${A}\n${B}\n${C}\n`
const BROKEN = 'PK\u0003\u0004 broken'

describe('a second round', () => {
  const bad = reportOf(A).replace('12件', 'XX件').replace('带头述法', '带头述法述法')
  const unfinished = reportOf(B).replace('8场', 'XX场')

  function rounds(second: Record<string, string>, roster = ROSTER): { cwd: string; out: string; run: Run } {
    const cwd = folderWith({ '一轮/a.md': bad, '一轮/b.md': unfinished, '名册.csv': ROSTER })
    review(join(cwd, '一轮'), '--roster', join(cwd, '名册.csv'), '-o', join(cwd, '一'), '--date', '2026-03-01')
    mkdirSync(join(cwd, '二轮'))
    for (const [name, text] of Object.entries(second)) writeFileSync(join(cwd, '二轮', name), text)
    writeFileSync(join(cwd, '名册二.csv'), roster)
    const out = join(cwd, '二')
    const args = ['--roster', join(cwd, '名册二.csv'), '-o', out, '--previous', join(cwd, '一')]
    return { cwd, out, run: review(join(cwd, '二轮'), ...args) }
  }

  it('carries over the result of a unit that hands in nothing more, and says so everywhere', () => {
    const { out, run } = rounds({ 'a.md': bad.replace('XX件', '12件') })
    const found = reviewIn(out)
    expect(unitIn(found, B)).toMatchObject({
      ...{
        receipt: 'received',
        files: ['b.md'],
        carried: { date: '2026-03-01', because: 'unmended' },
        newlyReceived: false,
      },
      ...{ verdict: 'return', counts: { error: 1 }, changes: { mended: 0, added: 0 } },
    })
    expect(unitIn(found, B).changes?.standing).toBeGreaterThan(0)
    expect(unitIn(found, A).carried).toBe(null)
    expect(found.totals).toMatchObject({ received: 2, missing: 1, carried: 1, files: 1 })
    expect(unitIn(found, C).receipt).toBe('missing')
    expect(run.stdout).toContain(`未收到修改稿、沿用上次结果 1 家（${B}）`)
    expect(slipOf(out, B)).toContain('截至本次审核，未收到你单位的修改稿，沿用2026年3月1日审核的结果，指出的问题仍在')
    expect(slipOf(out, B)).toContain('有1处没有填写')
    expect(tableOf(out)).toContain('未收到修改稿，沿用3月1日审核的结果')
    expect(overviewOf(out)).toContain('未收到修改稿，沿用上次结果')
    const circular = wordsOf(join(out, '通报.docx'), /document\.xml$/)
    expect(circular).toContain(`未收到修改稿、沿用上次审核结果的1家：${B}`)
    expect(circular).not.toMatch(new RegExp(`未报送的单位：[^。]*${B}`))
    const record = recordsIn(out).find(({ unit }) => unit === B)
    expect(record).toMatchObject({ path: 'b.md', carried: { date: '2026-03-01' }, mended: [] })
    expect(record?.findings.map((each) => (each as { change?: string }).change)).not.toContain('added')
  })

  it('carries over what passed as passed, whatever advice it was given or answer it owes', () => {
    const late = reportOf(B).replace('2026年1月20日', '2026年3月20日')
    const passing = { '一轮/a.md': reportOf(A), '一轮/a2.md': reportOf(A).replace('8场', '9场') }
    const cwd = folderWith({ ...passing, '一轮/b.md': late, '二轮/c.md': reportOf(C), '名册.csv': ROSTER })
    const roster = ['--roster', join(cwd, '名册.csv')]
    review(join(cwd, '一轮'), ...roster, '-o', join(cwd, '一'), '--date', '2026-03-01')
    const out = join(cwd, '二')
    const { stdout } = review(join(cwd, '二轮'), ...roster, '-o', out, '--previous', join(cwd, '一'))
    const found = reviewIn(out)
    expect([unitIn(found, A), unitIn(found, B)].map(({ verdict, carried }) => [verdict, carried?.because])).toEqual([
      ['pass', 'settled'],
      ['revise', 'late'],
    ])
    const circular = wordsOf(join(out, '通报.docx'), /document\.xml$/)
    expect(circular).toContain('上次审核已通过、沿用上次审核结果的1家')
    expect(stdout).toContain(`上次审核已通过、沿用上次结果 1 家（${A}）`)
    expect(tableOf(out)).toContain('上次审核已通过，沿用3月1日审核的结果')
    for (const words of [stdout, circular, tableOf(out), overviewOf(out), slipOf(out, A), slipOf(out, B)]) {
      expect(words).not.toContain('未收到修改稿、')
      expect(words).not.toContain('未收到你单位的修改稿')
      expect(words).not.toContain('指出的问题仍在')
    }
    expect(slipOf(out, A)).toContain('上次审核已通过，沿用2026年3月1日审核的结果。')
    expect(slipOf(out, A)).toContain('尚未答复的请于【请填写日期】之前答复；报告有改动的，重新报送。')
    expect(slipOf(out, B)).toContain('上次审核只请核对日期、没有要求修改，沿用2026年3月1日审核的结果。')
  })

  it('carries it over a third time, with the date it is of', () => {
    const { cwd, out } = rounds({ 'a.md': bad })
    const args = ['--roster', join(cwd, '名册.csv'), '--previous', out, '-o', join(cwd, '三')]
    review(join(cwd, '二轮'), ...args, '--date', '2026-04-01')
    const third = reviewIn(join(cwd, '三'))
    expect(unitIn(third, B).carried).toEqual({ date: '2026-03-01', because: 'unmended' })
    expect(third.totals.changes).toMatchObject({ mended: 0, added: 0 })
  })

  it('carries it over where what came cannot be read or is of another year, and says what came', () => {
    const { out } = rounds({ 'a.md': reportOf(A, 2024), [`${B}修改稿.docx`]: BROKEN, 'c.md': reportOf(C) })
    const found = reviewIn(out)
    expect([unitIn(found, A).carried, unitIn(found, B).carried]).toEqual([
      { date: '2026-03-01', because: 'otherYear' },
      { date: '2026-03-01', because: 'unreadable' },
    ])
    expect(found.others.map(({ reason, unit }) => [reason, unit])).toEqual([
      ['other-year', A],
      ['unreadable', B],
    ])
    expect(slipOf(out, B)).toContain(`这次报送的“${B}修改稿.docx”无法读取`)
    expect(slipOf(out, A)).toContain('这次报送的“a.md”没有审核：是2024年度的报告')
    for (const name of [A, B]) {
      expect(slipOf(out, name)).toContain('沿用2026年3月1日审核的结果')
      expect(slipOf(out, name)).not.toContain('修改稿，')
    }
    expect(tableOf(out)).toContain('这次报送的文件无法读取，沿用3月1日审核的结果')
    const circular = wordsOf(join(out, '通报.docx'), /document\.xml$/)
    expect(circular).toContain(`文件无法读取、需要重新报送的1家：${B}`)
    expect(circular).not.toContain('未收到修改稿')
  })

  it('keeps asking which of several files counts', () => {
    const twice = { '一轮/a.md': bad, '一轮/a2.md': reportOf(A).replace('8场', '9场'), '二轮/c.md': reportOf(C) }
    const cwd = folderWith({ ...twice, '名册.csv': ROSTER })
    const roster = ['--roster', join(cwd, '名册.csv')]
    review(join(cwd, '一轮'), ...roster, '-o', join(cwd, '一'))
    review(join(cwd, '二轮'), ...roster, '-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    review(join(cwd, '二轮'), ...roster, '-o', join(cwd, '三'), '--previous', join(cwd, '二'))
    const [one, two, three] = ['一', '二', '三'].map((name) => reviewIn(join(cwd, name))) as [Review, Review, Review]
    expect(unitIn(one, A).files).toHaveLength(2)
    for (const { units, totals } of [two, three]) {
      expect(unitIn({ units } as Review, A).files).toEqual(unitIn(one, A).files)
      expect(totals.twice).toBe(1)
    }
    expect(slipOf(join(cwd, '三'), A)).toContain('告知以哪一份报告为准')
  })

  it('carries nothing over from a file that could not be read', () => {
    const cwd = folderWith({ '一轮/a.md': bad, [`一轮/${B}.docx`]: BROKEN, '二轮/a.md': bad, '名册.csv': ROSTER })
    const roster = ['--roster', join(cwd, '名册.csv')]
    review(join(cwd, '一轮'), ...roster, '-o', join(cwd, '一'))
    review(join(cwd, '二轮'), ...roster, '-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    expect(unitIn(reviewIn(join(cwd, '二')), B)).toMatchObject({ receipt: 'missing', carried: null, files: [] })
  })

  it('leaves nothing of itself in its records when they are gathered again', () => {
    const { cwd, out } = rounds({ 'a.md': bad })
    review('--from', join(out, 'findings.ndjson'), '--roster', join(cwd, '名册.csv'), '-o', join(cwd, '三'))
    const { totals, units } = reviewIn(join(cwd, '三'))
    expect([totals.carried, totals.files, unitIn({ units } as Review, B).carried]).toEqual([0, 2, null])
    for (const record of recordsIn(join(cwd, '三'))) {
      expect(record.mended).toBe(undefined)
      for (const finding of record.findings) expect(finding).not.toHaveProperty('change')
    }
  })

  it('tells who handed in now and had not before: all that is found is new', () => {
    const { out, run } = rounds({ 'c.md': reportOf(C).replace('8场', 'XX场') })
    const found = reviewIn(out)
    const unit = unitIn(found, C)
    expect(unit.newlyReceived).toBe(true)
    expect(unit.changes).toEqual({ mended: 0, standing: 0, added: Object.values(unit.counts).reduce((a, b) => a + b) })
    expect(run.stdout).toContain(`上次未报、本次补报 1 家（${C}）`)
    expect(tableOf(out)).toContain('上次未报，本次补报')
    expect(slipOf(out, C)).toContain('上次未报，本次补报')
    expect(overviewOf(out)).toContain('上次未报，本次补报')
  })

  it('tells a unit that is on the roster no more', () => {
    const { out, run } = rounds({ 'a.md': bad }, `单位名称\n${A}\n${C}\n`)
    const found = reviewIn(out)
    expect(found.units.map(({ unit }) => unit.name)).toEqual([A, C])
    expect(found.gone.map(({ unit }) => unit)).toEqual([B])
    expect(found.gone[0]?.findings).toBeGreaterThan(0)
    expect(run.stdout).toContain(`不再对照 1 家（${B}）`)
    expect(overviewOf(out)).toContain('上次的问题不再对照')
  })

  it('names what was mended, with file and line of the earlier report', () => {
    const { out } = rounds({ 'a修改稿.md': bad.replace('XX件', '12件') })
    const mended = recordsIn(out).find(({ unit }) => unit === A)?.mended
    expect(mended?.map(({ rule, path, line }) => [rule, path, line])).toEqual([['unfilled-placeholder', 'a.md', 5]])
    expect(overviewOf(out)).toMatch(
      /<details>\s*<summary>青岭县甲山镇人民政府：已改正 1 处<\/summary>\s*<ul>\s*<li>有1处没有填写/,
    )
    expect(tableOf(out)).toContain('a.md（上次）')
  })

  it('adds up over a changed county: every finding of then and of now is counted once', () => {
    const cwd = folderWith({})
    const [first, second] = [join(cwd, '一轮'), join(cwd, '二轮')]
    cpSync(COUNTY, first, { recursive: true })
    const drafts = readdirSync(first).filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
    const textOf = (name: string): string => readFileSync(join(first, name), 'utf8')
    // One joint report that stays, and one that two units make of two.
    writeFileSync(join(first, '联合.md'), reportOf(`${A}、${B}`).replace('8场', 'XX场'))
    cpSync(first, second, { recursive: true })
    for (const [i, name] of drafts.entries()) {
      if (i % 4 === 0) unlinkSync(join(second, name))
      if (i % 4 === 1) writeFileSync(join(second, name), textOf(name).replace(/\d+件/g, 'XX件'))
      if (i % 4 === 2) writeFileSync(join(second, name), textOf(name).replace(/，/g, '，，').replaceAll('原因', '因素'))
    }
    review(first, '-o', join(cwd, '一'))
    review(second, '--roster', join(second, '名册.csv'), '-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    const [before, now] = [reviewIn(join(cwd, '一')), reviewIn(join(cwd, '二'))]
    const all = ({ errors, warnings, infos }: Review['totals']): number => errors + warnings + infos
    const { mended = 0, standing = 0, added = 0 } = now.totals.changes ?? {}
    expect(now.totals.carried).toBeGreaterThan(2)
    expect(Math.min(mended, standing, added)).toBeGreaterThan(0)
    expect(standing + added).toBe(all(now.totals))
    const gone = now.gone.reduce((sum, { findings }) => sum + findings, 0)
    expect(mended + standing + gone).toBe(all(before.totals))
    for (const { changes, counts } of now.units)
      if (changes) expect(changes.standing + changes.added).toBe(counts.error + counts.warning + counts.info)
    const told = recordsIn(join(cwd, '二')).flatMap((record) => record.mended ?? [])
    expect(told).toHaveLength(mended)
    const ajv = new Ajv2020({ strict: false }).addSchema(jsonOf<object>('schemas', 'findings.schema.json'))
    const isReview = ajv.compile(jsonOf<object>('schemas', 'review.schema.json'))
    expect([isReview(now), isReview.errors]).toEqual([true, null])
    const isRecord = ajv.compile(jsonOf<object>('schemas', 'records.schema.json'))
    for (const record of recordsIn(join(cwd, '二'))) expect([isRecord(record), isRecord.errors]).toEqual([true, null])
    const again = ['--roster', join(second, '名册.csv'), '-o', join(cwd, '三'), '--previous', join(cwd, '一')]
    review(second, ...again)
    for (const name of readdirSync(join(cwd, '二')).filter((each) => /\.\w+$/.test(each)))
      expect(readFileSync(join(cwd, '三', name)).equals(readFileSync(join(cwd, '二', name))), name).toBe(true)
    rmSync(cwd, { recursive: true })
  })
})

describe('a joint report', () => {
  it('counts once, and every one of its units is told', () => {
    const joint = reportOf(`${A}、${B}`).replace('8场', 'XX场')
    const cwd = folderWith({ '报告/联合.md': joint, '报告/c.md': reportOf(C), '名册.csv': ROSTER })
    const out = join(cwd, '结果')
    const run = review(join(cwd, '报告'), '--roster', join(cwd, '名册.csv'), '-o', out)
    const { units, totals, frequencies } = reviewIn(out)
    expect(units.map(({ jointWith }) => jointWith)).toEqual([[B], [A], []])
    expect(totals).toMatchObject({ received: 3, errors: 1, verdicts: { return: 1 } })
    expect(totals.verdicts.pass + totals.verdicts.revise).toBe(1)
    expect(frequencies.find(({ rule }) => rule === 'unfilled-placeholder')).toMatchObject({ units: 2, findings: 1 })
    expect(recordsIn(out).find(({ path }) => path === '联合.md')).toMatchObject({ unit: A, units: [A, B] })
    expect(run.stdout).toContain(`联合报送 2 家（${A}、${B}）`)
    expect(slipOf(out, A)).toContain(`与${B}联合报送`)
    expect(slipOf(out, B)).toContain(`与${A}联合报送`)
    expect(tableOf(out)).toContain(`与${B}联合报送`)
    expect(overviewOf(out)).toContain('联合报送')
    const figures = readFileSync(join(out, 'indicators.csv'), 'utf8').split('\r\n')
    expect(figures.filter((line) => line.includes('联合.md') && line.includes('行政处罚'))).toHaveLength(1)
    expect(figures.find((line) => line.includes('联合.md'))).toContain(`${A}、${B}`)
  })

  it('that one of its units replaces stands for the other, counts once and is not like the new one', () => {
    const joint = reportOf(`${A}、${B}`).replace('8场', 'XX场')
    const cwd = folderWith({
      ...{ '一轮/联合.md': joint, '一轮/c.md': reportOf(C), '二轮/a.md': reportOf(A).replace('8场', 'XX场') },
      '名册.csv': ROSTER,
    })
    const roster = ['--roster', join(cwd, '名册.csv')]
    review(join(cwd, '一轮'), ...roster, '-o', join(cwd, '一'))
    review(join(cwd, '二轮'), ...roster, '-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    const [before, now] = [reviewIn(join(cwd, '一')), reviewIn(join(cwd, '二'))]
    expect(now.units.map(({ jointWith, carried }) => [jointWith, carried !== null])).toEqual([
      [[], false],
      [[A], true],
      [[], true],
    ])
    expect(now.similar.filter(({ units }) => units.includes(A) && units.includes(B))).toEqual([])
    review(join(cwd, '二轮'), ...roster, '-o', join(cwd, '三'), '--previous', join(cwd, '二'))
    expect(reviewIn(join(cwd, '三')).units.map(({ jointWith }) => jointWith)).toEqual([[], [A], []])
    const { mended, standing } = now.totals.changes ?? { mended: 0, standing: 0 }
    const { errors, warnings, infos } = before.totals
    expect(mended + standing).toBe(errors + warnings + infos)
  })

  it('that its units replace by one of each is compared with both, and its findings count once in all', () => {
    const joint = reportOf(`${A}、${B}`).replace('8场', 'XX场').replace('带头述法', '带头述法述法')
    const cwd = folderWith({
      ...{ '一轮/联合.md': joint, '一轮/c.md': reportOf(C), '名册.csv': ROSTER },
      ...{ '二轮/a.md': reportOf(A), '二轮/b.md': reportOf(B).replace('8场', 'XX场') },
    })
    const roster = ['--roster', join(cwd, '名册.csv')]
    review(join(cwd, '一轮'), ...roster, '-o', join(cwd, '一'))
    review(join(cwd, '二轮'), ...roster, '-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    const [before, now] = [reviewIn(join(cwd, '一')), reviewIn(join(cwd, '二'))]
    const [a, b, c] = now.units.map(({ changes }) => changes ?? { mended: 0, standing: 0, added: 0 })
    const { errors, warnings, infos } = before.totals
    expect([a?.mended, b?.mended]).toEqual([2, 1])
    expect(now.totals.changes?.mended).toBe(1)
    expect(now.totals.changes?.standing).toBe((b?.standing ?? 0) + (c?.standing ?? 0))
    expect((now.totals.changes?.mended ?? 0) + (now.totals.changes?.standing ?? 0)).toBe(errors + warnings + infos)
    expect(slipOf(join(cwd, '二'), A)).toContain('已改正2处')
    expect(slipOf(join(cwd, '二'), B)).toContain('已改正1处')
    expect(unitIn(now, A).notes.join()).toContain(`上次与${B}联合报送，这次分别报送`)
    expect(unitIn(now, C).notes).toEqual([])
    expect(overviewOf(join(cwd, '二'))).toContain('合计只计一次')
    expect(overviewOf(join(cwd, '二'))).toContain('<p>已改正 <strong>1</strong> 处')
  })

  it('of the party committee and the government of one place is of one unit, the government', () => {
    const cwd = folderWith({ '报告/a.md': reportOf('中共东镇委员会 东镇人民政府'), '报告/c.md': reportOf(C) })
    review(join(cwd, '报告'), '-o', join(cwd, '结果'))
    const { units } = reviewIn(join(cwd, '结果'))
    expect(units.map(({ unit, jointWith }) => [unit.name, jointWith])).toEqual([
      ['东镇人民政府', []],
      [C, []],
    ])
  })
})

describe('files that were not reviewed', () => {
  it('stand in the row of their unit, in its slip and on the terminal', () => {
    const cwd = folderWith({
      ...{ '报告/a.md': reportOf(A), [`报告/${A}又一份.docx`]: BROKEN, '报告/b.md': reportOf(B, 2024) },
      ...{ '报告/x.docx': BROKEN, '名册.csv': ROSTER },
    })
    const out = join(cwd, '结果')
    const run = review(join(cwd, '报告'), '--roster', join(cwd, '名册.csv'), '-o', out)
    const { totals, units } = reviewIn(out)
    expect(run.status).toBe(2)
    expect(run.stdout).toContain(`另有 2 个文件无法读取（x.docx、${A}又一份.docx）`)
    expect(totals).toMatchObject({ unreadable: 2, twice: 0, missing: 2 })
    expect(units[0]?.files).toEqual(['a.md'])
    expect(tableOf(out)).toContain('收到的“b.md”是2024年度的报告')
    expect(tableOf(out)).toContain(`另收到“${A}又一份.docx”，无法读取`)
    expect(slipOf(out, A)).toContain(`另收到“${A}又一份.docx”，无法读取`)
  })
})

describe('names of files', () => {
  const everyWord = (out: string): string =>
    [
      ...['review.json', 'findings.ndjson', 'indicators.csv', '总览.html'].map((name) =>
        readFileSync(join(out, name), 'utf8'),
      ),
      ...[tableOf(out), slipOf(out, A), wordsOf(join(out, '通报.docx'), /document/)],
    ].join('\n')

  it('begin below the folder that was given', () => {
    const cwd = folderWith({ '报告/镇街/a.md': reportOf(A), '报告/b.md': reportOf(B, 2024), '报告/c.txt': '通知\n' })
    review(join(cwd, '报告'), '-o', join(cwd, '结果'))
    const { units, others } = reviewIn(join(cwd, '结果'))
    expect(units[0]?.files).toEqual(['镇街/a.md'])
    expect(others.map(({ path }) => path)).toEqual(['b.md', 'c.txt'])
    expect(everyWord(join(cwd, '结果'))).not.toContain(cwd)
  })

  it('of several folders begin with the name of theirs', () => {
    const cwd = folderWith({ '东/报告/a.md': reportOf(A), '西/报告/a.md': reportOf(B), '部门/c.md': reportOf(C) })
    const folders = ['东/报告', '西/报告', '部门'].map((name) => join(cwd, name))
    review(...folders, '-o', join(cwd, '结果'))
    const files = reviewIn(join(cwd, '结果')).units.flatMap((unit) => unit.files)
    expect(files.sort()).toEqual(['东/报告/a.md', '西/报告/a.md', '部门/c.md'].sort())
  })

  it('of files and patterns begin below their folder', () => {
    const cwd = folderWith({ '报告/a.md': reportOf(A), '报告/b.md': reportOf(B) })
    review(join(cwd, '报告', '*.md'), '-o', join(cwd, '结果'))
    expect(
      reviewIn(join(cwd, '结果'))
        .units.flatMap((unit) => unit.files)
        .sort(),
    ).toEqual(['a.md', 'b.md'])
  })

  it('of records of other machines stay, but papers show the last part alone', () => {
    const cwd = folderWith({ 'a.md': reportOf(A) })
    const records = fazhi(['lint', '--stdin-ndjson'], { input: `${JSON.stringify({ path: join(cwd, 'a.md') })}\n` })
    writeFileSync(join(cwd, 'r.ndjson'), records.stdout)
    review('--from', join(cwd, 'r.ndjson'), '-o', join(cwd, '结果'))
    expect(reviewIn(join(cwd, '结果')).units[0]?.files).toEqual([join(cwd, 'a.md')])
    expect(slipOf(join(cwd, '结果'), A)).not.toContain(cwd)
    expect(slipOf(join(cwd, '结果'), A)).toContain('a.md')
  })

  it('of records of other machines begin below their common folder in tables', () => {
    const cwd = folderWith({
      '年报/镇街/a.md': reportOf(A).replace('8场', 'XX场'),
      '年报/b.md': reportOf(B),
      'c.docx': BROKEN,
      '年报/d.docx': BROKEN,
    })
    const recordsOf = (paths: string[]): void => {
      const input = paths.map((path) => `${JSON.stringify({ path: join(cwd, path) })}\n`).join('')
      writeFileSync(join(cwd, 'r.ndjson'), fazhi(['lint', '--stdin-ndjson'], { input }).stdout)
    }
    const gathered = (...args: string[]): Run => review('--from', join(cwd, 'r.ndjson'), ...args)
    recordsOf(['年报/镇街/a.md', '年报/b.md'])
    gathered('-o', join(cwd, '一'))
    writeFileSync(join(cwd, '年报', '镇街', 'a.md'), reportOf(A))
    recordsOf(['年报/镇街/a.md', '年报/b.md', '年报/d.docx', 'c.docx'])
    const run = gathered('-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    const figures = readFileSync(join(cwd, '二', 'indicators.csv'), 'utf8')
    for (const words of [tableOf(join(cwd, '二')), overviewOf(join(cwd, '二')), figures]) {
      expect(words).toContain('镇街/a.md')
      expect(words).not.toContain(join(cwd, '年报'))
    }
    expect(run.stdout).toContain(`另有 2 个文件无法读取（d.docx、${join(cwd, 'c.docx')}）`)
    expect(slipOf(join(cwd, '二'), A)).not.toContain('镇街/a.md')
    expect(recordsIn(join(cwd, '二'))[0]).toMatchObject({ path: join(cwd, '年报', '镇街', 'a.md') })
  })

  it.each([
    [
      ['/甲/年报/a.md', '/甲/年报/镇街/b.md', 'c.md'],
      ['a.md', '镇街/b.md', 'c.md'],
    ],
    [
      ['D:\\年报\\a.md', 'D:\\年报\\镇街\\b.md'],
      ['a.md', '镇街/b.md'],
    ],
    [
      ['\\\\服务器\\年报\\a.md', '\\\\服务器\\年报\\b.md'],
      ['a.md', 'b.md'],
    ],
    [
      ['/甲/a.md', '/乙/b.md'],
      ['/甲/a.md', '/乙/b.md'],
    ],
    [
      ['/甲/年报一/a.md', '/甲/年报二/b.md'],
      ['年报一/a.md', '年报二/b.md'],
    ],
    [
      ['年报/a.md', '年报/b.md'],
      ['年报/a.md', '年报/b.md'],
    ],
  ])('are shortened by what all have in common: %j', (paths, shown) => {
    expect(paths.map(belowCommon(paths))).toEqual(shown)
  })
})
