import type { Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { matchesOf } from '../text/matches.js'
import { leadingNumeral } from '../text/numerals.js'
import { anySign } from '../text/units.js'

/** Blanks as Word and web pages leave them, tabs and invisible ones too. */
const BLANKS = /[ \t\u00a0\u2000-\u200b\u3000\ufeff]+/g
const hasBlank = anySign(
  '[ \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u3000\ufeff]',
)
const WIDE = /[\t\u00a0\u2000-\u200b\u3000\ufeff]| {2}/
const HAN = /[\u4e00-\u9fff]/
/** Characters and marks between which no blank belongs. */
const BESIDE = /[\u4e00-\u9fff\uff0c\u3002\uff1b、]/
/** What makes a line prose rather than a list of names, a label or a signature. */
const PROSE = /[\uff0c\u3002\uff1b,;]/
/** Units after which a figure was lost: 培训  期, 第 条. */
const UNIT = /^[条款项期件次场人名份起户家届号元个万亿]/
/** 审核：… 电话：… */
const LABEL = /^[\u4e00-\u9fff]{2,6}[\uff1a:]/
const REACH = 30
/** Further places shown. */
const MOST = 100

/** Chinese characters right before and after the blanks. */
const runBefore = (text: string, at: number): string =>
  /[\u4e00-\u9fff]*$/.exec(text.slice(Math.max(0, at - REACH), at))?.[0] ?? ''
const runAfter = (text: string, at: number): string => /^[\u4e00-\u9fff]*/.exec(text.slice(at, at + REACH))?.[0] ?? ''

/** “乡村振兴 法治同行”: slogans and titles have two parts. */
function isQuoted(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - REACH), at)
  return (
    line.lastIndexOf('\u201c') > line.lastIndexOf('\u201d') || line.lastIndexOf('\u300a') > line.lastIndexOf('\u300b')
  )
}

/** A part of one character beside a longer one is no part of a slogan: “法治政府提升 年”. */
const isTorn = (before: string, after: string): boolean =>
  Math.min(before.length, after.length) === 1 && Math.max(before.length, after.length) > 2

/** Parts of about one length are set side by side on purpose; a heading's may differ a little. */
function isCouplet(before: string, after: string, slack: number): boolean {
  const [short, long] = [before.length, after.length].sort((a, b) => a - b) as [number, number]
  return short >= 4 && long - short <= slack
}

/** Whether the blanks at a place of the block's text are meant. */
function isMeant(block: Block, from: number, to: number): boolean {
  const { text, role } = block
  if (isQuoted(text, from)) return !isTorn(runBefore(text, from), runAfter(text, to))
  const rest = text.slice(to, to + REACH)
  const isLost = UNIT.test(rest) && (to - from > 1 || /[第共约达近计]$/.test(text.slice(0, from)))
  if (isLost || LABEL.test(rest)) return true
  if (role === 'heading') {
    const start = leadingNumeral(text)?.text.length ?? 0
    if (from < start || to <= start) return true
    return isCouplet(text.slice(start, from), text.slice(to), 2)
  }
  const before = runBefore(text, from)
  const after = runAfter(text, to)
  // 王 伟
  if (before.length === 1 && after.length === 1) return true
  return isCouplet(before, after, 0) || from < (leadingNumeral(text)?.text.length ?? 0)
}

/** Blanks inside Chinese text; wide ones between a character and a figure too. */
function isInside(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? ''
  const after = text[to] ?? ''
  // A blank after 。 parts a bold opening from its text.
  const isAfterStop = before === '\u3002' && !WIDE.test(text.slice(from, to))
  if (BESIDE.test(before) && BESIDE.test(after)) return !isAfterStop
  const isBesideFigure = (HAN.test(before) && /\d/.test(after)) || (/\d/.test(before) && HAN.test(after))
  return isBesideFigure && WIDE.test(text.slice(from, to))
}

interface Place {
  block: Block
  from: number
  to: number
}

function* strayBlanks({ text, blocks }: Draft): Generator<Place> {
  if (!hasBlank(text)) return
  let index = 0
  let judged = -1
  let isProse = false
  for (const { 0: blanks, index: at } of matchesOf(text, BLANKS)) {
    if (!isInside(text, at, at + blanks.length)) continue
    while ((blocks[index + 1]?.at ?? Infinity) <= at) index++
    const block = blocks[index] as Block
    const { role, node } = block
    if ((role !== 'body' && role !== 'heading' && role !== 'annex') || node.type === 'tableCell') continue
    if (judged !== index) {
      judged = index
      isProse = role === 'heading' || PROSE.test(block.text)
    }
    const from = at - block.at
    const to = from + blanks.length
    if (isProse && !isMeant(block, from, to)) yield { block, from, to }
  }
}

export const straySpace: Rule = {
  id: 'stray-space',
  severity: 'info',
  basis: null,
  summary: '中文里夹着多余的空格',
  why: '从网页、表格或扫描件复制来的文字常带空格，排版时一行会被拉开，检索也搜不到。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n健全工作机制，切实解决 群众急难愁盼问题。\n',
          message: '“切实解决 群众急难”中间多了空格，请删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n开展“法治政府建设提升 年”行动，补齐短板。\n',
          message: '“建设提升 年”行动”中间多了空格，请删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）化解矛盾 纠纷\n\n全县 调解纠纷120件，成功率 　98%以上。\n',
          message: '有3处中文里多了空格，第一处在“化解矛盾 纠纷”，请删去。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n开展“乡村振兴 法治同行”活动60场，举办《法治 你我他》展演。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、 主要举措和成效\n\n### （一） 提高政治站位 压实工作责任\n\n全年 2023 件次案件，签发人：王 伟。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n评查案卷60件，引入 AI 审查。\n\n云溪县司法局　青禾区司法局\n\n2024年1月25日\n',
        },
      ],
    }
  },
  *check(draft) {
    const places = [...strayBlanks(draft)]
    const [first, ...others] = places
    if (!first) return
    const { text } = first.block
    const around = `“${text.slice(Math.max(0, first.from - 4), first.from)} ${text.slice(first.to, first.to + 4)}”`
    yield {
      message:
        others.length === 0
          ? `${around}中间多了空格，请删去。`
          : `有${places.length}处中文里多了空格，第一处在${around}，请删去。`,
      at: first,
      related: others.slice(0, MOST),
    }
  },
}
