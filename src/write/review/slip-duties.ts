import type { Table } from 'mdast'
import type { SectionSummary } from '../../finding.js'
import type { ContentSpec, Demands } from '../../model.js'
import { quoted } from '../../text/quote.js'
import { STATES } from '../../words.js'
import { type Column, type Lines, table } from './blocks.js'
import { lineOf } from './places.js'

const COLUMNS: Column[] = [
  { head: '内容', width: 7.2 },
  { head: '规定要求', width: 8.8 },
  { head: '报告中的情况', width: 11.6 },
  { head: '意见', width: 5.4 },
]

/** What the report has of a content, and where. */
function found({ state, heading, line, evidence }: SectionSummary, path: string): Lines {
  const where = line === undefined ? [] : [lineOf(line, path)]
  const words = heading ?? evidence
  return [STATES[state], [...where, ...(words === undefined ? [] : [quoted(words)])].join('')].filter(
    (piece) => piece !== '',
  )
}

function opinion(spec: ContentSpec, { state, with: others }: SectionSummary, titleOf: (key: string) => string): string {
  const isBound = spec.severity !== 'info'
  switch (state) {
    case 'separate':
      return '已列入'
    case 'merged':
      return `已列入，与“${(others ?? []).map(titleOf).join('、')}”合写，分开更便于查找`
    case 'embedded':
      return isBound ? '请单独成节' : '建议单独成节'
    case 'mentioned':
      return isBound ? '请单独成节并展开' : '建议单独成节并展开'
    case 'absent':
      if (!spec.required) return '如无可不写'
      return isBound ? '请补写' : '建议补写'
  }
}

/** The contents that are asked for, with what the report has of each. */
export function dutiesTable({ contents }: Demands, sections: Record<string, SectionSummary>, path: string): Table {
  const titleOf = (key: string): string => contents.find((spec) => spec.key === key)?.title ?? key
  const bases = commonBasis(contents)
  const rows = contents.map((spec): Lines[] => {
    const section: SectionSummary = sections[spec.key] ?? { state: 'absent' }
    const own = spec.basis !== null && spec.basis !== bases ? [`（${spec.basis}）`] : []
    return [[spec.title], [spec.duty, ...own], found(section, path), [opinion(spec, section, titleOf)]]
  })
  return table(COLUMNS, rows)
}

/** The basis that most of the contents have; `null` where none has one. */
export function commonBasis(contents: ContentSpec[]): string | null {
  const bases = contents.flatMap(({ basis }) => (basis === null ? [] : [basis]))
  const count = (basis: string): number => bases.filter((each) => each === basis).length
  return bases.reduce<string | null>(
    (most, basis) => (most === null || count(basis) > count(most) ? basis : most),
    null,
  )
}
