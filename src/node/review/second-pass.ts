import type { leftoverSearch } from '../../corpus/leftovers/leftover-names.js'
import type { MatchedUnit } from '../../corpus/match/match.js'
import type { MendedFinding, RecordedFinding, ReviewRecord } from '../../corpus/record.js'
import type { Changes } from '../../corpus/review.js'
import { compareFindings } from '../../corpus/rounds/changes.js'
import type { EarlierUnit } from '../../corpus/rounds/earlier.js'
import { addFate, type Fates } from '../../corpus/rounds/shared.js'
import { addReport, createSimilarityIndex, type SimilarityIndex } from '../../corpus/similarity/similarity.js'
import { type Submission, submissionOf } from '../../corpus/submission.js'
import type { Unit } from '../../corpus/unit.js'
import { familyOf } from '../../corpus/unit-places.js'
import { byPlace, type Finding } from '../../finding.js'
import { breather } from './breather.js'
import { createRecordsFile, type Records } from './records-file.js'

/** A unit that handed a file in. */
interface Owner {
  unit: Unit
  /** Of the unit, from 1. */
  number: number
}

/** Whose a file is. */
interface Owners {
  /** Those whose report is reviewed in it, else all who handed it in. */
  all: [Owner, ...Owner[]]
  isReviewed: boolean
}

/** The review before, as far as findings are compared with it. */
export interface Before {
  /** What each unit was in it. */
  earlier: Map<Unit, EarlierUnit>
  /** Records whose result stands, by number: their findings are compared there alone. */
  standing: Map<number, Submission>
  read(record: number): ReviewRecord
}

/** What became of the findings of the review before. */
export interface UnitChanges extends Changes {
  mendedFindings: MendedFinding[]
}

/** All records once more, now that it is known whose each is. */
export interface SecondPass {
  /** With what only the others tell of a report: names of other units left over, what became of earlier findings. */
  records: Records
  /** In the order of the records. */
  submissions: Submission[]
  similarity: SimilarityIndex
  /** Index of the record by number in the similarity index. */
  compared: number[]
  /** By number of the unit; empty without an earlier review. */
  changes: Map<number, UnitChanges>
  /** Of the earlier reports that several of today's are compared with. */
  fates: Fates
}

function ownersOf(units: MatchedUnit<Submission>[]): Map<number, Owners> {
  const owners = new Map<number, Owners>()
  for (const [i, { unit, submissions }] of units.entries()) {
    for (const [k, { index }] of submissions.entries()) {
      const owner = { unit, number: i + 1 }
      const known = owners.get(index)
      const isReviewed = k === 0
      if (known?.isReviewed === isReviewed) known.all.push(owner)
      else if (!known || isReviewed) owners.set(index, { all: [owner], isReviewed })
    }
  }
  return owners
}

const namesOf = ({ name, aliases }: Unit, { report }: ReviewRecord): string[] => [
  ...new Set([name, ...aliases, report?.issuer ?? name]),
]

/** Numbers of the earlier records of the units that handed this one in. */
function earlierOf({ all }: Owners, { earlier, standing }: Before, isCarried: boolean): number[] {
  const indices = new Set(all.map(({ unit }) => earlier.get(unit)?.record ?? null))
  return [...indices].filter((index) => index !== null).filter((index) => isCarried || !standing.has(index))
}

interface Comparison {
  record: ReviewRecord
  changes: UnitChanges
  /** Of each earlier record, indexes of the findings that are gone. */
  mended: number[][]
}

/** The record with what became of each finding since the review before, and what is mended. */
function compared(record: ReviewRecord, before: ReviewRecord[]): Comparison {
  const earlier = before.map(({ path, findings, digest }) => ({
    findings: findings.map((each): MendedFinding => ({ ...each, path })),
    passages: digest?.passages ?? [],
  }))
  const { standing, added, mended } = compareFindings(earlier, {
    findings: record.findings,
    passages: record.digest?.passages ?? [],
  })
  const known = new Set(standing)
  const findings = record.findings.map(
    (each): RecordedFinding => ({ ...each, change: known.has(each) ? 'standing' : 'added' }),
  )
  const counts = { mended: mended.length, standing: standing.length, added: added.length }
  const gone = new Set(mended)
  return {
    record: { ...record, findings, mended },
    changes: { ...counts, mendedFindings: mended },
    mended: earlier.map((each) => each.findings.flatMap((one, i) => (gone.has(one) ? [i] : []))),
  }
}

/** Names that are none of any of the units: of several, what would be left over for each. */
function leftoversOf(
  { all }: Owners,
  { findings, digest }: ReviewRecord,
  leftoversIn: ReturnType<typeof leftoverSearch>,
): Finding[] {
  const passages = digest?.passages ?? []
  const [first, ...others] = all.map(({ unit }) => leftoversIn({ unit, passages, findings }))
  const isAt = (a: Finding, b: Finding): boolean => a.line === b.line && a.column === b.column
  return (first ?? []).filter((each) => others.every((some) => some.some((other) => isAt(each, other))))
}

/** What the second pass goes by. */
export interface SecondPassPlan {
  leftoversIn: ReturnType<typeof leftoverSearch>
  /** Whose each file is, by the number of its record. */
  signers: Map<number, Unit[]>
  /** `null` without an earlier review. */
  before: Before | null
  /** Of the file of records to make. */
  path: string
  /** Told how many records are done. */
  step(done: number): void
}

/** Goes through the records of the first pass a second time and writes them anew. */
export async function secondPass(
  first: { records: Records; submissions: Submission[] },
  units: MatchedUnit<Submission>[],
  { leftoversIn, signers, before, path, step }: SecondPassPlan,
): Promise<SecondPass> {
  const breathe = breather()
  const owners = ownersOf(units)
  const records = createRecordsFile(path)
  const pass: SecondPass = {
    ...{ records, submissions: [], compared: [], changes: new Map(), fates: new Map() },
    similarity: createSimilarityIndex(),
  }
  for (const { index, indicators, report } of first.submissions) {
    await breathe()
    const owner = owners.get(index)
    const names = owner?.isReviewed ? owner.all.map(({ unit }) => unit.name) : []
    let record: ReviewRecord = {
      ...first.records.read(index),
      ...{ unit: names[0] ?? null, ...(names.length > 1 ? { units: names } : {}) },
    }
    if (owner && record.digest) {
      const { path: file, findings, digest, carried } = record
      const [{ unit, number }] = owner.all
      pass.compared.push(index)
      addReport(pass.similarity, {
        signers: signers.get(index) ?? [],
        ...{ unit: number, name: unit.name, path: file, passages: digest?.passages ?? [] },
        names: [...new Set(owner.all.flatMap((each) => namesOf(each.unit, record)))],
        family: familyOf(unit),
      })
      // What is carried over has those that were found then.
      const leftovers = carried ? [] : leftoversOf(owner, record, leftoversIn)
      record = { ...record, findings: [...findings, ...leftovers].sort(byPlace) }
    }
    if (owner?.isReviewed && before) {
      const earlier = earlierOf(owner, before, record.carried !== undefined)
      const earlierRecords = earlier.map(before.read)
      const comparison = compared(record, earlierRecords)
      for (const [i, one] of earlier.entries())
        addFate(pass.fates, one, earlierRecords[i]?.findings.length ?? 0, comparison.mended[i] ?? [])
      record = comparison.record
      for (const { number } of owner.all) pass.changes.set(number, comparison.changes)
    }
    records.append(`${JSON.stringify(record)}\n`)
    // One summary of the report is enough in memory.
    pass.submissions.push(submissionOf({ ...record, report }, index, indicators))
    step(pass.submissions.length)
  }
  return pass
}
