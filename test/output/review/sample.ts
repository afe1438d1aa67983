import type { Review, SimilarPair, UnitFinding, UnitReview } from '../../../src/corpus/review.js'
import type { ReportSummary } from '../../../src/finding.js'
import type { State } from '../../../src/model.js'

const report = (facts: Partial<ReportSummary>, plan: State = 'separate'): ReportSummary => ({
  ...{ title: null, issuer: null, kind: null, year: 2025, publishedOn: null, signedOn: null },
  ...{ signature: null, addressee: null },
  sections: { achievements: { state: 'separate' }, plan: { state: plan } },
  ...facts,
})

const unit = (number: number, name: string, facts: Partial<UnitReview>): UnitReview => ({
  ...{ number, unit: { name, kind: null, parent: null, aliases: [] }, receipt: 'received', files: [], report: null },
  ...{ verdict: null, error: null, counts: { error: 0, warning: 0, info: 0 }, punctuality: null, topics: null },
  ...{ indicators: {}, changes: null, notes: [], jointWith: [], carried: null, newlyReceived: false },
  ...facts,
})

const SIMILAR: SimilarPair = {
  units: ['云溪县公安局', '云溪县石桥镇人民政府'],
  files: ['公安局.docx', '石桥镇.txt'],
  ...{ weight: 40, share: 0.125 },
  passages: [
    {
      ...{ units: 2, length: 14 },
      places: [
        { line: 7, text: '坚持白天巡、夜间查，共检查12次。', same: [[0, 9]] },
        { line: 9, text: '全年坚持白天巡、夜间查，共检查8次。', same: [[2, 11]] },
      ],
    },
  ],
}

/** A review of five units that has every kind of row. */
export const REVIEW: Review = {
  ...{ version: 1, tool: { name: 'fazhi', version: '0.0.0' }, year: 2025, place: null, date: '2026-03-20' },
  roster: '名册.csv',
  contents: [
    { key: 'achievements', title: '主要举措和成效', required: true },
    { key: 'plan', title: '下一年度安排', required: true },
    { key: 'other', title: '其他', required: false },
  ],
  units: [
    unit(1, '云溪县人民政府', {
      ...{ files: ['县政府.docx'], report: report({ publishedOn: '2026-04-09' }), verdict: 'pass' },
      punctuality: { state: 'late', on: '2026-04-09', by: 'publishedOn', deadline: '2026-04-01' },
      indicators: {
        处罚: { state: 'given', value: 12345, unit: '件', qualifier: '余', line: 9, sentence: '' },
        败诉率: { state: 'given', value: 0, unit: '%', qualifier: null, line: 9, sentence: '' },
        许可: { state: 'notApplicable' },
      },
    }),
    unit(2, '云溪县公安局', {
      ...{
        files: ['公安局.docx', '公安局（初稿）.docx'],
        verdict: 'return',
        counts: { error: 2, warning: 1, info: 0 },
      },
      report: report({ issuer: '云溪县公安局', signedOn: '2026-02-01' }, 'absent'),
      punctuality: { state: 'inTime', on: '2026-02-01', by: 'signedOn', deadline: '2026-03-01' },
      indicators: {
        处罚: { state: 'absent' },
        败诉率: { state: 'given', value: 97.65, unit: '%', qualifier: '约', line: 9, sentence: '' },
        许可: { state: 'given', value: 3, unit: '件', qualifier: '含结转', line: 9, sentence: '' },
      },
    }),
    unit(3, '云溪县教育局', { receipt: 'missing' }),
    unit(4, '云溪县水利局', {
      ...{ files: ['水利局.pdf'], error: { code: 'unsupported-format', message: '这是 PDF 文件' } },
    }),
    unit(5, '云溪县石桥镇人民政府', {
      ...{ receipt: 'unlisted', files: ['石桥镇.txt'], verdict: 'revise', counts: { error: 0, warning: 1, info: 0 } },
      report: report({ issuer: '云溪县石桥乡人民政府' }, 'mentioned'),
      punctuality: { state: 'unknown', on: null, by: null, deadline: '2026-03-01' },
    }),
  ],
  others: [
    { path: '通知.txt', reason: 'not-a-report', unit: null, message: '不是年度报告' },
    { path: '=旧.docx', reason: 'other-year', unit: '云溪县教育局', message: '报告年度是2024年' },
  ],
  gone: [],
  frequencies: [{ rule: 'missing-section', summary: '缺少规定的内容', severity: 'error', findings: 1, units: 1 }],
  similar: [SIMILAR],
  totals: {
    ...{ units: 4, received: 3, missing: 1, unlisted: 1, twice: 1, late: 1, undated: 1, carried: 0, files: 7 },
    ...{
      errors: 2,
      warnings: 2,
      infos: 0,
      verdicts: { pass: 1, revise: 1, return: 1 },
      lacking: {},
      changes: null,
      unreadable: 1,
    },
  },
}

export const finding = (facts: Partial<UnitFinding>): UnitFinding => ({
  ...{ unit: '云溪县公安局', kind: 'department', path: '公安局.docx', change: null },
  ...{ rule: 'missing-section', severity: 'error', message: '缺少一节', excerpt: '', basis: null, fixable: false },
  ...{ line: 3, column: 1, endLine: 3, endColumn: 5 },
  ...facts,
})

export const INDICATORS = [
  { key: '处罚', label: '行政处罚', group: '行政执法' },
  { key: '许可', label: '行政许可', group: '行政执法' },
  { key: '败诉率', label: '败诉率', group: '行政应诉' },
]
