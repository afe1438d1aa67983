import type { Rule } from '../finding.js'
import { inQuotes, quoted } from '../text/quote.js'

export const embeddedSection: Rule = {
  id: 'embedded-section',
  severity: 'warning',
  basis: '《法治政府建设与责任落实督察工作规定》第二十五条',
  summary: '规定单列的内容只是别的部分里的一个小标题',
  why: '规定把这几项并列为报告的内容。放在别的部分里当小标题，容易被看成没有报告，督察和评议时要翻找。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、工作完成情况\n\n### （一）认真履行法治建设第一责任人职责\n\n局长作为第一责任人主持党组会研究3次。\n\n### （二）规范行政执法\n\n评查案卷60件。\n',
          message:
            '“第一责任人履职”没有独立成节，只是小标题“（一）认真履行法治建设第一责任人职责”：“局长作为第一责任人主持党组会研究3次”。《法治政府建设与责任落实督察工作规定》第二十五条把它与其他内容并列，请提为一级标题，单独成节。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、工作开展情况\n\n### （一）规范执法\n\n评查案卷6件。\n\n### （二）正视“执法难”，存在的不足\n\n力量不够，原因是编制少。\n',
          message:
            '“不足和原因”没有独立成节，只是小标题“（二）正视‘执法难’，存在的不足”。《法治政府建设与责任落实督察工作规定》第二十五条把它与其他内容并列，请提为一级标题，单独成节。',
        },
      ],
      right: [
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、第一责任人履职情况\n\n镇长学法4次。\n' },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n### （一）压实法治建设责任\n\n各办所签订责任书12份。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n### （一）坚持问题导向，补齐短板\n\n排查纠纷120件。\n',
        },
      ],
    }
  },
  *check({ contents, demands }) {
    for (const { key, state, section, evidence } of contents) {
      const spec = demands.contents.find((each) => each.key === key)
      if (state !== 'embedded' || section === null || !spec?.required) continue
      const quote = evidence ? `：${quoted(evidence.text)}` : ''
      const demand = spec.basis ? `${spec.basis}把它与其他内容并列，` : ''
      yield {
        message: `“${spec.title}”没有独立成节，只是小标题${inQuotes(section.heading)}${quote}。${demand}请提为一级标题，单独成节。`,
        at: { block: section.block },
        severity: spec.severity === 'info' ? 'info' : 'warning',
        basis: spec.basis,
      }
    }
  },
}
