import type { Anchor, Local, Problem, Rule } from '../finding.js'
import { squeeze, widen } from '../text/marks.js'
import { headedSearch } from '../text/pattern-search.js'
import { sentenceAround } from '../text/sentence-around.js'
import { isKnown, isMisspelling, isPrinted, isSameLocal, likeOf, otherKindOf, planOf, wrongOf } from './known-titles.js'

/** 《…》 or 〈…〉 with no other title inside. */
const TITLES = /[\u300a\u3008]([^\u300a\u300b\u3008\u3009\n]{2,80})[\u300b\u3009]/g
const titlesIn = headedSearch('\u300a\u3008', TITLES)
/** A title of a place's own: 云溪县……, 全市……; what 城市, 社区 and 市场 begin is none. */
const OWN =
  /^[\u4e00-\u9fff]{1,12}?(?:省|自治[区州县旗]|(?<![社地城小园校灾片景矿林特辖])区(?![块域划])|县(?![级域])|(?<!城)市(?![场政县])|[州盟旗]|(?<![城集])镇|(?<!城)乡(?![村镇])|街道|办事处)/
/** The period at the end of a plan's title. */
const SPAN = /\uff08?(\d{4})年?(?:[-\u2010-\u2015\u2500\uff0d~\uff5e\u301c]{1,2}|至)(\d{4})(年?)(?:度|\uff09)?\uff09?$/
/** Marks of a title's status or version: （试行）, （修订草案）, （2023年修订）. */
const STATUS =
  /\uff08(?:[^\uff08\uff09]{0,12}(?:试行|暂行|草案|稿|修订|修正|修改|版|施行|公布)[^\uff08\uff09]{0,4}|\d{4}年?)\uff09$/

interface Title {
  raw: string
  /** Without blanks, the state's name, status and period; an office's own title as it is printed. */
  core: string
  isOwn: boolean
  span: { from: number; to: number; isWhole: boolean } | null
  places: { start: number; end: number }[]
}

function coreOf(raw: string): Pick<Title, 'core' | 'isOwn' | 'span'> {
  if (OWN.test(raw)) return { core: raw, isOwn: true, span: null }
  let core = widen(squeeze(raw)).replace(/^(?:新修订的?|新)?(?:中华人民共和国(?=.{2}))?/, '')
  core = core.replace(STATUS, '').replace(STATUS, '')
  const span = SPAN.exec(core)
  if (!span) return { core, isOwn: false, span: null }
  return {
    core: core.slice(0, span.index),
    isOwn: false,
    span: { from: Number(span[1]), to: Number(span[2]), isWhole: span[3] === '年' },
  }
}

/** Titles of a text that are not known letter for letter, each with its places. */
function unknownTitles(text: string): Title[] {
  const titles = new Map<string, Title>()
  for (const { 1: raw = '', 0: whole, index } of titlesIn(text)) {
    if (isPrinted(raw)) continue
    const place = { start: index, end: index + whole.length }
    const known = titles.get(raw)
    if (known) known.places.push(place)
    else titles.set(raw, { raw, ...coreOf(raw), places: [place] })
  }
  return [...titles.values()]
}

/** A law by the name it should have, with that of the state where it is printed so. */
const fullName = (raw: string, right: string): string =>
  /中华人民共和国/.test(raw) && /(?:法|条例)$/.test(right) ? `《中华人民共和国${right}》` : `《${right}》`

/** Titles compared with one another; no report names more of its own. */
const MOST = 200

type Verdict = Pick<Problem, 'message' | 'severity'>

const dashed = (span: string): string => `（${span}年）`

/** What is wrong with a plan's period; `null` for a right one, and for a later one than the table knows. */
function spanFault({ raw, core, span }: Title): Verdict | null {
  const plan = planOf(core)
  if (!plan || !span || plan.spans.length === 0) return null
  const last = Math.max(...plan.spans.map((known) => Number(known.slice(-4))))
  const isOurs = plan.spans.includes(`${span.from}—${span.to}`)
  if (!isOurs) {
    if (span.from >= last || span.to > last + 1) return null
    const likely = plan.spans.filter((known) => known.startsWith(`${span.from}`) || known.endsWith(`${span.to}`))
    const right = (likely.length > 0 ? likely : plan.spans).map((known) => `《${core}${dashed(known)}》`).join('或')
    return {
      message: `《${raw}》的起止年份不对，应为${right}，请改正。`,
      severity: plan.isNational ? 'error' : 'warning',
    }
  }
  if (span.isWhole) return null
  const right = `《${core}${dashed(`${span.from}—${span.to}`)}》`
  return { message: `《${raw}》的年份后面少了“年”字，全称是${right}，请补上。`, severity: 'error' }
}

function verdictOn(title: Title, local: Local): Verdict | null {
  const { raw, core, isOwn, span } = title
  const ours = local.titles.find((known) => known !== core && isMisspelling(core, known))
  if (isOwn && !ours) return null
  const wrong = wrongOf(core)
  // Without its period a plan may be named in short.
  if (wrong?.isLikely && planOf(wrong.right) && !span) return null
  if (wrong) {
    const right = fullName(raw, wrong.right)
    return wrong.isLikely
      ? { message: `《${raw}》的名称有误，通常是指${right}，请核对。`, severity: 'warning' }
      : { message: `没有名为《${raw}》的法律、文件，应为${right}，请改正。`, severity: 'error' }
  }
  if (isKnown(core)) return span ? spanFault(title) : null
  const like = ours ?? (core.startsWith('关于') ? null : likeOf(core))
  if (like === null) return null
  if (/(?:条[列理]|[刚岗钢]要|规[化画])$/.test(core))
    return { message: `《${raw}》有错字，应为${fullName(raw, like)}，请改正。`, severity: 'error' }
  return nearMiss(raw, like)
}

const nearMiss = (raw: string, like: string): Verdict => ({
  message: `《${raw}》与${fullName(raw, like)}只差几个字，如是后者，请写全称；是另一份文件则不必改。`,
  severity: 'warning',
})

/** An office makes papers of its own on what a national one is about. */
const MAKES =
  /制定|制订|印发|出台|修订|起草|草拟|拟定|建立|完善|下发|编制|废止|清理|[我本](?:省|市|县|区|镇|乡|局|委|厅|街道|办)/

/** 办法 for 条例, where the paper is cited and not made. */
function kindFault(text: string, { raw, core, isOwn, places }: Title): Verdict | null {
  const like = isOwn || isKnown(core) ? null : otherKindOf(core)
  if (like === null) return null
  const isMade = places.some(({ start }) => MAKES.test(text.slice(sentenceAround(text, start).start, start)))
  return isMade ? null : nearMiss(raw, like)
}

/** Two spellings of one paper of the office's own; in one sentence, two titles are two papers. */
function* twoSpellings(text: string, titles: Title[]): Generator<Problem> {
  for (const [i, one] of titles.entries()) {
    for (const other of titles.slice(i + 1)) {
      if (one.core.length < 8 || Math.abs(one.core.length - other.core.length) > 2 || one.core === other.core) continue
      if (!isSameLocal(one.core, other.core)) continue
      const [here] = one.places as [Title['places'][number]]
      const there = other.places[0] as Title['places'][number]
      const { end } = sentenceAround(text, here.end)
      if (there.start < end) continue
      yield {
        message: `《${one.raw}》和《${other.raw}》只差几个字，像是同一份文件的两种写法，请核对后统一。`,
        severity: 'warning',
        at: { text: there },
        related: [{ text: here }],
      }
    }
  }
}

export const documentTitle: Rule = {
  id: 'document-title',
  severity: 'error',
  basis: null,
  certain: '所列写法不是任何法律、法规、党内法规或规划的名称',
  summary: '文件名称写错',
  why: '法律、规定、纲要的名称是固定的，引用时错字、漏字、年份不对，最容易被人看出来。不在表中的本地文件可在配置的 titles 中登记。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n落实《法治政府建设实施纲要（2021-2025）》，审查文件32件。\n',
          message:
            '《法治政府建设实施纲要（2021-2025）》的年份后面少了“年”字，全称是《法治政府建设实施纲要（2021—2025年）》，请补上。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n落实《法治政府建设与责任落实督查工作规定》，督察12个部门。\n',
          message:
            '没有名为《法治政府建设与责任落实督查工作规定》的法律、文件，应为《法治政府建设与责任落实督察工作规定》，请改正。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n执行《重大行政决策暂行条例》，听证1场。\n',
          message:
            '《重大行政决策暂行条例》与《重大行政决策程序暂行条例》只差几个字，如是后者，请写全称；是另一份文件则不必改。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n印发《云溪县行政规范性文件管理办法》。\n\n## 二、2024年安排\n\n贯彻《云溪县行政规范文件管理办法》。\n',
          message:
            '《云溪县行政规范性文件管理办法》和《云溪县行政规范文件管理办法》只差几个字，像是同一份文件的两种写法，请核对后统一。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n印发《云溪县法治政府建设实施方案（2021—2025）》，学习《行政处罚法》《行政复议法》《行政许可法》。\n',
        },
        {
          draft:
            '# 云溪县2025年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n学习《法治政府建设实施纲要（2026—2030年）》《纲要》《督察规定》，落实《法治政府建设实施纲要（2021～2025年）》。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n贯彻《中华人民共和国公务员法（2018年修订）》《 反有组织犯罪法 》，在《云溪日报》开设《小院说法》专栏。\n',
        },
      ],
    }
  },
  *check({ text }, local) {
    const titles = unknownTitles(text).filter(
      ({ raw, core }) => !local.titles.includes(raw) && !local.titles.includes(core),
    )
    const others: Title[] = []
    for (const title of titles) {
      const verdict = verdictOn(title, local) ?? kindFault(text, title)
      const [at, ...more] = title.places.map((place): Anchor => ({ text: place }))
      if (verdict && at) yield { ...verdict, at, related: more }
      else if (title.isOwn || !isKnown(title.core)) others.push(title)
    }
    if (others.length > 1) yield* twoSpellings(text, others.slice(0, MOST))
  },
}
