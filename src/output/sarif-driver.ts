import type { ReportingConfiguration, ReportingDescriptor, ToolComponent } from 'sarif'
import type { Example, Rule } from '../finding.js'
import { tool } from '../generated/tool.js'
import type { Severity } from '../model.js'
import { rules } from '../rules/all.js'

/** What SARIF calls our severities. */
export const LEVELS: Record<Severity, NonNullable<ReportingConfiguration['level']>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** What GitHub calls them, in a property of its own. */
const PROBLEM_SEVERITIES: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' }

/** A block of code with a fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`
}

const plainly = (text: string): string => text.trimEnd()

function helpOf({ why, basis, certain, examples }: Rule, shown: (text: string) => string): string {
  const [wrong, right] = [examples.wrong[0], examples.right[0]]
  const example = (title: string, { draft }: Example): string => `${title}\n\n${shown(draft)}`
  const parts = [
    why,
    basis === null ? null : `依据：${basis}`,
    certain === undefined ? null : `认定理由：${certain}`,
    wrong ? example('错误的例子：', wrong) : null,
    wrong?.message ? `→ ${wrong.message}` : null,
    right ? example('正确的例子：', right) : null,
  ]
  return parts.filter((part) => part !== null).join('\n\n')
}

const descriptorOf = (rule: Rule): ReportingDescriptor => ({
  id: rule.id,
  shortDescription: { text: rule.summary },
  fullDescription: { text: rule.why },
  help: { text: helpOf(rule, plainly), markdown: helpOf(rule, fenced) },
  defaultConfiguration: { level: LEVELS[rule.severity] },
  properties: {
    ...(rule.basis === null ? {} : { basis: rule.basis }),
    ...(rule.certain === undefined ? {} : { certain: rule.certain }),
    'problem.severity': PROBLEM_SEVERITIES[rule.severity],
  },
})

/** The notification about a file that could not be read. */
export const UNREADABLE = { id: 'unreadable-file', index: 0 }

/** This program with its whole catalogue. */
export const driver: ToolComponent = {
  name: tool.name,
  version: tool.version,
  semanticVersion: tool.version,
  language: 'zh-CN',
  rules: rules.map(descriptorOf),
  notifications: [
    {
      id: UNREADABLE.id,
      shortDescription: { text: '文件无法读取' },
      fullDescription: { text: '这个文件没有检查，检查结果里没有它的问题。' },
      defaultConfiguration: { level: 'error' },
    },
  ],
}

const INDEX = new Map(rules.map(({ id }, index) => [id, index]))

/** Where a rule stands in `driver.rules`. */
export const ruleIndexOf = (id: string): number | undefined => INDEX.get(id)
