import type { FileResult, Finding } from '../finding.js'

/** A paragraph or heading of a report's text as printed, for reading reports side by side. */
export interface Passage {
  /** 1-based, as in findings. */
  line: number
  /** 1-based, in UTF-16 units: where the text begins in its line, behind its indent; 1 where it is not told. */
  column?: number
  text: string
}

/** Words beside a number that say how exact it is. */
export type Qualifier = '余' | '约' | '近' | '逾' | '含结转'

/** A figure that a report gives for an indicator of the vocabulary. */
export interface IndicatorFigure {
  /** Key in `schemas/indicators.json`. */
  indicator: string
  /** Written out: 3.4万 is 34000. `null` where the report says that the indicator does not apply to it. */
  value: number | null
  /** As written: 件, 人, %; what the indicator is counted in where a zero is said in words; `null` where nothing is. */
  unit: string | null
  qualifier: Qualifier | null
  /** The sentence it stands in, as printed. */
  sentence: string
  /** 1-based, columns in UTF-16 units: where the number, or the words that stand for it, begin. */
  line: number
  column: number
}

/** What a review needs of a report beside its findings. */
export interface Digest {
  figures: IndicatorFigure[]
  /** Names of the eight 体系 that the report touches. */
  topics: string[]
  /** Of the eight, those that concern this kind of issuer; none of a report that is too short to tell, or of years before the plan. */
  expectedTopics: string[]
  passages: Passage[]
}

/** A finding of the review before that is gone. */
export interface MendedFinding extends Finding {
  /** File of the earlier report, in which line and column are. */
  path: string
}

/** A finding with what became of it since the review before; `change` is absent without one. */
export interface RecordedFinding extends Finding {
  change?: 'standing' | 'added'
}

/** A line of `findings.ndjson`: what is known of one file. */
export interface ReviewRecord extends FileResult {
  findings: RecordedFinding[]
  /** As the line of `lint --stdin-ndjson` had it. */
  id?: string | number
  /** `null` for what could not be read or is no report. */
  digest: Digest | null
  /** The unit whose report was reviewed in this file; absent before a review, `null` for other files. */
  unit?: string | null
  /** All units whose report was reviewed in this file, where several handed it in together; absent where there is one. */
  units?: string[]
  /** When it was reviewed, where nothing readable came since and it stands for its unit as then; absent for files of this review. */
  carried?: { date: string }
  /** Findings of the review before that are gone; absent without one, and for files that were not reviewed. */
  mended?: MendedFinding[]
}
