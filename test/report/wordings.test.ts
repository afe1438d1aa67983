import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { classifierFor } from '../../src/report/classify.js'
import { demandsOf } from '../../src/report/demands.js'
import { simplifiedForms } from '../../src/text/script.js'
import { describeShared, jsonLines } from './corpus.js'

interface Wording {
  heading: string
  level: number
  /** What the section holds; several keys joined by +. */
  kind: string
  year: number
}

const sorted = (keys: string): string => keys.split('+').sort().join('+')

function kindOf({ heading, year }: Wording): string {
  const forms = simplifiedForms(heading)
  const simplified = heading.replace(/./gu, (char) => forms[char] ?? char)
  return classifierFor(demandsOf(null).contents, year).named(simplified).join('+') || 'achievements'
}

/** Level-1 headings of the file that are recognised by wording, in percent, and the others. */
function shareOf(path: string): { share: number; misses: string[] } {
  const wordings = jsonLines<Wording>(path).filter(({ level }) => level === 1)
  const misses = wordings.filter((wording) => sorted(kindOf(wording)) !== sorted(wording.kind))
  return {
    share: 100 * (1 - misses.length / wordings.length),
    misses: misses.map((wording) => `${wording.heading} (${wording.year}): ${kindOf(wording)}, not ${wording.kind}`),
  }
}

function expectShare(path: string, least: number): void {
  const { share, misses } = shareOf(path)
  expect(share, misses.join('\n')).toBeGreaterThanOrEqual(least)
}

describeShared('level-1 headings of real reports', 'corpus', (folder) => {
  it('are recognised by wording, 98 of 100', () => {
    expectShare(join(folder, 'headings.jsonl'), 98)
  })
})

describe('level-1 headings written for this project', () => {
  it.each([
    ['headings.jsonl', 98],
    ['headings-held-out.jsonl', 98],
    ['headings-third.jsonl', 98],
    ['headings-fourth.jsonl', 97],
    ['headings-terse.jsonl', 98],
  ])('are recognised by wording: %s', (name, least) => {
    expectShare(join('test/fixtures/wordings', name), least)
  })
})

describe('classifierFor', () => {
  const { contents } = demandsOf('government')
  const named = (heading: string, year: number | null = 2023): string[] => classifierFor(contents, year).named(heading)

  it('names several contents in the order of the heading', () => {
    expect(named('存在的不足和下一步工作打算')).toEqual(['shortcomings', 'plan'])
    expect(named('主要举措、成效和不足')).toEqual(['achievements', 'shortcomings'])
  })

  it('names none for a heading by topic', () => {
    expect(named('健全行政执法工作体系')).toEqual([])
  })

  it.each([['坚持问题导向，补齐短板'], ['着力化解突出矛盾问题'], ['督察反馈问题整改情况']])(
    'is not caught by words that mean something else: %s',
    (heading) => {
      expect(named(heading)).not.toContain('shortcomings')
    },
  )

  it('tells this year from the next', () => {
    expect(named('2023年法治政府建设工作')).toEqual(['achievements'])
    expect(named('2024年法治政府建设工作')).toEqual(['plan'])
    expect(named('2023年法治政府建设工作', 2022)).toEqual(['plan'])
  })

  it('reads half-width marks and spaced-out headings alike', () => {
    expect(named('党政主要负责人履行推进法治建设第一责任人职责,加强法治政府建设的有关情况')).toEqual(['responsibility'])
    expect(named('存 在 的 不 足')).toEqual(['shortcomings'])
  })

  it('gives the same classifier for the same schema and year', () => {
    expect(classifierFor(contents, 2023)).toBe(classifierFor(contents, 2023))
    expect(classifierFor(contents, 2023)).not.toBe(classifierFor(contents, 2024))
  })
})
