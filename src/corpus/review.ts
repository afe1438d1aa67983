import type { Finding, ReportSummary, Verdict } from '../finding.js'
import type { Kind } from '../generated/report.js'
import type { Severity } from '../model.js'
import type { Qualifier } from './record.js'
import type { Unit } from './unit.js'

/** `missing`: nothing was handed in. `unlisted`: a report came whose issuer the roster does not have. */
export type Receipt = 'received' | 'missing' | 'unlisted'

/**
 * Why the result of an earlier review stands for a unit: what came could not be read or is of another year; or nothing came,
 * where a mended report was asked for (`unmended`), where the report had passed (`settled`), or where its late date alone was to
 * be explained (`late`).
 */
export type Standing = 'unmended' | 'unreadable' | 'otherYear' | 'settled' | 'late'

/** When a report was handed in, against its deadline. */
export interface Punctuality {
  state: 'inTime' | 'late' | 'unknown'
  /** ISO date; the one compared. `null` where the report has none. */
  on: string | null
  /** Whether that is the date of publication or of signing. */
  by: 'publishedOn' | 'signedOn' | null
  /** ISO date; `null` where no deadline is known. */
  deadline: string | null
}

/** What became of the findings of the review before: numbers of findings. */
export interface Changes {
  mended: number
  standing: number
  added: number
}

/**
 * What a unit's report gives for an indicator. `absent`: the report does not speak of it. `notApplicable`: the report says
 * that it does not apply, or it does not concern this kind of issuer. Zero is `given`.
 */
export type IndicatorState =
  | { state: 'given'; value: number; unit: string | null; qualifier: Qualifier | null; line: number; sentence: string }
  | { state: 'absent' }
  | { state: 'notApplicable' }

/** A unit and what it handed in. */
export interface UnitReview {
  /** 1-based place in the review: roster order, then unlisted units by name. Numbers the slips. */
  number: number
  unit: Unit
  receipt: Receipt
  /** What it handed in, as paths below the folder; the first was reviewed. Empty where nothing came. */
  files: string[]
  /** The other units that handed in the file reviewed, where it is a joint report: its findings and figures count once. */
  jointWith: string[]
  /**
   * ISO date of the review that what stands here is of, where nothing readable came since, and why that stands; `null` where the
   * file reviewed came for this review, or none did.
   */
  carried: { date: string; because: Standing } | null
  /** Whether a report came that the review before had not. */
  newlyReceived: boolean
  /** Of the file reviewed; `null` where nothing came or nothing could be read. */
  report: ReportSummary | null
  verdict: Verdict | null
  /** Why its file could not be read. */
  error: { code: string; message: string } | null
  counts: Record<Severity, number>
  punctuality: Punctuality | null
  /** Names of the eight 体系 its report touches, and of those expected of its kind: none of a report too short to tell. */
  topics: { touched: string[]; expected: string[] } | null
  /** By key of the indicator; every indicator of the vocabulary has an entry where a report was read. */
  indicators: Record<string, IndicatorState>
  /** `null` without an earlier review. */
  changes: Changes | null
  /** What to know about how its files were taken to be its own, in Chinese sentences. */
  notes: string[]
}

/** A passage that stands in the reports of two units. */
export interface SharedPassage {
  /** How many units have it, these two among them. */
  units: number
  /** Characters without marks and figures. */
  length: number
  /** Where it stands in each: `text` is the paragraph from its first to its last shared character, widened to whole clauses. */
  places: [SharedPlace, SharedPlace]
}

/** Where a shared passage stands in one of the reports. */
export interface SharedPlace {
  /** 1-based. */
  line: number
  text: string
  /** Half-open ranges of `text` that are the same in both, in UTF-16 units. */
  same: [start: number, end: number][]
}

/** Two units whose reports share passages that are no stock phrases; to be looked at, never an accusation. */
export interface SimilarPair {
  /** Names. */
  units: [string, string]
  /** Paths. */
  files: [string, string]
  /** Shared characters, those that many units share counted less. */
  weight: number
  /** Of the shorter report's characters, 0 to 1. */
  share: number
  /** Longest first. */
  passages: SharedPassage[]
}

/** A file of the folder that gave no report of a unit. */
export interface OtherFile {
  path: string
  reason: 'not-a-report' | 'unreadable' | 'other-year' | 'no-issuer'
  /** The unit it came from, where that is known; for reports of another year. */
  unit: string | null
  /** For the user, in Chinese. */
  message: string
}

/** A defect and how many reports have it. */
export interface Frequency {
  rule: string
  summary: string
  severity: Severity
  findings: number
  units: number
}

/** Everything a review says but the findings themselves: `review.json`. */
export interface Review {
  version: 1
  tool: { name: string; version: string }
  /** The year reported on. */
  year: number
  place: string | null
  /** ISO date of the review, as slips and circular bear it. */
  date: string
  /** Name of the roster, `null` where units are what the reports say. */
  roster: string | null
  /** The contents a report is asked for, in the order of the schema: keys of `report.sections` with their names. */
  contents: { key: string; title: string; required: boolean }[]
  units: UnitReview[]
  others: OtherFile[]
  /** Units of the review before, on its roster and no longer on this one, with what was found in their reports then. */
  gone: { unit: string; findings: number }[]
  /** Most frequent first. */
  frequencies: Frequency[]
  /** Greatest weight first. */
  similar: SimilarPair[]
  totals: ReviewTotals
}

/** The numbers of a review: of units unless told. */
export interface ReviewTotals {
  units: number
  received: number
  missing: number
  unlisted: number
  /** Units that handed in more than one report. */
  twice: number
  late: number
  undated: number
  /** Units whose result is that of the review before. */
  carried: number
  files: number
  /** Files that could not be read, those of no known unit among them. */
  unreadable: number
  /** Findings and verdicts of reports: a joint one counts once. */
  errors: number
  warnings: number
  infos: number
  verdicts: Record<Verdict, number>
  /** How many of the reports read lack each required content, by its key. */
  lacking: Record<string, number>
  changes: Changes | null
}

/** What became of a finding since the review before. */
export type Change = 'mended' | 'standing' | 'added'

/** A finding of a unit's report, for tables and slips. */
export interface UnitFinding extends Finding {
  unit: string
  kind: Kind | null
  /** Of the report reviewed; of the earlier one for a finding that is mended. */
  path: string
  /** `null` without an earlier review. */
  change: Change | null
}
