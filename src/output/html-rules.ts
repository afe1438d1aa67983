import type { Example, Rule } from '../finding.js'
import { rules } from '../rules/all.js'
import { SEVERITIES } from '../words.js'
import { type Markup, markup } from './markup.js'

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** A rule's name, leading to what it says. */
export function ruleLink(id: string): Markup {
  return byId.has(id) ? markup`<a href="#rule-${id}"><code>${id}</code></a>` : markup`<code>${id}</code>`
}

const shown = ({ draft, schema }: Example): Markup =>
  markup`${schema ? markup`<p class="muted">补充要求：<code>${JSON.stringify(schema)}</code></p>\n` : null}<pre>${draft.trimEnd()}</pre>`

/** One example of a kind; nothing where a rule has none. */
function exampleOf(title: string, example: Example | undefined): Markup | null {
  if (!example) return null
  const { message } = example
  return markup`<h4>${title}</h4>
${shown(example)}
${message === undefined ? null : markup`<p>→ ${message}</p>\n`}`
}

function section({ id, severity, summary, why, basis, certain, examples }: Rule): Markup {
  return markup`<section class="rule" aria-labelledby="rule-${id}">
<h3 id="rule-${id}">${summary}</h3>
<p class="about"><span class="tag ${severity}">${SEVERITIES[severity]}</span> <code>${id}</code></p>
<p>${why}</p>
${basis === null ? null : markup`<p class="muted">依据：${basis}</p>\n`}${certain === undefined ? null : markup`<p class="muted">认定理由：${certain}</p>\n`}${exampleOf('错误的例子', examples.wrong[0])}${exampleOf('正确的例子', examples.right[0])}</section>
`
}

/** What the rules say that occur in a run, in the order of the catalogue. */
export function ruleTexts(ids: Set<string>): Markup | null {
  const occurring = rules.filter(({ id }) => ids.has(id))
  if (occurring.length === 0) return null
  return markup`<section class="rules" aria-labelledby="rules">
<h2 id="rules">规则说明</h2>
<p class="muted">每条规则各举一例。</p>
${occurring.map(section)}</section>
`
}
