import type { Rule } from '../finding.js'

export const missingTitle: Rule = {
  id: 'missing-title',
  severity: 'warning',
  basis: 'GB/T 9704—2012 7.3.1',
  summary: '没有标题',
  why: '标题告诉读者这是谁、哪一年的报告。从网页复制或转换时，标题常常丢失。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '2023年，我县法治政府建设扎实推进，依法行政水平稳步提高，法治政府建设各项任务全面完成。\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message:
            '没有找到标题，可能是复制或转换时丢失。请在正文之前单独一行写明标题，如“××县人民政府关于××××年法治政府建设情况的报告”。',
        },
        {
          draft:
            '2023年，我局法治政府建设扎实推进，依法行政水平稳步提高，法治政府建设各项任务全面完成。\n\n一、主要做法\n\n审查规范性文件32件。\n\n二、问题和打算\n\n力量不足，原因是编制少。下一步充实队伍。\n',
          message:
            '没有找到标题，可能是复制或转换时丢失。请在正文之前单独一行写明标题，如“××县人民政府关于××××年法治政府建设情况的报告”。',
        },
      ],
      right: [
        { draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n' },
        {
          draft: '云溪县人民政府\n\n关于2023年度法治政府建设情况的报告\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
        },
        { draft: '---\ntitle: 云溪县2023年法治政府建设年度报告\n---\n\n一、主要举措和成效\n\n审查规范性文件32件。\n' },
      ],
    }
  },
  *check({ violations, demands }) {
    if (!violations.some(({ path, property }) => path === '' && property === 'title')) return
    const field = demands.fields['title']
    yield {
      message: `没有找到标题，可能是复制或转换时丢失。请${field?.guidance ?? '补上标题。'}`,
      at: null,
      severity: field?.severity ?? 'warning',
    }
  },
}
