import { placesOf } from '../text/units.js'
import { type Mention, mentionAt } from './figure-conflict-mentions.js'

/** What rates end in that an issuer has one of in a year. */
const SIGN = '诉率'
const LINK = /^(?:为|达到?|是|均为)?(?=\d)/
/** Such rates as reports call them; with more words they are of some cases or offices alone: 一审, 县政府, 正职. */
const RATES: { name: string; words: RegExp }[] = [
  {
    name: '负责人出庭应诉率',
    words: /^(?:实现)?(?:各级)?(?:行政机关|行政(?:诉讼|应诉)(?:案件)?|行政案件)?(?:行政机关)?(?:负责人)?出庭应诉率$/,
  },
  { name: '行政诉讼败诉率', words: /^行政(?:机关|案件|(?:诉讼|应诉)(?:案件)?)?败诉率$/ },
]
/** Said before a rate: it is of these cases or persons alone. */
const NARROWED = /一审|二审|再审|开庭|正职|副职|主要负责人|主要领导|一把手|被告/
/** Most places that are looked at. */
const MOST = 40

/** Pairs of one rate of the whole issuer, each with the first place of it. */
export function* ratesIn(text: string): Generator<[Mention, Mention]> {
  const places = placesOf(text, SIGN)
  if (places.length < 2) return
  const known = new Map<string, Mention>()
  for (const at of places.slice(0, MOST)) {
    const behind = at + SIGN.length
    const link = LINK.exec(text.slice(behind, behind + 3))?.[0]
    const mention = link === undefined ? null : mentionAt(text, behind + link.length)
    const rate = mention?.figure.unit === '%' ? RATES.find(({ words }) => words.test(mention.indicator)) : undefined
    if (!mention || !rate || NARROWED.test(mention.before)) continue
    const first = known.get(rate.name)
    if (first) yield [first, mention]
    else known.set(rate.name, mention)
  }
}
