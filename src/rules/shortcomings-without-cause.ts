import type { Rule } from '../finding.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'
import { inQuotes } from '../text/quote.js'
import { CAUSE } from './causes.js'

export const shortcomingsWithoutCause: Rule = {
  id: 'shortcomings-without-cause',
  severity: 'warning',
  basis: '《法治政府建设与责任落实督察工作规定》第二十五条',
  summary: '只写不足，没有写原因',
  why: '规定要求报告的是“存在的不足和原因”，不足和原因缺一不可。只列现象、不说原因，下一年的安排也就没有针对性。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、存在的不足\n\n一是普法针对性有待加强。二是执法力量还比较薄弱。\n\n## 二、2024年工作打算\n\n充实执法队伍。\n',
          message:
            '“一、存在的不足”只写了不足，没有写原因。《法治政府建设与责任落实督察工作规定》第二十五条要求报告“不足和原因”，请逐条补上，如“……，主要原因是……”。',
        },
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、存在的不足和原因\n\n基层执法人员不足，普法形式比较单一，需要因地制宜改进。\n',
          message:
            '“一、存在的不足和原因”只写了不足，没有写原因。《法治政府建设与责任落实督察工作规定》第二十五条要求报告“不足和原因”，请逐条补上，如“……，主要原因是……”。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、存在的不足\n\n执法力量薄弱，主要是因人员编制少、轮岗频繁。\n',
        },
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、存在的不足\n\n部分群众法律意识淡薄，造成调解难度大。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、存在问题及下一步打算\n\n执法力量薄弱。\n\n究其根源，编制多年未增。下一步充实队伍。\n',
        },
      ],
    }
  },
  *check({ contents, demands, blocks }) {
    const content = contents.find(({ key }) => key === 'shortcomings')
    const spec = demands.contents.find(({ key }) => key === 'shortcomings')
    if (!content?.section || !spec || blocks.length === 0) return
    const text = content.blocks.map((block) => block.text).join('')
    if (text === '' || CAUSE.test(text) || isOnlyPlaceholders(text)) return
    const whose = spec.basis ? `${spec.basis}要求报告“不足和原因”，` : ''
    yield {
      message: `${inQuotes(content.section.heading)}只写了不足，没有写原因。${whose}请逐条补上，如“……，主要原因是……”。`,
      at: { block: content.section.block },
      severity: spec.severity === 'info' ? 'info' : 'warning',
      basis: spec.basis,
    }
  },
}
