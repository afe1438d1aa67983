import { useEffect, useState } from 'preact/hooks'
import type { Finding } from '../finding.js'
import type { Severity } from '../model.js'
import { SEVERITIES } from '../words.js'
import type { Checked } from './checked.js'
import type { Desk } from './desk.js'
import { FindingItem } from './finding-item.js'
import type { View } from './view.js'

const LEVELS: Severity[] = ['error', 'warning', 'info']

/** Findings shown of a group before the user asks for more. */
const FIRST = 50

interface Group {
  name: string
  findings: Finding[]
}

function byLevel(findings: Finding[]): Group[] {
  return LEVELS.map((level) => ({
    name: SEVERITIES[level],
    findings: findings.filter(({ severity }) => severity === level),
  }))
}

function byDuty({ result, homes, duties }: Checked, shown: Finding[]): Group[] {
  const homeOf = new Map(result.findings.map((finding, i) => [finding, homes[i] ?? null]))
  const of = (key: string | null): Finding[] => shown.filter((finding) => homeOf.get(finding) === key)
  const own = duties.map(({ key, title, together }) => ({ name: [title, ...together].join('、'), findings: of(key) }))
  return [{ name: '全文', findings: of(null) }, ...own]
}

function GroupList({ group, view, desk }: { group: Group; view: View; desk: Desk }) {
  const [limit, setLimit] = useState(FIRST)
  const { name, findings } = group
  const hidden = findings.length - limit
  return (
    <section class="group" aria-label={name}>
      <h3>
        {name} <span class="muted">{findings.length} 处</span>
      </h3>
      <ul class="findings">
        {findings.slice(0, limit).map((finding, i) => (
          <FindingItem
            key={`${finding.rule}-${finding.line}-${finding.column}-${i}`}
            finding={finding}
            view={view}
            desk={desk}
          />
        ))}
      </ul>
      {hidden > 0 ? (
        <button type="button" class="more" onClick={() => setLimit(limit + FIRST * 4)}>
          再显示一些（还有 {hidden} 处）
        </button>
      ) : null}
    </section>
  )
}

function Filters({
  checked,
  shown,
  onToggle,
}: {
  checked: Checked
  shown: Severity[]
  onToggle(level: Severity): void
}) {
  const countOf = (level: Severity): number =>
    checked.result.findings.filter(({ severity }) => severity === level).length
  return (
    <fieldset class="filters">
      <legend class="unseen">显示哪些级别</legend>
      {LEVELS.map((level) => (
        <label key={level} class={`filter ${level}`}>
          <input type="checkbox" checked={shown.includes(level)} onChange={() => onToggle(level)} />
          {SEVERITIES[level]} {countOf(level)}
        </label>
      ))}
    </fieldset>
  )
}

/** Everything found, grouped and filtered as the user likes. */
export function Findings({ view, checked, desk }: { view: View; checked: Checked; desk: Desk }) {
  const [shown, setShown] = useState<Severity[]>(LEVELS)
  const [isByDuty, setByDuty] = useState(true)
  const { findings, waived = [] } = checked.result
  const { selected } = view
  // A place pressed in the text shows its finding, whatever is filtered.
  useEffect(() => {
    if (!selected) return
    if (!shown.includes(selected.severity)) setShown([...shown, selected.severity])
    else document.querySelector('.finding[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const toggle = (level: Severity): void =>
    setShown(shown.includes(level) ? shown.filter((each) => each !== level) : [...shown, level])
  const some = findings.filter(({ severity }) => shown.includes(severity))
  const groups = (isByDuty && checked.isReport ? byDuty(checked, some) : byLevel(some)).filter(
    ({ findings: own }) => own.length > 0,
  )
  const fixable = findings.filter(({ fixable }) => fixable).length
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        发现的问题 <span class="muted">共 {findings.length} 处</span>
      </h2>
      {findings.length === 0 ? <p class="good">没有发现问题。</p> : null}
      {findings.length > 0 && checked.isReport ? (
        <div class="handles">
          <Filters checked={checked} shown={shown} onToggle={toggle} />
          <label class="grouping">
            排列
            <select
              value={isByDuty ? 'duty' : 'level'}
              onChange={({ currentTarget }) => setByDuty(currentTarget.value === 'duty')}
            >
              <option value="duty">按内容</option>
              <option value="level">按级别</option>
            </select>
          </label>
          {fixable > 0 ? (
            <button type="button" disabled={view.isStale} onClick={desk.propose}>
              一次改正 {fixable} 处……
            </button>
          ) : null}
        </div>
      ) : null}
      {groups.map((group) => (
        <GroupList key={group.name} group={group} view={view} desk={desk} />
      ))}
      {findings.length > 0 && some.length === 0 ? <p class="muted">这几个级别没有问题，请换一个级别看看。</p> : null}
      {waived.length > 0 ? <p class="muted">另有 {waived.length} 处已说明，不再提示。</p> : null}
    </section>
  )
}
