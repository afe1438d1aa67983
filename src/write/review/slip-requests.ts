import { formerName } from '../../corpus/match/former-name.js'
import { datesOf } from '../../corpus/punctuality.js'
import { isTwice } from '../../corpus/receipts.js'
import type { SimilarPair, UnitFinding, UnitReview } from '../../corpus/review.js'
import type { Verdict } from '../../finding.js'
import { lateReport } from '../../rules/late-report.js'
import { missingSignature } from '../../rules/missing-signature.js'
import { DATE, TIMES, VERDICTS } from '../../words.js'

/** What a slip asks of a unit whose report was reviewed. */
export interface Requests {
  /** Whether there are errors or doubts about what stands in the report; that it is late cannot be mended. */
  toMend: boolean
  /** Findings that are advice. */
  advice: number
  /** Everything else, each to stand behind 请. */
  others: string[]
}

/** What a slip is about, as far as its requests go. */
export interface Asked {
  year: number
  roster: string | null
  unit: UnitReview
  findings: UnitFinding[]
  similar: SimilarPair[]
}

const LATE = `核对日期，日期有误的改正，确实${TIMES.late}的说明原因`

/** What is not written at the end of a report. */
function lackingAtEnd({ report }: UnitReview, findings: UnitFinding[]): string[] {
  const lacks = [
    findings.some(({ rule }) => rule === missingSignature.id) ? '署名' : null,
    report?.signedOn === null && report.publishedOn === null ? '成文日期' : null,
  ].filter((lack) => lack !== null)
  return lacks.length === 0 ? [] : [`补写${lacks.join('和')}`]
}

/** @param asked findings mended since the review before are left aside */
export function requestsOf({ year, roster, unit, findings, similar }: Asked): Requests {
  const open = findings.filter(({ change }) => change !== 'mended')
  const toMend = open.some(({ severity, rule }) => severity !== 'info' && rule !== lateReport.id)
  const isLate = unit.report !== null && datesOf(unit.report, unit.unit, year).some((date) => date.isLate)
  const former = formerName(unit)
  return {
    toMend,
    advice: open.filter(({ severity }) => severity === 'info').length,
    others: [
      ...(isTwice(unit) ? ['告知以哪一份报告为准'] : []),
      ...(former === null ? [] : [`核对单位名称，已经更名的把“${former}”改为“${unit.unit.name}”`]),
      ...(roster !== null && unit.receipt === 'unlisted' ? ['核对单位全称'] : []),
      ...lackingAtEnd(unit, open),
      ...(isLate && !toMend ? [LATE] : []),
      ...(similar.length > 0 ? ['核对与其他单位相似的文字，在答复栏写明情况'] : []),
    ],
  }
}

const adviceWords = (advice: number): string => (advice > 0 ? `；另有${advice}条提示，请酌情处理` : '')

function meaningOf(verdict: Verdict, { toMend, advice, others }: Requests): string {
  if (verdict === 'return') return '有应当修改的问题，请修改后重新报送。'
  if (verdict === 'revise' && toMend) return '有需要核实的问题，请逐处核实，有误的改正。'
  if (advice + others.length === 0) return '没有发现需要修改的问题。'
  const late = verdict === 'revise' ? `，只是${DATE}晚于规定期限` : ''
  return `没有发现必须修改的问题${late}${adviceWords(advice)}。`
}

/** What the verdict comes to for the unit, a line each. */
export function conclusion(verdict: Verdict, requests: Requests): string[] {
  const { others } = requests
  return [
    `${VERDICTS[verdict]}：${meaningOf(verdict, requests)}`,
    ...(others.length === 0 ? [] : [`${requests.toMend || requests.advice > 0 ? '另请' : '请'}${others.join('；')}。`]),
  ]
}

/**
 * What the unit is to do, and by when; the others are told with the verdict.
 * @param isCarried the same was asked in an earlier review, and may have been answered
 */
export function closing({ toMend, advice, others }: Requests, isCarried: boolean): string {
  if (toMend) {
    const also = others.length === 0 ? '' : '“审核意见”中所列的其他事项一并答复。'
    return `请于【请填写日期】之前，对以上意见逐条核实修改，在答复栏写明修改情况，不作修改的说明理由，连同修改后的报告一并报送。${also}`
  }
  if (others.length > 0 && isCarried)
    return '“审核意见”中所列的事项，尚未答复的请于【请填写日期】之前答复；报告有改动的，重新报送。'
  if (others.length > 0) return '请于【请填写日期】之前答复“审核意见”中所列的事项；报告有改动的，重新报送。'
  return advice > 0 ? '请酌情处理以上提示后定稿。' : '报告可以定稿。'
}
