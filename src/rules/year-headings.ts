import type { Problem } from '../finding.js'
import type { Draft, Section } from '../model.js'
import { yearsIn } from '../text/dates.js'
import { inQuotes } from '../text/quote.js'
import { ABOUT_EARLIER, ACCOUNT, ACCOUNT_HEADING, BEFORE_YEAR, PART_OF_YEAR, PLAN, PLAN_PERHAPS } from './year-words.js'

/** Quoted titles and slogans, whose years are their own. */
const QUOTED = /《[^》\n]{0,80}》|“[^”\n]{0,80}”/g
/** A heading that goes by a document of its year: 落实2022年工作要点. */
const GOES_BY = /(?:落实|贯彻|按照|对照|围绕|根据|依据|执行|紧扣|对标|完成)$/

/** 下一步工作安排（2024年）. */
const BRACKETED = /[(\uff08](20\d\d)年度?[)\uff09]$/

const NAMES_YEAR = /20\d\d[ \u00a0]{0,2}年|二[\u3007○零]/

interface Dated {
  year: number
  index: number
  /** What it heads: the text behind 年, up to the next year. */
  own: string
}

interface Mismatch {
  found: number
  expected: number[]
  /** Whether the year dates the heading, and not something in it: 承办2022年全省现场会. */
  isOwnTime: boolean
}

/** What leads to a year that dates the heading. */
const LEAD = /^(?:关于|推进|开展|现将)?$|[和与及、]$|[(\uff08]$/

/** The years a heading names as its own time. */
function yearsOf(name: string): Dated[] {
  const text = name.replace(/(\d)[ \u00a0]{1,2}年/g, '$1年').replace(QUOTED, (quote) => '\u3000'.repeat(quote.length))
  const [bracketed, digits] = BRACKETED.exec(text) ?? []
  if (bracketed) return [{ year: Number(digits), index: text.length - bracketed.length + 1, own: text }]
  const dated = yearsIn(text).filter(({ index }) => text[index + 4] === '年')
  return dated.flatMap(({ year, index }, i) => {
    const own = text.slice(index + 5, dated[i + 1]?.index)
    const before = text.slice(0, index)
    // The joint of 2023年不足和2024年打算 compares nothing.
    const isBound = BEFORE_YEAR.test(before) && !/[和与及、]$/.test(before)
    return PART_OF_YEAR.test(text.slice(index + 5)) || isBound || GOES_BY.test(before) ? [] : [{ year, index, own }]
  })
}

/** Years that words let a heading name; `null` where they do not tell. */
function allowedBy(words: string, year: number): number[] | null {
  const plans = PLAN.test(words)
  const accounts = ACCOUNT.test(words)
  if (plans !== accounts) return [plans ? year + 1 : year]
  return plans || PLAN_PERHAPS.test(words) ? [year, year + 1] : null
}

interface Place {
  section: Section
  /** Contents it holds itself. */
  owners: string[]
  /** Contents it or a section above it holds. */
  inherited: string[]
}

/** The year a heading should name instead of one of those it does; `null` where all is well. */
function mismatchIn({ section, owners, inherited }: Place, year: number): Mismatch | null {
  const { name, level } = section
  const isOwn = level === 1 || owners.length > 0
  for (const { year: found, index, own } of yearsOf(name)) {
    const isNear = found === year || found === year + 1
    if (!isNear && ABOUT_EARLIER.test(own.replace(/计划|报告/g, ''))) continue
    if (!isOwn && (index > 0 || !(PLAN.test(own) || ACCOUNT_HEADING.test(own)))) continue
    const expected = allowedBy(own, year) ?? allowedBy(name, year) ?? (owners.length > 0 ? [year, year + 1] : null)
    if (!expected || expected.includes(found)) continue
    // 2023年工作安排部署到位 tells what was done where its section does.
    if (found === year && !inherited.includes('plan')) continue
    return { found, expected, isOwnTime: LEAD.test(name.slice(0, index)) }
  }
  return null
}

/** Sections whose heading names a year, each below those that hold it. */
function datedIn(sections: Section[], above: Section[], found: Section[][]): Section[][] {
  for (const section of sections) {
    if (NAMES_YEAR.test(section.name)) found.push([...above, section])
    if (section.children.length > 0) datedIn(section.children, [...above, section], found)
  }
  return found
}

function placeOf({ contents }: Draft, path: Section[]): Place | null {
  const section = path.at(-1)
  if (!section) return null
  const held = contents.filter(({ state }) => state !== 'mentioned')
  const owners = held.filter((content) => content.section === section).map(({ key }) => key)
  const inherited = held.filter((content) => content.section && path.includes(content.section)).map(({ key }) => key)
  return { section, owners, inherited }
}

/** Headings that name another year than the report's, or the next in a plan. An error where the title tells the year. */
export function* wrongHeadings(draft: Draft, year: number): Generator<Problem> {
  const isTitled = yearsIn(draft.report.title ?? '').some((each) => each.year === year)
  for (const path of datedIn(draft.sections, [], [])) {
    const place = placeOf(draft, path)
    const mismatch = place && mismatchIn(place, year)
    if (!mismatch) continue
    const { heading, block, level } = place.section
    const { found, expected, isOwnTime } = mismatch
    const from = block.text.indexOf(String(found))
    const isCertain = isTitled && isOwnTime && (level === 1 || place.owners.length > 0)
    yield {
      message: `标题${inQuotes(heading)}写的是${found}年，而这是${year}年度的报告，这里应是${expected.map((each) => `${each}年`).join('或')}，请核对年份。`,
      at: from < 0 ? { block } : { block, from, to: from + 4 },
      ...(isCertain ? {} : { severity: 'warning' }),
    }
  }
}
