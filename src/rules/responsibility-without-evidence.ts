import type { Rule } from '../finding.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'
import { inQuotes } from '../text/quote.js'

/** What shows that a person acted: a name of office, a meeting, a hearing, an approval, 述法. Source: 《党政主要负责人履行推进法治建设第一责任人职责规定》第四条 to 第七条. */
const EVIDENCE =
  /主要负责人|主要负责同志|主要领导|负责人|[“"]?一把手|(?<!总)书记|省长|市长|区长|县长|镇长|乡长|局长|厅长|主任|班子成员|领导班子|会议(?!精神)|常委会|常务会|党组会|党委会|听取|汇报|审议|批示|研究部署|专题研究|述法|(?:带头|集体|专题|会前|集中)学法|学法(?:会|活动|计划|\d)|述职|出庭|调研|督办|主持|部署会|推进会/

export const responsibilityWithoutEvidence: Rule = {
  id: 'responsibility-without-evidence',
  severity: 'warning',
  basis: '《党政主要负责人履行推进法治建设第一责任人职责规定》第四条',
  summary: '第一责任人部分没有写谁、开了什么会、做了什么',
  why: '这一部分要让人看到主要负责人做了什么。没有人、没有会议、没有听取汇报和述法，就只是口号。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、第一责任人履职情况\n\n切实履行法治建设职责，把法治建设摆在重要位置，推动各项任务落实落细。\n',
          message:
            '“一、第一责任人履职情况”没有写到具体的人和事。请写明主要负责人主持研究、听取汇报、批示督办、学法、述法、出庭应诉等情况，最好有次数。',
        },
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、履行第一责任人职责情况\n\n坚持高位推动，压紧压实责任，形成齐抓共管的良好格局。\n',
          message:
            '“一、履行第一责任人职责情况”没有写到具体的人和事。请写明主要负责人主持研究、听取汇报、批示督办、学法、述法、出庭应诉等情况，最好有次数。',
        },
      ],
      right: [
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、第一责任人履职情况\n\n镇长主持会议研究法治建设3次。\n' },
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、第一责任人履职情况\n\n年终述法实现全覆盖。\n' },
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、第一责任人履职情况\n\n【请填写第一责任人履职】\n' },
      ],
    }
  },
  *check({ contents, demands }) {
    const content = contents.find(({ key }) => key === 'responsibility')
    const spec = demands.contents.find(({ key }) => key === 'responsibility')
    if (!content?.section || !spec) return
    const text = content.blocks.map((block) => block.text).join('')
    if (text === '' || EVIDENCE.test(text) || isOnlyPlaceholders(text)) return
    yield {
      message: `${inQuotes(content.section.heading)}没有写到具体的人和事。请写明主要负责人主持研究、听取汇报、批示督办、学法、述法、出庭应诉等情况，最好有次数。`,
      at: { block: content.section.block },
      severity: spec.severity === 'info' ? 'info' : 'warning',
      ...(spec.severity === 'info' ? { basis: null } : {}),
    }
  },
}
