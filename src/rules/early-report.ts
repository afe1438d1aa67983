import type { Rule } from '../finding.js'
import { spokenDate } from '../text/dates.js'

export const earlyReport: Rule = {
  id: 'early-report',
  severity: 'info',
  basis: null,
  summary: '日期早于报告年度结束',
  why: '报告的是全年情况，年度未完就成文，数字往往不全；也可能是年份写错。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2023年11月25日\n',
          message: '成文日期（2023年11月25日）早于2023年年底，请核对日期、年度和全年数字。',
        },
        {
          draft:
            '云溪县2023年法治政府建设年度报告\n\n发布日期：2023-01-15　来源：县司法局\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
          message: '公开日期（2023年1月15日）早于2023年年底，请核对日期、年度和全年数字。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2024年1月5日\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2023年12月31日\n',
        },
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n2023年1月15日召开推进会。\n' },
      ],
    }
  },
  *check({ report, blocks }) {
    const { year, signedOn, publishedOn } = report
    const [what, date] = signedOn ? ['成文日期', signedOn] : ['公开日期', publishedOn]
    if (!date || year === undefined || date >= `${year}-12-31`) return
    const block = blocks.find(({ role }) => role === 'date')
    yield {
      message: `${what}（${spokenDate(date)}）早于${year}年年底，请核对日期、年度和全年数字。`,
      at: block && signedOn ? { block } : null,
    }
  },
}
