import type { Anchor, Local, Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { type Sought, sharedSearch } from '../text/word-search.js'
import { TERMS } from './confusable-terms.js'
import { PLAIN } from './confusable-words.js'
import { GUARDED, type Guarded } from './guarded-words.js'
import { severalPlaces } from './several-places.js'

/** Units before and behind a word that guards look at. */
const AROUND = 70

interface Entry extends Sought {
  guard: Guarded
}

/** The pair of units of a wrong word that holds the wrong one. */
function keyOf(wrong: string, right: string | null): number {
  let different = 0
  while (different < wrong.length - 2 && wrong[different] === right?.[different]) different++
  return different
}

const search = sharedSearch(() => {
  const entries: Entry[] = []
  const add = (word: Guarded): void => {
    entries.push({ word: word.wrong, key: keyOf(word.wrong, word.right), guard: word })
  }
  for (const table of [PLAIN, TERMS])
    for (const [right, wrongs] of Object.entries(table)) for (const wrong of wrongs) add({ wrong, right })
  for (const word of GUARDED()) add(word)
  return entries
})

/** Whether an offset stands in 《》 opened on the same line. */
function isInTitle(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - AROUND), index)
  const open = before.lastIndexOf('\u300a')
  return open >= 0 && open > before.lastIndexOf('\u300b') && open > before.lastIndexOf('\n')
}

function isWrong(text: string, index: number, word: Guarded): boolean {
  const { after, notAfter, before, notBefore, wrong } = word
  if (isInTitle(text, index)) return false
  const lead = text.slice(Math.max(0, index - AROUND), index)
  const rest = text.slice(index + wrong.length, index + wrong.length + AROUND)
  if (after?.test(lead) === false || before?.test(rest) === false) return false
  return !notAfter?.test(lead) && !notBefore?.test(rest)
}

/** The units that differ, with what to write for them. */
function editOf(start: number, wrong: string, right: string): { at: Anchor; text: string } {
  if (wrong.length !== right.length) return { at: { text: { start, end: start + wrong.length } }, text: right }
  let from = 0
  let to = wrong.length
  while (from < to - 1 && wrong[from] === right[from]) from++
  while (to > from + 1 && wrong[to - 1] === right[to - 1]) to--
  return { at: { text: { start: start + from, end: start + to } }, text: right.slice(from, to) }
}

function problemOf(word: Guarded, places: number[], isLocal: boolean): Problem {
  const { wrong, right, why } = word
  const whose = isLocal ? '按本单位的用词表，' : ''
  const what = right === null ? `“${wrong}”可能有误` : `“${wrong}”应作“${right}”`
  const { at, related, count } = severalPlaces(places.map((start) => ({ start, end: start + wrong.length })))
  return {
    message: `${whose}${what}${count}${why ? `：${why}` : ''}。`,
    at,
    related,
    ...(right === null ? {} : { fix: places.map((start) => editOf(start, wrong, right)) }),
  }
}

/** Words of the configuration, which go before the table's. */
function* localProblems({ text }: Draft, words: Record<string, string>): Generator<Problem> {
  for (const [wrong, right] of Object.entries(words)) {
    if (wrong === '' || wrong === right) continue
    const places: number[] = []
    for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length)) {
      // 平台 → 平台系统 must not find what it would write.
      const shift = right.indexOf(wrong)
      const isRight = shift >= 0 && text.startsWith(right, at - shift)
      if (!isRight && !isInTitle(text, at)) places.push(at)
    }
    if (places.length > 0) yield problemOf({ wrong, right }, places, true)
  }
}

function* tableProblems({ text }: Draft, { words }: Local): Generator<Problem> {
  const found = search(text)
  if (found.length === 0) return
  const places = new Map<Guarded, number[]>()
  let end = 0
  for (const {
    sought: { guard },
    index,
  } of found) {
    // 审记局 is found once, not as two words that overlap.
    if (index < end || Object.hasOwn(words, guard.wrong) || !isWrong(text, index, guard)) continue
    end = index + guard.wrong.length
    const known = places.get(guard)
    if (known) known.push(index)
    else places.set(guard, [index])
  }
  for (const [word, at] of places) yield problemOf(word, at, false)
}

export const confusableWord: Rule = {
  id: 'confusable-word',
  severity: 'warning',
  basis: null,
  summary: '形近、音近的词用错了',
  why: '“台帐”“布署”“法制宣传”“截止2023年底”这类用错的词，电脑的拼写检查多半不提示，却是退回修改时最常被圈出来的。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n建立问题台帐，开展普法宣传42场。至2023年12月31日，台帐销号率98%。\n',
          message: '“台帐”应作“台账”，全文共2处。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n建立问题台账，开展普法宣传42场。至2023年12月31日，台账销号率98%。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n截止2023年12月31日，审查规范性文件32件。\n',
          message: '“截止”应作“截至”：“截止”是到期停止，后面写时间要用“截至”。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n截至2023年12月31日，审查规范性文件32件。\n',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n组织法制宣传42场，发放资料3万份。\n',
          message: '“法制宣传”应作“法治宣传”：“法制”指法律制度，这里说的是依法治理。',
          fixed: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n组织法治宣传42场，发放资料3万份。\n',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n依法保护企业的合法权力。\n',
          message: '“合法权力”可能有误：公民、法人受保护的是“合法权益”或者“合法权利”，“权力”是机关的职权。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n行政复议服务中心已挂牌。\n',
          local: { words: { 行政复议服务中心: '行政复议接待中心' } },
          message: '按本单位的用词表，“行政复议服务中心”应作“行政复议接待中心”。',
          fixed: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n行政复议接待中心已挂牌。\n',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n落实重大执法决定法制审核制度，配齐法制员，执行述法制度、执法制度。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n公布截止日期，报名截止3月1日。搭建救灾帐篷12顶，规范专用账户。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n贯彻《云溪县法制宣传教育条例》，救济公民权利，按排名通报，彰显着法治的力量。\n',
        },
      ],
    }
  },
  *check(draft, local) {
    yield* localProblems(draft, local.words)
    yield* tableProblems(draft, local)
  },
}
