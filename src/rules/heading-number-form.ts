import type { Anchor, Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'

const HAN = '[一二三四五六七八九十]{1,3}'
const BLANK = '[ \\u00a0\\u3000]?'
/** What a numbered line goes on with; not （一）、（二）两项 and 1、2号楼. */
const TEXT = `(?=${BLANK}(?:[A-Za-z\\u3400-\\u9fff\\u2018\\u201c\\u300a]|20\\d{2}年))`
/** Groups: opening bracket, number, closing bracket, mark after it. */
const BRACKETED = new RegExp(
  `^([(\\uff08\\u3014]?)(${BLANK}(?:${HAN}|\\d{1,2})${BLANK})([)\\uff09\\u3015])(${BLANK}[、.\\uff0e,\\uff0c:\\uff1a])?${TEXT}`,
)
const ARABIC = new RegExp(`^([\\d\\uff10-\\uff19]{1,2}${BLANK})、${TEXT}`)
/** 一. 一, 一: in a heading, but not 一,二级响应. */
const PLAIN = new RegExp(`^(${HAN})${BLANK}([.\\uff0e,\\uff0c:\\uff1a])${TEXT}(?!${HAN}[、季级等类])`)

/** A numeral in the wrong form: which form it is, what it should be, and the edits in the text. */
interface Form {
  kind: string
  printed: string
  wanted: string
  edits: { from: number; to: number; text: string }[]
}

function bracketedForm(text: string, isHeading: boolean): Form | null {
  const match = BRACKETED.exec(text)
  if (!match) return null
  const [printed, open = '', number = '', close = '', mark = ''] = match
  const isHan = !/\d/.test(number)
  // 1) is common in lists; as a heading it should be （1）.
  if (open === '' && !isHan && !isHeading) return null
  const closeAt = open.length + number.length
  const isPair = open + close === '()' || open + close === '\uff08\uff09'
  const edits = [
    ...(isPair || open === '\uff08' ? [] : [{ from: 0, to: open.length, text: '\uff08' }]),
    ...(isPair || close === '\uff09' ? [] : [{ from: closeAt, to: closeAt + 1, text: '\uff09' }]),
    ...(mark ? [{ from: closeAt + 1, to: closeAt + 1 + mark.length, text: '' }] : []),
  ]
  if (edits.length === 0) return null
  const kind = `${isPair ? '' : open + close}${mark.trim()} ${isHan}`
  return { kind, printed, wanted: `\uff08${number.trim()}\uff09`, edits }
}

function arabicForm(text: string): Form | null {
  const match = ARABIC.exec(text)
  if (!match) return null
  const [printed, number = ''] = match
  const edits = [{ from: number.length, to: printed.length, text: '.' }]
  return { kind: '1、', printed, wanted: `${number.trim()}.`, edits }
}

function plainForm(text: string): Form | null {
  const match = PLAIN.exec(text)
  if (!match) return null
  const [printed, number = '', mark = ''] = match
  const edits = [{ from: printed.length - mark.length, to: printed.length, text: '、' }]
  return { kind: `一${mark}`, printed, wanted: `${number}、`, edits }
}

/** （一）健全, 一、主要: sound, which most numerals are; the other patterns are dear to compile. */
const SOUND = /^(?:\uff08[一二三四五六七八九十]{1,3}\uff09|[一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff]/
/** First characters of a line that may begin with a numeral. */
const FIRST = '一二三四五六七八九十(\uff08\u3014'

const mayBeNumbered = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) || FIRST.includes(text.charAt(0))
}

/** Numerals in a wrong form, of headings and of items that stand on lines of their own. */
function* wrongForms({ blocks }: Draft): Generator<{ block: Block; form: Form }> {
  for (const block of blocks) {
    const { text, role, node } = block
    if (!mayBeNumbered(text) || (role !== 'heading' && role !== 'body') || node.type === 'tableCell') continue
    if (SOUND.test(text)) continue
    const isHeading = role === 'heading'
    const form = bracketedForm(text, isHeading) ?? arabicForm(text) ?? (isHeading ? plainForm(text) : null)
    if (form) yield { block, form }
  }
}

export const headingNumberForm: Rule = {
  id: 'heading-number-form',
  severity: 'warning',
  basis: 'GB/T 9704—2012 7.3.3',
  summary: '标题序号的写法不规范',
  why: '层次序数依次用“一、”“（一）”“1.”“（1）”：括号后面不再加标点，阿拉伯数字后面用点。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n1、健全制度。修订文件3件。\n\n2、规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '序号“1、”应当写成“1.”，这样的写法共有2处。层次序数依次用“一、”“（一）”“1.”“（1）”。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n1.健全制度。修订文件3件。\n\n2.规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n（一）、健全制度。修订文件3件。\n\n（二）规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '序号“（一）、”应当写成“（一）”。层次序数依次用“一、”“（一）”“1.”“（1）”。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n（一）健全制度。修订文件3件。\n\n（二）规范执法。评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一.主要举措和成效\n\n评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '序号“一.”应当写成“一、”。层次序数依次用“一、”“（一）”“1.”“（1）”。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n评查案卷60件。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）健全制度\n\n1.修订文件。修订文件3件。\n\n（1）公布清单。公布事项9项。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n1．健全制度。修订文件3件。\n\n3、4月份开展案卷评查，第一、二季度完成整改。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n一、二级响应均有预案，（一）、（二）两项已经完成。\n\n全年评查案卷60件。\n',
        },
      ],
    }
  },
  *check(draft) {
    const groups = new Map<string, { block: Block; form: Form }[]>()
    for (const found of wrongForms(draft)) {
      const group = groups.get(found.form.kind)
      if (group) group.push(found)
      else groups.set(found.form.kind, [found])
    }
    for (const group of groups.values()) {
      const places = group.map(({ block, form }): Anchor => ({ block, from: 0, to: form.printed.length }))
      const [at = null, ...related] = places
      const { printed = '', wanted = '' } = group[0]?.form ?? {}
      const count = related.length > 0 ? `，这样的写法共有${group.length}处` : ''
      yield {
        message: `序号“${printed.trim()}”应当写成“${wanted}”${count}。层次序数依次用“一、”“（一）”“1.”“（1）”。`,
        at,
        related,
        fix: group.flatMap(({ block, form }) =>
          form.edits.map(({ from, to, text }) => ({ at: { block, from, to }, text })),
        ),
      }
    }
  },
}
