import type { Rule } from '../finding.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { matchesOf } from '../text/matches.js'

/** Two years with nothing, a blank or a mark of lost characters between; groups: before, first year, second year, after. */
const GLUED =
  /((?:19|20)\d\d)(年?[ \u00a0\u2002\u2003\u3000?\uff1f\u25a1\ufffd]{0,2})((?:19|20)\d\d)(年)?(?!\d|[.-]\d)/g

/** Whether two numbers of four digits stand as close as two such years, or as one number; most texts have none. */
function mayBeGlued(text: string): boolean {
  const { count, starts, ends } = numbersIn(text)
  let last = -4
  let wasLong = false
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    const end = ends[i] as number
    const isLong = end - start >= 4
    if (end - start >= 8 || (isLong && wasLong && start - last <= 3)) return true
    wasLong = isLong
    last = end
  }
  return false
}

/** The head of a longer number or code. */
const CODE_BEFORE = /[\dA-Za-z.-]$/

/** Longest span of a plan, in years. */
const LONGEST = 20

/** What stands before a span without 年: 《…规划20212025》. */
const PLAN_BEFORE = /(?:规划|纲要|计划|方案|意见|行动|措施|任务书)[(\uff08〔[]?$/
const BRACKET_BEFORE = /[(\uff08]$/
const BRACKET_AFTER = /^(?:年?)[)\uff09]/

export const lostDash: Rule = {
  id: 'lost-dash',
  severity: 'error',
  basis: null,
  certain: '没有八位数的年份',
  summary: '起止年份连在一起，中间的“—”丢了',
  why: '从网页或旧文档复制时，“2021—2025年”里的连接号常常丢失，变成“20212025年”。引用文件名称时尤其要紧。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，云溪县认真落实《法治政府建设实施纲要（20212025年）》。\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n',
          message: '“20212025年”把两个年份连在了一起，中间的连接号丢了（转换或复制时常会丢失），请改为“2021—2025年”。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n对照三年行动计划（2021 2023年）逐项销号。\n',
          message: '“2021 2023年”把两个年份连在了一起，中间的连接号丢了（转换或复制时常会丢失），请改为“2021—2023年”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n落实《法治政府建设实施纲要（2021—2025年）》和三年行动计划（2021-2023年）。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n咨询电话20232024，项目代码20212025，备案号（20212023）第5号。\n',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n比较2021年、2022年和2023年的数据。\n',
        },
      ],
    }
  },
  *check({ text }) {
    if (!mayBeGlued(text)) return
    for (const match of matchesOf(text, GLUED)) {
      const [glued, first = '', between = '', second = '', unit = ''] = match
      const span = Number(second) - Number(first)
      if (span <= 0 || span > LONGEST) continue
      const before = text.slice(Math.max(0, match.index - 4), match.index)
      if (CODE_BEFORE.test(before)) continue
      const after = text.slice(match.index + glued.length, match.index + glued.length + 2)
      const isNamed = PLAN_BEFORE.test(before)
      const isBracketed = BRACKET_BEFORE.test(before) && BRACKET_AFTER.test(after)
      // 2021 2025年 and 2021年2025年 may be years of a table or a list; 20212025 may be any code.
      const isCertain = between === '' ? unit !== '' || isNamed : unit !== '' && (isNamed || isBracketed)
      if (!isCertain) continue
      yield {
        message: `“${glued}”把两个年份连在了一起，中间的连接号丢了（转换或复制时常会丢失），请改为“${first}—${second}年”。`,
        at: { text: { start: match.index, end: match.index + glued.length } },
      }
    }
  },
}
