import type { Block, Section } from '../model.js'
import { yearsIn } from '../text/dates.js'

/** A heading with these words speaks of the year after the report year. */
const AHEAD = /安排|打算|计划|思路|展望|下一步|任务|要点/

/**
 * Report year of a draft whose title does not tell it: the year most of the opening, the headings and the date of
 * publication agree on.
 * @param publication ISO date of publication or signature
 */
export function inferYear(opening: Block[], sections: Section[], publication: string | null): number | null {
  const votes = new Map<number, number>()
  const vote = (year: number, weight: number): void => {
    votes.set(year, (votes.get(year) ?? 0) + weight)
  }
  const first = opening.find((block) => block.text.length >= 20)
  const [mentioned] = first ? yearsIn(first.text) : []
  if (mentioned) vote(mentioned.year, mentioned.index === 0 ? 4 : 2)
  for (const section of sections) {
    for (const { year } of yearsIn(section.name)) vote(AHEAD.test(section.name) ? year - 1 : year, 2)
  }
  if (publication) vote(Number(publication.slice(0, 4)) - 1, 3)
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best?.[0] ?? null
}
