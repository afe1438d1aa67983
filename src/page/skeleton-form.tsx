import { useState } from 'preact/hooks'
import { ALL_KINDS, type Kind } from '../generated/report.js'
import { kindOfBody } from '../report/names.js'
import { KINDS } from '../words.js'
import type { Desk } from './desk.js'
import { Dialog } from './dialogs.js'

/** The year reports are due for: from January on, the year before. */
const dueYear = (): number => new Date().getFullYear() - 1

/** A short form for a blank report. */
export function SkeletonForm({ desk, onClose }: { desk: Desk; onClose(): void }) {
  const [issuer, setIssuer] = useState('')
  const [year, setYear] = useState(String(dueYear()))
  const [chosen, setChosen] = useState<Kind | null>(null)
  const guess = kindOfBody(issuer.trim())
  const kind = chosen ?? guess ?? 'government'
  const hint =
    chosen || issuer.trim() === ''
      ? '按发文机关的名称判断，可以改'
      : guess
        ? '按名称判断的，可以改'
        : '从名称看不出来，请选一下'
  return (
    <Dialog class="form" title="新建空白报告" onCancel={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void desk.skeleton({ issuer: issuer.trim(), year: Number(year), kind }, kind)
        }}
      >
        <p class="muted">规定的各部分齐全，附填写说明，【请填写……】处照着写。</p>
        <label>
          发文机关全称
          <input
            type="text"
            required
            pattern=".*\S.*"
            placeholder="如 云溪县人民政府"
            autocomplete="off"
            value={issuer}
            onInput={({ currentTarget }) => setIssuer(currentTarget.value)}
          />
        </label>
        <label>
          报告年度
          <input
            type="number"
            required
            min={1990}
            max={2100}
            value={year}
            onInput={({ currentTarget }) => setYear(currentTarget.value)}
          />
        </label>
        <label>
          机关类别
          <select
            value={kind}
            aria-describedby="kind-hint"
            onChange={({ currentTarget }) => setChosen(currentTarget.value as Kind)}
          >
            {ALL_KINDS.map((each) => (
              <option key={each} value={each}>
                {KINDS[each]}
              </option>
            ))}
          </select>
          <span class="muted" id="kind-hint">
            {hint}
          </span>
        </label>
        <div class="actions">
          <button type="submit" class="primary">
            生成
          </button>
          <button type="button" onClick={onClose}>
            取消
          </button>
        </div>
      </form>
    </Dialog>
  )
}
