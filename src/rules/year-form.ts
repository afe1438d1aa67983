import type { Anchor, Rule } from '../finding.js'
import { matchesOf } from '../text/matches.js'
import { runStart } from '../text/sentences.js'
import { firstPlace, nextPlace } from '../text/units.js'

/** Examples quoted in the message. */
const QUOTED = 3

/** Two digits and 年, not the end of a longer number, not ’22年. */
const SHORT = /(?<![\d.,\uff10-\uff19'’‘`~\u2013\u2014-])(\d\d)(?:[-\u2013\u2014~\uff5e至](\d\d))?年/g

/** What is put for 至 or a long dash between years. */
const BETWEEN = /[-\u2013~\uff5e]/

const YEAR = '年'.charCodeAt(0)

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether two digits and no more stand before a 年; most reports write four. */
function mayBeShort(text: string): boolean {
  for (let at = firstPlace(text, YEAR); at >= 0; at = nextPlace(at)) {
    const isTwo = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at - 2))
    if (isTwo && !isDigit(text.charCodeAt(at - 3))) return true
  }
  return false
}

/** What a date goes on with: 21年6月, 19年底, 22年度; never 22年底蕴, 20年初心, 22年度过. */
const DATE_AFTER =
  /^(?:\d{1,2}月|年?底(?![蕴线气子色层座])|年?末|年?初(?![心衷中级始])|度(?![过假])|上半年|下半年|第?[一二三四]季度)/
/** What a span or number before it makes of it: 连续22年底, 有期徒刑12年6月. */
const COUNT_BEFORE =
  /(?:第|近|约|满|超|逾|达|共|判|历时|连续|累计|坚持|工作|从事|从业|从警|从教|任职|服务|使用|间隔|[刑役制期龄余前后]|[有为])$/

/** What may stand before a year in a sentence: 较22年, 截至23年, 自21年. */
const YEAR_BEFORE = /(?:较|相?比|与|同|截[至止]到?|对照)$/
/** A length of time: 20年来, 22年间, 20年的, 22年如一日. */
const LENGTH_AFTER = /^(?:[来间前后里内多余的如时历之]|以[上内下前后]|期|左右|周年|不[变懈]|风雨|磨|树龄)/
const SINCE_BEFORE = /(?:自从?|从)$/
const SINCE_AFTER = /^(?:以来|起|开始|至今|到)/

/** How a clause about a year goes on: 22年全县共…, 22年,我局… */
const ACCOUNT_AFTER =
  /^(?:[\uff0c,、]?(?:全[省市州县区镇乡街局厅委系年]|我[省市州县区旗镇乡街局厅委办]|本[省市州县区镇乡街局]|[省市县区镇乡]委|[省市县区镇乡]政府|街道|共|累计|组织|开展|召开|受理|办理|审查|审核|调解|化解|新增|完成|制定|出台|印发|举办|查处|立案|将|计划|法治|重点|工作|各)|[\uff0c,])/
const CLAUSE_BEFORE = /(?:^|[\n\u3002\uff1b;\uff0c,\uff1a:(\uff08\u201c]|[一二三四五六七八九]是|其中)$/

/** Part of a year: 24年秋季学期, 24年暑假. */
const PART_AFTER = /^(?:[春夏秋冬]季|[春秋](?:学期|招)|[寒暑]假)/
/** Whose account the clause goes on with behind the year: 调委会24年共受理, 我局24年立案. */
const WHOSE_BEFORE = /(?:[局委厅会处院队所站街镇乡县区市旗村]|中心|部门|单位|机关|政府|办公室|系统|社区|学校)$/
const DONE_AFTER =
  /^[\uff0c,]?(?:全年|共(?!同|建|享)|累计|组织|开展|召开|受理|办理|审查|审核|调解|化解|新增|制定|出台|印发|举办|查处|立案|审结|办结)/
/** A clause about how long something lasted: 扎根街道24年共调解, 成立调委会24年. */
const LASTING =
  /[在于]|扎根|坚守|驻守|守护|工作|从事|从业|担任|任职|任|干|成立|组建|建立|设立|成为|加入|进入|来到|服务|退休/
/** Whose plan or task it is: 制定24年法治工作要点. */
const TASK_BEFORE = /(?:制定|印发|出台|编制|完成|部署|落实|总结|谋划|研究|列入|纳入|审议|下发|明确)了?$/
const TASK_AFTER =
  /^(?:[县区市镇乡]?(?:法治|普法|立法|执法|依法|行政|重点|民生|学法|工作(?:要点|计划|安排|任务|总结|报告)))/

/** Longest way back to the head of a clause. */
const REACH = 60
const CLAUSE_ENDS = '\n\u3002\uff1b;\uff0c,\uff1a:'

/** Years back and ahead that a report speaks of in an account. */
const BACK = 5
const AHEAD = 2

/** Whether two digits are a year a report of this time speaks of. */
function isNear(digits: string, year: number | undefined): boolean {
  const value = 2000 + Number(digits)
  return year === undefined ? value >= 2015 && value <= 2030 : value >= year - BACK && value <= year + AHEAD
}

/** Whether two digits are the report's year or one beside it, where it tells its year. */
function isBeside(digits: string, year: number | undefined): boolean {
  return year !== undefined && Math.abs(2000 + Number(digits) - year) <= 1
}

/** Whether 21-22年 is a span of years: close by, and one after the other. */
function isSpan(first: string, second: string, year: number | undefined): boolean {
  const length = Number(second) - Number(first)
  return length >= 1 && length <= 4 && isNear(first, year) && isNear(second, year)
}

function isYear(
  before: string,
  digits: string,
  second: string | undefined,
  after: string,
  year: number | undefined,
  clause: string,
): boolean {
  if (COUNT_BEFORE.test(before)) return false
  if (second !== undefined) return isSpan(digits, second, year) && !/^(?:以[上内]|左右|不等)/.test(after)
  if (LENGTH_AFTER.test(after)) return false
  if (DATE_AFTER.test(after)) return Number(digits) <= ((year ?? 2030) + AHEAD) % 100
  if (!isNear(digits, year)) return false
  if (SINCE_BEFORE.test(before)) return SINCE_AFTER.test(after)
  if (/^以来/.test(after)) return false
  if (PART_AFTER.test(after) || (TASK_BEFORE.test(before) && TASK_AFTER.test(after))) return true
  if (isBeside(digits, year) && WHOSE_BEFORE.test(before) && DONE_AFTER.test(after) && !LASTING.test(clause))
    return true
  return YEAR_BEFORE.test(before) || (CLAUSE_BEFORE.test(before) && ACCOUNT_AFTER.test(after))
}

export const yearForm: Rule = {
  id: 'year-form',
  severity: 'warning',
  basis: '《出版物上数字用法》（GB/T 15835—2011）',
  summary: '年份只写了后两位',
  why: '公文里的年份标全称，写四位数字；“22年”既像年份又像时长，容易误读。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2022年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n22年全县共审查文件32件。\n',
          message: '“22年”的年份要写四位，请改为“2022年”。',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n县调委会22年共受理纠纷120件，22年秋季学期起开设法治课，印发22年普法计划。\n',
          message: '“22年”等3处年份要写四位，请改为“2022年”。',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n21年6月启动改革，较21年增长5%，对21-22年的文件逐件梳理。\n',
          message: '“21年”“21-22年”等3处年份要写四位，请改为“2021年”“2021—2022年”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n邀请工作22年的老调解员授课，22年来调解无一反复，扎根街道22年共调解纠纷1300件。\n',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n实施三年行动，连续20年开展宣传，1人被判处有期徒刑12年6个月。\n',
        },
        {
          draft:
            '# 云溪县2022年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n“法治云溪’22年度之星”评选揭晓，二十二年如一日坚守岗位。\n',
        },
      ],
    }
  },
  *check({ text, report }) {
    if (!mayBeShort(text)) return
    const found: { printed: string; right: string; at: Anchor }[] = []
    for (const { 0: printed, 1: digits = '', 2: second, index } of matchesOf(text, SHORT)) {
      const end = index + printed.length
      const before = text.slice(Math.max(0, index - 4), index)
      const clause = text.slice(runStart(text, index, CLAUSE_ENDS, REACH), index)
      if (!isYear(before, digits, second, text.slice(end, end + 8), report.year, clause)) continue
      const right = printed.replace(/\d\d/g, '20$&').replace(BETWEEN, '\u2014')
      found.push({ printed, right, at: { text: { start: index, end } } })
    }
    const [first, ...others] = found
    if (!first) return
    const quotes = (key: 'printed' | 'right'): string =>
      [...new Set(found.map((each) => `“${each[key]}”`))].slice(0, QUOTED).join('')
    const count = others.length > 0 ? `等${found.length}处` : '的'
    yield {
      message: `${quotes('printed')}${count}年份要写四位，请改为${quotes('right')}。`,
      at: first.at,
      related: others.map(({ at }) => at),
    }
  },
}
