import type { Rule } from '../finding.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'

export const missingDate: Rule = {
  id: 'missing-date',
  severity: 'info',
  basis: 'GB/T 9704—2012 7.3.5',
  summary: '没有成文日期，也没有公开日期',
  why: '有日期才看得出是否按时报送、按时公开。网页上的副本常常丢了落款。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n',
          message:
            '没有找到成文日期和公开日期，可能是复制或转换时丢失。请在文末署名之下写明成文日期，如“2026年1月25日”。',
        },
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n',
          message:
            '没有找到成文日期和公开日期，可能是复制或转换时丢失。请在文末署名之下写明成文日期，如“2026年1月25日”。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2024年1月25日\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n（二〇二四年一月二十五日）\n\n## 一、主要做法\n\n调解纠纷120件。\n',
        },
        {
          draft:
            '石桥镇2023年法治政府建设年度报告\n\n发布日期：2024-01-25　来源：石桥镇\n\n一、主要做法\n\n调解纠纷120件。\n',
        },
      ],
    }
  },
  *check({ violations, demands, blocks }) {
    if (!violations.some(({ path, keyword }) => path === '' && keyword === 'anyOf')) return
    const own = blocks.filter(({ role }) => role !== 'annex')
    // 【请填写成文日期】 and 2025年2月XX日 are findings of their own.
    if (own.slice(-3).some(({ text, role }) => role === 'date' || isOnlyPlaceholders(text))) return
    const field = demands.fields['signedOn']
    const last = own.at(-1)
    yield {
      message: `没有找到成文日期和公开日期，可能是复制或转换时丢失。请${field?.guidance ?? '补上日期。'}`,
      at: last ? { block: last, from: last.text.length - 1 } : null,
      severity: field?.severity ?? 'info',
    }
  },
}
