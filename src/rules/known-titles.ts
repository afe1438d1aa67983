import { distance } from 'fastest-levenshtein'
import { differenceOf } from '../text/difference.js'
import { once } from '../text/once.js'
import type { Plan, TitleList, WrongTitle } from './titles.js'
import { LAWS } from './titles-laws.js'
import { PARTY, PLANS, WRONG } from './titles-plans.js'
import { REGULATIONS } from './titles-regulations.js'

/** 中华人民共和国, which any law may carry or not. */
const STATE = '中华人民共和国'

const namesIn = (lists: TitleList[]): string[] => lists.flatMap(({ titles }) => titles.trim().split(/\s+/))

/** Titles by length; a plan's without its period. */
const byLength = once(() => {
  const lengths = new Map<number, string[]>()
  for (const name of [...namesIn([...LAWS, ...REGULATIONS, ...PARTY]), ...PLANS.map(({ base }) => base)]) {
    const same = lengths.get(name.length)
    if (same) same.push(name)
    else lengths.set(name.length, [name])
  }
  return lengths
})

const names = once(() => new Set([...byLength().values()].flat()))

/** Titles as most reports print them, for the quick look-up. */
const printed = once(() => {
  const forms = new Set(namesIn(PARTY))
  for (const name of namesIn([...LAWS, ...REGULATIONS])) forms.add(name).add(`${STATE}${name}`)
  for (const { base, spans } of PLANS) {
    forms.add(base)
    for (const span of spans) forms.add(`${base}\uff08${span}年\uff09`)
  }
  return forms
})

const plans = once(() => new Map(PLANS.map((plan) => [plan.base, plan])))
const wrongs = once(() => new Map(WRONG.map((entry) => [entry.wrong, entry])))

/** Whether it is a known title letter for letter. */
export const isPrinted = (title: string): boolean => printed().has(title)

/** Whether it is a known title, without the state's name, marks of its status and its period. */
export function isKnown(core: string): boolean {
  if (names().has(core)) return true
  return core.startsWith('关于') && (names().has(`国务院${core}`) || names().has(`国务院办公厅${core}`))
}

export const planOf = (base: string): Plan | null => plans().get(base) ?? null
export const wrongOf = (core: string): WrongTitle | null => wrongs().get(core) ?? null

/** Ends that tell what kind of paper it is. */
const GENRE =
  /(?:实施)?(?:条例|办法|规定|细则|纲要|规划|意见|决定|通知|方案|计划|规则|准则|章程|要点|措施|清单|指南|制度|程序|指引|体系|法)$/
const genreOf = (title: string): string => GENRE.exec(title)?.[0] ?? ''

/** Units that part one paper from another, not a paper from its misspelling: 城市供水, 城乡供水; 第七, 第八; 省级, 市级. */
const DISTINCT = /[省市县区乡镇村州城\d一二三四五六七八九十上下新旧东南西北]/
/** Words that make another paper of it when they are put in. */
const QUALIFIER = /政府|社会|实施|总体|专项|年度|重大|行政|综合|联合|应急|补充|修订|内部|临时|子|新/

/** Shortest title that is compared at all; the names of many laws are one character apart. */
const SHORTEST = 5
/** From here on a word more or less makes no other paper of it: 行政执法条例 and 行政执法监督条例 are two. */
const WORDY = 8
/** From here on two slips in one title are told from another title. */
const LONG = 14

/** Whether two titles differ as a title and its misspelling do: a unit or two put in, left out, swapped or mistaken. */
export function isMisspelling(title: string, known: string): boolean {
  const { head, tail, first, second } = differenceOf(title, known)
  const least = Math.min(title.length, known.length)
  if (least < SHORTEST || head + tail < least - 4 || DISTINCT.test(first + second)) return false
  const genre = genreOf(title)
  const isEnd = tail === 0
  const isOne = first.length === 1 && second.length === 1
  // 条列 for 条例, 刚要 for 纲要: what is no kind of paper at all, at the very end.
  if (isEnd || (tail === 1 && genre === '' && genreOf(known) !== '')) return genre === '' && isOne && head >= 4
  if (genre !== genreOf(known)) return false
  if (first === '' || second === '') {
    const more = (first + second).length
    return head >= 2 && (more === 1 || (more === 2 && (genre === '法' || least >= WORDY)))
  }
  if (isOne) return least >= (genre === '法' ? SHORTEST : SHORTEST + 1)
  if (first.length === 2 && first === `${second[1]}${second[0]}`) return true
  return least >= LONG && distance(first, second) <= (least >= 20 ? 3 : 2)
}

/** The known title this one is probably meant to be; `null` for any other. */
export function likeOf(core: string): string | null {
  const lengths = byLength()
  for (let length = Math.max(SHORTEST, core.length - 3); length <= core.length + 3; length++) {
    for (const known of lengths.get(length) ?? []) {
      // A slip in the first unit leaves the end as it is.
      const mayBe = known[0] === core[0] || known[length - SHORTEST] === core[core.length - SHORTEST]
      if (mayBe && isMisspelling(core, known)) return known
    }
  }
  return null
}

/** Kinds of paper that are cited for one another, and the shortest title without them that is no office's own as well. */
const CONFUSED: { kinds: string[]; least: number }[] = [
  { kinds: ['条例', '办法', '规定', '细则', '规则', '准则'], least: 6 },
  { kinds: ['纲要', '规划'], least: 6 },
]

/** 生态环境保护督察工作规定 for 中央生态环境保护督察工作规定. */
const isShortForm = (core: string): boolean => [...names()].some((name) => name.endsWith(core))

/** The known title that differs in its kind of paper alone: 重大行政决策程序暂行办法 for ……条例; `null` for any other. */
export function otherKindOf(core: string): string | null {
  const stem = core.slice(0, -2)
  const kind = core.slice(-2)
  for (const { kinds, least } of CONFUSED) {
    if (!kinds.includes(kind) || stem.length < least || isShortForm(core)) continue
    for (const other of kinds) if (other !== kind && names().has(stem + other)) return stem + other
  }
  return null
}

/** Kinds of paper an office takes for one another when it cites its own from memory. */
const ALIKE = /(?:规定|办法|规则)$/

/** Whether two titles in one report may be the same local paper, spelt in two ways. */
export function isSameLocal(one: string, other: string): boolean {
  const { tail, first, second } = differenceOf(one, other)
  if (tail === 0 || ALIKE.test(one) !== ALIKE.test(other)) return isGenreSwapped(one, other)
  return !QUALIFIER.test(first + second) && isMisspelling(one, other)
}

function isGenreSwapped(one: string, other: string): boolean {
  return (
    one.length === other.length &&
    ALIKE.test(one) &&
    ALIKE.test(other) &&
    !/实施/.test(one.slice(-4)) &&
    one.slice(0, -2) === other.slice(0, -2)
  )
}
