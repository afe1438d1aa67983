import type { Problem, Rule } from '../finding.js'
import { numbersIn } from '../text/arabic-numbers.js'
import { type Repeat, repeatsIn } from '../text/doubled-runs.js'
import { firstPlace, nextPlace } from '../text/units.js'
import {
  BODY,
  COMPOUNDS,
  COUNTING,
  DEED,
  ENDS_OTHERWISE,
  OF_BODY,
  OPEN_END,
  REDUPLICATED,
  WORK_PAPER,
} from './doubled-words.js'

/** Most characters of a repeated word. */
const LONGEST = 8
/** Units between the two verbs around a number. */
const BETWEEN = 12

/** Function characters doubled, with what makes them right: 目的的, 调解和和解, 为了了解. */
const SINGLE: Record<string, { after: RegExp; before: RegExp }> = {
  的: { after: /[目标鹄打靶]$/, before: /^[确士]/ },
  在: { after: /[存所实正现潜内外自旨意好健]$/, before: /^[建岗校职编册逃读线押场途先此]/ },
  和: { after: /[调总温缓饱平柔亲随谦祥中共讲求]$/, before: /^[谐解平美睦气顺好善田县约风]/ },
  了: { after: /[不明知]$/, before: /^[解断结然却得无债事如之]/ },
}

/** 一步一步, 两个两个: each by each. */
const NUMERAL = /^[一二两三四五六七八九十百千万几\u3007○零某]/
/** 点对点, 面对面, 手把手: the word ends in the middle. */
const PAIRED = /^[面点一键屏门肩端心人桌手村户校背网]\S$/
/** 是不是不, 越来越来, and 二零二零. */
const JOINED = /^[\u4e00-\u9fff][不没又再]$|越|^边|^[一二三四五六七八九\u3007○零]+$/
/** 社会 + 社会化, and slogans: 落实落实再落实. */
const GOES_ON = /^(?:化(?![解肥工验学石])|性(?![质别能格命])|型(?!号)|再)/
/** 三是三是 is no 一步一步. */
const ITEM = /^[一二三四五六七八九十][是要]$/

/** 研究研究、对接对接: verbs doubled in a row are so on purpose, as before …式的推诿. */
const ROW_BEFORE = /([\u4e00-\u9fff]{2})\1[、和]$/
const ROW_AFTER = /^[、和]([\u4e00-\u9fff]{2})\1(?!\1)/
const MOCKED = /^式的?(?:推诿|拖延|扯皮|敷衍|应付|搪塞|官僚|形式主义|空转|作风|做法|回复|答复)/

/** Whether a word of two characters is doubled on purpose by the company it keeps. */
function isMeant(text: string, { start, end, size }: Repeat): boolean {
  if (size !== 2 || end - start !== 4) return false
  const after = text.slice(end, end + 8)
  return ROW_AFTER.test(after) || MOCKED.test(after) || ROW_BEFORE.test(text.slice(Math.max(0, start - 5), start))
}

/** Whether a repeat is sure to be a slip, may be one, or is none. */
function judge(text: string, { start, end, size }: Repeat): 'error' | 'warning' | null {
  const word = text.slice(start, start + size)
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 8)
  if (ITEM.test(word)) return 'error'
  if (NUMERAL.test(word) || JOINED.test(word) || GOES_ON.test(after) || REDUPLICATED().has(word)) return null
  if (isMeant(text, { start, end, size })) return null
  if (size === 2 && PAIRED.test(word) && /[对把连帮靠打盯挨拉带碰见]/.test(word[1] ?? '')) return null
  const compounds = COMPOUNDS()[word]
  if (compounds?.[0].test(before) && compounds[1].test(after)) return null
  if (BODY.test(word) && OF_BODY.test(after)) return null
  if (OPEN_END.test(word) && ENDS_OTHERWISE.test(after)) return null
  const isInside = /^[\u4e00-\u9fff]/.test(after)
  if (isInside && (DEED().has(word) || (word === '工作' && WORK_PAPER.test(after)))) return 'warning'
  return 'error'
}

/** 群众的的: a function character twice. */
function* singles(text: string): Generator<Problem> {
  for (const [char, guard] of Object.entries(SINGLE)) {
    let end = 0
    for (let at = firstPlace(text, char.charCodeAt(0)); at >= 0; at = nextPlace(at)) {
      if (at < end || nextPlace(at) !== at + 1) continue
      end = at + 2
      const before = text.slice(Math.max(0, at - 2), at)
      const isWord = text[at + 2] === char || guard.after.test(before) || guard.before.test(text.slice(at + 2, at + 4))
      if (isWord || !/\S$/.test(before)) continue
      yield { message: `“${char}”接连写了两遍，请删去一个。`, at: { text: { start: at, end: at + 2 } } }
    }
  }
}

function* repeats(text: string): Generator<Problem> {
  for (const repeat of repeatsIn(text, LONGEST)) {
    const severity = judge(text, repeat)
    if (severity === null) continue
    const { start, end, size } = repeat
    const times = Math.floor((end - start) / size)
    const word = text.slice(start, start + size)
    yield {
      message:
        severity === 'error'
          ? `“${word}”接连写了${times === 2 ? '两' : times}遍，请删去多余的。`
          : `“${word}”接连出现两次，多半是重复；确有两层意思的，请断开或者改写。`,
      at: { text: { start, end: start + size * times } },
      severity,
    }
  }
}

/** Last characters of counting verbs. */
const LASTS = new Set(
  [
    ...'收到理结案处解展办开织发定成台放查增接待送订止建布答训核排改治置除复访谈报具出立制贴讲听达交回请备派录消示集纳没扶助导缔停封押销缴退批',
  ].map((char) => char.charCodeAt(0)),
)
/** Bodies that do what is counted (受理中心受理32件), other numbers (受理率), and words that part the two. */
const PARTED =
  /^(?:[率数量的后时中各前于以并和及或]|健全|完善)|(?:委员会|中心|机构|组织|单位|部门|人员|[组员队所站点室科局会窗口人院处庭线台网厅班伍]|企业|系统|力量|对象|共|计|已|均|累|并|后|经|可|应|再|未|所|又|还|先|中|即|[\u201c\u300a])$/

function* verbsTwice(text: string): Generator<Problem> {
  const { count, starts } = numbersIn(text)
  for (let i = 0; i < count; i++) {
    const index = starts[i] as number
    if (!LASTS.has(text.charCodeAt(index - 1))) continue
    const verb = text.slice(index - 2, index)
    if (!COUNTING().has(verb)) continue
    const before = text.slice(Math.max(0, index - 4 - BETWEEN), index - 2)
    const first = before.lastIndexOf(verb)
    const between = before.slice(first + 2)
    if (first < 0 || !/^[\u4e00-\u9fff\u201c\u201d]+$/.test(between)) continue
    // 共审查合同共审查32份 says 共 twice as well.
    if (PARTED.test(before.slice(0, first).endsWith('共') ? between.replace(/共$/, '') : between)) continue
    yield {
      message: `“${verb}${between}${verb}”里“${verb}”用了两次，请删去一个。`,
      at: { text: { start: index - 2, end: index } },
      severity: 'warning',
      related: [{ text: { start: index - 2 - before.length + first, end: index - before.length + first } }],
    }
  }
}

export const doubledWord: Rule = {
  id: 'doubled-word',
  severity: 'error',
  basis: null,
  certain: '同一个词紧挨着写两遍，不是叠词，也不与后面的字另成一词',
  summary: '同一个词接连写了两遍',
  why: '拼接、改写时容易留下“市政府政府”“工作工作”，读的人一眼就能看出，写的人自己校对时却容易漏过。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n云溪县政府政府高度重视法治建设。\n',
          message: '“政府”接连写了两遍，请删去多余的。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n县政府县政府进一步完善制度。\n',
          message: '“县政府”接连写了两遍，请删去多余的。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n群众的的满意度明显提升。\n',
          message: '“的”接连写了两遍，请删去一个。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n新收行政复议案件新收32件。\n',
          message: '“新收行政复议案件新收”里“新收”用了两次，请删去一个。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n通过人民调解调解纠纷320件。\n',
          message: '“调解”接连出现两次，多半是重复；确有两层意思的，请断开或者改写。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n学习习近平法治思想，县人民政府政府信息公开平台改版。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n方方面面一起研究研究，一件一件落实，点对点对接企业，问责对接对接、协调协调式的推诿。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n为了了解社情，以营利为目的的活动由受理中心受理32件。\n',
        },
      ],
    }
  },
  *check({ text }) {
    yield* repeats(text)
    yield* singles(text)
    yield* verbsTwice(text)
  },
}
