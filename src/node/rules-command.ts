import { FazhiError } from '../error.js'
import type { Example, Rule } from '../finding.js'
import type { Kind } from '../generated/report.js'
import type { Demands } from '../model.js'
import { padEnd } from '../output/width.js'
import { demandsOf } from '../report/demands.js'
import { rules } from '../rules/all.js'
import { nearest } from '../text/nearest.js'
import { SEVERITIES } from '../words.js'
import { EXIT } from './exit.js'
import { loadOverlay } from './own-files.js'

/** Options of `fazhi rules`. */
export interface RulesOptions {
  format: 'pretty' | 'json'
  kind?: Kind
  schema?: string
}

function contentsList({ contents }: Demands): string {
  const rows = contents.map(({ key, title, required, severity, basis }) => {
    const level = required ? SEVERITIES[severity] : '可选'
    return `  ${padEnd(key, 18)}  ${padEnd(level, 4)}  ${title}${basis ? `（${basis}）` : ''}`
  })
  return `报告必须包含的内容（缺少时的级别）：\n${rows.join('\n')}\n`
}

function catalogue(): string {
  const rows = rules.map(
    ({ id, severity, summary, examples }) =>
      `  ${padEnd(id, 32)}  ${SEVERITIES[severity]}  ${examples.wrong.some(({ fixed }) => fixed !== undefined) ? '可改' : '    '}  ${summary}`,
  )
  return `检查规则（“可改”的可以用 fazhi lint --fix 改）：\n${rows.join('\n')}\n\n用 fazhi rules 规则名 查看某条规则的道理、依据和例子。\n`
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  | ${line}`.trimEnd())
    .join('\n')

const shown = ({ draft, schema, local }: Example): string =>
  [
    ...(schema ? [`  补充要求：${JSON.stringify(schema)}\n`] : []),
    ...(local ? [`  配置：${JSON.stringify(local)}\n`] : []),
    `${indented(draft)}\n`,
  ].join('')

const wrong = (example: Example): string =>
  `${shown(example)}  → ${example.message ?? ''}\n${
    example.fixed === undefined ? '' : `  → --fix 改为：\n${indented(example.fixed)}\n`
  }`

function describe(rule: Rule, demands: Demands): string {
  const parts = [
    `${rule.id}  ${SEVERITIES[rule.severity]}  ${rule.summary}`,
    rule.basis ? `依据：${rule.basis}` : rule.certain ? `认定理由：${rule.certain}` : null,
    `说明：${rule.why}`,
    rule.id === 'missing-section' ? `\n${contentsList(demands).trimEnd()}` : null,
    `\n错误的例子：\n\n${rule.examples.wrong.map(wrong).join('\n')}`,
    `正确的例子：\n\n${rule.examples.right.map(shown).join('\n')}`,
  ]
  return parts.filter((part) => part !== null).join('\n')
}

function toJson(selected: Rule[], { contents }: Demands): string {
  const catalogue = selected.map(({ id, severity, basis, certain, summary, why, examples }) => ({
    id,
    severity,
    basis,
    ...(certain === undefined ? {} : { certain }),
    summary,
    why,
    examples,
  }))
  const demanded = contents.map(({ key, title, required, severity, basis, duty, guidance }) => ({
    key,
    title,
    required,
    severity,
    basis,
    duty,
    guidance,
  }))
  return `${JSON.stringify({ version: 1, contents: demanded, rules: catalogue }, null, 2)}\n`
}

/** `fazhi rules`: the catalogue, or one rule in full. */
export async function rulesCommand(name: string | undefined, options: RulesOptions): Promise<number> {
  const overlay = await loadOverlay(options.schema)
  const demands = demandsOf(options.kind ?? null, overlay?.document)
  const selected = name === undefined ? rules : rules.filter(({ id }) => id === name)
  if (selected.length === 0) {
    const guess = nearest(
      name ?? '',
      rules.map(({ id }) => id),
    )
    throw new FazhiError(
      'usage',
      `没有“${name}”这条规则${guess ? `，是不是想看 ${guess}？` : '。'}用 fazhi rules 列出全部规则`,
    )
  }
  const [only] = selected
  if (options.format === 'json') process.stdout.write(toJson(selected, demands))
  else if (name !== undefined && only) process.stdout.write(describe(only, demands))
  else process.stdout.write(`${contentsList(demands)}\n${catalogue()}`)
  return EXIT.ok
}
