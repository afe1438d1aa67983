import { defectName } from '../../corpus/defect-names.js'
import { quotedExcerpt } from '../../corpus/excerpt.js'
import type { Change, Review, UnitFinding } from '../../corpus/review.js'
import type { Severity } from '../../model.js'
import { CHANGES, SEVERITIES } from '../../words.js'
import type { Cell, Column, Look, Sheet } from '../xlsx/sheet.js'
import * as look from './looks.js'

const CHANGE_LOOKS: Record<Change, Look> = { mended: look.GOOD, standing: look.DOUBTFUL, added: look.BAD }

const SEVERITY_LOOKS: Record<Severity, Look> = { error: look.BAD, warning: look.DOUBTFUL, info: look.CENTRED }

/** A row a finding, in the order they come. */
export function findingsSheet(review: Review, findings: Iterable<UnitFinding> | AsyncIterable<UnitFinding>): Sheet {
  const hasChanges = review.totals.changes !== null
  const columns: Column[] = [
    { title: '单位', width: 26 },
    { title: '文件', width: 28 },
    { title: '行（段）', width: 10, look: look.CENTRED },
    { title: '级别', width: 8, look: look.CENTRED },
    { title: '类型', width: 22 },
    { title: '问题', width: 54 },
    { title: '原文', width: 38 },
    { title: '依据', width: 28 },
    ...(hasChanges ? [{ title: '变化', width: 8, look: look.CENTRED }] : []),
    { title: '规则', width: 22 },
  ]
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const { unit, path, line, column, severity, rule, message, excerpt, basis, change } of findings) {
      yield [
        { value: unit },
        { value: change === 'mended' ? `${path}（上次）` : path },
        { value: line },
        { value: SEVERITIES[severity], look: SEVERITY_LOOKS[severity] },
        { value: defectName(rule) },
        { value: message },
        { value: quotedExcerpt({ path, excerpt, column }) },
        { value: basis ?? '' },
        ...(hasChanges ? [change ? { value: CHANGES[change], look: CHANGE_LOOKS[change] } : look.EMPTY] : []),
        { value: rule },
      ]
    }
  }
  return { name: '问题清单', title: `${review.year}年度报告问题清单`, columns, frozen: 1, rows: rows() }
}
