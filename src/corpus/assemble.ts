import type { Verdict } from '../finding.js'
import { tool } from '../generated/tool.js'
import { defectName } from './defect-names.js'
import { reportsOnce } from './joint.js'
import type { MatchedUnit } from './match/match.js'
import { isLate, isTwice, isUndated } from './receipts.js'
import type { Changes, Frequency, OtherFile, Receipt, Review, ReviewTotals, SimilarPair, UnitReview } from './review.js'
import { standingOf } from './rounds/standing.js'
import { graver, type Submission } from './submission.js'
import type { Unit } from './unit.js'

/** What a review is made of. */
export interface ReviewParts {
  year: number
  place: string | null
  /** ISO date. */
  date: string
  /** Name of the roster. */
  roster: string | null
  contents: Review['contents']
  /** Roster order, then the others by name. */
  units: MatchedUnit<Submission>[]
  /** What to know about a file and whose it is, by path. */
  notices: Map<string, string>
  /** Files that gave no report of a unit. */
  others: OtherFile[]
  gone: Review['gone']
  /** Whose each file is, by the number of its record: also those who now have one of their own beside an earlier joint one. */
  signers: Map<number, Unit[]>
  /** What those whose result is of an earlier review had handed in, the one reviewed first. */
  carriedFiles: Map<Unit, string[]>
  files: number
  similar: SimilarPair[]
  /** By number of the unit; `null` without an earlier review. */
  changes: Map<number, Changes> | null
  /** Findings of the review before that the changes of several units count. */
  countedTwice: Pick<Changes, 'mended' | 'standing'>
  /** What to know of a unit's part in the review before, in Chinese. */
  roundNotes(unit: Unit): string[]
  /** Whether its report is the first to come of a unit that the review before had nothing of. */
  isNewlyReceived(unit: Unit): boolean
  punctualityOf(unit: Unit, submission: Submission): UnitReview['punctuality']
}

function receiptOf({ isListed, submissions }: MatchedUnit<Submission>): Receipt {
  if (!isListed) return 'unlisted'
  return submissions.length > 0 ? 'received' : 'missing'
}

/** `null` without an earlier review, or where nothing came. */
function changesOf(number: number, { changes }: ReviewParts): Changes | null {
  const known = changes?.get(number)
  return known ? { mended: known.mended, standing: known.standing, added: known.added } : null
}

/** @param files what came of the unit and was not reviewed */
function carriedOf(reviewed: Submission | undefined, files: OtherFile[]): UnitReview['carried'] {
  const { carried = null } = reviewed ?? {}
  return reviewed && carried ? { date: carried.date, because: standingOf(reviewed, files) } : null
}

function othersByUnit({ others }: ReviewParts): Map<string | null, OtherFile[]> {
  const byUnit = new Map<string | null, OtherFile[]>()
  for (const file of others) byUnit.set(file.unit, [...(byUnit.get(file.unit) ?? []), file])
  return byUnit
}

function unitReview(
  entry: MatchedUnit<Submission>,
  number: number,
  parts: ReviewParts,
  notReviewed: OtherFile[],
): UnitReview {
  const [reviewed] = entry.submissions
  const others = parts.signers.get(reviewed?.index ?? -1)?.filter((unit) => unit !== entry.unit) ?? []
  return {
    number,
    unit: entry.unit,
    receipt: receiptOf(entry),
    files: parts.carriedFiles.get(entry.unit) ?? entry.submissions.map(({ path }) => path),
    jointWith: others.map(({ name }) => name),
    carried: carriedOf(reviewed, notReviewed),
    newlyReceived: reviewed !== undefined && parts.isNewlyReceived(entry.unit),
    report: reviewed?.report ?? null,
    verdict: reviewed?.verdict ?? null,
    error: reviewed?.error ?? null,
    counts: reviewed?.counts ?? { error: 0, warning: 0, info: 0 },
    punctuality: reviewed?.report ? parts.punctualityOf(entry.unit, reviewed) : null,
    topics: reviewed?.topics ?? null,
    indicators: reviewed?.indicators ?? {},
    changes: changesOf(number, parts),
    notes: [
      ...entry.submissions.flatMap(({ path, carried }) => (carried ? [] : (parts.notices.get(path) ?? []))),
      ...parts.roundNotes(entry.unit),
    ],
  }
}

function frequenciesOf({ units }: ReviewParts): Frequency[] {
  const byRule = new Map<string, Frequency>()
  const seen = new Set<number>()
  for (const { submissions } of units) {
    const [reviewed] = submissions
    const isRepeated = seen.has(reviewed?.index ?? -1)
    if (reviewed) seen.add(reviewed.index)
    for (const [rule, { findings, severity }] of reviewed?.rules ?? []) {
      const known = byRule.get(rule) ?? {
        rule,
        summary: defectName(rule),
        severity,
        findings: 0,
        units: 0,
      }
      byRule.set(rule, {
        ...known,
        severity: graver(known.severity, severity),
        findings: known.findings + (isRepeated ? 0 : findings),
        units: known.units + 1,
      })
    }
  }
  return [...byRule.values()].sort((a, b) => b.units - a.units || b.findings - a.findings || (a.rule < b.rule ? -1 : 1))
}

const sum = <T>(items: T[], count: (item: T) => number): number => items.reduce((total, item) => total + count(item), 0)

function lackingIn(units: UnitReview[], contents: Review['contents']): Record<string, number> {
  const checked = units.filter(({ verdict }) => verdict !== null)
  const lacks = (key: string): number =>
    checked.filter(({ report }) => (report?.sections[key]?.state ?? 'absent') === 'absent').length
  return Object.fromEntries(contents.filter(({ required }) => required).map(({ key }) => [key, lacks(key)]))
}

function totalsOf(units: UnitReview[], { files, changes, countedTwice, contents, others }: ReviewParts): ReviewTotals {
  const reports = reportsOnce(units)
  const count = (is: (unit: UnitReview) => boolean): number => units.filter(is).length
  const verdicts = (verdict: Verdict): number => reports.filter((unit) => unit.verdict === verdict).length
  const changed = (key: keyof Changes): number => sum(reports, (unit) => unit.changes?.[key] ?? 0)
  return {
    units: count(({ receipt }) => receipt !== 'unlisted'),
    received: count(({ receipt }) => receipt === 'received'),
    missing: count(({ receipt }) => receipt === 'missing'),
    unlisted: count(({ receipt }) => receipt === 'unlisted'),
    twice: count(isTwice),
    late: count(isLate),
    undated: count(isUndated),
    carried: count(({ carried }) => carried !== null),
    files,
    unreadable:
      reports.filter(({ error }) => error !== null).length +
      others.filter(({ reason }) => reason === 'unreadable').length,
    errors: sum(reports, ({ counts }) => counts.error),
    warnings: sum(reports, ({ counts }) => counts.warning),
    infos: sum(reports, ({ counts }) => counts.info),
    verdicts: { pass: verdicts('pass'), revise: verdicts('revise'), return: verdicts('return') },
    lacking: lackingIn(reports, contents),
    changes: changes && {
      mended: changed('mended') - countedTwice.mended,
      standing: changed('standing') - countedTwice.standing,
      added: changed('added'),
    },
  }
}

/** The review as a whole. */
export function assembleReview(parts: ReviewParts): Review {
  const others = othersByUnit(parts)
  const units = parts.units.map((entry, i) => unitReview(entry, i + 1, parts, others.get(entry.unit.name) ?? []))
  return {
    version: 1,
    tool,
    year: parts.year,
    place: parts.place,
    date: parts.date,
    roster: parts.roster,
    contents: parts.contents,
    units,
    others: parts.others,
    gone: parts.gone,
    frequencies: frequenciesOf(parts),
    similar: parts.similar,
    totals: totalsOf(units, parts),
  }
}
