import { INDICATORS } from '../corpus/indicators/vocabulary.js'
import type { Tally } from './judge.js'
import { type JudgedFigure, tallyOfFigures } from './judge-indicators.js'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.floor((1000 * part) / whole) / 10} %`

const row = (name: string, { hits, true: right, false: wrong, missed }: Tally): string =>
  `| ${name} | ${hits} | ${right} | ${wrong} | ${missed} | ${percent(right, hits)} | ${percent(right, right + missed)} |`

/** Precision and recall by indicator, then by set of drafts, then of all, as a Markdown table. */
export function figuresTable(judged: Map<string, JudgedFigure[]>): string {
  const all = [...judged.values()].flat()
  return [
    '| 指标或样稿 | 提取 | 正确 | 提错 | 漏掉 | 提取的对不对 | 该提的提没提 |',
    '|---|---|---|---|---|---|---|',
    ...INDICATORS.map(({ label }) => row(label, tallyOfFigures(all.filter(({ indicator }) => indicator === label)))),
    ...[...judged].map(([name, some]) => row(name, tallyOfFigures(some))),
    row('**合计**', tallyOfFigures(all)),
  ].join('\n')
}
