import type { Anchor, Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { mayHavePlaceholders, placeholdersIn } from '../text/placeholders.js'

/** Examples quoted in the message. */
const QUOTED = 3

function* placeholders(draft: Draft): Generator<Problem> {
  if (!mayHavePlaceholders(draft.text)) return
  const found = draft.blocks.flatMap((block) =>
    placeholdersIn(block.text).map(({ start, end }) => ({
      at: { block, from: start, to: end },
      text: block.text.slice(start, end),
    })),
  )
  const [first, ...others] = found
  if (!first) return
  const quotes = [...new Set(found.map(({ text }) => text))].slice(0, QUOTED).map((text) => `“${text}”`)
  yield {
    message: `有${found.length}处没有填写：${quotes.join('')}${found.length > quotes.length ? '等' : ''}，请填好或删去。`,
    at: first.at,
    related: others.map(({ at }): Anchor => at),
  }
}

function* guidance({ comments }: Draft): Generator<Problem> {
  const spans = comments.flatMap(({ value, position }) => {
    const start = position?.start.offset
    const end = position?.end.offset
    return /<!--\s*fazhi-/.test(value) || start === undefined || end === undefined ? [] : [{ span: { start, end } }]
  })
  const [first, ...others] = spans
  if (!first) return
  yield {
    message: `文中留有${spans.length}处填写说明（<!-- … -->），定稿前请删去。`,
    at: first,
    severity: 'info',
    related: others,
  }
}

export const unfilledPlaceholder: Rule = {
  id: 'unfilled-placeholder',
  severity: 'error',
  basis: null,
  certain: '占位符不会是定稿的内容',
  summary: '占位没有填写，或填写说明没有删去',
  why: '“XX件”“××区”“【请填写】”留在公开的报告里，是最常见、最不应出现的差错。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件XX件，化解行政争议××件，办结率达【请填写】。\n',
          message: '有3处没有填写：“XX”“××”“【请填写】”，请填好或删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n\n云溪县人民政府\n\n2024年X月X日\n',
          message: '有2处没有填写：“X”等，请填好或删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n<!-- 写清做了什么 -->\n\n审查规范性文件32件。\n',
          message: '文中留有1处填写说明（<!-- … -->），定稿前请删去。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n推广“互联网+监管”，播出“某某说法”12期，面积3×5米。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n二〇〇三年以来首次修订，构建“1+6+X”体系。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n按云政发〔2023〕12号文件（见附件）执行。\n',
        },
      ],
    }
  },
  *check(draft) {
    yield* placeholders(draft)
    yield* guidance(draft)
  },
}
