import type { Rule } from '../finding.js'
import { inQuotes } from '../text/quote.js'

export const mergedSection: Rule = {
  id: 'merged-section',
  severity: 'info',
  basis: '《法治政府建设与责任落实督察工作规定》第二十五条',
  summary: '两项内容合写在一个标题下',
  why: '规定逐项列出报告内容，没有要求各写一节。合写不算错，但分开写更便于读者和督察单位逐项查找，也不容易写漏其中一项。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查规范性文件32件。\n\n## 二、存在问题及下一步工作计划\n\n力量不足，原因是编制少。下一步充实队伍。\n',
          message:
            '“不足和原因”与“下一年度安排”合写在“二、存在问题及下一步工作计划”下。可以合写，分成两节更便于逐项查找，也不容易写漏。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措、成效和不足\n\n调解纠纷120件。存在力量不足的问题，原因是编制少。\n\n## 二、下一步打算\n\n充实队伍。\n',
          message:
            '“主要举措和成效”与“不足和原因”合写在“一、主要举措、成效和不足”下。可以合写，分成两节更便于逐项查找，也不容易写漏。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、存在的不足和原因\n\n力量不足，原因是编制少。\n\n## 二、下一步打算\n\n充实队伍。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况\n\n镇长带头学法4次。\n',
        },
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n调解纠纷120件，成效明显。\n' },
      ],
    }
  },
  *check({ contents, demands }) {
    const seen = new Set<unknown>()
    for (const { state, section, key, with: others } of contents) {
      if (state !== 'merged' || section === null || seen.has(section)) continue
      seen.add(section)
      const keys = new Set([key, ...others])
      const titles = demands.contents.filter((spec) => keys.has(spec.key)).map(({ title }) => `“${title}”`)
      const parts = titles.length === 2 ? '两节' : '几节'
      yield {
        message: `${titles.join('与')}合写在${inQuotes(section.heading)}下。可以合写，分成${parts}更便于逐项查找，也不容易写漏。`,
        at: { block: section.block },
        basis: demands.contents.find((spec) => spec.key === key)?.basis ?? null,
      }
    }
  },
}
