import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FazhiError } from '../../src/error.js'
import { applyEdits } from '../../src/fix.js'
import { changesBetween, piecesOf } from '../../src/page/changes.js'
import { engine, failureOf, looksOf, type Terms, type Typed } from '../../src/page/engine.js'
import fc from '../fast-check.js'
import { fazhi, folderWith } from '../node/cli.js'
import { paragraph, run, wordFile } from '../read/word.js'
import { DRAFT } from './drafts.js'

const PLAIN: Terms = { kind: null, settings: {} }
const typed = (text: string, name = '草稿.txt'): Typed => ({ name, format: looksOf(text), text })

describe('the engine of the page', () => {
  const folder = 'seeds/drafts'
  it.each(readdirSync(folder))('finds what the command line finds: %s', async (name) => {
    const bytes = readFileSync(join(folder, name))
    const opened = await engine.open(name, bytes)
    const { data } = await engine.download('data', opened, PLAIN, bytes)
    const { stdout } = fazhi(['lint', '-f', 'json', name], { cwd: folder })
    expect(JSON.parse(String(data))).toEqual(JSON.parse(stdout))
  })

  it('gives every finding a duty of the list, or the whole draft', async () => {
    const { duties, homes, result } = await engine.check(typed(DRAFT), PLAIN)
    expect(homes.length).toBe(result.findings.length)
    const keys = duties.map(({ key }) => key)
    for (const home of homes) expect([null, ...keys]).toContain(home)
    const missing = result.findings.findIndex(({ rule }) => rule === 'missing-section')
    expect(homes[missing]).toBe('responsibility')
  })

  it('quotes a sentence, not a heading', async () => {
    const text = DRAFT.replace('审查规范性文件32件', '（一）规范决策。审查规范性文件32件')
    const { duties } = await engine.check(typed(text), PLAIN)
    expect(duties[0]?.quote).toMatch(/^审查规范性文件32件/)
  })

  it('shows every required duty even where there is none of it', async () => {
    const { duties } = await engine.check(typed('云溪县2025年法治政府建设年度报告\n'), PLAIN)
    expect(duties.map(({ state }) => state)).toEqual(['absent', 'absent', 'absent', 'absent'])
    for (const duty of duties) expect(duty.guidance).not.toBe('')
  })

  it('reads Word into text that stays as it is when its title changes', async () => {
    const lines = DRAFT.split('\n').filter((line) => line !== '')
    const opened = await engine.open('a.docx', wordFile(lines.map((line) => paragraph(run(line))).join('')))
    expect(opened.text).not.toMatch(/^---/)
    const changed = opened.text.replace('云溪县人民政府关于2025年', '青禾县人民政府关于2024年')
    const { result } = await engine.check({ ...opened, text: changed }, PLAIN)
    expect(result.report).toMatchObject({ year: 2024, title: '青禾县人民政府关于2024年法治政府建设情况的报告' })
  })

  it('judges by the kind the user chose, above all', async () => {
    const { result } = await engine.check(typed(DRAFT), { kind: 'township', settings: { kind: 'department' } })
    expect(result.report?.kind).toBe('township')
  })

  it('names mistakes of users by their code, and other errors as defects', () => {
    expect(failureOf(new FazhiError('empty-file', '文件是空的'))).toEqual({ code: 'empty-file', message: '文件是空的' })
    expect(failureOf(new TypeError('x')).code).toBeNull()
  })

  it('leaves nothing fixable behind when it mends', async () => {
    const mended = await engine.mend(typed(DRAFT), PLAIN)
    expect(mended.count).toBeGreaterThan(0)
    const { result } = await engine.check(typed(mended.text), PLAIN)
    expect(result.findings.filter(({ fixable }) => fixable)).toEqual([])
  })

  it('mends as the command line does', async () => {
    const folderOfDraft = folderWith({ 'a.txt': DRAFT })
    fazhi(['lint', '--fix', 'a.txt'], { cwd: folderOfDraft })
    const { text } = await engine.mend(typed(DRAFT), PLAIN)
    expect(text).toBe(readFileSync(join(folderOfDraft, 'a.txt'), 'utf8'))
  })
})

describe('changes put before the user', () => {
  const line = fc.constantFrom('甲', '甲，乙', '', '一、主要', '（一）', '乙。')
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

  it('make of the one text the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, changesBetween(before, after))).toBe(after)
      }),
    )
  })

  it('name the line they begin at, and show what goes and what comes', () => {
    const [change] = changesBetween('一\n二,三\n四\n', '一\n二，三\n四\n')
    expect(change?.line).toBe(2)
    if (!change) throw new Error('no change')
    expect(piecesOf(change)).toEqual([
      { text: '二', is: 'same' },
      { text: ',', is: 'gone' },
      { text: '，', is: 'new' },
      { text: '三', is: 'same' },
    ])
  })

  it('are shortened where they stand in a long paragraph', () => {
    const long = '甲'.repeat(300)
    const [change] = changesBetween(`${long},${long}`, `${long}，${long}`)
    if (!change) throw new Error('no change')
    expect(piecesOf(change).reduce((sum, { text: shown }) => sum + shown.length, 0)).toBeLessThan(80)
  })
})
