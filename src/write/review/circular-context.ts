import { ownersOf, reportsOnce } from '../../corpus/joint.js'
import {
  besideRoster,
  isAwaited,
  isMissing,
  isTwice,
  isUndated,
  isUnlisted,
  isUnread,
  unlistedAmong,
} from '../../corpus/receipts.js'
import type { Review, UnitReview } from '../../corpus/review.js'
import { standings } from '../../corpus/rounds/standing.js'
import type { Verdict } from '../../finding.js'
import { topicNotCovered } from '../../rules/topic-not-covered.js'
import { TOPICS } from '../../rules/topics.js'
import { spokenDate } from '../../text/dates.js'
import { DATE, RECEIPTS, SEVERITIES, UNREAD } from '../../words.js'
import { type Annex, annexesOf, type Case } from './circular-annexes.js'
import { contentsOf } from './circular-contents.js'
import { commonDue, type LateDate, lateDates } from './circular-dates.js'
import { type Named, named } from './circular-names.js'
import { dueFor } from './deadline.js'

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
  /** By when reports are to be handed in and made public: 2026年3月1日, where it is the same for all. */
  due: string
  publicationDue: string
  /** Name of the roster. */
  roster: string
  /** Units of the roster, those of them that handed in (without a roster all that did), reports that have a date. */
  expected: string
  received: string
  dated: string
  /** Once their deadline is past, and before. */
  missing: Named | null
  awaited: Named | null
  /** Whose report bears a date past its deadline, with the date: any, that of signing, that of publication. */
  late: Named | null
  signedLate: Named | null
  publishedLate: Named | null
  undated: Named | null
  twice: Named | null
  unlisted: Named | null
  /** Files, not units. */
  otherYear: Named | null
  unread: Named | null
  /** Reports read, why these are not as many as were received (empty where they are), those with all demanded contents, and those without. */
  reviewed: string
  reviewedNote: string
  complete: string
  incomplete: string
  lacking: (Named & { title: string })[]
  /** Whose report gives a demanded content no section of its own; and by how it stands there. */
  scattered: Named | null
  scatteredBy: (Named & { words: string })[]
  /** The plan of the eight 体系, with 《》. */
  plan: string
  topics: { number: string; name: string; expected: string; touched: string }[]
  /** Empty for none. */
  findings: string
  errors: string
  warnings: string
  infos: string
  /** Those that several units have, at most ten. */
  frequencies: { number: string; summary: string; severity: string; units: string; findings: string }[]
  /** Kinds of defects beside these; empty for none. */
  otherDefects: string
  changes: { mended: string; standing: string; added: string } | null
  /** Who was asked for a mended report in an earlier review, and of whom nothing came since. */
  carried: Named | null
  /** Units whose report had passed and of whom nothing came; empty for none. */
  settled: string
  /** Pairs, and units among them; without names, for nobody has looked at them yet. */
  similar: { count: string; units: string } | null
  annexes: Annex[]
}

/** Frequent defects that are told. */
const MOST_DEFECTS = 10
/** Units that must have a defect, and reports below which all are told. */
const COMMON = 2
const FEW = 5

const namesOf = (units: UnitReview[]): string[] => units.map(({ unit }) => unit.name)

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

function similarOf({ similar }: Review): CircularContext['similar'] {
  if (similar.length === 0) return null
  const units = new Set(similar.flatMap(({ files }) => files))
  return { count: String(similar.length), units: String(units.size) }
}

/** What several units have; of very few units everything, for then nothing is common. */
function defectsOf({ frequencies }: Review, reports: number): Pick<CircularContext, 'frequencies' | 'otherDefects'> {
  const told = frequencies.filter(({ units }) => units >= COMMON || reports < FEW).slice(0, MOST_DEFECTS)
  return {
    frequencies: told.map((each, i) => ({
      number: String(i + 1),
      summary: each.summary,
      severity: SEVERITIES[each.severity],
      units: String(each.units),
      findings: String(each.findings),
    })),
    otherDefects: orEmpty(frequencies.length - told.length),
  }
}

/** Why the reports reviewed are not as many as were handed in: 含名册外1家，不含无法读取的1家; else empty. */
function reviewedNote(reports: UnitReview[], { units, roster }: Review): string {
  const isJoint = reports.some(({ jointWith }) => jointWith.length > 0)
  const unlisted = unlistedAmong(reports, { roster })
  const unread = units.filter(isUnread).length
  return [
    ...(unlisted > 0 ? [`含${RECEIPTS.unlisted}${unlisted}家`] : []),
    ...(isJoint ? ['联合报送的只计一份'] : []),
    ...(unread > 0 ? [`不含${UNREAD}的${unread}家`] : []),
  ].join('，')
}

/** A review as the template of a circular sees it. */
export function circularContext(review: Review): CircularContext {
  const { units, year, totals } = review
  const having = (isOne: (unit: UnitReview) => boolean): UnitReview[] => units.filter(isOne)
  const missing = having((unit) => isMissing(unit, review))
  const awaited = having((unit) => isAwaited(unit, review))
  const listed = having(({ receipt }) => receipt === 'received')
  const unlisted = having(isUnlisted)
  const late = lateDates(units, year)
  const standing = standings(review)
  const dated = having(({ punctuality }) => punctuality !== null && punctuality.on !== null)
  const isOtherYear = ({ report }: UnitReview): boolean => (report?.year ?? year) !== year
  const read = having((unit) => unit.report !== null && unit.verdict !== null && !isOtherYear(unit))
  // A joint report counts once, under the names of all whose it is.
  const reports = reportsOnce(read).map((each) => ({ ...each, unit: { ...each.unit, name: ownersOf(each) } }))
  const contents = contentsOf(reports, review)
  const due = commonDue('reported', units, year)
  const without = (title: string, some: UnitReview[], words: string): Case => ({
    title,
    units: namesOf(some).map((name) => ({ name, words })),
  })
  const annexes = annexesOf({
    late: [
      without(RECEIPTS.missing, missing, RECEIPTS.missing),
      without(RECEIPTS.awaited, awaited, due === '' ? RECEIPTS.awaited : `${RECEIPTS.awaited}（期限为${due}）`),
      { title: `${DATE}晚于期限`, units: late.all.map(({ unit, words }) => ({ name: unit.unit.name, words })) },
    ],
    lacking: contents.incomplete,
  })
  const namedLate = (dates: LateDate[]): Named | null =>
    named(
      dates.map(({ unit, words }) => `${unit.unit.name}（${words}）`),
      annexes.named.late,
      '家',
      besideRoster([...new Set(dates.map(({ unit }) => unit))], review),
    )
  const namedUnits = (some: UnitReview[]): Named | null => named(namesOf(some), '', '家', besideRoster(some, review))
  const regulation = units.map((unit) => dueFor('reported', unit, year)?.basis ?? '').find((basis) => basis !== '')
  return {
    year: String(year),
    next: String(year + 1),
    date: spokenDate(review.date),
    regulation: /《[^》]*》/.exec(regulation ?? '')?.[0] ?? '',
    contents: contents.basis,
    duties: contents.duties,
    due,
    publicationDue: commonDue('published', units, year),
    roster: review.roster ?? '',
    expected: String(listed.length + missing.length + awaited.length),
    received: String(review.roster === null ? listed.length + unlisted.length : listed.length),
    dated: orEmpty(dated.length),
    missing: named(namesOf(missing), annexes.named.late),
    awaited: named(namesOf(awaited), annexes.named.late),
    late: namedLate(late.all),
    signedLate: namedLate(late.signedOn),
    publishedLate: namedLate(late.publishedOn),
    undated: namedUnits(having(isUndated)),
    twice: namedUnits(having(isTwice)),
    unlisted: review.roster === null ? null : named(namesOf(unlisted)),
    otherYear: named(
      [
        ...review.others.filter(({ reason }) => reason === 'other-year').map(({ path }) => path),
        ...having(isOtherYear).map(({ files, unit }) => files[0] ?? unit.name),
      ],
      '',
      '份',
    ),
    unread: namedUnits(having((unit) => isUnread(unit) || standing.unreadable.includes(unit))),
    reviewed: orEmpty(reports.length),
    reviewedNote: reviewedNote(reports, review),
    complete: String(reports.length - contents.incomplete.length),
    incomplete: String(contents.incomplete.length),
    lacking: contents.lacking.map(({ title, units: some }) => ({
      title,
      ...(named(namesOf(some), annexes.named.lacking, '份') as Named),
    })),
    scattered: named(namesOf(contents.scattered), '', '份'),
    scatteredBy: contents.scatteredBy.map(({ words, units: some }) => ({
      words,
      ...(named(namesOf(some), '', '份') as Named),
    })),
    plan: topicNotCovered.basis ?? '',
    topics: topicsOf(reports),
    findings: orEmpty(totals.errors + totals.warnings + totals.infos),
    errors: String(totals.errors),
    warnings: String(totals.warnings),
    infos: String(totals.infos),
    pass: String(totals.verdicts.pass),
    revise: String(totals.verdicts.revise),
    return: String(totals.verdicts.return),
    ...defectsOf(review, reports.length),
    changes: totals.changes && {
      mended: String(totals.changes.mended),
      standing: String(totals.changes.standing),
      added: String(totals.changes.added),
    },
    carried: namedUnits(standing.unmended),
    settled: orEmpty(standing.settled.length),
    similar: similarOf(review),
    annexes: annexes.list,
  }
}
