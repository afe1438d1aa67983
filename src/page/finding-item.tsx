import { useMemo } from 'preact/hooks'
import type { Example, Finding, Rule } from '../finding.js'
import { rules } from '../rules/all.js'
import { SEVERITIES } from '../words.js'
import { ChangeList } from './change-list.js'
import type { Desk } from './desk.js'
import type { View } from './view.js'

/** Changes of one fix shown at once. */
const PREVIEWED = 5

const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))

function ExampleText({ title, example }: { title: string; example: Example | undefined }) {
  if (!example) return null
  return (
    <>
      <p class="case">{title}</p>
      <pre>{example.draft.trim()}</pre>
    </>
  )
}

function Reasons({ finding, rule }: { finding: Finding; rule: Rule }) {
  const { basis } = finding
  return (
    <dl>
      <dt>说明</dt>
      <dd>{rule.why}</dd>
      {basis === null ? null : (
        <>
          <dt>依据</dt>
          <dd>{basis}</dd>
        </>
      )}
      {rule.certain === undefined ? null : (
        <>
          <dt>认定理由</dt>
          <dd>{rule.certain}</dd>
        </>
      )}
      <dt>例子</dt>
      <dd>
        <details>
          <summary>{rule.summary}</summary>
          <ExampleText title="这样不对" example={rule.examples.wrong[0]} />
          <ExampleText title="这样对" example={rule.examples.right[0]} />
        </details>
      </dd>
    </dl>
  )
}

function Further({ finding, desk }: { finding: Finding; desk: Desk }) {
  const { related = [] } = finding
  if (related.length === 0) return null
  return (
    <p class="further">
      另有 {related.length} 处：
      {related.slice(0, 12).map((place, i) => (
        <button key={i} type="button" class="link" onClick={() => desk.show(place, true)}>
          第 {place.line} 行
        </button>
      ))}
      {related.length > 12 ? '等' : ''}
    </p>
  )
}

interface Props {
  finding: Finding
  view: View
  desk: Desk
}

/** A finding: one line to press, and below it, once pressed, why, by what, how else, and what can be done. */
export function FindingItem({ finding, view, desk }: Props) {
  const { rule: id, severity, line, message, fixable } = finding
  const isOpen = view.selected === finding
  const rule = ruleOf.get(id)
  const changes = useMemo(() => (isOpen ? desk.preview(finding) : []), [isOpen, finding, desk])
  return (
    <li class={`finding ${severity}`} aria-current={isOpen ? 'true' : undefined}>
      <button type="button" class="head" aria-expanded={isOpen} onClick={() => desk.select(isOpen ? null : finding)}>
        <span class="where">
          <span class={`tag ${severity}`}>{SEVERITIES[severity]}</span>第 {line} 行{fixable ? '，可以自动改' : ''}
        </span>
        <span class="message">{message}</span>
      </button>
      {isOpen ? (
        <div class="more-of">
          <div class="actions">
            <button type="button" onClick={() => desk.select(finding, true)}>
              到原文修改
            </button>
            {fixable ? (
              <button type="button" class="primary" disabled={view.isStale} onClick={() => desk.fix(finding)}>
                自动改正
              </button>
            ) : null}
          </div>
          {changes.length > 0 ? <ChangeList changes={changes} limit={PREVIEWED} /> : null}
          <Further finding={finding} desk={desk} />
          {rule ? <Reasons finding={finding} rule={rule} /> : null}
        </div>
      ) : null}
    </li>
  )
}
