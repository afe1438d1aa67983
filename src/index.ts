/**
 * The library: drafts in; findings, mended drafts, Markdown and Word out. `docs/library.md` says what is for what.
 *
 * @example
 * const source = await read({ name: 'draft.md', bytes })
 * const draft = build(source)
 * const findings = lint(draft)
 */

export { digestOf } from './corpus/digest.js'
export { extractIndicators } from './corpus/indicators/extract.js'
export { indicatorStates } from './corpus/indicators/states.js'
export { INDICATORS, type Indicator } from './corpus/indicators/vocabulary.js'
export { leftoverSearch, type SearchedReport } from './corpus/leftovers/leftover-names.js'
export { type HandedIn, type MatchedUnit, type Matching, matchReports } from './corpus/match/match.js'
export type { Digest, IndicatorFigure, Passage, Qualifier } from './corpus/record.js'
export type { IndicatorState, SharedPassage, SharedPlace, SimilarPair } from './corpus/review.js'
export {
  addReport,
  type ComparedReport,
  createSimilarityIndex,
  type SimilarityIndex,
  similarPairs,
} from './corpus/similarity/similarity.js'
export type { Roster, Unit } from './corpus/unit.js'
export { type ErrorCode, FazhiError } from './error.js'
export type {
  Anchor,
  Edit,
  Example,
  FileResult,
  Finding,
  Local,
  Problem,
  ReportSummary,
  Rule,
  SectionSummary,
  Settings,
  Verdict,
  WaivedFinding,
} from './finding.js'
export { verdictOf } from './finding.js'
export { applyEdits, type Fixed, fix } from './fix.js'
export type { Kind, Report } from './generated/report.js'
export { tool } from './generated/tool.js'
export { type Examined, examine, lint } from './lint.js'
export type {
  Block,
  Content,
  ContentSpec,
  Demands,
  Draft,
  FieldSpec,
  Format,
  Input,
  Metadata,
  Place,
  Role,
  Section,
  Severity,
  Source,
  Span,
  State,
  Violation,
} from './model.js'
export { type PrettyOptions, prettyFile } from './output/pretty.js'
export { addSummaries, EMPTY_SUMMARY, failureOf, resultOf, type Summary, summaryOfFile } from './output/result.js'
export { type ReadOptions, read } from './read/read.js'
export { type BuildOptions, build, type Overlay } from './report/build.js'
export { demandsOf, type SchemaDocument } from './report/demands.js'
export { kindOfBody } from './report/names.js'
export { compileOverlay } from './report/own-schema.js'
export { rules } from './rules/all.js'
export {
  builtInTemplate,
  type Facts,
  type SkeletonContext,
  type SkeletonSection,
  scaffold,
  type Template,
} from './scaffold.js'
export { parseSettings } from './settings.js'
export { annotate } from './write/annotate/annotate.js'
export { toDocx } from './write/docx/docx.js'
export type { Profile } from './write/docx/profile.js'
export { parseProfile } from './write/docx/profile-file.js'
export { toMarkdown } from './write/markdown.js'
