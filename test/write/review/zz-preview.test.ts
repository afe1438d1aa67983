import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import type { SimilarPair } from '../../../src/corpus/review.js'
import { slipDocx } from '../../../src/write/review/slip.js'
import { county, missing } from './county.js'

it('preview', async () => {
  const all = await county()
  all.sort((a, b) => b.findings.length - a.findings.length)
  console.log(all.map(({ unit, findings }) => `${unit.unit.name} ${findings.length}`).join('\n'))
  const base = { year: 2025, date: '2026-04-08', similar: [], others: [] }
  const [most] = all
  if (!most) return
  const many = Array.from({ length: 10 }, () => all.flatMap(({ findings }) => findings)).flat()
  const some = [...all.flatMap(({ findings }) => findings)].map((f, i) => ({ ...f, change: (['standing', 'added', 'added', 'mended'] as const)[i % 4] ?? null }))
  const similar: SimilarPair[] = [{
    units: [most.unit.unit.name, '蓼川县槐渡镇人民政府'], files: [most.unit.files[0] ?? '', '槐渡镇.txt'], weight: 300, share: 0.2,
    passages: [{ units: 2, length: 60, places: [
      { line: 9, text: '从源头管住村级合同，实行村级重大合同先审后签，全年审查合同86份，没有公示结果不得付款。', same: [[0, 24], [30, 42]] },
      { line: 11, text: '从源头管住村级合同，实行村级重大合同先审后签，审查了32份，没有公示结果不得付款。', same: [[0, 22], [28, 40]] } ] }],
  }]
  const out: Record<string, Uint8Array> = {
    most: slipDocx({ ...base, unit: most.unit, findings: most.findings }),
    prev: slipDocx({ ...base, unit: { ...most.unit, receipt: 'unlisted', files: [...most.unit.files, '修改稿2.docx'], changes: { mended: 5, standing: 6, added: 9 } }, findings: some.slice(0, 24), similar }),
    many: slipDocx({ ...base, unit: most.unit, findings: many.slice(0, 60) }),
    none: slipDocx({ ...base, unit: { ...most.unit, verdict: 'pass', counts: { error: 0, warning: 0, info: 0 } }, findings: [] }),
    missing: slipDocx({ ...base, unit: missing('蓼川县教育局', 3), findings: [], others: [{ path: '教育局2024.docx', reason: 'other-year', message: '写的是2024年度，本次审核的是2025年度' }] }),
    unread: slipDocx({ ...base, unit: { ...missing('蓼川县听潮街道办事处', 3), receipt: 'received', files: ['听潮.doc'], error: { code: 'not-text', message: '“听潮.doc”有密码，打不开。请去掉密码再试' } }, findings: [] }),
  }
  for (const [n, b] of Object.entries(out)) writeFileSync(`/tmp/dp/${n}.docx`, b)
})
