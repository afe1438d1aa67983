import type { Numbers } from '../text/arabic-numbers.js'
import { isComparable, leadingFigure } from '../text/figures.js'
import { once } from '../text/once.js'
import { runStart } from '../text/sentences.js'
import {
  HEAD,
  LINK,
  LONGEST,
  linkBefore,
  type Mention,
  REACH,
  runBefore,
  SPECIFIC,
  sharing,
} from './figure-conflict-mentions.js'

/**
 * What was done, worded a little differently: 全年调解各类矛盾纠纷486件, 街道共调解矛盾纠纷468件. Both places must say no
 * more than who, when, what and how many; a campaign, an office or a place in the sentence of one counts something else.
 */
export interface Deed extends Mention {
  /** Whether nothing stands before it in its sentence but whose it is and when. */
  isPlain: boolean
  /** Whether words tell that all is meant, or for whom it was done. */
  isWhole: boolean
}

/** Verbs that are counted, with those that say the same. */
const VERBS = once(() => {
  const groups =
    '调解 调处 追回 追讨 追缴 挽回 受理 办理 审结 办结 立案 收到 接收 制定,出台 修订 废止 查处,查办 审查,审核 评查 移送 救助 答复 办复 公开 拆除 减免 清退 化解 排查 整改 聘请 配备 新增 登记 核发 备案'
  const known = new Map<string, string>()
  for (const group of groups.split(' '))
    for (const verb of group.split(',')) known.set(verb, group.split(',')[0] as string)
  return known
})

/** Any of them: most numbers have none before them. */
const VERB = once(() => new RegExp([...VERBS().keys()].join('|')))

/** Words of an object that narrow nothing. */
const IDLE = /的|各[类种项]|所有|全部/g
/** 街道共, 我镇全年: the issuer, before words that take all in. */
const SELF = /^(?:街道|[县区市镇乡局])(?=共|全年|累计|今年|一年)/
/** 为1,946名农民工追回: for whom, with a number. Group 1 is whom. */
const FOR = /^[名户人家位个]([\u4e00-\u9fff]{2,6}?)(?=追回|追讨|追缴|挽回|减免|清退)/
const FOR_BEFORE = /[为替](?:\d[\d,.]*)余?$/
/** Campaigns, fields and means that a sentence is about: what both sentences name narrows neither. */
const NARROW = [
  /([\u4e00-\u9fff]{2,4})\u201d?(?:专项|行动|整治|领域|期间|活动|试点|案中|案件中)/g,
  /(?:依托|通过|依靠|利用|借助|建成|设立|成立|组建|运行|打造|开展)\d*[个家处支]?\u201c?([\u4e00-\u9fff]{2,4})/g,
]
/** A single case, told as an example. */
const CASE = /某|例如|比如/
/** Whose number it is, right before the verb: all of the issuer’s, all of the year’s. */
const WHOLE = /(?:全(?:[年县区市镇乡局州旗]|街道|系统)|今年(?:以来)?|本年度?|一年来|年内|共|共计|总共|累计)$/
/** Others that act: an office at the head of a clause, a named place. */
const OTHERS =
  /(?:^|[\uff0c,\uff1b;\uff1a:\u201d])(?!我|本|全|各级)[\u4e00-\u9fff]{1,8}(?:局|委|办|所|站|队|法院|检察院|协会|调委会|委员会|公司|部门|窗口)(?=[\u4e00-\u9fff])|[\u4e00-\u9fff]{2}(?<!(?:我|本|全|各|个|乡).?|[的在各])(?:镇|乡|街道|村|社区)(?!级|干|民|（|、)/

/** Most that one of two values of a thing may be of the other. */
const NEAR = 1.5
/** Most places of one measure and noun that are looked at. */
const MOST = 40

const isHan = (code: number): boolean => code >= 0x4e00 && code < 0xa000

/** A number for the noun and the measure of the number that stands at an offset; 0 where it has none. */
function keyAt(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(end)
  if (!isHan(unit)) return 0
  const noun = start - linkBefore(text, start)
  const [first, last] = [text.charCodeAt(noun - 2), text.charCodeAt(noun - 1)]
  return isHan(first) && isHan(last) ? ((first * 31 + last) * 31 + unit) | 0 : 0
}

/** Where numbers stand that follow the same noun in the same measure, and are not all the same. */
function alike(text: string, numbers: Numbers): number[][] {
  const { starts, ends, values } = numbers
  return sharing(numbers, (i) => keyAt(text, starts[i] as number, ends[i] as number))
    .filter((group) => group.length <= MOST && group.some((i) => values[i] !== values[group[0] as number]))
    .map((group) => group.map((i) => starts[i] as number))
}

/** What the words before a number say was done. */
interface Wording {
  /** Where the number begins. */
  at: number
  /** The Chinese characters up to the number. */
  run: string
  verb: string
  noun: string
  /** For whom, where that stands before the verb. */
  whom: string | null
  /** Whose and when, before verb or whom. */
  own: string
}

/** The wording before a number where it says what was done; `null` of anything else. */
function wordingAt(text: string, at: number): Wording | null {
  const run = runBefore(text, at)
  if (!VERB().test(run) || /[约近超逾足到少多]$/.test(run)) return null
  const bare = run.replace(LINK, '')
  const from = at - run.length
  const told = FOR.exec(bare)
  const whom = told && FOR_BEFORE.test(text.slice(Math.max(0, from - 9), from)) ? told : null
  const words = whom ? bare.slice(whom[0].length) : bare.replace(SELF, '').replace(HEAD, '')
  const verb = VERBS().get(words.slice(0, 2))
  const noun = words.slice(2).replace(IDLE, '')
  if (!verb || noun.length < 2) return null
  return { at, run, verb, noun, whom: whom?.[1] ?? null, own: bare.slice(0, bare.length - words.length) }
}

/** What was done with how many; `null` where the number is none, or a rough one. */
function deedOf(text: string, { at, run, verb, noun, whom, own }: Wording): (Deed & Wording) | null {
  const figure = leadingFigure(text.slice(at, at + LONGEST))
  if (!figure || figure.isApproximate) return null
  const before = text.slice(runStart(text, at, '。\uff1b;!\uff01\n', REACH), at)
  const lead = before.slice(0, before.length - run.length)
  const sentence = before.replace(/(^|[\uff0c,])街道(?=共|全年|累计)/, '$1')
  return {
    ...{ at, run, verb, noun, whom, own },
    indicator: verb + noun,
    figure,
    before: whom === null ? sentence : lead + whom + own,
    start: at - run.length + own.length,
    end: at + figure.end,
    isPlain: /^\s*(?:(?:19|20)\d\d年(?:度|以来)?[\uff0c,]?)?$/.test(lead),
    isWhole: whom !== null || WHOLE.test(own),
  }
}

/** Whether one object is the other, told before the verb there: 追回农民工工资, 为1,946名农民工追回工资. */
function isOne(a: Deed & Wording, b: Deed & Wording): boolean {
  const [short, long] = a.noun.length <= b.noun.length ? [a, b] : [b, a]
  if (a.verb !== b.verb || long.indicator.length < SPECIFIC) return false
  if (short.noun === long.noun) return true
  const more = long.noun.slice(0, -short.noun.length)
  return more.length <= 4 && long.noun.endsWith(short.noun) && short.before.endsWith(more)
}

/** Whether the sentences of both are about the same, as far as they tell. */
function isOfOneScope(a: Deed, b: Deed): boolean {
  if ([a, b].some(({ before, isPlain, isWhole }) => !(isPlain || isWhole) || OTHERS.test(before) || CASE.test(before)))
    return false
  const isShared = (one: Deed, other: Deed): boolean =>
    NARROW.every((form) => [...one.before.matchAll(form)].every(([, name = '']) => other.before.includes(name)))
  return isShared(a, b) && isShared(b, a)
}

/** Whether a slip may have made one number of the other: close by, or of the same digits. A part is mostly further off. */
function isNear({ figure: { value: a } }: Deed, { figure: { value: b } }: Deed): boolean {
  const digits = (value: number): string => [...String(value)].sort().join('')
  return Math.max(a, b) <= Math.min(a, b) * NEAR || digits(a) === digits(b)
}

/** Pairs of places where one thing done is counted, of two values in all. */
export function* deedsIn(text: string, numbers: Numbers): Generator<[Deed, Deed]> {
  for (const places of alike(text, numbers)) {
    const worded = places.map((at) => wordingAt(text, at)).filter((wording) => wording !== null)
    if (new Set(worded.map(({ verb }) => verb)).size === worded.length) continue
    const deeds = worded.map((wording) => deedOf(text, wording)).filter((deed) => deed !== null)
    for (const [i, later] of deeds.entries()) {
      const same = deeds.filter(
        (deed) => deed === later || (isOne(deed, later) && isComparable(deed.figure, later.figure)),
      )
      if (new Set(same.map(({ figure }) => figure.value)).size !== 2) continue
      const earlier = deeds.slice(0, i).find((deed) => same.includes(deed) && deed.figure.value !== later.figure.value)
      if (earlier && isNear(earlier, later) && isOfOneScope(earlier, later)) yield [earlier, later]
    }
  }
}
