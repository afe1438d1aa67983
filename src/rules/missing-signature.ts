import type { Rule } from '../finding.js'

export const missingSignature: Rule = {
  id: 'missing-signature',
  severity: 'info',
  basis: 'GB/T 9704—2012 7.3.5',
  summary: '没有发文机关署名',
  why: '正式报送的报告要有署名。公开的网页副本常常略去，可不补。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n2024年1月25日\n',
          message: '没有找到署名，可能是复制或转换时丢失。报送稿请在正文之后、成文日期之上写明发文机关全称。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n',
          message: '没有找到署名，可能是复制或转换时丢失。报送稿请在正文之后、成文日期之上写明发文机关全称。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2024年1月25日\n',
        },
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n一、主要做法\n\n审查文件32件。\n\n青禾区司法局　2024年1月25日\n',
        },
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n一、主要做法\n\n审查文件32件。\n\n青禾区司法局\n\n二〇二四年一月二十五日\n\n（此件公开发布）\n',
        },
      ],
    }
  },
  *check({ violations, demands, blocks }) {
    if (!violations.some(({ path, property }) => path === '' && property === 'signature')) return
    const field = demands.fields['signature']
    const own = blocks.filter(({ role }) => role !== 'annex')
    const last = own.at(-1)
    yield {
      message: `没有找到署名，可能是复制或转换时丢失。报送稿请${field?.guidance ?? '补上署名。'}`,
      at: last ? { block: last, from: last.text.length - 1 } : null,
      severity: field?.severity ?? 'info',
    }
  },
}
