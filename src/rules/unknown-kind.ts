import type { Rule } from '../finding.js'

export const unknownKind: Rule = {
  id: 'unknown-kind',
  severity: 'info',
  basis: null,
  summary: '看不出是政府、部门还是乡镇街道的报告',
  why: '不同机关的报告要求略有不同。看不出类别时，只按各类共同的要求检查。机关类别在命令行里用 --kind 指明，在网页版里从“机关类别”中选。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n',
          message:
            '看不出这是政府、部门还是乡镇街道的报告，只按共同要求作了检查。请在标题里写明机关全称，或者在检查时指明机关类别。',
        },
        {
          draft: '# 关于2024年度法治政府建设情况的报告\n\n## 一、主要做法\n\n审查文件32件。\n\n2025年1月20日\n',
          message:
            '看不出这是政府、部门还是乡镇街道的报告，只按共同要求作了检查。请在标题里写明机关全称，或者在检查时指明机关类别。',
        },
      ],
      right: [
        { draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要做法\n\n审查文件32件。\n' },
        { draft: '# 2023年法治政府建设情况报告\n\n## 一、主要做法\n\n我局审查文件32件，我局执法人员全部持证。\n' },
        { draft: '---\nkind: township\n---\n\n# 2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n' },
      ],
    }
  },
  *check({ report }) {
    if (report.kind !== undefined) return
    yield {
      message:
        '看不出这是政府、部门还是乡镇街道的报告，只按共同要求作了检查。请在标题里写明机关全称，或者在检查时指明机关类别。',
      at: null,
    }
  },
}
