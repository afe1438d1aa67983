import type { Local, Problem, Rule } from '../finding.js'
import type { Span } from '../model.js'
import { once } from '../text/once.js'
import { type Sought, sharedSearch, wordSearch } from '../text/word-search.js'
import { FREQUENT_PAIRS } from './frequent-pairs.js'
import { agreementAt, bareOf, reversed, slipsIn, windowAround } from './phrase-agreement.js'
import type { Phrase } from './phrases.js'
import { SET_PHRASES } from './set-phrases.js'
import { severalPlaces } from './several-places.js'
import { spelledRight } from './spelling.js'

const QUOTES = /[\u201c\u201d]/g

/** Two units of a phrase that are searched for; what stands around them is then looked at. */
interface Key extends Sought {
  phrase: Phrase
  /** The text it is part of: a listed wrong wording, or the phrase. */
  whole: string
  /** Offset of the pair in it. */
  at: number
  /** What a wrong wording is; `null` for the phrase. */
  wrong: { isCertain: boolean } | null
  /** Made for the first place that has the pair. */
  plain?: Plain
  /** Made for the first place that is nearly the phrase. */
  bare?: Plain & { bounds: number[] }
}

/** A wording to compare with, and the pair's offset in it. */
interface Plain {
  text: string
  offset: number
}

/** Fewest units that must agree around a pair before the sentence is looked at. */
const LEAST = 4

/** Where members begin in a phrase, in units of the phrase without marks. */
function boundsOf(phrase: string): number[] {
  const marks = [...phrase.matchAll(/[、和与及]/g)]
  return marks.map(({ index }) => bareOf(phrase.slice(0, index)).text.length)
}

/** The wording without quotes. */
function plainOf({ whole, at }: Key): Plain {
  return { text: whole.replace(QUOTES, ''), offset: whole.slice(0, at).replace(QUOTES, '').length }
}

/** The wording without marks, and where its members begin. */
function bareFor({ whole, at }: Key): NonNullable<Key['bare']> {
  return { text: bareOf(whole).text, offset: bareOf(whole.slice(0, at)).text.length, bounds: boundsOf(whole) }
}

/** Units that must agree: a slip or two leave one of the two pairs a third of the phrase. */
const leastOf = ({ text }: Plain): number => Math.max(LEAST, Math.min(8, Math.ceil(text.length / 3)))

/** Ranks of pairs that reports are full of, the most frequent first. */
const ranks = once(() => new Map(FREQUENT_PAIRS.split(/\s+/).map((pair, rank) => [pair, rank])))

/** Words that part the members of a phrase. */
const PARTS = [...'和与及'].map((char) => char.charCodeAt(0))
/** Units that stand within the members of a phrase and its quotes. */
const isWithin = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff && !PARTS.includes(code)

/** Offset of the rarest pair of units that begins in a range of a text; `null` where there is none. */
function rarestPair(text: string, from: number, to: number): number | null {
  let best: number | null = null
  let highest = -1
  for (let at = from; at < to; at++) {
    if (!isWithin(text.charCodeAt(at)) || !isWithin(text.charCodeAt(at + 1))) continue
    const rank = ranks().get(text.slice(at, at + 2))
    if (rank === undefined) return at
    if (rank > highest) {
      highest = rank
      best = at
    }
  }
  return best
}

function addKey(keys: Key[], phrase: Phrase, whole: string, wrong: Key['wrong'], from = 0, to = whole.length): void {
  const at = rarestPair(whole, from, to)
  if (at !== null) keys.push({ word: whole.slice(at, at + 2), key: 0, phrase, whole, at, wrong })
}

/** The keys of a phrase's wrong wordings, and two of its own, one in either half, so that a slip in one leaves the other. */
function addKeys(keys: Key[], phrase: Phrase): void {
  for (const text of phrase.wrong ?? []) addKey(keys, phrase, text, { isCertain: true })
  for (const text of phrase.odd ?? []) addKey(keys, phrase, text, { isCertain: false })
  if (phrase.isLoose) return
  const half = Math.ceil(phrase.phrase.length / 2)
  addKey(keys, phrase, phrase.phrase, null, 0, half)
  addKey(keys, phrase, phrase.phrase, null, half)
}

function keysOf(phrases: Phrase[]): Key[] {
  const keys: Key[] = []
  for (const phrase of phrases) addKeys(keys, phrase)
  return keys
}

const search = sharedSearch(() => keysOf(SET_PHRASES))

interface Slip extends Span {
  phrase: Phrase
  isCertain: boolean
}

/** A wording around the pair that is nearly the phrase. */
function nearAt(text: string, { text: whole, offset, bounds }: NonNullable<Key['bare']>, at: number): Span | null {
  const around = windowAround(text, at)
  const { text: bare, offsets } = bareOf(text, around.start, around.end)
  const here = offsets.indexOf(at)
  const ahead = bounds.map((bound) => bound - offset)
  const right = slipsIn(whole.slice(offset), bare.slice(here), ahead)
  if (!right) return null
  const behind = bounds.map((bound) => offset - bound)
  const left = slipsIn(reversed(whole.slice(0, offset)), reversed(bare.slice(0, here)), behind)
  if (!left) return null
  const slips = left.count + right.count
  if (slips === 0 || slips > 2) return null
  return { start: offsets[here - left.end] as number, end: (offsets[here + right.end - 1] as number) + 1 }
}

function slipAt(text: string, key: Key, at: number): Slip | null {
  const { phrase, wrong } = key
  key.plain ??= plainOf(key)
  const { start, end, units, isWhole } = agreementAt(text, key.plain.text, key.plain.offset, at)
  if (wrong) return isWhole ? { phrase, isCertain: wrong.isCertain, start, end } : null
  if (isWhole || units < LEAST) return null
  key.bare ??= bareFor(key)
  const near = units < leastOf(key.bare) ? null : nearAt(text, key.bare, at)
  return near && { phrase, isCertain: false, ...near }
}

/** Whether a wording in use, or one the office has registered, overlaps the slip. */
function isAccepted(text: string, { phrase, start, end }: Slip, local: Local): boolean {
  const others = [...(phrase.right ?? []), ...local.phrases]
  if (others.length === 0) return false
  const around = windowAround(text, start)
  const { text: bare, offsets } = bareOf(text, around.start, Math.max(around.end, end))
  return others.some((other) => {
    const word = bareOf(other).text
    const found = bare.indexOf(word)
    return found >= 0 && (offsets[found] as number) < end && (offsets[found + word.length - 1] as number) >= start
  })
}

/** Whether the phrase is right but for a confusable word: another rule says so, and mends it. */
function isMisspelt(text: string, { phrase, start, end, isCertain }: Slip): boolean {
  if (isCertain) return false
  const wording = bareOf(text, start, end).text
  const mended = spelledRight(wording)
  return mended !== wording && bareOf(phrase.phrase).text.includes(mended)
}

/** The range with the quotes that open or close at its ends. */
function withQuotes(text: string, { start, end }: Span): Span {
  return { start: text[start - 1] === '\u201c' ? start - 1 : start, end: text[end] === '\u201d' ? end + 1 : end }
}

/** “…” with the quotes inside made single; those of the whole are not doubled. */
function inQuotes(text: string): string {
  const bare = /^\u201c[^\u201c\u201d]*\u201d$/.test(text) ? text.slice(1, -1) : text
  return `“${bare.replaceAll('\u201c', '\u2018').replaceAll('\u201d', '\u2019')}”`
}

const isInTitle = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 60), at)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}

/** Slips that may overlap the next one: they are found in the order of their places. */
const NEIGHBOURS = 8

/** Slips in the order of their places; of two that overlap, the certain one. @param year the year reported on */
function slipsOf(text: string, year: number | undefined, local: Local): Slip[] {
  const slips: Slip[] = []
  const own = local.phrases.map((phrase): Phrase => ({ phrase, source: '本单位配置' }))
  const found = own.length > 0 ? [...search(text), ...wordSearch(keysOf(own))(text)] : search(text)
  for (const { sought, index } of found) {
    const slip = slipAt(text, sought, index)
    if (!slip || (year ?? Infinity) < (slip.phrase.since ?? 0) || isInTitle(text, slip.start)) continue
    if (isAccepted(text, slip, local) || isMisspelt(text, slip)) continue
    const recent = Math.max(0, slips.length - NEIGHBOURS)
    const rival = slips.slice(recent).findIndex(({ start, end }) => start < slip.end && slip.start < end)
    if (rival < 0) slips.push(slip)
    else if (slip.isCertain && !slips[recent + rival]?.isCertain) slips[recent + rival] = slip
  }
  return joined(
    text,
    slips.sort((a, b) => a.start - b.start),
  )
}

/** Units between two slips in one phrase. */
const APART = 20

/** Slips in one phrase are one: where two members are swapped, both are wrong. */
function joined(text: string, slips: Slip[]): Slip[] {
  const result: Slip[] = []
  for (const slip of slips) {
    const before = result.at(-1)
    const gap = before ? text.slice(before.end, slip.start) : ''
    if (before && before.phrase === slip.phrase && gap.length <= APART && !/[\u3002\n]/.test(gap)) {
      result[result.length - 1] = { ...before, end: slip.end, isCertain: before.isCertain || slip.isCertain }
    } else result.push(slip)
  }
  return result
}

export const fixedPhrase: Rule = {
  id: 'fixed-phrase',
  severity: 'error',
  basis: null,
  certain: '所列写法把固定表述的词换了位置或换成了别的词，不是任何文件的表述',
  summary: '固定表述写错',
  why: '重要论断和法定表述有固定的写法，多字、漏字、换词、颠倒都是差错。本单位认可的写法可在配置的 phrases 中登记。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，云溪县增强“四个自信”、坚定“四个意识”、做到“两个维护”，推进法治建设。\n',
          message:
            '“增强‘四个自信’、坚定‘四个意识’”有误，规范表述是“增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’”（《中国共产党章程》），请改正。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n县长坚持重点工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。\n',
          message:
            '“重点工作亲自部署、重大问题亲自过问”与规范表述“重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办”（《党政主要负责人履行推进法治建设第一责任人职责规定》第四条）相近而不同，请核对。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，云溪县统筹推进“五位一体”总体布局和“四个全面”总体布局，推进法治建设。\n',
          message:
            '“‘四个全面’总体布局”有误，规范表述是“统筹推进‘五位一体’总体布局、协调推进‘四个全面’战略布局”（《中国共产党章程》），请改正。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，云溪县树牢“四个意识”，坚定“四个自信”，坚决做到“两个维护”，坚持依法治县、依法执政、依法行政共同推进。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n经过公众参与、专家论证、风险评估，落实“谁主管谁普法、谁执法谁普法”和双随机一公开监管。\n',
        },
        {
          draft:
            '# 云溪县2020年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府，坚持法治国家、法治政府、法治社会一体化建设。\n',
        },
      ],
    }
  },
  *check({ text, report }, local): Generator<Problem> {
    const byWording = new Map<string, { slip: Slip; places: Span[] }>()
    for (const slip of slipsOf(text, report.year, local)) {
      const place = withQuotes(text, slip)
      const written = inQuotes(text.slice(place.start, place.end))
      const known = byWording.get(written)
      if (known) known.places.push(place)
      else byWording.set(written, { slip, places: [place] })
    }
    for (const [written, { slip, places }] of byWording) {
      const right = `${inQuotes(slip.phrase.phrase)}（${slip.phrase.source}）`
      const { at, related, count } = severalPlaces(places)
      yield {
        message: slip.isCertain
          ? `${written}有误，规范表述是${right}，请改正${count}。`
          : `${written}与规范表述${right}相近而不同，请核对${count}。`,
        severity: slip.isCertain ? 'error' : 'warning',
        at,
        related,
      }
    }
  },
}
