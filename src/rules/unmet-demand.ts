import type { Rule } from '../finding.js'
import type { Draft, Violation } from '../model.js'

/** Complaints that a rule of their own puts into words. */
function isOwned({ path, keyword, property }: Violation, { contents }: Draft): boolean {
  if (path === '')
    return keyword === 'anyOf' || ['title', 'signature', 'signedOn', 'publishedOn', 'sections'].includes(property ?? '')
  if (path === '/sections') return keyword === 'required'
  const key = /^\/sections\/([^/]+)\/text$/.exec(path)?.[1]
  const content = contents.find((each) => each.key === key)
  return content?.blocks.every(({ text }) => text.trim() === '') ?? false
}

/** What the complaint is about, in the schema's words. */
function nameOf({ path, property }: Violation, { demands }: Draft): string {
  const [, key = '', content = ''] = path.split('/')
  if (key === 'sections') return demands.contents.find((each) => each.key === content)?.title ?? content
  return demands.fields[property ?? key]?.title ?? property ?? key
}

export const unmetDemand: Rule = {
  id: 'unmet-demand',
  severity: 'warning',
  basis: null,
  summary: '不符合本地补充要求里的其他规定',
  why: '用 --schema 叠加的要求不止于增加内容，也可以要求写主送机关、限定年度。不符合的，逐项指出。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '---\nkind: township\nsignedOn: 2024-01-25\nyear: 1990\n---\n\n# 石桥镇法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n',
          schema: { properties: { year: { minimum: 2019 } } },
          message: '“报告年度”不符合补充要求的规定，请核对。',
        },
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n',
          schema: { required: ['addressee'] },
          message: '没有找到“主送机关”。补充要求规定必须写明，请补上。',
        },
      ],
      right: [
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n' },
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n县委、县政府：\n\n## 一、主要做法\n\n调解纠纷120件。\n',
          schema: { required: ['addressee'] },
        },
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n',
          schema: { properties: { year: { minimum: 2019 } } },
        },
      ],
    }
  },
  *check(draft) {
    const told = new Set<string>()
    for (const violation of draft.violations) {
      const name = nameOf(violation, draft)
      if (isOwned(violation, draft) || told.has(name)) continue
      told.add(name)
      const message =
        violation.keyword === 'required'
          ? `没有找到“${name}”。补充要求规定必须写明，请补上。`
          : `“${name}”不符合补充要求的规定，请核对。`
      yield { message, at: null }
    }
  },
}
