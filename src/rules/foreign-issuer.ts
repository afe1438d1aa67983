import type { Problem, Rule } from '../finding.js'
import type { Draft, Span } from '../model.js'
import { once } from '../text/once.js'
import { headedSearch } from '../text/pattern-search.js'
import { clauseAround, isQuoteOpen } from '../text/sentence-around.js'
import { strangersIn } from './foreign-places.js'
import { type Issuer, issuerIn, levelsOf } from './issuer-level.js'
import { severalPlaces } from './several-places.js'

/** 我县, 本局, with what only looks like it left out: 自我局限, 我市场监管局, 基本县情. */
const SELF =
  /(?:我(?<!自我)|本(?<![基成版资根样文原日课标副书范剧]本))(县(?!域)|区(?![域块间分别划])|市(?!场)|州(?!际)|[盟旗]|镇(?![静痛定])|乡(?![村镇愁亲音情土])|街道|局(?![限势域面])(?!部(?![署分门]))|厅|委(?![托派婉屈员以身]))/g
const selfIn = headedSearch('我本', SELF)
/** Levels that one issuer's text may carry into another's. */
const LEVELS = ['县', '区', '镇', '乡', '街道']
/** What leads an organ or a sentence: 县长带头, not 镇长期. */
const LEADS = '长(?=主持|带头|出庭|担任|任|多次|亲自|[、,\\uff0c])'
const COUNTY = `(?:委常委会|政府常务会|委书记|${LEADS}|委、[县区]政府|委理论学习中心组|政府党组)`
const TOWN = `(?:党委|政府|人民政府|党工委|办事处|人大主席|${LEADS})`
/** 全县, where no county can be meant. */
const WHOLE = /全(县|区|镇|乡|街道)(?![域块村间划民程面体长员])/g
const wholeIn = headedSearch('全', WHOLE)
/** Organs of a place without its name: 县委常委会, 区政府常务会议. */
const organsIn = once(() => headedSearch('县区镇乡街', new RegExp(`([县区])${COUNTY}|([镇乡]|街道)${TOWN}`, 'g')))
/** Before an organ without a name: the head of a clause, or a preposition. */
const UNNAMED = /^$|[\n\u3002\uff0c,\uff1b;\uff1a:\uff08(在经由向被受按据报请将及和与是]$/
/** 食品安全县 is no 全县; 现将全县 is told apart. */
const NO_WHOLE = /[安完健保齐]$|现将$/
const SITTING = /^[县区](?:委常委会|政府常务会)/
/** 现将我县……报告如下: whose report it is. */
const REPORTS = /现将[我本全](省|市|县|区|州|镇|乡|街道)/g
const reportsIn = headedSearch('现', REPORTS)
/** The place changed its level within memory: the old one may be spoken of. */
const RENAMED = /撤[县市区乡镇地][设建改并]|县改[市区]|乡改镇|镇改街|区划调整|托管|代管/

/** Organs and papers of a level that may stand above a county. */
const ABOVE: Record<string, RegExp> = {
  市: /市(?:委|人民政府|政府)|(?:自治区|省)、?市/,
  州: /州(?:委|人民政府|政府)|省、?州/,
  盟: /盟(?:委|行政公署|行署)|自治区、?盟/,
}

/** What tells that a zone belongs to a city. */
const OF_CITY = /市(?:委|人民政府|政府|级|人大)/
/** What tells that a zone may belong to a county. */
const OF_COUNTY = /县[委级直政人法公检监市司]|[全本该]县/

type Certainty = 'error' | 'warning' | null

/** What a level means in the report of this issuer. */
interface Reading {
  issuer: Issuer
  /** Levels that are the issuer's own or stand above it; `null` where its name does not tell. */
  levels: string | null
  /** The one of 市, 州 and 盟 that stands above a county or district, where the report tells. */
  superior: string | null
  /** A zone whose text names a city above it and nowhere a county. */
  isOfCity: boolean
}

function readingOf(issuer: Issuer, { text, report }: Draft): Reading {
  const levels = levelsOf(issuer)
  return {
    issuer,
    levels: levels !== null && text.includes('自治区') ? `${levels}区旗盟` : levels,
    superior: /^[县区旗]$/.test(issuer.level ?? '') ? superiorIn(text, report.addressee ?? '') : null,
    isOfCity: issuer.isZone && OF_CITY.test(text) && !OF_COUNTY.test(text),
  }
}

/** What stands above the issuer by the addressee, or else by the organs and papers that the text names: 省、州实施方案. */
function superiorIn(text: string, addressee: string): string | null {
  for (const told of [addressee, text]) {
    const above = [...'市州盟'].filter((level) => told.includes(level) && ABOVE[level]?.test(told))
    if (above.length > 0) return above.length === 1 ? (above[0] as string) : null
  }
  return null
}

const isTown = (word: string): boolean => word === '镇' || word === '乡' || word === '街道'

/** Whether 我县, 我局 contradicts the issuer. A word its name holds never does. */
function selfFault(word: string, { issuer, levels, superior, isOfCity }: Reading): Certainty {
  const { name, kind, level, isZone } = issuer
  if (name.includes(word)) return null
  if (isTown(word)) {
    if (kind === 'township') return level === null || level === word ? null : 'error'
    return isZone ? 'warning' : level === null ? null : 'error'
  }
  if (superior !== null && word !== superior && '市州盟'.includes(word) && word !== level) return 'warning'
  if (word === '局' || word === '厅') return kind === 'department' ? 'warning' : 'error'
  if (word === '委') return kind === 'government' ? (isZone ? null : 'error') : 'warning'
  if (isZone) return word === '县' && isOfCity ? 'warning' : null
  return levels === null || levels.includes(word) ? null : 'error'
}

/** Whether 全县, or 县委 without a name, contradicts the issuer: only where no such place can stand above or below. */
function placeFault(word: string, { issuer, levels }: Reading): boolean {
  const { name, kind, level } = issuer
  if (levels === null || name.includes(word) || levels.includes(word)) return false
  if (isTown(word)) return kind === 'township' && level !== word
  return kind === 'township' || level === '县' || level === '区' || level === '市'
}

/** What the issuer calls itself: 我区, 我局. */
function ownWord({ kind, level, parent, name, isZone }: Issuer, word: string): string {
  const isBody = word === '局' || word === '厅' || word === '委' || isTown(word)
  if (kind === 'township' && !isBody && parent !== null) return `我${level}”或“我${parent}`
  if (kind === 'department' && isBody)
    return `我${/(局|厅|委|办|中心|院|队)[^局厅委办中心院队]*$/.exec(name)?.[1] ?? '单位'}`
  return `我${level ?? (isZone ? '区' : '单位')}`
}

interface Found {
  word: string
  severity: 'error' | 'warning'
  hint: string
  places: Span[]
}

function collect(text: string, reading: Reading): Found[] {
  const found = new Map<string, Found>()
  const add = (match: RegExpMatchArray, severity: Found['severity'], hint: string): void => {
    const start = match.index ?? 0
    if (isQuoteOpen(text.slice(clauseAround(text, start).start, start))) return
    const place = { start, end: start + match[0].length }
    const known = found.get(match[0])
    if (known) known.places.push(place)
    else found.set(match[0], { word: match[0], severity, hint, places: [place] })
  }
  for (const match of selfIn(text)) {
    const word = match[1] ?? ''
    const severity = selfFault(word, reading)
    if (severity) add(match, severity, `应写“${ownWord(reading.issuer, word)}”`)
  }
  for (const match of reportsIn(text)) {
    const word = match[1] ?? ''
    const { kind, name, level } = reading.issuer
    const isOthers = kind !== 'department' && level !== null && !name.includes(word) && !found.has(match[0].slice(2))
    if (isOthers) add(match, 'warning', `应写“${ownWord(reading.issuer, word)}”`)
  }
  const foreign = new Set(LEVELS.filter((level) => placeFault(level, reading)))
  // A city has counties below it: only the sittings of one are told.
  const isAbove = reading.issuer.level === '市' && reading.issuer.kind !== 'township'
  if (foreign.size === 0) return [...found.values()]
  for (const match of isAbove ? [] : wholeIn(text)) {
    const level = match[1] ?? ''
    if (!foreign.has(level) || NO_WHOLE.test(text.slice(Math.max(0, match.index - 2), match.index))) continue
    add(match, 'warning', `应写“${ownWord(reading.issuer, level).replaceAll('我', '全')}”`)
  }
  for (const match of organsIn()(text)) {
    if (!foreign.has(match[1] ?? match[2] ?? '')) continue
    if (!UNNAMED.test(text.slice(Math.max(0, match.index - 1), match.index))) continue
    const isSitting = SITTING.test(match[0])
    if (isAbove && !isSitting) continue
    const isCertain = isSitting && !isAbove && reading.issuer.kind !== 'township'
    add(match, isCertain ? 'error' : 'warning', '请核对机构名称')
  }
  return [...found.values()]
}

/** Self-references that leave doubt which of the two is the slip: a bureau's text under a county's title. */
function isDoubtful({ word, places }: Found, { issuer }: Reading, text: string): boolean {
  if (RENAMED.test(text)) return true
  const isBody = /[局厅委]$/.test(word)
  return isBody && places.length >= 3 && (issuer.level === null || !text.includes(`我${issuer.level}`))
}

export const foreignIssuer: Rule = {
  id: 'foreign-issuer',
  severity: 'error',
  basis: null,
  certain: '自称与标题、落款所写的发文机关层级不同，两者必有一误',
  summary: '留有别的单位的自称或名称',
  why: '从别处的稿子改写时，最容易留下“我县”“我局”“县委常委会”这样的旧称，报告公开后一眼就能看出来。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 青禾区2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n我区审查文件32件。县委常委会会议听取汇报2次。\n',
          message: '这是青禾区人民政府的报告，文中却出现“县委常委会”，请核对机构名称。',
        },
        {
          draft:
            '# 青禾区2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n我县审查文件32件，我县调解纠纷120件。\n',
          message: '这是青禾区人民政府的报告，文中却出现“我县”，应写“我区”，全文共2处。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n我局审查文件32件。\n',
          message: '这是云溪县人民政府的报告，文中却出现“我局”，应写“我县”。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n2023年，青禾县坚持依法行政，现将有关情况报告如下。\n\n## 一、主要举措和成效\n\n审查文件32件。\n',
          message: '这是云溪县人民政府的报告，却把“青禾县”写成了自己，请核对。',
        },
        {
          draft:
            '# 云溪县石桥镇人民政府2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n压实责任，双河镇党委、政府多次召开会议研究法治工作。\n',
          message: '这是云溪县石桥镇人民政府的报告，却把“双河镇”写成了自己，请核对。',
        },
      ],
      right: [
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要举措和成效\n\n我局指导我区12个部门，经验在我市推广，打破自我局限，借鉴云溪县做法。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n县委、县政府带领全县推进法治建设，我镇在全县排名第一。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n我县审查文件32件。\n\n云溪县人民政府\n\n2024年1月25日\n\n附件\n\n典型案例\n\n我局依法办结。\n',
        },
        {
          draft:
            '# 青禾区2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n与云溪县人民政府签订合作协议，云溪县委常委会会议审议通过，“我县我家”活动互访3次。\n',
        },
      ],
    }
  },
  *check(draft): Generator<Problem> {
    const issuer = issuerIn(draft)
    if (!issuer) return
    const { report, blocks } = draft
    // An annex may be another body's own words.
    const text = draft.text.slice(0, blocks.find(({ role }) => role === 'annex')?.at)
    const own = { ...draft, text }
    const reading = readingOf(issuer, own)
    const whose = `这是${report.issuer}的报告`
    const problem = (places: Span[], message: string): Pick<Problem, 'message' | 'at' | 'related'> => {
      const { at, related, count } = severalPlaces(places)
      return { message: `${whose}，${message}${count}。`, at, related }
    }
    for (const found of collect(text, reading)) {
      const { word, severity, hint, places } = found
      const message = `文中却出现“${word}”，${hint}`
      yield { ...problem(places, message), severity: isDoubtful(found, reading, text) ? 'warning' : severity }
    }
    for (const { name, places } of strangersIn(own, issuer)) {
      if (RENAMED.test(text)) return
      const message = `却把“${name}”写成了自己，请核对`
      yield { ...problem(places, message), severity: 'warning' }
    }
  },
}
