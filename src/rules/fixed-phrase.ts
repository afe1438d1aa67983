import type { Anchor, Local, Problem, Rule } from '../finding.js'
import type { Span } from '../model.js'
import { once } from '../text/once.js'
import { agreementAt, bareOf, reversed, slipsIn, windowAround } from '../text/set-phrase.js'
import { type Sought, wordSearch } from '../text/words.js'
import { FREQUENT_PAIRS } from './frequent-pairs.js'
import type { Phrase } from './phrases.js'
import { LEGAL_PHRASES } from './phrases-law.js'
import { POLITICAL_PHRASES } from './phrases-politics.js'

const QUOTES = /[\u201c\u201d]/g

/** Two units of a phrase that are searched for; what stands around them is then looked at. */
interface Key extends Sought {
  phrase: Phrase
  /** The text it is part of, without quotes: a listed wrong wording, or the phrase. */
  text: string
  /** Offset of the pair in it. */
  offset: number
  /** What a wrong wording is; `null` for the phrase. */
  wrong: { isCertain: boolean } | null
  /** The text without marks, the pair's offset in it, where its members begin. */
  bare: { text: string; offset: number; bounds: number[] }
  /** Units that must agree around the pair before the sentence is looked at. */
  least: number
}

/** Where members begin in a phrase, in units of the phrase without marks. */
function boundsOf(phrase: string): number[] {
  const marks = [...phrase.matchAll(/[、和与及]/g)]
  return marks.map(({ index }) => bareOf(phrase.slice(0, index)).text.length)
}

function keyAt(text: string, at: number, phrase: Phrase, wrong: Key['wrong']): Key {
  const bare = { text: bareOf(text).text, offset: bareOf(text.slice(0, at)).text.length, bounds: boundsOf(text) }
  return {
    word: text.slice(at, at + 2),
    key: 0,
    phrase,
    text: text.replace(QUOTES, ''),
    offset: text.slice(0, at).replace(QUOTES, '').length,
    wrong,
    bare,
    // A slip or two leave one of the two pairs a third of the phrase.
    least: Math.max(4, Math.min(8, Math.ceil(bare.text.length / 3))),
  }
}

/** Higher for pairs that reports are full of; 0 for rare ones, which are cheap to search for. */
function frequency(pair: string): number {
  const rank = FREQUENT_PAIRS.indexOf(pair)
  return rank < 0 ? 0 : FREQUENT_PAIRS.length - rank
}

/** Offsets of pairs within the members and quotes of a text, rarest first. */
function pairsOf(text: string): number[] {
  const isPair = (at: number): boolean => /^[\u4e00-\u9fff]{2}$/.test(text.slice(at, at + 2))
  const isParted = (at: number): boolean => /[和与及]/.test(text.slice(at, at + 2))
  return [...text]
    .map((_, at) => at)
    .filter((at) => isPair(at) && !isParted(at))
    .sort((a, b) => frequency(text.slice(a, a + 2)) - frequency(text.slice(b, b + 2)) || a - b)
}

function wrongKeys(phrase: Phrase): Key[] {
  const keys = (texts: string[] = [], isCertain: boolean): Key[] =>
    texts.flatMap((text) => {
      const [at] = pairsOf(text)
      return at === undefined ? [] : [keyAt(text, at, phrase, { isCertain })]
    })
  return [...keys(phrase.wrong, true), ...keys(phrase.odd, false)]
}

/** A pair in either half, so that a slip in one leaves the other. */
function phraseKeys(phrase: Phrase): Key[] {
  if (phrase.isLoose) return []
  const text = phrase.phrase
  const pairs = pairsOf(text)
  const halves = [pairs.find((at) => at < text.length / 2), pairs.find((at) => at >= text.length / 2)]
  return halves.flatMap((at) => (at === undefined ? [] : [keyAt(text, at, phrase, null)]))
}

const searchFor = (phrases: Phrase[]): ReturnType<typeof wordSearch<Key>> =>
  wordSearch(phrases.flatMap((phrase) => [...wrongKeys(phrase), ...phraseKeys(phrase)]))

const search = once(() => searchFor([...POLITICAL_PHRASES, ...LEGAL_PHRASES]))

interface Slip extends Span {
  phrase: Phrase
  isCertain: boolean
}

/** A wording around the pair that is nearly the phrase. */
function nearAt(text: string, { bare: { text: whole, offset, bounds } }: Key, at: number): Span | null {
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
  const { start, end, units, isWhole } = agreementAt(text, key.text, key.offset, at)
  if (wrong) return isWhole ? { phrase, isCertain: wrong.isCertain, start, end } : null
  const near = isWhole || units < key.least ? null : nearAt(text, key, at)
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

/** Slips in the order of their places; of two that overlap, the certain one. */
function slipsOf(text: string, local: Local): Slip[] {
  const slips: Slip[] = []
  const own = local.phrases.map((phrase): Phrase => ({ phrase, source: '本单位配置' }))
  const found = [...search()(text), ...(own.length > 0 ? searchFor(own)(text) : [])]
  for (const { sought, index } of found) {
    const slip = slipAt(text, sought, index)
    if (!slip || isInTitle(text, slip.start)) continue
    if (isAccepted(text, slip, local)) continue
    const recent = Math.max(0, slips.length - NEIGHBOURS)
    const rival = slips.slice(recent).findIndex(({ start, end }) => start < slip.end && slip.start < end)
    if (rival < 0) slips.push(slip)
    else if (slip.isCertain && !slips[recent + rival]?.isCertain) slips[recent + rival] = slip
  }
  return slips.sort((a, b) => a.start - b.start)
}

export const fixedPhrase: Rule = {
  id: 'fixed-phrase',
  severity: 'error',
  basis: null,
  certain: '所列写法把固定表述的词换了位置或换成了别的词，不是任何文件的表述',
  summary: '固定表述写错',
  why: '重要论断和法定表述有固定的写法，多字、漏字、换词、颠倒都是差错。本单位认可的写法可在配置的 phrases 中登记。',
  examples: {
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
  },
  *check({ text }, local): Generator<Problem> {
    const byWording = new Map<string, { slip: Slip; places: Span[] }>()
    for (const slip of slipsOf(text, local)) {
      const place = withQuotes(text, slip)
      const written = inQuotes(text.slice(place.start, place.end))
      const known = byWording.get(written)
      if (known) known.places.push(place)
      else byWording.set(written, { slip, places: [place] })
    }
    for (const [written, { slip, places }] of byWording) {
      const right = `${inQuotes(slip.phrase.phrase)}（${slip.phrase.source}）`
      const count = places.length > 1 ? `，全文共 ${places.length} 处` : ''
      const [at = null, ...related] = places.map((place): Anchor => ({ text: place }))
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
