import type { Problem, Rule } from '../finding.js'
import { percentagesIn } from '../text/percentages.js'
import { quoted } from '../text/quote.js'
import { runStart } from '../text/sentences.js'

/** The upper end of 95%—105% is no rate of its own. */
const SPAN = /[\d%\uff05][—\-~\uff5e至]$/
/** Marks that end what goes before. */
const MARKS = ',\uff0c。;\uff1b、\n(\uff08:\uff1a'
/** Units before the number in which its rate is named. */
const REACH = 30
/** What stands between the name of a rate and its number. */
const LINK =
  '(?:仍|均|都|也|已|就|全部|分别|平均|保持|稳定|维持|始终|一直|持续)*(?:为|是|达到?了?|在|至|到|高达|提[高升][到至]|上升[到至]|升至)*约?'
const RATE = new RegExp(
  `(?:出庭(?:应诉)?|办[结复理]|结案|审结|审[查核]|备案|报备|满意|好评|覆盖|公[开示布]|合格|成功|及时|持证(?:上岗)?|建成|达标|答复|回复|整改|化解|采纳|反馈|知晓|面商|调解|调撤|纠错|败诉|胜诉|优秀|通过|参考|网办|可办|受理|处置|响应|规范|准确|查处|破案|归档|履行|录入|上线|进驻|签收|办件|出具)(?:率|度)${LINK}$`,
)
const OTHER_RATE = new RegExp(`(?:[\\u4e00-\\u9fff]率|占比|占[^占]{1,14}的|占)${LINK}$`)
/** Changes, goals and ratios of amounts, which may well exceed 100%. */
const UNBOUNDED =
  /增|升|提高|降|减|长|翻番|同比|环比|较|比(?!例|率)(?<!占比)|压缩|扩大|完成|执行率|达产|任务|目标|计划|预算|入库|贡献|负债|杠杆|入学率|周转|回报|收益|利用率|使用率|负荷|溢价|超额|偿|拨备/
/** From one level to another: the second is a level, no change. */
const TO_LEVEL = /(?:[由从][^,\uff0c]{1,14})?(?:提[高升]|上升|增[加长]?|升)[到至]$/

export const percentageOver100: Rule = {
  id: 'percentage-over-100',
  severity: 'error',
  basis: null,
  certain: '出庭率、办结率这类比率是部分占全部的比，不可能超过百分之百',
  summary: '不可能超过100%的比率超过了100%',
  why: '办结的不会多于受理的，满意的不会多于评价的。超过100%，不是数字错了，就是分母选错了。',
  examples: {
    wrong: [
      {
        draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n受理诉求412件，按期办结率102.3%。\n',
        message: '“按期办结率102.3%”超过了100%，这类比率最高是100%。请核对数字。',
      },
      {
        draft:
          '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n行政规范性文件审查率、备案率均为105%。\n',
        message: '“备案率均为105%”超过了100%，这类比率最高是100%。请核对数字。',
      },
      {
        draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n全部纠纷中，邻里纠纷占112%。\n',
        message: '“邻里纠纷占112%”超过了100%，部分占全部的比通常不会超过100%。请核对数字。',
      },
    ],
    right: [
      {
        draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n办件量同比增长213%，办结率100%。\n',
      },
      {
        draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n年度任务完成率112%，预算执行率103%。\n',
      },
      {
        draft:
          '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n调解案件数达到上年的120%，调解成功率较上年提高110%。\n',
      },
    ],
  },
  *check({ text }): Generator<Problem> {
    for (const { start, end } of percentagesIn(text)) {
      if (end - start < 3 || Number(text.slice(start, end)) <= 100) continue
      if (SPAN.test(text.slice(start - 2, start))) continue
      const printed = text.slice(start, end + 1)
      const lead = text.slice(runStart(text, start, MARKS, REACH), start).trimStart()
      const level = lead.replace(TO_LEVEL, '')
      if (UNBOUNDED.test(level)) continue
      const isBounded = RATE.test(level)
      if (!isBounded && !OTHER_RATE.test(level)) continue
      const what = isBounded ? '这类比率最高是100%' : '部分占全部的比通常不会超过100%'
      yield {
        message: `${quoted(lead + printed)}超过了100%，${what}。请核对数字。`,
        at: { text: { start: start - lead.length, end: end + 1 } },
        severity: isBounded ? 'error' : 'warning',
      }
    }
  },
}
