import { assembleReview } from '../../corpus/assemble.js'
import { indicatorStates } from '../../corpus/indicators/states.js'
import { signersIn } from '../../corpus/joint.js'
import { leftoverSearch } from '../../corpus/leftovers/leftover-names.js'
import { type MatchedUnit, type Matching, matchReports } from '../../corpus/match/match.js'
import { variantsIn } from '../../corpus/match/traditional.js'
import { punctualityOf } from '../../corpus/punctuality.js'
import type { ReviewRecord } from '../../corpus/record.js'
import type { OtherFile, Review } from '../../corpus/review.js'
import { type CarriedOver, carryOver } from '../../corpus/rounds/carry-over.js'
import { countedTwice, partedNote } from '../../corpus/rounds/shared.js'
import { similarPairs } from '../../corpus/similarity/similarity.js'
import { type Submission, submissionOf } from '../../corpus/submission.js'
import type { Roster, Unit } from '../../corpus/unit.js'
import { FazhiError } from '../../error.js'
import type { ContentSpec } from '../../model.js'
import { breather } from './breather.js'
import { openPrevious, type Previous } from './previous.js'
import { createRecordsFile, type Records, type RecordsFile } from './records-file.js'
import { type SecondPass, secondPass, type UnitChanges } from './second-pass.js'
import type { Stages } from './stages.js'

/** What a review is to go by. */
export interface ReviewPlan {
  /** `null`: the year most reports are of. */
  year: number | null
  place: string | null
  /** ISO date of the review. */
  date: string
  roster: Roster | null
  /** What the roster is called. */
  rosterName: string | null
  /** What a report is asked for. */
  contents: ContentSpec[]
  /** Folder of an earlier review. */
  previous: string | null
}

/** Everything a review found. */
export interface ReviewResult {
  review: Review
  /** Of all files, in their order, as `findings.ndjson` has them. */
  records: Records
  /** Index of the record that was reviewed for a unit, by the number of the unit; no entry where nothing came. */
  reviewed: Map<number, number>
  /** By number of the unit; empty without an earlier review. */
  changes: Map<number, UnitChanges>
}

interface Gathered {
  records: RecordsFile
  submissions: Submission[]
}

function submissionFrom(record: ReviewRecord, index: number): Submission {
  const states = record.digest ? indicatorStates(record.digest.figures, record.report?.kind ?? null) : {}
  return submissionOf(record, index, states)
}

/** The first pass: records to disk, what is small of each kept. */
async function gather(
  source: AsyncIterable<ReviewRecord>,
  path: string,
  step: (done: number) => void,
): Promise<Gathered> {
  const records = createRecordsFile(path)
  const submissions: Submission[] = []
  const breathe = breather()
  for await (const record of source) {
    await breathe()
    records.append(`${JSON.stringify(record)}\n`)
    submissions.push(submissionFrom(record, submissions.length))
    step(submissions.length)
  }
  return { records, submissions }
}

/** The year most reports are of, the latest of several. Throws `usage` where no report tells. */
function commonYear(submissions: Submission[]): number {
  const counts = new Map<number, number>()
  for (const { report, isReport } of submissions)
    if (isReport && report?.year) counts.set(report.year, (counts.get(report.year) ?? 0) + 1)
  const [first] = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA)
  if (first) return first[0]
  if (submissions.some(({ isReport }) => isReport))
    throw new FazhiError('usage', '没有一份报告写明报告年度，请用 --year 写明')
  const [unread] = submissions.filter(({ error }) => error !== null)
  const why = unread ? `。有的没有读出来，如“${unread.path}”：${unread.error?.message}` : '，请核对'
  throw new FazhiError('usage', `这些文件里没有一份法治政府建设年度报告，没有审核${why}`)
}

/** Why a file is no report of a unit and this year; `null` where it is. */
function whyNot({ isReport, error, report }: Submission, year: number): Pick<OtherFile, 'reason' | 'message'> | null {
  if (error) return { reason: 'unreadable', message: error.message }
  if (!isReport) return { reason: 'not-a-report', message: '不是法治政府建设年度报告' }
  if (report?.year && report.year !== year)
    return { reason: 'other-year', message: `是${report.year}年度的报告，这次审核的是${year}年度` }
  return null
}

interface Sorted {
  matching: Matching<Submission>
  /** Files that give no report of a unit. */
  others: Map<Submission, OtherFile>
}

const unreadable = ({ path, error }: Submission, unit: Unit): OtherFile => ({
  ...{ path, reason: 'unreadable', unit: unit.name },
  message: error?.message ?? '',
})

/**
 * Reports to their units, all other files apart. A file that could not be read stays with its unit where its name tells it and
 * there is no better one.
 */
async function sortOut(submissions: Submission[], roster: Roster | null, year: number): Promise<Sorted> {
  const candidates = submissions.filter(({ isReport, error }) => isReport || error !== null)
  const names = candidates.flatMap(({ report }) => [report?.issuer ?? '', report?.signature ?? ''])
  const matching = matchReports(candidates, roster, await variantsIn(names))
  const unitsOf = new Map<Submission, Unit>()
  for (const { unit, submissions: own } of matching.units) for (const each of own) unitsOf.set(each, unit)
  const others = new Map<Submission, OtherFile>()
  for (const submission of submissions) {
    const unit = unitsOf.get(submission)?.name ?? null
    const why = whyNot(submission, year)
    const stays = why === null ? unit !== null : why.reason === 'unreadable' && unit !== null
    if (stays) continue
    const lost = { reason: 'no-issuer' as const, message: '看不出是哪个单位的报告，请核对题目和署名' }
    others.set(submission, { path: submission.path, unit, ...(why ?? lost) })
  }
  const units = matching.units.map((each) => {
    const own = each.submissions.filter((submission) => !others.has(submission))
    for (const submission of own.slice(1).filter(({ error }) => error !== null))
      others.set(submission, unreadable(submission, each.unit))
    return { ...each, submissions: own.filter((submission) => !others.has(submission)) }
  })
  const kept = units.filter(({ isListed, submissions: own }) => (isListed && roster !== null) || own.length > 0)
  return { matching: { ...matching, units: kept }, others }
}

interface TakenOver {
  /** All units. */
  matched: MatchedUnit<Submission>[]
  /** What stands of the review before, by the number of its record there. */
  taken: Map<number, Submission>
}

/** Takes the results of the review before that stand into the records of this one. */
function takeOver(
  { records, submissions }: Gathered,
  { units, carried }: CarriedOver,
  others: Map<Submission, OtherFile>,
  previous: Previous,
): TakenOver {
  const taken = new Map<number, Submission>()
  const standing = new Map<Unit, Submission>()
  for (const { unit, earlier } of carried) {
    const known = taken.get(earlier.record ?? -1)
    if (known) standing.set(unit, known)
    if (known || earlier.record === null) continue
    const record = { ...previous.read(earlier.record), carried: { date: earlier.date } }
    const submission = submissionFrom(record, submissions.length)
    records.append(`${JSON.stringify(record)}\n`)
    submissions.push(submission)
    taken.set(earlier.record, submission)
    standing.set(unit, submission)
  }
  const matched = units.map((each) => {
    const submission = standing.get(each.unit)
    if (!submission) return each
    for (const unread of each.submissions) others.set(unread, unreadable(unread, each.unit))
    return { ...each, submissions: [submission] }
  })
  return { matched, taken }
}

/** Whose each file is: of a joint report that stands for some, all who signed it. */
function signersOf({ matched, taken }: TakenOver, earlier: CarriedOver['earlier']): Map<number, Unit[]> {
  const signers = signersIn(matched)
  const today = new Map([...earlier].map(([unit, before]) => [before.unit.name, unit]))
  for (const { record, jointWith } of earlier.values()) {
    const index = taken.get(record ?? -1)?.index
    if (index === undefined) continue
    const others = jointWith.flatMap((name) => today.get(name) ?? [])
    signers.set(index, [...new Set([...(signers.get(index) ?? []), ...others])])
  }
  return signers
}

/** Units that are gone since the review before, with what was found in their reports then. */
const goneOf = ({ gone }: CarriedOver, { read }: Previous): Review['gone'] =>
  gone.map(({ unit, record }) => ({
    unit: unit.name,
    findings: record === null ? 0 : read(record).findings.length,
  }))

/** The units with what the second pass knows of their submissions. */
const withSecondPass = (matched: MatchedUnit<Submission>[], { submissions }: SecondPass): MatchedUnit<Submission>[] =>
  matched.map((each) => ({
    ...each,
    submissions: each.submissions.map(({ index }) => submissions[index]).filter((one) => one !== undefined),
  }))

/**
 * Reviews what the records say: sorts files to units, compares reports with each other and with the review before.
 * @param path gives the path of a file of records to make, by its name
 * @param step told how many records are read
 * Throws `usage` where no report is among them.
 */
export async function reviewRecords(
  source: AsyncIterable<ReviewRecord>,
  plan: ReviewPlan,
  { path, step, stages }: { path: (name: string) => string; step: (done: number) => void; stages: Stages },
): Promise<ReviewResult> {
  const first = await gather(source, path('records'), step)
  const sorted = stages.begin('归类', first.submissions.length)
  const year = plan.year ?? commonYear(first.submissions)
  const previous = plan.previous === null ? null : openPrevious(plan.previous, year)
  const files = first.submissions.length
  const { matching, others } = await sortOut(first.submissions, plan.roster, year)
  const over = previous && carryOver(matching.units, previous, plan.roster !== null)
  const takenOver =
    over && previous ? takeOver(first, over, others, previous) : { matched: matching.units, taken: new Map() }
  const { matched, taken } = takenOver
  const signers = signersOf(takenOver, over?.earlier ?? new Map())
  const leftoversIn = leftoverSearch(matched.map(({ unit }) => unit))
  const before = over && previous && { earlier: over.earlier, standing: taken, read: previous.read }
  const pass = await secondPass(first, matched, {
    leftoversIn,
    signers,
    before,
    path: path('findings.ndjson'),
    step: sorted,
  })
  const gone = over && previous ? goneOf(over, previous) : []
  previous?.close()
  first.records.close()
  stages.begin('比对', null)
  const breathe = breather()
  const passagesAt = async (index: number) => {
    await breathe()
    return pass.records.read(pass.compared[index] ?? 0).digest?.passages ?? []
  }
  const units = withSecondPass(matched, pass)
  const review = assembleReview({
    ...{ year, place: plan.place, date: plan.date, roster: plan.rosterName },
    contents: plan.contents.map(({ key, title, required }) => ({ key, title, required })),
    ...{ units, notices: matching.notices, gone, files },
    signers,
    carriedFiles: new Map(over?.carried.map(({ unit, earlier }) => [unit, earlier.files])),
    others: first.submissions.flatMap((each) => others.get(each) ?? []),
    similar: await similarPairs(pass.similarity, passagesAt),
    changes: previous && pass.changes,
    countedTwice: countedTwice(pass.fates),
    roundNotes: (unit) => (over ? partedNote(unit, over.earlier, pass.fates) : []),
    isNewlyReceived: (unit) => over !== null && (over.earlier.get(unit)?.record ?? null) === null,
    punctualityOf: (unit, { report }) => (report ? punctualityOf(report, unit, year) : null),
  })
  const reviewed = new Map(units.flatMap(({ submissions: [one] }, i) => (one ? [[i + 1, one.index] as const] : [])))
  return { review, records: pass.records, reviewed, changes: pass.changes }
}
