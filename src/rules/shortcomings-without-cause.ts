import type { Rule } from '../finding.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'

/** Words that name a cause; 因地制宜, 因此 and the like do not. */
const CAUSE =
  /原因|由于|源于|源自|背后|所致|之所以|因素|归根|究其|追其根|根本(?:上|在于)|(?:主要|关键|问题|核心)在于|，主要是(?!一是|[\uff1a:])|因而|以致|使得|直接相关|密切相关|直接有关|不无关系|有(?:直接|一定|很大)?关系|密不可分|说到底|加之|归咎|缘于|起因|成因|造成|导致|致使|根源|根子|归因|归结|因为|症结|受制于|受限于|受[^，。；,;]{1,16}(?:影响|制约|限制)|(?<![原成起病基诱外内死])因(?!地|此|势|时|材|应|子|素|果|而|公|私|人而异|人施|人制|案|村|企|事)/

export const shortcomingsWithoutCause: Rule = {
  id: 'shortcomings-without-cause',
  severity: 'warning',
  basis: '《法治政府建设与责任落实督察工作规定》第二十五条',
  summary: '只写不足，没有写原因',
  why: '规定要求报告的是“存在的不足和原因”，两半都要有。只列现象、不说原因，下一年的安排也就没有针对性。',
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
    if (text === '' || isOnlyPlaceholders(text) || CAUSE.test(text)) return
    const whose = spec.basis ? `${spec.basis}要求报告“不足和原因”，` : ''
    yield {
      message: `“${content.section.heading}”只写了不足，没有写原因。${whose}请逐条补上，如“……，主要原因是……”。`,
      at: { block: content.section.block },
      severity: spec.severity === 'info' ? 'info' : 'warning',
      basis: spec.basis,
    }
  },
}
