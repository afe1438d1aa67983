import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Review, UnitReview } from '../../../src/corpus/review.js'
import { complaintOf, fazhi, folderWith, type Run, sharedFolderWith, shell } from '../cli.js'
import { COUNTY, jsonOf, recordsIn, review, reviewIn } from './results.js'
import { reportOf } from './sample-report.js'

interface Expected {
  missing: string[]
  twice: Record<string, string[]>
  unknown: { file: string; issuer: string }[]
  notReports: string[]
  late: { unit: string; signedOn: string }[]
  withoutDate: string[]
  withoutResponsibility: string[]
  withoutPlan: string[]
  similar: { units: [string, string]; partial?: boolean; passages: { line: number; lineInSecond: number }[] }[]
  leftover: { file: string; line: number; name: string }[]
  units: {
    unit: string
    files: string[]
    signedOn: string | Record<string, string> | null
    contents: Record<string, string>
  }[]
}

const expected = JSON.parse(readFileSync('test/fixtures/county/expected.json', 'utf8')) as Expected

const namesOf = (units: UnitReview[]): string[] => units.map(({ unit }) => unit.name)

describe('the review of a county', () => {
  const folder = sharedFolderWith({})
  const out = join(folder, '结果')
  let run: Run
  let found: Review

  beforeAll(() => {
    run = review(COUNTY, '-o', out)
    found = reviewIn(out)
  })

  it('tells in a few lines what was found and written, status 1 for the errors in it', () => {
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/名册用“.*名册\.csv”/)
    expect(run.stdout).toContain('2025年度：应报送 26 家，已报送 24 家')
    expect(run.stdout).toContain('未报送 2 家（蓼川县教育局、蓼川县寒碓乡人民政府）')
    expect(run.stdout).toMatch(/已写入“.*结果”：总表\.xlsx、总览\.html、通报\.docx、/)
  })

  it('writes everything the documentation names, and nothing else', () => {
    expect(readdirSync(out).sort()).toEqual(
      [
        ...['.fazhi-review.json', 'findings.ndjson', 'indicators.csv', 'review.json'],
        ...['总表.xlsx', '总览.html', '意见单', '通报.docx'],
      ].sort(),
    )
    expect(readdirSync(join(out, '意见单'))).toHaveLength(27)
  })

  it('gives JSON as its schemas say', () => {
    const schema = (name: string): object => jsonOf<object>('schemas', name)
    const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(schema('findings.schema.json'))
    const isReview = ajv.compile(schema('review.schema.json'))
    expect([isReview(found), isReview.errors]).toEqual([true, null])
    const isRecord = ajv.compile(schema('records.schema.json'))
    for (const record of recordsIn(out)) expect([isRecord(record), isRecord.errors]).toEqual([true, null])
  })

  it('has every unit of the roster with its files, its dates and the states of its contents', () => {
    const listed = found.units.filter(({ receipt }) => receipt !== 'unlisted')
    const told = listed.map(({ unit, files, report }) => ({
      unit: unit.name,
      files: files.map((path) => basename(path)).sort(),
      signedOn: report?.signedOn ?? null,
      contents: Object.fromEntries(
        Object.entries(report?.sections ?? {}).flatMap(([key, { state }]) => (key === 'other' ? [] : [[key, state]])),
      ),
    }))
    const wanted = expected.units.map(({ unit, files, signedOn, contents }) => ({
      unit,
      files: [...files].sort(),
      // Of two files it is told of each; the later is reviewed.
      signedOn:
        typeof signedOn === 'object'
          ? (Object.values(signedOn ?? {})
              .sort()
              .at(-1) ?? null)
          : (signedOn ?? null),
      contents: contents ?? {},
    }))
    expect(told).toEqual(wanted)
  })

  it('finds who has not handed in, handed in twice, is unknown, is late or tells no date', () => {
    const those = (is: (unit: UnitReview) => boolean): string[] => namesOf(found.units.filter(is))
    expect(those(({ receipt }) => receipt === 'missing')).toEqual(expected.missing)
    expect(those(({ files }) => files.length > 1)).toEqual(Object.keys(expected.twice))
    expect(those(({ receipt }) => receipt === 'unlisted')).toEqual(expected.unknown.map(({ issuer }) => issuer))
    expect(those(({ punctuality }) => punctuality?.state === 'late')).toEqual(expected.late.map(({ unit }) => unit))
    expect(those(({ punctuality }) => punctuality?.state === 'unknown').sort()).toEqual(
      [...expected.withoutDate].sort(),
    )
    expect(found.others.map(({ path }) => basename(path)).sort()).toEqual([...expected.notReports].sort())
    expect(found.totals.lacking).toEqual({ achievements: 0, shortcomings: 0, responsibility: 2, plan: 1 })
  })

  it('finds the passages that were copied, and no others', () => {
    const pairs = found.similar.map(({ units }) => [...units].sort().join(' '))
    const wanted = expected.similar.map(({ units, partial }) => ({ pair: [...units].sort().join(' '), partial }))
    for (const { pair, partial } of wanted) if (!partial) expect(pairs).toContain(pair)
    expect(pairs.filter((pair) => !wanted.some((each) => each.pair === pair))).toEqual([])
    const [copied] = found.similar.filter(({ units }) => units.includes('蓼川县禾坞镇人民政府'))
    expect(copied?.passages.map(({ places }) => places[0].line).sort((a, b) => a - b)).toEqual([9, 11, 13])
  })

  it('finds the name of another unit that was left over, and none that is named with right', () => {
    const leftovers = recordsIn(out).flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule === 'foreign-issuer').map(({ line }) => ({ file: basename(path), line })),
    )
    expect(leftovers).toEqual(expected.leftover.map(({ file, line }) => ({ file, line })))
  })

  it('gives the same bytes again, with several processes too', () => {
    const again = join(folder, '再来')
    review(COUNTY, '-o', again, '--jobs', '2')
    const files = readdirSync(out, { recursive: true })
      .map(String)
      .filter((name) => /\.\w+$/.test(name))
    for (const name of files)
      expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name))), name).toBe(true)
  })

  it('comes to the same from the records of the filter', () => {
    const drafts = recordsIn(out).map(({ path }) => ({ path }))
    const input = drafts.map((draft) => `${JSON.stringify(draft)}\n`).join('')
    const filtered = fazhi(['lint', '--stdin-ndjson'], { input, cwd: COUNTY }).stdout
    const again = join(folder, '汇总')
    const cwd = folderWith({ 'a.ndjson': filtered })
    review('--from', join(cwd, 'a.ndjson'), '--roster', join(COUNTY, '名册.csv'), '-o', again)
    expect(reviewIn(again)).toEqual(found)
    expect(recordsIn(again)).toEqual(recordsIn(out))
  })
})

describe('a review after another', () => {
  it('tells what was mended, what stands and what is new', () => {
    const first = reportOf('青岭县甲山镇人民政府').replace('12件', 'XX件').replace('带头述法', '带头述法述法')
    const cwd = folderWith({ '报告/a.md': first, '报告/b.md': reportOf('青岭县乙水镇人民政府') })
    review(join(cwd, '报告'), '-o', join(cwd, '一'))
    writeFileSync(join(cwd, '报告', 'a.md'), first.replace('XX件', '12件').replace('8场', '8场，，参加3000人'))
    review(join(cwd, '报告'), '-o', join(cwd, '二'), '--previous', join(cwd, '一'))
    const { units, totals } = reviewIn(join(cwd, '二'))
    const mended = units.find(({ unit }) => unit.name === '青岭县甲山镇人民政府')
    expect(mended?.changes).toMatchObject({ mended: 1, added: 1 })
    expect(totals.changes).toMatchObject({ mended: 1, added: 1 })
    const changes = recordsIn(join(cwd, '二'))[0]?.findings.map(({ rule, ...rest }) => [
      rule,
      (rest as { change?: string }).change,
    ])
    expect(changes).toContainEqual(['doubled-mark', 'added'])
    expect(changes).toContainEqual(['doubled-word', 'standing'])
  })

  it('refuses a folder that is none, and one of another year', () => {
    const cwd = folderWith({
      '报告/a.md': reportOf('青岭县甲山镇人民政府'),
      '旧/a.md': reportOf('青岭县甲山镇人民政府', 2024),
    })
    review(join(cwd, '旧'), '-o', join(cwd, '一'))
    const from = (previous: string): string =>
      complaintOf(review(join(cwd, '报告'), '-o', join(cwd, '二'), '--previous', join(cwd, previous)))
    expect(from('没有')).toContain('没有上一次审核的结果')
    expect(from('一')).toContain('2024年度')
    expect(existsSync(join(cwd, '二'))).toBe(false)
  })
})

describe('a review of bad input', () => {
  it('says so of no folder, one that is not there, an empty one, and one without any report', () => {
    const cwd = folderWith({ '空的/图.png': '', '别的/a.txt': '通知\n\n请按时参加会议。\n' })
    const complaint = (...args: string[]): string => complaintOf(review(...args, '-o', join(cwd, '结果')))
    expect(complaint()).toContain('请写明报告所在的文件夹')
    expect(complaint(join(cwd, '没有'))).toContain('找不到')
    expect(complaint(join(cwd, '空的'))).toContain('没有报告文件')
    expect(complaint(join(cwd, '别的'))).toContain('没有一份法治政府建设年度报告')
    expect(readdirSync(cwd).sort()).toEqual(['别的', '空的'].sort())
  })

  it('has a row for a file that cannot be read, and goes on, status 2', () => {
    const cwd = folderWith({
      '报告/甲山镇.md': reportOf('青岭县甲山镇人民政府'),
      '报告/青岭县乙水镇人民政府2025年年报.docx': 'PK\u0003\u0004 broken',
      '名册.csv': '单位名称\n青岭县甲山镇人民政府\n青岭县乙水镇人民政府\n',
    })
    const run = review(join(cwd, '报告'), '--roster', join(cwd, '名册.csv'), '-o', join(cwd, '结果'))
    expect(run.status).toBe(2)
    expect(run.stdout).toContain('无法读取 1 家（青岭县乙水镇人民政府）')
    const [good, bad] = reviewIn(join(cwd, '结果')).units
    expect([good?.error, bad?.error?.code, bad?.receipt]).toEqual([null, 'bad-document', 'received'])
  })

  it('leaves the report of another year out, and says whose it is', () => {
    const cwd = folderWith({
      '报告/a.md': reportOf('青岭县甲山镇人民政府'),
      '报告/b.md': reportOf('青岭县乙水镇人民政府', 2024),
      '报告/c.md': reportOf('青岭县丙田镇人民政府'),
    })
    review(join(cwd, '报告'), '-o', join(cwd, '结果'))
    const { units, others, year } = reviewIn(join(cwd, '结果'))
    expect(year).toBe(2025)
    expect(namesOf(units)).toEqual(['青岭县丙田镇人民政府', '青岭县甲山镇人民政府'].sort())
    expect(others).toEqual([
      {
        path: 'b.md',
        reason: 'other-year',
        unit: '青岭县乙水镇人民政府',
        message: '是2024年度的报告，这次审核的是2025年度',
      },
    ])
  })

  it('takes names of files with every odd character', () => {
    const odd = ['a b', "it's", 'x&y<z>', '“引号”', '100%#1', '=1+1', 'a;b', '[草稿]', '喜😀', 'e\u0301', 'tab\there']
    const files = odd.map((name, i) => [`报告/${name}.md`, reportOf(`青岭县第${i + 1}镇人民政府`)])
    const cwd = folderWith(Object.fromEntries(files))
    const run = review(join(cwd, '报告'), '-o', join(cwd, '结果'))
    expect(run.status).not.toBe(2)
    const { units } = reviewIn(join(cwd, '结果'))
    expect(units.map(({ files: [path = ''] }) => basename(path, '.md')).sort()).toEqual([...odd].sort())
    expect(readFileSync(join(cwd, '结果', '总览.html'), 'utf8')).not.toContain('x&y<z>')
  })

  it('reads neither its own folder nor results of reviews inside the folder', () => {
    const cwd = folderWith({ 'a.md': reportOf('青岭县甲山镇人民政府') })
    review(cwd, '-o', join(cwd, '结果'))
    renameSync(join(cwd, '结果'), join(cwd, '三月的结果'))
    review(cwd, '-o', join(cwd, '结果'))
    const { totals } = reviewIn(join(cwd, '结果'))
    expect(totals.files).toBe(1)
  })

  it('refuses to write where something is, and with force replaces its own files alone', () => {
    const cwd = folderWith({ '报告/a.md': reportOf('青岭县甲山镇人民政府'), '结果/笔记.txt': '留着' })
    const args = [join(cwd, '报告'), '-o', join(cwd, '结果')]
    expect(complaintOf(review(...args))).toContain('不是空目录')
    expect(review(...args, '--force').status).toBe(0)
    expect(complaintOf(review(...args))).toContain('已有一次审核的结果')
    expect(review(...args, '--force').status).toBe(0)
    expect(readFileSync(join(cwd, '结果', '笔记.txt'), 'utf8')).toBe('留着')
    writeFileSync(join(cwd, '结果', '通报.docx'), '改过')
    expect(complaintOf(review(...args, '--force'))).toContain('有人改过')
  })

  it('refuses a roster with doubled or missing columns, with two units of one name, or that is not there', () => {
    const cwd = folderWith({ '报告/a.md': reportOf('青岭县甲山镇人民政府') })
    const complaint = (roster: string | null): string => {
      if (roster !== null) writeFileSync(join(cwd, '名册.csv'), roster)
      return complaintOf(review(join(cwd, '报告'), '--roster', join(cwd, '名册.csv'), '-o', join(cwd, '结果')))
    }
    expect(complaint(null)).toContain('找不到')
    expect(complaint('单位名称,单位名称\n甲,乙\n')).toMatch(/单位/)
    expect(complaint('电话,联系人\n1,2\n')).toMatch(/单位/)
    expect(complaint('单位名称\n青岭县甲山镇人民政府\n青岭县甲山镇人民政府\n')).toContain('青岭县甲山镇人民政府')
    expect(existsSync(join(cwd, '结果'))).toBe(false)
  })

  it('reads a roster in GBK', () => {
    const cwd = folderWith({
      '报告/a.md': reportOf('青岭县甲山镇人民政府'),
      '名册.csv': iconv.encode(
        '单位名称,类别\r\n青岭县甲山镇人民政府,乡镇街道\r\n青岭县乙水镇人民政府,乡镇街道\r\n',
        'gbk',
      ),
    })
    review(join(cwd, '报告'), '--roster', join(cwd, '名册.csv'), '-o', join(cwd, '结果'))
    expect(namesOf(reviewIn(join(cwd, '结果')).units)).toEqual(['青岭县甲山镇人民政府', '青岭县乙水镇人民政府'])
  })

  it('leaves nothing behind on a full disk', () => {
    const cwd = folderWith({})
    cpSync(COUNTY, join(cwd, '报告'), { recursive: true })
    // A limit on the size of files stands for the disk: 8 blocks of 512 or 1024 bytes.
    const run = shell('ulimit -f 8; fazhi review 报告 -o 结果', cwd)
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/写不了.*没有写入任何内容/)
    expect(existsSync(join(cwd, '结果'))).toBe(false)
  })

  it('tells of lines that are no records, and goes on', () => {
    const cwd = folderWith({ 'a.md': reportOf('青岭县甲山镇人民政府') })
    const good = fazhi(['lint', '--stdin-ndjson'], { input: `${JSON.stringify({ path: join(cwd, 'a.md') })}\n` }).stdout
    writeFileSync(join(cwd, 'r.ndjson'), `${good}不是\n{"path":"b.md"}\n`)
    const run = review('--from', join(cwd, 'r.ndjson'), '-o', join(cwd, '结果'))
    expect(run.status).toBe(2)
    expect(reviewIn(join(cwd, '结果')).others.map(({ reason }) => reason)).toEqual(['unreadable', 'unreadable'])
    expect(complaintOf(review('--from', join(cwd, '没有'), '-o', join(cwd, '二')))).toContain('找不到')
    expect(complaintOf(review(cwd, '--from', join(cwd, 'r.ndjson')))).toContain('--from')
  })
})
