import { rules } from '../rules/all.js'
import { type Judged, type Tally, tallyOf } from './judge.js'

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)

const row = (name: string, { hits, true: right, false: wrong, missed }: Tally): string =>
  `| ${name} | ${hits} | ${right} | ${wrong} | ${missed} | ${percent(right, right + missed)} |`

/** Hits, true hits, false alarms and misses by rule, then by set of drafts, then of all, as a Markdown table. */
export function accuracyTable(judged: Map<string, Judged[]>): string {
  const all = [...judged.values()].flat()
  return [
    '| 规则或样稿 | 指出 | 正确 | 误报 | 漏报 | 找到 |',
    '|---|---|---|---|---|---|',
    ...rules.map(({ id }) => row(`\`${id}\``, tallyOf(all.filter(({ rule }) => rule === id)))),
    ...[...judged].map(([name, some]) => row(name, tallyOf(some))),
    row('**合计**', tallyOf(all)),
  ].join('\n')
}
