import type { Example, Rule } from '../finding.js'
import { SEVERITIES } from '../words.js'

/** The longest run of backticks in a draft decides its fence. */
function fenced(draft: string): string {
  const longest = Math.max(2, ...[...draft.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${draft.trimEnd()}\n${fence}`
}

function conditions({ schema, local }: Example): string[] {
  return [
    ...(schema ? [`补充要求：\`${JSON.stringify(schema)}\``] : []),
    ...(local ? [`配置：\`${JSON.stringify(local)}\``] : []),
  ]
}

function wrong(example: Example): string[] {
  return [
    ...conditions(example),
    fenced(example.draft),
    `> ${example.message ?? ''}`,
    ...(example.fixed === undefined ? [] : ['`--fix` 改为：', fenced(example.fixed)]),
  ]
}

const right = (example: Example): string[] => [...conditions(example), fenced(example.draft)]

const isFixable = ({ examples }: Rule): boolean => examples.wrong.some(({ fixed }) => fixed !== undefined)

function chapter(rule: Rule): string[] {
  const { id, severity, summary, basis, certain, why, examples } = rule
  const ground = basis ? `依据：${basis}` : certain ? `认定理由：${certain}` : null
  return [
    `## ${id}`,
    `${SEVERITIES[severity]}${isFixable(rule) ? '，可用 `--fix` 改' : ''}。${summary}。`,
    ...(ground ? [`${ground}。`] : []),
    why,
    '### 错误的例子',
    ...examples.wrong.flatMap(wrong),
    '### 正确的例子',
    ...examples.right.flatMap(right),
  ]
}

/** `docs/rules.md`: every rule with its reasons and examples. */
export function rulesDocument(rules: Rule[]): string {
  const head = [
    '# 检查规则',
    `共 ${rules.length} 条。由 \`npm run generate\` 从规则本身生成，例子都经过测试。\`npx fazhi rules 规则名\` 显示其中一条。`,
    rulesTable(rules, '#'),
  ]
  return `${[...head, ...rules.flatMap(chapter)].join('\n\n')}\n`
}

const HEADS = { zh: '| 规则 | 级别 | 可改 | 指出 |', en: '| rule | level | fix | finds |' }

/** The catalogue as a table; names link to the document. */
export function rulesTable(rules: Rule[], document: string, language: keyof typeof HEADS = 'zh'): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${document === '#' ? '' : document}#${rule.id}) | ${SEVERITIES[rule.severity]} | ${isFixable(rule) ? '✓' : ''} | ${rule.summary} |`,
  )
  return [HEADS[language], '|---|---|---|---|', ...rows].join('\n')
}

/** A text with what stands between the two marks of a name replaced. Throws where the marks are not there. */
export function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  if (start < 0 || end < start) throw new Error(`no ${open} … ${close}`)
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`
}
