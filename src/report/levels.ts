import { type Heading, RANK } from './headings.js'

/** What a look without a rank of its own stands below the next higher one; several of them still stand above the next numbering. */
const BETWEEN = 0.1

/** Headings of one look: of one numbering, or without numbers of one Markdown depth, one look or one sort of wording. */
interface Group {
  kind: 'numbered' | 'markdown' | 'look' | 'topic' | 'bare'
  /** Smallest Markdown depth; infinite for lines that are no Markdown heading. */
  depth: number
  /** Order among groups of one depth; `null` where the numbered headings of that depth tell it. */
  rank: number | null
  headings: Heading[]
}

const isBare = ({ leaf, numeral }: Heading): boolean => numeral === null && leaf.depth === null

/** Whether a heading by topic stands right below one that names a content: then topics stand below contents. */
function nestsTopics(headings: Heading[], isNamed: (heading: string) => boolean): boolean {
  return headings.some((heading, i) => {
    const next = headings[i + 1]
    if (!next || !isBare(heading) || !isBare(next) || next.leaf.top !== heading.leaf.top + 1) return false
    return isNamed(heading.leaf.text) && !isNamed(next.leaf.text)
  })
}

/** Ranks of the looks of headings without number: that of numbered headings that look so too, else below the next higher look. */
function ranksByLook(headings: Heading[]): Map<number, number> {
  const ranks = new Map<number, number>()
  for (const { leaf, numeral } of headings) if (leaf.look !== null && numeral) ranks.set(leaf.look, RANK[numeral.style])
  const bare = headings.flatMap((heading) => (isBare(heading) && heading.leaf.look !== null ? [heading.leaf.look] : []))
  const unranked = [...new Set(bare)].filter((look) => !ranks.has(look)).sort((a, b) => a - b)
  for (const look of unranked) {
    const higher = [...ranks].filter(([other]) => other < look).map(([, rank]) => rank)
    // One look alone tells nothing of levels.
    if (higher.length > 0) ranks.set(look, Math.max(...higher) + BETWEEN)
    else if (unranked.length > 1) ranks.set(look, RANK.han)
  }
  return ranks
}

function groupsOf(headings: Heading[], isNamed: (heading: string) => boolean): Map<string, Group> {
  const groups = new Map<string, Group>()
  const hasTopicsBelow = nestsTopics(headings, isNamed)
  const looks = ranksByLook(headings)
  const add = (heading: Heading, kind: Group['kind'], sort: string | number, rank: Group['rank']): void => {
    const key = `${kind} ${sort}`
    const group = groups.get(key) ?? { kind, depth: Infinity, rank, headings: [] }
    group.depth = Math.min(group.depth, heading.leaf.depth ?? Infinity)
    group.headings.push(heading)
    groups.set(key, group)
  }
  for (const heading of headings) {
    const { leaf, numeral } = heading
    const rankOfLook = leaf.look === null ? undefined : looks.get(leaf.look)
    if (numeral) add(heading, 'numbered', numeral.style, RANK[numeral.style])
    else if (leaf.depth !== null) add(heading, 'markdown', leaf.depth, null)
    else if (rankOfLook !== undefined) add(heading, 'look', rankOfLook, rankOfLook)
    else if (hasTopicsBelow && !isNamed(leaf.text)) add(heading, 'topic', '', RANK.han + 0.5)
    // Headings without number stand beside 一、 until the numbering shows that they stand above it.
    else add(heading, 'bare', '', RANK.han)
  }
  return groups
}

const countOfFirsts = ({ headings }: Group): number => headings.filter(({ numeral }) => numeral?.value === 1).length

/** Where a group stands among the others: by depth, then by rank. */
interface Standing {
  depth: number
  rank: number
  headings: Heading[]
}

function standingOf(group: Group, groups: Map<string, Group>, isNamed: (heading: string) => boolean): Standing {
  const { kind, depth, headings } = group
  const han = groups.get('numbered han')
  const [only, ...others] = headings
  // 一、 that begins anew under several headings without number stands below them.
  if (kind === 'bare' && han && countOfFirsts(han) > 1 && others.length > 0)
    return { depth, rank: RANK.han - 0.5, headings }
  // A lone heading around the numbered ones (正文) is no section of the report.
  if (kind === 'markdown' && han && others.length === 0 && !isNamed(only?.leaf.text ?? ''))
    return { depth: han.depth, rank: RANK.han, headings }
  const peer = [...groups.values()].find((other) => other.kind === 'numbered' && other.depth === depth)
  return { depth, rank: group.rank ?? peer?.rank ?? RANK.han, headings }
}

/** Level of every heading: by Markdown depth where it tells headings apart, else by the order of numbering styles. */
export function levelsOf(headings: Heading[], isNamed: (heading: string) => boolean): Map<Heading, number> {
  const groups = groupsOf(headings, isNamed)
  const order = [...groups.values()]
    .map((group) => standingOf(group, groups, isNamed))
    .sort((a, b) => a.depth - b.depth || a.rank - b.rank)
  const levels = new Map<Heading, number>()
  let level = 0
  let above: Standing | undefined
  for (const standing of order) {
    if (standing.depth !== above?.depth || standing.rank !== above.rank) level++
    for (const heading of standing.headings) levels.set(heading, level)
    above = standing
  }
  return levels
}
