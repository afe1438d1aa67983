import type { Anchor, Rule } from '../finding.js'
import type { Block } from '../model.js'
import { matchesOf } from '../text/matches.js'
import { headedTest } from '../text/pattern-search.js'

/** What a zero before a month or day looks like; most reports have none of it and need no closer look. */
const hasZero = headedTest('0\uff10', /[0\uff10][1-9\uff11-\uff19][月日]/)

/** A date with its year and month, as far as they stand there; the zeros are looked for in it. */
const DATE =
  /(?<![\d.\uff10-\uff19/-])(?:[\d\uff10-\uff19]{4}年)?[\d\uff10-\uff19]{1,2}月(?:[\d\uff10-\uff19]{1,2}日?(?:[-\u2013\u2014~\uff5e至]{1,2}[\d\uff10-\uff19]{1,2}日)?)?/g

const ZERO = /(?<![\d\uff10-\uff19])[0\uff10](?=[1-9\uff11-\uff19](?![\d\uff10-\uff19]))/g

/** Examples quoted in the message. */
const QUOTED = 3

interface PaddedDate {
  printed: string
  right: string
  index: number
  at: Anchor
  /** The zeros that go. */
  zeros: Anchor[]
}

function datesIn(text: string): PaddedDate[] {
  const dates: PaddedDate[] = []
  for (const { 0: printed, index } of matchesOf(text, DATE)) {
    const zeros = matchesOf(printed, ZERO).map(({ index: offset }): Anchor => {
      const start = index + offset
      return { text: { start, end: start + 1 } }
    })
    if (zeros.length === 0) continue
    const at = { text: { start: index, end: index + printed.length } }
    dates.push({ printed, right: printed.replace(ZERO, ''), index, at, zeros })
  }
  return dates
}

/** Whether it stands before the title, where a website prints its clock. */
function isFront(blocks: Block[], index: number): boolean {
  return blocks.some(({ role, at, text }) => role === 'front' && at <= index && index < at + text.length)
}

export const zeroPaddedDate: Rule = {
  id: 'zero-padded-date',
  severity: 'warning',
  basis: '《党政机关公文格式》（GB/T 9704—2012）7.3.5.4',
  summary: '月、日前面多写了0',
  why: '公文的日期用阿拉伯数字标全年、月、日，年份标全称，月、日不编虚位，即1不写成01。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2024年01月05日\n',
          message: '“2024年01月05日”的月、日前面不加0（GB/T 9704—2012：月、日不编虚位），请改为“2024年1月5日”。',
          fixed:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n石桥镇人民政府\n\n2024年1月5日\n',
        },
        {
          draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n03月15日现场普法，2023年06月组织培训2期。\n',
          message:
            '“03月15日”“2023年06月”等2处日期的月、日前面不加0（GB/T 9704—2012：月、日不编虚位），请改为“3月15日”“2023年6月”。',
          fixed: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n3月15日现场普法，2023年6月组织培训2期。\n',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n10月20日8:05开会，服务时间为08:30至17:00。\n',
        },
        {
          draft:
            '---\npublishedOn: 2024-01-05\n---\n\n# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n数据更新至2023-12-05。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n5月1日至3日、11月10—20日集中宣传，12.05万人次受益。\n',
        },
      ],
    }
  },
  *check({ text, blocks }) {
    if (!hasZero(text)) return
    const dates = datesIn(text).filter(({ index }) => !isFront(blocks, index))
    const [first, ...others] = dates
    if (!first) return
    const some = dates.slice(0, QUOTED)
    const quotes = (key: 'printed' | 'right'): string => some.map((date) => `“${date[key]}”`).join('')
    const count = dates.length > 1 ? `等${dates.length}处日期` : ''
    yield {
      message: `${quotes('printed')}${count}的月、日前面不加0（GB/T 9704—2012：月、日不编虚位），请改为${quotes('right')}${dates.length > QUOTED ? '等' : ''}。`,
      at: first.at,
      related: others.map(({ at }) => at),
      fix: dates.flatMap(({ zeros }) => zeros.map((at) => ({ at, text: '' }))),
    }
  },
}
