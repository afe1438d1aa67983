import type { Problem, Rule } from '../finding.js'
import type { Content, ContentSpec, Draft } from '../model.js'
import { withYears } from '../text/dates.js'
import { quoted } from '../text/quote.js'

const headingFor = ({ title, heading }: ContentSpec, year: number | undefined): string =>
  year === undefined ? title : withYears(heading, year)

function demand({ basis, duty }: ContentSpec): string {
  if (basis === null) return ''
  // 参照《……》 cannot demand anything itself.
  return basis.startsWith('参照') ? `${basis}，应当报告${duty}，` : `${basis}要求报告${duty}，`
}

function absent(draft: Draft, spec: ContentSpec): Problem {
  return {
    message: `缺少“${spec.title}”。${demand(spec)}请补写一节，标题可写“${headingFor(spec, draft.report.year)}”。${spec.guidance}`,
    at: null,
    severity: spec.severity,
    basis: spec.basis,
  }
}

function mentioned(spec: ContentSpec, content: Content): Problem {
  const quotes = content.mentions.slice(0, 2).map(({ text }) => quoted(text))
  return {
    message: `“${spec.title}”没有成节，只在文中提到：${quotes.join('')}。${demand(spec)}请单列一节，把这些内容写进去并展开。`,
    at: content.evidence ? { span: content.evidence.span } : null,
    severity: spec.severity === 'error' ? 'warning' : spec.severity,
    basis: spec.basis,
    related: content.mentions.slice(1).map(({ span }) => ({ span })),
  }
}

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'error',
  basis: '《法治政府建设与责任落实督察工作规定》第二十五条',
  summary: '缺少规定必须报告的内容',
  why: '年度报告应当包括主要举措和成效、不足和原因、党政主要负责人履行第一责任人职责情况、下一年度安排。缺一项，报告就不完整，会被退回；只有零星句子提到的，读者和督察单位很难找到。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县人民政府关于2023年法治政府建设情况的报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n\n## 二、存在的不足和原因\n\n一是基层执法力量不足，原因是编制少。\n\n## 三、2024年主要安排\n\n持续推进执法规范化建设。\n',
          message:
            '缺少“第一责任人履职”。《法治政府建设与责任落实督察工作规定》第二十五条要求报告上一年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况，请补写一节，标题可写“党政主要负责人履行推进法治建设第一责任人职责情况”。写清党政主要负责人当年如何履行第一责任人职责：主持会议研究、听取汇报、批示督办、带头学法、述法、出庭应诉各几次。',
        },
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。局党组主要负责人认真履行第一责任人职责，主持会议研究3次。\n\n## 二、存在的不足和原因\n\n一是执法力量不足，原因是编制少。\n\n## 三、2024年主要安排\n\n持续推进执法规范化建设。\n',
          message:
            '“第一责任人履职”没有成节，只在文中提到：“局党组主要负责人认真履行第一责任人职责，主持会议研究3次”。《法治政府建设与责任落实督察工作规定》第二十五条要求报告上一年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况，请单列一节，把这些内容写进去并展开。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县人民政府关于2023年法治政府建设情况的报告\n\n## 一、党政主要负责人履行第一责任人职责情况\n\n县长主持常务会议听取汇报2次。\n\n## 二、主要举措和成效\n\n审查规范性文件32件。\n\n## 三、存在的不足和原因\n\n执法力量不足，原因是编制少。\n\n## 四、2024年主要安排\n\n持续推进执法规范化建设。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n## 二、第一责任人履职情况\n\n镇长带头学法4次。\n\n## 三、存在问题及下一步打算\n\n执法力量不足，原因是编制少。下一步，充实队伍。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设情况报告\n\n## 一、完善行政决策制度\n\n公布重大行政决策事项3件。\n\n## 二、严格规范公正文明执法\n\n评查案卷60件。\n\n## 三、一把手履行法治建设职责情况\n\n县长述法1次。\n\n## 四、短板和弱项\n\n力量不足，原因是编制少。\n\n## 五、今后努力方向\n\n充实队伍。\n',
        },
      ],
    }
  },
  *check(draft) {
    for (const spec of draft.demands.contents.filter(({ required }) => required)) {
      const content = draft.contents.find(({ key }) => key === spec.key)
      const isMissing = draft.violations.some(({ path, property }) => path === '/sections' && property === spec.key)
      if (isMissing) yield absent(draft, spec)
      else if (content?.state === 'mentioned') yield mentioned(spec, content)
    }
  },
}
