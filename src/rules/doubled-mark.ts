import type { Problem, Rule } from '../finding.js'
import { matchesOf } from '../text/matches.js'
import { quoted } from '../text/quote.js'
import { anySign } from '../text/units.js'

/** Marks that part or end clauses, side by side; ！！ and ？？ may be doubled for force, …… and —— are one mark. */
const RUN = /[,\uff0c、\u3002;\uff1b:\uff1a]{2,}/g
const hasRun = anySign('[,\uff0c、\u3002;\uff1b:\uff1a][,\uff0c、\u3002;\uff1b:\uff1a]')
const NARROW: Record<string, string> = { '\uff0c': ',', '\uff1b': ';', '\uff1a': ':' }
const CHINESE = /[\u3400-\u9fff\u2018-\u201d\u3001-\u3011\uff01-\uff60%\d]/
/** Findings of one file. */
const MOST = 20

interface Run {
  index: number
  text: string
}

/** &rdquo; and &#8221;, whose ; is none. */
const ENTITY = /&#?[A-Za-z\d]{2,8};$/

/** Whether the run stands in Chinese text; std::x does not. */
function isChinese(text: string, { index, text: run }: Run): boolean {
  if (run.startsWith(';') && ENTITY.test(text.slice(Math.max(0, index - 10), index + 1))) return false
  if (/[^,;:]/.test(run)) return true
  return CHINESE.test(text[index - 1] ?? '') && /[\u3400-\u9fff\u201c\u300a\n]/.test(text[index + run.length] ?? '\n')
}

const isOneMark = ({ text }: Run): boolean => new Set([...text].map((mark) => NARROW[mark] ?? mark)).size === 1

/** 。。。 may be meant for ……, and of two different marks either may be meant. */
const isPlain = (run: Run): boolean => isOneMark(run) && !(run.text.startsWith('\u3002') && run.text.length > 2)

const before = (text: string, { index }: Run): string =>
  /[^\n\u201c\u201d]*$/.exec(text.slice(Math.max(0, index - 8), index))?.[0] ?? ''

function problemOf(text: string, run: Run): Problem {
  const { index, text: marks } = run
  const place = { text: { start: index, end: index + marks.length } }
  const where = before(text, run) === '' ? '' : `${quoted(before(text, run))}后面的`
  const first = marks[0] ?? ''
  if (isPlain(run))
    return {
      message: `${where}“${first}”重复了，请只留一个。`,
      at: place,
      // The first one stays as it is, narrow or wide.
      fix: [{ at: { text: { start: index + 1, end: index + marks.length } }, text: '' }],
    }
  const advice = isOneMark(run) ? '表示省略请用“……”，否则只留一个' : '请只留该用的一个'
  return { message: `${where}“${marks}”几个标点连在了一起，${advice}。`, at: place }
}

export const doubledMark: Rule = {
  id: 'doubled-mark',
  severity: 'error',
  basis: null,
  certain: '两个点号不会连用，只能是改稿时留下的',
  summary: '标点重复，或两个点号连在一起',
  why: '删改句子时最容易留下“，，”“。。”或“，。”。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n重大合同一律先审查后签订。。全年审查合同60份。\n',
          message: '“一律先审查后签订”后面的“。”重复了，请只留一个。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n重大合同一律先审查后签订。全年审查合同60份。\n',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查合同、、协议60份。\n',
          message: '“审查合同”后面的“、”重复了，请只留一个。',
          fixed: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查合同、协议60份。\n',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n开展宣讲、咨询……形式多样。——这是群众的评价。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n推广“有事好商量！！”热线；服务时间：8:30至17:30。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n把“，”“。”“；”用对：审查文件32件（含修订），合同60份。\n',
        },
      ],
    }
  },
  *check({ text }) {
    if (!hasRun(text)) return
    let left = MOST
    for (const match of matchesOf(text, RUN)) {
      const run = { index: match.index, text: match[0] }
      if (!isChinese(text, run)) continue
      if (left-- === 0) return
      yield problemOf(text, run)
    }
  },
}
