import type { Review, Standing, UnitReview } from '../../corpus/review.js'
import { standings } from '../../corpus/rounds/standing.js'
import { PAPERS, STANDINGS, UNREAD } from '../../words.js'

/** Names shown of a list. */
const SHOWN = 5

/** The first names of a list. */
export const listed = (names: string[]): string =>
  `${names.slice(0, SHOWN).join('、')}${names.length > SHOWN ? '等' : ''}`

/** Joint reports, and whose reports the review before had and this one has not, or the other way round; a line each. */
export function roundLines({ units, gone }: Review): string[] {
  const cases: [word: string, is: (unit: UnitReview) => boolean][] = [
    ['联合报送', ({ jointWith }) => jointWith.length > 0],
    ['上次未报、本次补报', ({ newlyReceived }) => newlyReceived],
  ]
  const told: [word: string, names: string[]][] = [
    ...cases.map(([word, is]): [string, string[]] => [word, units.filter(is).map(({ unit }) => unit.name)]),
    ...Object.entries(standings({ units })).map(([standing, some]): [string, string[]] => [
      `${STANDINGS[standing as Standing]}、沿用上次结果`,
      some.map(({ unit }) => unit.name),
    ]),
    ['上次在名册上、这次不在，不再对照', gone.map(({ unit }) => unit)],
  ]
  return told
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `  ${word} ${names.length} 家（${listed(names)}）`)
}

/** Files that give no report of a unit: those that could not be read are named. */
export function leftOutLines({ others }: Review): string[] {
  const unread = others.filter(({ reason }) => reason === 'unreadable').map(({ path }) => path)
  const rest = others.length - unread.length
  return [
    ...(unread.length > 0 ? [`另有 ${unread.length} 个文件${UNREAD}（${listed(unread)}）`] : []),
    ...(rest > 0 ? [`另有 ${rest} 个文件没有计入，原因见${PAPERS.table}`] : []),
  ]
}
