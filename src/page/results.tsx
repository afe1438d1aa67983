import { ALL_KINDS, type Kind } from '../generated/report.js'
import { summaryOfFile } from '../output/result.js'
import { VERDICT_TONES } from '../output/tones.js'
import { identityOf } from '../output/words.js'
import { KINDS, VERDICTS } from '../words.js'
import type { Duty } from './checked.js'
import type { Desk } from './desk.js'
import { Duties } from './duties.js'
import { Findings } from './findings.js'
import type { View } from './view.js'

/** Whether nobody has written anything of a content yet. */
const isUnwritten = ({ isBlank, state }: Duty): boolean => isBlank || state === 'absent'

function Verdict({ view }: { view: View }) {
  const { checked, isStale, isBusy } = view
  if (!checked) return <p class="verdict muted">{isStale || isBusy ? '正在检查……' : '还没有检查结果'}</p>
  const { result, isReport } = checked
  const { errors, warnings, infos } = summaryOfFile(result)
  if (!isReport) return <p class="verdict warning">没有检查</p>
  const isBlank = checked.duties.some((duty) => duty.isBlank) && checked.duties.every(isUnwritten)
  return (
    <>
      {isBlank ? (
        <p class="verdict muted">尚未填写</p>
      ) : (
        <p class={`verdict ${VERDICT_TONES[result.verdict ?? 'pass']}`}>{VERDICTS[result.verdict ?? 'pass']}</p>
      )}
      <p class="counts">
        错误 <strong>{errors}</strong>　疑似 <strong>{warnings}</strong>　提示 <strong>{infos}</strong>
        {isBusy || isStale ? <span class="muted">　正在检查……</span> : null}
      </p>
    </>
  )
}

function Identity({ view, desk }: { view: View; desk: Desk }) {
  const report = view.checked?.result.report
  if (!report || !view.checked?.isReport) return null
  return (
    <div class="identity">
      <p>{identityOf(report)}</p>
      <label>
        机关类别
        <select
          value={view.terms.kind ?? ''}
          onChange={({ currentTarget }) => desk.setKind((currentTarget.value || null) as Kind | null)}
        >
          <option value="">自动判断</option>
          {ALL_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** What a check found: the verdict, the duties, the findings. */
export function Results({ view, desk }: { view: View; desk: Desk }) {
  const { sheet, checked } = view
  return (
    <section class="results" aria-label="检查结果">
      <div class="summary">
        <h2 class="file">{sheet?.name}</h2>
        <Verdict view={view} />
        <Identity view={view} desk={desk} />
        {sheet && sheet.notices.length > 0 ? (
          <ul class="notices" aria-label="读取时的说明">
            {sheet.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {checked?.isReport ? <Duties duties={checked.duties} desk={desk} /> : null}
      {checked ? <Findings view={view} checked={checked} desk={desk} /> : null}
    </section>
  )
}
