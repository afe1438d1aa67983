import { ownersOf, reportsOnce } from '../../corpus/joint.js'
import type { Review, UnitReview } from '../../corpus/review.js'
import type { Verdict } from '../../finding.js'
import { topicNotCovered } from '../../rules/topic-not-covered.js'
import { TOPICS } from '../../rules/topics.js'
import { spokenDate } from '../../text/dates.js'
import { SEVERITIES } from '../../words.js'
import { type Annex, type Annexes, annexesOf } from './circular-annexes.js'
import { type Named, named } from './circular-names.js'
import { demandsFor, dueFor } from './deadline.js'
import { commonBasis } from './slip-duties.js'

/**
 * What the template of a circular sees. Every value is a string, for Handlebars would add up adjacent numbers, or a list
 * or group of such; a group that does not apply is `null`, a text that does not, empty. Names and other words of files and
 * rosters are escaped for Markdown.
 */
export interface CircularContext extends Record<Verdict, string> {
  year: string
  next: string
  /** 2026年4月8日: of the review. */
  date: string
  /** The regulation, with 《》. */
  regulation: string
  /** The article on contents. */
  contents: string
  /** What it demands, 、 between. */
  duties: string
  /** 2026年3月1日, where it is the same for all. */
  due: string
  /** Name of the roster. */
  roster: string
  /** Units of the roster, those of them that handed in (without a roster all that did), reports that have a date. */
  expected: string
  received: string
  dated: string
  missing: Named | null
  late: Named | null
  undated: Named | null
  twice: Named | null
  unlisted: Named | null
  /** Files, not units. */
  otherYear: Named | null
  unread: Named | null
  /** Reports read, those with all demanded contents, and those without. */
  reviewed: string
  complete: string
  incomplete: string
  lacking: (Named & { title: string })[]
  scattered: Named | null
  /** The plan of the eight 体系, with 《》. */
  plan: string
  topics: { number: string; name: string; expected: string; touched: string }[]
  findings: string
  errors: string
  warnings: string
  infos: string
  frequencies: { number: string; summary: string; severity: string; units: string; findings: string }[]
  changes: { mended: string; standing: string; added: string } | null
  /** Whose result is that of the review before, for nothing came since. */
  carried: Named | null
  /** Pairs, units among them, where their names stand. */
  similar: { count: string; units: string; annex: string } | null
  annexes: Annex[]
}

/** Frequent defects that are told. */
const MOST_DEFECTS = 10

const namesOf = (units: UnitReview[]): string[] => units.map(({ unit }) => unit.name)

/** 3月9日, with its year where that is not the year of the deadline. */
function dayOf({ punctuality }: UnitReview, year: number): string {
  const day = spokenDate(punctuality?.on ?? '')
  return day.startsWith(`${year + 1}年`) ? day.slice(`${year + 1}年`.length) : day
}

/** The deadline that holds for every unit; empty where it differs. */
function commonDue(units: UnitReview[], year: number): string {
  const days = new Set(
    units.map((unit) =>
      unit.punctuality?.deadline ? spokenDate(unit.punctuality.deadline) : (dueFor('reported', unit, year)?.day ?? ''),
    ),
  )
  return days.size === 1 ? ([...days][0] as string) : ''
}

interface Contents {
  basis: string
  duties: string
  lacking: { title: string; units: UnitReview[] }[]
  incomplete: { unit: UnitReview; titles: string[] }[]
  scattered: UnitReview[]
}

/** Which demanded contents reports lack, by content and by unit. */
function contentsOf(reports: UnitReview[], { contents, year }: Review): Contents {
  const required = contents.filter((content) => content.required)
  const stateOf = ({ report }: UnitReview, key: string) => report?.sections[key]?.state ?? 'absent'
  const lacks = (key: string): UnitReview[] => reports.filter((unit) => stateOf(unit, key) === 'absent')
  const titlesOf = (unit: UnitReview): string[] =>
    required.filter(({ key }) => stateOf(unit, key) === 'absent').map(({ title }) => title)
  const isScattered = (unit: UnitReview): boolean =>
    required.some(({ key }) => ['embedded', 'mentioned'].includes(stateOf(unit, key)))
  const [first] = reports
  const basis = first ? commonBasis(demandsFor(first, year).contents) : null
  return {
    basis: basis?.replace(/^参照/, '') ?? '',
    duties: required.map(({ title }) => title).join('、'),
    lacking: required.map(({ key, title }) => ({ title, units: lacks(key) })).filter(({ units }) => units.length > 0),
    incomplete: reports.map((unit) => ({ unit, titles: titlesOf(unit) })).filter(({ titles }) => titles.length > 0),
    scattered: reports.filter(isScattered),
  }
}

function topicsOf(reports: UnitReview[]): CircularContext['topics'] {
  return TOPICS.map(({ name }) => ({
    name,
    expected: reports.filter(({ topics }) => topics?.expected.includes(name)),
  }))
    .filter(({ expected }) => expected.length > 0)
    .map(({ name, expected }, i) => ({
      number: String(i + 1),
      name,
      expected: String(expected.length),
      touched: String(expected.filter(({ topics }) => topics?.touched.includes(name)).length),
    }))
}

/** A count that a template may ask for: nothing for zero. */
const orEmpty = (count: number): string => (count === 0 ? '' : String(count))

function similarOf({ similar }: Review, annexes: Annexes): CircularContext['similar'] {
  if (similar.length === 0) return null
  const units = new Set(similar.flatMap(({ files }) => files))
  return { count: String(similar.length), units: String(units.size), annex: annexes.named.similar }
}

/** A review as the template of a circular sees it. */
export function circularContext(review: Review): CircularContext {
  const { units, year, totals } = review
  const having = (isOne: (unit: UnitReview) => boolean): UnitReview[] => units.filter(isOne)
  const missing = having(({ receipt }) => receipt === 'missing')
  const listed = having(({ receipt }) => receipt === 'received')
  const unlisted = having(({ receipt }) => receipt === 'unlisted')
  const late = having(({ punctuality }) => punctuality?.state === 'late' && punctuality.on !== null)
  const dated = having(({ punctuality }) => punctuality !== null && punctuality.on !== null)
  const isOtherYear = ({ report }: UnitReview): boolean => (report?.year ?? year) !== year
  const read = having((unit) => unit.report !== null && unit.verdict !== null && !isOtherYear(unit))
  // A joint report counts once, under the names of all whose it is.
  const reports = reportsOnce(read).map((each) => ({ ...each, unit: { ...each.unit, name: ownersOf(each) } }))
  const contents = contentsOf(reports, review)
  const annexes = annexesOf(
    {
      late: [
        ...missing.map(({ unit }): [string, string] => [unit.name, '未报送']),
        ...late.map((each): [string, string] => [each.unit.name, `${dayOf(each, year)}报送`]),
      ],
      lacking: contents.incomplete,
    },
    review,
  )
  const regulation = units.map((unit) => dueFor('reported', unit, year)?.basis ?? '').find((basis) => basis !== '')
  return {
    year: String(year),
    next: String(year + 1),
    date: spokenDate(review.date),
    regulation: /《[^》]*》/.exec(regulation ?? '')?.[0] ?? '',
    contents: contents.basis,
    duties: contents.duties,
    due: commonDue(units, year),
    roster: review.roster ?? '',
    expected: String(listed.length + missing.length),
    received: String(review.roster === null ? listed.length + unlisted.length : listed.length),
    dated: orEmpty(dated.length),
    missing: named(namesOf(missing), annexes.named.late),
    late: named(
      late.map((each) => `${each.unit.name}（${dayOf(each, year)}）`),
      annexes.named.late,
    ),
    undated: named(namesOf(having(({ report, punctuality }) => report !== null && punctuality?.state === 'unknown'))),
    twice: named(namesOf(having(({ files }) => files.length > 1))),
    unlisted: review.roster === null ? null : named(namesOf(unlisted)),
    otherYear: named(
      [
        ...review.others.filter(({ reason }) => reason === 'other-year').map(({ path }) => path),
        ...having(isOtherYear).map(({ files, unit }) => files[0] ?? unit.name),
      ],
      '',
      '份',
    ),
    unread: named(namesOf(having(({ error }) => error !== null))),
    reviewed: orEmpty(reports.length),
    complete: String(reports.length - contents.incomplete.length),
    incomplete: String(contents.incomplete.length),
    lacking: contents.lacking.map(({ title, units: some }) => ({
      title,
      ...(named(namesOf(some), annexes.named.lacking, '份') as Named),
    })),
    scattered: named(namesOf(contents.scattered), '', '份'),
    plan: topicNotCovered.basis ?? '',
    topics: topicsOf(reports),
    findings: String(totals.errors + totals.warnings + totals.infos),
    errors: String(totals.errors),
    warnings: String(totals.warnings),
    infos: String(totals.infos),
    pass: String(totals.verdicts.pass),
    revise: String(totals.verdicts.revise),
    return: String(totals.verdicts.return),
    frequencies: review.frequencies.slice(0, MOST_DEFECTS).map((each, i) => ({
      number: String(i + 1),
      summary: each.summary,
      severity: SEVERITIES[each.severity],
      units: String(each.units),
      findings: String(each.findings),
    })),
    changes: totals.changes && {
      mended: String(totals.changes.mended),
      standing: String(totals.changes.standing),
      added: String(totals.changes.added),
    },
    carried: named(namesOf(having((unit) => unit.carried !== null))),
    similar: similarOf(review, annexes),
    annexes: annexes.list,
  }
}
