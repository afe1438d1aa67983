import { compareFindings } from '../../corpus/changes.js'
import type { leftoverSearch } from '../../corpus/leftover-names.js'
import type { MatchedUnit } from '../../corpus/match.js'
import type { ReviewRecord } from '../../corpus/record.js'
import type { Changes } from '../../corpus/review.js'
import { addReport, createSimilarityIndex, type SimilarityIndex } from '../../corpus/similarity/similarity.js'
import { type Submission, submissionOf } from '../../corpus/submission.js'
import type { Unit } from '../../corpus/unit.js'
import { familyOf } from '../../corpus/unit-places.js'
import type { Finding } from '../../finding.js'
import { breather } from './breath.js'
import type { Previous } from './previous.js'
import { createRecordsFile, type Records } from './records-file.js'

/** Whose a file is. */
interface Owner {
  unit: Unit
  /** Of the unit, from 1. */
  number: number
  /** Whether it is the file that is reviewed for its unit. */
  isReviewed: boolean
}

/** What became of the findings of the review before. */
export interface UnitChanges extends Changes {
  mendedFindings: Finding[]
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
}

function ownersOf(units: MatchedUnit<Submission>[]): Map<number, Owner> {
  const owners = new Map<number, Owner>()
  for (const [i, { unit, submissions }] of units.entries()) {
    for (const [k, { index }] of submissions.entries()) {
      const owner = { unit, number: i + 1, isReviewed: k === 0 }
      if (owner.isReviewed || !owners.has(index)) owners.set(index, owner)
    }
  }
  return owners
}

/** Findings in the order of the text, as `lint` gives them. */
const byPlace = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)

const namesOf = ({ name, aliases }: Unit, { report }: ReviewRecord): string[] => [
  ...new Set([name, ...aliases, report?.issuer ?? name]),
]

/** The record with what became of each finding since the review before, and what is mended. */
function compared(record: ReviewRecord, before: Finding[]): { record: ReviewRecord; changes: UnitChanges } {
  const { standing, added, mended } = compareFindings(before, record.findings)
  const known = new Set(standing)
  const findings = record.findings.map((each) => ({ ...each, change: known.has(each) ? 'standing' : 'added' }))
  const counts = { mended: mended.length, standing: standing.length, added: added.length }
  return { record: { ...record, findings }, changes: { ...counts, mendedFindings: mended } }
}

/**
 * Goes through the records a second time and writes them anew.
 * @param path of the file of records to make
 */
export async function secondPass(
  first: { records: Records; submissions: Submission[] },
  units: MatchedUnit<Submission>[],
  {
    leftoversIn,
    previous,
    path,
  }: { leftoversIn: ReturnType<typeof leftoverSearch>; previous: Previous | null; path: string },
): Promise<SecondPass> {
  const breathe = breather()
  const owners = ownersOf(units)
  const records = createRecordsFile(path)
  const pass: SecondPass = {
    ...{ records, submissions: [], compared: [], changes: new Map() },
    similarity: createSimilarityIndex(),
  }
  for (const { index, indicators } of first.submissions) {
    await breathe()
    const owner = owners.get(index)
    let record: ReviewRecord = { ...first.records.read(index), unit: owner?.isReviewed ? owner.unit.name : null }
    if (owner && record.digest) {
      const { path: file, findings, digest } = record
      const passages = digest?.passages ?? []
      pass.compared.push(index)
      addReport(pass.similarity, {
        ...{ unit: owner.number, name: owner.unit.name, path: file, passages },
        names: namesOf(owner.unit, record),
        family: familyOf(owner.unit),
      })
      const leftovers = leftoversIn({ unit: owner.unit, passages, findings })
      record = { ...record, findings: [...findings, ...leftovers].sort(byPlace) }
    }
    const before = owner?.isReviewed && record.digest ? previous?.findingsOf(owner.unit) : null
    if (owner && before) {
      const comparison = compared(record, before)
      record = comparison.record
      pass.changes.set(owner.number, comparison.changes)
    }
    records.append(`${JSON.stringify(record)}\n`)
    pass.submissions.push(submissionOf(record, index, indicators))
  }
  return pass
}
