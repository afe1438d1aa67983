import type { RootContent } from 'mdast'
import { excerptWords, isLed, legibleExcerpt } from '../../corpus/excerpt.js'
import type { UnitFinding } from '../../corpus/review.js'
import { citedBasis, EXCERPT } from '../../finding.js'
import type { Severity } from '../../model.js'
import { numberAcross } from '../../text/whole-numbers.js'
import { CHANGES, SEVERITIES } from '../../words.js'
import { type Column, heading, type Lines, table } from './blocks.js'
import { lineOf, linesOf, shortened } from './places.js'

const GROUPS: { severity: Severity; title: string }[] = [
  { severity: 'error', title: '应当修改的问题' },
  { severity: 'warning', title: '需要核实的问题' },
  { severity: 'info', title: '供参考的建议' },
]

/** UTF-16 units of an excerpt that are quoted, and of those before the place. */
const QUOTED = 36
const LEAD = 12

const COLUMNS: Column[] = [
  { head: '序号', width: 3.5 },
  { head: '位置和原文', width: 9.5 },
  { head: '问题和修改意见', width: 15.5 },
  { head: '答复', width: 4.5 },
]

const ADVICE_COLUMNS: Column[] = [
  { head: '序号', width: 3.5 },
  { head: '位置', width: 8 },
  { head: '建议', width: 21.5 },
]

const MENDED_COLUMNS: Column[] = [
  { head: '序号', width: 3.5 },
  { head: '上次位置', width: 5 },
  { head: '上次指出的问题', width: 24.5 },
]

const position = ({ line, path, change }: UnitFinding): string =>
  `${lineOf(line, path)}${change === null || change === 'mended' ? '' : `（${CHANGES[change]}）`}`

/** The words of a place with some before it. */
function excerptOf(finding: UnitFinding): string {
  const { excerpt, column } = finding
  const words = excerptWords(finding)
  const at = legibleExcerpt(finding, excerpt.slice(0, isLed(finding) ? EXCERPT.lead : column - 1)).length
  const start = Math.max(0, Math.min(at - LEAD, words.length - QUOTED))
  const from = numberAcross(words, start)?.end ?? start
  const lead = from > 0 || isLed(finding) ? '…' : ''
  return `${lead}${shortened(words.slice(from).replace(/^[\udc00-\udfff]/, ''), QUOTED)}`
}

function placeOf(finding: UnitFinding): Lines {
  const excerpt = excerptOf(finding)
  return [position(finding), ...(excerpt === '' ? [] : [`“${excerpt}”`])]
}

function wordsOf(finding: UnitFinding): Lines {
  const { message, related = [], path, line } = finding
  const basis = citedBasis(finding)
  const others = related.map((place) => place.line).filter((each) => each !== line)
  return [
    message,
    ...(basis === null ? [] : [`依据：${basis}`]),
    ...(others.length > 0 ? [`另见${linesOf(others, path)}`] : []),
  ]
}

/** Tables of findings, a group a level, numbered on: what is to be mended, what to be looked at, what is advice. */
export function findingTables(findings: UnitFinding[], numeralOf: (index: number) => string): RootContent[] {
  const groups = GROUPS.map((group) => ({
    ...group,
    all: findings.filter(({ severity }) => severity === group.severity),
  }))
  let count = 0
  return groups
    .filter(({ all }) => all.length > 0)
    .flatMap(({ severity, title, all }, i): RootContent[] => {
      const isAdvice = severity === 'info'
      const rows = all.map((finding): Lines[] => {
        count++
        return isAdvice
          ? [[String(count)], [position(finding)], [finding.message]]
          : [[String(count)], placeOf(finding), wordsOf(finding), ['']]
      })
      return [
        heading(3, `（${numeralOf(i)}）${title}（${SEVERITIES[severity]}，${all.length}处）`),
        table(isAdvice ? ADVICE_COLUMNS : COLUMNS, rows),
      ]
    })
}

/** What the review before found and this one does not. */
export const mendedTable = (findings: UnitFinding[]): RootContent =>
  table(
    MENDED_COLUMNS,
    findings.map(({ line, path, message }, i) => [[String(i + 1)], [lineOf(line, path)], [message]]),
  )
